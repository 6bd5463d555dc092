//! Typed changes: what each difference of an alignment is.

use crate::span::Span;
use crate::text::token::{Kind, Token};
use crate::text::words::Classes;

use super::cost::{Sides, Step};
use super::table::{Alignment, Move};
use super::{Change, ChangeKind, Place};

/// More changes than these nobody reads; finding the place of each takes a walk over the words.
pub(super) const MOST_CHANGES: usize = 500;

/// The hard changes of an alignment, in the order of the words; at least [`MOST_CHANGES`] where there are more.
pub(super) fn hard_changes(sides: &Sides<'_>, alignment: &Alignment) -> Vec<Change> {
    let writer = Writer { sides, alignment };
    let mut changes = Vec::new();
    let is_change = |moved: &Move| moved.step == Step::Change;
    let is_joined = |a: &Move, b: &Move| {
        let is_spelling = |moved: &Move| moved.step == Step::Spelling;
        let is_single = |moved: &Move| moved.item.is_none() || moved.unit.is_none();
        is_spelling(a) && is_spelling(b) && (is_single(a) || is_single(b))
    };
    for run in alignment.moves.chunk_by(|a, b| is_change(a) && is_change(b) || is_joined(a, b)) {
        if changes.len() >= MOST_CHANGES {
            break;
        }
        match run[0].step {
            Step::Change => writer.run(run, &mut changes),
            Step::Hidden => changes.push(writer.change(ChangeKind::HiddenNegation, run)),
            Step::Correction => changes.push(writer.change(ChangeKind::SilentCorrection, run)),
            Step::Spelling => changes.push(writer.change(ChangeKind::Replaced, run)),
            _ => {}
        }
    }
    changes
}

struct Writer<'a> {
    sides: &'a Sides<'a>,
    alignment: &'a Alignment,
}

