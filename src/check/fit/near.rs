//! When two texts are near, so that one may be the other with changes; it never makes anything fine.

use std::collections::HashSet;

use crate::text::token::{Kind, Token};
use crate::text::words::Classes;

use super::cost::{Sides, Step};
use super::recorded::Unit;
use super::stitch::covered_in_any_order;
use super::table::{Alignment, Move};

/// Less of one side's words in common than this is another text that shares some of them.
const NEAR: f64 = 0.55;
/// So much of both sides' words in common is near as well: one word of two.
const NEAR_BOTH: f64 = 0.5;
/// A quote that weighs less than this is held by too many texts to be near them.
const HELD: f64 = 4.0;
/// A run of equal words that weighs as much is hardly chance, where it is a good part of the quotation.
const LONG_RUN: f64 = 3.0;
/// What a good part is.
const RUN_SHARE: f64 = 0.4;

/// Words that carry little by themselves weigh little.
fn weight(token: &Token, class: Classes) -> f64 {
    let little = Classes::LIGHT.and(Classes::PRONOUN).and(Classes::LEADS);
    let is_little = class.has(little) || token.key.len() <= 3 && token.key.is_ascii();
    match token.kind {
        Kind::Word if is_little => 0.3,
        Kind::Word | Kind::Number => 1.0,
        _ => 0.0,
    }
}

/// The beginning by which the forms of one word are told: `tutta` and `tutto`, `kein` and `keinen`.
fn stem(token: &Token) -> &str {
    /// A shorter beginning is of too many words.
    const SHORTEST: usize = 4;
    /// Endings of two letters and less.
    const ENDING: usize = 2;
    let word = token.skeleton.as_str();
    let letters = word.chars().count();
    let kept = letters.saturating_sub(ENDING).max(SHORTEST);
    match word.char_indices().nth(kept) {
        Some((end, _)) if token.kind == Kind::Word => &word[..end],
        _ => word,
    }
}

/// What the two have in common, by weight.
#[derive(Clone, Copy, Default)]
struct Shares {
    given: f64,
    recorded: f64,
    common_of_given: f64,
    common_of_recorded: f64,
}

impl Shares {
    fn of_given(self) -> f64 {
        (self.common_of_given / self.given.max(0.3)).min(1.0)
    }

    fn of_recorded(self) -> f64 {
        (self.common_of_recorded / self.recorded.max(0.3)).min(1.0)
    }

    /// Whether so much is near.
    fn are_near(self) -> bool {
        let held = self.recorded >= HELD && self.of_recorded() >= NEAR;
        let both = self.of_given().min(self.of_recorded()) >= NEAR_BOTH;
        self.common_of_given.max(self.common_of_recorded) >= 1.0
            && (self.of_given() >= NEAR || held || both)
    }
}

/// How near the quotation is, from 0 to 1; none where it is another text.
pub(super) fn nearness(sides: &Sides<'_>, alignment: &Alignment) -> Option<f64> {
    let is_spoken = |moved: &&Move| moved.item.is_some_and(|i| sides.token(i).kind.is_spoken());
    let mut same =
        alignment.moves.iter().filter(|moved| moved.step == Step::Same).filter(is_spoken);
    same.next()?;
    // Another form of the word tells as much of whether this is the other text.
    let is_form = |moved: &Move| match (moved.step, moved.item, moved.unit) {
        (Step::Change, Some(i), Some(j)) => stem(sides.token(i)) == stem(&sides.unit(j).token),
        _ => false,
    };
    let is_common = |moved: &&Move| {
        let is_same =
            matches!(moved.step, Step::Same | Step::Spelling | Step::Correction | Step::Replaced);
        is_same || is_form(moved)
    };
    let units = alignment.moves.iter().filter(is_common).filter_map(|moved| moved.unit);
    let common: f64 = units.map(|j| weigh_unit(sides.unit(j))).sum();
    let shares = Shares {
        given: items(sides).map(|i| weight(sides.token(i), sides.classes[i])).sum(),
        recorded: sides.recorded.units.iter().map(weigh_unit).sum(),
        common_of_given: common,
        common_of_recorded: common,
    };
    // "We will not be rushed" is no other form of "we will not sell it".
    let tells = |token: &Token, class: Classes| {
        weight(token, class) >= 1.0 && !class.has(Classes::AUXILIARY) && !class.negates()
    };
    let mut given = items(sides);
    let is_common_told = alignment.moves.iter().filter(is_common).any(|moved| {
        let unit = moved.unit.map(|j| sides.unit(j));
        unit.is_some_and(|unit| !unit.cue && tells(&unit.token, unit.class))
    });
    let is_told = is_common_told || !given.any(|i| tells(sides.token(i), sides.classes[i]));
    let is_exact = alignment.moves.iter().all(|moved| !moved.step.is_hard());
    let run = longest_run(sides, alignment);
    let has_run = run >= LONG_RUN && run / shares.given >= RUN_SHARE;
    if is_exact || is_told && (shares.are_near() || has_run) {
        return Some(shares.of_given());
    }
    covered_in_any_order(sides.given, sides.recorded)
}

/// The weight of the longest run of equal words.
fn longest_run(sides: &Sides<'_>, alignment: &Alignment) -> f64 {
    let runs = alignment.moves.chunk_by(|a, b| a.step == Step::Same && b.step == Step::Same);
    let weigh = |moved: &Move| match (moved.step, moved.unit) {
        (Step::Same, Some(j)) => weigh_unit(sides.unit(j)),
        _ => 0.0,
    };
    runs.map(|run| run.iter().map(weigh).sum()).fold(0.0, f64::max)
}

/// Whether enough words are in common, wherever they stand, for an alignment to be worth its work.
pub(super) fn may_be_near(sides: &Sides<'_>) -> bool {
    let units = &sides.recorded.units;
    let recorded: HashSet<&str> = units.iter().flat_map(Unit::skeletons).collect();
    let stems: HashSet<&str> = units.iter().map(|unit| stem(&unit.token)).collect();
    let given: HashSet<&str> = items(sides)
        .flat_map(|i| [sides.token(i).skeleton.as_str(), stem(sides.token(i))])
        .collect();
    let mut shares = Shares::default();
    for i in items(sides) {
        let weight = weight(sides.token(i), sides.classes[i]);
        shares.given += weight;
        let token = sides.token(i);
        if recorded.contains(token.skeleton.as_str()) || stems.contains(stem(token)) {
            shares.common_of_given += weight;
        }
    }
    for unit in units {
        shares.recorded += weigh_unit(unit);
        let is_given = unit.skeletons().any(|skeleton| given.contains(skeleton));
        if is_given || given.contains(stem(&unit.token)) {
            shares.common_of_recorded += weigh_unit(unit);
        }
    }
    let is_all = items(sides).all(|i| {
        sides.given.token(sides.items[i]).kind == Kind::Ellipsis
            || recorded.contains(sides.token(i).skeleton.as_str())
    });
    // A quotation that is all brackets can only be a copy of the source's own.
    let may_be_whole = items(sides).next().is_some() || sides.items.len() <= units.len();
    is_all && may_be_whole
        || shares.are_near()
        || shares.common_of_given >= LONG_RUN && shares.of_given() >= RUN_SHARE
}

fn items(sides: &Sides<'_>) -> impl Iterator<Item = usize> {
    (0..sides.items.len()).filter(|i| !sides.items[*i].bracketed)
}

fn weigh_unit(unit: &Unit) -> f64 {
    if unit.cue { 0.0 } else { weight(&unit.token, unit.class) }
}
