//! The words that an answer is made of, and the decision.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::check::fit::{ChangeKind, Fit};

/// What is said of the words of a quotation: the fit, or the place where that says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// A quote, whole, but for typography.
    Verbatim,
    /// An unbroken part of one quote.
    Fragment,
    /// One quote with its cuts and insertions marked, in order.
    Elided,
    /// The article's own prose, or words only partly in its quotation marks.
    Reported,
    /// An accent or a spelling variant differs.
    Spelling,
    /// Parts of different quotes, or of one in another order.
    Stitched,
    /// Near, with changes that are not marked.
    Altered,
    /// The curator's rendering, or near to one.
    Translation,
    /// Nothing near.
    Unknown,
}

/// Where the words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundIn {
    /// In a recorded quote.
    Quote,
    /// In the article's text, outside the recorded quotes.
    Prose,
    /// In a curator's own translation.
    Rendering,
}

/// Whether the article credits the source that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attributed {
    /// It does.
    Confirmed,
    /// It credits somebody else.
    OtherSource,
    /// A name was given, and the article names nobody.
    AnonymousSource,
    /// Words in quotation marks without a speaker, given to someone.
    NoSource,
    /// The name fits two sources.
    AmbiguousName,
    /// No source was asked for.
    Unasked,
}

/// Whether the words may stand in quotation marks with that attribution; the worse is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MayQuote {
    /// Yes.
    Yes,
    /// Yes, with the cautions heeded.
    WithCare,
    /// No.
    No,
}

/// All that the decision rests on.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a reason of its own to say no")]
pub struct Grounds {
    /// What is said of the words.
    pub verdict: Verdict,
    /// Whether the source is confirmed; none where nothing is near.
    pub attribution: Option<Attributed>,
    /// Whether the article's own voice was asked for.
    pub asks_own_voice: bool,
    /// Whether a negation that governs the words was left out, or hidden by a cut or bracket.
    pub hides_negation: bool,
    /// Whether the article took it back.
    pub is_retracted: bool,
    /// Whether the article's saved text does not print what the ledger records.
    pub is_unprinted: bool,
    /// Whether the work was bounded, so that nobody knows for sure.
    pub is_bounded: bool,
    /// Whether there is any caution.
    pub has_caution: bool,
}

impl Grounds {
    /// The decision: the first row of the table that holds.
    pub const fn decide(self) -> MayQuote {
        if !self.words_may_stand()
            || !self.mouth_may_stand()
            || self.hides_negation
            || self.is_retracted
            || self.is_unprinted
            || self.is_bounded
        {
            MayQuote::No
        } else if self.has_caution {
            MayQuote::WithCare
        } else {
            MayQuote::Yes
        }
    }

    const fn words_may_stand(self) -> bool {
        match self.verdict {
            Verdict::Verbatim | Verdict::Fragment | Verdict::Elided => true,
            // The article's own words may be quoted as the article's own.
            Verdict::Reported => {
                self.asks_own_voice && matches!(self.attribution, Some(Attributed::Confirmed))
            }
            Verdict::Spelling
            | Verdict::Stitched
            | Verdict::Altered
            | Verdict::Translation
            | Verdict::Unknown => false,
        }
    }

    const fn mouth_may_stand(self) -> bool {
        matches!(self.attribution, Some(Attributed::Confirmed | Attributed::Unasked))
    }
}

impl From<Fit> for Verdict {
    fn from(fit: Fit) -> Self {
        match fit {
            Fit::Verbatim => Self::Verbatim,
            Fit::Fragment => Self::Fragment,
            Fit::Elided => Self::Elided,
            Fit::Spelling => Self::Spelling,
            Fit::Stitched => Self::Stitched,
            Fit::Altered => Self::Altered,
        }
    }
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 9] = [
        Self::Verbatim,
        Self::Fragment,
        Self::Elided,
        Self::Reported,
        Self::Spelling,
        Self::Stitched,
        Self::Altered,
        Self::Translation,
        Self::Unknown,
    ];

    /// Its word: `verbatim`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Fragment => "fragment",
            Self::Elided => "elided",
            Self::Reported => "reported",
            Self::Spelling => "spelling",
            Self::Stitched => "stitched",
            Self::Altered => "altered",
            Self::Translation => "translation",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the words are right as they stand.
    pub const fn is_fine(self) -> bool {
        matches!(self, Self::Verbatim | Self::Fragment | Self::Elided)
    }
}

