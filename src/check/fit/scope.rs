//! Negations that reach farther than the next words: a subject or an adverb that denies its whole clause, alternatives that one
//! negation denies together, and, where the verb comes last, the negation at the end of the clause.

use crate::text::language::Language;
use crate::text::token::Kind;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};

/// How many words a subject that denies its clause may have: "none of the engineers from Genoa".
const LONGEST_SUBJECT: usize = 6;
/// How far before the last of several alternatives their negation may stand.
const FARTHEST_ALTERNATIVE: usize = 12;
/// How far before its object a verb of denial may stand, subject and day between: "نفت الشرطة يوم الاثنين [إطلاق النار]".
const LONGEST_VERB_FIRST: usize = 5;
/// How many words an infinitive clause may have before its `zu`.
const LONGEST_INFINITIVE: usize = 10;
/// How many words after the part the negation of its clause is looked for.
const FARTHEST_LATE: usize = 8;
/// How many characters before its end a clause may be cut whose verb comes last.
const FARTHEST_TO_COME: usize = 20;

/// The negation that begins the clause the part is a predicate of: "Neither the mayor nor the engineer [closed it]".
pub(super) fn negative_beginning(units: &[Unit], first: usize) -> Option<usize> {
    for at in (first.saturating_sub(LONGEST_SUBJECT)..first).rev() {
        if units[at + 1].break_before != Break::None {
            return None;
        }
        let class = units[at].class;
        let joins = Classes::CONTRAST.and(Classes::EXCEPT).and(Classes::LEADS).and(Classes::IDIOM);
        let ends = joins.and(Classes::SUBORDINATES).and(Classes::COMPARES);
        if units[at].cue || class.has(ends) || begins_after_and(units, at, first) {
            return None;
        }
        if class.has(Classes::FRONTED) && !class.has(Classes::EXEMPT) && begins_a_clause(units, at)
        {
            return Some(at);
        }
    }
    None
}

/// Whether the part has its own subject right after an "and": "nobody came and [the bridge was closed]". A subject that only
/// stands between may share the negation: "no engineer of Rossi and Bianchi [signed it]".
fn begins_after_and(units: &[Unit], at: usize, first: usize) -> bool {
    let subject = &units[first];
    let is_name = subject.token.text.chars().next().is_some_and(char::is_uppercase);
    at + 1 == first
        && units[at].class.has(Classes::JOINS)
        && (is_name || subject.class.has(Classes::PRONOUN))
}

/// Whether nothing stands before `at` in its clause but what may stand before a negation: "almost nobody", "and nobody".
pub(super) fn begins_a_clause(units: &[Unit], mut at: usize) -> bool {
    let degree = Classes::LIGHT.and(Classes::HEDGE).and(Classes::QUANTIFIER).and(Classes::DENIAL);
    while at > 0 && units[at].break_before == Break::None {
        let class = units[at - 1].class;
        let joins = Classes::JOINS.and(Classes::CONTRAST).and(Classes::LEADS);
        if class.has(joins.and(Classes::CONDITION)) {
            return true;
        }
        if !class.has(degree) || units[at - 1].cue {
            return units[at - 1].cue;
        }
        at -= 1;
    }
    true
}

/// Arabic puts the subject between a verb of denial and what it denies: "رفض العمدة [إغلاق الجسر]".
pub(super) fn denial_before_its_subject(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    if recorded.language != Some(Language::Arabic) {
        return None;
    }
    let units = &recorded.units;
    let mut before = (first.saturating_sub(LONGEST_VERB_FIRST)..first).rev();
    before
        .by_ref()
        .take_while(|at| units[at + 1].break_before == Break::None && !units[*at].cue)
        .find(|at| units[*at].class.has(Classes::DENIAL) && !units[*at].class.has(Classes::IDIOM))
}

/// German puts a comma before an infinitive with `zu`, and its negation before the comma: "Niemand hat die Absicht, [eine Mauer
/// zu errichten]".
pub(super) fn negation_of_infinitive(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    if recorded.language != Some(Language::German) || units[first].break_before != Break::Phrase {
        return None;
    }
    // A purpose, or what is done without, is no part of what is denied.
    if matches!(units[first].token.key.as_str(), "um" | "ohne" | "statt" | "anstatt") {
        return None;
    }
    let clause = (first + 1..units.len()).take(LONGEST_INFINITIVE);
    let has_zu = clause
        .take_while(|at| units[*at].break_before == Break::None && !units[*at].cue)
        .any(|at| units[at].token.key == "zu");
    let before = (0..first).rev().take(FARTHEST_LATE);
    let mut clause = before.take_while(|at| {
        !units[*at].cue && (at + 1 == first || units[at + 1].break_before == Break::None)
    });
    // "Er konnte nicht umhin, [laut zu lachen]" says that he laughed.
    let negation =
        clause.find(|at| units[*at].class.has(Classes::NEGATION.and(Classes::EXCEPT)))?;
    (has_zu && units[negation].class.negates()).then_some(negation)
}

/// The negation of alternatives of which the part begins a later one: "They will not close or [sell it]", "did not close it,
/// [sell it] or move it".
pub(super) fn negation_of_alternatives(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    let or =
        alternative_before(units, first).or_else(|| is_in_a_list(units, first).then_some(first))?;
    if or < first && says_its_own_subject(recorded, or + 1) {
        return None;
    }
    for at in (or.saturating_sub(FARTHEST_ALTERNATIVE)..or).rev() {
        let class = units[at].class;
        if units[at + 1].break_before > Break::Phrase || units[at].cue {
            return None;
        }
        if class.has(Classes::CONTRAST.and(Classes::EXCEPT)) {
            return None;
        }
        if class.negates() {
            return Some(at);
        }
    }
    None
}

