//! Mends: shown as a difference, or written into the drafts.

use std::io::{self, Write};

use crate::cli::drafts::DraftFile;
use crate::cli::trouble::Trouble;
use crate::finding::{Finding, Fix};
use crate::safe;
use crate::save::Writing;

/// Lines that are shown around a change.
const AROUND: usize = 2;

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
        let cannot = |why: io::Error| Trouble::cannot_write(path, &why);
        let mut writing = Writing::begin(path, true).map_err(cannot)?;
        let text = mended(&file.text, &mends);
        writing.write_all(text.as_bytes()).map_err(cannot)?;
        writing.finish().map_err(cannot)?;
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
        let mends = fixes(found);
        if !mends.is_empty() {
            let name = safe::terminal(&file.shown);
            writeln!(out, "--- {name}\n+++ {name}")?;
            hunks(&file.text, &mends, out)?;
        }
    }
    Ok(())
}

/// A hunk for each run of lines that change; the lines of one mend are taken out and put in together.
fn hunks(text: &str, fixes: &[&Fix], out: &mut impl Write) -> io::Result<()> {
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        })
        .collect();
    let line_of = |at: usize| lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
    let mut grown = 0isize;
    let mut rest = fixes;
    while let Some(first) = rest.first() {
        let (from, mut to) = (line_of(first.span.start), line_of(first.span.end));
        let mut many = 1;
        while let Some(next) =
            rest.get(many).filter(|next| line_of(next.span.start) <= to + 2 * AROUND)
        {
            to = to.max(line_of(next.span.end));
            many += 1;
        }
        let (here, after) = rest.split_at(many);
        rest = after;
        let start = lines[from].0;
        let end = lines.get(to + 1).map_or(text.len(), |(start, _)| *start);
        let moved: Vec<Fix> = here
            .iter()
            .map(|fix| Fix {
                span: crate::span::Span::new(fix.span.start - start, fix.span.end - start),
                with: fix.with.clone(),
            })
            .collect();
        let new = mended(&text[start..end], &moved.iter().collect::<Vec<_>>());
        let (above, below) = (from.saturating_sub(AROUND), (to + 1 + AROUND).min(lines.len()));
        let (old_many, new_many) =
            (below - above, below - above - (to + 1 - from) + new.lines().count());
        let new_start = isize::try_from(above + 1).unwrap_or_default() + grown;
        writeln!(out, "@@ -{},{old_many} +{new_start},{new_many} @@", above + 1)?;
        let mut draw = |sign: char, line: &str| {
            writeln!(out, "{sign}{}", safe::terminal(line.trim_end_matches(['\n', '\r'])))
        };
        lines[above..from].iter().try_for_each(|(_, line)| draw(' ', line))?;
        lines[from..=to].iter().try_for_each(|(_, line)| draw('-', line))?;
        new.lines().try_for_each(|line| draw('+', line))?;
        lines[to + 1..below].iter().try_for_each(|(_, line)| draw(' ', line))?;
        let (old_lines, new_lines) = (to + 1 - from, new.lines().count());
        grown += isize::try_from(new_lines).unwrap_or_default();
        grown -= isize::try_from(old_lines).unwrap_or_default();
    }
    Ok(())
}