impl Writer<'_> {
    /// A run of words that differ: paired off, and what is left over is added or left out.
    fn run(&self, moves: &[Move], changes: &mut Vec<Change>) {
        let items: Vec<usize> = moves.iter().filter_map(|moved| moved.item).collect();
        let units: Vec<usize> = moves.iter().filter_map(|moved| moved.unit).collect();
        for (i, j) in items.iter().zip(&units) {
            let pair = Move { item: Some(*i), unit: Some(*j), step: Step::Change };
            for kind in self.kinds_of_pair(*i, *j) {
                changes.push(self.change(kind, &[pair]));
            }
        }
        let pairs = items.len().min(units.len());
        let added =
            items[pairs..].iter().map(|i| Move { item: Some(*i), unit: None, step: Step::Change });
        let missing =
            units[pairs..].iter().map(|j| Move { item: None, unit: Some(*j), step: Step::Change });
        let rest: Vec<Move> = added.chain(missing).collect();
        if !rest.is_empty() {
            for kind in self.kinds_of_rest(&rest) {
                changes.push(self.change(kind, &rest));
            }
        }
    }

    /// What a word for another is: every class that either has, the worst first.
    fn kinds_of_pair(&self, i: usize, j: usize) -> Vec<ChangeKind> {
        let (token, unit) = (self.sides.token(i), self.sides.unit(j));
        let mut kinds = kinds_of_class(self.sides.classes[i].and(unit.class));
        let mut add = |holds: bool, kind| {
            if holds && !kinds.contains(&kind) {
                kinds.push(kind);
            }
        };
        let has_digit = |token: &Token| token.key.contains(|c: char| c.is_ascii_digit());
        let tokens = [token, &unit.token];
        add(
            self.sides.recorded.lexicon.are_opposites(&token.key, &unit.token.key),
            ChangeKind::Negation,
        );
        add(tokens.iter().any(|token| token.kind == Kind::Symbol), ChangeKind::Symbol);
        add(tokens.iter().all(|token| has_digit(token)), ChangeKind::Number);
        add(tokens.iter().any(|token| is_name(token)), ChangeKind::Name);
        if kinds.is_empty() {
            kinds.push(ChangeKind::Replaced);
        }
        kinds.sort_unstable();
        kinds
    }

    /// What words too many or too few are; several are named only by what they are together.
    fn kinds_of_rest(&self, rest: &[Move]) -> Vec<ChangeKind> {
        let seen: Vec<(Kind, Classes)> = rest.iter().filter_map(|moved| self.seen(moved)).collect();
        let classes = seen.iter().fold(Classes::NONE, |all, (_, class)| all.and(*class));
        let spoken = seen.iter().filter(|(kind, _)| kind.is_spoken()).count();
        let has = |wanted: Kind| seen.iter().any(|(kind, _)| *kind == wanted);
        let mut kinds = if spoken == 1 { kinds_of_class(classes) } else { Vec::new() };
        if spoken > 1 && classes.has(Classes::NEGATION) {
            kinds.push(ChangeKind::Negation);
        }
        if has(Kind::Symbol) {
            kinds.push(ChangeKind::Symbol);
        }
        if has(Kind::Question) {
            kinds.push(ChangeKind::Ending);
        }
        let is_missing = rest[0].item.is_none();
        if is_missing && (spoken > 1 || has(Kind::Ellipsis)) {
            kinds.push(ChangeKind::UnmarkedCut);
        } else if kinds.is_empty() {
            kinds.push(if is_missing { ChangeKind::Dropped } else { ChangeKind::Added });
        }
        kinds
    }

    fn seen(&self, moved: &Move) -> Option<(Kind, Classes)> {
        match (moved.item, moved.unit) {
            (Some(i), _) => Some((self.sides.token(i).kind, self.sides.classes[i])),
            (None, Some(j)) => Some((self.sides.unit(j).token.kind, self.sides.unit(j).class)),
            (None, None) => None,
        }
    }

    /// A change about these moves, with both sides' own words.
    fn change(&self, kind: ChangeKind, moves: &[Move]) -> Change {
        let items: Vec<usize> = moves.iter().filter_map(|moved| moved.item).collect();
        let units: Vec<usize> = moves.iter().filter_map(|moved| moved.unit).collect();
        let span = match (items.first(), items.last()) {
            (Some(first), Some(last)) => {
                Span::new(self.sides.token(*first).span.start, self.sides.token(*last).span.end)
            }
            _ => self.given_place(units.first().copied()),
        };
        let (recorded, place) = match (units.first(), units.last()) {
            (Some(first), Some(last)) => self.sides.recorded.slice(*first, *last),
            _ => (String::new(), self.recorded_place(items.first().copied())),
        };
        Change { kind, recorded, given: self.sides.given.slice(span), place, span }
    }

    /// Where in the quotation a recorded word is missing: after the last item that comes before it.
    fn given_place(&self, unit: Option<usize>) -> Span {
        let before = self
            .alignment
            .moves
            .iter()
            .take_while(|moved| moved.unit.is_none() || moved.unit < unit);
        let end = before
            .filter_map(|moved| moved.item)
            .last()
            .map_or(0, |i| self.sides.token(i).span.end);
        Span::new(end, end)
    }

    /// Where in the recorded words something was added: before the next unit.
    fn recorded_place(&self, item: Option<usize>) -> Place {
        let mut after = self
            .alignment
            .moves
            .iter()
            .skip_while(|moved| moved.item.is_none() || moved.item < item);
        let unit = after.find_map(|moved| moved.unit).unwrap_or(self.alignment.end);
        self.sides.recorded.before(unit)
    }
}

fn kinds_of_class(class: Classes) -> Vec<ChangeKind> {
    let named = [
        (Classes::NEGATION, ChangeKind::Negation),
        (Classes::NUMBER, ChangeKind::Number),
        (Classes::HEDGE, ChangeKind::Hedge),
        (Classes::QUANTIFIER, ChangeKind::Quantifier),
    ];
    named.into_iter().filter(|(wanted, _)| class.has(*wanted)).map(|(_, kind)| kind).collect()
}

/// Whether a word is written as names are: with a capital where no sentence begins.
fn is_name(token: &Token) -> bool {
    token.kind == Kind::Word && !token.leads && token.text.starts_with(char::is_uppercase)
}
