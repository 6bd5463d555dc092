//! Marks: cuts, quotation marks, dashes, signs, punctuation.

use super::Scanner;
use crate::text::glyphs::{
    ends_sentence, is_apostrophe, is_dash, is_ellipsis, is_long_dash, is_question,
    is_soft_punctuation,
};
use crate::text::letters::Letter;
use crate::text::token::{Kind, Token};

/// Dots farther apart than this are not one ellipsis.
const WIDEST_DOTS: usize = 3;

impl Scanner<'_> {
    /// How many letters a mark of a cut takes here, its brackets included.
    pub(super) fn ellipsis(&self) -> Option<usize> {
        let closing = match self.peek(0)? {
            '[' => Some(']'),
            '(' => Some(')'),
            _ => None,
        };
        let Some(closing) = closing else {
            return self.dots(0);
        };
        let start = 1 + self.blanks(1);
        let after = start + self.dots(start)?;
        let end = after + self.blanks(after);
        (self.peek(end) == Some(closing)).then_some(end + 1)
    }

    fn blanks(&self, from: usize) -> usize {
        let is_blank = |letter: &&Letter| letter.c.is_whitespace() && letter.c != '\n';
        self.letters.iter().skip(from + self.at).take_while(is_blank).count()
    }

    fn run(&self, wanted: impl Fn(char) -> bool) -> usize {
        self.letters[self.at..].iter().take_while(|letter| wanted(letter.c)).count()
    }

    /// Three dots or more, spaced or not, or an ellipsis character, with the dots that follow.
    fn dots(&self, from: usize) -> Option<usize> {
        let (mut at, mut dots, mut end) = (from, 0, from);
        while let Some(c) = self.peek(at) {
            match c {
                '.' => dots += 1,
                c if is_ellipsis(c) => dots += 3,
                _ => break,
            }
            at += 1;
            end = at;
            let blanks = self.blanks(at);
            if blanks <= WIDEST_DOTS && self.peek(at + blanks) == Some('.') {
                at += blanks;
            }
        }
        (dots >= 3).then_some(end - from)
    }

    /// A quotation mark folds away, whatever its shape; only a prime after a digit carries value.
    pub(super) fn quotation_mark(&mut self, c: char) {
        let after_digit = self.joined().is_some_and(char::is_numeric);
        let between_digits = after_digit && self.peek(1).is_some_and(char::is_numeric);
        match c {
            '\u{2032}' if after_digit => return self.push(Kind::Symbol, 1, "′"),
            '\u{2033}' if after_digit => return self.push(Kind::Symbol, 1, "″"),
            '\'' | '"' if after_digit && self.measures(c) => {
                return self.push(Kind::Symbol, 1, if c == '"' { "″" } else { "′" });
            }
            _ if between_digits => {
                return self.push(Kind::Symbol, 1, if is_apostrophe(c) { "′" } else { "″" });
            }
            _ => {}
        }
        let opens = !self.before().is_some_and(char::is_alphanumeric);
        if is_apostrophe(c) {
            if opens && self.peek(1).is_some_and(char::is_alphanumeric) {
                self.open_singles.push(c);
            } else if self.closes_single(c) {
                self.open_singles.pop();
            }
        }
        if c == '"' {
            self.open_doubles = usize::from(opens && self.open_doubles == 0);
        }
        self.leads |= opens;
        self.at += 1;
    }

    /// Whether a straight mark after a digit, which closes nothing and before a small letter, is a measure's: `5' long`.
    fn measures(&self, c: char) -> bool {
        let is_open = if c == '"' { self.open_doubles > 0 } else { self.closes_single(c) };
        !is_open && self.peek(1) == Some(' ') && self.peek(2).is_some_and(char::is_lowercase)
    }

    /// Whether `c` can close the single quotation mark that was opened last: marks come in pairs of one shape.
    pub(super) fn closes_single(&self, c: char) -> bool {
        let is_straight = |c: char| matches!(c, '\'' | '`' | '\u{b4}');
        self.open_singles.last().is_some_and(|open| is_straight(*open) == is_straight(c))
    }

    /// A dash: a sign before a digit, a hyphen inside a compound, or punctuation of any length.
    pub(super) fn dash(&mut self) {
        let run = self.run(is_dash);
        let before = self.joined();
        let joined_before = before.is_some_and(char::is_alphanumeric);
        let after = self.peek(run);
        let is_long = self.peek(0).is_some_and(is_long_dash) || run > 1;
        let digit_after = after.is_some_and(char::is_numeric)
            || (after.is_some_and(is_currency) || after == Some('.'))
                && self.peek(run + 1).is_some_and(char::is_numeric);
        let digit_before = before.is_some_and(char::is_numeric);
        if digit_after && digit_before && run == 1 || digit_after && !joined_before && !is_long {
            self.push(Kind::Symbol, run, "−");
        } else if joined_before && after.is_some_and(char::is_alphanumeric) && !is_long {
            self.push(Kind::Hyphen, run, "-");
        } else {
            self.push(Kind::Punctuation, run, "—");
            self.leads = true;
        }
    }

    pub(super) fn mark(&mut self, c: char) {
        if is_question(c) {
            let run = self.run(|c| is_question(c) || c == '!');
            self.push(Kind::Question, run, "?");
            self.leads = true;
        } else if c == '[' {
            self.push(Kind::Open, 1, "[");
            self.leads = true;
        } else if c == ']' {
            self.push(Kind::Close, 1, "]");
        } else if is_soft_punctuation(c) && !self.is_product(c) {
            let leads = self.leads || ends_sentence(c) || c == '(';
            self.soft(c);
            self.leads = leads;
        } else {
            let mut text = [0; 4];
            self.push(Kind::Symbol, 1, c.encode_utf8(&mut text));
        }
    }

    /// Markdown emphasis at a word's edge folds away; other punctuation becomes a token that only shows.
    fn soft(&mut self, c: char) {
        if matches!(c, '*' | '_' | '`') {
            self.at += 1;
            return;
        }
        let repeats = |token: &&mut Token| token.text == "." || token.kind == Kind::Ellipsis;
        if c == '.'
            && let Some(last) = self.tokens.last_mut().filter(repeats)
        {
            last.span.end = self.letters[self.at].span.end;
            self.at += 1;
            return;
        }
        let mut text = [0; 4];
        self.push(Kind::Punctuation, 1, c.encode_utf8(&mut text));
    }

    /// Whether an asterisk stands between two numbers.
    fn is_product(&self, c: char) -> bool {
        c == '*'
            && self.tokens.last().is_some_and(|token| token.kind == Kind::Number)
            && (self.peek(1).is_some_and(char::is_numeric)
                || self.peek(1) == Some(' ') && self.peek(2).is_some_and(char::is_numeric))
    }
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '\u{a2}'..='\u{a5}' | '\u{58f}' | '\u{60b}' | '\u{e3f}' | '\u{20a0}'..='\u{20cf}' | '\u{fdfc}')
}
