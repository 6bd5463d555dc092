//! The alignment of a quotation with one utterance: the cheapest way to read one as the other.

use crate::text::token::{Kind, Token};

use super::cost::{HARD, NEVER, Sides, Step};
use super::edges::Edges;
use super::given::Given;
use super::near::may_be_near;
use super::recorded::Recorded;
use super::report::report;
use super::{Fit, Fitted};

/// Steps that one alignment may take: a paragraph of 1,000 words against a quotation of 3,000. More is not exact.
pub(super) const MOST_CELLS: usize = 3_000_000;

/// A step of the alignment, with what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move {
    /// The item, where one is read.
    pub item: Option<usize>,
    /// The unit, where one is read.
    pub unit: Option<usize>,
    pub step: Step,
}

/// The cheapest alignment.
#[derive(Debug)]
pub(super) struct Alignment {
    pub moves: Vec<Move>,
    /// The first unit that corresponds to something, and the unit after the last.
    pub first: usize,
    pub end: usize,
}

/// How the quotation fits; none where nothing is near.
///
/// `cells` bounds the work, and loses what was done.
pub(super) fn fitted(given: &Given, recorded: &Recorded<'_>, cells: &mut usize) -> Option<Fitted> {
    let all = given.items();
    let units = recorded.units.len();
    if all.is_empty() || units == 0 {
        return None;
    }
    let sides = Sides::new(given, all, recorded);
    if !may_be_near(&sides) {
        return None;
    }
    if let Some(alignment) = unbroken(&sides) {
        return report(&sides, &alignment);
    }
    let most = ((*cells).min(MOST_CELLS) / (units + 1)).max(1);
    let items = &all[..all.len().min(most)];
    let bounded = items.len() < all.len();
    *cells = cells.saturating_sub(items.len() * (units + 1));
    let sides = if bounded { Sides::new(given, items, recorded) } else { sides };
    let alignment = Table::fill(&sides).path(&sides);
    let mut fitted = report(&sides, &alignment)?;
    if bounded {
        fitted.bounded = true;
        fitted.fit = Fit::Altered;
    }
    Some(fitted)
}

/// The quotation as an unbroken run of the recorded words, where it is one that no edge misleads: most are, and need no table.
fn unbroken(sides: &Sides<'_>) -> Option<Alignment> {
    let (items, units) = (sides.items.len(), sides.recorded.units.len());
    let edges = Edges::new(sides);
    let mut looks = 0;
    let is_run = |first: usize, looks: &mut usize| {
        (0..items).all(|i| {
            *looks += 1;
            sides.pair(i, first + i) == (0, Step::Same)
        })
    };
    for first in 0..=units.checked_sub(items)? {
        if is_run(first, &mut looks) && edges.start(first) == 0 && edges.end(first + items) == 0 {
            let moves =
                (0..items).map(|i| Move { item: Some(i), unit: Some(first + i), step: Step::Same });
            return Some(Alignment { moves: moves.collect(), first, end: first + items });
        }
        if looks > MOST_CELLS {
            return None;
        }
    }
    None
}

/// How the cheapest way came to a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Start,
    Pair,
    Skip,
    Insert,
    /// A run of recorded words that is missing without a mark: its first word costs a change, each further one little,
    /// so that one cut reads as one, and not as many changes.
    Gap,
}

/// What each further word of a gap costs.
const NEXT_IN_GAP: u64 = HARD / 12;

/// A cell: how it was reached, and whether the gap that ends here goes on to the left.
#[derive(Clone, Copy)]
struct Cell {
    from: From,
    gap_goes_on: bool,
}

/// One cell for each item and unit.
struct Table {
    cells: Vec<Cell>,
    width: usize,
    /// The cheapest end: how many units were read.
    end: usize,
}

impl Table {
    fn fill(sides: &Sides<'_>) -> Self {
        let (items, units) = (sides.items.len(), sides.recorded.units.len());
        let width = units + 1;
        let edges = Edges::new(sides);
        let start = Cell { from: From::Start, gap_goes_on: false };
        let mut cells = vec![start; (items + 1) * width];
        let mut above: Vec<u64> = (0..width).map(|j| edges.start(j)).collect();
        let mut row = vec![0; width];
        for i in 1..=items {
            let (before, here) = cells[(i - 1) * width..(i + 1) * width].split_at_mut(width);
            fill_row(sides, i, &(&above, before), &mut (&mut row, here));
            std::mem::swap(&mut above, &mut row);
        }
        let cost = |j: &usize| above[*j].saturating_add(edges.end(*j));
        let end = (0..width).min_by_key(cost).unwrap_or(0);
        Self { cells, width, end }
    }

