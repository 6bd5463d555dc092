//! Words that a person marks in an article's text, as a passage and its quotes.

use std::num::NonZeroU32;

use crate::ledger::{Passage, Quote};
use crate::span::Span;
use crate::text::marks::Marked;
use crate::text::printed::{Case, Departure, Printed, cut, holds};
use crate::text::token::Kind;

/// More words than these are not needed to find a place again, and are long to compare by eye.
const LONGEST_ANCHOR: usize = 4;

/// So many are tried first: two may stand in any paragraph twice.
const USUAL_ANCHOR: usize = 3;

/// What a person marks.
#[derive(Clone, Copy, Debug)]
pub struct Marking<'a> {
    /// The words as printed, with or without their quotation marks.
    pub words: &'a str,
    /// The only paragraph that is meant, counted from 1.
    pub paragraph: Option<u32>,
    /// The article's words of attribution, which the passage holds, too.
    pub cue: Option<&'a str>,
    /// What becomes of words in quotation marks.
    pub quotes: Quotes,
}

/// What becomes of words in quotation marks among those that are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// They are quoted, and there must be some.
    Needed,
    /// They are quoted where there are some.
    IfAny,
    /// They are only a part of the passage.
    None,
}

/// Where the words stand, and which of them stand in quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where they stand.
    pub passage: Passage,
    /// What of them stands in quotation marks, with the words around it.
    pub quotes: Vec<Quote>,
}

/// Why words are not a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// The text does not print them; where it leaves them, what agrees and what it prints then.
    Nowhere(Option<(String, String)>),
    /// They stand elsewhere, in these paragraphs.
    OtherParagraph(Vec<usize>),
    /// They stand more than once: the paragraph of each, with some words around it.
    Several(Vec<(usize, String)>),
    /// They go from one paragraph into another.
    TwoParagraphs,
    /// There are words to quote, and none of these stand in quotation marks; the paragraph.
    NoMarks(usize),
}

/// Finds the words that were marked.
///
/// # Errors
/// When the text does not print them, or more than once, or not in quotation marks where these are needed.
pub fn mark(printed: &Printed<'_>, marking: &Marking<'_>) -> Result<Place, NoPlace> {
    let span = only_one(printed, marking)?;
    let number = printed.number_at(span.start);
    let paragraph =
        u32::try_from(number).ok().and_then(NonZeroU32::new).ok_or(NoPlace::TwoParagraphs)?;
    let around = printed.paragraph(paragraph.get()).ok_or(NoPlace::TwoParagraphs)?;
    if !holds(around, span) {
        return Err(NoPlace::TwoParagraphs);
    }
    let cue = marking.cue.and_then(|cue| nearest(printed, cue, around, span));
    let marked = match marking.quotes {
        Quotes::None => Vec::new(),
        Quotes::Needed | Quotes::IfAny => in_marks(printed, span),
    };
    if marked.is_empty() && marking.quotes == Quotes::Needed {
        return Err(NoPlace::NoMarks(number));
    }
    let all = marked.iter().copied().chain(cue).fold(span, hull);
    let (start, end) = anchors(printed, paragraph.get(), around, all);
    let quotes = marked.iter().enumerate().map(|(at, words)| {
        let before = at.checked_sub(1).map(|at| marked[at]);
        // Only the cue stands between: one utterance.
        let continues = before
            .zip(cue)
            .is_some_and(|(before, cue)| before.end <= cue.start && cue.end <= words.start);
        quote(printed, around, *words, continues)
    });
    let quotes = quotes.collect();
    Ok(Place { passage: Passage { paragraph, start: start.into(), end: end.into() }, quotes })
}

