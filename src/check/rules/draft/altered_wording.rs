//! `altered-wording`: words in quotation marks that are near the recorded ones, and not the same.

use crate::check::answer::{Answer, Change};
use crate::check::candidate::Kept;
use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::unmarked_insertion::is_aside;
use crate::finding::{Finding, Rule};
use crate::wording::{all_of, counted};

/// A quotation whose words were changed without a mark.
pub static RULE: Rule = Rule::error("altered-wording", include_str!("altered_wording.md"));

/// So many changes are named in the message.
const NAMED: usize = 3;

/// Looks for changes that decide, but for those that other rules are for.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if said.is_fine() && said.is_telling() && said.claim().is_some_and(Kept::departs) {
        let message =
            "the ledger records these words, and the saved text of the article does not print them";
        return Some(
            page.of(said, &RULE, message).help("mend the ledger first: `claims validate`"),
        );
    }
    let is_altered = said.is_altered() && (!said.is_in_prose() || said.is_printed);
    if !said.is_speech() || !is_altered || has_own_rule(&said.answer) {
        return None;
    }
    let hard: Vec<&Change> = said.answer.changes.iter().filter(|c| c.kind.is_hard()).collect();
    // One word for another may be two kinds of change: a negation and a number.
    let mut all: Vec<String> = Vec::new();
    for told in hard.iter().map(|change| told(change)) {
        if !all.contains(&told) {
            all.push(told);
        }
    }
    let mut told: Vec<String> = all.iter().take(NAMED).cloned().collect();
    if all.len() > NAMED {
        told.push(counted(all.len() - NAMED, "more change"));
    }
    let what =
        if told.is_empty() { "cannot be told apart word by word".into() } else { all_of(told) };
    let message = format!("the quotation is not what is printed: {what}");
    Some(page.with_mend(said, page.of(said, &RULE, message).help(said.answer.advice.clone())))
}

/// Whether all changes are of one kind that a rule of its own reports.
pub fn has_own_rule(answer: &Answer) -> bool {
    let mut hard = answer.changes.iter().filter(|change| change.kind.is_hard()).peekable();
    let is_own = |change: &Change| match change.kind {
        ChangeKind::UnmarkedCut | ChangeKind::SilentCorrection => true,
        ChangeKind::Added => is_aside(change, &answer.text),
        _ => false,
    };
    hard.peek().is_some() && hard.all(is_own)
}

/// One change in words.
pub fn told(change: &Change) -> String {
    match (change.recorded.trim(), change.given.trim()) {
        ("", given) => format!("it adds `{given}`"),
        (recorded, "") => format!("it leaves out `{recorded}`"),
        // A capital that differs is another word in its place.
        (recorded, given)
            if change.kind == ChangeKind::Order
                && recorded.to_lowercase() == given.to_lowercase() =>
        {
            format!("it sets `{given}` elsewhere")
        }
        (recorded, given) => format!("it says `{given}` for `{recorded}`"),
    }
}
