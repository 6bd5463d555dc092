//! Quotations joined from parts of different quotes, or from one in another order.

use std::collections::HashMap;

use crate::span::Span;
use crate::text::token::{Kind, Token};

use super::Place;
use super::given::Given;
use super::recorded::{Recorded, Unit, Utterance};

/// A shorter run is found in many texts by chance.
const SHORTEST_PIECE: usize = 3;
/// A quote given whole is evidence enough, unless it is a single word.
const SHORTEST_QUOTE: usize = 2;
/// Fewer words than this from a second place are chance too.
const LEAST_GAIN: usize = 3;
/// Less of the quotation covered than this is not explained by joining.
const LEAST_COVERED: f64 = 0.85;
/// Words compared; a quotation that repeats one word thousands of times would take all day.
const MOST_STEPS: usize = 2_000_000;

/// One recorded run that a stitched quotation uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which utterance.
    pub utterance: usize,
    /// The recorded words.
    pub place: Place,
    /// The given words.
    pub span: Span,
}

/// A quotation joined from several places.
#[derive(Clone, Debug, PartialEq)]
pub struct Stitching {
    /// The pieces, in the quotation's order.
    pub pieces: Vec<Piece>,
    /// How much of the quotation they cover, from 0 to 1.
    pub score: f64,
}

/// Whether `given` is joined from parts of several utterances, or from parts of one in another order with cuts between them.
///
/// The same words of one utterance in another order, without a mark between them, are `altered` with an `order` change.
pub fn stitched(given: &Given, utterances: &[Utterance<'_>]) -> Option<Stitching> {
    let recorded: Vec<Recorded<'_>> =
        utterances.iter().map(|utterance| Recorded::new(utterance, given.language())).collect();
    let recorded: Vec<&Recorded<'_>> = recorded.iter().collect();
    stitched_from(given, &recorded)
}

/// The same, for utterances that are folded already.
pub(super) fn stitched_from(given: &Given, recorded: &[&Recorded<'_>]) -> Option<Stitching> {
    let words = words_of(given);
    let spoken = words.iter().flatten().count();
    let mut search = Search { words: &words, index: index(recorded), recorded, steps: 0 };
    let quotes = search.tile(Search::is_whole_quote);
    let are_whole = joins_quotes(&quotes, spoken);
    let runs = if are_whole { quotes } else { search.tile(is_telling) };
    let covered: usize = runs.iter().map(|run| run.length).sum();
    let share = count(covered) / count(spoken.max(1));
    let is_long = spoken >= 2 * SHORTEST_PIECE && share >= LEAST_COVERED;
    let is_joined = are_whole
        || is_long && (joins_several(&search, &runs, covered) || is_reordered(&words, &runs));
    is_joined.then(|| Stitching {
        pieces: runs.iter().map(|run| piece(run, &words, recorded)).collect(),
        score: share,
    })
}

/// How much of the quotation one utterance has, in whatever order; none where that is too little.
pub(super) fn covered_in_any_order(given: &Given, recorded: &Recorded<'_>) -> Option<f64> {
    let words = words_of(given);
    let spoken = words.iter().flatten().count();
    let recorded = [recorded];
    let mut search =
        Search { words: &words, index: index(&recorded), recorded: &recorded, steps: 0 };
    let covered: usize = search.tile(is_telling).iter().map(|run| run.length).sum();
    let share = count(covered) / count(spoken.max(1));
    (spoken >= 2 * SHORTEST_PIECE && share >= LEAST_COVERED).then_some(share)
}

/// A run that is hardly found by chance.
fn is_telling(_: &Search<'_>, run: &Run) -> bool {
    run.length >= SHORTEST_PIECE
}

/// Whether the runs are whole quotes of several utterances, and at most a word joins each to the next: "weak concrete
/// and rotten bolts".
fn joins_quotes(quotes: &[Run], spoken: usize) -> bool {
    let covered: usize = quotes.iter().map(|run| run.length).sum();
    let is_of_several = quotes.windows(2).any(|two| two[0].utterance != two[1].utterance);
    is_of_several && spoken < covered + quotes.len()
}

/// Whether the runs say so much more than any one utterance in order that a second one must have been used.
fn joins_several(search: &Search<'_>, runs: &[Run], covered: usize) -> bool {
    let mut used: Vec<usize> = runs.iter().map(|run| run.utterance).collect();
    used.sort_unstable();
    used.dedup();
    used.len() > 1
        && used.iter().all(|utterance| covered >= search.in_order(*utterance) + LEAST_GAIN)
}

/// Whether two runs of one utterance stand in another order, with a marked cut between them.
fn is_reordered(words: &[Option<&Token>], runs: &[Run]) -> bool {
    runs.windows(2).any(|two| {
        let between = &words[two[0].item + two[0].length..two[1].item];
        two[0].utterance == two[1].utterance
            && two[1].unit < two[0].unit
            && between.iter().any(Option::is_none)
    })
}

/// The spoken tokens of the quotation; none for a mark that parts them.
fn words_of(given: &Given) -> Vec<Option<&Token>> {
    let items = given.items().iter().filter(|item| !item.bracketed).map(|item| given.token(*item));
    items
        .filter(|token| token.kind.is_spoken() || token.kind == Kind::Ellipsis)
        .map(|token| token.kind.is_spoken().then_some(token))
        .collect()
}

/// Where each word stands: utterance and unit.
type Index<'a> = HashMap<&'a str, Vec<(usize, usize)>>;

fn index<'a>(recorded: &[&'a Recorded<'_>]) -> Index<'a> {
    let mut index: Index<'a> = HashMap::new();
    for (utterance, recorded) in recorded.iter().enumerate() {
        for (at, unit) in recorded.units.iter().enumerate().filter(|(_, unit)| !unit.cue) {
            index.entry(unit.token.skeleton.as_str()).or_default().push((utterance, at));
        }
    }
    index
}

/// A run of the quotation's words that an utterance has.
#[derive(Clone, Copy, Debug)]
struct Run {
    item: usize,
    utterance: usize,
    unit: usize,
    /// How many words.
    length: usize,
    /// The unit after the last.
    end: usize,
}

struct Search<'a> {
    words: &'a [Option<&'a Token>],
    index: Index<'a>,
    recorded: &'a [&'a Recorded<'a>],
    steps: usize,
}

