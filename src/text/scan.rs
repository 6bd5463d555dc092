//! The second step of folding: letters gathered into tokens.

use super::glyphs::{
    ends_sentence, is_apostrophe, is_dash, is_ellipsis, is_long_dash, is_question,
    is_quotation_mark, is_soft_punctuation, is_unspaced,
};
use super::letters::Letter;
use super::token::{Kind, Token};
use crate::span::Span;

/// A longer bracket inside a word is not a changed letter or ending: `[T]he`, `walk[ed]`.
const LONGEST_BRACKET_IN_WORD: usize = 8;

/// Dots farther apart than this are not one ellipsis.
const WIDEST_DOTS: usize = 3;

/// Gathers letters into tokens.
pub(super) struct Scanner<'a> {
    letters: &'a [Letter],
    at: usize,
    tokens: Vec<Token>,
    leads: bool,
    glued: bool,
    /// The single quotation marks that are open.
    open_singles: Vec<char>,
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
            open_singles: Vec::new(),
            italian,
        }
    }

    /// All tokens.
    pub(super) fn tokens(mut self) -> Vec<Token> {
        self.skip_prefixes();
        while let Some(c) = self.peek(0) {
            self.step(c);
        }
        self.tokens
    }

    fn step(&mut self, c: char) {
        if c.is_whitespace() || c.is_control() {
            self.space(c);
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
            self.skip_prefixes();
        }
    }

    /// Habit of print: mail and Markdown put `> ` before each line of a quotation.
    fn skip_prefixes(&mut self) {
        let mut ahead = 0;
        loop {
            while self.peek(ahead).is_some_and(|c| c == ' ' || c == '\t') {
                ahead += 1;
            }
            let is_prefix = self.peek(ahead) == Some('>')
                && self.peek(ahead + 1).is_none_or(|c| c.is_whitespace() || c == '>');
            if !is_prefix {
                return;
            }
            ahead += 1;
            self.at += ahead;
            ahead = 0;
        }
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

    /// How many letters a mark of a cut takes here, its brackets included.
    fn ellipsis(&self) -> Option<usize> {
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

    fn word_starts(&self, c: char) -> bool {
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
    fn word(&mut self) {
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
            } else if is_apostrophe(c) && self.joins(length) {
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

    /// Whether the character at `ahead` stands between two letters; a bracket may have been put around the first.
    fn joins(&self, ahead: usize) -> bool {
        ahead > 0
            && self.peek(ahead - 1).is_some_and(|c| c.is_alphanumeric() || c == ']')
            && self.peek(ahead + 1).is_some_and(|c| is_spaced_letter(c) || c.is_numeric())
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

    /// A number: digits, separators between them, and the letters and signs joined to it.
    fn number(&mut self) {
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
    fn decimal_starts(&self, c: char) -> bool {
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

    /// A quotation mark folds away, whatever its shape; only a prime after a digit carries value.
    fn quotation_mark(&mut self, c: char) {
        let after_digit = self.joined().is_some_and(char::is_numeric);
        let between_digits = after_digit && self.peek(1).is_some_and(char::is_numeric);
        match c {
            '\u{2032}' if after_digit => return self.push(Kind::Symbol, 1, "′"),
            '\u{2033}' if after_digit => return self.push(Kind::Symbol, 1, "″"),
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
        self.leads |= opens;
        self.at += 1;
    }

    /// Whether `c` can close the single quotation mark that was opened last: marks come in pairs of one shape.
    fn closes_single(&self, c: char) -> bool {
        let is_straight = |c: char| matches!(c, '\'' | '`' | '\u{b4}');
        self.open_singles.last().is_some_and(|open| is_straight(*open) == is_straight(c))
    }

    /// A dash: a sign before a digit, a hyphen inside a compound, or punctuation of any length.
    fn dash(&mut self) {
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

    fn mark(&mut self, c: char) {
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

/// Whether the apostrophe that ends `text` cuts off an article or a pronoun (`l'economia`, `c'è`, `qu'il`) before the
/// letters that follow.
///
/// They then begin with a vowel or `h`; the endings of English and German (`don't`, `geht's`, `we're`) begin with a consonant
/// and are short; `O'Brien` is one name.
pub(super) fn elides(text: &str, follows: impl Iterator<Item = char>) -> bool {
    let letters: Vec<char> = follows.take(3).flat_map(char::to_lowercase).collect();
    let starts_with_vowel = letters.first().is_none_or(|c| !"bcdfgjklmnpqrstvwxz".contains(*c));
    let is_name = text.len() == 2 && text.starts_with(['O', 'o', 'D']) && !starts_with_vowel;
    !is_name && (starts_with_vowel || letters.len() > 2)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_unspaced(c) || is_mark(c)
}

pub(super) fn is_spaced_letter(c: char) -> bool {
    is_letter(c) && !is_unspaced(c)
}

/// A combining mark that no letter took; it stays part of its word.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '\u{a2}'..='\u{a5}' | '\u{58f}' | '\u{60b}' | '\u{e3f}' | '\u{20a0}'..='\u{20cf}' | '\u{fdfc}')
}
