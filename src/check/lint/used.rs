//! The claims that a draft uses, by quoting or by citing them.

use crate::check::candidate::Kept;
use crate::check::lint::manuscript::{Cited, Manuscript};
use crate::check::lint::said::Said;
use crate::finding::{Finding, Rule};

/// One use of a claim.
#[derive(Clone, Copy, Debug)]
pub struct Used<'m> {
    /// The claim.
    pub kept: &'m Kept,
    by: By<'m>,
}

/// How a claim is used.
#[derive(Clone, Copy, Debug)]
enum By<'m> {
    Quotation(&'m Said<'m>),
    Citation(&'m Cited<'m>),
}

impl<'m> Manuscript<'m> {
    /// Every use of a claim: the quotations of its words in their order, then the citations.
    pub fn used(&'m self) -> Vec<Used<'m>> {
        let quoted = self
            .said
            .iter()
            .filter(|said| said.is_telling())
            .filter_map(|said| Some(Used { kept: said.claim()?, by: By::Quotation(said) }));
        let cited = self.cited.iter().flat_map(|cited| {
            cited.claims.iter().map(move |kept| Used { kept, by: By::Citation(cited) })
        });
        quoted.chain(cited).collect()
    }
}

impl Used<'_> {
    /// A finding about this use.
    pub fn found(
        &self,
        page: &Manuscript<'_>,
        rule: &'static Rule,
        message: impl Into<String>,
    ) -> Finding {
        match self.by {
            By::Quotation(said) => page.of(said, rule, message),
            By::Citation(cited) => page.of_citation(cited, rule, message),
        }
    }
}
