//! `silent-correction`: a misprint put right without a bracket.

use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::altered_wording::has_own_rule;
use crate::finding::{Finding, Rule};

/// A quotation in which a recorded misprint was put right as if nothing had been.
pub static RULE: Rule = Rule::warning("silent-correction", include_str!("silent_correction.md"));

/// Looks for recorded misprints that the quotation does not have.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_speech() || !has_own_rule(&said.answer) {
        return None;
    }
    let changes = &said.answer.changes;
    let change = changes.iter().find(|change| change.kind == ChangeKind::SilentCorrection)?;
    let (printed, given) = (change.recorded.trim(), change.given.trim());
    let message = format!("the quotation puts the misprint `{printed}` right without a mark");
    let help = format!("write `[{given}]` in square brackets, or keep `{printed}` with `[sic]`");
    Some(page.of(said, &RULE, message).help(help))
}
