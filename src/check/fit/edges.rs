//! What the edges of a part may not cut off: a sign, half of a compound, a bracket, a question mark, a negation.

use crate::span::Span;
use crate::text::token::Kind;
use crate::text::words::Classes;

use super::cost::{HARD, Sides, Step, stands_for_another};
use super::governs::{negation_after, negation_before, negation_of_verb_last};
use super::numerals::{is_compound, is_one_numeral, is_range};
use super::recorded::{Break, Recorded, Unit};
use super::scope::negation_late_in_clause;
use super::table::{Alignment, Move};
use super::{Change, ChangeKind};

/// An edge that leaves out what belongs to the words: nearly as bad as a change.
const BROKEN: u64 = HARD / 10 * 9;
/// An edge that leaves out what gives the words their sense: bad, but the words are right.
const MISLEADING: u64 = HARD / 4;

/// The cost of each place where the quoted words may begin or end.
pub(super) struct Edges<'a> {
    recorded: &'a Recorded<'a>,
    starts_bracketed: bool,
    ends_bracketed: bool,
    asks: bool,
}

impl<'a> Edges<'a> {
    pub fn new(sides: &Sides<'a>) -> Self {
        let kind =
            |item: Option<&super::given::Item>| item.map(|item| sides.given.token(*item).kind);
        let last = kind(sides.items.last());
        let is_remark = |at: Option<usize>| {
            at.and_then(|at| sides.classes.get(at)).is_some_and(|class| class.has(Classes::REMARK))
        };
        let before_last = sides.items.len().checked_sub(2);
        Self {
            recorded: sides.recorded,
            starts_bracketed: kind(sides.items.first()) == Some(Kind::Open) && !is_remark(Some(1)),
            ends_bracketed: last == Some(Kind::Close) && !is_remark(before_last),
            asks: last == Some(Kind::Question),
        }
    }

    /// The cost of beginning at unit `first`.
    pub fn start(&self, first: usize) -> u64 {
        if self.replaces_before(first) || cut_before(self.recorded, first).is_some() {
            BROKEN
        } else if negation_before(self.recorded, first).is_some() {
            MISLEADING
        } else {
            0
        }
    }

    /// The cost of ending before unit `end`.
    pub fn end(&self, end: usize) -> u64 {
        let asks_after = self.kind(end) == Some(Kind::Question) && !self.asks;
        if self.replaces_after(end) || cut_after(self.recorded, end).is_some() {
            BROKEN
        } else if asks_after || negation_after(self.recorded, end).is_some() {
            MISLEADING
        } else {
            0
        }
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.recorded.units.get(at).map(|unit| unit.token.kind)
    }

    /// Whether the writer's bracket at the start stands for a word that carries meaning, or for a bracket of the source's.
    fn replaces_before(&self, first: usize) -> bool {
        let (Some(unit), Some(before)) = (self.recorded.units.get(first), first.checked_sub(1))
        else {
            return false;
        };
        let before = &self.recorded.units[before];
        let is_bracket = before.token.kind == Kind::Close || unit.token.kind == Kind::Close;
        let carries_meaning =
            unit.break_before == Break::None && !before.cue && !is_light(before.class);
        self.starts_bracketed && (is_bracket || carries_meaning)
    }

    /// The same of the writer's bracket at the end.
    fn replaces_after(&self, end: usize) -> bool {
        let Some(unit) = self.recorded.units.get(end) else {
            return false;
        };
        let last = end.checked_sub(1).and_then(|at| self.kind(at));
        let is_bracket = last == Some(Kind::Open) || unit.token.kind == Kind::Open;
        self.ends_bracketed && (is_bracket || !self.explains_pronoun(end) && self.says_more(end))
    }

    /// Whether the bracket that ends the part spells out the pronoun before it.
    fn explains_pronoun(&self, end: usize) -> bool {
        let last = end.checked_sub(1).map(|at| self.recorded.units[at].class);
        last.is_some_and(|class| stands_for_another(class) && !class.has(Classes::BOUND))
    }

    /// Whether a word that carries meaning follows, articles and prepositions before it: "reopen [in May]"; a pronoun may be
    /// what the bracket stands for.
    fn says_more(&self, end: usize) -> bool {
        let units = &self.recorded.units;
        let goes_on = |at: &usize| units[*at].break_before == Break::None && !units[*at].cue;
        let mut rest = (end..units.len()).take_while(goes_on).map(|at| &units[at]);
        let stops = |unit: &&Unit| {
            let is_pronoun = stands_for_another(unit.class) && !unit.class.has(Classes::BOUND);
            is_pronoun || !is_light(unit.class)
        };
        rest.find(stops).is_some_and(|unit| !is_light(unit.class) && unit.token.kind.is_spoken())
    }
}

/// Whether a bracket may take the word's place: an article, a pronoun, an auxiliary; never a number.
const fn is_light(class: Classes) -> bool {
    stands_for_another(class)
        || class.has(Classes::LIGHT.and(Classes::LEADS)) && !class.has(Classes::NUMBER)
}

/// The sign, half of a compound or bracket that a part which begins at `first` cuts off: `−` of `−5`, `non-` of `non-profit`.
fn cut_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let unit = recorded.units.get(first)?;
    let before = first.checked_sub(1)?;
    if let Some(numeral) = first.checked_sub(2).filter(|at| is_compound(recorded, *at)) {
        return Some(numeral);
    }
    let sign = &recorded.units[before];
    let joins = match (sign.token.kind, unit.token.kind) {
        (Kind::Hyphen, _) | (_, Kind::Hyphen) | (Kind::Number, Kind::Symbol) => true,
        (Kind::Symbol, Kind::Number) => unit.token.glued,
        _ => is_one_numeral(sign, unit),
    };
    (joins && !sign.cue && unit.part == sign.part && unit.break_before == Break::None)
        .then_some(before)
}

