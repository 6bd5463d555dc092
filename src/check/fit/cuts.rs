//! What stands just outside the quoted words, and what a cut swallowed.

use crate::text::language::Language;
use crate::text::token::Kind;
use crate::text::words::Classes;

use super::Why;
use super::cost::{HARD, Sides};
use super::recorded::{Break, Recorded, Unit};
use super::table::BROKEN_EDGE;

/// How far a negation may stand before the `that` which leads to the quoted words.
const FARTHEST_BEFORE_THAT: usize = 8;
/// How many articles, auxiliaries and adverbs may stand between a negation and what it governs.
const MOST_LIGHT: usize = 5;

/// What an alignment may not cut off, asked for each place where the quoted words may begin or end.
pub(super) struct Edges<'a> {
    recorded: &'a Recorded<'a>,
    ends_asking: bool,
}

impl<'a> Edges<'a> {
    pub fn new(sides: &Sides<'a>) -> Self {
        let last = sides.items.last().map(|item| sides.given.token(*item).kind);
        Self { recorded: sides.recorded, ends_asking: last == Some(Kind::Question) }
    }

    /// The cost of beginning at unit `first`.
    pub fn start(&self, first: usize) -> u64 {
        if cuts_before(self.recorded, first).is_some() {
            BROKEN_EDGE
        } else if negation_before(self.recorded, first).is_some() {
            HARD / 4
        } else {
            0
        }
    }

    /// The cost of ending before unit `end`.
    pub fn end(&self, end: usize) -> u64 {
        if (!self.ends_asking && asks_after(self.recorded, end))
            || cuts_after(self.recorded, end).is_some()
        {
            BROKEN_EDGE
        } else if negation_after(self.recorded, end).is_some() {
            HARD / 4
        } else {
            0
        }
    }
}

/// The sign or half of a compound that a part which begins at `first` cuts off: `−` of `−5`, `non-` of `non-profit`.
pub(super) fn cuts_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let unit = recorded.units.get(first)?;
    let before = first.checked_sub(1)?;
    let sign = &recorded.units[before];
    let joins = match sign.token.kind {
        Kind::Hyphen => true,
        Kind::Symbol => unit.token.kind == Kind::Number && unit.token.glued,
        Kind::Number => unit.token.kind == Kind::Symbol,
        _ => unit.token.kind == Kind::Hyphen,
    };
    (joins && unit.part == sign.part && unit.break_before == Break::None).then_some(before)
}

/// The sign or half of a compound that a part which ends before `end` cuts off: `%` of `15 %`.
pub(super) fn cuts_after(recorded: &Recorded<'_>, end: usize) -> Option<usize> {
    let unit = recorded.units.get(end)?;
    let last = &recorded.units[end.checked_sub(1)?];
    let joins = match (last.token.kind, unit.token.kind) {
        (_, Kind::Hyphen) | (Kind::Hyphen, _) => true,
        (Kind::Number, Kind::Symbol) => {
            unit.token.glued || !matches!(unit.token.text.as_str(), "&" | "/" | "@")
        }
        (Kind::Symbol, Kind::Number) => unit.token.glued,
        _ => false,
    };
    (joins && unit.part == last.part && unit.break_before == Break::None).then_some(end)
}

/// Whether the words that end before `end` are asked, and the question mark is left out.
pub(super) fn asks_after(recorded: &Recorded<'_>, end: usize) -> bool {
    recorded.units.get(end).is_some_and(|unit| unit.token.kind == Kind::Question && end > 0)
}

/// The negation before a part that governs it: directly before, or before a `that` which leads to it.
pub(super) fn negation_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    units.get(first)?;
    let denies = Classes::NEGATION.and(Classes::DENIAL);
    let mut at = first;
    for _ in 0..=MOST_LIGHT {
        if units[at].break_before != Break::None || at == 0 {
            return units[at]
                .class
                .has(Classes::LEADS)
                .then(|| negation_of_clause(units, at))
                .flatten();
        }
        at -= 1;
        let class = units[at].class;
        if units[at].cue {
            return None;
        }
        if class.has(denies) {
            return (!keeps_its_partner(recorded, at, first)).then_some(at);
        }
        if class.has(Classes::LEADS) {
            return negation_of_clause(units, at);
        }
        if !class.has(Classes::LIGHT) {
            return units[first]
                .class
                .has(Classes::LEADS)
                .then(|| negation_of_clause(units, first))
                .flatten();
        }
    }
    None
}

/// The negation in the clause that the complementizer at `that` hangs on.
fn negation_of_clause(units: &[Unit], that: usize) -> Option<usize> {
    let mut at = that;
    for _ in 0..FARTHEST_BEFORE_THAT {
        if at == 0 || units[at].break_before >= Break::Clause {
            return None;
        }
        at -= 1;
        let class = units[at].class;
        if class.has(Classes::NEGATION.and(Classes::DENIAL)) {
            return Some(at);
        }
        if class.has(Classes::CONTRAST) || units[at].cue {
            return None;
        }
    }
    None
}

/// French negates twice: a part that keeps `pas` still negates without its `ne`.
fn keeps_its_partner(recorded: &Recorded<'_>, negation: usize, first: usize) -> bool {
    let units = &recorded.units;
    let is_ne = matches!(units[negation].token.key.as_str(), "ne" | "n'");
    is_ne
        && recorded.language == Some(Language::French)
        && units[first..].iter().take(4).any(|unit| unit.class.has(Classes::NEGATION))
}

/// The negation right after a part that governs it, in languages where it follows its verb.
pub(super) fn negation_after(recorded: &Recorded<'_>, end: usize) -> Option<usize> {
    let unit = recorded.units.get(end)?;
    let last = &recorded.units[end.checked_sub(1)?];
    if unit.break_before != Break::None || unit.cue || !unit.class.has(Classes::NEGATION) {
        return None;
    }
    let follows_its_verb = match recorded.language {
        None | Some(Language::German | Language::Dutch | Language::French | Language::Japanese) => {
            true
        }
        Some(Language::English) => last.class.has(Classes::AUXILIARY),
        Some(_) => false,
    };
    follows_its_verb.then_some(end)
}

/// Why a recorded word that was left out matters.
pub(super) fn why(recorded: &Recorded<'_>, unit: &Unit) -> Why {
    let class = unit.class;
    if class.has(Classes::NEGATION.and(Classes::DENIAL)) {
        Why::Negation
    } else if class.has(Classes::CONDITION) {
        Why::Condition
    } else if class.has(Classes::CONTRAST) {
        Why::Contrast
    } else if class.has(Classes::HEDGE) {
        Why::Hedge
    } else if recorded.is_listed {
        Why::Cut
    } else {
        Why::UnknownLanguage
    }
}
