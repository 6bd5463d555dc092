//! Mends: shown as a difference, or written into the drafts.

use std::io::{self, Write};

use crate::cli::difference;
use crate::cli::drafts::DraftFile;
use crate::cli::trouble::Trouble;
use crate::finding::{Finding, Fix};
use crate::save::{Change, Failure};

/// The mends of a draft, in order; of two that touch, the first.
fn fixes(findings: &[Finding]) -> Vec<&Fix> {
    let mut fixes: Vec<&Fix> = findings.iter().filter_map(Finding::fix).collect();
    fixes.sort_by_key(|fix| fix.span);
    let mut end = 0;
    fixes.retain(|fix| {
        let is_free = fix.span.start >= end;
        if is_free {
            end = fix.span.end;
        }
        is_free
    });
    fixes
}

fn mended(text: &str, fixes: &[&Fix]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes {
        new.push_str(&text[at..fix.span.start]);
        new.push_str(&fix.with);
        at = fix.span.end;
    }
    new.push_str(&text[at..]);
    new
}

/// Writes each mended draft whole, and leaves its new text in `files`; gives how many mends there were.
///
/// # Errors
/// When a draft cannot be written, or came from standard input.
pub fn write(files: &mut [DraftFile], findings: &[Vec<Finding>]) -> Result<usize, Trouble> {
    let mut many = 0;
    for (file, found) in files.iter_mut().zip(findings) {
        let mends = fixes(found);
        if mends.is_empty() {
            continue;
        }
        let Some(path) = &file.path else {
            return Err(Trouble::new("a draft from standard input cannot be mended in place")
                .help("`--diff` prints what would be changed"));
        };
        let text = mended(&file.text, &mends);
        let write = || {
            let change = Change::begin(path)?;
            // The mends are places in the text that was judged: in another they would be anywhere.
            if change.old() != file.text.as_bytes() {
                return Err(Failure::Changed);
            }
            change.write(text.as_bytes())
        };
        write().map_err(|why| Trouble::not_written(path, &why))?;
        file.text = text;
        many += mends.len();
    }
    Ok(many)
}

/// Prints what would be mended as a unified difference.
///
/// # Errors
/// When `out` cannot be written.
pub fn show(
    files: &[DraftFile],
    findings: &[Vec<Finding>],
    out: &mut impl Write,
) -> io::Result<()> {
    for (file, found) in files.iter().zip(findings) {
        difference::show(&file.shown, &file.text, &mended(&file.text, &fixes(found)), out)?;
    }
    Ok(())
}
