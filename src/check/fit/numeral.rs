//! Numerals of several words, of which no cut may leave a part: a part is another number.

use super::recorded::{Break, Recorded, Unit};
use crate::text::words::Classes;

/// Whether `unit` says how large the numeral before it is: `3 million`, `15 per cent`.
pub(super) const fn is_magnitude(numeral: &Unit, unit: &Unit) -> bool {
    numeral.class.has(Classes::NUMBER)
        && unit.class.has(Classes::NUMBER)
        && unit.class.has(Classes::BOUND)
}

/// The magnitude and the rest of a numeral that parts before `at`: `a hundred and twenty`, `two thousand fifty`.
pub(super) fn numeral_around(recorded: &Recorded<'_>, at: usize) -> Option<(usize, usize)> {
    const OF: [&str; 4] = ["per", "por", "pour", "pro"];
    let unit = |at: usize| recorded.units.get(at).filter(|unit| !unit.cue);
    let is_number = |at: usize| {
        unit(at)
            .is_some_and(|unit| unit.class.has(Classes::NUMBER) && !unit.class.has(Classes::LIGHT))
    };
    let is_share = |at: usize| {
        at.checked_sub(1).and_then(unit).is_some_and(|of| OF.contains(&of.token.key.as_str()))
    };
    let is_large = |at: usize| {
        is_number(at) && unit(at).is_some_and(|u| u.class.has(Classes::BOUND)) && !is_share(at)
    };
    let joins = |at: usize| unit(at).is_some_and(|unit| unit.class.has(Classes::JOINS));
    let is_one = |first: usize, last: usize| {
        (first + 1..=last).all(|at| {
            unit(at).is_some_and(|unit| {
                unit.break_before == Break::None && unit.part == recorded.units[first].part
            })
        })
    };
    let before = at.checked_sub(1)?;
    let (first, last) = match before.checked_sub(1) {
        _ if is_large(before) && is_number(at) => (before, at),
        _ if is_large(before) && joins(at) => (before, at + 1),
        Some(large) if is_large(large) && joins(before) => (large, at),
        _ => return None,
    };
    (is_number(last) && is_one(first, last)).then_some((first, last))
}
