//! Floor 5: findings drawn for people and for programs. Nothing here reads a file: a finding comes with
//! its place looked up.

mod concise;
mod github;
mod human;
mod json;
mod sarif;

pub use human::RecordedLine;

use std::io::{self, Write};

use crate::finding::{Finding, Rule, Severity, Spot};
use crate::span::{Lines, Position, Span};

/// How findings are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Source line, caret and help, for people.
    #[default]
    Human,
    /// One line each: `path:line:col: severity[rule]: message`.
    Concise,
    /// One JSON object that holds them all.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Workflow commands of GitHub Actions, which annotate a pull request.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// A finding whose place was looked up in the text of its file.
#[derive(Clone, Copy, Debug)]
pub struct Located<'a> {
    /// What was found.
    pub finding: &'a Finding,
    /// The text of its file, where that could be read.
    pub lines: Option<&'a Lines<'a>>,
    /// The bytes that it is about; nothing where it is about the file as a whole.
    pub span: Option<Span>,
    /// The ledger's own line, where the finding is about words of a draft.
    pub recorded: Option<&'a RecordedLine>,
}

impl<'a> Located<'a> {
    /// The bytes, as far as there is a text to hold them.
    fn marked(&self) -> Option<(&'a Lines<'a>, Span)> {
        let (lines, span) = (self.lines?, self.span?);
        let holds = lines.text().get(span.range()).is_some();
        holds.then_some((lines, span))
    }

    /// Line and column of the first byte.
    fn position(&self) -> Option<Position> {
        self.marked().map(|(lines, span)| lines.position(span.start))
    }

    /// Line and column of the byte after the last.
    fn end(&self) -> Option<Position> {
        self.marked().map(|(lines, span)| lines.position(span.end))
    }

    /// `claims[0].mode`, or nothing where the finding is about no JSON value.
    fn json_path(&self) -> Option<String> {
        match &self.finding.place.spot {
            Spot::Json(path) | Spot::JsonKey(path) => {
                Some(path.to_string()).filter(|path| !path.is_empty())
            }
            Spot::File | Spot::Text(_) => None,
        }
    }

    /// `claims/harbour-bridge.json:38:15`, raw.
    fn location(&self) -> String {
        let file = &self.finding.place.file;
        match self.position() {
            Some(Position { line, column }) => format!("{file}:{line}:{column}"),
            None => file.to_string(),
        }
    }
}

/// How many findings of each severity were drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// What is wrong.
    pub errors: usize,
    /// What is likely to mislead.
    pub warnings: usize,
    /// What is worth knowing.
    pub notes: usize,
}

impl Tally {
    /// One more of this severity.
    pub const fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }

    /// `1 error, 2 warnings`; `no finding` where there is none.
    pub fn in_words(self) -> String {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let said: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| crate::wording::counted(count, noun))
            .collect();
        if said.is_empty() { "no finding".to_owned() } else { said.join(", ") }
    }
}

/// Draws findings file by file, so that the text of one is needed only while its own are drawn.
#[derive(Debug)]
pub struct Report<W> {
    out: W,
    format: Format,
    color: bool,
    tally: Tally,
    /// The rules that findings named, for a form that lists them.
    rules: Vec<&'static Rule>,
}

impl<W: Write> Report<W> {
    /// A report to `out`, which may be a terminal; `color` is for [`Format::Human`] alone.
    pub fn new(out: W, format: Format, color: bool) -> Self {
        Self { out, format, color, tally: Tally::default(), rules: Vec::new() }
    }

    /// Draws findings in their order.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn draw(&mut self, all: &[Located<'_>]) -> io::Result<()> {
        if self.format == Format::Human {
            human::draw(&mut self.out, all, self.color)?;
        }
        for located in all {
            let is_first = self.tally == Tally::default();
            self.tally.add(located.finding.rule.severity);
            match self.format {
                Format::Human => Ok(()),
                Format::Concise => concise::draw(&mut self.out, located),
                Format::Json => json::draw_member(&mut self.out, located, is_first),
                Format::Jsonl => json::draw_line(&mut self.out, located),
                Format::Github => github::draw(&mut self.out, located),
                Format::Sarif => {
                    sarif::draw_member(&mut self.out, located, &mut self.rules, is_first)
                }
            }?;
        }
        Ok(())
    }

    /// Ends the report; says what was drawn.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn finish(mut self) -> io::Result<Tally> {
        if self.format == Format::Json {
            json::finish(&mut self.out, self.tally == Tally::default())?;
        }
        if self.format == Format::Sarif {
            sarif::finish(&mut self.out, &self.rules, self.tally == Tally::default())?;
        }
        self.out.flush()?;
        Ok(self.tally)
    }
}

#[cfg(test)]
mod tests;
