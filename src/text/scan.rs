//! The second step of folding: letters gathered into tokens.

mod marks;
mod numbers;
mod words;

pub(super) use self::words::elides;

use super::glyphs::{is_apostrophe, is_dash, is_quotation_mark, is_unspaced};
use super::letters::Letter;
use super::token::{Kind, Token};
use crate::span::Span;

/// Gathers letters into tokens.
pub(super) struct Scanner<'a> {
    letters: &'a [Letter],
    at: usize,
    tokens: Vec<Token>,
    leads: bool,
    glued: bool,
    /// How many tokens stand on the lines before this one.
    before_line: usize,
    /// The single quotation marks that are open.
    open_singles: Vec<char>,
    /// How many straight double marks are open.
    open_doubles: usize,
    italian: bool,
}

impl<'a> Scanner<'a> {
    /// `italian`: whether an apostrophe after a final vowel may stand for its accent.
    pub(super) fn new(letters: &'a [Letter], italian: bool) -> Self {
        Self {
            letters,
            at: 0,
            tokens: Vec::new(),
            leads: true,
            glued: false,
            before_line: 0,
            open_singles: Vec::new(),
            open_doubles: 0,
            italian,
        }
    }

    /// All tokens.
    pub(super) fn tokens(mut self) -> Vec<Token> {
        while let Some(c) = self.peek(0) {
            self.step(c);
        }
        self.tokens
    }

    fn step(&mut self, c: char) {
        if c.is_whitespace() || c.is_control() {
            self.space(c);
        } else if self.is_prefix(c) {
            self.at += 1;
        } else if let Some(length) = self.ellipsis() {
            self.push(Kind::Ellipsis, length, "…");
            self.leads = true;
        } else if self.word_starts(c) {
            self.word();
        } else if c.is_numeric() || self.decimal_starts(c) {
            self.number();
        } else if is_apostrophe(c) || is_quotation_mark(c) {
            self.quotation_mark(c);
        } else if is_dash(c) {
            self.dash();
        } else {
            self.mark(c);
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).map(|letter| letter.c)
    }

    fn before(&self) -> Option<char> {
        self.at.checked_sub(1).map(|at| self.letters[at].c)
    }

    /// The last character of the word or number that is joined to what stands here, dropped marks between them aside.
    fn joined(&self) -> Option<char> {
        let last = self.tokens.last().filter(|token| self.glued && token.kind.is_spoken())?;
        last.text.chars().next_back()
    }

    fn space(&mut self, c: char) {
        self.at += 1;
        self.glued = false;
        if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            self.before_line = self.tokens.len();
        }
    }

    /// Habit of print: mail and Markdown put `> ` before each line of a quotation. A sign before a word or a number
    /// (`>5`) is no prefix.
    fn is_prefix(&self, c: char) -> bool {
        c == '>'
            && self.tokens.len() == self.before_line
            && self.peek(1).is_none_or(|c| {
                c.is_whitespace()
                    || matches!(c, '>' | '*' | '_' | '`')
                    || is_quotation_mark(c)
                    || is_apostrophe(c)
            })
    }

    fn push(&mut self, kind: Kind, length: usize, text: &str) {
        let span = Span::new(
            self.letters[self.at].span.start,
            self.letters[self.at + length - 1].span.end,
        );
        self.tokens.push(Token::new(kind, text, span, self.leads, self.glued));
        self.at += length;
        self.leads = false;
        self.glued = true;
    }
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    c.is_alphabetic() || is_unspaced(c) || is_mark(c)
}

pub(super) fn is_spaced_letter(c: char) -> bool {
    is_letter(c) && !is_unspaced(c)
}

/// A combining mark that no letter took; it stays part of its word.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}
