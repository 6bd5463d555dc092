//! Findings as workflow commands of GitHub Actions, which annotate a pull request.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::finding::Severity;
use crate::report::Located;
use crate::safe;

/// `::error file=draft.md,line=3,col=1,title=altered-wording::message`. Everything is escaped as the runner
/// reads it, so that no text from a draft can begin a command of its own.
pub(super) fn draw(out: &mut impl Write, located: &Located<'_>) -> io::Result<()> {
    let finding = located.finding;
    let command = match finding.rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = format!("file={}", property(&finding.place.file));
    if let (Some(start), Some(end)) = (located.position(), located.end()) {
        // Writing to a string cannot fail.
        let _ = write!(properties, ",line={},endLine={}", start.line, end.line);
        // Columns are only read where they are of one line.
        if start.line == end.line {
            let _ = write!(properties, ",col={},endColumn={}", start.column, end.column);
        }
    }
    let mut message = data(&finding.message);
    if let Some(help) = &finding.help {
        let _ = write!(message, "%0Ahelp: {}", data(help));
    }
    writeln!(out, "::{command} {properties},title={}::{message}", property(finding.rule.name))
}

/// The words of a message: one line, with what the runner would decode escaped.
fn data(text: &str) -> String {
    safe::terminal(text).replace('%', "%25")
}

/// A property's value, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_line_or_a_property() {
        assert_eq!(data("50 %\n::error::x"), "50 %25\\u{a}::error::x");
        assert_eq!(property("a,b:c%0A"), "a%2Cb%3Ac%250A");
        assert!(!data("\u{1b}[2J\r\u{202e}").contains(['\u{1b}', '\r', '\u{202e}']));
    }
}
