//! Folding: what print does to words, undone on both sides alike, with a map back to the bytes.

use compact_str::CompactString;

use super::language::Language;
use super::letters::letters;
use super::likeness::skeleton;
use super::scan::{Scanner, elides, is_spaced_letter};
use super::token::{Kind, Token};
use crate::span::Span;

/// A text as its folded tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    tokens: Vec<Token>,
}

/// Folds `text`; `language` is a BCP 47 tag, and where it is not known the apostrophes of Italian are read as well.
pub fn fold(text: &str, language: Option<&str>) -> Folded {
    let italian = language.is_none_or(|tag| Language::of_tag(tag) == Some(Language::Italian));
    let letters = letters(text);
    Folded { tokens: Scanner::new(&letters, italian).tokens() }
}

impl Folded {
    /// The tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The folded text: folding it again gives the same tokens.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let glued = token.glued && self.stays_glued(at);
            if at > 0 && !glued {
                text.push(' ');
            }
            text.push_str(&token.text);
        }
        text
    }

    /// Whether a token must touch the one before it to be read as what it is.
    fn stays_glued(&self, at: usize) -> bool {
        let (Some(token), Some(before)) =
            (self.tokens.get(at), at.checked_sub(1).map(|at| &self.tokens[at]))
        else {
            return false;
        };
        let sign = |token: &Token| matches!(token.text.as_str(), "−" | "′" | "″" | ">");
        token.kind == Kind::Hyphen
            || before.kind == Kind::Hyphen
            || before.kind == Kind::Symbol && token.kind == Kind::Number
            || sign(token)
            || sign(before)
            || before.text.ends_with('\'')
                && token.text.starts_with(|c: char| is_spaced_letter(c) || c.is_numeric())
                && elides(&before.text, token.text.chars().take_while(|c| is_spaced_letter(*c)))
    }
}

impl Token {
    /// A token of `text`, whose other forms follow from it.
    pub(super) fn new(kind: Kind, text: &str, span: Span, leads: bool, glued: bool) -> Self {
        let key: CompactString =
            if text.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
                text.chars().flat_map(char::to_lowercase).collect()
            } else {
                CompactString::from(text)
            };
        let skeleton = skeleton(&key);
        Self { kind, text: CompactString::from(text), key, skeleton, span, leads, glued }
    }
}
