//! Findings drawn: the text of each file is read again, once, to show where they stand.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use crate::finding::{Finding, JsonPath, Recorded, Spot};
use crate::load::{self, Places};
use crate::report::{Format, Located, RecordedLine, Report, Tally};
use crate::span::Lines;

/// Draws findings in the order of their files, and within a file in the order of its text.
///
/// # Errors
/// When `out` cannot be written.
pub fn draw(
    findings: &[Finding],
    out: impl Write,
    format: Format,
    color: bool,
) -> io::Result<Tally> {
    draw_in(findings, out, format, color, |file| load::text_again(file).ok())
}

/// The same where a text may be another than the file's, such as one that is not written yet.
///
/// # Errors
/// When `out` cannot be written.
pub fn draw_in(
    findings: &[Finding],
    out: impl Write,
    format: Format,
    color: bool,
    text_of: impl Fn(&str) -> Option<String>,
) -> io::Result<Tally> {
    let mut report = Report::new(out, format, color);
    for of_file in findings.chunk_by(|a, b| a.place.file == b.place.file) {
        // What is wrong with the file itself may be that it is a device without an end: nothing of
        // it is shown, so it is not read.
        let has_place = of_file.iter().any(|finding| finding.place.spot != Spot::File);
        let text = has_place.then(|| text_of(&of_file[0].place.file)).flatten();
        let lines = text.as_deref().map(Lines::new);
        let mut places = text.as_deref().map(Places::new);
        let mut span = |finding: &Finding| places.as_mut()?.locate(&finding.place.spot);
        let mut located: Vec<Located<'_>> = of_file
            .iter()
            .map(|finding| Located {
                finding,
                lines: lines.as_ref(),
                span: span(finding),
                recorded: None,
            })
            .collect();
        located.sort_by_key(|located| located.span.map(|span| span.start));
        report.draw(&located)?;
    }
    report.finish()
}

/// The ledger's lines that findings about drafts were held against, in their order. Each file that has some is read
/// again, once, and no more of it is kept than what is shown.
pub fn recorded_lines(findings: &[Finding]) -> Vec<Option<RecordedLine>> {
    let recorded = |finding: &Finding| finding.about.as_ref()?.recorded.clone();
    let mut by_file: BTreeMap<Arc<str>, Vec<(usize, Recorded)>> = BTreeMap::new();
    for (number, finding) in findings.iter().enumerate() {
        if let Some(recorded) = recorded(finding) {
            by_file.entry(recorded.file.clone()).or_default().push((number, recorded));
        }
    }
    let mut found = vec![None; findings.len()];
    for (file, all) in by_file {
        let Ok(text) = load::text_again(&file) else { continue };
        let (lines, mut places) = (Lines::new(&text), Places::new(&text));
        for (number, recorded) in all {
            let claim = JsonPath::claim(recorded.claim);
            let span = places.locate(&Spot::Json(match recorded.quote {
                Some(quote) => claim.then("quotes").then(quote).then("exact"),
                None => claim.then("statement"),
            }));
            found[number] = span.map(|span| RecordedLine::new(&file, &lines, span));
        }
    }
    found
}
