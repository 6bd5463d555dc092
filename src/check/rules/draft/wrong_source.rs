//! `wrong-source`: somebody else's words.

use std::sync::Arc;

use crate::check::candidate::Kept;
use crate::check::lint::{Manuscript, Said};
use crate::check::verdict::Attributed;
use crate::finding::{Finding, Rule};

/// A quotation that the draft gives to another than the article does.
pub static RULE: Rule = Rule::error("wrong-source", include_str!("wrong_source.md"));

/// Looks at certain credits only: whoever is not sure whom the draft credits says nobody.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if let Some(finding) = cites_another(said, page) {
        return Some(finding);
    }
    let attribution =
        said.misattribution(|| page.context.around(said.outer)).filter(|_| said.is_telling())?;
    let named = said.credited.as_deref().unwrap_or_default();
    let source = said.source_name();
    let (message, help) = match attribution {
        Attributed::OtherSource => (
            format!("the draft gives the words to `{named}`; the article credits `{source}`"),
            format!("give the words to {source}"),
        ),
        Attributed::NoSource => (
            format!("the draft gives the words to `{named}`; the article credits nobody with them"),
            "say that the article quotes the words without saying whose they are".to_owned(),
        ),
        _ => return None,
    };
    Some(page.of(said, &RULE, message).help(help))
}

/// A quotation with the citation of a claim that is somebody else's.
fn cites_another(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let own = said.claim().filter(|_| said.is_telling())?;
    let numbers = said.quotation.citations.iter();
    let mut cited = numbers
        .filter_map(|number| page.cited.get(*number))
        .flat_map(|cited| &cited.claims)
        .peekable();
    let first = cited.peek()?.claim.id.clone();
    let is_own =
        |kept: &Arc<Kept>| said.claims.iter().any(|known| known.claim.source == kept.claim.source);
    if cited.any(is_own) {
        return None;
    }
    let source = said.source_name();
    let message =
        format!("the draft cites `{first}`; the words are of `{}`, by `{source}`", own.claim.id);
    Some(page.of(said, &RULE, message).help(format!("cite `{}`", own.claim.id)))
}
