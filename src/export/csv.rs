//! Comma-separated records, as RFC 4180 has them, that no spreadsheet takes for formulas.

use std::io::{self, Write};

use crate::safe;

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Csv {
    /// Exactly, for a file or another program.
    Data,
    /// On a terminal: controls and line breaks inside a cell are shown, not sent.
    Shown,
}

impl Csv {
    /// For an output that is a terminal, or none.
    pub const fn for_terminal(is_terminal: bool) -> Self {
        if is_terminal { Self::Shown } else { Self::Data }
    }

    /// Writes one record.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn record(self, cells: &[impl AsRef<str>], out: &mut impl Write) -> io::Result<()> {
        // Written to memory first: this writer flushes what it writes to, and that for every record.
        let mut writer = csv::Writer::from_writer(Vec::new());
        for cell in cells {
            let cell = safe::csv_cell(cell.as_ref());
            match self {
                Self::Data => writer.write_field(&*cell)?,
                Self::Shown => writer.write_field(&*safe::terminal(&cell))?,
            }
        }
        writer.write_record(None::<&[u8]>)?;
        out.write_all(&writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
    }
}

#[cfg(test)]
mod tests {
    use super::Csv;

    #[test]
    fn a_cell_is_data_in_a_file_and_mute_on_a_terminal() {
        let written = |csv: Csv| {
            let mut out = Vec::new();
            csv.record(&["=1", "a\nb", "\u{1b}", ""], &mut out).expect("is written");
            String::from_utf8(out).expect("is text")
        };
        assert_eq!(written(Csv::Data), "'=1,\"a\nb\",\u{1b},\n");
        assert_eq!(written(Csv::Shown), "'=1,a\\u{a}b,\\u{1b},\n");
    }
}
