//! How like two words are: the same, the same in other case, a spelling variant, or another word.

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::glyphs::is_apostrophe;
use super::token::{Kind, Token};

/// How like two tokens are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same word, as far as print can tell.
    Same,
    /// The same letters in other case, where no sentence begins.
    Case,
    /// An accent, an apostrophe or a spelling variant differs.
    Spelling,
    /// Another word.
    Different,
}

/// How like two tokens are; different kinds are never alike.
pub fn likeness(a: &Token, b: &Token) -> Likeness {
    if a.kind != b.kind {
        return Likeness::Different;
    }
    if a.key == b.key {
        return if a.text == b.text || case_is_typesetting(a, b) {
            Likeness::Same
        } else {
            Likeness::Case
        };
    }
    if a.kind != Kind::Word || a.skeleton != b.skeleton {
        return Likeness::Different;
    }
    if apostrophe_is_accent(&a.key, &b.key) || apostrophe_is_accent(&b.key, &a.key) {
        return Likeness::Same;
    }
    if unligatured(&a.key).eq(unligatured(&b.key)) {
        return Likeness::Same;
    }
    Likeness::Spelling
}

/// The letters of a word, its ligatures taken apart: `coeur` of `cœur`.
///
/// Habit of print: keyboards have no `œ` and no `æ`.
fn unligatured(key: &str) -> impl Iterator<Item = char> + use<'_> {
    key.chars().flat_map(|letter| {
        let (first, second) = match letter {
            'œ' => ('o', Some('e')),
            'æ' => ('a', Some('e')),
            other => (other, None),
        };
        std::iter::once(first).chain(second)
    })
}

/// Whether only the first letter's case differs, and one of the two begins a sentence.
fn case_is_typesetting(a: &Token, b: &Token) -> bool {
    let rest = |token: &Token| {
        let mut letters = token.text.chars();
        letters.next();
        letters.collect::<CompactString>()
    };
    (a.leads || b.leads) && rest(a) == rest(b)
}

/// Words cut short, whose apostrophe stands for letters and not for an accent (Serianni, Grammatica italiana, I.74-79).
const CUT_SHORT: [&str; 13] =
    ["po", "di", "fa", "sta", "va", "be", "mo", "to", "ca", "de", "co", "que", "vo"];

/// Whether `plain` ends in an apostrophe where `accented` has the accent: `perche'` and `perché`, `E'` and `È`.
///
/// Habit of print: news agencies, and keyboards without accents. That the accented word exists is attested by the
/// other side, which prints it; so `po'` and `di'` are left alone.
fn apostrophe_is_accent(plain: &str, accented: &str) -> bool {
    let Some(stem) = plain.strip_suffix('\'').filter(|stem| !CUT_SHORT.contains(stem)) else {
        return false;
    };
    let Some((start, vowel)) = stem.char_indices().next_back() else {
        return false;
    };
    let accents = match vowel {
        'a' => "àá",
        'e' => "èé",
        'i' => "ìíî",
        'o' => "òó",
        'u' => "ùú",
        _ => return false,
    };
    accented
        .strip_prefix(&stem[..start])
        .is_some_and(|end| end.chars().count() == 1 && accents.contains(end))
}

/// A lower-case word without what spelling variants differ in: accents, apostrophes, `ß`/`ss`, `œ`/`oe`.
pub fn skeleton(key: &str) -> CompactString {
    if key.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return CompactString::from(key);
    }
    let mut plain = CompactString::default();
    for c in key.nfd().filter(|c| !is_combining_mark(*c) && !is_apostrophe(*c)) {
        match c {
            'ß' => plain.push_str("ss"),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'đ' => plain.push('d'),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Likeness, likeness};
    use crate::text::fold::fold;

    #[test]
    fn words_are_alike_or_not() {
        let cases = [
            ("the same", "ponte", "ponte", Likeness::Same),
            ("a capital at the start", "Ponte", "ponte", Likeness::Same),
            ("capitals", "PONTE", "ponte", Likeness::Case),
            ("an apostrophe for an accent", "citta'", "città", Likeness::Same),
            ("an acute for a grave", "perché", "perchè", Likeness::Spelling),
            ("a ligature", "cœur", "coeur", Likeness::Same),
            ("sharp s", "Fuß", "Fuss", Likeness::Spelling),
            ("an apocope", "po'", "pò", Likeness::Spelling),
            ("another letter", "ponte", "monte", Likeness::Different),
            ("a superscript", "10²", "102", Likeness::Different),
            ("a word and a number", "uno", "1", Likeness::Different),
        ];
        for (name, a, b, expected) in cases {
            let (a, b) = (fold(a, Some("it")), fold(b, Some("it")));
            assert_eq!(likeness(&a.tokens()[0], &b.tokens()[0]), expected, "{name}");
        }
    }
}
