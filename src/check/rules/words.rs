//! A text as words and signs, folded for what print does to them, each with its bytes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::span::Span;

/// A word or sign of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The folded form, its case kept.
    pub text: String,
    /// The folded form in lower case.
    pub key: String,
    /// Its bytes.
    pub span: Span,
    /// Whether it is read aloud: a word or a number.
    pub is_spoken: bool,
}

/// The words of a text. White space, quotation marks and apostrophes fold away, dashes are one, and NFC
/// and NFD are one text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (at, letter) in text.char_indices() {
        let span = Span::new(at, at + letter.len_utf8());
        let is_word = letter.is_alphanumeric() || is_combining_mark(letter);
        match found.last_mut().filter(|_| is_word && is_open) {
            Some(word) => {
                word.text.push(letter);
                word.span.end = span.end;
            }
            None if is_silent(letter) => is_open = is_open && letter == '\u{ad}',
            None => {
                is_open = is_word;
                found.push(Word {
                    text: folded(letter).to_string(),
                    key: String::new(),
                    span,
                    is_spoken: is_word,
                });
            }
        }
    }
    for word in &mut found {
        word.text = word.text.nfc().collect();
        word.key = word.text.to_lowercase();
    }
    found
}

fn is_silent(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '"' | '\''
                | '“'
                | '”'
                | '„'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '‘'
                | '’'
                | '‚'
                | '「'
                | '」'
                | '『'
                | '』'
                | '\u{ad}'
                | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}

const fn folded(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}
