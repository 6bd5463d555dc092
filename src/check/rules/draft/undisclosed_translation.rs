//! `undisclosed-translation`: printed words that are a translation, and the draft does not say so.

use crate::check::caution::Caution;
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
    let help = "say it once near the words: “in translation”, “as quoted in Italian”";
    Some(page.of(said, &RULE, message).help(help))
}
