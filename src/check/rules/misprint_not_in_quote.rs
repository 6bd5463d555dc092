//! `misprint-not-in-quote`: a misprint that its quote does not hold.

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, Rule};

/// A recorded misprint whose printed form is not in the quote.
pub static RULE: Rule =
    Rule::error("misprint-not-in-quote", include_str!("misprint_not_in_quote.md"));

/// Looks at the misprints of every quote.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, quote) in at.claim.quotes.iter().enumerate() {
        for (place, misprint) in quote.sic.iter().enumerate() {
            if quote.exact.contains(misprint.printed.as_str()) {
                continue;
            }
            let said = format!(
                "misprint `{}` is not in the quote that is said to keep it",
                misprint.printed
            );
            let path = at.path("quotes").then(number).then("sic").then(place);
            let help =
                "`exact` keeps what was printed, `printed` repeats it, `meant` puts it right";
            found.push(at.found(&RULE, path.then("printed"), said).help(help));
        }
    }
    found
}