impl Search<'_> {
    /// Covers the quotation with the longest runs, from left to right.
    fn tile(&mut self, may_serve: impl Fn(&Self, &Run) -> bool) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut item = 0;
        while item < self.words.len() && self.steps < MOST_STEPS {
            match self.longest(item, &may_serve) {
                Some(run) => {
                    item += run.length;
                    runs.push(run);
                }
                None => item += 1,
            }
        }
        runs
    }

    fn longest(&mut self, item: usize, may_serve: impl Fn(&Self, &Run) -> bool) -> Option<Run> {
        let word = self.words[item]?;
        let places = self.index.get(word.skeleton.as_str())?;
        let mut best: Option<Run> = None;
        for (utterance, unit) in places {
            let run = self.run(item, *utterance, *unit);
            self.steps += run.length + 1;
            if best.is_none_or(|best| run.length > best.length) && may_serve(self, &run) {
                best = Some(run);
            }
            if self.steps > MOST_STEPS {
                break;
            }
        }
        best
    }

    /// Whether a run is a quote from its first word to its last.
    fn is_whole_quote(&self, run: &Run) -> bool {
        let units = &self.recorded[run.utterance].units;
        let mut part = units
            .iter()
            .enumerate()
            .filter(|(_, unit)| unit.part == units[run.unit].part && !unit.cue && is_spoken(unit));
        let first = part.next().map(|(at, _)| at);
        let last = part.next_back().map(|(at, _)| at);
        run.length >= SHORTEST_QUOTE && first == Some(run.unit) && last == Some(run.end - 1)
    }

    /// How many of the quotation's words an utterance has in order: the longest common subsequence.
    fn in_order(&self, utterance: usize) -> usize {
        let units: Vec<&str> = self.recorded[utterance]
            .units
            .iter()
            .map(|unit| unit.token.skeleton.as_str())
            .collect();
        let words: Vec<&str> =
            self.words.iter().flatten().map(|word| word.skeleton.as_str()).collect();
        if words.len().saturating_mul(units.len()) > MOST_STEPS {
            return words.len();
        }
        let mut above = vec![0; units.len() + 1];
        for word in words {
            let mut row = vec![0; units.len() + 1];
            for (j, unit) in units.iter().enumerate() {
                row[j + 1] = if *unit == word { above[j] + 1 } else { row[j].max(above[j + 1]) };
            }
            above = row;
        }
        above.last().copied().unwrap_or(0)
    }

    /// How far the words from `item` and the units from `unit` agree.
    fn run(&self, item: usize, utterance: usize, unit: usize) -> Run {
        let units = &self.recorded[utterance].units;
        let (mut length, mut end) = (0, unit);
        for word in &self.words[item..] {
            while length > 0 && units.get(end).is_some_and(|unit| !is_spoken(unit)) {
                end += 1;
            }
            let agrees = word.is_some_and(|word| {
                units.get(end).is_some_and(|unit| unit.token.skeleton == word.skeleton)
            });
            if !agrees {
                break;
            }
            length += 1;
            end += 1;
        }
        Run { item, utterance, unit, length, end }
    }
}

fn is_spoken(unit: &Unit) -> bool {
    unit.token.kind.is_spoken()
}

fn piece(run: &Run, words: &[Option<&Token>], recorded: &[&Recorded<'_>]) -> Piece {
    let spans = words[run.item..run.item + run.length].iter().flatten().map(|token| token.span);
    let span = spans.reduce(|first, last| Span::new(first.start, last.end)).unwrap_or_default();
    let (_, place) = recorded[run.utterance].slice(run.unit, run.end - 1);
    Piece { utterance: run.utterance, place, span }
}

/// A count of words as a number that shares are made of.
fn count(words: usize) -> f64 {
    f64::from(u32::try_from(words).unwrap_or(u32::MAX))
}
