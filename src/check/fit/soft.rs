//! Punctuation that differs: shown, never decides.

use crate::span::Span;
use crate::text::token::Token;

use super::cost::Sides;
use super::table::Alignment;
use super::{Change, ChangeKind, Place};

/// More soft changes than this tell a reader nothing.
const MOST_SOFT: usize = 16;

/// Punctuation that differs between neighbouring words.
pub(super) fn soft_changes(sides: &Sides<'_>, alignment: &Alignment) -> Vec<Change> {
    let neighbours = alignment.moves.windows(2);
    let pairs = neighbours
        .filter_map(|two| Some(((two[0].item?, two[0].unit?), (two[1].item?, two[1].unit?))));
    pairs.filter_map(|(from, to)| between(sides, from, to)).take(MOST_SOFT).collect()
}

/// The punctuation between two words that stand side by side on both sides, where it differs.
fn between(sides: &Sides<'_>, from: (usize, usize), to: (usize, usize)) -> Option<Change> {
    let (before, after) = (sides.unit(from.1), sides.unit(to.1));
    if before.part != after.part || before.cue || after.cue {
        return None;
    }
    let ours = &sides.given.tokens()[sides.items[from.0].token + 1..sides.items[to.0].token];
    let theirs = &sides.recorded.tokens[before.part][before.index + 1..after.index];
    if ours.iter().map(|token| &token.text).eq(theirs.iter().map(|token| &token.text)) {
        return None;
    }
    let text = |tokens: &[Token]| tokens.iter().map(|token| token.text.as_str()).collect();
    Some(Change {
        kind: ChangeKind::Punctuation,
        recorded: text(theirs),
        given: text(ours),
        place: Place { part: before.part, span: span(theirs, before.token.span.end) },
        span: span(ours, sides.token(from.0).span.end),
    })
}

fn span(tokens: &[Token], otherwise: usize) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
        _ => Span::new(otherwise, otherwise),
    }
}
