//! `ambiguous-quote`: a quote that could be any of several.

use std::collections::BTreeSet;

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, Rule};
use crate::wording;

/// A quote whose words stand in several pairs of quotation marks, and nothing says in which it is.
pub static RULE: Rule = Rule::warning("ambiguous-quote", include_str!("ambiguous_quote.md"));

/// Looks for a claim's quotes in the quotation marks that its passages and its words around allow.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let Some(printed) = at.subject.printed() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (number, quote) in at.claim.quotes.iter().enumerate() {
        // Twice in one pair of marks is twice in one mouth.
        let stands = printed.recorded(at.claim, quote);
        let pairs: BTreeSet<usize> = stands
            .iter()
            .filter_map(|stand| printed.pair_around(stand.span))
            .map(|pair| pair.outer.start)
            .collect();
        if pairs.len() < 2 {
            continue;
        }
        let paragraphs: BTreeSet<usize> =
            pairs.iter().map(|start| printed.number_at(*start)).collect();
        let said = format!(
            "the quote `{}` stands {} times in quotation marks, in {} {}",
            quote.exact,
            pairs.len(),
            if paragraphs.len() == 1 { "paragraph" } else { "paragraphs" },
            wording::all_of(paragraphs)
        );
        let path = at.path("quotes").then(number).then("exact");
        let help = "say which it is: by a passage that holds only one, or by `prefix` or `suffix`";
        found.push(at.found(&RULE, path, said).help(help));
    }
    found
}
