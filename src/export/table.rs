//! A table for people: columns side by side where there is room, records one under the other where
//! there is not; nothing is ever cut.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::safe;

/// Column widths are taken from so many rows; the rest follows them, so that nothing waits long.
const MEASURED: usize = 200;

/// The last column is not squeezed below this; a narrower one is tiring to read (some 28 letters is
/// the narrow end of newspaper columns).
const NARROWEST: usize = 28;

/// A table that prints its rows as they come, once its widths are known.
pub struct Table<const N: usize> {
    headings: [&'static str; N],
    /// The columns of the terminal; none in a pipe, where lines are as long as they are.
    room: Option<usize>,
    waiting: Vec<[String; N]>,
    layout: Option<Layout<N>>,
}

#[derive(Clone, Copy)]
enum Layout<const N: usize> {
    /// Side by side, each padded to its width; the last is as wide as it gets.
    Beside { widths: [usize; N], last: Option<usize> },
    /// One under the other.
    Below { room: usize },
}

impl<const N: usize> Table<N> {
    /// A table with these headings for a terminal of `room` columns, or for a pipe.
    pub fn new(headings: [&'static str; N], room: Option<usize>) -> Self {
        Self { headings, room, waiting: Vec::new(), layout: None }
    }

    /// Adds a row; text from ledgers is made safe for a terminal here.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn row(&mut self, cells: [&str; N], out: &mut impl Write) -> io::Result<()> {
        let cells = cells.map(|cell| safe::terminal(cell).into_owned());
        if let Some(layout) = self.layout {
            return self.print(&cells, layout, out);
        }
        self.waiting.push(cells);
        if self.waiting.len() == MEASURED { self.begin(out) } else { Ok(()) }
    }

    /// Prints what still waits.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.layout.is_none() { self.begin(out) } else { Ok(()) }
    }

    fn begin(&mut self, out: &mut impl Write) -> io::Result<()> {
        let layout = self.lay_out();
        self.layout = Some(layout);
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        if let Layout::Beside { .. } = layout {
            self.print(&self.headings.map(str::to_owned), layout, out)?;
        }
        waiting.iter().try_for_each(|cells| self.print(cells, layout, out))
    }

    fn lay_out(&self) -> Layout<N> {
        let mut widths = self.headings.map(UnicodeWidthStr::width);
        for cells in &self.waiting {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(cell.width());
            }
        }
        let before_last: usize = widths[..N - 1].iter().map(|width| width + 2).sum();
        match self.room {
            None => Layout::Beside { widths, last: None },
            Some(room) if before_last + NARROWEST.min(widths[N - 1]) <= room => {
                Layout::Beside { widths, last: Some(room - before_last) }
            }
            Some(room) => Layout::Below { room },
        }
    }

    fn print(
        &self,
        cells: &[String; N],
        layout: Layout<N>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        match layout {
            Layout::Beside { widths, last } => {
                let mut indent = 0;
                for (cell, width) in cells[..N - 1].iter().zip(widths) {
                    let padding = width.saturating_sub(cell.width()) + 2;
                    write!(out, "{cell}{:padding$}", "")?;
                    indent += width + 2;
                }
                let lines = wrapped(&cells[N - 1], last.unwrap_or(usize::MAX));
                writeln!(out, "{}", lines.join(&format!("\n{:indent$}", "")))
            }
            Layout::Below { room } => {
                let between = cells[1..N - 1].iter().zip(&self.headings[1..N - 1]);
                let between: Vec<_> =
                    between.filter_map(|(cell, heading)| without_column(cell, heading)).collect();
                for (depth, line) in
                    [&cells[0], &between.join(", "), &cells[N - 1]].into_iter().enumerate()
                {
                    let indent = if depth == 0 { 0 } else { 2 };
                    for part in wrapped(line, room.saturating_sub(indent).max(1)) {
                        writeln!(out, "{:indent$}{part}", "")?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// A cell that does not stand under its heading: a number says what it counts, and nothing is left out.
fn without_column(cell: &str, heading: &str) -> Option<String> {
    let is_number = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    match cell {
        "-" => None,
        _ if is_number => Some(format!("{heading} {cell}")),
        _ => Some(cell.to_owned()),
    }
}

/// Text broken at spaces into lines of at most `width` columns; a longer word has a line of its own.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut filled = 0;
    for word in text.split(' ') {
        let wide = word.width();
        if !line.is_empty() && filled + 1 + wide > width {
            lines.push(std::mem::take(&mut line));
            filled = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            filled += 1;
        }
        line.push_str(word);
        filled += wide;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::{Table, wrapped};

    fn drawn(room: Option<usize>) -> String {
        let mut out = Vec::new();
        let mut table = Table::new(["id", "source", "statement"], room);
        let rows = [
            ["ito-safe-again", "Mei Ito", "The bridge will be safe again."],
            [
                "money",
                "人々 near the works",
                "The works may have stopped because the money ran out.",
            ],
        ];
        for row in rows {
            table.row(row, &mut out).expect("writes to memory");
        }
        table.finish(&mut out).expect("writes to memory");
        String::from_utf8(out).expect("is text")
    }

    #[test]
    fn a_table_uses_the_room_it_has() {
        insta::assert_snapshot!(drawn(None), @r"
        id              source               statement
        ito-safe-again  Mei Ito              The bridge will be safe again.
        money           人々 near the works  The works may have stopped because the money ran out.
        ");
        insta::assert_snapshot!(drawn(Some(70)), @r"
        id              source               statement
        ito-safe-again  Mei Ito              The bridge will be safe again.
        money           人々 near the works  The works may have stopped
                                             because the money ran out.
        ");
        insta::assert_snapshot!(drawn(Some(40)), @r"
        ito-safe-again
          Mei Ito
          The bridge will be safe again.
        money
          人々 near the works
          The works may have stopped because the
          money ran out.
        ");
    }

    #[test]
    fn numbers_say_what_they_count_where_no_heading_does() {
        let mut out = Vec::new();
        let mut table = Table::new(["id", "source", "claims", "hedged", "is"], Some(20));
        table.row(["ito", "Mei Ito", "7", "-", "person"], &mut out).expect("writes to memory");
        table.finish(&mut out).expect("writes to memory");
        assert_eq!(String::from_utf8_lossy(&out), "ito\n  Mei Ito, claims 7\n  person\n");
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrapped("a bb ccc dddd", 4), ["a bb", "ccc", "dddd"]);
        assert_eq!(wrapped("unbreakable a", 3), ["unbreakable", "a"]);
        assert_eq!(wrapped("", 3), [""]);
    }
}
