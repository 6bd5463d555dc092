//! `relayed-as-first-hand`: what somebody relayed, told as if it had been heard.

use crate::check::candidate::Kept;
use crate::check::lint::{Cited, Manuscript, Said};
use crate::finding::{Finding, Rule};
use crate::ledger::name::each_word;
use crate::wording::{all_of, ticked};

/// A quotation or report that does not say through whom the article has it.
pub static RULE: Rule =
    Rule::warning("relayed-as-first-hand", include_str!("relayed_as_first_hand.md"));

/// Shorter words tell no name.
const TELLING: usize = 4;

/// Looks at the paragraphs around a quotation.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = said.claim().filter(|_| said.is_fine() && said.is_telling())?;
    let relayers = left_unsaid(kept, &page.context.around(said.quotation.outer))?;
    let message = format!("the article has these words from {relayers}, and the draft does not say so");
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
fn left_unsaid(kept: &Kept, around: &str) -> Option<String> {
    if kept.claim.via.is_empty() {
        return None;
    }
    let mut words = std::collections::HashSet::new();
    each_word(around, &mut |word| drop(words.insert(word.to_owned())));
    let mut names = Vec::new();
    for id in &kept.claim.via {
        let Some(source) = kept.head.sources.get(id.as_str()) else { continue };
        let mut is_named = false;
        for name in std::iter::once(&source.name).chain(&source.aliases) {
            let is_short = name.chars().count() < TELLING;
            each_word(name, &mut |word| {
                is_named |= (is_short || word.chars().count() >= TELLING) && words.contains(word);
            });
        }
        if is_named {
            return None;
        }
        names.push(ticked(&source.name));
    }
    (!names.is_empty()).then(|| all_of(names))
}
