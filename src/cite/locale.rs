//! The languages that a citation may be written in.

use std::fmt;

use crate::cite::phrases::Phrases;

/// The language and country that a citation is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Locale {
    /// English as in the United States.
    #[default]
    #[value(name = "en-US")]
    EnUs,
    /// English as in Britain.
    #[value(name = "en-GB")]
    EnGb,
    /// Italian.
    #[value(name = "it-IT")]
    ItIt,
    /// German.
    #[value(name = "de-DE")]
    DeDe,
    /// French.
    #[value(name = "fr-FR")]
    FrFr,
    /// Spanish.
    #[value(name = "es-ES")]
    EsEs,
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::EnUs, Self::EnGb, Self::ItIt, Self::DeDe, Self::FrFr, Self::EsEs];

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::EnUs => "en-US",
            Self::EnGb => "en-GB",
            Self::ItIt => "it-IT",
            Self::DeDe => "de-DE",
            Self::FrFr => "fr-FR",
            Self::EsEs => "es-ES",
        }
    }

    /// Our own phrases in its language.
    pub fn phrases(self) -> Phrases {
        Phrases::read(match self {
            Self::EnUs | Self::EnGb => include_str!("phrases/en.json"),
            Self::ItIt => include_str!("phrases/it.json"),
            Self::DeDe => include_str!("phrases/de.json"),
            Self::FrFr => include_str!("phrases/fr.json"),
            Self::EsEs => include_str!("phrases/es.json"),
        })
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.tag())
    }
}
