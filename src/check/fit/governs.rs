//! Which left-out negation governs the quoted words.
//!
//! It stands directly before them (articles, auxiliaries and adverbs may stand between), or before a `that` which leads to
//! them, or, in languages where it follows its verb, directly after them. A negation that belongs to a predicate after the
//! part does not govern it: "cedere interi mercati [non farebbe altro…]".

use crate::text::language::Language;
use crate::text::words::Classes;

use super::antecedent::negation_of_antecedent;
use super::parentheses::{
    LONGEST_PARENTHESIS, longest, negation_before_a_parenthesis, start_of_parenthesis,
};
use super::recorded::{Break, Recorded, Unit};
use super::scope::{
    begins_a_clause, denial_before_its_subject, negation_of_alternatives, negation_of_infinitive,
    negation_to_come, negative_beginning,
};
use super::subject::leads_to_predicate;
use super::verb_last::leads_to_verb_last;

/// How far a negation may stand before the `that` which leads to the quoted words.
const FARTHEST_BEFORE_THAT: usize = 8;
/// How far a verb of denial may stand before the comma of its infinitive: "weigerte sich beharrlich, …".
const FARTHEST_BEFORE_COMMA: usize = 3;
/// How many articles, auxiliaries and adverbs may stand between a negation and what it governs.
const MOST_LIGHT: usize = 5;
/// What several words say together, of which a negation is one.
pub(super) const PHRASES: [Classes; 3] = [Classes::EXEMPT, Classes::IDIOM, Classes::EXCEPT];

/// The negation before a part that governs it, the cue notwithstanding.
pub(super) fn negation_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    standing_before(recorded, first)
        .or_else(|| across_cue(recorded, |joined, at| standing_before(joined, at(first)?)))
}

/// Asks the utterance without its cue; `ask` is given the place there of a unit here.
fn across_cue(
    recorded: &Recorded<'_>,
    ask: impl Fn(&Recorded<'_>, &dyn Fn(usize) -> Option<usize>) -> Option<usize>,
) -> Option<usize> {
    let whole = recorded.uninterrupted()?;
    // Of a unit of the cue, the next that is spoken.
    let place = |unit: usize| whole.places.iter().position(|at| *at >= unit);
    ask(&whole.joined, &place).map(|at| whole.places[at])
}

fn standing_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    let class = units.get(first)?.class;
    if let Some(negation) = splits_before(units, first) {
        return Some(negation);
    }
    let begins_with_that = class.has(Classes::LEADS.and(Classes::EXCEPT));
    let found = directly_before(recorded, first)
        .or_else(|| denial_before_a_comma(recorded, first))
        .or_else(|| negation_of_infinitive(recorded, first))
        .or_else(|| said_before_a_comma(recorded, first))
        .or_else(|| negation_before_a_parenthesis(recorded, first))
        .or_else(|| begins_with_that.then(|| negation_of_clause(recorded, first)).flatten())
        .or_else(|| negation_of_alternatives(recorded, first))
        .or_else(|| negative_beginning(units, first))
        .or_else(|| denial_before_its_subject(recorded, first))
        .or_else(|| negation_of_antecedent(recorded, first))
        .or_else(|| negation_of_clause(recorded, leads_to_predicate(recorded, first)?))?;
    Some(start_of_negation(units, found))
}

/// The negation before the complementizer of a clause whose verb comes last, of which the part is the predicate: "Es stimmt
/// nicht, dass die Stadt [die Akte versteckt hat]".
pub(super) fn negation_of_verb_last(
    recorded: &Recorded<'_>,
    first: usize,
    end: usize,
) -> Option<usize> {
    let governing = |recorded: &Recorded<'_>, first: usize, end: usize| {
        let found = negation_of_clause(recorded, leads_to_verb_last(recorded, first, end)?)?;
        Some(start_of_negation(&recorded.units, found))
    };
    governing(recorded, first, end).or_else(|| {
        across_cue(recorded, |joined, at| {
            governing(joined, at(first)?, at(end).unwrap_or(joined.units.len()))
        })
    })
}

/// The negation of a phrase that the part begins in the middle of: `[not] only a bridge`, `[no] doubt`.
fn splits_before(units: &[Unit], first: usize) -> Option<usize> {
    let before = first.checked_sub(1)?;
    if units[before].cue || units[first].break_before != Break::None {
        return None;
    }
    PHRASES.into_iter().find_map(|phrase| {
        let start = (0..first).rev().take_while(|at| units[*at].class.has(phrase)).last()?;
        let negates = units[start..first].iter().any(|unit| unit.class.has(Classes::NEGATION));
        (units[first].class.has(phrase) && negates).then_some(start)
    })
}

