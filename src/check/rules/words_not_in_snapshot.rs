//! `words-not-in-snapshot`: words that the article does not print.

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, JsonPath, Rule};
use crate::ledger::Quote;
use crate::text::printed::{Case, Departure, Printed, cut};

/// Words recorded as the article's that its text does not hold, or a quote that it prints without
/// quotation marks.
pub static RULE: Rule =
    Rule::error("words-not-in-snapshot", include_str!("words_not_in_snapshot.md"));

/// Looks for a claim's quotes, cue, hedges and relative date in the snapshot.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let Some(printed) = at.subject.printed() else {
        return Vec::new();
    };
    let claim = at.claim;
    let mut found = Vec::new();
    for (number, quote) in claim.quotes.iter().enumerate() {
        let path = at.path("quotes").then(number);
        found.extend(quote_missing(at, printed, quote, path));
    }
    let cue = claim.cue.iter().map(|cue| ("cue", cue, at.path("cue")));
    let hedges = claim.hedges.iter().enumerate();
    let hedges = hedges.map(|(place, hedge)| ("hedge", hedge, at.path("hedges").then(place)));
    let when = claim.when.iter().map(|when| ("date", when, at.path("when")));
    for (what, words, path) in cue.chain(hedges).chain(when) {
        let stands = cut(words).all(|part| printed.first(part, Case::Ignored).is_some());
        if !stands {
            let said = format!("the snapshot does not print the {what} `{words}`");
            found.push(at.found(&RULE, path, said).help(as_printed(printed, words)));
        }
    }
    found
}

fn quote_missing(
    at: &ClaimAt<'_>,
    printed: &Printed<'_>,
    quote: &Quote,
    path: JsonPath,
) -> Option<Finding> {
    let words = &quote.exact;
    let exact = path.clone().then("exact");
    let Some(first) = printed.first(words, Case::Kept) else {
        let said = format!("the snapshot does not print the quote `{words}`");
        return Some(at.found(&RULE, exact, said).help(as_printed(printed, words)));
    };
    if !printed.prints(words) {
        let number = printed.number_at(first.span.start);
        let how = if printed.is_partly_marked(first.span) { "only partly" } else { "not" };
        let said = format!(
            "the snapshot prints `{words}` in paragraph {number}, but {how} in quotation marks"
        );
        let help =
            "only words in quotation marks are a quote; use mode `indirect` for reported speech";
        return Some(at.found(&RULE, exact, said).help(help));
    }
    let is_bare = quote.prefix.is_none() && quote.suffix.is_none();
    if is_bare || !printed.quoted(quote).is_empty() {
        return None;
    }
    let field = if quote.prefix.is_some() { "prefix" } else { "suffix" };
    let said = format!(
        "the snapshot does not print the quote `{words}` between the words recorded around it"
    );
    let help = "`prefix` ends right before the quote, `suffix` begins right after it";
    Some(at.found(&RULE, path.then(field), said).help(help))
}

/// What to do, with what the text prints where the words leave it.
fn as_printed(printed: &Printed<'_>, words: &str) -> String {
    match printed.departure(words) {
        Some(Departure { agreed, goes_on, .. }) => {
            format!("after `{agreed}` the snapshot goes on with `{goes_on}`")
        }
        None => "copy the words from the snapshot as they are printed".to_owned(),
    }
}
