//! Where what a curator recorded stands in the article's text: passages, quotes, cues.

use crate::check::rules::printed::{Case, Printed, Stand, holds};
use crate::ledger::{Claim, Passage, Quote};
use crate::span::Span;

/// Why a passage is not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// The text has fewer paragraphs.
    Paragraph,
    /// The first words are not in it.
    Start,
    /// The last words are not at or after the first.
    End,
}

impl Printed<'_> {
    /// From the first match of a passage's first words in its paragraph to the first match of its last
    /// words that begins at or after them. The two may overlap where the passage is short, but the last
    /// words do not end before the first.
    pub(super) fn passage(&self, passage: &Passage) -> Result<Span, Missing> {
        let paragraph = self.paragraph(passage.paragraph.get()).ok_or(Missing::Paragraph)?;
        let start = self
            .find(&passage.start, Case::Kept)
            .into_iter()
            .find(|stand| holds(paragraph, stand.span))
            .ok_or(Missing::Start)?;
        let end = self
            .find(&passage.end, Case::Kept)
            .into_iter()
            .find(|stand| {
                holds(paragraph, stand.span)
                    && stand.span.start >= start.span.start
                    && stand.span.end >= start.span.end
            })
            .ok_or(Missing::End)?;
        Ok(Span::new(start.span.start, end.span.end))
    }

    /// Every place in quotation marks where a quote stands between the words recorded around it.
    pub(super) fn quoted(&self, quote: &Quote) -> Vec<Stand> {
        let mut stands = self.in_marks(&quote.exact);
        if let Some(prefix) = &quote.prefix {
            let before = self.find(prefix, Case::Kept);
            stands.retain(|stand| before.iter().any(|before| self.adjoin(before, stand)));
        }
        if let Some(suffix) = &quote.suffix {
            let after = self.find(suffix, Case::Kept);
            stands.retain(|stand| after.iter().any(|after| self.adjoin(stand, after)));
        }
        stands
    }

    /// Whether nothing that is read aloud stands between two places.
    fn adjoin(&self, before: &Stand, after: &Stand) -> bool {
        let between = before.words.end() + 1..*after.words.start();
        before.words.end() < after.words.start()
            && self.tokens()[between].iter().all(|word| !word.kind.is_spoken())
    }

    /// Where a claim's quote stands in quotation marks, as far as its passages tell; anywhere in them
    /// where it has none that is found.
    pub(super) fn recorded(&self, claim: &Claim, quote: &Quote) -> Vec<Stand> {
        let mut stands = self.quoted(quote);
        let passages: Vec<Span> =
            claim.passages.iter().filter_map(|passage| self.passage(passage).ok()).collect();
        if !passages.is_empty() {
            stands.retain(|stand| held(&passages, stand.span));
        }
        stands
    }
}

/// Whether passages hold a span, which may begin in one and end in another.
pub(super) fn held(passages: &[Span], span: Span) -> bool {
    let holding = |offset: usize| {
        passages.iter().any(|passage| passage.start <= offset && offset <= passage.end)
    };
    holding(span.start) && holding(span.end)
}

/// The parts of words that a curator cut: `ha … affermato`.
pub(super) fn cut(words: &str) -> impl Iterator<Item = &str> {
    let parts = words.split("[…]").flat_map(|part| part.split("[...]"));
    let parts = parts.flat_map(|part| part.split('…')).flat_map(|part| part.split("..."));
    parts.map(str::trim).filter(|part| !part.is_empty())
}
