//! `hidden-negation`: a quotation that loses or gains its “not” by a cut or a bracket.

use crate::check::answer::Change;
use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::led_away;
use crate::finding::{Finding, Rule};
use crate::text::fold::fold;
use crate::text::language::Language;
use crate::text::plain::plain_words;
use crate::text::token::Token;
use crate::text::words::Lexicon;

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
    let message = match hidden {
        Some(hidden) if is_kept(said, hidden, page) => return None,
        Some(hidden) => told(said, hidden),
        None => {
            let negation = led_away::negation(said, page)?;
            format!("the words that lead to the quotation leave out the negation `{negation}`")
        }
    };
    Some(page.of(said, &RULE, message).help(said.answer.advice.clone()))
}

/// What the cut takes away, and from which negation.
fn told(said: &Said<'_>, hidden: &Change) -> String {
    let words = [&hidden.recorded, &hidden.given];
    let Some(words) = words.into_iter().map(|word| word.trim()).find(|word| !word.is_empty())
    else {
        return "the quotation is cut loose from the negation that governs it".to_owned();
    };
    let all = negations(said, words);
    let before = said.recorded().get(..hidden.recorded_at.start).unwrap_or_default();
    match (all.is_empty(), negations(said, before).last()) {
        (true, Some(negation)) if !hidden.recorded.trim().is_empty() => {
            format!("the cut takes away `{words}`, which `{negation}` denies")
        }
        _ => format!("the cut or bracket hides the negation `{words}`"),
    }
}

/// The words that deny, in the language of the recorded ones.
fn negations(said: &Said<'_>, words: &str) -> Vec<String> {
    let language = said.claim().and_then(|kept| kept.language(kept.claim.quotes.first()?));
    let folded = fold(words, language.as_deref());
    let tokens: Vec<&Token> = folded.tokens().iter().collect();
    let lexicon = Lexicon::of(language.as_deref().and_then(Language::of_tag));
    let classes = lexicon.classes(&tokens);
    let denying = tokens.iter().zip(classes).filter(|(_, class)| class.negates());
    denying.map(|(token, _)| token.text.to_string()).collect()
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
