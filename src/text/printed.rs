//! An article's text as it is asked: where do these words stand, and in quotation marks?

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

    /// Every place where these words stand, in order.
    pub fn find(&self, sought: &str, case: Case) -> Vec<Stand> {
        let stands = self.find_folded(sought, case);
        if stands.is_empty() { self.find_bytes(sought) } else { stands }
    }

    /// Whether these words stand between quotation marks.
    pub fn prints(&self, quote: &str) -> bool {
        !self.in_marks(quote).is_empty()
    }

    /// Where these words stand between quotation marks.
    pub fn in_marks(&self, sought: &str) -> Vec<Stand> {
        let is_marked = |stand: &Stand| self.pair_around(stand.span).is_some();
        let mut stands = self.find_folded(sought, Case::Kept);
        stands.retain(is_marked);
        if stands.is_empty() {
            stands = self.find_bytes(sought);
            stands.retain(is_marked);
        }
        stands
    }

    /// Folding reads a mark by what stands around it, so that the end of a quote may fold otherwise
    /// than the same letters in the text; the same bytes are the same words all the same.
    fn find_bytes(&self, sought: &str) -> Vec<Stand> {
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let ends_word = |at: usize| {
            let (before, after) = self.text.split_at(at);
            !is_letter(before.chars().next_back()) || !is_letter(after.chars().next())
        };
        if sought.trim().is_empty() {
            return Vec::new();
        }
        let tokens = self.tokens();
        self.text
            .match_indices(sought)
            .map(|(at, _)| Span::new(at, at + sought.len()))
            .filter(|span| ends_word(span.start) && ends_word(span.end))
            .filter_map(|span| {
                let first = tokens.partition_point(|token| token.span.end <= span.start);
                let after = tokens.partition_point(|token| token.span.start < span.end);
                self.stand(first, after.checked_sub(first)?)
            })
            .collect()
    }

    fn find_folded(&self, sought: &str, case: Case) -> Vec<Stand> {
        let sought = fold(sought, self.language);
        let sought = sought.tokens();
        // The rarest word leaves the fewest places to look at.
        let rarest = sought
            .iter()
            .enumerate()
            .map(|(at, word)| (at, self.positions.get(&word.key).map_or(&[][..], Vec::as_slice)))
            .min_by_key(|(_, positions)| positions.len());
        let Some((offset, positions)) = rarest else {
            return Vec::new();
        };
        positions
            .iter()
            .filter_map(|at| at.checked_sub(offset))
            .filter(|start| self.agreeing(*start, sought, case) == sought.len())
            .filter_map(|start| self.stand(start, sought.len()))
            .collect()
    }

    /// How many of the sought words stand from word `start` on.
    fn agreeing(&self, start: usize, sought: &[Token], case: Case) -> usize {
        let here = self.tokens().get(start..).unwrap_or_default();
        let same = |(word, sought): &(&Token, &Token)| match case {
            Case::Kept => word.text == sought.text,
            Case::Ignored => word.key == sought.key,
        };
        here.iter().zip(sought).take_while(same).count()
    }

    /// From the first match of `start` in a paragraph to the first match of `end` that begins at or after
    /// it. The two may overlap where the passage is short, but the last words do not end before the first.
    ///
    /// # Errors
    /// What of it is not there.
    pub fn between(&self, paragraph: u32, start: &str, end: &str) -> Result<Span, Missing> {
        let paragraph = self.paragraph(paragraph).ok_or(Missing::Paragraph)?;
        let start = self
            .find(start, Case::Kept)
            .into_iter()
            .find(|stand| holds(paragraph, stand.span))
            .ok_or(Missing::Start)?;
        let end = self
            .find(end, Case::Kept)
            .into_iter()
            .find(|stand| {
                holds(paragraph, stand.span)
                    && stand.span.start >= start.span.start
                    && stand.span.end >= start.span.end
            })
            .ok_or(Missing::End)?;
        Ok(Span::new(start.span.start, end.span.end))
    }

    fn stand(&self, start: usize, length: usize) -> Option<Stand> {
        let here = &self.tokens()[start..start + length];
        let first = here.iter().position(|word| word.kind.is_spoken()).unwrap_or(0);
        let last = here.iter().rposition(|word| word.kind.is_spoken());
        let last = last.unwrap_or(length.checked_sub(1)?);
        Some(Stand {
            span: Span::new(here[first].span.start, here[last].span.end),
            words: start..=start + length - 1,
        })
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
