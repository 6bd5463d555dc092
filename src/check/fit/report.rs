//! From an alignment to what is said of it.

use std::collections::HashSet;

use crate::text::token::{Kind, Token};
use crate::text::words::Classes;

use super::changes::hard_changes;
use super::cost::{Sides, Step};
use super::edges::edge_changes;
use super::left_out::left_out;
use super::order::reunite;
use super::recorded::Unit;
use super::soft::soft_changes;
use super::stitch::covered_in_any_order;
use super::table::{Alignment, Move};
use super::{ChangeKind, Fit, Fitted, Notes, Place};

/// Less of the words in common than this is another text that shares some of them.
const NEAR: f64 = 0.55;
/// A quote is near a longer quotation that holds this much of it.
const HELD: f64 = 4.0;

/// What is said of an alignment; none where the two are not near.
pub(super) fn report(sides: &Sides<'_>, alignment: &Alignment) -> Option<Fitted> {
    let score = nearness(sides, alignment)?;
    let report = Report { sides, alignment };
    let mut changes = hard_changes(sides, alignment);
    report.split_idioms(&mut changes);
    reunite(sides, alignment, &mut changes);
    let hides = !changes.is_empty()
        && changes.iter().any(|change| change.kind == ChangeKind::HiddenNegation);
    let inner = changes.len();
    changes.extend(edge_changes(sides, alignment));
    let is_bracketed = sides.items.first().is_some_and(|item| item.bracketed);
    let hard = changes[inner..]
        .iter()
        .any(|change| is_bracketed || change.kind != ChangeKind::HiddenNegation)
        || hides;
    let fit = report.fit(hard, inner > 0);
    changes.sort_by_key(|change| change.kind);
    changes.extend(soft_changes(sides, alignment));
    let (left_out, clipped) = left_out(sides, alignment);
    let covered = report.covered();
    let mut parts_used: Vec<usize> = covered.iter().map(|place| place.part).collect();
    parts_used.dedup();
    let notes = Notes {
        clipped: clipped && fit.is_fine(),
        interrupted: report.is_interrupted(),
        short: fit == Fit::Fragment && sides.given.words() < 4,
        sic: report.units().any(|j| sides.unit(j).meant.is_some()),
        bracketed: report.has(Step::Bracket) || report.has(Step::Replaced),
    };
    Some(Fitted { fit, changes, left_out, notes, parts_used, covered, score, bounded: false })
}

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

/// How much of the quotation, or of the recorded words, the two have in common; none where it is too little.
fn nearness(sides: &Sides<'_>, alignment: &Alignment) -> Option<f64> {
    let units = &sides.recorded.units;
    let weigh = |j: usize| {
        if units[j].cue { 0.0 } else { weight(&units[j].token, units[j].class) }
    };
    let is_common = |moved: &&Move| {
        matches!(moved.step, Step::Same | Step::Spelling | Step::Correction | Step::Replaced)
    };
    let is_spoken = |moved: &&Move| moved.item.is_some_and(|i| sides.token(i).kind.is_spoken());
    let mut same =
        alignment.moves.iter().filter(|moved| moved.step == Step::Same).filter(is_spoken);
    same.next()?;
    let outside = (0..sides.items.len()).filter(|i| !sides.items[*i].bracketed);
    let given: f64 = outside.map(|i| weight(sides.token(i), sides.classes[i])).sum();
    let common: f64 =
        alignment.moves.iter().filter(is_common).filter_map(|moved| moved.unit).map(weigh).sum();
    let recorded: f64 = (0..units.len()).map(weigh).sum();
    let of_given = (common / given.max(0.3)).min(1.0);
    let of_recorded = if recorded >= HELD { common / recorded } else { 0.0 };
    let is_exact = alignment.moves.iter().all(|moved| !moved.step.is_hard());
    if is_exact || (common >= 1.0 && of_given.max(of_recorded) >= NEAR) {
        return Some(of_given);
    }
    covered_in_any_order(sides.given, sides.recorded)
}

/// Whether enough words are in common, wherever they stand, for an alignment to be worth its work.
pub(super) fn may_be_near(sides: &Sides<'_>) -> bool {
    let units = &sides.recorded.units;
    let recorded: HashSet<&str> = units.iter().flat_map(Unit::skeletons).collect();
    let items = || (0..sides.items.len()).filter(|i| !sides.items[*i].bracketed);
    let given: HashSet<&str> = items().map(|i| sides.token(i).skeleton.as_str()).collect();
    let share = |weights: &mut dyn Iterator<Item = (f64, bool)>| {
        let (common, all) = weights.fold((0.0, 0.0), |(common, all), (weight, is_common)| {
            (if is_common { common + weight } else { common }, all + weight)
        });
        common / all.max(0.3)
    };
    let of_given = share(&mut items().map(|i| {
        let token = sides.token(i);
        (weight(token, sides.classes[i]), recorded.contains(token.skeleton.as_str()))
    }));
    let of_recorded = share(&mut units.iter().map(|unit| {
        (weight(&unit.token, unit.class), unit.skeletons().any(|skeleton| given.contains(skeleton)))
    }));
    of_given.max(of_recorded) >= NEAR
}

