//! `hidden-negation`: a quotation that loses or gains its “not” by a cut or a bracket.

use crate::check::answer::Change;
use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::led_away;
use crate::finding::{Finding, Rule};
use crate::text::plain::plain_words;

/// A quotation that says the reverse of the recorded words because a negation was cut off.
pub static RULE: Rule = Rule::error("hidden-negation", include_str!("hidden_negation.md"));

/// Looks for negations that a cut, a bracket or the edge of a part hides.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let near = said.is_fine() || said.is_altered();
    let hidden = said.answer.changes.iter().find(|c| c.kind == ChangeKind::HiddenNegation);
    // A term or two that stand behind a “not” somewhere are nobody's denial.
    let is_chance = said.is_slight() && !said.is_confirmed();
    // A part of the article's prose is that before all; prose cut by a mark says the reverse of what is printed.
    let is_prose = said.is_in_prose() && !said.is_printed && !said.is_altered();
    if !said.is_speech() || !near || is_chance || is_prose {
        return None;
    }
    let word = match hidden {
        Some(hidden) if is_kept(said, hidden, page) => return None,
        Some(hidden) => {
            let words = [&hidden.recorded, &hidden.given];
            words.into_iter().map(|word| word.trim().to_owned()).find(|word| !word.is_empty())
        }
        None => Some(led_away::negation(said, page)?),
    };
    let message = match word {
        Some(word) if hidden.is_none() => {
            format!("the words that lead to the quotation leave out the negation `{word}`")
        }
        Some(word) => format!("the cut or bracket hides the negation `{word}`"),
        None => "the quotation is cut loose from the negation that governs it".to_owned(),
    };
    Some(page.of(said, &RULE, message).help(said.answer.advice.clone()))
}

/// Whether a reader has the negation all the same: it stands in the quotation right before, `“Nobody else,” she shot
/// back, “will come.”`, or in the writer's words, `she signs no contract “that nobody has read”`.
fn is_kept(said: &Said<'_>, hidden: &Change, page: &Manuscript<'_>) -> bool {
    if !said.is_fine() || !hidden.given.trim().is_empty() {
        return false;
    }
    page.before(said).is_some_and(|before| {
        let joined = plain_words(&format!("{} {}", before.text, said.answer.text));
        let recorded = plain_words(said.recorded());
        recorded.windows(joined.len().max(1)).any(|words| words == joined)
    }) || led_away::is_denied(said, hidden, page)
}
