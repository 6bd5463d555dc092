//! The rules of a draft. Each file finds what breaks one rule, with its documentation beside it.

pub mod altered_wording;
pub mod anonymous_as_named;
pub mod back_translation;
pub mod distant_attribution;
pub mod hidden_negation;
pub mod joined_quotations;
mod led_away;
pub mod missing_hedge;
pub mod one_sided;
pub mod overdue_forecast;
pub mod paraphrase_in_quotes;
pub mod plural_source;
pub mod relayed_as_first_hand;
pub mod retracted_claim;
pub mod short_fragment;
pub mod silent_correction;
mod speakers;
pub mod unattributed_quotation;
pub mod undisclosed_translation;
pub mod unknown_claim;
pub mod unmarked_cut;
pub mod unmarked_insertion;
pub mod unrecorded_quotation;
pub mod unused_allowance;
pub mod wrong_source;

use crate::check::lint::{Cited, Manuscript, Said};
use crate::finding::{Finding, Rule};
use DraftTest::{Citation, Quotation, Whole};

/// A rule of a draft with what finds it.
#[derive(Debug)]
pub struct DraftRule {
    /// Its name, weight and documentation.
    pub rule: &'static Rule,
    /// Its tests: several where it speaks of quotations and of citations.
    pub tests: &'static [DraftTest],
}

/// A test, by what it looks at.
#[derive(Clone, Copy, Debug)]
pub enum DraftTest {
    /// One quotation.
    Quotation(fn(&Said<'_>, &Manuscript<'_>) -> Option<Finding>),
    /// One citation.
    Citation(fn(&Cited<'_>, &Manuscript<'_>) -> Option<Finding>),
    /// The whole draft.
    Whole(fn(&Manuscript<'_>) -> Vec<Finding>),
}

/// Every rule of a draft: errors, warnings, notes. Of the errors about one quotation only the first is
/// reported, so they stand with the worst first: what turns the sense round, then what was never
/// printed so, then who is given the words.
pub static RULES: [DraftRule; 23] = [
    of(&hidden_negation::RULE, &[Quotation(hidden_negation::test)]),
    of(&joined_quotations::RULE, &[Quotation(joined_quotations::test)]),
    of(&back_translation::RULE, &[Quotation(back_translation::test)]),
    of(&paraphrase_in_quotes::RULE, &[Quotation(paraphrase_in_quotes::test)]),
    of(&altered_wording::RULE, &[Quotation(altered_wording::test)]),
    of(
        &retracted_claim::RULE,
        &[Quotation(retracted_claim::test), Citation(retracted_claim::cited)],
    ),
    of(&anonymous_as_named::RULE, &[Quotation(anonymous_as_named::test)]),
    of(&wrong_source::RULE, &[Quotation(wrong_source::test)]),
    of(&unknown_claim::RULE, &[Citation(unknown_claim::test)]),
    of(&unmarked_cut::RULE, &[Quotation(unmarked_cut::test)]),
    of(&unmarked_insertion::RULE, &[Quotation(unmarked_insertion::test)]),
    of(&silent_correction::RULE, &[Quotation(silent_correction::test)]),
    of(&missing_hedge::RULE, &[Quotation(missing_hedge::test), Citation(missing_hedge::cited)]),
    of(&undisclosed_translation::RULE, &[Quotation(undisclosed_translation::test)]),
    of(&unattributed_quotation::RULE, &[Quotation(unattributed_quotation::test)]),
    of(&plural_source::RULE, &[Quotation(plural_source::test), Citation(plural_source::cited)]),
    of(
        &relayed_as_first_hand::RULE,
        &[Quotation(relayed_as_first_hand::test), Citation(relayed_as_first_hand::cited)],
    ),
    of(&one_sided::RULE, &[Whole(one_sided::test)]),
    of(&overdue_forecast::RULE, &[Whole(overdue_forecast::test)]),
    // What permitted nothing is known when all else was found.
    of(&unused_allowance::RULE, &[]),
    of(&unrecorded_quotation::RULE, &[Quotation(unrecorded_quotation::test)]),
    of(&short_fragment::RULE, &[Quotation(short_fragment::test)]),
    of(&distant_attribution::RULE, &[Quotation(distant_attribution::test)]),
];

const fn of(rule: &'static Rule, tests: &'static [DraftTest]) -> DraftRule {
    DraftRule { rule, tests }
}

#[cfg(test)]
mod tests;
