//! A place in a text: a range of bytes, and the line and column where a reader finds it.

use std::ops::Range;

/// A range of bytes in a text; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The span as a range, to index a text with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// How many bytes it covers.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }
}

/// A line and a column, both counted from 1; a column is a Unicode scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where byte `offset` of `text` stands; an offset past the end is the end.
pub fn position(text: &str, offset: usize) -> Position {
    let before = &text.as_bytes()[..offset.min(text.len())];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    Position {
        line: before.split(|byte| *byte == b'\n').count(),
        column: scalars_in(&before[line_start..]) + 1 - hidden(text, line_start, offset),
    }
}

/// The byte order mark, which begins a text and which no editor counts: one scalar of the first line.
fn hidden(text: &str, line_start: usize, offset: usize) -> usize {
    usize::from(line_start == 0 && offset > 0 && text.starts_with('\u{feff}'))
}

/// How many Unicode scalars begin in these bytes of UTF-8.
fn scalars_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

/// Where the lines of a text begin, for many positions in the same text.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many scalars begin before each [`BLOCK`] bytes: a file may be one line of megabytes.
    scalars: Vec<usize>,
}

/// So many bytes are counted for a position at most.
const BLOCK: usize = 4096;

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let mut before = 0;
        let mut scalars = vec![0];
        for block in text.as_bytes().chunks(BLOCK) {
            before += scalars_in(block);
            scalars.push(before);
        }
        Self { text, starts, scalars }
    }

    /// The text.
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Where byte `offset` stands; the same as [`position`], found by halving.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let before = if offset - start < BLOCK {
            scalars_in(&self.text.as_bytes()[start..offset])
        } else {
            self.scalars_before(offset) - self.scalars_before(start)
        };
        Position { line, column: before + 1 - hidden(self.text, start, offset) }
    }

    fn scalars_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.scalars[block] + scalars_in(&self.text.as_bytes()[block * BLOCK..offset])
    }

    /// The line, counted from 1, without its break; nothing past the end.
    pub fn line(&self, line: usize) -> Span {
        let end = self.text.len();
        let Some(start) = line.checked_sub(1).and_then(|at| self.starts.get(at)) else {
            return Span::new(end, end);
        };
        let next = self.starts.get(line).map_or(end, |next| next - 1);
        let carriage_return = self.text[*start..next].ends_with('\r');
        Span::new(*start, next - usize::from(carriage_return))
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position, position};

    #[test]
    fn positions_count_scalars_from_one() {
        let cases = [
            ("the start", "abc", 0, (1, 1)),
            ("after a newline", "a\nb", 2, (2, 1)),
            ("after a letter of two bytes", "é!", 2, (1, 2)),
            ("past the end", "ab", 9, (1, 3)),
            ("nothing at all", "", 0, (1, 1)),
        ];
        for (name, text, offset, (line, column)) in cases {
            assert_eq!(position(text, offset), Position { line, column }, "{name}");
            let lines = Lines::new(text);
            assert_eq!(lines.position(offset), Position { line, column }, "{name}");
        }
    }

    #[test]
    fn lines_come_without_their_break() {
        let lines = Lines::new("a\nbé\r\n\nc");
        let shown: Vec<&str> =
            (1..=5).map(|line| &lines.text()[lines.line(line).range()]).collect();
        assert_eq!(shown, ["a", "bé", "", "c", ""]);
    }

    #[test]
    fn a_long_line_is_counted_in_blocks() {
        let text = format!("a\n{}", "é—x".repeat(3_000));
        let lines = Lines::new(&text);
        for (offset, _) in text.char_indices().step_by(97) {
            assert_eq!(lines.position(offset), position(&text, offset), "{offset}");
        }
        assert_eq!(lines.position(text.len()), position(&text, text.len()));
    }
}