    fn path(&self, sides: &Sides<'_>) -> Alignment {
        let (mut i, mut j) = (sides.items.len(), self.end);
        let mut moves = Vec::with_capacity(i + 8);
        let mut in_gap = false;
        while i > 0 {
            let cell = self.cells[i * self.width + j];
            let from = if in_gap { From::Gap } else { cell.from };
            in_gap = from == From::Gap && cell.gap_goes_on;
            let (item, unit, step) = match from {
                From::Pair => (Some(i - 1), Some(j - 1), sides.pair(i - 1, j - 1).1),
                From::Skip => (None, Some(j - 1), sides.skip(i, j - 1).1),
                From::Gap => (None, Some(j - 1), Step::Change),
                From::Insert | From::Start => (Some(i - 1), None, sides.insert(i - 1, j).1),
            };
            i -= usize::from(item.is_some());
            j -= usize::from(unit.is_some());
            moves.push(Move { item, unit, step });
        }
        moves.reverse();
        swallow(sides, &mut moves);
        join(sides, &mut moves);
        let (first, end) = without_cue(sides, &mut moves, j, self.end);
        Alignment { moves, first, end }
    }
}

/// Words missing right before a marked cut were swallowed by it.
fn swallow(sides: &Sides<'_>, moves: &mut [Move]) {
    let is_missing = |moved: &Move| moved.item.is_none() || moved.step == Step::Cut;
    for run in moves.chunk_by_mut(|a, b| is_missing(a) && is_missing(b)) {
        if !run.iter().any(|moved| moved.step == Step::Cut) {
            continue;
        }
        for moved in run.iter_mut() {
            if let Some(unit) = moved
                .unit
                .filter(|_| moved.item.is_none())
                .map(|unit| sides.unit(unit))
                .filter(|unit| !unit.cue)
            {
                moved.step = if unit.class.may_not_be_cut() { Step::Hidden } else { Step::Skipped };
            }
        }
    }
}

/// A cue belongs between two parts; at an edge its words are no part of the quote. Gives the units that are left.
fn without_cue(
    sides: &Sides<'_>,
    moves: &mut Vec<Move>,
    first: usize,
    end: usize,
) -> (usize, usize) {
    let is_cue = |at: usize| sides.unit(at).cue;
    let start = (first..end).find(|at| !is_cue(*at)).unwrap_or(end);
    let last = (start..end).rev().find(|at| !is_cue(*at)).map_or(start, |at| at + 1);
    moves.retain(|moved| {
        moved.item.is_some() || moved.unit.is_none_or(|unit| (start..last).contains(&unit))
    });
    for moved in moves.iter_mut() {
        if moved.unit.is_some_and(|unit| !(start..last).contains(&unit)) {
            (moved.unit, moved.step) = (None, Step::Change);
        }
    }
    (start, last)
}

/// Words that differ only in where they are joined are a matter of spelling: `online`, `on-line`, `on line`.
fn join(sides: &Sides<'_>, moves: &mut [Move]) {
    let differs = |moved: &Move| matches!(moved.step, Step::Change | Step::Spelling);
    for run in moves.chunk_by_mut(|a, b| differs(a) && differs(b)) {
        let given: Vec<&Token> =
            run.iter().filter_map(|moved| moved.item).map(|i| sides.token(i)).collect();
        let recorded: Vec<&Token> =
            run.iter().filter_map(|moved| moved.unit).map(|j| &sides.unit(j).token).collect();
        let is_joined = [&given, &recorded]
            .into_iter()
            .flatten()
            .all(|token| matches!(token.kind, Kind::Word | Kind::Hyphen));
        let letters = |tokens: &[&Token]| -> String {
            tokens
                .iter()
                .filter(|token| token.kind == Kind::Word)
                .map(|token| token.skeleton.as_str())
                .collect()
        };
        if run.len() > 1 && differs(&run[0]) && is_joined && letters(&given) == letters(&recorded) {
            for moved in run {
                moved.step = Step::Spelling;
            }
        }
    }
}

/// The costs of a row, and how each was reached.
type Row<'a> = (&'a [u64], &'a [Cell]);
/// The same, to be filled.
type RowMut<'a> = (&'a mut [u64], &'a mut [Cell]);

/// Fills row `i` from the row above: the costs, and how each cell was reached.
fn fill_row(sides: &Sides<'_>, i: usize, above: &Row<'_>, row: &mut RowMut<'_>) {
    let mut gap = NEVER;
    for j in 0..above.0.len() {
        let mut best = (above.0[j] + sides.insert(i - 1, j).0, From::Insert);
        let mut gap_goes_on = false;
        if j > 0 {
            let turned = u64::from(above.1[j - 1].from != From::Pair) * TURN;
            let pair = above.0[j - 1] + sides.pair(i - 1, j - 1).0 + turned;
            let (skipped, step) = sides.skip(i, j - 1);
            gap_goes_on = step == Step::Change && gap + NEXT_IN_GAP < row.0[j - 1] + HARD;
            gap = match step {
                Step::Change if gap_goes_on => gap + NEXT_IN_GAP,
                Step::Change => row.0[j - 1] + HARD,
                _ => NEVER,
            };
            let skip = if step == Step::Change { NEVER } else { row.0[j - 1] + skipped };
            for other in [(gap, From::Gap), (skip, From::Skip), (pair, From::Pair)] {
                if other.0 < best.0 || (other.0 == best.0 && other.1 == From::Pair) {
                    best = other;
                }
            }
        }
        row.0[j] = best.0.min(NEVER);
        row.1[j] = Cell { from: best.1, gap_goes_on };
    }
}

/// What it costs to begin a run of equal words: one long run reads better than several short ones.
const TURN: u64 = 8;
