//! Words in quotation marks: which marks of a text make a pair.

use crate::span::Span;
use crate::text::paragraph::paragraphs;

/// Nobody nests deeper; without a limit, a text of opening marks alone would take time by its square.
const DEEPEST: usize = 16;

/// Words between a pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The words with their marks.
    pub outer: Span,
    /// The words, without the white space that French sets inside the marks.
    pub words: Span,
    /// In how many other pairs this pair stands.
    pub depth: usize,
}

/// Every pair of quotation marks in a plain text, in the order in which they open.
///
/// Known are “…” "…" «…» „…“ ‚…‘ ‘…’ ‹…› 「…」 『…』, and the forms of languages that open with what
/// others close with: ”…”, »…«, »…», ›…‹. A pair stands in one paragraph, but for a quotation of
/// several, which opens anew in each and is closed in the last; it is one pair. Apostrophes never pair.
pub fn marked(text: &str) -> Vec<Marked> {
    marked_in(text, &paragraphs(text)).0
}

/// The same of the paragraphs that are given, which follow one another; and the marks that opened a
/// quotation which nothing closed. Such a mark costs its paragraph, and no more.
pub fn marked_in(text: &str, paragraphs: &[Span]) -> (Vec<Marked>, Vec<Span>) {
    let mut pairing = Pairing { text, open: Vec::new(), pairs: Vec::new(), unclosed: Vec::new() };
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(at + 1);
        pairing.walk(*paragraph);
        pairing.end_paragraph(next.and_then(|next| text[next.range()].chars().next()));
    }
    (nested(pairing.pairs), pairing.unclosed)
}

/// The pairs in the order in which they open, each with its depth: what was never closed holds none.
fn nested(mut pairs: Vec<Marked>) -> Vec<Marked> {
    pairs.sort_by_key(|pair| pair.outer.start);
    let mut around: Vec<usize> = Vec::new();
    for pair in &mut pairs {
        while around.last().is_some_and(|end| *end <= pair.outer.start) {
            around.pop();
        }
        pair.depth = around.len();
        around.push(pair.outer.end);
    }
    pairs
}

struct Open {
    mark: char,
    at: usize,
    /// Whether the next paragraph repeats the mark.
    goes_on: bool,
}

struct Pairing<'t> {
    text: &'t str,
    open: Vec<Open>,
    pairs: Vec<Marked>,
    unclosed: Vec<Span>,
}

impl Pairing<'_> {
    fn walk(&mut self, paragraph: Span) {
        let mut before = None;
        let mut letters = self.text[paragraph.range()].char_indices().peekable();
        while let Some((at, mark)) = letters.next() {
            let at = paragraph.start + at;
            let around = Around { before, after: letters.peek().map(|(_, after)| *after) };
            before = Some(mark);
            if before_is_repeated(&mut self.open, around, mark) {
                continue;
            }
            let closed = self.open.iter().rposition(|open| closes(open.mark, mark, around));
            if let Some(depth) = closed {
                self.close(depth, at + mark.len_utf8());
            } else if self.open.len() < DEEPEST && opens(mark, around) {
                self.open.push(Open { mark, at, goes_on: false });
            }
        }
    }

    /// Pairs the mark that opened at this depth; what opened inside and was not closed was no mark.
    fn close(&mut self, depth: usize, end: usize) {
        self.open.truncate(depth + 1);
        let Some(open) = self.open.pop() else { return };
        let last = self.text[..end].chars().next_back().map_or(0, char::len_utf8);
        let inner = Span::new(open.at + open.mark.len_utf8(), end - last);
        let words = self.text[inner.range()].trim();
        let indent = inner.len() - self.text[inner.range()].trim_start().len();
        let start = inner.start + indent.min(inner.len());
        self.pairs.push(Marked {
            outer: Span::new(open.at, end),
            words: Span::new(start, start + words.len()),
            depth: 0,
        });
    }

    /// Drops what is open, but for a mark that the next paragraph repeats.
    fn end_paragraph(&mut self, next: Option<char>) {
        self.open.truncate(1);
        match self.open.first_mut() {
            Some(open) if next == Some(open.mark) => open.goes_on = true,
            Some(open) => {
                self.unclosed.push(Span::new(open.at, open.at + open.mark.len_utf8()));
                self.open.clear();
            }
            None => {}
        }
    }
}

/// Whether this mark, at a paragraph's start, only repeats the one that is open.
fn before_is_repeated(open: &mut [Open], around: Around, mark: char) -> bool {
    match open {
        [open] if open.goes_on && around.before.is_none() && open.mark == mark => {
            open.goes_on = false;
            true
        }
        _ => false,
    }
}

/// The characters on both sides of a mark in its paragraph.
#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl Around {
    /// Whether a word ends right before the mark. Chinese and Japanese set no spaces and do not count.
    fn follows_word(self) -> bool {
        self.before.is_some_and(is_spaced_word)
    }

    fn precedes_word(self) -> bool {
        self.after.is_some_and(is_spaced_word)
    }

    fn precedes_space(self) -> bool {
        self.after.is_none_or(char::is_whitespace)
    }

    /// White space before and a word right after: whatever the mark, it opens.
    fn only_opens(self) -> bool {
        self.before.is_none_or(char::is_whitespace) && self.after.is_some_and(char::is_alphanumeric)
    }
}

fn is_spaced_word(letter: char) -> bool {
    letter.is_alphanumeric() && letter < '\u{2e80}'
}

