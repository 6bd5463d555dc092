//! `unmarked-insertion`: the writer's own words in a quotation, in round brackets and not in square ones.

use crate::check::answer::Change;
use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::altered_wording::has_own_rule;
use crate::finding::{Finding, Rule};
use crate::wording::{all_of, ticked};

/// Words that the writer added to a quotation, in brackets that the speaker might have meant.
pub static RULE: Rule = Rule::warning("unmarked-insertion", include_str!("unmarked_insertion.md"));

/// Looks for asides that are not recorded.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_speech() || !said.is_altered() || !has_own_rule(&said.answer) {
        return None;
    }
    let asides = said.answer.changes.iter().filter(|change| is_aside(change, &said.answer.text));
    let asides: Vec<&str> = asides.map(|change| change.given.trim()).collect();
    if asides.is_empty() || said.is_in_prose() && !said.is_printed {
        return None;
    }
    let message =
        format!("the quotation adds {} in round brackets", all_of(asides.iter().map(ticked)));
    Some(page.of(said, &RULE, message).help("set what is yours in square brackets: [ ]"))
}

/// Whether a change adds words in round brackets: what some houses set for the square ones.
pub fn is_aside(change: &Change, text: &str) -> bool {
    let at = change.given_at;
    let (before, after) = (text.get(..at.start), text.get(at.end..));
    let given = change.given.trim();
    let opens = given.starts_with('(') || before.is_some_and(|b| b.trim_end().ends_with('('));
    let closes = given.ends_with(')') || after.is_some_and(|after| after.starts_with(')'));
    change.kind == ChangeKind::Added && opens && closes
}
