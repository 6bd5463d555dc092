//! A change of a file, shown as a unified difference that `patch` and `git apply` take.

use std::io::{self, Write};
use std::ops::Range;

use similar::{ChangeTag, TextDiff};

use crate::safe;
use crate::span::Span;

/// Lines that are shown around a change.
const AROUND: usize = 2;

/// Bytes of a text, and what is put in their place.
pub type Edit<'e> = (Span, &'e str);

/// Prints how a text would change; nothing where it would not.
///
/// # Errors
/// When `out` cannot be written.
pub fn show(name: &str, old: &str, new: &str, out: &mut impl Write) -> io::Result<()> {
    if old == new {
        return Ok(());
    }
    names(name, out)?;
    let difference = TextDiff::from_lines(old, new);
    for hunk in difference.unified_diff().context_radius(AROUND).iter_hunks() {
        writeln!(out, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            let sign = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            line(sign, change.value(), out)?;
        }
    }
    Ok(())
}

/// Prints how a text would change by edits that are known, in order: what is known needs not be searched for, which
/// takes ever longer the more there is of it.
///
/// # Errors
/// When `out` cannot be written.
pub fn show_edits(
    name: &str,
    old: &str,
    edits: &[Edit<'_>],
    out: &mut impl Write,
) -> io::Result<()> {
    if edits.is_empty() {
        return Ok(());
    }
    names(name, out)?;
    let lines: Vec<&str> = old.split_inclusive('\n').collect();
    let blocks = blocks(&lines, edits);
    let mut longer = 0_isize;
    for hunk in blocks.chunk_by(|one, next| one.lines.end + 2 * AROUND >= next.lines.start) {
        let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { continue };
        let shown =
            first.lines.start.saturating_sub(AROUND)..(last.lines.end + AROUND).min(lines.len());
        let more: isize = hunk.iter().map(Block::longer).sum();
        let (from, to) = (shown.start, shown.start.saturating_add_signed(longer));
        let (before, after) = (shown.len(), shown.len().saturating_add_signed(more));
        writeln!(out, "@@ -{} +{} @@", extent(from, before), extent(to, after))?;
        let mut at = shown.start;
        for block in hunk {
            lines[at..block.lines.start].iter().try_for_each(|same| line(' ', same, out))?;
            lines[block.lines.clone()].iter().try_for_each(|gone| line('-', gone, out))?;
            block.new.split_inclusive('\n').try_for_each(|new| line('+', new, out))?;
            at = block.lines.end;
        }
        lines[at..shown.end].iter().try_for_each(|same| line(' ', same, out))?;
        longer += more;
    }
    Ok(())
}

/// Lines that follow each other, and what stands for them.
struct Block {
    lines: Range<usize>,
    new: String,
}

impl Block {
    /// How many lines more there will be.
    fn longer(&self) -> isize {
        let new = self.new.split_inclusive('\n').count();
        new.cast_signed() - self.lines.len().cast_signed()
    }
}

/// The lines that change, those beside each other as one.
fn blocks(lines: &[&str], edits: &[Edit<'_>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut edits, mut start) = (edits.iter().peekable(), 0);
    // What is left of a line, or of several, behind an edit that is under way.
    let mut taken = 0;
    for (number, text) in lines.iter().enumerate() {
        let end = start + text.len();
        let is_last = number + 1 == lines.len();
        let begins = |edit: &Edit<'_>| edit.0.start < end || is_last;
        let mut at = taken.max(start);
        let is_under_way = taken > start;
        let mut new = String::new();
        let mut is_changed = is_under_way;
        while let Some((span, with)) = edits.next_if(|edit| begins(edit)) {
            new.push_str(&text[at.min(end) - start..span.start.clamp(at.min(end), end) - start]);
            new.push_str(with);
            at = span.end;
            taken = span.end;
            is_changed = true;
        }
        new.push_str(&text[at.min(end) - start..]);
        if is_changed {
            match blocks.last_mut() {
                Some(block) if block.lines.end == number => {
                    block.lines.end = number + 1;
                    block.new.push_str(&new);
                }
                _ => blocks.push(Block { lines: number..number + 1, new }),
            }
        }
        start = end;
    }
    blocks
}

/// Where lines stand and how many: `12,5`, or `12` for one.
fn extent(from: usize, many: usize) -> String {
    if many == 1 { format!("{}", from + 1) } else { format!("{},{many}", from + 1) }
}

fn names(name: &str, out: &mut impl Write) -> io::Result<()> {
    let name = safe::terminal(name);
    writeln!(out, "--- {name}\n+++ {name}")
}

/// A line with its own end: a carriage return belongs to it, and that there is no end must be said.
fn line(sign: char, text: &str, out: &mut impl Write) -> io::Result<()> {
    let (words, end) = match text.strip_suffix('\n') {
        Some(words) => match words.strip_suffix('\r') {
            Some(words) => (words, "\r\n"),
            None => (words, "\n"),
        },
        None => (text, "\n\\ No newline at end of file\n"),
    };
    write!(out, "{sign}{}{end}", safe::terminal(words))
}

#[cfg(test)]
mod tests {
    use super::{Edit, show, show_edits};
    use crate::span::Span;

    fn edited(old: &str, edits: &[Edit<'_>]) -> String {
        let mut new = old.to_owned();
        for (span, with) in edits.iter().rev() {
            new.replace_range(span.range(), with);
        }
        new
    }

    fn drawn(draw: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
        let mut out = Vec::new();
        draw(&mut out).expect("a vector takes all");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn edits_that_are_known_are_shown_as_those_that_are_found() {
        let text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten";
        let crlf = text.replace('\n', "\r\n");
        let at = |text: &str, words: &str| {
            let start = text.find(words).expect("it is there");
            Span::new(start, start + words.len())
        };
        let cases = [
            ("one", text, vec![(at(text, "two"), "2")]),
            ("two in a line", text, vec![(at(text, "t"), "T"), (at(text, "wo"), "W")]),
            ("two near", text, vec![(at(text, "two"), "2"), (at(text, "six"), "6")]),
            ("two far", text, vec![(at(text, "one"), "1"), (at(text, "nine"), "9")]),
            ("side by side", text, vec![(at(text, "two"), "2"), (at(text, "three"), "3")]),
            ("the last, without an end", text, vec![(at(text, "ten"), "10")]),
            ("across lines", text, vec![(at(text, "o\nthree\nf"), "x")]),
            ("a line more", text, vec![(at(text, "two"), "2\n2b"), (at(text, "nine"), "9")]),
            ("carriage returns", &crlf, vec![(at(&crlf, "two"), "2"), (at(&crlf, "ten"), "10")]),
        ];
        for (name, old, edits) in cases {
            let known = drawn(|out| show_edits("a.md", old, &edits, out));
            let found = drawn(|out| show("a.md", old, &edited(old, &edits), out));
            assert_eq!(known, found, "{name}");
            assert_eq!(old.contains('\r'), known.contains("\r\n"), "{name}");
        }
    }
}