fn opens(mark: char, around: Around) -> bool {
    match mark {
        '„' | '‚' | '«' | '‹' | '「' | '『' => around.after.is_some(),
        // A German closing mark without its opening one opens nothing.
        '“' => !around.follows_word() || around.precedes_word(),
        // 5" is a measure.
        '"' => !around.follows_word() && !around.precedes_space(),
        // ‘90 is a year with a mistaken apostrophe.
        '‘' => {
            !around.follows_word()
                && !around.precedes_space()
                && !around.after.is_some_and(char::is_numeric)
        }
        '”' | '»' | '›' => around.only_opens(),
        _ => false,
    }
}

/// Whether `mark` closes what `open` opened.
fn closes(open: char, mark: char, around: Around) -> bool {
    let is_its_pair = match open {
        // Plain keyboards close with a straight mark.
        '“' => matches!(mark, '”' | '“' | '"'),
        '„' => matches!(mark, '“' | '”' | '"'),
        '"' => matches!(mark, '"' | '”'),
        '”' => mark == '”',
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '‹' => mark == '›',
        '›' => matches!(mark, '‹' | '›'),
        '‘' => mark == '’',
        '‚' => matches!(mark, '‘' | '’'),
        '「' => return mark == '」',
        '『' => return mark == '』',
        _ => false,
    };
    let is_apostrophe = mark == '’' && around.precedes_word();
    is_its_pair && !is_apostrophe && !around.only_opens()
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn marks_pair_as_readers_pair_them() {
        let cases: [(&str, &str, &[&str]); 30] = [
            ("none", "Il ponte tornerà sicuro.", &[]),
            ("English", "She said “it is safe” twice.", &["it is safe"]),
            ("straight", "Ha detto \"il ponte\" e \"il porto\".", &["il ponte", "il porto"]),
            ("Italian", "Ha detto: «Il ponte».", &["Il ponte"]),
            ("French", "Il dit\u{a0}: «\u{a0}le pont\u{a0}».", &["le pont"]),
            ("German", "Er sagt: „die Brücke“.", &["die Brücke"]),
            ("German, single", "Das Wort ‚Brücke‘ fällt.", &["Brücke"]),
            ("Polish, straight close", "Mówi „most\" dziś.", &["most"]),
            ("Danish", "Hun siger »broen«.", &["broen"]),
            ("Swedish", "Hon säger ”bron” nu.", &["bron"]),
            ("Finnish", "Hän sanoo »silta» nyt.", &["silta"]),
            ("Swiss, single", "Er sagt ‹Brücke› so.", &["Brücke"]),
            ("British", "She said ‘the bridge’ again.", &["the bridge"]),
            ("Japanese", "彼は「橋は『安全』だ」と言った", &["橋は『安全』だ", "安全"]),
            ("Chinese", "她说“桥很安全”。", &["桥很安全"]),
            ("nested", "“He said ‘safe’ again”", &["He said ‘safe’ again", "safe"]),
            ("nested guillemets", "«Il “ponte” è»", &["Il “ponte” è", "ponte"]),
            ("apostrophes", "l’autorità dell’anno e l'autorità dell'anno", &[]),
            ("apostrophe inside", "‘the bridge’s end’ came", &["the bridge’s end"]),
            ("elision before a mark", "l’“autorità” dell'\"anno\"", &["autorità", "anno"]),
            ("a decade", "negli anni ‘90 e un po’ prima", &[]),
            ("inches", "a 5\" pipe and a 6\" pipe", &[]),
            ("never closed", "Ha detto: «Il ponte.", &[]),
            ("closed without opening", "Il ponte» ha detto.", &[]),
            ("a stray straight mark", "Ha \"detto che \"il ponte\" regge.", &["il ponte"]),
            ("paragraphs are apart", "Ha detto: “Il ponte\nIl porto” ha detto.", &[]),
            (
                "a quotation of two paragraphs",
                "“Il ponte.\n\n“Il porto”, ha detto.",
                &["Il ponte.\n\n“Il porto"],
            ),
            ("after a full stop", "Fine. \"Il ponte\".", &["Il ponte"]),
            ("after a bracket", "(\"Il ponte\")", &["Il ponte"]),
            ("empty", "un \"\" vuoto", &[""]),
        ];
        for (name, text, expected) in cases {
            let found: Vec<&str> =
                marked(text).into_iter().map(|pair| &text[pair.words.range()]).collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn pairs_know_their_marks_and_depth() {
        let text = "Ha detto: «\u{a0}Il “ponte”\u{a0}».";
        let found: Vec<(&str, usize)> =
            marked(text).into_iter().map(|pair| (&text[pair.outer.range()], pair.depth)).collect();
        let outer = "«\u{a0}Il “ponte”\u{a0}»";
        assert_eq!(found, [(outer, 0), ("“ponte”", 1)]);
        let unclosed = marked("«Il “ponte” e “il porto”.");
        assert_eq!(unclosed.iter().map(|pair| pair.depth).collect::<Vec<_>>(), [0, 0]);
    }

    #[test]
    fn any_text_is_walked() {
        let marks = "“”\"«»„‚‘’‹›「」『』a \n9";
        for first in marks.chars() {
            for second in marks.chars() {
                for third in marks.chars() {
                    let text = String::from_iter([first, second, third, 'x', second, first]);
                    for pair in marked(&text) {
                        assert!(text.get(pair.words.range()).is_some(), "{text:?}");
                    }
                }
            }
        }
    }
}
