//! An article's text as it is asked: where do these words stand, and in quotation marks?

mod stands;

use std::collections::HashMap;
use std::ops::RangeInclusive;

use compact_str::CompactString;

use crate::span::Span;
use crate::text::fold::{Folded, fold};
use crate::text::marks::{Marked, marked};
use crate::text::paragraph::paragraphs;
use crate::text::token::Token;

/// Whether the case of letters tells words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As recorded: quotes and anchors.
    Kept,
    /// Not: a cue or a hedge may begin the sentence.
    Ignored,
}

/// The snapshot of an article, prepared.
#[derive(Debug)]
pub struct Printed<'t> {
    text: &'t str,
    language: Option<&'t str>,
    paragraphs: Vec<Span>,
    marked: Vec<Marked>,
    folded: Folded,
    /// Where each word stands, by its form in lower case.
    positions: HashMap<CompactString, Vec<usize>>,
}

/// A place where words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// From the first word read aloud to the last: a full stop inside or outside the marks is house style.
    pub span: Span,
    /// All its tokens.
    pub words: RangeInclusive<usize>,
}

/// A place where the text begins like the sought words and goes on otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Departure<'t> {
    /// The words that agree.
    pub at: Span,
    /// The same, as printed.
    pub agreed: &'t str,
    /// What the text prints after them.
    pub goes_on: &'t str,
}

/// Why a passage is not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The text has fewer paragraphs.
    Paragraph,
    /// The first words are not in it.
    Start,
    /// The last words are not at or after the first.
    End,
}

impl<'t> Printed<'t> {
    /// Prepares the text of an article.
    pub fn new(text: &'t str, language: Option<&'t str>) -> Self {
        let folded = fold(text, language);
        let mut positions: HashMap<CompactString, Vec<usize>> = HashMap::new();
        for (at, word) in folded.tokens().iter().enumerate() {
            match positions.get_mut(&word.key) {
                Some(known) => known.push(at),
                None => {
                    positions.insert(word.key.clone(), vec![at]);
                }
            }
        }
        Self {
            text,
            language,
            paragraphs: paragraphs(text),
            marked: marked(text),
            folded,
            positions,
        }
    }

    /// The folded words, in order.
    pub fn tokens(&self) -> &[Token] {
        self.folded.tokens()
    }

    /// The text of a span.
    pub fn words_of(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// How many paragraphs there are.
    pub const fn length(&self) -> usize {
        self.paragraphs.len()
    }

    /// A paragraph, counted from 1.
    pub fn paragraph(&self, number: u32) -> Option<Span> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.paragraphs.get(at).copied()
    }

    /// The number of the paragraph in which a byte stands.
    pub fn number_at(&self, offset: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.start <= offset)
    }

    /// The pairs of quotation marks, in order.
    pub fn marked(&self) -> &[Marked] {
        &self.marked
    }

    /// The outermost pair of quotation marks that holds a span.
    pub fn pair_around(&self, span: Span) -> Option<&Marked> {
        // Outermost pairs do not overlap: only the last that opens before can hold it.
        let before = self.marked.partition_point(|pair| pair.outer.start <= span.start);
        let pair = self.marked[..before].iter().rev().find(|pair| pair.depth == 0)?;
        holds(pair.outer, span).then_some(pair)
    }

    /// Whether some pair of quotation marks holds a part of a span.
    pub fn is_partly_marked(&self, span: Span) -> bool {
        let overlaps = |pair: &Marked| pair.words.start < span.end && span.start < pair.words.end;
        self.marked.iter().any(overlaps)
    }

    /// From the first match of `start` in a paragraph to the first match of `end` that begins at or after
    /// it. The two may overlap where the passage is short, but the last words do not end before the first.
    ///
    /// # Errors
    /// What of it is not there.
    pub fn between(&self, paragraph: u32, start: &str, end: &str) -> Result<Span, Missing> {
        let paragraph = self.paragraph(paragraph).ok_or(Missing::Paragraph)?;
        let stands = |words| self.find_in(paragraph, words, Case::Kept).into_iter();
        let start = stands(start).next().ok_or(Missing::Start)?;
        let is_after = |stand: &Stand| {
            stand.span.start >= start.span.start && stand.span.end >= start.span.end
        };
        let end = stands(end).find(is_after).ok_or(Missing::End)?;
        Ok(Span::new(start.span.start, end.span.end))
    }

    /// Where the text prints the longest beginning of the sought words, two at least, and then others.
    pub fn departure(&self, sought: &str) -> Option<Departure<'t>> {
        /// Enough of the text to see what it says instead.
        const SHOWN: usize = 4;
        let sought = fold(sought, self.language);
        let sought = sought.tokens();
        let starts = self.positions.get(&sought.first()?.key)?;
        let (agreeing, start) = starts
            .iter()
            .map(|start| (self.agreeing(*start, sought, Case::Kept), *start))
            .max_by_key(|(agreeing, start)| (*agreeing, std::cmp::Reverse(*start)))?;
        let agreed = self.tokens().get(start..start + agreeing)?;
        let rest = self.tokens().get(start + agreeing..)?;
        let next = rest.first()?.span;
        if agreeing < 2 {
            return None;
        }
        let agreed = Span::new(agreed.first()?.span.start, agreed.last()?.span.end);
        let around = match self.pair_around(next) {
            Some(pair) => pair.words,
            None => *self.paragraphs.get(self.number_at(next.start).checked_sub(1)?)?,
        };
        let mut shown = rest.iter().take(SHOWN).map(|token| token.span.end);
        let end = shown.rfind(|end| *end <= around.end)?;
        Some(Departure {
            at: agreed,
            agreed: self.words_of(agreed),
            goes_on: self.words_of(Span::new(next.start, end)),
        })
    }
}

/// Whether one span holds another.
pub const fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The parts of words that a curator cut: `ha … affermato`.
pub fn cut(words: &str) -> impl Iterator<Item = &str> {
    let parts = words.split("[…]").flat_map(|part| part.split("[...]"));
    let parts = parts.flat_map(|part| part.split('…')).flat_map(|part| part.split("..."));
    parts.map(str::trim).filter(|part| !part.is_empty())
}
