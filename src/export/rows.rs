//! Rows printed as they come, in the form that was asked for.

use std::io::{self, Write};

use crate::export::csv::Csv;
use crate::export::row::{Row, VERSION};
use crate::export::table::Table;
use crate::safe;

/// A form of rows, with what it has to remember between them.
pub enum Rows {
    /// For people.
    Table(Table<4>),
    /// One document; whether a row was printed.
    Json(bool),
    /// One object a line.
    Jsonl,
    /// Comma-separated; whether the names of the fields were printed.
    Csv(Csv, bool),
    /// Only the ids.
    Ids,
    /// A table in GitHub's Markdown; whether its head was printed.
    Markdown(bool),
}

impl Rows {
    /// A table for a terminal of `room` columns, or for a pipe.
    pub fn table(room: Option<usize>) -> Self {
        Self::Table(Table::new(["id", "source", "how", "statement"], room))
    }

    /// One document.
    pub const fn json() -> Self {
        Self::Json(false)
    }

    /// Comma-separated.
    pub const fn csv(csv: Csv) -> Self {
        Self::Csv(csv, false)
    }

    /// A table in Markdown.
    pub const fn markdown() -> Self {
        Self::Markdown(false)
    }

    /// Prints a row.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn row(&mut self, row: &Row, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Table(table) => table.row(row.cells(), out),
            Self::Json(begun) => {
                if std::mem::replace(begun, true) {
                    writeln!(out, ",")?;
                } else {
                    writeln!(out, "{{\"version\":{VERSION},\"claims\":[")?;
                }
                write!(out, "  {}", in_json(row)?)
            }
            Self::Jsonl => writeln!(out, "{}", in_json(&Versioned { version: VERSION, row })?),
            Self::Csv(csv, begun) => {
                if !std::mem::replace(begun, true) {
                    csv.record(&Row::FIELDS, out)?;
                }
                csv.record(&row.record(), out)
            }
            Self::Ids => writeln!(out, "{}", row.id),
            Self::Markdown(begun) => {
                if !std::mem::replace(begun, true) {
                    out.write_all(
                        b"| id | source | how | statement |\n| --- | --- | --- | --- |\n",
                    )?;
                }
                let [id, name, how, statement] = row.cells().map(safe::markdown);
                writeln!(out, "| {id} | {name} | {how} | {statement} |")
            }
        }
    }

    /// Prints what comes after the last row.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Table(table) => table.finish(out),
            Self::Json(false) => writeln!(out, "{{\"version\":{VERSION},\"claims\":[]}}"),
            Self::Json(true) => out.write_all(b"\n]}\n"),
            Self::Csv(csv, false) => csv.record(&Row::FIELDS, out),
            Self::Csv(_, true) | Self::Jsonl | Self::Ids | Self::Markdown(_) => Ok(()),
        }
    }
}

#[derive(serde::Serialize)]
struct Versioned<'r> {
    version: u32,
    #[serde(flatten)]
    row: &'r Row,
}

fn in_json(value: &impl serde::Serialize) -> io::Result<String> {
    let json = serde_json::to_string(value)?;
    Ok(safe::json(&json).into_owned())
}
