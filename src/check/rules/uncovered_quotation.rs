//! `uncovered-quotation`: words in quotation marks that no claim records.

use std::collections::BTreeSet;

use crate::check::rules::Subject;
use crate::finding::{Finding, Rule};
use crate::ledger::{Claim, Quote};
use crate::span::Span;
use crate::text::marks::Marked;
use crate::text::printed::{Case, Printed};

/// A pair of quotation marks in the snapshot in which no claim's quote stands.
pub static RULE: Rule =
    Rule::warning("uncovered-quotation", include_str!("uncovered_quotation.md"));

/// Looks at every pair of quotation marks of the snapshot.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    let Some(printed) = file.printed() else {
        return Vec::new();
    };
    let covered = covered(file, printed);
    let pairs = printed.marked().iter().filter(|pair| pair.depth == 0);
    pairs
        .filter(|pair| printed.words_of(pair.words).contains(char::is_alphanumeric))
        .filter(|pair| !covered.contains(&pair.outer.start))
        .map(|pair| finding(file, printed, pair))
        .collect()
}

/// Where the pairs open that some quote records.
fn covered(file: &Subject<'_>, printed: &Printed<'_>) -> BTreeSet<usize> {
    let mut covered = BTreeSet::new();
    for at in file.claims() {
        for quote in &at.claim.quotes {
            let spans = meant(at.claim, quote, printed);
            let pairs = spans.into_iter().filter_map(|span| printed.pair_around(span));
            covered.extend(pairs.map(|pair| pair.outer.start));
        }
    }
    covered
}

/// Where a quote stands, or else where it was meant to stand: what is wrong with it is said by another
/// rule, and one slip is one finding.
fn meant(claim: &Claim, quote: &Quote, printed: &Printed<'_>) -> Vec<Span> {
    let mut stands = printed.recorded(claim, quote);
    if stands.is_empty() {
        stands = printed.quoted(quote);
    }
    if stands.is_empty() {
        stands = printed.find(&quote.exact, Case::Kept);
    }
    if stands.is_empty() {
        return printed.departure(&quote.exact).into_iter().map(|departure| departure.at).collect();
    }
    stands.into_iter().map(|stand| stand.span).collect()
}

fn finding(file: &Subject<'_>, printed: &Printed<'_>, pair: &Marked) -> Finding {
    let number = printed.number_at(pair.outer.start);
    let said = format!(
        "no claim records the words in quotation marks in paragraph {number}: {}",
        shortened(printed.words_of(pair.outer))
    );
    let help =
        "record who is credited with them; where nobody is, as an own-voice claim with a quote";
    file.found_in_text(&RULE, pair.outer, said).help(help)
}

/// Enough of a quotation to find it by.
fn shortened(words: &str) -> String {
    const SHOWN: usize = 60;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
