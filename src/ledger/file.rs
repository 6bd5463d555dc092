//! One ledger file: one article, its sources, its claims.

use compact_str::CompactString;
use serde::de::{self, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

use crate::ledger::article::Article;
use crate::ledger::claim::Claim;
use crate::ledger::source::Sources;
use crate::ledger::verbatim::{Own, Verbatim};

/// The newest format that is understood here.
pub const FORMAT: u64 = 1;

impl Head {
    /// The head with only the sources that a claim names, to be kept with it.
    #[must_use]
    pub fn of_claim(&self, claim: &Claim) -> Self {
        let mut sources = Sources::default();
        for id in std::iter::once(&claim.source).chain(&claim.via).chain(&claim.voice_of) {
            if let Some(source) = self.sources.get(id.as_str()) {
                // A source that the claim names twice is kept once.
                let _ = sources.add(id.clone(), source.clone());
            }
        }
        Self { article: self.article.clone(), sources }
    }
}

/// Where the user's own saved text of the article is, and its fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// The file, relative to the ledger's folder and inside it.
    pub file: CompactString,
    /// SHA-256 of its bytes, 64 hexadecimal digits, in lower case however they were written.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "sha256")]
    pub sha256: Option<CompactString>,
}

fn sha256<'de, D: Deserializer<'de>>(from: D) -> Result<Option<CompactString>, D::Error> {
    let written = CompactString::deserialize(from)?;
    if written.len() == 64 && written.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        Ok(Some(written.to_ascii_lowercase()))
    } else {
        Err(de::Error::invalid_value(
            Unexpected::Str(&written),
            &"a SHA-256 of 64 hexadecimal digits",
        ))
    }
}

/// A text that is kept byte for byte, its escapes included.
fn text_as_written<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Verbatim>, D::Error> {
    let written = Verbatim::deserialize(from)?;
    match serde_json::from_str::<CompactString>(written.get()) {
        Ok(text) if !text.trim().is_empty() => Ok(Some(written)),
        _ => Err(de::Error::invalid_type(Unexpected::Other(written.get()), &"a string")),
    }
}

/// A whole ledger file, in the order in which it is written.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The schema that an editor completes from.
    #[serde(
        rename = "$schema",
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "text_as_written"
    )]
    pub schema: Option<Verbatim>,
    /// [`FORMAT`].
    pub format: u64,
    /// The published piece.
    pub article: Article,
    /// The user's saved text of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Snapshot>,
    /// Whom it credits.
    #[serde(default, skip_serializing_if = "Sources::is_empty")]
    pub sources: Sources,
    /// The claims, in their order.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// The user's own fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Own>,
}

/// What holds for every claim of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The published piece.
    pub article: Article,
    /// Whom it credits.
    pub sources: Sources,
}
