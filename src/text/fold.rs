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

    /// The tokens, in order, to keep.
    pub fn into_tokens(self) -> Vec<Token> {
        self.tokens
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
            || sign(token) && before.kind != Kind::Punctuation
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

#[cfg(test)]
mod tests {
    use super::fold;
    use crate::text::token::Kind;

    /// The tokens of a text, each with the first letter of its kind.
    fn tokens(text: &str, language: &str) -> String {
        let folded = fold(text, Some(language));
        let kind = |kind: Kind| match kind {
            Kind::Word => "",
            Kind::Number => "n:",
            Kind::Symbol => "s:",
            Kind::Question => "q:",
            Kind::Ellipsis => "e:",
            Kind::Open | Kind::Close => "b:",
            Kind::Hyphen => "h:",
            Kind::Punctuation => "p:",
        };
        folded
            .tokens()
            .iter()
            .map(|token| format!("{}{}", kind(token.kind), token.text))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_text_is_its_tokens() {
        let cases = [
            ("an elided article", "it", "l'economia c'è", "l' economia c' è"),
            ("a contraction", "en", "don't we're O'Brien", "don't we're O'Brien"),
            ("an apostrophe for an accent", "it", "perche' e' qui", "perche' e' qui"),
            ("a closing mark", "it", "disse 'la idea' e", "disse la idea e"),
            ("numbers", "en", "3.4 3,4 10:30 5/17", "n:3.4 n:3,4 n:10:30 n:5/17"),
            ("grouped thousands", "fr", "1 000 000 ponts", "n:1 000 000 ponts"),
            ("a year before a hundred", "en", "in 2020 100 men", "in n:2020 n:100 men"),
            ("Swiss thousands", "de", "1'000 Franken", "n:1'000 Franken"),
            ("a point without its zero", "en", "a −.5 b", "a s:− n:.5 b"),
            ("money", "en", "$3m, 15 %", "s:$ n:3m p:, n:15 s:%"),
            ("a superscript", "en", "10² cells", "n:10² cells"),
            ("a sign and a range", "en", "-5 to 10–15", "s:− n:5 to n:10 s:− n:15"),
            ("a hyphen and a dash", "en", "well-known - yes—no", "well h:- known p:— yes p:— no"),
            ("a model's name", "en", "COVID-19 R2", "COVID h:- n:19 R2"),
            ("primes", "en", "5′ 6″", "n:5 s:′ n:6 s:″"),
            ("a prime in a word", "en", "R2'0 R2*'0 R2''0", "R2 s:′ n:0 R2 s:′ n:0 R2 s:′ n:0"),
            ("lines quoted in mail", "en", "> a\n>“b”\n>*c*\n>5", "a b c s:> n:5"),
            ("cuts", "en", "a … b ... c [...] d (…) e . . . f", "a e:… b e:… c e:… d e:… e e:… f"),
            ("two dots", "en", "so.. yes", "so p:. yes"),
            ("a letter in brackets", "en", "[T]he walk[ed] [i]'ve", "The walked i've"),
            ("a bracket", "en", "[the company] said", "b:[ the company b:] said"),
            ("questions", "es", "¿Qué? ¡No?!", "p:¿ Qué q:? p:¡ No q:?"),
            ("Chinese", "zh", "桥，安全？", "桥 p:, 安 全 q:?"),
            ("emphasis and products", "en", "**so** _it_ 2*3", "so it n:2 s:* n:3"),
        ];
        for (name, language, text, expected) in cases {
            assert_eq!(tokens(text, language), expected, "{name}");
        }
    }

    #[test]
    fn tokens_know_their_bytes() {
        let text = "«L’&egrave;co [T]he 1 000»";
        let words: Vec<&str> =
            fold(text, Some("it")).tokens().iter().map(|token| &text[token.span.range()]).collect();
        assert_eq!(words, ["L’", "&egrave;co", "[T]he", "1 000"]);
    }
}
