//! Words that say something else together with another, farther off: German `weder … noch`, French `ne … que`, and `plus que`,
//! which leads to a clause after a verb of thinking.

use crate::text::words::Classes;

use super::recorded::{Break, Unit};

/// How far after its `ne` the `que` that restricts it may stand.
const FARTHEST_QUE: usize = 6;

/// How far after its `weder` a `noch` may stand.
const FARTHEST_NOCH: usize = 12;

/// How far before the `que` of "je ne pense plus jamais que" its verb may stand.
const FARTHEST_VERB: usize = 3;

/// Marks the `que` of French `ne … que`, which has no second negation: "only".
pub(super) fn mark_restrictions(units: &mut [Unit]) {
    for at in 0..units.len() {
        if !matches!(units[at].token.key.as_str(), "que" | "qu'") {
            continue;
        }
        let is_ne = |unit: &Unit| matches!(unit.token.key.as_str(), "ne" | "n'");
        let clause = units[..at].iter().rev().take(FARTHEST_QUE);
        let negation = clause
            .take_while(|unit| unit.break_before == Break::None || is_ne(unit))
            .take_while(|unit| !unit.class.has(Classes::LEADS))
            .position(|unit| unit.class.has(Classes::NEGATION.and(Classes::AFTER)));
        let Some(ne) = negation.map(|back| at - 1 - back).filter(|ne| is_ne(&units[*ne])) else {
            continue;
        };
        let subject = &units[ne.saturating_sub(4)..ne];
        if !subject.iter().any(|unit| unit.class.negates()) {
            units[at].class = units[at].class.and(Classes::EXCEPT);
        }
    }
}

/// Unmarks the `more … that` which neither compares nor restricts, since a clause hangs on the word before: "je ne crois plus
/// que", "non è più certo che", "ninguém mais acredita que".
pub(super) fn unmark_clauses(units: &mut [Unit]) {
    let compares = Classes::COMPARES.and(Classes::EXCEPT);
    for that in 1..units.len() {
        if !units[that].class.has(Classes::LEADS) || !units[that].class.has(compares) {
            continue;
        }
        let nearest = that.saturating_sub(FARTHEST_VERB);
        let is_joined = |at: &usize| {
            (*at + 1..=that).all(|next| units[next].break_before == Break::None) && !units[*at].cue
        };
        let thinks =
            (nearest..that).rev().find(|at| is_joined(at) && units[*at].class.has(Classes::THINKS));
        if let Some(verb) = thinks {
            for unit in &mut units[verb.saturating_sub(1)..=that] {
                unit.class = unit.class.without(compares);
            }
        }
    }
}

/// Marks the `noch` of German `weder … noch`, which by itself says "still".
pub(super) fn mark_correlatives(units: &mut [Unit]) {
    for at in 1..units.len() {
        let clause = units[..at].iter().rev().take(FARTHEST_NOCH);
        let mut clause = clause.take_while(|unit| unit.break_before < Break::Clause);
        if units[at].token.key == "noch" && clause.any(|unit| unit.token.key == "weder") {
            units[at].class = units[at].class.and(Classes::NEGATION);
        }
    }
}
