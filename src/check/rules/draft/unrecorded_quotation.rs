//! `unrecorded-quotation`: words in quotation marks that the ledger does not know.

use crate::check::lint::{Manuscript, Said};
use crate::check::verdict::Verdict;
use crate::draft::Class;
use crate::finding::{Finding, Rule};

/// A quotation that no claim records.
pub static RULE: Rule = Rule::note("unrecorded-quotation", include_str!("unrecorded_quotation.md"));

/// The same where what may be right is to be reported as well.
pub static STRICT: Rule =
    Rule::warning("unrecorded-quotation", include_str!("unrecorded_quotation.md"));

/// Looks for quotations that nothing recorded is near.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let is_near = match said.answer.verdict {
        Verdict::Unknown => false,
        Verdict::Altered | Verdict::Spelling | Verdict::Reported | Verdict::Translation => {
            // So few words come near something by chance.
            !said.is_slight() || said.is_confirmed()
        }
        _ => true,
    };
    let is_unrecorded = !is_near || said.is_printed && said.answer.verdict == Verdict::Reported;
    if !said.is_speech() || !is_unrecorded {
        return None;
    }
    // A term that the writer keeps at a distance is nobody's words.
    let is_term = said.quotation.class == Class::Scare;
    let rule = if page.is_strict && !is_term { &STRICT } else { &RULE };
    let (message, help) = if said.is_printed {
        (
            "the article prints these words in quotation marks, but no claim records them",
            "record the claim before you rely on it",
        )
    } else {
        ("no claim records these words", "record the claim, or check that they come from elsewhere")
    };
    Some(page.of(said, rule, message).help(help))
}
