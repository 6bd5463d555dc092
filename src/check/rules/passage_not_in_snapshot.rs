//! `passage-not-in-snapshot`: a passage that is not there, or does not hold its claim's words.

use crate::check::rules::ClaimAt;
use crate::check::rules::recorded::{held, hull};
use crate::finding::{Finding, JsonPath, Rule};
use crate::ledger::Passage;
use crate::span::Span;
use crate::text::printed::{Case, Missing, Printed, Stand, cut};
use crate::wording;

/// A passage whose first or last words are not in its paragraph, or a quote or cue that no passage of
/// its claim holds.
pub static RULE: Rule =
    Rule::error("passage-not-in-snapshot", include_str!("passage_not_in_snapshot.md"));

/// Looks for a claim's passages in the snapshot, and for its words in them.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let Some(printed) = at.subject.printed() else {
        return Vec::new();
    };
    let passages = &at.claim.passages;
    let mut found = Vec::new();
    let mut spans = Vec::new();
    for (place, passage) in passages.iter().enumerate() {
        match printed.passage(passage) {
            Ok(span) => spans.push(span),
            Err(missing) => {
                let path = at.path("passages").then(place);
                found.push(not_found(at, printed, passage, missing, path));
            }
        }
    }
    // What a lost passage would hold is not asked for as well.
    if !spans.is_empty() && spans.len() == passages.len() {
        found.extend(words_outside(at, printed, &spans));
    }
    found
}

fn not_found(
    at: &ClaimAt<'_>,
    printed: &Printed<'_>,
    passage: &Passage,
    missing: Missing,
    path: JsonPath,
) -> Finding {
    let number = passage.paragraph.get();
    let (field, said) = match missing {
        Missing::Paragraph => {
            let length = wording::counted(printed.length(), "paragraph");
            let said = format!("the snapshot has {length}, no paragraph {number}");
            ("paragraph", said)
        }
        Missing::Start => {
            let said =
                format!("paragraph {number} does not hold the first words `{}`", passage.start);
            ("start", said)
        }
        Missing::End => {
            let said = format!(
                "paragraph {number} does not hold the last words `{}` at or after `{}`",
                passage.end, passage.start
            );
            ("end", said)
        }
    };
    let words = if missing == Missing::End { &passage.end } else { &passage.start };
    let help = match printed.find(words, Case::Kept).as_slice() {
        [] => "copy a few words from the snapshot as they are printed".to_owned(),
        stands => format!("`{words}` stands in {}", paragraphs(printed, stands)),
    };
    at.found(&RULE, path.then(field), said).help(help)
}

/// The quotes, and the parts of the cue, that stand in the snapshot but in none of these passages.
fn words_outside(at: &ClaimAt<'_>, printed: &Printed<'_>, passages: &[Span]) -> Vec<Finding> {
    let claim = at.claim;
    // What stands in a passage is not looked for in the rest of the text.
    let Some(around) = hull(passages) else { return Vec::new() };
    let are_held = |stands: &[Stand]| stands.iter().any(|stand| held(passages, stand.span));
    let mut found = Vec::new();
    for (number, quote) in claim.quotes.iter().enumerate() {
        if are_held(&printed.quoted_in(around, quote)) {
            continue;
        }
        let stands = printed.quoted(quote);
        if !stands.is_empty() {
            let said =
                format!("no passage of claim `{}` holds the quote `{}`", claim.id, quote.exact);
            let path = at.path("quotes").then(number).then("exact");
            found.push(at.found(&RULE, path, said).help(widen(printed, &stands)));
        }
    }
    for part in claim.cue.iter().flat_map(|cue| cut(cue)) {
        if are_held(&printed.find_in(around, part, Case::Ignored)) {
            continue;
        }
        let stands = printed.find(part, Case::Ignored);
        if !stands.is_empty() {
            let said = format!("no passage of claim `{}` holds the cue `{part}`", claim.id);
            found.push(at.found(&RULE, at.path("cue"), said).help(widen(printed, &stands)));
        }
    }
    found
}

fn widen(printed: &Printed<'_>, stands: &[Stand]) -> String {
    let where_it_is = paragraphs(printed, stands);
    format!("it stands in {where_it_is}; widen a passage, or add one")
}

/// `paragraph 7`, `paragraphs 3 and 7`.
fn paragraphs(printed: &Printed<'_>, stands: &[Stand]) -> String {
    let mut numbers: Vec<usize> =
        stands.iter().map(|stand| printed.number_at(stand.span.start)).collect();
    numbers.dedup();
    match numbers.as_slice() {
        [number] => format!("paragraph {number}"),
        numbers => format!("paragraphs {}", wording::all_of(numbers)),
    }
}
