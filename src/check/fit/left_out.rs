//! The recorded words that a quotation leaves out, and why they matter.

use crate::text::words::Classes;

use super::beside::beside;
use super::cost::{Sides, Step};
use super::recorded::{Recorded, Unit};
use super::table::{Alignment, Move};
use super::{LeftOut, Why};

/// What cuts and brackets swallowed and what stands beside a part, and whether that clips the meaning.
pub(super) fn left_out(sides: &Sides<'_>, alignment: &Alignment) -> (Vec<LeftOut>, bool) {
    let mut found = swallowed(sides.recorded, &alignment.moves);
    let cut = !found.is_empty();
    found.extend(beside(sides, alignment));
    let clips = |left: &LeftOut| match left.why {
        Why::Cut => false,
        Why::UnknownLanguage => cut,
        _ => true,
    };
    let clipped = found.iter().any(clips);
    (found, clipped)
}

/// The runs that a marked cut or a bracket stands for.
fn swallowed(recorded: &Recorded<'_>, moves: &[Move]) -> Vec<LeftOut> {
    let is_swallowed =
        |moved: &Move| matches!(moved.step, Step::Skipped | Step::Hidden | Step::Replaced);
    let mut found = Vec::new();
    for run in moves.chunk_by(|a, b| is_swallowed(a) == is_swallowed(b)) {
        let units: Vec<usize> =
            run.iter().filter(|moved| is_swallowed(moved)).filter_map(|moved| moved.unit).collect();
        if let (Some(first), Some(last)) = (units.first(), units.last()) {
            found.push(words(recorded, *first, *last));
        }
    }
    found
}

/// The words from one unit to another, and the worst of what they are.
pub(super) fn words(recorded: &Recorded<'_>, first: usize, last: usize) -> LeftOut {
    let (words, place) = recorded.slice(first, last);
    let why = recorded.units[first..=last]
        .iter()
        .map(|unit| why(recorded, unit))
        .min()
        .unwrap_or(Why::Cut);
    LeftOut { words, place, why }
}

/// Why a recorded word that is left out matters.
fn why(recorded: &Recorded<'_>, unit: &Unit) -> Why {
    let class = unit.class;
    if class.denies() {
        Why::Negation
    } else if class.has(Classes::CONDITION) {
        Why::Condition
    } else if class.has(Classes::CONTRAST.and(Classes::EXEMPT).and(Classes::EXCEPT)) {
        Why::Contrast
    } else if class.has(Classes::HEDGE) {
        Why::Hedge
    } else if recorded.is_listed {
        Why::Cut
    } else {
        Why::UnknownLanguage
    }
}
