//! Numbers: digits, their separators, and what is joined to them.

use super::{Scanner, is_spaced_letter};
use crate::text::glyphs::is_apostrophe;
use crate::text::token::Kind;

impl Scanner<'_> {
    /// A number: digits, separators between them, and the letters and signs joined to it.
    pub(super) fn number(&mut self) {
        let mut text = String::new();
        let mut length = 0;
        // A dot or a letter among the digits says that no thousands are grouped here.
        let mut grouped = self.peek(0) != Some('.');
        if self.peek(0) == Some('.') {
            text.push('.');
            length = 1;
        }
        while let Some(c) = self.peek(length) {
            if c.is_numeric() || (length > 0 && is_spaced_letter(c)) {
                grouped &= c.is_ascii_digit();
                text.push(c);
                length += 1;
            } else if let Some(separator) = self.separator(length) {
                grouped = false;
                text.push(separator);
                length += 1;
            } else if grouped && self.group_follows(&text, length) {
                text.push(' ');
                length += 1;
            } else {
                break;
            }
        }
        self.push(Kind::Number, length, &text);
    }

    /// Whether a point opens a number without its zero: `.5`.
    pub(super) fn decimal_starts(&self, c: char) -> bool {
        let is_inner = |c: char| c.is_alphanumeric() || c == '.' || c == ')';
        c == '.'
            && self.peek(1).is_some_and(char::is_numeric)
            && !self.before().is_some_and(is_inner)
    }

    /// The separator at `ahead`, where it stands between two digits: `3.4`, `3,4`, `1'000`, `10:30`, `5/17`.
    fn separator(&self, ahead: usize) -> Option<char> {
        let digit = |at: usize| self.peek(at).is_some_and(char::is_numeric);
        let c = self.peek(ahead).filter(|_| digit(ahead + 1) && ahead > 0 && digit(ahead - 1))?;
        let three = digit(ahead + 2) && digit(ahead + 3) && !digit(ahead + 4);
        match c {
            '.' | ',' | ':' | '/' | '\u{b7}' | '\u{66b}' | '\u{66c}' | '\u{2044}' => Some(c),
            c if is_apostrophe(c) && three => Some('\''),
            _ => None,
        }
    }

    /// Whether a space at `ahead` groups thousands: one to three digits before it, exactly three after it.
    fn group_follows(&self, text: &str, ahead: usize) -> bool {
        let digit = |at: usize| self.peek(at).is_some_and(|c| c.is_ascii_digit());
        let last_group = text.rsplit(' ').next().map_or(0, str::len);
        let fits = if text.contains(' ') { last_group == 3 } else { (1..=3).contains(&last_group) };
        fits && self
            .peek(ahead)
            .is_some_and(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
            && digit(ahead + 1)
            && digit(ahead + 2)
            && digit(ahead + 3)
            && !self.peek(ahead + 4).is_some_and(char::is_alphanumeric)
    }
}
