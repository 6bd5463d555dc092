//! `mode-without-quotes`: a direct or mixed claim without printed words.

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, Rule};
use crate::ledger::Mode;

/// A claim whose mode promises printed words and that records none.
pub static RULE: Rule = Rule::error("mode-without-quotes", include_str!("mode_without_quotes.md"));

/// Looks at mode and quotes.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let claim = at.claim;
    if !matches!(claim.mode, Mode::Direct | Mode::Mixed) || !claim.quotes.is_empty() {
        return Vec::new();
    }
    let said = format!("claim `{}` has mode `{}` but records no quote", claim.id, claim.mode);
    vec![
        at.found(&RULE, at.path("mode"), said)
            .help("add the printed words under `quotes`, or use mode `indirect`"),
    ]
}
