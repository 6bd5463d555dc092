//! Findings drawn: the text of each file is read again, once, to show where they stand.

use std::io::{self, Write};

use crate::finding::{Finding, Spot};
use crate::load::{self, Places};
use crate::report::{Format, Located, Report, Tally};
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
            .map(|finding| Located { finding, lines: lines.as_ref(), span: span(finding) })
            .collect();
        located.sort_by_key(|located| located.span.map(|span| span.start));
        located.iter().try_for_each(|located| report.draw(located))?;
    }
    report.finish()
}
