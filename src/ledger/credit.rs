//! The attribution of a claim in words: one for every command that says who is credited.

use std::fmt;

use crate::ledger::claim::{Claim, Mode};
use crate::ledger::file::Head;
use crate::ledger::id::Id;
use crate::ledger::quote::Translated;
use crate::ledger::source::Source;
use crate::wording;

/// How a claim's words are attributed, as `--attribution` asks for it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Attribution {
    /// The source has a name.
    Named,
    /// The article leaves the source unnamed.
    #[value(alias = "unnamed")]
    Anonymous,
    /// Words in quotation marks that nobody is credited with.
    Uncredited,
    /// The article itself speaks.
    OwnVoice,
}

/// Who stands behind a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Party<'a> {
    /// The article speaks itself.
    OwnVoice,
    /// It prints words in quotation marks and credits nobody.
    Uncredited,
    /// A source that it names.
    Named(&'a Source),
    /// A source that it leaves unnamed.
    Anonymous(&'a Source),
    /// A source that the file does not record; `validate` says so.
    Unrecorded(&'a Id<Source>),
}

/// The attribution of one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Credit<'a> {
    /// Who is credited.
    pub party: Party<'a>,
    /// How the article gives it.
    pub mode: Mode,
    /// Who relayed it, nearest to the source first.
    pub via: Vec<&'a str>,
    /// Whose words or thoughts the article tells without saying how it knows.
    pub voice_of: Option<&'a str>,
    /// Whether the printed words are a translation, and who says so.
    pub translated: Option<Translated>,
    /// Whether the curator concluded who speaks.
    pub inferred: bool,
    /// The article's words of doubt.
    pub hedges: Vec<&'a str>,
}

impl<'a> Party<'a> {
    /// Who stands behind a claim of this file.
    pub fn of(claim: &'a Claim, head: &'a Head) -> Self {
        if claim.is_own_voice() {
            return if claim.quotes.is_empty() { Self::OwnVoice } else { Self::Uncredited };
        }
        match head.sources.get(claim.source.as_str()) {
            Some(source) if source.anonymous => Self::Anonymous(source),
            Some(source) => Self::Named(source),
            None => Self::Unrecorded(&claim.source),
        }
    }

    /// The word that `--attribution` has for it.
    pub const fn attribution(&self) -> Attribution {
        match self {
            Self::OwnVoice => Attribution::OwnVoice,
            Self::Uncredited => Attribution::Uncredited,
            Self::Anonymous(_) => Attribution::Anonymous,
            Self::Named(_) | Self::Unrecorded(_) => Attribution::Named,
        }
    }

    /// The name, or what stands for it: `the article` for its own voice.
    pub fn name(&self) -> &'a str {
        match self {
            Self::OwnVoice => "the article",
            Self::Uncredited => "nobody",
            Self::Named(source) | Self::Anonymous(source) => &source.name,
            Self::Unrecorded(id) => id.as_str(),
        }
    }

    /// Who it is in full: name, role, affiliation; that it is unnamed where it is.
    pub fn in_full(&self) -> String {
        match self {
            Self::OwnVoice => "the article itself".to_owned(),
            Self::Uncredited => {
                "nobody: the article prints the words and credits no one".to_owned()
            }
            Self::Named(source) => described(source),
            Self::Anonymous(source) => {
                format!("{}, whom the article does not name", described(source))
            }
            Self::Unrecorded(id) => format!("`{id}`, whom this file does not record"),
        }
    }

    /// The source, where the file records one.
    pub const fn source(&self) -> Option<&'a Source> {
        match self {
            Self::Named(source) | Self::Anonymous(source) => Some(source),
            Self::OwnVoice | Self::Uncredited | Self::Unrecorded(_) => None,
        }
    }
}

/// Name, role, affiliation and number of a source, as far as they are recorded.
pub fn described(source: &Source) -> String {
    let mut said = source.name.to_string();
    for part in [&source.role, &source.affiliation].into_iter().flatten() {
        said.push_str(", ");
        said.push_str(part);
    }
    match source.count {
        Some(count) => format!("{said} ({})", wording::counted(count.get() as usize, "person")),
        None => said,
    }
}

