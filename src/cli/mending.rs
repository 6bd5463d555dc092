//! Mends: shown as a difference, or written into the drafts.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::difference::{self, Edit};
use crate::cli::drafts::DraftFile;
use crate::cli::say::say;
use crate::cli::trouble::Trouble;
use crate::finding::{Finding, Fix};
use crate::safe;
use crate::save::{Change, Failure};
use crate::span::Lines;
use crate::wording::all_of;

/// The mends of a draft in order, each with what it mends; of two that touch, the first.
fn fixes(findings: &[Finding]) -> Vec<(&Finding, &Fix)> {
    let mends = findings.iter().filter_map(|finding| Some((finding, finding.fix()?)));
    let mut fixes: Vec<(&Finding, &Fix)> = mends.collect();
    fixes.sort_by_key(|(_, fix)| fix.span);
    let mut end = 0;
    fixes.retain(|(_, fix)| {
        let is_free = fix.span.start >= end;
        if is_free {
            end = fix.span.end;
        }
        is_free
    });
    fixes
}

fn mended(text: &str, fixes: &[(&Finding, &Fix)]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (_, fix) in fixes {
        new.push_str(&text[at..fix.span.start]);
        new.push_str(&fix.with);
        at = fix.span.end;
    }
    new.push_str(&text[at..]);
    new
}

/// Writes each mended draft whole, and leaves its new text in `files`; says what was mended, and gives how many
/// mends there were. None is written unless all can be, as far as that can be known before.
///
/// # Errors
/// When a draft cannot be written, or came from standard input; what was written before is said.
pub fn write(files: &mut [DraftFile], findings: &[Vec<Finding>]) -> Result<usize, Trouble> {
    let mends: Vec<_> = findings.iter().map(|found| fixes(found)).collect();
    for (file, _) in files.iter().zip(&mends).filter(|(_, mends)| !mends.is_empty()) {
        let path = file.path()?;
        begin(path, &file.text).map_err(|why| Trouble::not_written(path, &why))?;
    }
    let mut many = 0;
    let mut written: Vec<PathBuf> = Vec::new();
    for (file, mends) in files.iter_mut().zip(&mends).filter(|(_, mends)| !mends.is_empty()) {
        let path = file.path()?;
        let text = mended(&file.text, mends);
        begin(path, &file.text)
            .and_then(|change| change.write(text.as_bytes()))
            .map_err(|why| after(&written, Trouble::not_written(path, &why)))?;
        written.push(path.to_owned());
        say_mends(file, mends);
        file.text = text;
        many += mends.len();
    }
    Ok(many)
}

/// Takes a draft to be changed. The mends are places in the text that was judged: in another they would be anywhere.
fn begin(path: &Path, judged: &str) -> Result<Change, Failure> {
    let change = Change::begin(path)?;
    if change.old() == judged.as_bytes() { Ok(change) } else { Err(Failure::Changed) }
}

/// A trouble that came after some drafts were written.
fn after(written: &[PathBuf], trouble: Trouble) -> Trouble {
    if written.is_empty() {
        return trouble;
    }
    let written = all_of(written.iter().map(|path| format!("`{}`", path.display())));
    let told = Trouble::new(format!("{trouble}; mended before: {written}"));
    match trouble.advice() {
        Some(help) => told.help(help),
        None => told,
    }
}

impl DraftFile {
    /// Where it can be written.
    fn path(&self) -> Result<&Path, Trouble> {
        self.path.as_deref().ok_or_else(|| {
            Trouble::new("a draft from standard input cannot be mended in place, so no draft was")
                .help("`--diff` prints what would be changed")
        })
    }
}

/// Says what is put where, a line each.
fn say_mends(file: &DraftFile, mends: &[(&Finding, &Fix)]) {
    let lines = Lines::new(&file.text);
    for (finding, fix) in mends {
        let place = lines.position(fix.span.start);
        let (old, new) = (&file.text[fix.span.range()], &fix.with);
        let (line, column, rule) = (place.line, place.column, finding.rule.name);
        let told = format!("{}:{line}:{column}: {rule}: `{old}` becomes `{new}`", file.shown);
        say(&safe::line(&told));
    }
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
        let edits: Vec<Edit<'_>> =
            fixes(found).into_iter().map(|(_, fix)| (fix.span, fix.with.as_str())).collect();
        difference::show_edits(&file.shown, &file.text, &edits, out)?;
    }
    Ok(())
}
