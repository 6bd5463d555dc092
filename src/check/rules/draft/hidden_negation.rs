//! `hidden-negation`: a quotation that loses or gains its “not” by a cut or a bracket.

use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::finding::{Finding, Rule};

/// A quotation that says the reverse of the recorded words because a negation was cut off.
pub static RULE: Rule = Rule::error("hidden-negation", include_str!("hidden_negation.md"));

/// Looks for negations that a cut, a bracket or the edge of a part hides.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let near = said.is_fine() || said.is_altered();
    let hidden = said.answer.changes.iter().find(|c| c.kind == ChangeKind::HiddenNegation)?;
    // A term or two that stand behind a “not” somewhere are nobody's denial.
    let is_chance = said.is_slight() && !said.is_confirmed();
    // A part of the article's prose is that before all; prose cut by a mark says the reverse of what is printed.
    let is_prose = said.is_in_prose() && !said.is_printed && !said.is_altered();
    if !said.is_speech() || !near || is_chance || is_prose {
        return None;
    }
    let words = [&hidden.recorded, &hidden.given];
    let word = words.into_iter().map(|word| word.trim()).find(|word| !word.is_empty());
    let message = match word {
        Some(word) => format!("the cut or bracket hides the negation `{word}`"),
        None => "the quotation is cut loose from the negation that governs it".to_owned(),
    };
    Some(page.of(said, &RULE, message).help(said.answer.advice.clone()))
}
