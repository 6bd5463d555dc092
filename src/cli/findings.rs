//! Findings with the lines that they are about: the text of a file is read again only to show them.

use std::io::{self, Write};

use crate::finding::{Finding, Spot};
use crate::load;
use crate::report::{Located, Report};
use crate::span::Lines;

/// Draws findings on a report, each with its place looked up; those of one file stand together.
///
/// # Errors
/// When the report cannot be written.
pub fn draw<W: Write>(findings: &[Finding], report: &mut Report<W>) -> io::Result<()> {
    for of_file in findings.chunk_by(|a, b| a.place.file == b.place.file) {
        // A file that is about itself alone may be a device without an end: it is not read.
        let has_place = of_file.iter().any(|finding| finding.place.spot != Spot::File);
        let text = has_place.then(|| load::text_again(&of_file[0].place.file).ok()).flatten();
        let lines = text.as_deref().map(Lines::new);
        for finding in of_file {
            let span =
                lines.as_ref().and_then(|lines| load::locate(lines.text(), &finding.place.spot));
            report.draw(&Located { finding, lines: lines.as_ref(), span })?;
        }
    }
    Ok(())
}
