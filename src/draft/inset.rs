//! A cue that the writer set inside the marks, as French and Italian newspapers do:
//! `« L'eau, a-t-elle annoncé, restera froide »`, `«I libri – dice Ito – sono qui»`. It is none of the speaker's words.

use std::cell::OnceCell;

use super::lexicon::{Lexicon, Traits};
use crate::span::Span;
use crate::text::language::Language;

/// A cue and its speaker have no more words than this.
const LONGEST: usize = 8;

/// What stands between a cue and the words that it is set into.
const PAUSES: [char; 4] = [',', '–', '—', '―'];

/// The cues in the words of a quotation, with the commas or dashes around them; bytes of the page.
pub(super) fn insets(text: &str, words: Span, main: &'static Lexicon) -> Vec<Span> {
    let quoted = &text[words.range()];
    if !quoted.contains(PAUSES) {
        return Vec::new();
    }
    let language = OnceCell::new();
    let lexicon = || *language.get_or_init(|| Lexicon::of_passage(quoted, main));
    let mut pauses: Vec<(usize, char)> = quoted
        .match_indices(PAUSES)
        .filter_map(|(at, mark)| Some((at, mark.chars().next()?)))
        .collect();
    pauses.push((quoted.trim_end().trim_end_matches('.').len(), '.'));
    let mut found: Vec<Span> = Vec::new();
    for pair in pauses.windows(2) {
        let [(start, opens), (end, closes)] = [pair[0], pair[1]];
        let is_pair = opens == closes || closes == '.';
        let Some(said) = quoted.get(start + opens.len_utf8()..end).filter(|_| is_pair) else {
            continue;
        };
        let is_open = found.last().is_none_or(|last| last.end <= words.start + start);
        let is_short = said.split_whitespace().nth(LONGEST).is_none();
        if is_open && is_short && is_cue(said, opens == ',', lexicon) {
            let end = if closes == '.' { end } else { end + closes.len_utf8() };
            found.push(Span::new(words.start + start, words.start + end));
        }
    }
    found
}

/// Whether words are a verb of saying and its subject behind it; between commas only French sets them so.
fn is_cue(said: &str, by_commas: bool, lexicon: impl Fn() -> &'static Lexicon) -> bool {
    let words: Vec<&str> = said.split_whitespace().collect();
    // The verb comes first in these; which language it is costs more to tell.
    let first = words.first().and_then(|word| word.split('-').next()).unwrap_or_default();
    let may_say = |lexicon: &Lexicon| lexicon.traits(first).has(Traits::SAY.and(Traits::AUXILIARY));
    if !Lexicon::all().iter().any(may_say) {
        return false;
    }
    let lexicon = lexicon();
    let says = || says(&words, lexicon);
    match lexicon.language {
        Language::French => says() || asks_back(&words, lexicon),
        Language::Italian | Language::Spanish => !by_commas && (says() || is_bare(&words, lexicon)),
        _ => false,
    }
}

/// `dice Ito`, `ha detto la sindaca`, `ha aggiunto`.
fn says(words: &[&str], lexicon: &Lexicon) -> bool {
    let has = |at: usize, traits: Traits| {
        words.get(at).is_some_and(|word| lexicon.traits(word).has(traits))
    };
    let speaker = |at: usize| {
        words.get(at).is_some_and(|word| {
            let word = word.split(['\'', '’']).next().unwrap_or(word);
            word.starts_with(char::is_uppercase)
                || lexicon.traits(word).has(Traits::DETERMINER.and(Traits::INDEFINITE))
        })
    };
    (has(0, Traits::SAY) && speaker(1))
        || (has(0, Traits::AUXILIARY)
            && has(1, Traits::PARTICIPLE)
            && (words.len() == 2 || speaker(2)))
}

/// `– dice –`, `—denunció—`: the verb alone.
fn is_bare(words: &[&str], lexicon: &Lexicon) -> bool {
    matches!(words, [verb] if lexicon.traits(verb).has(Traits::SAY))
}

/// `dit-il`, `explique-t-elle`, `a-t-elle annoncé`.
fn asks_back(words: &[&str], lexicon: &Lexicon) -> bool {
    const PRONOUNS: [&str; 6] = ["il", "elle", "on", "ils", "elles", "je"];
    let Some((verb, pronoun)) = words.first().and_then(|word| word.split_once('-')) else {
        return false;
    };
    let is_turned = PRONOUNS.contains(&pronoun.strip_prefix("t-").unwrap_or(pronoun));
    let said = || words.get(1).is_some_and(|word| lexicon.traits(word).has(Traits::PARTICIPLE));
    let traits = lexicon.traits(verb);
    is_turned && (traits.has(Traits::SAY) || traits.has(Traits::AUXILIARY) && said())
}
