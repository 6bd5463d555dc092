//! What `validate` holds a ledger against: one rule a file, its documentation beside it.
//!
//! A rule never reads a file and never fails: it returns what it found. [`RULES`] is the one list that
//! the command, `explain`, the documentation and the tests walk.

pub mod ambiguous_quote;
pub mod changed_snapshot;
pub mod circular_relay;
pub mod contested_alias;
pub mod dangling_reference;
pub mod draft;
pub mod duplicate_claim;
pub mod misprint_not_in_quote;
pub mod mode_without_quotes;
pub mod nothing_to_continue;
pub mod one_way_relation;
pub mod passage_not_in_snapshot;
pub mod quotes_in_indirect;
pub mod repeated_id;
pub mod two_names_one_source;
pub mod uncovered_quotation;
pub mod undated_article;
pub mod unknown_csl_variable;
pub mod unused_source;
pub mod voice_mismatch;
pub mod words_not_in_snapshot;

mod index;
mod recorded;
mod subject;

use crate::finding::{Finding, Rule};
use Test::{OneClaim, OneFile, WholeLedger};

pub use crate::text::printed::Printed;
pub use index::{Index, Outline};
pub use subject::{ClaimAt, Numbered, Subject};

/// A rule of the ledger with what finds it.
#[derive(Debug)]
pub struct LedgerRule {
    /// Its name, weight and documentation.
    pub rule: &'static Rule,
    /// Its tests: several where it speaks of things of several scopes.
    pub tests: &'static [Test],
}

/// A test, by what it looks at.
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// One claim in its file.
    OneClaim(fn(&ClaimAt<'_>) -> Vec<Finding>),
    /// One file that was read whole.
    OneFile(fn(&Subject<'_>) -> Vec<Finding>),
    /// The ids, names and relations of all files.
    WholeLedger(fn(&Index) -> Vec<Finding>),
}

/// Every rule of the ledger: errors, warnings, notes, each by name.
pub static RULES: [LedgerRule; 20] = [
    of(&changed_snapshot::RULE, &[OneFile(changed_snapshot::test)]),
    of(&circular_relay::RULE, &[OneClaim(circular_relay::test)]),
    of(
        &dangling_reference::RULE,
        &[OneClaim(dangling_reference::sources), WholeLedger(dangling_reference::claims)],
    ),
    of(&misprint_not_in_quote::RULE, &[OneClaim(misprint_not_in_quote::test)]),
    of(&mode_without_quotes::RULE, &[OneClaim(mode_without_quotes::test)]),
    of(&nothing_to_continue::RULE, &[OneClaim(nothing_to_continue::test)]),
    of(&passage_not_in_snapshot::RULE, &[OneClaim(passage_not_in_snapshot::test)]),
    of(&quotes_in_indirect::RULE, &[OneClaim(quotes_in_indirect::test)]),
    of(&repeated_id::RULE, &[WholeLedger(repeated_id::test)]),
    of(&voice_mismatch::RULE, &[OneClaim(voice_mismatch::test)]),
    of(&words_not_in_snapshot::RULE, &[OneClaim(words_not_in_snapshot::test)]),
    of(&ambiguous_quote::RULE, &[OneClaim(ambiguous_quote::test)]),
    of(&contested_alias::RULE, &[OneFile(contested_alias::test)]),
    of(&duplicate_claim::RULE, &[OneFile(duplicate_claim::test)]),
    of(&one_way_relation::RULE, &[WholeLedger(one_way_relation::test)]),
    of(&two_names_one_source::RULE, &[WholeLedger(two_names_one_source::test)]),
    of(&uncovered_quotation::RULE, &[OneFile(uncovered_quotation::test)]),
    of(&unused_source::RULE, &[OneFile(unused_source::test)]),
    of(&undated_article::RULE, &[OneFile(undated_article::test)]),
    of(&unknown_csl_variable::RULE, &[OneFile(unknown_csl_variable::test)]),
];

const fn of(rule: &'static Rule, tests: &'static [Test]) -> LedgerRule {
    LedgerRule { rule, tests }
}

/// What breaks a rule of one claim or one file.
///
/// Where a part of the file could not be read, only its claims are looked at, one by one: what seems
/// missing may stand in that part.
pub fn check_file(subject: &Subject<'_>) -> Vec<Finding> {
    let tests = || RULES.iter().flat_map(|rule| rule.tests);
    let mut found = Vec::new();
    for claim in subject.claims() {
        for test in tests() {
            if let OneClaim(test) = test {
                found.append(&mut test(&claim));
            }
        }
    }
    for test in tests().filter(|_| subject.is_whole) {
        if let OneFile(test) = test {
            found.append(&mut test(subject));
        }
    }
    found
}

/// What breaks a rule of the whole ledger.
pub fn check_ledger(index: &Index) -> Vec<Finding> {
    let tests = RULES.iter().flat_map(|rule| rule.tests);
    let mut found = Vec::new();
    for test in tests {
        if let WholeLedger(test) = test {
            found.append(&mut test(index));
        }
    }
    found
}

#[cfg(test)]
mod tests;