impl FoundIn {
    /// Its word: `quote`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Prose => "prose",
            Self::Rendering => "rendering",
        }
    }
}

impl Attributed {
    /// Every attribution.
    pub const ALL: [Self; 6] = [
        Self::Confirmed,
        Self::OtherSource,
        Self::AnonymousSource,
        Self::NoSource,
        Self::AmbiguousName,
        Self::Unasked,
    ];

    /// Its word: `other-source`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::OtherSource => "other-source",
            Self::AnonymousSource => "anonymous-source",
            Self::NoSource => "no-source",
            Self::AmbiguousName => "ambiguous-name",
            Self::Unasked => "unasked",
        }
    }
}

impl MayQuote {
    /// Its word: `with-care`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::WithCare => "with-care",
            Self::No => "no",
        }
    }

    /// The decision as a person is told it.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Yes => "yes, quote it",
            Self::WithCare => "quote it with care",
            Self::No => "no, do not quote this",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl fmt::Display for MayQuote {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl Serialize for FoundIn {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl Serialize for Attributed {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl Serialize for MayQuote {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl Serialize for Fit {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl Serialize for ChangeKind {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Attributed, Grounds, MayQuote, Verdict};

    /// Every combination of what the decision rests on.
    fn all_grounds() -> impl Iterator<Item = Grounds> {
        let attributions = Attributed::ALL.into_iter().map(Some).chain([None]);
        Verdict::ALL.into_iter().flat_map(move |verdict| {
            attributions.clone().flat_map(move |attribution| {
                (0..64).map(move |bits| Grounds {
                    verdict,
                    attribution,
                    asks_own_voice: bits & 1 != 0,
                    hides_negation: bits & 2 != 0,
                    is_retracted: bits & 4 != 0,
                    is_bounded: bits & 8 != 0,
                    has_caution: bits & 16 != 0,
                    is_unprinted: bits & 32 != 0,
                })
            })
        })
    }

    /// The table of the contract, written down a second time and in its own words.
    fn expected(grounds: Grounds) -> MayQuote {
        let refused = [
            matches!(grounds.verdict, Verdict::Spelling | Verdict::Altered | Verdict::Stitched),
            matches!(grounds.verdict, Verdict::Unknown | Verdict::Translation),
            grounds.verdict == Verdict::Reported
                && !(grounds.asks_own_voice && grounds.attribution == Some(Attributed::Confirmed)),
            matches!(
                grounds.attribution,
                None | Some(
                    Attributed::OtherSource
                        | Attributed::AnonymousSource
                        | Attributed::NoSource
                        | Attributed::AmbiguousName
                )
            ),
            grounds.hides_negation,
            grounds.is_retracted,
            grounds.is_unprinted,
            grounds.is_bounded,
        ];
        if refused.contains(&true) {
            MayQuote::No
        } else if grounds.has_caution {
            MayQuote::WithCare
        } else {
            MayQuote::Yes
        }
    }

    #[test]
    fn the_decision_table_holds_for_every_combination() {
        let mut seen = 0;
        for grounds in all_grounds() {
            assert_eq!(grounds.decide(), expected(grounds), "{grounds:?}");
            seen += 1;
        }
        assert_eq!(seen, 9 * 7 * 64);
    }

    #[test]
    fn only_four_verdicts_can_ever_be_quoted() {
        for grounds in all_grounds().filter(|grounds| grounds.decide() != MayQuote::No) {
            assert!(
                grounds.verdict.is_fine() || grounds.verdict == Verdict::Reported,
                "{grounds:?}"
            );
        }
    }
}
