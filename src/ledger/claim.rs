//! A claim: one statement, in the curator's words, with its attribution.

use std::fmt;
use std::num::NonZeroU32;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::ledger::date::{PartialDate, Today};
use crate::ledger::id::Id;
use crate::ledger::quote::Quote;
use crate::ledger::source::{OWN_VOICE, Source};
use crate::ledger::verbatim::Own;

/// One statement with its attribution. Fields stand in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Unique in its file; in the ledger too, or `validate` says so.
    pub id: Id<Claim>,
    /// What is claimed, hedge included, attribution not, in the curator's language.
    pub statement: CompactString,
    /// What sort of statement it is.
    pub kind: ClaimKind,
    /// Slugs of the curator's own choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<CompactString>,
    /// Names of whom or what it speaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<CompactString>,
    /// Who is credited; [`OWN_VOICE`] where the article speaks itself.
    pub source: Id<Source>,
    /// Who relayed it to the article, nearest to the source first, the source not included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<Id<Source>>,
    /// Whose words or thoughts an own-voice claim tells without saying how the article knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice_of: Option<Id<Source>>,
    /// How the article gives it.
    pub mode: Mode,
    /// The article's words of attribution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<CompactString>,
    /// Whether the passage names nobody and the curator concluded who speaks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// The article's words of doubt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hedges: Vec<CompactString>,
    /// The words that it prints in quotation marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// Where in the article it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// A relative date as printed: `a maggio`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<CompactString>,
    /// The day after which a forecast is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
    /// Whether it still stands; absent means that it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Claims that say otherwise; written on both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Id<Claim>>,
    /// Claims that say the same from elsewhere; written on both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<Id<Claim>>,
    /// Claims without which this one misleads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualified_by: Vec<Id<Claim>>,
    /// The curator's remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<CompactString>,
    /// The user's own fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Own>,
}

impl Claim {
    /// Whether the article speaks itself.
    pub fn is_own_voice(&self) -> bool {
        self.source.as_str() == OWN_VOICE
    }

    /// The state that its status gives, or that it stands.
    pub fn state(&self) -> State {
        self.status.as_ref().map_or(State::Standing, |status| status.state.into())
    }

    /// Whether it forecasts something for a day that has passed.
    pub fn is_overdue(&self, today: Today) -> bool {
        self.due.is_some_and(|due| due.is_past(today))
    }

    /// Whether the words of a quote are said to be a translation.
    pub fn is_translated(&self) -> bool {
        self.quotes.iter().any(|quote| quote.translated.is_some())
    }

    /// The claims that it names, with the field that names them.
    pub fn relations(&self) -> impl Iterator<Item = (&'static str, usize, &Id<Self>)> {
        let conflicts = self.conflicts.iter().enumerate().map(|(at, id)| ("conflicts", at, id));
        let supports = self.supports.iter().enumerate().map(|(at, id)| ("supports", at, id));
        let qualified = self.qualified_by.iter().enumerate();
        conflicts.chain(supports).chain(qualified.map(|(at, id)| ("qualified_by", at, id)))
    }
}

/// What sort of statement a claim makes.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    Serialize,
    clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// What is or was the case.
    Fact,
    /// A judgement.
    Opinion,
    /// What will or may be.
    Forecast,
    /// Asks, urges, promises.
    Call,
    /// What someone feels or thinks, told by another.
    PrivateState,
}

impl ClaimKind {
    /// Its word: `private-state`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Opinion => "opinion",
            Self::Forecast => "forecast",
            Self::Call => "call",
            Self::PrivateState => "private-state",
        }
    }
}

impl fmt::Display for ClaimKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// How the article gives a claim.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    Serialize,
    clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// The statement stands in quotation marks.
    Direct,
    /// Some words in quotation marks inside reported speech.
    #[value(alias = "partly-quoted")]
    Mixed,
    /// Reported speech.
    #[value(alias = "reported")]
    Indirect,
    /// The article itself speaks.
    OwnVoice,
}

impl Mode {
    /// Its word: `own-voice`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::OwnVoice => "own-voice",
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// Where in the article a claim stands: it holds the words and the cue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// A non-blank line of the snapshot, headline and headings included, counted from 1.
    pub paragraph: NonZeroU32,
    /// Its first words: the first match in the paragraph.
    pub start: CompactString,
    /// Its last words: the first match at or after the start.
    pub end: CompactString,
}

/// Whether a claim still stands.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// What became of it.
    pub state: Change,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Why, in the curator's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<CompactString>,
    /// The claim that stands in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Id<Claim>>,
}

/// What became of a claim that no longer stands as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The article was corrected.
    Corrected,
    /// The article took it back.
    Retracted,
    /// Something newer says more.
    Superseded,
}

/// Whether a claim stands, and if not, what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum State {
    /// Nothing is recorded against it.
    Standing,
    /// The article was corrected.
    Corrected,
    /// The article took it back.
    Retracted,
    /// Something newer says more.
    Superseded,
}

impl State {
    /// Its word: `standing`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Corrected => "corrected",
            Self::Retracted => "retracted",
            Self::Superseded => "superseded",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl From<Change> for State {
    fn from(change: Change) -> Self {
        match change {
            Change::Corrected => Self::Corrected,
            Change::Retracted => Self::Retracted,
            Change::Superseded => Self::Superseded,
        }
    }
}
