//! Words: elided articles, apostrophes for accents, letters in brackets.

use super::{Scanner, is_letter, is_spaced_letter};
use crate::text::glyphs::{is_apostrophe, is_unspaced};
use crate::text::token::Kind;

/// A longer bracket inside a word is not a changed letter or ending: `[T]he`, `walk[ed]`.
const LONGEST_BRACKET_IN_WORD: usize = 8;

impl Scanner<'_> {
    pub(super) fn word_starts(&self, c: char) -> bool {
        let goes_on = |length: usize| {
            self.peek(length).is_some_and(|c| is_spaced_letter(c) || is_apostrophe(c))
                && self.peek(length + 1).is_some_and(|c| c.is_alphanumeric() || c.is_whitespace())
                || self.peek(length).is_some_and(is_spaced_letter)
        };
        is_letter(c) || c == '[' && self.bracket_at(0).is_some_and(goes_on)
    }

    /// The length of `[letters]` here, where it is short enough to be part of a word.
    fn bracket_at(&self, from: usize) -> Option<usize> {
        if self.peek(from) != Some('[') {
            return None;
        }
        let inside = (1..=LONGEST_BRACKET_IN_WORD)
            .take_while(|ahead| self.peek(from + ahead).is_some_and(is_spaced_letter))
            .count();
        (inside > 0 && self.peek(from + inside + 1) == Some(']')).then_some(inside + 2)
    }

    /// A word: letters, digits among them, an apostrophe that does not end an elided article, letters in brackets.
    pub(super) fn word(&mut self) {
        let mut text = String::new();
        let mut length = 0;
        if self.peek(0).is_some_and(is_unspaced) {
            let mut ideograph = String::new();
            ideograph.extend(self.peek(0));
            self.push(Kind::Word, 1, &ideograph);
            return;
        }
        while let Some(c) = self.peek(length) {
            if is_spaced_letter(c)
                || c.is_numeric()
                || (c == '_' && self.joins(length))
                || (c == '\u{b7}' && self.joins(length))
            {
                text.push(c);
                length += 1;
            } else if let Some(taken) = self.bracket_at(length) {
                text.extend((length + 1..length + taken - 1).filter_map(|ahead| self.peek(ahead)));
                length += taken;
            } else if is_apostrophe(c) && self.elides_over_space(&text, length) {
                text.push('\'');
                length += 1;
                break;
            } else if is_apostrophe(c) && self.joins(length) && !self.parts_digits(length) {
                text.push('\'');
                length += 1;
                let follows = (length..length + 3)
                    .map_while(|ahead| self.peek(ahead))
                    .take_while(|c| is_spaced_letter(*c));
                if elides(&text, follows) {
                    break;
                }
            } else {
                break;
            }
        }
        if self.accent_follows(&text, length) {
            text.push('\'');
            length += 1;
        }
        self.push(Kind::Word, length, &text);
    }

    /// Whether a space slipped in between an elided article and its noun: `l' economia`.
    ///
    /// Habit of print: typesetters who break the line there, and optical character recognition.
    fn elides_over_space(&self, text: &str, ahead: usize) -> bool {
        let is_article = matches!(
            text.to_lowercase().as_str(),
            "l" | "un" | "qu" | "dell" | "all" | "nell" | "sull" | "dall" | "quell"
        );
        let is_space = |ahead: usize| self.peek(ahead).is_some_and(char::is_whitespace);
        let vowel = self.peek(ahead + 2).filter(|c| is_spaced_letter(*c));
        is_article
            && !self.peek(ahead).is_some_and(|c| self.closes_single(c))
            && is_space(ahead + 1)
            && vowel.is_some_and(|c| elides(text, std::iter::once(c)))
    }

    /// Whether the character at `ahead` stands between two letters; a bracket may have been put around the first.
    fn joins(&self, ahead: usize) -> bool {
        ahead > 0
            && self.peek(ahead - 1).is_some_and(|c| c.is_alphanumeric() || c == ']')
            && self.peek(ahead + 1).is_some_and(|c| is_spaced_letter(c) || c.is_numeric())
    }

    /// Whether what stands at `ahead` has a digit on both sides: a prime, whichever key was at hand.
    fn parts_digits(&self, ahead: usize) -> bool {
        let is_digit = |ahead: usize| self.peek(ahead).is_some_and(char::is_numeric);
        ahead.checked_sub(1).is_some_and(is_digit) && is_digit(ahead + 1)
    }

    /// Whether an apostrophe at `length` stands for the accent of a final vowel: `perche'`, `E'`.
    ///
    /// Habit of print: agencies and keyboards without accents. A closing single quotation mark is not one.
    fn accent_follows(&self, text: &str, length: usize) -> bool {
        self.italian
            && !self.peek(length).is_some_and(|c| self.closes_single(c))
            && text.chars().last().is_some_and(|c| "aeiouAEIOU".contains(c))
            && self.peek(length).is_some_and(|c| matches!(c, '\'' | '\u{2019}' | '\u{b4}' | '`'))
            && !self.peek(length + 1).is_some_and(char::is_alphanumeric)
    }
}

/// Whether the apostrophe that ends `text` cuts off an article or a pronoun (`l'economia`, `c'è`, `qu'il`) before the
/// letters that follow.
///
/// They then begin with a vowel or `h`; the endings of English and German (`don't`, `geht's`, `we're`) begin with a consonant
/// and are short; `O'Brien` is one name.
pub(in crate::text) fn elides(text: &str, follows: impl Iterator<Item = char>) -> bool {
    let letters: Vec<char> = follows.take(3).flat_map(char::to_lowercase).collect();
    let starts_with_vowel = letters.first().is_none_or(|c| !"bcdfgjklmnpqrstvwxz".contains(*c));
    let is_name = text.len() == 2 && text.starts_with(['O', 'o', 'D']) && !starts_with_vowel;
    !is_name && (starts_with_vowel || letters.len() > 2)
}
