//! A folded token, and the bytes it came from.

use compact_str::CompactString;

use crate::span::Span;

/// What a token is; the kind decides whether a difference in it is a hard change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters; a script without spaces gives one token a character.
    Word,
    /// Digits, their separators and what is joined to them: `3.4`, `1 000`, `10²`, `5km`.
    Number,
    /// A sign that carries value: a currency, `%`, `±`, a dash before a digit, a prime after one.
    Symbol,
    /// A question mark of any script.
    Question,
    /// A mark of a cut: `…`, `...`, `[…]`, `(…)`.
    Ellipsis,
    /// `[`, which opens a writer's insertion.
    Open,
    /// `]`, which closes it.
    Close,
    /// A hyphen inside a compound: `well-known`.
    Hyphen,
    /// What stands between words and never decides: `, ; : . !`, dashes, parentheses.
    Punctuation,
}

impl Kind {
    /// Whether a difference in such a token only shows, and never decides.
    pub const fn is_soft(self) -> bool {
        matches!(self, Self::Punctuation)
    }

    /// Whether it is a word or a number, which a reader reads aloud.
    pub const fn is_spoken(self) -> bool {
        matches!(self, Self::Word | Self::Number)
    }
}

/// A word, a number or a mark of a text, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// The folded form, its case kept.
    pub text: CompactString,
    /// The folded form in lower case.
    pub key: CompactString,
    /// [`Token::key`] without accents and apostrophes, `ß` as `ss`: equal where only the spelling differs.
    pub skeleton: CompactString,
    /// The bytes of the original text.
    pub span: Span,
    /// Whether a sentence may begin here, so that the case of the first letter is the typesetter's.
    pub leads: bool,
    /// Whether it follows the token before it without a space.
    pub glued: bool,
}
