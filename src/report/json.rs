//! Findings for programs.

use std::io::{self, Write};

use serde::Serialize;

use crate::finding::About;
use crate::report::Located;
use crate::safe;

/// The version of both machine forms; it changes when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// A finding as programs read it; what does not apply is null.
#[derive(Serialize)]
struct Drawn<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    rule: &'a str,
    severity: String,
    message: &'a str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    /// Byte offsets.
    start: Option<usize>,
    end: Option<usize>,
    json_path: Option<String>,
    help: Option<&'a str>,
    #[serde(flatten)]
    about: Option<DrawnAbout<'a>>,
}

/// What a finding about a draft has besides.
#[derive(Serialize)]
struct DrawnAbout<'a> {
    quotation: Option<&'a str>,
    claims: &'a [String],
    credited: Option<&'a str>,
    fix: Option<DrawnFix<'a>>,
}

/// Byte offsets, and the words for what stands there.
#[derive(Serialize)]
struct DrawnFix<'a> {
    start: usize,
    end: usize,
    with: &'a str,
}

impl<'a> DrawnAbout<'a> {
    fn new(about: &'a About) -> Self {
        let fix = about.fix.as_ref();
        Self {
            quotation: about.quotation.as_deref(),
            claims: &about.claims,
            credited: about.credited.as_deref(),
            fix: fix.map(|fix| DrawnFix {
                start: fix.span.start,
                end: fix.span.end,
                with: &fix.with,
            }),
        }
    }
}

impl<'a> Drawn<'a> {
    fn new(located: &Located<'a>, version: Option<u32>) -> Self {
        let finding = located.finding;
        let position = located.position();
        let span = located.marked().map(|(_, span)| span);
        Self {
            version,
            rule: finding.rule.name,
            severity: finding.rule.severity.to_string(),
            message: &finding.message,
            path: &finding.place.file,
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
            json_path: located.json_path(),
            help: finding.help.as_deref(),
            about: finding.about.as_deref().map(DrawnAbout::new),
        }
    }

    fn text(&self) -> io::Result<String> {
        let text = serde_json::to_string(self)?;
        Ok(safe::json(&text).into_owned())
    }
}

/// One object on its line.
pub(super) fn draw_line(out: &mut impl Write, located: &Located<'_>) -> io::Result<()> {
    writeln!(out, "{}", Drawn::new(located, Some(VERSION)).text()?)
}

/// One member of the list that [`finish`] closes.
pub(super) fn draw_member(
    out: &mut impl Write,
    located: &Located<'_>,
    is_first: bool,
) -> io::Result<()> {
    let before = if is_first { opening() } else { ",".to_owned() };
    write!(out, "{before}\n{}", Drawn::new(located, None).text()?)
}

/// The end of the document.
pub(super) fn finish(out: &mut impl Write, is_empty: bool) -> io::Result<()> {
    if is_empty { writeln!(out, "{}]}}", opening()) } else { writeln!(out, "\n]}}") }
}

fn opening() -> String {
    format!("{{\"version\":{VERSION},\"findings\":[")
}
