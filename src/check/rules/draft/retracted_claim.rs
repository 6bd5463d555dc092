//! `retracted-claim`: what the article took back.

use crate::check::candidate::Kept;
use crate::check::lint::{Cited, Manuscript, Said, holds_any};
use crate::finding::{Finding, Rule};
use crate::ledger::State;
use crate::span::Span;
use crate::wording::ticked;

/// A quotation or citation of a claim that was retracted.
pub static RULE: Rule = Rule::error("retracted-claim", include_str!("retracted_claim.md"));

/// Looks at the claim that a quotation is of.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = said.claim().filter(|_| said.is_telling())?;
    let is_told = || is_told(kept, said.outer, page);
    (is_retracted(kept) && !is_told()).then(|| page.of(said, &RULE, message(kept)).help(help(kept)))
}

/// Looks at the claims that are cited.
pub fn cited(cited: &Cited<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = cited.claims.iter().find(|kept| is_retracted(kept))?;
    if is_told(kept, cited.citation.span, page) || is_quoted(kept, cited, page) {
        return None;
    }
    Some(page.of_citation(cited, &RULE, message(kept)).help(help(kept)))
}

/// Whether the sentence quotes the claim that it cites, which is reported of the quotation.
fn is_quoted(kept: &Kept, cited: &Cited<'_>, page: &Manuscript<'_>) -> bool {
    let is_of = |said: &&Said<'_>| said.claim().is_some_and(|own| own.claim.id == kept.claim.id);
    let here = |said: &&Said<'_>| {
        cited.sentence.start < said.outer.end && said.outer.start < cited.sentence.end
    };
    cited.has_quotation && page.said.iter().filter(here).filter(is_of).any(Said::is_telling)
}

/// Beginnings of words that say it, in the languages that drafts are read in.
const TOLD: [&str; 10] = [
    "retract",
    "withdr",
    "ritratt",
    "ritirat",
    "zurückgezogen",
    "zurückgenommen",
    "rétract",
    "retiré",
    "retirad",
    "desment",
];

/// Whether the draft says of the claim that it was taken back, beside the words or in its footnote.
fn is_told(kept: &Kept, place: Span, page: &Manuscript<'_>) -> bool {
    holds_any(&page.context.told_with(place, kept.claim.id.as_str()), &TOLD)
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
        None => "leave it out, or say that it was retracted".to_owned(),
    }
}
