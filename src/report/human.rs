//! A finding for people: sentence, place, source line with a caret, help.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::DEFAULT_LINE_NUM_STYLE;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstyle::Style;

use crate::cores;
use crate::finding::Severity;
use crate::report::Located;
use crate::safe;
use crate::span::{Lines, Position, Span};

/// The arrow before the place looks like the margin of the source line.
const ARROW: Style = DEFAULT_LINE_NUM_STYLE;

/// How much of a source line stands before the caret at least, in characters: enough to know where one
/// is.
const BEFORE: usize = 40;

/// How much of a source line is shown in all. A ledger written by a program may be one line of
/// megabytes; more than this is no help to anyone.
const SHOWN: usize = 100;

/// Findings that are drawn before the first of them is written.
const BLOCK: usize = 2048;

/// Draws findings in their order; a caret costs as much as a judgement, so it is done on all cores.
pub(super) fn draw(out: &mut impl Write, all: &[Located<'_>], color: bool) -> io::Result<()> {
    for block in all.chunks(BLOCK) {
        let drawn = cores::shares(block, |share| {
            let mut drawn = Vec::new();
            share.iter().try_for_each(|located| draw_one(&mut drawn, located, color))?;
            Ok::<_, io::Error>(drawn)
        });
        for drawn in drawn {
            out.write_all(&drawn?)?;
        }
    }
    Ok(())
}

/// Draws one finding, and a blank line after it.
///
/// The sentence and the source line are drawn by `annotate-snippets`; the place between them is drawn
/// here, because the column is that of the whole line and not of the part that is shown, and because
/// the JSON path stands beside it.
fn draw_one(out: &mut impl Write, located: &Located<'_>, color: bool) -> io::Result<()> {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    // What is too long was cut here already, where the caret is known.
    let renderer = renderer.term_width(usize::MAX / 2);
    let source = located.marked().map(|(lines, span)| SourceLine::new(lines, span));
    let numbers = [source.as_ref(), located.recorded.map(|recorded| &recorded.line)];
    let numbers = numbers.into_iter().flatten().map(|line| line.number.to_string().len());
    let margin = numbers.max().unwrap_or(1);

    writeln!(out, "{}", renderer.render(&[sentence(located)]))?;
    let arrow = if color { ARROW } else { Style::new() };
    let place = place(located);
    writeln!(out, "{:margin$}{arrow}-->{arrow:#} {place}", "")?;
    let below: Vec<Group<'_>> =
        below(located, source).into_iter().chain(recorded(located)).collect();
    if !below.is_empty() {
        writeln!(out, "{}", renderer.render(&below))?;
    }
    writeln!(out)
}

/// `error[mode-without-quotes]: claim …`
fn sentence<'a>(located: &Located<'a>) -> Group<'a> {
    let finding = located.finding;
    let title = level(finding.rule.severity).primary_title(safe::terminal(&finding.message));
    Group::with_title(title.id(finding.rule.name))
}

/// `claims/harbour-bridge.json:38:15  claims[0].mode`
fn place(located: &Located<'_>) -> String {
    let location = located.location();
    let place = match located.json_path() {
        Some(path) => Cow::Owned(format!("{location}  {path}")),
        None => Cow::Borrowed(location.as_str()),
    };
    safe::terminal(&place).into_owned()
}

/// The source line with its caret, and the help, as far as there are any.
fn below<'a>(located: &Located<'a>, source: Option<SourceLine>) -> Option<Group<'a>> {
    let finding = located.finding;
    let mut below = Group::with_level(level(finding.rule.severity));
    if let Some(source) = source {
        let caret = AnnotationKind::Primary.span(source.caret);
        let snippet = Snippet::source(source.text).line_start(source.number);
        below = below.element(snippet.annotation(caret));
    }
    if let Some(help) = &finding.help {
        below = below.element(Level::HELP.message(safe::terminal(help)));
    }
    (!below.is_empty()).then_some(below)
}

/// The ledger's line with the recorded words. Its place stands in the title: the column is that of the whole line, and
/// not of the part that is shown.
fn recorded<'a>(located: &Located<'a>) -> Option<Group<'a>> {
    let RecordedLine { place, line } = located.recorded?;
    let title = Level::NOTE.secondary_title(format!("recorded in {place}"));
    let words = AnnotationKind::Context.span(line.caret.clone());
    let snippet = Snippet::source(line.text.as_str()).line_start(line.number);
    Some(Group::with_title(title).element(snippet.annotation(words)))
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// The line of the ledger that records what a quotation of a draft was held against.
#[derive(Clone, Debug)]
pub struct RecordedLine {
    /// `claims/harbour-bridge.json:38:15`, harmless.
    place: String,
    line: SourceLine,
}

impl RecordedLine {
    /// The line of a ledger file, whose text this is, on which the span begins.
    pub fn new(file: &str, lines: &Lines<'_>, span: Span) -> Self {
        let Position { line, column } = lines.position(span.start);
        let place = safe::terminal(&format!("{file}:{line}:{column}")).into_owned();
        Self { place, line: SourceLine::new(lines, span) }
    }
}

/// The line that a span begins on, cut to what is shown, and the caret in it.
#[derive(Clone, Debug)]
struct SourceLine {
    number: usize,
    text: String,
    caret: Range<usize>,
}

impl SourceLine {
    fn new(lines: &Lines<'_>, span: Span) -> Self {
        let number = lines.position(span.start).line;
        let line = lines.line(number);
        let start = span.start.min(line.end);
        let end = span.end.clamp(start, line.end);
        let text = lines.text();
        // A short rest leaves room for more of what stands before.
        let rest = first_chars(&text[start..line.end], SHOWN - BEFORE).chars().count();
        let before = last_chars(&text[line.start..start], SHOWN - rest);
        let left = SHOWN - before.chars().count();
        let marked = first_chars(&text[start..end], left);
        let after = first_chars(&text[end..line.end], left - marked.chars().count());

        let mut shown = String::new();
        if before.len() < start - line.start {
            shown.push('…');
        }
        shown.push_str(&visible(before));
        let caret_start = shown.len();
        shown.push_str(&visible(marked));
        let caret = caret_start..shown.len();
        if marked.len() == end - start {
            shown.push_str(&visible(after));
        }
        if marked.len() < end - start || after.len() < line.end - end {
            shown.push('…');
        }
        Self { number, text: shown, caret }
    }
}

/// Harmless on a terminal; a tab stays what it is here, an indent.
fn visible(text: &str) -> Cow<'_, str> {
    if text.contains('\t') {
        Cow::Owned(safe::terminal(&text.replace('\t', "    ")).into_owned())
    } else {
        safe::terminal(text)
    }
}

fn first_chars(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count);
    end.map_or(text, |(end, _)| &text[..end])
}

fn last_chars(text: &str, count: usize) -> &str {
    let skipped = text.char_indices().rev().take(count).last();
    skipped.map_or("", |(start, _)| &text[start..])
}
