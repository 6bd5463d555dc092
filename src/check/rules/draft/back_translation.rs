//! `back-translation`: the curator's own translation in quotation marks.

use crate::check::lint::{Manuscript, Said};
use crate::check::verdict::Verdict;
use crate::finding::{Finding, Rule};
use crate::wording::ticked;

/// A quotation of words that were translated, and printed by nobody.
pub static RULE: Rule = Rule::error("back-translation", include_str!("back_translation.md"));

/// Looks for words of a rendering, or near to one.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let is_chance = said.is_slight() && !said.is_confirmed();
    if !said.is_speech() || said.answer.verdict != Verdict::Translation || is_chance {
        return None;
    }
    let claim = said.answer.claims.first().map(ticked).unwrap_or_default();
    let message =
        format!("the quotation is a translation of {claim} by the curator, and printed by nobody");
    Some(page.of(said, &RULE, message).help(said.answer.advice.clone()))
}
