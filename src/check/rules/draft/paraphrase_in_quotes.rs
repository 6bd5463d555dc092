//! `paraphrase-in-quotes`: the article's own prose in quotation marks, as if somebody had said it.

use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::altered_wording::changes_told;
use crate::check::verdict::Verdict;
use crate::draft::Credit;
use crate::finding::{Finding, Rule};

/// A quotation of words that the article prints without quotation marks.
pub static RULE: Rule =
    Rule::error("paraphrase-in-quotes", include_str!("paraphrase_in_quotes.md"));

/// Looks for quotations that stand, whole or nearly so, in an article's prose.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let verdict = said.answer.verdict;
    let is_near = verdict == Verdict::Reported || said.is_in_prose() && said.is_altered();
    let is_chance = said.is_slight() && !(said.is_confirmed() && verdict == Verdict::Reported);
    if !said.is_speech() || !is_near || said.is_printed || is_chance || is_own_voice(said) {
        return None;
    }
    let outlet = said.answer.matches.first().and_then(|found| found.paragraph);
    let place = outlet.map(|number| format!(", in paragraph {number}")).unwrap_or_default();
    let message = if verdict == Verdict::Reported {
        format!("the article prints these words without quotation marks{place}")
    } else {
        let hard: Vec<_> = said.answer.changes.iter().filter(|c| c.kind.is_hard()).collect();
        let what =
            if hard.is_empty() { String::new() } else { format!(": {}", changes_told(&hard)) };
        format!("the article prints such words without quotation marks{place}, and not these{what}")
    };
    Some(page.of(said, &RULE, message).help(said.answer.advice.clone()))
}

/// Whether the article's words are given to the article: to its outlet, or to who wrote it.
fn is_own_voice(said: &Said<'_>) -> bool {
    if matches!(said.quotation.credit, Credit::Nobody) {
        return false;
    }
    said.is_credited_to_article()
}
