//! `anonymous-as-named`: the words of somebody unnamed, given to a name.

use crate::check::lint::{Manuscript, Said};
use crate::check::verdict::Attributed;
use crate::finding::{Finding, Rule};

/// A quotation that the draft gives to a name, where the article names nobody.
pub static RULE: Rule = Rule::error("anonymous-as-named", include_str!("anonymous_as_named.md"));

/// Looks at certain credits only.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let is_it = said.certain_attribution() == Some(Attributed::AnonymousSource);
    if !is_it || !said.is_telling() || said.is_credited_to_article() {
        return None;
    }
    if said.is_weakly_credited(|| page.context.around(said.outer)) {
        return None;
    }
    let named = said.credited.as_deref().unwrap_or_default();
    let source = said.source_name();
    let message =
        format!("the draft gives the words to `{named}`; the article names nobody: `{source}`");
    let help = format!("say who it is as the article does: {source}");
    Some(page.of(said, &RULE, message).help(help))
}
