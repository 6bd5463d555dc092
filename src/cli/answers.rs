//! Answers as they are printed, for people and for programs.

use std::io::Write;

use crate::check::{Answer, MayQuote};
use crate::cli::Outcome;
use crate::cli::check::Args;
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::export::answer::Drawing;
use crate::export::{Answers, Csv};
use crate::safe;

/// How answers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// One document
    Json,
    /// One object a line
    Jsonl,
    /// One row an answer, for people
    Table,
    /// One record an answer, for spreadsheets
    Csv,
}

/// The answers as they are printed, and the worst of them.
pub struct Printing {
    out: Output,
    format: Format,
    rows: Answers,
    is_list: bool,
    drawing: Drawing,
    is_strict: bool,
    printed: usize,
    worst: Outcome,
}

impl Printing {
    /// Opens the output; a list of answers is one document, too, where one is asked for.
    pub fn begin(args: &Args, is_list: bool) -> Result<Self, Trouble> {
        let out = args.output.open()?;
        let drawing = Drawing { room: out.room(), color: out.has_color(), why: args.why };
        let format = args.format();
        let rows = match format {
            Format::Csv => Answers::csv(Csv::for_terminal(out.room().is_some())),
            _ => Answers::table(out.room()),
        };
        Ok(Self {
            out,
            format,
            rows,
            is_list,
            drawing,
            is_strict: args.strict,
            printed: 0,
            worst: Outcome::Fine,
        })
    }

    /// Prints an answer.
    pub fn print(&mut self, answer: &Answer) -> Result<(), Trouble> {
        let is_refused = match answer.may_quote {
            MayQuote::No => true,
            MayQuote::WithCare => self.is_strict,
            MayQuote::Yes => false,
        };
        if is_refused {
            self.worst = Outcome::Findings;
        }
        let first = self.printed == 0;
        self.printed += 1;
        match self.format {
            Format::Table | Format::Csv => self.rows.row(answer, self.printed, &mut self.out)?,
            Format::Text => {
                if !first {
                    writeln!(self.out)?;
                }
                self.drawing.draw(answer, &mut self.out)?;
            }
            Format::Jsonl => {
                let line = serde_json::to_string(answer).map_err(std::io::Error::from)?;
                writeln!(self.out, "{}", safe::json(&line))?;
            }
            Format::Json => {
                let document =
                    serde_json::to_string_pretty(answer).map_err(std::io::Error::from)?;
                let before = match (self.is_list, first) {
                    (false, true) => "",
                    (true, true) => "{\"version\": 1, \"answers\": [\n",
                    (_, false) => ",\n",
                };
                write!(self.out, "{before}{}", safe::json(&document))?;
            }
        }
        Ok(())
    }

    /// Ends the document; gives the outcome of the worst answer.
    pub fn finish(mut self) -> Result<Outcome, Trouble> {
        if matches!(self.format, Format::Table | Format::Csv) {
            self.rows.finish(&mut self.out)?;
        }
        if self.format == Format::Json {
            let end = match (self.is_list, self.printed) {
                (false, _) => "\n",
                (true, 0) => "{\"version\": 1, \"answers\": []}\n",
                (true, _) => "\n]}\n",
            };
            self.out.write_all(end.as_bytes())?;
        }
        self.out.finish()?;
        Ok(self.worst)
    }
}