struct Report<'a> {
    sides: &'a Sides<'a>,
    alignment: &'a Alignment,
}

impl Report<'_> {
    fn has(&self, step: Step) -> bool {
        self.alignment.moves.iter().any(|moved| moved.step == step)
    }

    fn units(&self) -> impl Iterator<Item = usize> {
        self.alignment.moves.iter().filter_map(|moved| moved.unit)
    }

    /// An idiom of which a cut swallows only a part negates after all: `no … doubt`.
    fn split_idioms(&self, changes: &mut Vec<super::Change>) {
        let recorded = self.sides.recorded;
        let is_idiom =
            |j: usize| recorded.units.get(j).is_some_and(|unit| unit.class.has(Classes::IDIOM));
        let is_cut = |moved: &Move| moved.step == Step::Skipped;
        for run in self.alignment.moves.chunk_by(|a, b| is_cut(a) == is_cut(b)) {
            let (Some(first), Some(last)) = (run[0].unit, run[run.len() - 1].unit) else {
                continue;
            };
            let is_split = is_cut(&run[0])
                && (is_idiom(last) && is_idiom(last + 1)
                    || first > 0 && is_idiom(first - 1) && is_idiom(first));
            if is_split
                && recorded.units[first..=last].iter().any(|unit| unit.class.has(Classes::NEGATION))
            {
                let (words, place) = recorded.slice(first, last);
                let span = crate::span::Span::default();
                changes.push(super::Change {
                    kind: ChangeKind::HiddenNegation,
                    recorded: words,
                    given: String::new(),
                    place,
                    span,
                });
            }
        }
    }

    fn fit(&self, decided: bool, differs: bool) -> Fit {
        let moves = &self.alignment.moves;
        let only_spelling =
            moves.iter().all(|moved| !moved.step.is_hard() || moved.step == Step::Spelling);
        if decided || (differs && !only_spelling) {
            return Fit::Altered;
        }
        if differs {
            return Fit::Spelling;
        }
        let marks = [Step::Cut, Step::Skipped, Step::Bracket, Step::Replaced];
        if marks.into_iter().any(|step| self.has(step)) || self.parts().len() > 1 {
            Fit::Elided
        } else if self.is_whole() {
            Fit::Verbatim
        } else {
            Fit::Fragment
        }
    }

    fn is_whole(&self) -> bool {
        let units = &self.sides.recorded.units;
        let mut outside = units[..self.alignment.first].iter().chain(&units[self.alignment.end..]);
        outside.all(|unit| matches!(unit.token.kind, Kind::Ellipsis | Kind::Open | Kind::Close))
    }

    /// The parts that the quotation has words of.
    fn parts(&self) -> Vec<usize> {
        let given = self.alignment.moves.iter().filter(|moved| moved.item.is_some());
        let units = given.filter_map(|moved| moved.unit).map(|j| self.sides.unit(j));
        let mut parts: Vec<usize> = units.filter(|unit| !unit.cue).map(|unit| unit.part).collect();
        parts.dedup();
        parts
    }

    /// Whether the words run on over a part's end with nothing to mark it.
    fn is_interrupted(&self) -> bool {
        let moves = &self.alignment.moves;
        let marks = |moved: &Move| {
            matches!(moved.step, Step::Cut | Step::Skipped)
                || (moved.step == Step::Cue && moved.item.is_some())
        };
        self.parts().len() > 1 && !moves.iter().any(marks)
    }

    /// The recorded runs that correspond.
    fn covered(&self) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        let mut follows = false;
        for moved in &self.alignment.moves {
            let unit = moved.unit.map(|j| self.sides.unit(j)).filter(|unit| !unit.cue);
            let (Some(unit), Some(_)) = (unit, moved.item) else {
                follows &= moved.unit.is_none();
                continue;
            };
            match places.last_mut() {
                Some(last) if follows && last.part == unit.part => {
                    last.span.end = unit.token.span.end;
                }
                _ => places.push(Place { part: unit.part, span: unit.token.span }),
            }
            follows = true;
        }
        places
    }
}
