//! `joined-quotations`: one quotation made of two.

use crate::check::lint::{Manuscript, Said};
use crate::check::verdict::Verdict;
use crate::finding::{Finding, Rule};
use crate::wording::{all_of, ticked};

/// A quotation joined from what was said apart, or by two speakers.
pub static RULE: Rule = Rule::error("joined-quotations", include_str!("joined_quotations.md"));

/// Looks for quotations that only several quotes hold together.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_speech() || said.answer.verdict != Verdict::Stitched {
        return None;
    }
    let claims = &said.answer.claims;
    let message = match claims.as_slice() {
        [_, _, ..] => {
            format!("the quotation joins the words of {}", all_of(claims.iter().map(ticked)))
        }
        _ => "the quotation joins words that were said apart, or in another order".to_owned(),
    };
    Some(page.of(said, &RULE, message).help(said.answer.advice.clone()))
}
