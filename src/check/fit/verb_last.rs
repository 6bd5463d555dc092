//! Clauses whose verb comes last, of which the part is the predicate: "Es stimmt nicht, dass die Stadt [die Akte versteckt hat]".

use crate::text::language::Language;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};

/// How many words of a clause whose verb comes last may stand before the part.
const LONGEST_BEFORE_VERB: usize = 10;
/// How many words a prepositional phrase has that stands behind the verb: "in de nacht".
const LONGEST_AFTERTHOUGHT: usize = 3;
/// Forms of "to be": what follows is said of the subject, an article notwithstanding.
pub(super) const COPULAS: [&str; 43] = [
    "is", "are", "was", "were", "am", "be", "been", "being", "è", "sia", "sono", "siano", "era",
    "erano", "fosse", "fossero", "est", "sont", "était", "étaient", "soit", "soient", "es", "son",
    "eran", "sea", "sean", "fuera", "está", "están", "esté", "é", "são", "foi", "seja", "sejam",
    "fosse", "ist", "sind", "war", "waren", "sei", "seien",
];

/// Whether a subordinate clause of the language ends with its verb.
pub(super) fn is_verb_last(language: Option<Language>) -> bool {
    matches!(language, Some(Language::German | Language::Dutch))
}

pub(super) fn is_capital(unit: &Unit) -> bool {
    unit.token.text.starts_with(char::is_uppercase)
}

/// The complementizer of a clause whose verb comes last and stands in the part, or is an auxiliary right after it: "dass die
/// Stadt [die Akte versteckt] hat". Without the verb the part is no more than an object.
pub(super) fn leads_to_verb_last(
    recorded: &Recorded<'_>,
    first: usize,
    end: usize,
) -> Option<usize> {
    let units = &recorded.units;
    if !is_verb_last(recorded.language) || first >= end || end > units.len() {
        return None;
    }
    let before = (first.saturating_sub(LONGEST_BEFORE_VERB)..first).rev();
    let that = before
        .take_while(|at| units[at + 1].break_before == Break::None && !units[*at].cue)
        .find(|at| units[*at].class.has(Classes::LEADS))?;
    // What stands behind the verb is an afterthought.
    let is_finite = |unit: &Unit| unit.class.has(Classes::AUXILIARY) && unit.token.key != "zijn";
    if units[that + 1..first].iter().any(is_finite) {
        return None;
    }
    let ends = |at: &usize| units[*at].break_before != Break::None || units[*at].cue;
    let last = (first + 1..end).find(ends).unwrap_or(end) - 1;
    let part = &units[first..=last];
    let runs_on = |unit: &&Unit| unit.break_before == Break::None && !unit.cue;
    let rest = units[last + 1..].iter().take_while(runs_on);
    let rest: Vec<&Unit> = rest.take_while(|unit| !unit.class.has(Classes::JOINS)).collect();
    let is_joined = units.get(last + 1 + rest.len()).is_some_and(|unit| runs_on(&unit));
    let ends_with_noun = is_capital(&units[last]) || units[last].class.has(Classes::NUMBER);
    let reaches = match rest.last() {
        None if is_joined => part.iter().any(is_finite),
        None => !ends_with_noun && !is_afterthought(part),
        Some(verb) => {
            let is_copula = COPULAS.contains(&verb.token.key.as_str());
            rest.iter().all(|unit| unit.class.has(Classes::AUXILIARY))
                && (is_copula || !ends_with_noun)
        }
    };
    reaches.then_some(that)
}

/// A few words behind a verb that is no auxiliary: "dat ze de brug sloten [in mei]".
fn is_afterthought(part: &[Unit]) -> bool {
    part.len() <= LONGEST_AFTERTHOUGHT
        && part[0].class.has(Classes::FOLLOWS_NOUNS)
        && part[0].token.key != "zu"
        && !part.iter().any(|unit| unit.class.has(Classes::AUXILIARY))
}
