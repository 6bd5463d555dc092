//! Which left-out negation governs the quoted words.
//!
//! It stands directly before them (articles, auxiliaries and adverbs may stand between), or before a `that` which leads to
//! them, or, in languages where it follows its verb, directly after them. A negation that belongs to a predicate after the
//! part does not govern it: "cedere interi mercati [non farebbe altro…]".

use crate::text::language::Language;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};

/// How far a negation may stand before the `that` which leads to the quoted words.
const FARTHEST_BEFORE_THAT: usize = 8;
/// More words than this in commas are a clause of their own.
const LONGEST_PARENTHESIS: usize = 3;
/// How many articles, auxiliaries and adverbs may stand between a negation and what it governs.
const MOST_LIGHT: usize = 5;

/// The negation before a part that governs it.
pub(super) fn negation_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    let begins_with_that = units.get(first)?.class.has(Classes::LEADS);
    let found = directly_before(recorded, first)
        .or_else(|| denial_before_a_comma(recorded, first))
        .or_else(|| begins_with_that.then(|| negation_of_clause(units, first)).flatten())?;
    Some(start_of_negation(units, found))
}

fn directly_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    let mut at = first;
    for _ in 0..=MOST_LIGHT {
        if at == 0 || units[at].break_before != Break::None || units[at - 1].cue {
            return None;
        }
        at -= 1;
        let class = units[at].class;
        if class.denies() {
            return (!keeps_its_partner(recorded, at, first)).then_some(at);
        }
        if class.has(Classes::LEADS) {
            return negation_of_clause(units, at);
        }
        if !class.has(Classes::LIGHT) {
            return None;
        }
    }
    None
}

/// German and Dutch put a comma between a verb of denial and its infinitive: "er weigert sich, [zu zahlen]".
fn denial_before_a_comma(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let takes_commas = matches!(recorded.language, Some(Language::German | Language::Dutch));
    let units = &recorded.units;
    if !takes_commas || units[first].break_before != Break::Phrase {
        return None;
    }
    let denies = |at: &usize| units[*at].class.has(Classes::DENIAL) && !units[*at].cue;
    (first.saturating_sub(2)..first).rev().find(denies)
}

/// The negation in the clause that the complementizer at `that` hangs on.
///
/// A comma ends that clause, unless it stands before the complementizer itself, as German has it, or closes a parenthesis:
/// "it is not, however, true that".
fn negation_of_clause(units: &[Unit], that: usize) -> Option<usize> {
    let mut at = that;
    for _ in 0..FARTHEST_BEFORE_THAT {
        match units[at].break_before {
            Break::None => {}
            Break::Phrase => match start_of_parenthesis(units, at) {
                Some(start) => at = start,
                None if at == that => {}
                None => return None,
            },
            Break::Clause | Break::Sentence => return None,
        }
        if at == 0 || units[at - 1].cue {
            return None;
        }
        at -= 1;
        let class = units[at].class;
        if class.denies() {
            return Some(at);
        }
        if class.has(Classes::CONTRAST.and(Classes::IDIOM)) {
            return None;
        }
    }
    None
}

/// Where the few words in commas begin that end before `at`.
fn start_of_parenthesis(units: &[Unit], at: usize) -> Option<usize> {
    (at.saturating_sub(LONGEST_PARENTHESIS)..at)
        .rev()
        .find(|start| units[*start].break_before == Break::Phrase)
}

/// The first word of a negation of several words: `no one`.
fn start_of_negation(units: &[Unit], mut at: usize) -> usize {
    while at > 0 && units[at].break_before == Break::None && units[at - 1].class.negates() {
        at -= 1;
    }
    at
}

/// French negates twice: a part that keeps `pas` still negates without its `ne`.
fn keeps_its_partner(recorded: &Recorded<'_>, negation: usize, first: usize) -> bool {
    let units = &recorded.units;
    recorded.language == Some(Language::French)
        && matches!(units[negation].token.key.as_str(), "ne" | "n'")
        && units[first..].iter().take(4).any(|unit| unit.class.has(Classes::AFTER))
}

/// The negation right after a part that governs it, in languages where it follows its verb.
pub(super) fn negation_after(recorded: &Recorded<'_>, end: usize) -> Option<usize> {
    let unit = recorded.units.get(end)?;
    let last = &recorded.units[end.checked_sub(1)?];
    let is_after = unit.class.has(Classes::AFTER)
        && !unit.class.has(Classes::EXEMPT)
        && !unit.class.has(Classes::IDIOM);
    if unit.break_before != Break::None || unit.cue || last.cue || !is_after {
        return None;
    }
    let belongs = !unit.class.has(Classes::BOUND) || last.class.has(Classes::AUXILIARY);
    belongs.then_some(end)
}
