//! `unmarked-cut`: words left out of a quotation without an ellipsis.

use crate::check::answer::Change;
use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::altered_wording::has_own_rule;
use crate::finding::{Finding, Rule};
use crate::wording::{all_of, ticked};

/// A quotation from the middle of which words were cut without a mark.
pub static RULE: Rule = Rule::warning("unmarked-cut", include_str!("unmarked_cut.md"));

/// Looks for runs of recorded words that are missing.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_speech() || !said.is_altered() || !has_own_rule(&said.answer) {
        return None;
    }
    let is_cut = |change: &&Change| change.kind == ChangeKind::UnmarkedCut;
    let cuts: Vec<&str> =
        said.answer.changes.iter().filter(is_cut).map(|cut| cut.recorded.trim()).collect();
    if cuts.is_empty() || said.is_in_prose() && !said.is_printed {
        return None;
    }
    let message =
        format!("the quotation leaves out {} without a mark", all_of(cuts.iter().map(ticked)));
    let found = page
        .of(said, &RULE, message)
        .help("mark the cut: […], or close the quotation and open it again");
    Some(page.with_mend(said, found))
}
