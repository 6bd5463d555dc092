//! From an alignment to what is said of it: typed changes, words left out, notes.

use crate::span::Span;
use crate::text::token::{Kind, Token};
use crate::text::words::Classes;

use super::cost::{Sides, Step};
use super::cuts::{asks_after, cuts_after, cuts_before, negation_after, negation_before, why};
use super::recorded::Break;
use super::table::{Alignment, Move};
use super::{Change, ChangeKind, Fit, Fitted, LeftOut, Notes, Place, Why};

/// More soft changes than this tell a reader nothing.
const MOST_SOFT: usize = 16;

/// What is said of an alignment; none where the two are not near.
pub(super) fn report(sides: &Sides<'_>, alignment: &Alignment) -> Option<Fitted> {
    let score = nearness(sides, alignment)?;
    let report = Report { sides, alignment };
    let mut changes = report.hard();
    let has_cut = report.has(Step::Cut) || report.has(Step::Skipped);
    report.edges(&mut changes);
    let mut fit = report.fit(&changes);
    if report.has(Step::Hidden) {
        fit = Fit::Altered;
    }
    changes.sort_by_key(|change| change.kind);
    changes.extend(report.soft());
    let (left_out, clipped) = report.left_out();
    let notes = Notes {
        clipped,
        interrupted: report.is_interrupted(has_cut),
        short: fit == Fit::Fragment && sides.given.words() < 4,
        sic: report.covers_misprint(),
        bracketed: report.has(Step::Bracket) || report.has(Step::Replaced),
    };
    let covered = report.covered();
    let mut parts_used: Vec<usize> = covered.iter().map(|place| place.part).collect();
    parts_used.dedup();
    Some(Fitted { fit, changes, left_out, notes, parts_used, covered, score, bounded: false })
}

/// Words that carry little by themselves weigh little.
fn weight(token: &Token, class: Classes) -> f64 {
    let little = Classes::LIGHT.and(Classes::PRONOUN).and(Classes::LEADS);
    match token.kind {
        Kind::Number => 1.0,
        Kind::Word if class.has(little) || token.key.len() <= 3 && token.key.is_ascii() => 0.3,
        Kind::Word => 1.0,
        _ => 0.0,
    }
}

/// Less of the words in common than this is another text that shares some of them.
const NEAR: f64 = 0.55;

/// How much of the quotation, or of the recorded words, the two have in common; none where it is too little.
fn nearness(sides: &Sides<'_>, alignment: &Alignment) -> Option<f64> {
    let units = &sides.recorded.units;
    let weigh_unit = |j: usize| {
        if units[j].cue { 0.0 } else { weight(&units[j].token, units[j].class) }
    };
    let given: f64 = (0..sides.items.len())
        .filter(|i| !sides.items[*i].bracketed)
        .map(|i| weight(sides.token(i), sides.classes[i]))
        .sum();
    let matched = |moved: &&Move| {
        matches!(moved.step, Step::Same | Step::Spelling | Step::Correction | Step::Replaced)
    };
    let common: f64 =
        alignment.moves.iter().filter(matched).filter_map(|moved| moved.unit).map(weigh_unit).sum();
    let same: usize = alignment
        .moves
        .iter()
        .filter(|moved| {
            moved.step == Step::Same
                && moved.item.is_some_and(|i| sides.items[i].is_spoken(sides.given))
        })
        .count();
    if same == 0 {
        return None;
    }
    let is_exact = alignment.moves.iter().all(|moved| !moved.step.is_hard());
    let recorded: f64 = (0..units.len()).map(weigh_unit).sum();
    let of_given = common / given.max(0.3);
    let of_recorded = if recorded >= 4.0 { common / recorded } else { 0.0 };
    let score = of_given.max(of_recorded);
    (is_exact || (score >= NEAR && common >= 1.0)).then_some(of_given.min(1.0))
}

struct Report<'a> {
    sides: &'a Sides<'a>,
    alignment: &'a Alignment,
}

