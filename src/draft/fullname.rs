//! Names of the ledger that are more than a run of capitals: `Ministry of Culture`, `Supporters’ Trust`.

use std::collections::HashMap;

use super::cast::KnownName;
use super::lexicon::{Lexicon, Traits};
use super::token::{Kind, Token};
use crate::ledger::SourceKind;
use crate::span::Span;

/// The names of organisations and documents that hold small words, commas or possessives, by their first word.
#[derive(Debug)]
pub(super) struct FullNames<'a> {
    by_first: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> FullNames<'a> {
    pub fn new(known: &[KnownName<'a>]) -> Self {
        let things = known.iter().map(|known| known.source);
        let things = things.filter(|source| source.kind != SourceKind::Person && !source.anonymous);
        let names = things.flat_map(|source| std::iter::once(&source.name).chain(&source.aliases));
        let mut by_first: HashMap<&str, Vec<&str>> = HashMap::new();
        for name in
            names.map(|name| without_article(name)).filter(|name| is_more_than_capitals(name))
        {
            by_first.entry(first_word(name)).or_default().push(name);
        }
        // The longest first: `Ministry of Culture and Sport` before `Ministry of Culture`.
        for names in by_first.values_mut() {
            names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
        }
        Self { by_first }
    }

    /// The tokens, those of such a name joined to one word.
    pub fn join<'t>(&self, text: &'t str, tokens: Vec<Token<'t>>) -> Vec<Token<'t>> {
        if self.by_first.is_empty() {
            return tokens;
        }
        let mut joined: Vec<Token<'t>> = Vec::with_capacity(tokens.len());
        let mut covered = 0;
        for (at, token) in tokens.iter().enumerate() {
            if token.span.start < covered {
                continue;
            }
            let last = self.end_of(text, token).and_then(|end| {
                tokens[at..]
                    .iter()
                    .take_while(|token| token.span.end <= end)
                    .last()
                    .filter(|last| last.span.end == end)
            });
            match last {
                Some(last) => {
                    let span = Span::new(token.span.start, last.span.end);
                    covered = span.end;
                    joined.push(Token {
                        kind: Kind::Word,
                        text: &text[span.range()],
                        traits: Traits::default(),
                        span,
                        possessive: last.possessive,
                        capital: true,
                    });
                }
                None => joined.push(token.clone()),
            }
        }
        joined
    }

    /// Where a name ends that begins with this token.
    fn end_of(&self, text: &str, token: &Token<'_>) -> Option<usize> {
        if !token.capital {
            return None;
        }
        let names = self.by_first.get(first_word(&text[token.span.start..]))?;
        names.iter().find_map(|name| {
            let length = length_of(name, &text[token.span.start..])?;
            Some(token.span.start + length)
        })
    }
}

/// How much of a text is this name, however its apostrophes and blanks are written; none where it does not begin so.
fn length_of(name: &str, text: &str) -> Option<usize> {
    let alike = |a: char, b: char| {
        let is_apostrophe = |letter: char| matches!(letter, '\'' | '’');
        a == b || is_apostrophe(a) && is_apostrophe(b) || a.is_whitespace() && b.is_whitespace()
    };
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        letters.next().filter(|(_, letter)| alike(wanted, *letter))?;
    }
    let rest = letters.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(text.len() - rest.len())
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// `The Ministry of Culture` is written `a Ministry of Culture official` as well.
fn without_article(name: &str) -> &str {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let lower = first.to_lowercase();
    let is_article =
        Lexicon::all().iter().any(|lexicon| lexicon.traits(&lower).has(Traits::DETERMINER));
    if is_article && rest.contains(' ') { rest } else { name }
}

fn is_more_than_capitals(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let is_plain = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric)
    };
    words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
        && name.contains(' ')
        && !name.split_whitespace().all(is_plain)
}
