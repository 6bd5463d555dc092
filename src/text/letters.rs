//! The first step of folding: characters as a reader sees them, each with the bytes it came from.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::entities::entity;
use super::glyphs::{is_invisible, is_pointing, is_presentation_form};
use crate::span::Span;

/// A character and the bytes of the original text that print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The character, composed.
    pub c: char,
    /// Where it stands.
    pub span: Span,
}

/// The letters of a text, with the habits of print that touch single characters undone:
///
/// 1. HTML entities, as copied from a page's source;
/// 2. soft hyphens, zero-width and bidi controls, as slipped in by word processors;
/// 3. full-width, half-width, ligature and position forms, as stored by typesetting systems;
/// 4. decomposed accents, as typed on a Mac or stored in a file name (NFC);
/// 5. vowel points and the stretching stroke of Arabic and Hebrew, printed by some and not by others;
/// 6. the dots of `ё`, which Russian newspapers leave out.
pub fn letters(text: &str) -> Vec<Letter> {
    let mut found = Vec::with_capacity(text.len());
    let mut cluster = Cluster::default();
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some((c, length)) = next(text, at) {
        // Most letters are these: nothing before or after them composes with them.
        if c.is_ascii() && length == 1 && bytes.get(at + 1).is_none_or(|byte| is_itself(*byte)) {
            cluster.close(&mut found);
            found.push(Letter { c, span: Span::new(at, at + 1) });
            at += 1;
            continue;
        }
        let span = Span::new(at, at + length);
        at += length;
        if is_invisible(c) || is_pointing(c) {
            continue;
        }
        if !cluster.takes(c) {
            cluster.close(&mut found);
        }
        cluster.push(c, span);
    }
    cluster.close(&mut found);
    found
}

/// Whether a byte is a letter of ASCII that no name of another begins with.
const fn is_itself(byte: u8) -> bool {
    byte.is_ascii() && byte != b'&'
}

/// The character at `at`, entities read, and its length in bytes.
fn next(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = &text[at..];
    let c = rest.chars().next()?;
    if c == '&'
        && let Some(found) = entity(rest)
    {
        return Some(found);
    }
    Some((c, c.len_utf8()))
}

/// A base character and the marks that follow it: what may compose into one.
#[derive(Default)]
struct Cluster {
    text: String,
    span: Span,
    plain: bool,
}

impl Cluster {
    /// Whether `c` may compose with what is already there.
    fn takes(&self, c: char) -> bool {
        !self.text.is_empty() && !c.is_ascii() && (is_combining_mark(c) || is_jamo(c))
    }

    fn push(&mut self, c: char, span: Span) {
        if self.text.is_empty() {
            self.span = span;
            self.plain = c.is_ascii();
        } else {
            self.span.end = span.end;
            self.plain = false;
        }
        if is_presentation_form(c) {
            self.text.extend(std::iter::once(c).nfkc().filter(|c| !is_pointing(*c)));
            self.plain = false;
        } else {
            self.text.push(c);
        }
    }

    fn close(&mut self, found: &mut Vec<Letter>) {
        if self.text.is_empty() {
            return;
        }
        let span = self.span;
        if self.plain {
            found.extend(self.text.chars().map(|c| Letter { c, span }));
        } else {
            found.extend(self.text.nfc().map(|c| Letter { c: without_yo(c), span }));
        }
        self.text.clear();
    }
}

/// The vowels and finals of Korean syllables typed letter by letter.
const fn is_jamo(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11ff}')
}

const fn without_yo(c: char) -> char {
    match c {
        'ё' => 'е',
        'Ё' => 'Е',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_are_what_a_reader_sees() {
        let cases = [
            ("plain", "ab", "ab"),
            ("a decomposed accent", "perche\u{301}", "perché"),
            ("an entity", "l&rsquo;idea", "l’idea"),
            ("an accent as an entity", "perche&#769;, e&#x301;", "perché, é"),
            ("an accent after a soft hyphen", "e\u{ad}\u{301}a", "éa"),
            ("a soft hyphen inside a word", "de\u{ad}al", "deal"),
            ("a ligature", "ﬁne", "fine"),
            ("full width", "ＡＩ", "AI"),
            ("a superscript stays", "10²", "10²"),
            ("harakat", "كَتَبَ", "كتب"),
            ("niqqud", "שָׁלוֹם", "שלום"),
            ("yo", "всё", "все"),
            ("short i is a letter of its own", "мой", "мой"),
            ("Korean letter by letter", "\u{1112}\u{1161}\u{11ab}", "한"),
        ];
        for (name, text, expected) in cases {
            let seen: String = letters(text).iter().map(|letter| letter.c).collect();
            assert_eq!(seen, expected, "{name}");
        }
    }

    #[test]
    fn each_letter_knows_its_bytes() {
        let found = letters("e\u{301}&amp;x");
        let spans: Vec<_> = found.iter().map(|l| (l.c, l.span.start, l.span.end)).collect();
        assert_eq!(spans, [('é', 0, 3), ('&', 3, 8), ('x', 8, 9)]);
    }
}
