//! Many answers, one a row: for who has a list of quotations, and for a spreadsheet.

use std::io::{self, Write};

use crate::check::Answer;
use crate::export::answer::{reason, who};
use crate::export::csv::Csv;
use crate::export::table::Table;

/// Answers as rows.
pub enum Answers {
    /// For people.
    Table(Table<5>),
    /// Comma-separated; whether the names of the fields were printed.
    Csv(Csv, bool),
}

/// The fields of a record.
const FIELDS: [&str; 12] = [
    "id",
    "text",
    "by",
    "may_quote",
    "verdict",
    "attribution",
    "claims",
    "credited",
    "recorded",
    "changes",
    "cautions",
    "advice",
];

impl Answers {
    /// A table for a terminal of `room` columns, or for a pipe.
    pub fn table(room: Option<usize>) -> Self {
        Self::Table(Table::new(["id", "quote it", "because", "who", "words"], room))
    }

    /// Comma-separated.
    pub const fn csv(csv: Csv) -> Self {
        Self::Csv(csv, false)
    }

    /// Prints an answer; `number` counts from 1 and stands where the asker gave no id.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn row(&mut self, answer: &Answer, number: usize, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Table(table) => {
                let id = answer.id.clone().unwrap_or_else(|| number.to_string());
                let who = answer.matches.first().map_or("-".to_owned(), |found| who(answer, found));
                let decision = answer.may_quote.to_string();
                table.row([&id, &decision, reason(answer), &who, &answer.text], out)
            }
            Self::Csv(csv, begun) => {
                if !std::mem::replace(begun, true) {
                    csv.record(&FIELDS, out)?;
                }
                csv.record(&record(answer), out)
            }
        }
    }

    /// Prints what still waits.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Table(table) => table.finish(out),
            Self::Csv(..) => Ok(()),
        }
    }
}

/// The cells of [`FIELDS`].
fn record(answer: &Answer) -> [String; FIELDS.len()] {
    let first = answer.matches.first();
    let changes = answer
        .changes
        .iter()
        .map(|change| format!("{}: “{}” → “{}”", change.kind, change.recorded, change.given));
    let cautions = answer.cautions.iter().map(ToString::to_string);
    [
        answer.id.clone().unwrap_or_default(),
        answer.text.clone(),
        answer.by.clone().unwrap_or_default(),
        answer.may_quote.to_string(),
        answer.verdict.to_string(),
        answer.attribution.map(|attribution| attribution.as_str().to_owned()).unwrap_or_default(),
        answer.claims.join(" "),
        first.map(|found| found.name.clone()).unwrap_or_default(),
        first.map(|found| found.recorded.clone()).unwrap_or_default(),
        changes.collect::<Vec<_>>().join("; "),
        cautions.collect::<Vec<_>>().join(" "),
        answer.advice.clone(),
    ]
}
