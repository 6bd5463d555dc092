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
    let is_scalar_start = |byte: &&u8| (**byte & 0xC0) != 0x80;
    Position {
        line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
        column: before[line_start..].iter().filter(is_scalar_start).count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, position};

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
        }
    }
}
