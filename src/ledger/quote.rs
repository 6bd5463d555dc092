//! Words that the article prints in quotation marks, recorded exactly.

use std::collections::BTreeMap;

use compact_str::CompactString;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::ledger::verbatim::Own;

/// Words that the article prints in quotation marks.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words as printed, without the marks.
    pub exact: CompactString,
    /// The words right before, to tell two alike apart (W3C `TextQuoteSelector`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<CompactString>,
    /// The words right after (W3C `TextQuoteSelector`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<CompactString>,
    /// Whether it goes on from the quote before and only the cue stands between.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub continues: bool,
    /// Its language, where that is not the article's; a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<CompactString>,
    /// Whether the source spoke another language, and who says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translated: Option<Translated>,
    /// The curator's own translations by language; never quotable words.
    #[serde(default, skip_serializing_if = "Renderings::is_empty")]
    pub renderings: Renderings,
    /// Misprints that it keeps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sic: Vec<Misprint>,
    /// The user's own fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Own>,
}

/// Who says that printed words are a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Translated {
    /// The article.
    Stated,
    /// The curator.
    Presumed,
}

/// A misprint, with what was meant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Misprint {
    /// As printed: `2O25`.
    pub printed: CompactString,
    /// As meant: `2025`.
    pub meant: CompactString,
}

/// The curator's own translations by language.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Renderings(BTreeMap<CompactString, CompactString>);

impl Renderings {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each with its language, in the order of the languages' tags.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, words)| (language.as_str(), words.as_str()))
    }
}

struct RenderingsVisitor;

impl<'de> Visitor<'de> for RenderingsVisitor {
    type Value = Renderings;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("translations by language: { \"en\": … }")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Renderings, A::Error> {
        let mut renderings = BTreeMap::new();
        while let Some((language, words)) = fields.next_entry::<CompactString, _>()? {
            if renderings.insert(language.clone(), words).is_some() {
                return Err(de::Error::custom(format_args!("duplicate field `{language}`")));
            }
        }
        Ok(Renderings(renderings))
    }
}

impl<'de> Deserialize<'de> for Renderings {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(RenderingsVisitor)
    }
}
