//! Whom the article credits.

use std::collections::HashMap;
use std::fmt;

use compact_str::CompactString;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::ledger::id::Id;
use crate::ledger::verbatim::Own;

/// The reserved source id of the article's own voice.
pub const OWN_VOICE: &str = "article";

/// The person, organisation, group, publication or document that the article credits.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name in full, or a description where the article does not name it.
    pub name: CompactString,
    /// What it is.
    pub kind: SourceKind,
    /// What it does, as the article says: `bridge engineer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<CompactString>,
    /// Where it belongs, as the article says: `Politecnico del Molo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<CompactString>,
    /// Other names; no back-references such as "the company".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<CompactString>,
    /// Whether the article leaves it unnamed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
    /// How many are in the group, where the article says so; at least 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<std::num::NonZeroU32>,
    /// The user's own fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Own>,
}

/// What a source is.
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
pub enum SourceKind {
    /// One human being.
    Person,
    /// A company, authority, institution.
    Organization,
    /// Several people without an organisation.
    Group,
    /// A newspaper, agency, broadcaster, or their reports.
    Publication,
    /// A paper, letter, filing, statistic.
    Document,
}

impl SourceKind {
    /// Its word: `person`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Group => "group",
            Self::Publication => "publication",
            Self::Document => "document",
        }
    }
}

impl fmt::Display for SourceKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// The sources of one file, in the order written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    listed: Vec<(Id<Source>, Source)>,
    index: HashMap<Id<Source>, usize>,
}

impl Sources {
    /// The source of this id.
    pub fn get(&self, id: &str) -> Option<&Source> {
        self.position(id).map(|at| &self.listed[at].1)
    }

    /// Where in the order written the source of this id stands, counted from 0.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// All of them, in the order written.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Id<Source>, &Source)> {
        self.listed.iter().map(|(id, source)| (id, source))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    /// Whether the file records none.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// Adds a source.
    ///
    /// # Errors
    /// Gives the id back where it is taken or reserved.
    pub fn add(&mut self, id: Id<Source>, source: Source) -> Result<(), Id<Source>> {
        if id.as_str() == OWN_VOICE || self.index.contains_key(&id) {
            return Err(id);
        }
        self.index.insert(id.clone(), self.listed.len());
        self.listed.push((id, source));
        Ok(())
    }
}

struct SourcesVisitor;

impl<'de> Visitor<'de> for SourcesVisitor {
    type Value = Sources;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the sources by id: { \"ito\": { \"name\": …, \"kind\": … } }")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Sources, A::Error> {
        let mut sources = Sources::default();
        while let Some((id, source)) = fields.next_entry()? {
            sources.add(id, source).map_err(|id| match id.as_str() {
                OWN_VOICE => de::Error::custom(
                    "`article` is the article's own voice and is not listed among the sources",
                ),
                _ => de::Error::custom(format_args!("duplicate field `{id}`")),
            })?;
        }
        Ok(sources)
    }
}

impl<'de> Deserialize<'de> for Sources {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(SourcesVisitor)
    }
}

impl Serialize for Sources {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_map(Some(self.len()))?;
        for (id, source) in self.iter() {
            fields.serialize_entry(id.as_str(), source)?;
        }
        fields.end()
    }
}