impl<'a> Credit<'a> {
    /// The attribution of a claim of this file.
    pub fn of(claim: &'a Claim, head: &'a Head) -> Self {
        let name_of = |id: &'a Id<Source>| match head.sources.get(id.as_str()) {
            Some(source) => source.name.as_str(),
            None => id.as_str(),
        };
        Self {
            party: Party::of(claim, head),
            mode: claim.mode,
            via: claim.via.iter().map(name_of).collect(),
            voice_of: claim.voice_of.as_ref().map(name_of),
            translated: claim.quotes.iter().find_map(|quote| quote.translated),
            inferred: claim.inferred,
            hedges: claim.hedges.iter().map(AsRef::as_ref).collect(),
        }
    }

    /// The mode in words, then unnamed, relayed, hedged, translated: `direct, translated`.
    pub fn how(&self) -> String {
        let mut how = mode_in_words(self.mode).to_owned();
        let marks = [
            (matches!(self.party, Party::Anonymous(_)), "unnamed"),
            (matches!(self.party, Party::Uncredited), "uncredited"),
            (self.voice_of.is_some(), "untold"),
            (!self.via.is_empty(), "relayed"),
            (!self.hedges.is_empty(), "hedged"),
            (self.translated.is_some(), "translated"),
        ];
        for (_, mark) in marks.into_iter().filter(|(holds, _)| *holds) {
            how.push_str(", ");
            how.push_str(mark);
        }
        how
    }

    /// Whether and how the printed words are a translation, for an attribution line.
    pub const fn translation(&self) -> Option<&'static str> {
        match self.translated {
            None => None,
            Some(Translated::Stated) => Some("in translation"),
            Some(Translated::Presumed) => Some("presumably in translation"),
        }
    }

    /// The attribution line under a quotation: `Mei Ito, bridge engineer, as quoted in the article`.
    pub fn line(&self) -> String {
        let mut said = format!("{}, as quoted in the article", self.party.in_full());
        if let Some(translation) = self.translation() {
            said.push_str(", ");
            said.push_str(translation);
        }
        said.push_str(&self.relay());
        said
    }

    /// What leads a reported statement: `The article reports, citing Mei Ito`.
    pub fn lead(&self) -> String {
        let said = match (self.party, self.voice_of) {
            (Party::OwnVoice | Party::Uncredited, Some(name)) => {
                format!("The article says of {name}, without saying how it knows")
            }
            (Party::OwnVoice | Party::Uncredited, None) => {
                "The article says in its own voice".to_owned()
            }
            (party, _) => format!("The article reports, citing {}", party.in_full()),
        };
        said + &self.relay()
    }

    fn relay(&self) -> String {
        if self.via.is_empty() {
            String::new()
        } else {
            format!(", as relayed by {}", wording::all_of(&self.via))
        }
    }

    /// One sentence that says how the article attributes the claim.
    pub fn sentence(&self) -> String {
        let mut said = match (self.party, self.mode) {
            (Party::OwnVoice, _) => match self.voice_of {
                Some(name) => format!(
                    "The article tells this of {name} in its own voice, without saying how it knows"
                ),
                None => "The article says this in its own voice and credits nobody".to_owned(),
            },
            (Party::Uncredited, _) => {
                "The article prints words in quotation marks and credits nobody with them"
                    .to_owned()
            }
            (party, mode) => {
                let gives = match mode {
                    Mode::Direct => "quotes",
                    Mode::Mixed => "reports, with some words in quotation marks, what was said by",
                    Mode::Indirect | Mode::OwnVoice => "reports what was said by",
                };
                format!("The article {gives} {}", party.in_full())
            }
        };
        said.push_str(&self.relay());
        if self.inferred {
            said.push_str("; the passage itself names nobody, the curator concluded who speaks");
        }
        said
    }
}

/// `direct`, `partly quoted`, `reported`, `own voice`.
pub const fn mode_in_words(mode: Mode) -> &'static str {
    match mode {
        Mode::Direct => "direct",
        Mode::Mixed => "partly quoted",
        Mode::Indirect => "reported",
        Mode::OwnVoice => "own voice",
    }
}

impl Attribution {
    /// Its word: `own-voice`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Anonymous => "anonymous",
            Self::Uncredited => "uncredited",
            Self::OwnVoice => "own-voice",
        }
    }
}

impl fmt::Display for Attribution {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}
