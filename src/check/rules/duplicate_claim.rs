//! `duplicate-claim`: one claim recorded twice.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use crate::check::rules::{ClaimAt, Subject};
use crate::finding::{Finding, Rule};
use crate::ledger::Claim;
use crate::text::fold::fold;

/// Two claims of one source with the same statement or the same quote.
pub static RULE: Rule = Rule::warning("duplicate-claim", include_str!("duplicate_claim.md"));

/// Looks at the statements and quotes of a file.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    let mut statements: HashMap<(&str, String), &Claim> = HashMap::new();
    let mut quotes: HashMap<(&str, String), &Claim> = HashMap::new();
    let mut found = Vec::new();
    let language = file.head.article.language();
    let claims: Vec<ClaimAt<'_>> = file.claims().collect();
    let alone = stand_alone(&claims, language);
    for (at, _) in claims.iter().zip(alone).filter(|(_, is_alone)| !is_alone) {
        let claim = at.claim;
        let key = (claim.source.as_str(), folded(&claim.statement, None));
        let first = *statements.entry(key).or_insert(claim);
        if first.id != claim.id {
            found.push(finding(at, "statement", 0, first));
            continue;
        }
        for (number, quote) in claim.quotes.iter().enumerate() {
            let key = (claim.source.as_str(), folded(&quote.exact, language));
            let first = *quotes.entry(key).or_insert(claim);
            if first.id != claim.id && !stand_apart(first, claim) {
                found.push(finding(at, "quotes", number, first));
            }
        }
    }
    found
}

fn finding(at: &ClaimAt<'_>, field: &str, number: usize, first: &Claim) -> Finding {
    let (what, path) = match field {
        "quotes" => ("quote", at.path(field).then(number).then("exact")),
        _ => ("statement", at.path(field)),
    };
    let said =
        format!("claim `{}` has the same source and {what} as claim `{}`", at.claim.id, first.id);
    let help = "keep one of the two; where the article says it twice, add the second passage to it";
    at.found(&RULE, path, said).help(help)
}

/// Whether both claims say where they stand, and no paragraph holds both.
fn stand_apart(one: &Claim, other: &Claim) -> bool {
    let paragraphs = |claim: &Claim| -> Vec<u32> {
        let numbers = claim.passages.iter().map(|passage| passage.paragraph.get());
        numbers.collect()
    };
    let (one, other) = (paragraphs(one), paragraphs(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|number| other.contains(number))
}

/// Whether each claim has a statement, and quotes, that can be no other's, by a hash of their plain letters:
/// folding costs twenty times as much, and hardly any claim stands twice.
fn stand_alone(claims: &[ClaimAt<'_>], language: Option<&str>) -> Vec<bool> {
    let hasher = RandomState::new();
    let hashes_of = |claim: &Claim| -> Vec<u64> {
        let hash = |is_quote: bool, text: &str, language| {
            hasher.hash_one((claim.source.as_str(), is_quote, plain(text, language)))
        };
        let quotes = claim.quotes.iter().map(|quote| hash(true, &quote.exact, language));
        std::iter::once(hash(false, &claim.statement, None)).chain(quotes).collect()
    };
    let all: Vec<Vec<u64>> = claims.iter().map(|at| hashes_of(at.claim)).collect();
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for hash in all.iter().flatten() {
        *counts.entry(*hash).or_default() += 1;
    }
    let is_alone = |own: &Vec<u64>| own.iter().all(|hash| counts.get(hash) == Some(&1));
    all.iter().map(is_alone).collect()
}

/// The letters and numbers of a text, or of what it folds to, that are ASCII, in lower case.
fn plain(text: &str, language: Option<&str>) -> String {
    let letters = |text: &str| {
        let mut plain = String::with_capacity(text.len());
        for byte in text.bytes().filter(u8::is_ascii_alphanumeric) {
            plain.push(char::from(byte.to_ascii_lowercase()));
        }
        plain
    };
    if text.chars().all(stays) { letters(text) } else { letters(&folded(text, language)) }
}

/// Whether folding makes nothing else of a character in whatever company: neither letters of a mark, nor a
/// letter of ASCII of another. `&` may begin the name of a letter.
const fn stays(letter: char) -> bool {
    letter.is_ascii() && letter != '&'
        || matches!(letter, 'À'..='ÿ' | '«' | '»' | '–' | '—' | '‘'..='‚' | '“'..='„' | '…' | '\u{a0}')
}

/// The words without case and punctuation.
fn folded(text: &str, language: Option<&str>) -> String {
    let folded = fold(text, language);
    let spoken = folded.tokens().iter().filter(|token| token.kind.is_spoken());
    spoken.map(|token| token.key.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{folded, plain, stays};

    fn plain_of_folded(text: &str) -> String {
        let folded = folded(text, Some("it"));
        let plain = folded.chars().filter(char::is_ascii_alphanumeric);
        plain.map(|letter| letter.to_ascii_lowercase()).collect()
    }

    proptest! {
        #![proptest_config(crate::trial::with(2000))]

        /// Else two texts that fold alike could have two hashes, and a claim that stands twice be missed.
        #[test]
        fn plain_letters_are_those_of_the_folded_text(
            text in "([ -~]|[À-ÿ]|[«»–—‘’‚“”„… ]|[a-zA-Z0-9]{1,4}|\u{301}|&eacute;|ﬁ|²|ё|[.] [.]|\n> ){0,24}",
        ) {
            prop_assert_eq!(plain(&text, Some("it")), plain_of_folded(&text));
        }
    }

    #[test]
    fn every_character_that_stays_stays_among_letters() {
        for letter in ('\0'..='\u{2fff}').filter(|letter| stays(*letter)) {
            for text in [format!("a{letter}b"), format!("1{letter}2"), format!("{letter} c")] {
                assert_eq!(plain(&text, Some("it")), plain_of_folded(&text), "{text:?}");
            }
        }
    }
}
