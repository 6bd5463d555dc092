//! Which of several readings holds first.

use std::cmp::Ordering;

use crate::check::fit::Fit;
use crate::check::reading::Reading;
use crate::check::verdict::{Attributed, FoundIn};

/// The order of precedence: the first class that holds is the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    FineOfAsked,
    FineQuote,
    ExactRendering,
    FineProse,
    Spelling,
    Stitched,
    Altered,
    NearRendering,
}

impl Reading<'_> {
    /// The first class that it belongs to.
    pub fn class(&self) -> Class {
        match (self.spot.found_in(), self.fitted.fit) {
            (FoundIn::Quote, fit) if fit.is_fine() => match self.attribution {
                Attributed::Confirmed => Class::FineOfAsked,
                _ => Class::FineQuote,
            },
            (FoundIn::Rendering, fit) if fit.is_fine() => Class::ExactRendering,
            (FoundIn::Rendering, _) => Class::NearRendering,
            (FoundIn::Prose, fit) if fit.is_fine() => Class::FineProse,
            (_, Fit::Spelling) => Class::Spelling,
            _ => Class::Altered,
        }
    }

    /// How many words, recorded and given, stand in changes that decide: the fewer, the nearer.
    fn changed_words(&self) -> usize {
        let hard = self.fitted.changes.iter().filter(|change| change.kind.is_hard());
        let words = |text: &str| text.split_whitespace().count();
        hard.map(|change| words(&change.recorded) + words(&change.given)).sum()
    }

    /// Within a class: what may stand before what may not, the better fit, the nearer, the asked source.
    pub fn holds_before(&self, other: &Self) -> Ordering {
        let standing = |reading: &Self| {
            (
                reading.class(),
                reading.fitted.bounded,
                reading.fitted.hides_negation(),
                reading.is_retracted(),
            )
        };
        let fine = |reading: &Self| {
            (reading.fitted.fit, reading.attribution, reading.fitted.notes.clipped)
        };
        standing(self)
            .cmp(&standing(other))
            .then_with(|| match self.class() {
                Class::Altered | Class::NearRendering => Ordering::Equal,
                _ => fine(self).cmp(&fine(other)),
            })
            .then_with(|| self.changed_words().cmp(&other.changed_words()))
            .then_with(|| self.spot.found_in().cmp(&other.spot.found_in()))
            .then_with(|| other.fitted.score.total_cmp(&self.fitted.score))
            .then_with(|| self.attribution.cmp(&other.attribution))
            .then_with(|| self.spot.key().cmp(&other.spot.key()))
    }
}
