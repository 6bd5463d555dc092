//! `relayed-as-first-hand`: what somebody relayed, told as if it had been heard.

use crate::check::candidate::Kept;
use crate::check::lint::{Around, Cited, Manuscript, Said};
use crate::finding::{Finding, Rule};
use crate::wording::{all_of, ticked};

/// A quotation or report that does not say through whom the article has it.
pub static RULE: Rule =
    Rule::warning("relayed-as-first-hand", include_str!("relayed_as_first_hand.md"));

/// Looks at the paragraphs around a quotation.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = said.claim().filter(|_| said.is_fine() && said.is_telling())?;
    let relayers = left_unsaid(kept, &page.context.around(said.quotation.outer))?;
    let message =
        format!("the article has these words from {relayers}, and the draft does not say so");
    Some(page.of(said, &RULE, message).help(format!("name who relayed it: {relayers}")))
}

/// Looks at the paragraphs around a citation.
pub fn cited(cited: &Cited<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if cited.has_quotation {
        return None;
    }
    let around = page.context.around(cited.citation.span);
    let relayers = cited.claims.iter().find_map(|kept| left_unsaid(kept, &around))?;
    let message = format!("the article has this from {relayers}, and the draft does not say so");
    Some(page.of_citation(cited, &RULE, message).help(format!("name who relayed it: {relayers}")))
}

/// Who relayed a claim, where the words around name none of them.
fn left_unsaid(kept: &Kept, around: &Around<'_>) -> Option<String> {
    if kept.claim.via.is_empty() {
        return None;
    }
    let relayers = kept.claim.via.iter().filter_map(|id| kept.head.sources.get(id.as_str()));
    let mut names = Vec::new();
    for source in relayers {
        if around.names(source) {
            return None;
        }
        names.push(ticked(&source.name));
    }
    (!names.is_empty()).then(|| all_of(names))
}
