//! `short-fragment`: a word or two of what somebody said.

use crate::check::caution::Caution;
use crate::check::lint::{Manuscript, Said};
use crate::finding::{Finding, Rule};

/// A quotation of so few words that they may be anybody's.
pub static RULE: Rule = Rule::note("short-fragment", include_str!("short_fragment.md"));

/// Looks for fragments under four words.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_speech() || !said.is_fine() || !said.has(Caution::Short) {
        return None;
    }
    // A word that the article happens to print is a fragment of it only where its speaker is credited; and what
    // the cue parts is read on: `“My well,” she says, “has never gone dry.”`
    if !said.is_confirmed() || page.is_parted(said) {
        return None;
    }
    let message = "so few words may be anybody's";
    Some(
        page.of(said, &RULE, message)
            .help("quote more of the sentence, or report it without quotation marks"),
    )
}
