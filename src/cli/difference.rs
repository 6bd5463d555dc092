//! A change of a file, shown as a unified difference.

use std::io::{self, Write};

use similar::{ChangeTag, TextDiff};

use crate::safe;

/// Lines that are shown around a change.
const AROUND: usize = 2;

/// Prints how a text would change; nothing where it would not.
///
/// # Errors
/// When `out` cannot be written.
pub fn show(name: &str, old: &str, new: &str, out: &mut impl Write) -> io::Result<()> {
    if old == new {
        return Ok(());
    }
    let name = safe::terminal(name);
    writeln!(out, "--- {name}\n+++ {name}")?;
    let difference = TextDiff::from_lines(old, new);
    for hunk in difference.unified_diff().context_radius(AROUND).iter_hunks() {
        writeln!(out, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            let sign = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            let line = change.value().trim_end_matches(['\n', '\r']);
            writeln!(out, "{sign}{}", safe::terminal(line))?;
        }
    }
    Ok(())
}