fn only_one(printed: &Printed<'_>, marking: &Marking<'_>) -> Result<Span, NoPlace> {
    let found = printed.find(marking.words, Case::Kept);
    let tokens = printed.tokens();
    // With the punctuation that was marked, too: a question mark belongs to a question.
    let mut spans: Vec<Span> = found
        .iter()
        .map(|stand| {
            Span::new(tokens[*stand.words.start()].span.start, tokens[*stand.words.end()].span.end)
        })
        .collect();
    spans.dedup();
    let numbers: Vec<usize> = spans.iter().map(|span| printed.number_at(span.start)).collect();
    if let Some(only) = marking.paragraph {
        spans.retain(|span| printed.number_at(span.start) == usize::try_from(only).unwrap_or(0));
    }
    match spans.as_slice() {
        [one] => Ok(*one),
        [] if !numbers.is_empty() => Err(NoPlace::OtherParagraph(numbers)),
        [] => {
            let departure = printed.departure(marking.words);
            let said = |found: Departure<'_>| (found.agreed.to_owned(), found.goes_on.to_owned());
            Err(NoPlace::Nowhere(departure.map(said)))
        }
        several => {
            let shown = |span: &Span| (printed.number_at(span.start), context(printed, *span));
            Err(NoPlace::Several(several.iter().map(shown).collect()))
        }
    }
}

/// The words with some on both sides, to tell one place from another.
fn context(printed: &Printed<'_>, span: Span) -> String {
    let Some(around) = u32::try_from(printed.number_at(span.start))
        .ok()
        .and_then(|number| printed.paragraph(number))
    else {
        return String::new();
    };
    let before = words_before(printed, around, span).map_or(span.start, |before| before.start);
    let after = words_after(printed, around, span).map_or(span.end, |after| after.end);
    printed.words_of(Span::new(before, after)).to_owned()
}

/// The words in quotation marks of a span, or all of it where a pair of marks holds it.
fn in_marks(printed: &Printed<'_>, span: Span) -> Vec<Span> {
    if let Some(pair) = printed.pair_around(span) {
        return vec![Span::new(span.start, with_question(printed, span.end, pair))];
    }
    let is_in = |pair: &&Marked| {
        pair.depth == 0 && pair.outer.start < span.end && span.start < pair.outer.end
    };
    let both = |pair: &Marked| {
        let words = trimmed(printed, pair.words);
        Span::new(words.start.max(span.start), words.end.min(span.end).max(words.start))
    };
    let pairs = printed.marked().iter().filter(is_in).map(both);
    pairs.filter(|words| printed.words_of(*words).contains(char::is_alphanumeric)).collect()
}

/// Without the comma or full stop that American print sets before the closing mark.
fn trimmed(printed: &Printed<'_>, words: Span) -> Span {
    let kept = printed.words_of(words).trim_end_matches([',', '.', ';', ':', ' ', '\u{a0}']);
    Span::new(words.start, words.start + kept.len())
}

/// Takes in the question mark that ends the quotation.
fn with_question(printed: &Printed<'_>, end: usize, pair: &Marked) -> usize {
    let tokens = printed.tokens();
    let next = tokens.get(tokens.partition_point(|token| token.span.start < end));
    let question =
        next.filter(|next| next.kind == Kind::Question && next.span.end <= pair.words.end);
    question.map_or(end, |question| question.span.end)
}

/// Where the cue, or what is left of a cut one, stands nearest to the words in their paragraph.
fn nearest(printed: &Printed<'_>, cue: &str, around: Span, words: Span) -> Option<Span> {
    let distance = |found: &Span| {
        found.start.saturating_sub(words.end).max(words.start.saturating_sub(found.end))
    };
    let part = |part: &str| {
        let stands = printed.find(part, Case::Ignored).into_iter().map(|stand| stand.span);
        stands.filter(|found| holds(around, *found)).min_by_key(distance)
    };
    cut(cue).filter_map(part).reduce(hull)
}

fn hull(one: Span, other: Span) -> Span {
    Span::new(one.start.min(other.start), one.end.max(other.end))
}

