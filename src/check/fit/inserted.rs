//! The words that the writer put in brackets.

use crate::span::Span;
use crate::text::token::Kind;
use crate::text::words::Classes;

use super::cost::{Sides, Step};
use super::table::{Alignment, Move};

/// The words of each bracket that are the writer's own: neither a remark, nor a letter's case, nor a misprint put right.
pub(super) fn inserted(sides: &Sides<'_>, alignment: &Alignment) -> Vec<String> {
    let is_bracketed = |moved: &Move| moved.item.is_some_and(|item| sides.items[item].bracketed);
    let items = alignment.moves.iter().filter(|moved| is_bracketed(moved));
    let mut found = Vec::new();
    let mut open: Option<(Span, bool)> = None;
    for moved in items {
        let Some(item) = moved.item else { continue };
        let token = sides.token(item);
        match (token.kind, &mut open) {
            (Kind::Open, _) => open = Some((Span::new(token.span.end, token.span.end), false)),
            (Kind::Close, Some((span, true))) => {
                found.push(sides.given.slice(*span));
                open = None;
            }
            (Kind::Close, _) => open = None,
            (_, Some((span, is_own))) => {
                if span.start == span.end {
                    span.start = token.span.start;
                }
                span.end = token.span.end;
                *is_own |= is_the_writers(sides, item, moved);
            }
            (_, None) => {}
        }
    }
    found
}

fn is_the_writers(sides: &Sides<'_>, item: usize, moved: &Move) -> bool {
    let meant = moved.unit.and_then(|unit| sides.unit(unit).meant.as_ref());
    let is_correction = meant.is_some_and(|meant| meant.key == sides.token(item).key);
    sides.token(item).kind.is_spoken()
        && matches!(moved.step, Step::Bracket | Step::Replaced)
        && !sides.classes[item].has(Classes::REMARK)
        && !is_correction
}
