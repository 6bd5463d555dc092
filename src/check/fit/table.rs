//! The alignment of a quotation with one utterance: the cheapest way to read one as the other.

use super::changes::report;
use super::cost::{HARD, NEVER, Sides, Step};
use super::cuts::Edges;
use super::given::{Given, Item};
use super::recorded::Recorded;
use super::{Fit, Fitted};

/// Steps that one alignment may take: a paragraph of 1,000 words against a quotation of 3,000. More is not exact.
const MOST_CELLS: usize = 3_000_000;

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
pub(super) fn fitted(given: &Given, recorded: &Recorded<'_>) -> Option<Fitted> {
    let all = given.items();
    let units = recorded.units.len();
    if all.is_empty() || units == 0 {
        return None;
    }
    let most = (MOST_CELLS / (units + 1)).max(1);
    let items = &all[..all.len().min(most)];
    let bounded = items.len() < all.len();
    let sides = Sides::new(given, items, recorded);
    let alignment = Table::fill(&sides).path(&sides);
    let mut fitted = report(&sides, &alignment)?;
    if bounded {
        fitted.bounded = true;
        fitted.fit = Fit::Altered;
    }
    Some(fitted)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Start,
    Pair,
    Skip,
    Insert,
}

/// One cell for each item and unit: how the cheapest way came there.
struct Table {
    from: Vec<From>,
    width: usize,
    /// The cheapest end: how many units were read.
    end: usize,
}

impl Table {
    fn fill(sides: &Sides<'_>) -> Self {
        let (items, units) = (sides.items.len(), sides.recorded.units.len());
        let width = units + 1;
        let edges = Edges::new(sides);
        let mut from = vec![From::Start; (items + 1) * width];
        let mut above: Vec<u64> = (0..width).map(|j| edges.start(j)).collect();
        let mut row = vec![0; width];
        for i in 1..=items {
            for j in 0..width {
                let mut best = (above[j] + sides.insert(i - 1, j).0, From::Insert);
                if j > 0 {
                    let turned = u64::from(from[(i - 1) * width + j - 1] != From::Pair) * 8;
                    let pair =
                        (above[j - 1] + sides.pair(i - 1, j - 1).0.min(NEVER) + turned, From::Pair);
                    let skip = (row[j - 1] + sides.skip(i, j - 1).0, From::Skip);
                    for other in [pair, skip] {
                        if other.0 < best.0 || (other.0 == best.0 && other.1 == From::Pair) {
                            best = other;
                        }
                    }
                }
                row[j] = best.0;
                from[i * width + j] = best.1;
            }
            std::mem::swap(&mut above, &mut row);
        }
        let end = (0..width).min_by_key(|j| above[*j].saturating_add(edges.end(*j))).unwrap_or(0);
        Self { from, width, end }
    }

    fn path(&self, sides: &Sides<'_>) -> Alignment {
        let (mut i, mut j) = (sides.items.len(), self.end);
        let mut moves = Vec::with_capacity(i + 8);
        while i > 0 {
            let (item, unit, step) = match self.from[i * self.width + j] {
                From::Pair => (Some(i - 1), Some(j - 1), sides.pair(i - 1, j - 1).1),
                From::Skip => (None, Some(j - 1), sides.skip(i, j - 1).1),
                From::Insert | From::Start => (Some(i - 1), None, sides.insert(i - 1, j).1),
            };
            i -= usize::from(item.is_some());
            j -= usize::from(unit.is_some());
            moves.push(Move { item, unit, step });
        }
        moves.reverse();
        Alignment { moves, first: j, end: self.end }
    }
}

impl Item {
    /// Whether a reader reads it aloud.
    pub(super) fn is_spoken(self, given: &Given) -> bool {
        given.token(self).kind.is_spoken()
    }
}

/// An edge that leaves out what belongs to the words: as bad as a change.
pub(super) const BROKEN_EDGE: u64 = HARD;