/// The first and the last words of a span, by which it is found again. Where they stand earlier in the
/// paragraph as well, the passage is made wider until they do not.
fn anchors(printed: &Printed<'_>, number: u32, around: Span, span: Span) -> (String, String) {
    let spoken: Vec<Span> = spoken(printed).filter(|word| holds(around, *word)).collect();
    let first = spoken.partition_point(|word| word.end <= span.start);
    let last = spoken.partition_point(|word| word.start < span.end).saturating_sub(1).max(first);
    let words = |from: usize, to: usize| {
        let (from, to) = (spoken.get(from), spoken.get(to));
        from.zip(to).map_or("", |(from, to)| printed.words_of(Span::new(from.start, to.end)))
    };
    let mut starts = (0..=first).rev().flat_map(|from| {
        let tried = |length: usize| (from, words(from, (from + length - 1).min(last.max(from))));
        plain_first(tried)
    });
    let begins = |(from, text): &(usize, &str)| {
        printed.between(number, text, text).is_ok_and(|found| found.start == spoken[*from].start)
    };
    let start = starts.find(begins).map_or_else(|| words(0, USUAL_ANCHOR - 1), |(_, text)| text);
    let mut ends = (last..spoken.len()).flat_map(|to| {
        let tried =
            |length: usize| (to, words((to + 1).saturating_sub(length).max(first.min(to)), to));
        plain_first(tried)
    });
    let closes = |(to, text): &(usize, &str)| {
        printed.between(number, start, text).is_ok_and(|found| found.end == spoken[*to].end)
    };
    let end = ends.find(closes).map_or_else(|| words(last, last), |(_, text)| text);
    (start.to_owned(), end.to_owned())
}

/// An anchor of each length, first those that read well by themselves.
fn plain_first<'t>(tried: impl Fn(usize) -> (usize, &'t str)) -> Vec<(usize, &'t str)> {
    let lengths = [USUAL_ANCHOR, LONGEST_ANCHOR, USUAL_ANCHOR - 1];
    let (plain, others): (Vec<_>, Vec<_>) =
        lengths.into_iter().map(tried).partition(|(_, words)| is_plain(words));
    [plain, others].concat()
}

/// Whether words hold no quotation mark and do not end within one: `dell'`.
fn is_plain(words: &str) -> bool {
    const MARKS: [char; 14] =
        ['"', '“', '”', '„', '«', '»', '‹', '›', '‚', '‘', '「', '」', '『', '』'];
    !words.contains(MARKS) && !words.ends_with(['\'', '’'])
}

/// A quote with the words around it.
fn quote(printed: &Printed<'_>, around: Span, words: Span, continues: bool) -> Quote {
    let text = |span: Span| printed.words_of(span).into();
    Quote {
        exact: text(words),
        prefix: words_before(printed, around, words).map(text),
        suffix: words_after(printed, around, words).map(text),
        continues,
        language: None,
        translated: None,
        renderings: crate::ledger::quote::Renderings::default(),
        sic: Vec::new(),
        x: None,
    }
}

/// The last words of a paragraph before a span, as far back as the next quotation mark.
fn words_before(printed: &Printed<'_>, around: Span, span: Span) -> Option<Span> {
    let is_before = |word: &Span| holds(around, *word) && word.end <= span.start;
    let before: Vec<Span> = spoken(printed).filter(is_before).collect();
    let end = before.last()?.end;
    let mut far = before.iter().rev().take(LONGEST_ANCHOR).map(|word| Span::new(word.start, end));
    far.rfind(|words| is_plain(printed.words_of(*words)))
}

/// The first words of a paragraph after a span, as far as the next quotation mark.
fn words_after(printed: &Printed<'_>, around: Span, span: Span) -> Option<Span> {
    let is_after = |word: &Span| holds(around, *word) && word.start >= span.end;
    let after: Vec<Span> = spoken(printed).filter(is_after).take(LONGEST_ANCHOR).collect();
    let start = after.first()?.start;
    let mut far = after.iter().map(|word| Span::new(start, word.end));
    far.rfind(|words| is_plain(printed.words_of(*words)))
}

/// The words that are read aloud.
fn spoken(printed: &Printed<'_>) -> impl Iterator<Item = Span> {
    printed.tokens().iter().filter(|token| token.kind.is_spoken()).map(|token| token.span)
}