impl Report<'_> {
    fn has(&self, step: Step) -> bool {
        self.alignment.moves.iter().any(|moved| moved.step == step)
    }

    /// The typed changes, in the order of the words.
    fn hard(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        let moves = &self.alignment.moves;
        let mut at = 0;
        while at < moves.len() {
            let length = moves[at..].iter().take_while(|moved| moved.step == Step::Change).count();
            if length > 0 {
                self.run(&moves[at..at + length], &mut changes);
                at += length;
                continue;
            }
            let kind = match moves[at].step {
                Step::Hidden => Some(ChangeKind::HiddenNegation),
                Step::Correction => Some(ChangeKind::SilentCorrection),
                Step::Spelling => Some(ChangeKind::Replaced),
                _ => None,
            };
            if let Some(kind) = kind {
                changes.push(self.change(kind, &moves[at..=at]));
            }
            at += 1;
        }
        reunite(&mut changes);
        changes
    }

    /// A run of words that differ: paired off, and what is left over is added or left out.
    fn run(&self, moves: &[Move], changes: &mut Vec<Change>) {
        let items: Vec<usize> = moves.iter().filter_map(|moved| moved.item).collect();
        let units: Vec<usize> = moves.iter().filter_map(|moved| moved.unit).collect();
        let pairs = items.len().min(units.len());
        for (i, j) in items.iter().zip(&units) {
            let moved = Move { item: Some(*i), unit: Some(*j), step: Step::Change };
            for kind in self.kinds(*i, *j) {
                changes.push(self.change(kind, &[moved]));
            }
        }
        let rest: Vec<Move> = if items.len() > pairs {
            items[pairs..]
                .iter()
                .map(|i| Move { item: Some(*i), unit: None, step: Step::Change })
                .collect()
        } else {
            units[pairs..]
                .iter()
                .map(|j| Move { item: None, unit: Some(*j), step: Step::Change })
                .collect()
        };
        if rest.is_empty() {
            return;
        }
        let rest = self.with_place(&rest, units.last().copied(), moves);
        for kind in self.kinds_of_rest(&rest) {
            changes.push(self.change(kind, &rest));
        }
    }

    /// Moves without a unit keep their place by what comes before them.
    fn with_place(&self, rest: &[Move], _last: Option<usize>, _moves: &[Move]) -> Vec<Move> {
        let _ = self;
        rest.to_vec()
    }

    /// What a word for another is: every class that either has, the worst first.
    fn kinds(&self, i: usize, j: usize) -> Vec<ChangeKind> {
        let (token, unit) = (self.sides.token(i), self.sides.unit(j));
        let (ours, theirs) = (self.sides.classes[i], unit.class);
        let mut kinds = self.classes(ours, theirs);
        if self.sides.recorded.lexicon.are_opposites(&token.key, &unit.token.key) {
            kinds.push(ChangeKind::Negation);
        }
        if [token.kind, unit.token.kind].contains(&Kind::Symbol) {
            kinds.push(ChangeKind::Symbol);
        }
        let has_digit = |token: &Token| token.key.contains(|c: char| c.is_ascii_digit());
        if has_digit(token) && has_digit(&unit.token) && !kinds.contains(&ChangeKind::Number) {
            kinds.push(ChangeKind::Number);
        }
        if is_name(token) || is_name(&unit.token) {
            kinds.push(ChangeKind::Name);
        }
        kinds.sort_unstable();
        kinds.dedup();
        if kinds.is_empty() {
            kinds.push(ChangeKind::Replaced);
        }
        kinds
    }

    fn classes(&self, ours: Classes, theirs: Classes) -> Vec<ChangeKind> {
        let _ = self;
        let named = [
            (Classes::NEGATION, ChangeKind::Negation),
            (Classes::NUMBER, ChangeKind::Number),
            (Classes::HEDGE, ChangeKind::Hedge),
            (Classes::QUANTIFIER, ChangeKind::Quantifier),
        ];
        named
            .into_iter()
            .filter(|(class, _)| ours.and(theirs).has(*class))
            .map(|(_, kind)| kind)
            .collect()
    }

    fn kinds_of_rest(&self, rest: &[Move]) -> Vec<ChangeKind> {
        let mut classes = Classes::NONE;
        let (mut symbol, mut question, mut words) = (false, false, 0);
        for moved in rest {
            let (kind, class) = match (moved.item, moved.unit) {
                (Some(i), _) => (self.sides.token(i).kind, self.sides.classes[i]),
                (None, Some(j)) => (self.sides.unit(j).token.kind, self.sides.unit(j).class),
                (None, None) => continue,
            };
            classes = classes.and(class);
            symbol |= kind == Kind::Symbol;
            question |= kind == Kind::Question;
            words += usize::from(kind.is_spoken());
        }
        let is_cut = rest[0].item.is_none() && words > 1;
        let mut kinds = if words > 1 {
            if classes.has(Classes::NEGATION) { vec![ChangeKind::Negation] } else { Vec::new() }
        } else {
            self.classes(classes, Classes::NONE)
        };
        if symbol {
            kinds.push(ChangeKind::Symbol);
        }
        if question {
            kinds.push(ChangeKind::Ending);
        }
        if is_cut {
            kinds.push(ChangeKind::UnmarkedCut);
        } else if kinds.is_empty() {
            kinds.push(if rest[0].item.is_some() {
                ChangeKind::Added
            } else {
                ChangeKind::Dropped
            });
        }
        kinds
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
        let after = self
            .alignment
            .moves
            .iter()
            .skip_while(|moved| moved.item.is_none() || moved.item < item);
        let unit = after.filter_map(|moved| moved.unit).next().unwrap_or(self.alignment.end);
        self.sides.recorded.before(unit)
    }

    /// What the edges of a part cut off.
    fn edges(&self, changes: &mut Vec<Change>) {
        let recorded = self.sides.recorded;
        let (first, end) = (self.alignment.first, self.alignment.end);
        let mut push = |kind, from: usize, to: usize, after: bool| {
            let (words, place) = recorded.slice(from, to);
            let at = if after { self.sides.given.text().len() } else { 0 };
            changes.push(Change {
                kind,
                recorded: words,
                given: String::new(),
                place,
                span: Span::new(at, at),
            });
        };
        if let Some(unit) = cuts_before(recorded, first) {
            let kind = if recorded.units[unit].token.kind == Kind::Symbol {
                ChangeKind::Symbol
            } else {
                ChangeKind::Dropped
            };
            push(kind, unit, unit, false);
        } else if let Some(negation) = negation_before(recorded, first) {
            push(ChangeKind::HiddenNegation, negation, first - 1, false);
        }
        let asks = self
            .sides
            .items
            .last()
            .is_some_and(|item| self.sides.given.token(*item).kind == Kind::Question);
        if asks_after(recorded, end) && !asks {
            push(ChangeKind::Ending, end, end, true);
        } else if let Some(unit) = cuts_after(recorded, end) {
            let kind = if recorded.units[unit].token.kind == Kind::Symbol {
                ChangeKind::Symbol
            } else {
                ChangeKind::Dropped
            };
            push(kind, unit, unit, true);
        } else if let Some(negation) = negation_after(recorded, end) {
            push(ChangeKind::HiddenNegation, negation, negation, true);
        }
    }

    fn fit(&self, changes: &[Change]) -> Fit {
        let only_spelling = self.alignment.moves.iter().all(|moved| {
            moved.step != Step::Change
                && moved.step != Step::Hidden
                && moved.step != Step::Correction
        });
        let is_hard = |change: &&Change| change.kind != ChangeKind::HiddenNegation;
        let hard = changes.iter().filter(is_hard).count();
        let spelling =
            self.alignment.moves.iter().filter(|moved| moved.step == Step::Spelling).count();
        if hard > 0 {
            return if only_spelling && hard == spelling { Fit::Spelling } else { Fit::Altered };
        }
        let marked = [Step::Cut, Step::Skipped, Step::Bracket, Step::Replaced, Step::Cue]
            .into_iter()
            .any(|step| self.has(step));
        if marked {
            Fit::Elided
        } else if self.is_whole() {
            Fit::Verbatim
        } else {
            Fit::Fragment
        }
    }

    fn is_whole(&self) -> bool {
        let units = &self.sides.recorded.units;
        let outside = units[..self.alignment.first].iter().chain(&units[self.alignment.end..]);
        outside.into_iter().all(|unit| unit.token.kind == Kind::Ellipsis)
    }

    /// Whether the words run on over a part's end with nothing to mark it.
    fn is_interrupted(&self, has_cut: bool) -> bool {
        let parts: Vec<usize> = self
            .alignment
            .moves
            .iter()
            .filter_map(|moved| moved.unit.filter(|_| moved.item.is_some()))
            .map(|j| self.sides.unit(j).part)
            .collect();
        let gives_cue = self
            .alignment
            .moves
            .iter()
            .any(|moved| moved.step == Step::Cue && moved.item.is_some());
        parts.first() != parts.last() && !has_cut && !gives_cue
    }

    fn covers_misprint(&self) -> bool {
        self.alignment
            .moves
            .iter()
            .filter_map(|moved| moved.unit)
            .any(|j| self.sides.unit(j).meant.is_some())
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
                    last.span.end = unit.token.span.end
                }
                _ => places.push(Place { part: unit.part, span: unit.token.span }),
            }
            follows = true;
        }
        places
    }

    /// What cuts and brackets swallowed and what stands right beside a part, and whether that clips the meaning.
    fn left_out(&self) -> (Vec<LeftOut>, bool) {
        let mut found = Vec::new();
        let moves = &self.alignment.moves;
        let swallowed = |moved: &Move| {
            matches!(moved.step, Step::Skipped | Step::Hidden | Step::Replaced)
                && moved.unit.is_some()
        };
        let mut at = 0;
        while at < moves.len() {
            let run: Vec<usize> = moves[at..]
                .iter()
                .take_while(|moved| swallowed(moved))
                .filter_map(|moved| moved.unit)
                .collect();
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                found.push(self.left_out_run(*first, *last));
            }
            at += run.len().max(1);
        }
        let cut = !found.is_empty();
        found.extend(self.beside());
        let clips = |left: &LeftOut| !matches!(left.why, Why::Cut | Why::UnknownLanguage);
        let clipped = found.iter().any(clips)
            || (cut && found.iter().any(|left| left.why == Why::UnknownLanguage));
        (found, clipped)
    }

    fn left_out_run(&self, first: usize, last: usize) -> LeftOut {
        let recorded = self.sides.recorded;
        let (words, place) = recorded.slice(first, last);
        let why =
            (first..=last).map(|j| why(recorded, &recorded.units[j])).min().unwrap_or(Why::Cut);
        LeftOut { words, place, why }
    }

    /// Hedges, conditions and contrasts right beside the quoted words, in the same sentence.
    fn beside(&self) -> Vec<LeftOut> {
        let units = &self.sides.recorded.units;
        let (first, end) = (self.alignment.first, self.alignment.end);
        let before = (first > 0
            && units.get(first).is_some_and(|unit| unit.break_before < Break::Sentence))
        .then(|| first - 1);
        let after = units.get(end).filter(|unit| unit.break_before < Break::Sentence).map(|_| end);
        [before, after]
            .into_iter()
            .flatten()
            .filter(|j| !units[*j].cue)
            .map(|j| self.left_out_run(j, j))
            .filter(|left| {
                matches!(left.why, Why::Negation | Why::Condition | Why::Contrast | Why::Hedge)
            })
            .collect()
    }

    /// Punctuation that differs between neighbouring words.
    fn soft(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for two in self.alignment.moves.windows(2) {
            let (Some(i), Some(j), Some(next_i), Some(next_j)) =
                (two[0].item, two[0].unit, two[1].item, two[1].unit)
            else {
                continue;
            };
            if changes.len() == MOST_SOFT {
                break;
            }
            changes.extend(self.soft_between((i, j), (next_i, next_j)));
        }
        changes
    }

    fn soft_between(&self, from: (usize, usize), to: (usize, usize)) -> Option<Change> {
        let (before, after) = (self.sides.unit(from.1), self.sides.unit(to.1));
        if before.part != after.part || before.cue || after.cue {
            return None;
        }
        let ours = &self.sides.given.tokens()
            [self.sides.items[from.0].token + 1..self.sides.items[to.0].token];
        let theirs = &self.sides.recorded.tokens[before.part][before.index + 1..after.index];
        let same = ours.iter().map(|token| &token.text).eq(theirs.iter().map(|token| &token.text));
        if same {
            return None;
        }
        let span = |tokens: &[Token], at: usize| match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::new(at, at),
        };
        let given = span(ours, self.sides.token(from.0).span.end);
        let recorded = span(theirs, before.token.span.end);
        Some(Change {
            kind: ChangeKind::Punctuation,
            recorded: theirs.iter().map(|token| token.text.as_str()).collect(),
            given: ours.iter().map(|token| token.text.as_str()).collect(),
            place: Place { part: before.part, span: recorded },
            span: given,
        })
    }
}

/// Words that are missing here and added there were moved.
fn reunite(changes: &mut Vec<Change>) {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let mut at = 0;
    while at < changes.len() {
        let moved = plain(&changes[at].recorded);
        let partner = changes.iter().position(|other| {
            changes[at].given.is_empty()
                && other.recorded.is_empty()
                && !moved.is_empty()
                && plain(&other.given) == moved
        });
        let Some(partner) = partner else {
            at += 1;
            continue;
        };
        changes[at].given = changes[partner].given.clone();
        changes[at].span = changes[partner].span;
        changes[at].kind = ChangeKind::Order;
        changes.remove(partner);
        at = 0;
    }
}

/// Whether a word is written as names are: with a capital where no sentence begins.
fn is_name(token: &Token) -> bool {
    token.kind == Kind::Word && !token.leads && token.text.starts_with(char::is_uppercase)
}
