//! `retracted-claim`: what the article took back.

use crate::check::candidate::Kept;
use crate::check::lint::{Cited, Manuscript, Said};
use crate::finding::{Finding, Rule};
use crate::ledger::State;
use crate::wording::ticked;

/// A quotation or citation of a claim that was retracted.
pub static RULE: Rule = Rule::error("retracted-claim", include_str!("retracted_claim.md"));

/// Looks at the claim that a quotation is of.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = said.claim().filter(|_| said.is_telling())?;
    is_retracted(kept).then(|| page.of(said, &RULE, message(kept)).help(help(kept)))
}

/// Looks at the claims that are cited.
pub fn cited(cited: &Cited<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = cited.claims.iter().find(|kept| is_retracted(kept))?;
    Some(page.of_citation(cited, &RULE, message(kept)).help(help(kept)))
}

fn is_retracted(kept: &Kept) -> bool {
    kept.claim.state() == State::Retracted
}

fn message(kept: &Kept) -> String {
    format!("the article took `{}` back", kept.claim.id)
}

fn help(kept: &Kept) -> String {
    let instead = kept.claim.status.as_ref().and_then(|status| status.replaced_by.as_ref());
    match instead {
        Some(instead) => format!("{} stands in its place", ticked(instead)),
        None => "leave it out, or say that it was retracted and allow the finding".to_owned(),
    }
}
