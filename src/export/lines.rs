//! Lines behind labels, wrapped to the room.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::export::table::wrapped;
use crate::safe;

/// The labels stand in a column of this width.
const LABEL: usize = 11;

/// Lines for a terminal of `room` columns, or for a pipe, where nothing is wrapped.
pub(super) struct Lines<'o, W> {
    pub room: Option<usize>,
    pub out: &'o mut W,
}

impl<W: Write> Lines<'_, W> {
    /// Text from the left margin.
    pub fn plain(&mut self, text: &str) -> io::Result<()> {
        let text = safe::line(text);
        for line in wrapped(&text, self.room.unwrap_or(usize::MAX)) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Text behind a label.
    pub fn labelled(&mut self, label: &str, text: &str) -> io::Result<()> {
        self.labelled_safe(label, &safe::terminal(text))
    }

    /// The same for text that is harmless already.
    pub fn labelled_safe(&mut self, label: &str, text: &str) -> io::Result<()> {
        let room = self.room.map_or(usize::MAX, |room| room.saturating_sub(LABEL).max(20));
        let padding = LABEL.saturating_sub(label.width()).max(1);
        let indented = wrapped(text, room).join(&format!("\n{:LABEL$}", ""));
        writeln!(self.out, "{label}{:padding$}{indented}", "")
    }
}