/// The `or` before the part, only light words between.
fn alternative_before(units: &[Unit], first: usize) -> Option<usize> {
    for at in (first.saturating_sub(3)..first).rev() {
        let class = units[at].class;
        if units[at + 1].break_before != Break::None || units[at].cue {
            return None;
        }
        if class.has(Classes::OR) {
            return Some(at);
        }
        if !class.has(Classes::LIGHT) {
            return None;
        }
    }
    None
}

/// Whether the part begins after a comma of a list that goes on to an `or`.
fn is_in_a_list(units: &[Unit], first: usize) -> bool {
    units[first].break_before == Break::Phrase
        && (first + 1..units.len())
            .take(FARTHEST_ALTERNATIVE)
            .take_while(|at| units[*at].break_before < Break::Clause && !units[*at].cue)
            .take_while(|at| {
                !units[*at].class.has(Classes::CONTRAST) && !units[*at].class.negates()
            })
            .any(|at| units[at].class.has(Classes::OR))
}

/// Whether the alternative is a statement by itself: "or [we pay]". A German article may begin an object.
fn says_its_own_subject(recorded: &Recorded<'_>, at: usize) -> bool {
    let takes_objects_first = matches!(recorded.language, Some(Language::German | Language::Dutch));
    let Some(unit) = recorded.units.get(at) else { return false };
    let is_article =
        unit.class.has(Classes::BOUND) || takes_objects_first && unit.class.has(Classes::LIGHT);
    unit.class.has(Classes::PRONOUN) && !unit.class.has(Classes::OR) && !is_article
}

/// The negation that German and Dutch put late in a main clause of which the part is the beginning: "Wir haben die Brücke [seit
/// Jahren nicht geschlossen]". Words without a verb are no more than its subject.
pub(super) fn negation_late_in_clause(
    recorded: &Recorded<'_>,
    first: usize,
    end: usize,
) -> Option<usize> {
    let units = &recorded.units;
    let is_verb_second = matches!(recorded.language, Some(Language::German | Language::Dutch));
    if !is_verb_second || end <= first + 1 || end >= units.len() || !opens_clause(units, first) {
        return None;
    }
    let last_clause = (first + 1..end).rev().find(|at| units[*at].break_before != Break::None);
    let clause = &units[last_clause.unwrap_or(first)..end];
    let is_infinitive = clause.iter().any(|unit| matches!(unit.token.key.as_str(), "zu" | "te"));
    let starts_with_subject =
        clause[0].class.has(Classes::PRONOUN) && !clause[0].class.has(Classes::BOUND);
    let has_verb = starts_with_subject && clause.len() > 1
        || clause.iter().any(|unit| unit.class.has(Classes::AUXILIARY.and(Classes::SAYS)))
        || recorded.language == Some(Language::German) && has_verb_after_noun(clause);
    if is_infinitive || !has_verb {
        return None;
    }
    let other = Classes::JOINS.and(Classes::CONTRAST).and(Classes::LEADS).and(Classes::COMPARES);
    let belongs = |at: &usize| {
        let unit = &units[*at];
        unit.break_before == Break::None && !unit.cue && !unit.class.has(other)
    };
    let found = (end..units.len()).take(FARTHEST_LATE).take_while(belongs).find(|at| {
        let class = units[*at].class;
        class.has(Classes::AFTER) && class.negates()
    })?;
    Some(found)
}

/// Whether a word that looks like a finite verb stands right after a noun: "Die Regierung plant". German writes nouns with a
/// capital, and what else may follow one is listed.
fn has_verb_after_noun(clause: &[Unit]) -> bool {
    let is_noun = |unit: &Unit| {
        unit.token.kind == Kind::Word && unit.token.text.starts_with(char::is_uppercase)
    };
    let follows_nouns = Classes::LIGHT
        .and(Classes::FOLLOWS_NOUNS)
        .and(Classes::JOINS)
        .and(Classes::OR)
        .and(Classes::PRONOUN)
        .and(Classes::HEDGE)
        .and(Classes::QUANTIFIER)
        .and(Classes::CONTRAST)
        .and(Classes::CONDITION)
        .and(Classes::COMPARES)
        .and(Classes::SUBORDINATES)
        .and(Classes::NEGATION)
        .and(Classes::NUMBER);
    let is_verb = |unit: &Unit| {
        unit.token.kind == Kind::Word
            && unit.token.text.starts_with(char::is_lowercase)
            && unit.break_before == Break::None
            && !unit.class.has(follows_nouns)
    };
    clause.windows(2).any(|pair| is_noun(&pair[0]) && is_verb(&pair[1]))
}

fn opens_clause(units: &[Unit], first: usize) -> bool {
    let opens = Classes::LEADS.and(Classes::JOINS).and(Classes::CONTRAST);
    first == 0
        || units[first].break_before != Break::None
        || units[first - 1].cue
        || units[first - 1].class.has(opens)
}

/// The negation that Japanese puts at the end of the clause: "橋は安全だ[とは思わない]".
pub(super) fn negation_to_come(recorded: &Recorded<'_>, end: usize) -> Option<usize> {
    let units = &recorded.units;
    let verb_comes_last = recorded.language == Some(Language::Japanese);
    if !verb_comes_last || end == 0 {
        return None;
    }
    (end..units.len())
        .take(FARTHEST_TO_COME)
        .take_while(|at| units[*at].break_before == Break::None && !units[*at].cue)
        .find(|at| units[*at].class.denies() && !units[*at].class.has(Classes::EXEMPT))
}
