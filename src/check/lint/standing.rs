//! How the quotations of a draft stand once its rules were asked.

use crate::check::lint::allowed::Allowed;
use crate::check::lint::manuscript::Manuscript;
use crate::check::lint::said::Said;
use crate::check::rules::draft::{
    self, DraftTest, silent_correction, unmarked_cut, unmarked_insertion, unrecorded_quotation,
};
use crate::finding::{Rule, Severity};

/// What is reported of a quotation, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is: the words are right, and so is the credit where one is certain.
    Confirmed,
    /// No claim records it.
    Unrecorded,
    /// Its words or its speaker are another's.
    Wrong,
    /// The same, and a comment of the draft permits it.
    Permitted,
}

impl Manuscript<'_> {
    /// The quotations that are somebody's words, each with how it stands.
    pub fn standings(&self) -> Vec<(&Said<'_>, Standing)> {
        let mut allowed = Allowed::new(&self.draft().allowances);
        let speech = self.said.iter().filter(|said| said.is_speech());
        speech.map(|said| (said, self.standing(said, &mut allowed))).collect()
    }

    fn standing(&self, said: &Said<'_>, allowed: &mut Allowed<'_>) -> Standing {
        let mut standing = Standing::Confirmed;
        let tests = draft::RULES.iter().flat_map(|rule| rule.tests);
        for test in tests {
            let DraftTest::Quotation(test) = test else { continue };
            let Some(finding) = test(said, self) else { continue };
            let is_wrong = is_about_words(finding.rule);
            if is_wrong && !allowed.permits(&finding) {
                return Standing::Wrong;
            }
            if is_wrong {
                standing = Standing::Permitted;
            } else if finding.rule.name == unrecorded_quotation::RULE.name
                && standing == Standing::Confirmed
            {
                standing = Standing::Unrecorded;
            }
        }
        standing
    }
}

/// Whether what breaks a rule is not what was printed, or not by whom it was said.
fn is_about_words(rule: &Rule) -> bool {
    let lesser = [&unmarked_cut::RULE, &unmarked_insertion::RULE, &silent_correction::RULE];
    rule.severity == Severity::Error || lesser.iter().any(|lesser| lesser.name == rule.name)
}