/// The sign or half of a compound that a part which ends before `end` cuts off: `%` of `15 %`.
fn cut_after(recorded: &Recorded<'_>, end: usize) -> Option<usize> {
    let unit = recorded.units.get(end)?;
    let before = end.checked_sub(1)?;
    if is_compound(recorded, before) || is_range(recorded, before) {
        return Some(end + 1);
    }
    let last = &recorded.units[before];
    let joins = match (last.token.kind, unit.token.kind) {
        (_, Kind::Hyphen) | (Kind::Hyphen, _) => true,
        (Kind::Number, Kind::Symbol) => {
            unit.token.glued || !matches!(unit.token.text.as_str(), "&" | "/" | "@" | "|")
        }
        (Kind::Symbol, Kind::Number) => unit.token.glued,
        _ => is_one_numeral(last, unit),
    };
    (joins && !unit.cue && unit.part == last.part && unit.break_before == Break::None)
        .then_some(end)
}

/// What a marked cut inside the part tears apart: the magnitude of a numeral, a sign, half of a compound, as in `3 … euros`.
pub(super) fn torn_by_cuts(sides: &Sides<'_>, alignment: &Alignment) -> Vec<Change> {
    let recorded = sides.recorded;
    let is_cut =
        |moved: &Move| moved.item.is_none() && matches!(moved.step, Step::Skipped | Step::Hidden);
    let runs = alignment.moves.chunk_by(|a, b| is_cut(a) == is_cut(b));
    let cuts = runs.filter(|run| is_cut(&run[0])).filter_map(|run| {
        let units: Vec<usize> = run.iter().filter_map(|moved| moved.unit).collect();
        Some((*units.first()?, *units.last()?))
    });
    let torn = cuts.filter_map(|(first, last)| {
        cut_after(recorded, first).or_else(|| cut_before(recorded, last + 1))
    });
    let change = |at: usize| {
        let (words, place) = recorded.slice(at, at);
        let kind = kind_of(&recorded.units[at]);
        Change { kind, recorded: words, given: String::new(), place, span: Span::default() }
    };
    torn.map(change).collect()
}

/// What is lost with a unit that belongs to its neighbour.
fn kind_of(unit: &Unit) -> ChangeKind {
    match unit.token.kind {
        Kind::Symbol => ChangeKind::Symbol,
        Kind::Number | Kind::Word if unit.class.has(Classes::NUMBER) => ChangeKind::Number,
        _ => ChangeKind::Dropped,
    }
}

/// What the edges of the part cut off.
pub(super) fn edge_changes(sides: &Sides<'_>, alignment: &Alignment) -> Vec<Change> {
    let recorded = sides.recorded;
    let (first, end) = (alignment.first, alignment.end);
    let edges = Edges::new(sides);
    let mut changes = Vec::new();
    let mut push = |kind, from: usize, to: usize, at: usize| {
        let (words, place) = recorded.slice(from, to);
        changes.push(Change {
            kind,
            recorded: words,
            given: String::new(),
            place,
            span: Span::new(at, at),
        });
    };
    let last = sides.given.text().len();
    if let Some(at) = cut_before(recorded, first) {
        push(kind_of(&recorded.units[at]), at, at, 0);
    } else if let Some(negation) =
        negation_before(recorded, first).or_else(|| negation_of_verb_last(recorded, first, end))
    {
        push(ChangeKind::HiddenNegation, negation, first - 1, 0);
    } else if edges.replaces_before(first) {
        push(ChangeKind::Replaced, first - 1, first - 1, 0);
    }
    if makes_a_statement(sides, alignment) {
        push(ChangeKind::Ending, end, end, last);
    } else if let Some(at) = cut_after(recorded, end) {
        push(kind_of(&recorded.units[at]), at, at, last);
    } else if let Some(negation) =
        negation_after(recorded, end).or_else(|| negation_late_in_clause(recorded, first, end))
    {
        push(ChangeKind::HiddenNegation, negation, negation, last);
    } else if edges.replaces_after(end) {
        push(ChangeKind::Replaced, end, end, last);
    }
    changes
}

/// Whether the question mark right after the part is left out.
fn loses_question(sides: &Sides<'_>, alignment: &Alignment) -> bool {
    let units = &sides.recorded.units;
    let asks =
        sides.items.last().is_some_and(|item| sides.given.token(*item).kind == Kind::Question);
    let particles = units[alignment.end..].iter().take_while(|unit| asks_by_itself(unit)).count();
    let after = alignment.end + particles;
    let ends = units.get(after).is_none_or(|unit| unit.break_before == Break::Sentence);
    !asks
        && alignment.end > 0
        && (units.get(after).is_some_and(|unit| unit.token.kind == Kind::Question)
            || particles > 0 && ends)
}

/// The particles that make a question of a sentence in Chinese and Japanese, with a question mark or without.
fn asks_by_itself(unit: &Unit) -> bool {
    matches!(unit.token.key.as_str(), "吗" | "嗎" | "か")
}

/// Whether a question is given whole but for its mark; a part of one shows by itself that it is a part.
fn makes_a_statement(sides: &Sides<'_>, alignment: &Alignment) -> bool {
    if !loses_question(sides, alignment) {
        return false;
    }
    let units = &sides.recorded.units;
    let starts = |at: usize| {
        at == 0 || units[at].break_before == Break::Sentence || units[at].part != units[at - 1].part
    };
    let start = (0..alignment.end).rev().find(|at| starts(*at)).unwrap_or(0);
    let is_cut = alignment
        .moves
        .iter()
        .any(|moved| moved.step == Step::Skipped && moved.unit.is_some_and(|unit| unit >= start));
    start >= alignment.first && !is_cut
}
