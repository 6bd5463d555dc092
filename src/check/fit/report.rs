//! From an alignment to what is said of it.

use crate::span::Span;
use crate::text::token::Kind;
use crate::text::words::Classes;

use super::changes::{MOST_CHANGES, hard_changes};
use super::cost::{Sides, Step};
use super::edges::{edge_changes, torn_by_cuts};
use super::inserted::inserted;
use super::left_out::left_out;
use super::near::nearness;
use super::order::reunite;
use super::soft::soft_changes;
use super::table::{Alignment, Move};
use super::turned::{denied, turned};
use super::{Change, ChangeKind, Fit, Fitted, Notes, Place};

/// What is said of an alignment; none where the two are not near.
pub(super) fn report(sides: &Sides<'_>, alignment: &Alignment) -> Option<Fitted> {
    let score = nearness(sides, alignment)?;
    let report = Report { sides, alignment };
    let mut changes = hard_changes(sides, alignment);
    let bounded = changes.len() >= MOST_CHANGES;
    report.split_idioms(&mut changes);
    report.unmarked_insertions(&mut changes);
    let inside = changes.len();
    changes.extend(torn_by_cuts(sides, alignment));
    changes.extend(denied(sides, alignment));
    let is_torn = changes.len() > inside;
    reunite(sides, alignment, &mut changes);
    let decides =
        |change: &Change| matches!(change.kind, ChangeKind::HiddenNegation | ChangeKind::Symbol);
    let hides = is_torn || changes.iter().any(decides);
    let inner = changes.len();
    changes.extend(edge_changes(sides, alignment));
    let is_bracketed = sides.items.first().is_some_and(|item| item.bracketed);
    let is_decisive = |change: &Change| is_bracketed || change.kind != ChangeKind::HiddenNegation;
    let breaks = changes[inner..].iter().any(is_decisive);
    let fit = report.fit(hides || breaks, inner > 0);
    changes.extend(turned(sides, alignment));
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
    let inserted = inserted(sides, alignment);
    Some(Fitted { fit, changes, left_out, inserted, notes, parts_used, covered, score, bounded })
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
    fn split_idioms(&self, changes: &mut Vec<Change>) {
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
                let span = Span::default();
                changes.push(Change {
                    kind: ChangeKind::HiddenNegation,
                    recorded: words,
                    given: String::new(),
                    place,
                    span,
                });
            }
        }
    }

    /// Words that the source prints in brackets are its editor's; without the brackets they pass for the speaker's.
    fn unmarked_insertions(&self, changes: &mut Vec<Change>) {
        let recorded = self.sides.recorded;
        let marks = self.alignment.moves.iter().filter(|moved| moved.step == Step::Mark);
        let marks: Vec<usize> = marks.filter_map(|moved| moved.unit).collect();
        let is = |at: usize, kind: Kind| recorded.units[at].token.kind == kind;
        for pair in
            marks.windows(2).filter(|pair| is(pair[0], Kind::Open) && is(pair[1], Kind::Close))
        {
            let (words, place) = recorded.slice(pair[0], pair[1]);
            changes.push(Change {
                kind: ChangeKind::Symbol,
                recorded: words,
                given: String::new(),
                place,
                span: Span::default(),
            });
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

    /// Whether one recorded quote is given whole, though the utterance may go on after its cue.
    fn is_whole(&self) -> bool {
        let units = &self.sides.recorded.units;
        let part = self.parts().first().copied();
        let mut outside = units[..self.alignment.first]
            .iter()
            .chain(&units[self.alignment.end..])
            .filter(|unit| !unit.cue && Some(unit.part) == part);
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