fn directly_before(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    let mut at = first;
    let mut parentheses = 0;
    for _ in 0..=MOST_LIGHT {
        if units[at].break_before == Break::Phrase && parentheses == 0 {
            // "È vietato, da ieri, [entrare]", "non ho mai pensato, neppure per un istante, di [partire]".
            at = start_of_parenthesis(units, at, LONGEST_PARENTHESIS)?;
            parentheses += 1;
            // What a plain negation before it governs is told of apart: a "No" says no by itself.
            if at == 0 || units[at - 1].class.negates() {
                return None;
            }
        } else if units[at].break_before != Break::None {
            return None;
        }
        if at == 0 || units[at - 1].cue {
            return None;
        }
        at -= 1;
        let class = units[at].class;
        if class.has(Classes::EXCEPT) && is_restricted(units, at) {
            return None;
        }
        if is_noun(units, at) {
            return None;
        }
        if class.denies() {
            return (!keeps_its_partner(recorded, at, first)).then_some(at);
        }
        if class.has(Classes::EXCEPT) {
            return None;
        }
        if class.has(Classes::LEADS.and(Classes::SAYS)) {
            return negation_of_clause(recorded, at);
        }
        let is_addressee = class.has(Classes::PRONOUN)
            && at > 0
            && units[at].break_before == Break::None
            && units[at - 1].class.has(Classes::SAYS);
        if !class.has(Classes::LIGHT) && !is_addressee {
            return None;
        }
    }
    None
}

/// Whether what looks like a verb of denial is the subject of an auxiliary right after it: "doubt [is a pain]".
fn is_noun(units: &[Unit], at: usize) -> bool {
    let after = units.get(at + 1).map(|unit| unit.class);
    let class = units[at].class;
    !class.negates()
        && !class.has(Classes::LIGHT)
        && after.is_some_and(|class| class.has(Classes::AUXILIARY))
}

/// Whether a negation before the exceptive at `at` makes an "only" of both; `anything but` alone denies.
fn is_restricted(units: &[Unit], at: usize) -> bool {
    (at.saturating_sub(FARTHEST_BEFORE_THAT)..at)
        .rev()
        .take_while(|before| units[before + 1].break_before < Break::Clause)
        .any(|before| units[before].class.negates() && !units[before].class.has(Classes::EXCEPT))
}

/// German and Dutch put a comma between a verb of denial and its infinitive: "er weigert sich, [zu zahlen]".
fn denial_before_a_comma(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let takes_commas = matches!(recorded.language, Some(Language::German | Language::Dutch));
    let units = &recorded.units;
    if !takes_commas || units[first].break_before != Break::Phrase {
        return None;
    }
    let denies = |at: &usize| {
        let class = units[*at].class;
        class.has(Classes::DENIAL) && !class.has(Classes::IDIOM) && !units[*at].cue
    };
    (first.saturating_sub(FARTHEST_BEFORE_COMMA)..first).rev().find(denies)
}

/// German puts a comma between a verb of saying and what is said: "kein Ingenieur sagt, [die Brücke sei sicher]".
fn said_before_a_comma(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    let before = first.checked_sub(1)?;
    // The negation may stand after its verb: "ich glaube nicht, [Brücken seien sicher]".
    let is_after = |at: &usize| units[*at].class.has(Classes::AFTER) && units[*at].class.negates();
    let verb = (0..=before).rev().take(2).find(|at| !is_after(at))?;
    if verb < before
        && units[verb].class.has(Classes::SAYS)
        && units[first].break_before == Break::Phrase
    {
        return Some(before);
    }
    let says = recorded.language == Some(Language::German)
        && units[first].break_before == Break::Phrase
        && units[verb].class.has(Classes::SAYS)
        && !units[verb].cue;
    says.then(|| negation_of_clause(recorded, verb)).flatten()
}

/// The negation in the clause that the complementizer at `that` hangs on.
///
/// A comma ends that clause, unless it stands before the complementizer itself, as German has it, or closes a parenthesis:
/// "it is not, however, true that".
fn negation_of_clause(recorded: &Recorded<'_>, that: usize) -> Option<usize> {
    let units = &recorded.units;
    let before = that.checked_sub(1).map(|before| units[before].class);
    let compares = before.is_some_and(|class| class.has(Classes::COMPARES));
    if compares || units[that].class.has(Classes::DISOWN) && units[that].class.has(Classes::LEADS) {
        return None;
    }
    let mut at = that;
    for _ in 0..FARTHEST_BEFORE_THAT {
        match units[at].break_before {
            Break::None => {}
            Break::Phrase => match start_of_parenthesis(units, at, longest(recorded, at == that)) {
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
        // A verb of denial before a verb of saying is another's: "the failed contractor says".
        let is_anothers = !class.negates()
            && class.has(Classes::OUTRIGHT)
            && !units[that].class.has(Classes::LEADS);
        if is_anothers {
            continue;
        }
        let is_nearly_none = class.has(Classes::FRONTED) && !class.has(Classes::IDIOM);
        if class.denies() || is_nearly_none && begins_a_clause(units, at) {
            return Some(at);
        }
        if class.has(Classes::CONTRAST.and(Classes::IDIOM)) {
            return None;
        }
        // What denies a clause denies the clause inside it: "I do not believe that they say that".
        if class.has(Classes::LEADS)
            && let Some(negation) = negation_of_clause(recorded, at)
        {
            return Some(negation);
        }
    }
    None
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
        // A `plus` without its `ne` says "more".
        && units[first..].iter().take(4).any(|unit| unit.class.has(Classes::AFTER) && unit.token.key != "plus")
}

/// The negation right after a part that governs it, in languages where it follows its verb.
pub(super) fn negation_after(recorded: &Recorded<'_>, end: usize) -> Option<usize> {
    standing_after(recorded, end)
        .or_else(|| negation_to_come(recorded, end))
        .or_else(|| across_cue(recorded, |joined, at| standing_after(joined, at(end)?)))
}

fn standing_after(recorded: &Recorded<'_>, end: usize) -> Option<usize> {
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
