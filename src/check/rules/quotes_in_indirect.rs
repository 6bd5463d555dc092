//! `quotes-in-indirect`: reported speech with printed words.

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, Rule};
use crate::ledger::Mode;

/// A claim of mode `indirect` that records quotes.
pub static RULE: Rule = Rule::error("quotes-in-indirect", include_str!("quotes_in_indirect.md"));

/// Looks at mode and quotes.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let claim = at.claim;
    if claim.mode != Mode::Indirect || claim.quotes.is_empty() {
        return Vec::new();
    }
    let said = format!("claim `{}` has mode `indirect` but records quotes", claim.id);
    let help = "use mode `mixed` where some words stand in quotation marks, `direct` where the \
                statement does; or take the quotes out";
    vec![at.found(&RULE, at.path("quotes"), said).help(help)]
}
