//! Where what a curator recorded stands in the article's text: passages, quotes, cues.

use crate::ledger::{Claim, Passage, Quote};
use crate::span::Span;
use crate::text::printed::{Case, Missing, Printed, Stand};

impl Printed<'_> {
    /// From a passage's first words to its last.
    pub(super) fn passage(&self, passage: &Passage) -> Result<Span, Missing> {
        self.between(passage.paragraph.get(), &passage.start, &passage.end)
    }

    /// Every place in quotation marks where a quote stands between the words recorded around it.
    pub(super) fn quoted(&self, quote: &Quote) -> Vec<Stand> {
        self.between_recorded(self.in_marks(&quote.exact), quote)
    }

    /// The same in a span.
    pub(super) fn quoted_in(&self, span: Span, quote: &Quote) -> Vec<Stand> {
        self.between_recorded(self.in_marks_in(span, &quote.exact), quote)
    }

    /// Those of the places where a quote stands that are between the words recorded around it.
    fn between_recorded(&self, mut stands: Vec<Stand>, quote: &Quote) -> Vec<Stand> {
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
        let passages: Vec<Span> =
            claim.passages.iter().filter_map(|passage| self.passage(passage).ok()).collect();
        let Some(around) = hull(&passages) else { return self.quoted(quote) };
        let mut stands = self.quoted_in(around, quote);
        stands.retain(|stand| held(&passages, stand.span));
        stands
    }
}

/// From where the first of some passages begins to where the last ends.
pub(super) fn hull(passages: &[Span]) -> Option<Span> {
    let start = passages.iter().map(|passage| passage.start).min()?;
    let end = passages.iter().map(|passage| passage.end).max()?;
    Some(Span::new(start, end))
}

/// Whether passages hold a span, which may begin in one and end in another.
pub(super) fn held(passages: &[Span], span: Span) -> bool {
    let holding = |offset: usize| {
        passages.iter().any(|passage| passage.start <= offset && offset <= passage.end)
    };
    holding(span.start) && holding(span.end)
}
