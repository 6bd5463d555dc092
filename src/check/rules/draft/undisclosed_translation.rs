//! `undisclosed-translation`: printed words that are a translation, and the draft does not say so.

use crate::check::caution::Caution;
use crate::check::credit::tongue;
use crate::check::lint::{Manuscript, Said};
use crate::finding::{Finding, Rule};

/// A quotation of words that the article itself prints in translation.
pub static RULE: Rule =
    Rule::warning("undisclosed-translation", include_str!("undisclosed_translation.md"));

/// Beginnings of the words that disclose a translation, in the languages that drafts are read in.
const DISCLOSED: [&str; 8] = [
    "translat",
    "tradu",
    "tradott",
    "übersetz",
    "uebersetz",
    "in the article's ",
    "in the article’s ",
    "as the article quotes",
];

/// Looks for words that say it in the paragraphs around, and in the notes.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_telling() || !said.has(Caution::Translated) {
        return None;
    }
    if page.context.around(said.quotation.outer).translates(&DISCLOSED) {
        return None;
    }
    let message =
        "the printed words are a translation, or presumed to be, and the draft does not say so";
    let printed = said.claim().and_then(|kept| kept.language(kept.claim.quotes.first()?));
    let quoted = printed.map(|tag| format!(", “as quoted in {}”", tongue(&tag)));
    let help =
        format!("say it once near the words: “in translation”{}", quoted.unwrap_or_default());
    Some(page.of(said, &RULE, message).help(help))
}
