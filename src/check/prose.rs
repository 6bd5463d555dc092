//! Words that stand in an article's prose: where its quotation marks are, and whom it credits there.

use crate::check::attribution::Asked;
use crate::check::candidate::{Kept, Paragraph};
use crate::check::fit::Fitted;
use crate::check::verdict::Attributed;
use crate::span::Span;

/// Whether words of a paragraph are credited to whom was asked for.
///
/// The article's own voice is confirmed only where one of its own-voice claims covers the words, no other
/// claim touches them, and no quotation marks stand around any of them.
pub(super) fn attribution(paragraph: &Paragraph, fitted: &Fitted, asked: &Asked) -> Attributed {
    let words = extent(fitted);
    let touching = touching(paragraph, words, Some(asked));
    let credited: Vec<&Touching<'_>> =
        touching.iter().filter(|claim| !claim.kept.claim.is_own_voice()).collect();
    if !credited.is_empty() {
        let judged = credited.iter().map(|claim| match asked.of_report(claim.kept) {
            // Of words that run on into somebody else's, nobody is confirmed.
            Attributed::Confirmed if !claim.covers => Attributed::OtherSource,
            attribution => attribution,
        });
        return judged.min().unwrap_or(Attributed::NoSource);
    }
    if touching.is_empty() || is_marked(paragraph, words) {
        return Attributed::NoSource;
    }
    match asked.is_own_voice() && touching.iter().any(|claim| claim.covers) {
        true => Attributed::Confirmed,
        false if asked.is_own_voice() => Attributed::NoSource,
        false => Attributed::OtherSource,
    }
}

/// A claim with a passage that the words stand in or run into.
#[derive(Clone, Copy, Debug)]
pub(super) struct Touching<'a> {
    pub kept: &'a Kept,
    /// Whether a passage covers the words whole.
    pub covers: bool,
    /// The length of the smallest passage that does; a passage of its own says more than one of the whole paragraph.
    smallest: usize,
}

/// The claims whose passages the words stand in or run into: those that cover them first, of these the asked source's, then
/// whoever else is credited, then the article's own voice; the smaller passage first, and of equal ones that of a claim without
/// quotes, whose words these are more likely to be.
pub(super) fn touching<'a>(
    paragraph: &'a Paragraph,
    words: Span,
    asked: Option<&Asked>,
) -> Vec<Touching<'a>> {
    let mut touching: Vec<Touching<'a>> = paragraph
        .claims
        .iter()
        .filter_map(|kept| {
            let mut passages = paragraph.passages(kept).filter(|p| overlap(*p, words)).peekable();
            passages.peek()?;
            let covering = passages.filter(|p| p.start <= words.start && words.end <= p.end);
            let smallest = covering.map(Span::len).min();
            let (covers, smallest) = (smallest.is_some(), smallest.unwrap_or_default());
            Some(Touching { kept, covers, smallest })
        })
        .collect();
    let is_asked =
        |kept: &Kept| asked.is_some_and(|asked| asked.of_report(kept) == Attributed::Confirmed);
    touching.sort_by_key(|claim| {
        let is_own_voice = claim.kept.claim.is_own_voice();
        let has_quotes = !claim.kept.claim.quotes.is_empty();
        let nearness = (claim.smallest, has_quotes);
        (!claim.covers, !is_asked(claim.kept), is_own_voice, nearness, claim.kept.key())
    });
    touching
}

/// From the first to the last recorded word that corresponds.
pub(super) fn extent(fitted: &Fitted) -> Span {
    let places = fitted.covered.iter().map(|place| place.span);
    places.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end))).unwrap_or_default()
}

/// Whether any of the words stand in quotation marks.
pub(super) fn is_marked(paragraph: &Paragraph, words: Span) -> bool {
    paragraph.quotations().into_iter().any(|quotation| overlap(quotation, words))
}

/// Whether all of the words stand between one pair of quotation marks.
pub(super) fn is_quoted(paragraph: &Paragraph, words: Span) -> bool {
    let quotations = paragraph.quotations();
    quotations.iter().any(|quotation| quotation.start <= words.start && words.end <= quotation.end)
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}
