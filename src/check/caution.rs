//! Reasons to take care although the words are right.

use std::fmt;

use serde::Serialize;

use crate::ledger::{Claim, ClaimKind, Head, Party, State, Today};

/// A reason to take care although the words are right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caution {
    /// The printed words are a translation.
    Translated,
    /// The article leaves the source unnamed.
    Anonymous,
    /// Somebody relayed it to the article.
    Relayed,
    /// The article expresses doubt.
    Hedged,
    /// It speaks of the future.
    Forecast,
    /// The day that it speaks of has passed.
    Overdue,
    /// It hangs on a date that the article does not give.
    Undated,
    /// Another claim says otherwise.
    Conflicted,
    /// It misleads without another claim.
    Qualified,
    /// The printed words hold a misprint.
    Sic,
    /// A hedge, condition or contrast is left out or left standing right beside.
    Clipped,
    /// The article's cue stands between the words.
    Interrupted,
    /// Under four words.
    Short,
    /// Several recorded quotes hold these words.
    Ambiguous,
    /// Others in the ledger bear the name that was asked for.
    Namesake,
    /// Nobody is credited.
    Uncredited,
    /// The article does not say how it knows.
    Untold,
    /// The passage names nobody; the curator concluded who speaks.
    Inferred,
    /// The article was corrected.
    Corrected,
    /// Something newer says more.
    Superseded,
}

impl Caution {
    /// Its word: `translated`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Translated => "translated",
            Self::Anonymous => "anonymous",
            Self::Relayed => "relayed",
            Self::Hedged => "hedged",
            Self::Forecast => "forecast",
            Self::Overdue => "overdue",
            Self::Undated => "undated",
            Self::Conflicted => "conflicted",
            Self::Qualified => "qualified",
            Self::Sic => "sic",
            Self::Clipped => "clipped",
            Self::Interrupted => "interrupted",
            Self::Short => "short",
            Self::Ambiguous => "ambiguous",
            Self::Namesake => "namesake",
            Self::Uncredited => "uncredited",
            Self::Untold => "untold",
            Self::Inferred => "inferred",
            Self::Corrected => "corrected",
            Self::Superseded => "superseded",
        }
    }

    /// What it means for who wants to quote.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Translated => {
                "the printed words are a translation, or presumed to be: say so, and do not translate them back"
            }
            Self::Anonymous => "the article does not name the source: neither may you",
            Self::Relayed => "the article has it from somebody else: name who relayed it",
            Self::Hedged => "the article expresses doubt: keep its words of doubt",
            Self::Forecast => "it speaks of the future: do not print it as a fact",
            Self::Overdue => "the day that it speaks of has passed: find out what came of it",
            Self::Undated => {
                "it hangs on a date, and the article's own date is not known: do not fill in a year"
            }
            Self::Conflicted => {
                "another claim says otherwise: print both, or say that it is disputed"
            }
            Self::Qualified => "it misleads without another claim: print that too",
            Self::Sic => {
                "the printed words hold a misprint: keep it with [sic], or put it right in brackets"
            }
            Self::Clipped => {
                "words of doubt, condition or contrast stand right beside and are left out"
            }
            Self::Interrupted => "the article's own words stand between: show the break",
            Self::Short => {
                "so few words may be anybody's: quote more, or report without quotation marks"
            }
            Self::Ambiguous => {
                "several recorded quotes hold these words: make sure which one you mean"
            }
            Self::Namesake => "others in the ledger bear this name too: print the name in full",
            Self::Uncredited => "the article credits nobody with these words: give them to nobody",
            Self::Untold => "the article does not say how it knows: attribute it to the article",
            Self::Inferred => "the passage itself names nobody; the curator concluded who speaks",
            Self::Corrected => "the article was corrected: look at what it says now",
            Self::Superseded => "something newer says more: look at that",
        }
    }
}

impl fmt::Display for Caution {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// The cautions that a claim carries with it, whatever part of it is quoted; the gravest first.
pub fn of_claim(claim: &Claim, head: &Head, today: Today) -> Vec<Caution> {
    let party = Party::of(claim, head);
    let is_forecast = claim.kind == ClaimKind::Forecast;
    let is_overdue = claim.is_overdue(today);
    let hangs_on_date = claim.when.is_some() || is_forecast;
    let cautions = [
        (claim.state() == State::Corrected, Caution::Corrected),
        (claim.state() == State::Superseded, Caution::Superseded),
        (matches!(party, Party::Uncredited), Caution::Uncredited),
        (matches!(party, Party::Anonymous(_)), Caution::Anonymous),
        (claim.voice_of.is_some(), Caution::Untold),
        (claim.inferred, Caution::Inferred),
        (!claim.via.is_empty(), Caution::Relayed),
        (claim.is_translated(), Caution::Translated),
        (!claim.hedges.is_empty(), Caution::Hedged),
        (is_overdue, Caution::Overdue),
        (is_forecast, Caution::Forecast),
        (hangs_on_date && head.article.issued().is_none(), Caution::Undated),
        (!claim.conflicts.is_empty(), Caution::Conflicted),
        (!claim.qualified_by.is_empty(), Caution::Qualified),
        (claim.quotes.iter().any(|quote| !quote.sic.is_empty()), Caution::Sic),
    ];
    cautions.into_iter().filter(|(holds, _)| *holds).map(|(_, caution)| caution).collect()
}
