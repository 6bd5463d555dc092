//! Quotations: words in marks and block quotations, with the bytes where they stand.

use super::credit::Credit;
use super::frame::frame;
use super::inset;
use super::lexicon::Lexicon;
use super::page::{NO_WORD, Page, Setting};
use crate::span::Span;
use crate::text::marks::{Marked, marked_in};

/// What words in quotation marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Somebody's words, as far as their form tells.
    Speech,
    /// A word or two that the writer keeps at a distance, or speaks of: a term.
    Scare,
    /// The name of a work, a broadcast, a place.
    Title,
    /// Code, a picture or nothing at all.
    Empty,
}

/// Words in quotation marks, or a block quotation. All spans but those of `parts` are of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words with their marks; a block quotation with its `>`.
    pub outer: Span,
    /// The words.
    pub inner: Span,
    /// The words of each paragraph of a quotation that is set in several; else `inner` alone.
    pub parts: Vec<Span>,
    /// The words as a reader sees them: without emphasis, link targets and citations, in one line.
    pub text: String,
    /// In how many quotations this one stands.
    pub depth: usize,
    /// Whether it is set as a block.
    pub block: bool,
    /// Whether it is a block that says itself who speaks the words in marks in it.
    pub excerpt: bool,
    /// What its passage is set as.
    pub setting: Setting,
    /// What it is.
    pub class: Class,
    /// The quotation that it goes on from, where only the cue stands between: its number in the draft.
    pub continues: Option<usize>,
    /// The citations that stand in it or behind it in its sentence: their numbers in the draft.
    pub citations: Vec<usize>,
    /// The sentence or sentences that it stands in, itself included.
    pub sentence: Span,
    /// Whom the words around it credit.
    pub credit: Credit,
    /// Where it stands on the page, marks included.
    pub(super) place: Span,
    /// Where on the page a block says whose words it holds: `— Mei Ito`.
    pub(super) byline: Option<Span>,
    /// The first cue that is set inside the marks, as bytes of the page.
    pub(super) inset: Option<Span>,
    /// How much of it is code, a picture or an address.
    pub(super) code: Code,
    /// The passages that hold its beginning and its end.
    pub(super) passages: (usize, usize),
}

/// How much of a quotation is no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    None,
    Part,
    All,
}

impl Quotation {
    /// The last letter of its words: a full stop or a comma tells whether the sentence goes on.
    pub(super) fn ending(&self) -> Option<char> {
        self.text.trim_end_matches(['\'', '’', '”', '"', '»', ')', ']']).chars().next_back()
    }
}

/// The quotations of a page in order, and the marks that nothing closes.
pub(super) fn quotations(draft: &str, page: &Page) -> (Vec<Quotation>, Vec<Span>) {
    let (mut found, mut unclosed) = (Vec::new(), Vec::new());
    let main = Lexicon::of_draft(page.text());
    for run in runs(page) {
        let spans: Vec<Span> =
            page.passages[run.clone()].iter().map(|p| trimmed(page, p.text)).collect();
        let (pairs, open) = marked_in(&page.text, &spans);
        found.extend(pairs.into_iter().map(|pair| in_marks(page, pair, main)));
        unclosed.extend(open.into_iter().map(|mark| page.in_draft(mark)));
    }
    let mut held = vec![None; page.blocks.len()];
    for (at, passage) in page.passages.iter().enumerate() {
        if let Some(held) = passage.block.and_then(|block| held.get_mut(block)) {
            let (first, _) = held.unwrap_or((at, at));
            *held = Some((first, at));
        }
    }
    for (number, held) in held.into_iter().enumerate() {
        found.extend(block(draft, page, number, held));
    }
    found.sort_by_key(|quotation| (quotation.outer.start, std::cmp::Reverse(quotation.outer.end)));
    (found, unclosed)
}

