//! `plural-source`: one source made into several.

use std::num::NonZero;

use crate::check::candidate::Kept;
use crate::check::lint::{Cited, Manuscript, Said};
use crate::check::rules::draft::speakers::speakers;
use crate::draft::Credit;
use crate::finding::{Finding, Rule};
use crate::ledger::{Party, SourceKind};

/// A draft that speaks of sources where the article has one.
pub static RULE: Rule = Rule::warning("plural-source", include_str!("plural_source.md"));

/// Words for several sources of whom nothing more is told, in the languages that drafts are read in.
const SEVERAL: [&str; 40] = [
    "sources",
    "officials",
    "insiders",
    "experts",
    "analysts",
    "aides",
    "employees",
    "engineers",
    "researchers",
    "executives",
    "observers",
    "people close to",
    "people familiar with",
    "some say",
    "fonti",
    "funzionari",
    "esperti",
    "analisti",
    "addetti ai lavori",
    "ingegneri",
    "dipendenti",
    "persone vicine",
    "osservatori",
    "quellen",
    "experten",
    "beobachter",
    "insidern",
    "fachleute",
    "mitarbeiter",
    "des sources",
    "plusieurs sources",
    "des experts",
    "des observateurs",
    "des proches",
    "fuentes",
    "expertos",
    "funcionarios",
    "analistas",
    "observadores",
    "empleados",
];

/// Looks at the sentence of a quotation that is given to no name.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = said.claim().filter(|_| said.is_fine() && said.is_telling())?;
    if !matches!(said.quotation.credit, Credit::Nobody) {
        return None;
    }
    let sentence = page.context.beside(said.quotation).to_lowercase();
    if let Some(several) = several_for_one(&sentence, kept) {
        return Some(page.of(said, &RULE, message(several, kept)).help(help(kept)));
    }
    let source = Party::of(&kept.claim, &kept.head).source()?;
    // The words of a name are no nouns that others could be told by.
    if !source.anonymous && source.kind != SourceKind::Group {
        return None;
    }
    let speakers = speakers(&sentence, &source.name.to_lowercase())?;
    let one = (source.kind == SourceKind::Person).then_some(1);
    let message = match source.count.map(NonZero::get).or(one)? {
        1 if speakers.is_plural && speakers.number != Some(1) => message(&speakers.words, kept),
        count if speakers.number.is_some_and(|number| number != count) => format!(
            "the draft speaks of `{}`; the article has {count}: `{}`",
            speakers.words,
            name(kept)
        ),
        _ => return None,
    };
    Some(page.of(said, &RULE, message).help(help(kept)))
}

/// Looks at the sentence of a citation.
pub fn cited(cited: &Cited<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if cited.has_quotation {
        return None;
    }
    let sentence = page.context.own_words(cited.sentence).to_lowercase();
    let found =
        cited.claims.iter().find_map(|kept| Some((several_for_one(&sentence, kept)?, kept)));
    let (several, kept) = found?;
    Some(page.of_citation(cited, &RULE, message(several, kept)).help(help(kept)))
}

/// The word for several in a sentence about what one source said.
fn several_for_one(sentence: &str, kept: &Kept) -> Option<&'static str> {
    let source = Party::of(&kept.claim, &kept.head).source()?;
    let is_one = source.count.map_or(source.kind == SourceKind::Person, |count| count.get() == 1);
    if !is_one || sentence.contains(source.name.to_lowercase().as_str()) {
        return None;
    }
    // "an official" beside "officials": the one is told apart from the several.
    let names_one = |word: &str| word.strip_suffix('s').is_some_and(|one| stands_in(one, sentence));
    let is_several = |word: &&&str| {
        stands_in(word, sentence)
            && !names_one(word)
            && !is_singular(word, sentence)
            && !is_one_of(word, sentence)
    };
    SEVERAL.iter().find(is_several).copied()
}

/// Whether a word that is the same for one and for several is led by an article of one: `ein langjähriger
/// Mitarbeiter`.
fn is_singular(word: &str, sentence: &str) -> bool {
    const ONE: [&str; 5] = ["ein", "einem", "einen", "eines", "jeder"];
    sentence.match_indices(word).any(|(at, _)| {
        let mut before = sentence[..at].split_whitespace().rev();
        before.by_ref().take(2).any(|word| ONE.contains(&word))
    })
}

/// Whether one of the several is told of: `one of her officials`, `una delle fonti`.
fn is_one_of(word: &str, sentence: &str) -> bool {
    const ONE: [&str; 10] =
        ["one", "uno", "una", "un", "une", "einer", "eine", "eines", "einem", "einen"];
    const OF: [&str; 22] = [
        "of", "dei", "degli", "delle", "dai", "tra", "fra", "di", "der", "von", "unter", "aus",
        "ihrer", "seiner", "unserer", "dieser", "des", "de", "d", "parmi", "entre", "ses",
    ];
    /// Articles and adjectives between: `one of the three senior officials`.
    const BETWEEN: usize = 4;
    sentence.match_indices(word).any(|(at, _)| {
        let parts = sentence[..at].split(|letter: char| !letter.is_alphanumeric());
        let before: Vec<&str> =
            parts.rev().filter(|part| !part.is_empty()).take(BETWEEN + 2).collect();
        // Backwards: the word of the one stands behind its preposition.
        before.windows(2).any(|pair| OF.contains(&pair[0]) && ONE.contains(&pair[1]))
    })
}

/// Whether whole words stand in a sentence.
fn stands_in(word: &str, sentence: &str) -> bool {
    sentence.match_indices(word).any(|(at, _)| {
        let edge = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
        let after = sentence[at + word.len()..].chars().next();
        edge(sentence[..at].chars().next_back()) && edge(after)
    })
}

fn message(several: &str, kept: &Kept) -> String {
    format!("the draft speaks of `{several}`; the article has one source: `{}`", name(kept))
}

fn help(kept: &Kept) -> String {
    format!("say who it is as the article does: {}", name(kept))
}

fn name(kept: &Kept) -> &str {
    Party::of(&kept.claim, &kept.head).name()
}
