//! `nothing-to-continue`: a first quote that goes on from none.

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, Rule};

/// A first quote that is said to go on from the one before.
pub static RULE: Rule = Rule::error("nothing-to-continue", include_str!("nothing_to_continue.md"));

/// Looks at the first quote.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    if !at.claim.quotes.first().is_some_and(|quote| quote.continues) {
        return Vec::new();
    }
    let said =
        format!("the first quote of claim `{}` continues, but none stands before it", at.claim.id);
    let path = at.path("quotes").then(0).then("continues");
    let help = "`continues` goes on from the quote before it in the same claim; take it out, or record \
                that quote first";
    vec![at.found(&RULE, path, said).help(help)]
}
