//! `anonymous-as-named`: the words of somebody unnamed, given to a name.

use crate::check::lint::{Manuscript, Said};
use crate::check::verdict::Attributed;
use crate::finding::{Finding, Rule};
use crate::ledger::{Party, SourceKind};

/// A quotation that the draft gives to a name, where the article names nobody.
pub static RULE: Rule = Rule::error("anonymous-as-named", include_str!("anonymous_as_named.md"));

/// Looks at certain credits, and for a name that the sentence puts to whom the article leaves unnamed.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_telling() || said.is_credited_to_article() {
        return None;
    }
    let is_it = said.certain_attribution() == Some(Attributed::AnonymousSource)
        && !said.is_weakly_credited(|| page.context.around(said.outer));
    let named = if is_it { said.credited.clone()? } else { unmasked(said, page)? };
    let source = said.source_name();
    let message =
        format!("the draft gives the words to `{named}`; the article names nobody: `{source}`");
    let help = format!("say who it is as the article does: {source}");
    Some(page.of(said, &RULE, message).help(help))
}

/// Words that put a name to somebody unnamed, in the languages that drafts are read in.
const UNMASKS: [&str; 23] = [
    "believed to be",
    "thought to be",
    "understood to be",
    "said to be",
    "known to be",
    "rumoured to be",
    "rumored to be",
    "identified as",
    "identified later as",
    "che sarebbe",
    "che è",
    "identificato come",
    "identificata come",
    "ossia",
    "bei dem es sich um",
    "bei der es sich um",
    "vermutlich",
    "mutmaßlich",
    "angeblich",
    "qui serait",
    "identifié comme",
    "que sería",
    "identificado como",
];

/// The name that the sentence puts to the unnamed source of a quotation: `said an official, believed to be Mei Ito`.
fn unmasked(said: &Said<'_>, page: &Manuscript<'_>) -> Option<String> {
    let kept = said.claim()?;
    let is_unnamed = matches!(Party::of(&kept.claim, &kept.head), Party::Anonymous(_));
    if !is_unnamed || said.quotation.credit.certain().is_some() {
        return None;
    }
    let sentence = page.context.beside(said.quotation);
    let lower = sentence.to_lowercase();
    let names = || page.noted.sources.values().filter(|source| source.kind == SourceKind::Person);
    UNMASKS.iter().flat_map(|words| lower.match_indices(words)).find_map(|(at, words)| {
        let rest = lower[at + words.len()..].trim_start();
        let is_there = |name: &str| {
            let after = rest.strip_prefix(name.to_lowercase().as_str());
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        let source = names().find(|source| {
            is_there(&source.name) || source.aliases.iter().any(|alias| is_there(alias))
        });
        source.map(|source| source.name.to_string())
    })
}