/// The passages that one quotation may run through: paragraphs that follow each other.
fn runs(page: &Page) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, passage) in page.passages.iter().enumerate() {
        let joins = at.checked_sub(1).is_some_and(|before| {
            let before = page.passages[before];
            before.setting == Setting::Paragraph
                && passage.setting == Setting::Paragraph
                && before.block == passage.block
        });
        match runs.last_mut() {
            Some(run) if joins => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn trimmed(page: &Page, span: Span) -> Span {
    let words = &page.text[span.range()];
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

fn passage_at(page: &Page, at: usize) -> usize {
    page.passages.partition_point(|passage| passage.text.start <= at).saturating_sub(1)
}

fn in_marks(page: &Page, pair: Marked, main: &'static Lexicon) -> Quotation {
    let passages = (passage_at(page, pair.outer.start), passage_at(page, pair.outer.end - 1));
    let parts: Vec<Span> = (passages.0..=passages.1)
        .map(|at| {
            let passage = trimmed(page, page.passages[at].text);
            // Each further paragraph repeats the opening mark.
            let repeated = page.text[passage.range()].chars().next().map_or(0, char::len_utf8);
            let start = if at == passages.0 { pair.words.start } else { passage.start + repeated };
            Span::new(
                start.min(pair.words.end),
                pair.words.end.min(passage.end).max(start.min(pair.words.end)),
            )
        })
        .collect();
    let (parts, inset) = without_insets(page, &parts, main);
    let setting = page.passages[passages.0].setting;
    let in_block = usize::from(page.passages[passages.0].block.is_some());
    Quotation {
        depth: pair.depth + in_block,
        setting,
        inset,
        ..plain(page, pair.outer, pair.words, &parts, passages)
    }
}

/// The parts of a quotation without the cues that are set into them, and the first of these.
fn without_insets(
    page: &Page,
    parts: &[Span],
    main: &'static Lexicon,
) -> (Vec<Span>, Option<Span>) {
    let (mut kept, mut first) = (Vec::new(), None);
    for part in parts {
        let mut at = part.start;
        for inset in inset::insets(&page.text, *part, main) {
            first = first.or(Some(inset));
            kept.push(trimmed(page, Span::new(at, inset.start)));
            at = inset.end;
        }
        kept.push(if at == part.start { *part } else { trimmed(page, Span::new(at, part.end)) });
    }
    let is_spoken = |part: &Span| page.text[part.range()].contains(char::is_alphanumeric);
    if first.is_some() && kept.iter().any(is_spoken) {
        kept.retain(is_spoken);
    }
    (kept, first)
}

fn plain(
    page: &Page,
    outer: Span,
    words: Span,
    parts: &[Span],
    passages: (usize, usize),
) -> Quotation {
    let shown: Vec<String> = parts.iter().map(|part| page.as_seen(*part)).collect();
    let text: Vec<&str> = shown.iter().flat_map(|part| part.split_whitespace()).collect();
    let holds = |wanted: fn(char) -> bool| {
        parts.iter().any(|part| page.text[part.range()].contains(wanted))
    };
    let code = match holds(|letter| NO_WORD.starts_with(letter)) {
        false => Code::None,
        true if holds(char::is_alphanumeric) => Code::Part,
        true => Code::All,
    };
    Quotation {
        outer: page.in_draft(outer),
        inner: page.in_draft(words),
        parts: parts.iter().map(|part| page.in_draft(*part)).collect(),
        text: text.join(" "),
        depth: 0,
        block: false,
        excerpt: false,
        setting: Setting::Paragraph,
        class: Class::Speech,
        continues: None,
        citations: Vec::new(),
        sentence: page.in_draft(outer),
        credit: Credit::Nobody,
        place: outer,
        byline: None,
        inset: None,
        code,
        passages,
    }
}

/// A block quotation: its words without what says whose they are, or where they are found.
fn block(
    draft: &str,
    page: &Page,
    number: usize,
    held: Option<(usize, usize)>,
) -> Option<Quotation> {
    let (first, last) = held?;
    let frame = frame(draft, page, number, (first, last));
    let shown = |text: Span| {
        let start = text.start.max(frame.words.start);
        trimmed(page, Span::new(start, text.end.min(frame.words.end).max(start)))
    };
    let parts: Vec<Span> = (first..=last)
        .map(|at| page.passages[at].text)
        .filter(|text| text.start < frame.words.end && frame.words.start < text.end)
        .map(shown)
        .filter(|text| !text.is_empty())
        .collect();
    let words = Span::new(parts.first()?.start, parts.last()?.end);
    let mut found = plain(page, words, words, &parts, (first, last));
    let outer = page.blocks[number];
    let len = draft[outer.range()].trim_end().len();
    found.outer = Span::new(outer.start, outer.start + len);
    found.place = Span::new(page.passages[first].text.start, page.passages[last].text.end);
    found.byline = frame.byline;
    found.block = true;
    Some(found)
}
