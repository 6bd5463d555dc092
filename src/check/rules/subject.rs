//! What a rule looks at: one ledger file, one claim in it.

use std::collections::HashSet;
use std::sync::Arc;

use crate::finding::{Finding, JsonPath, Place, Rule, Spot};
use crate::ledger::{Claim, Head, Snapshot};
use crate::load::snapshot::Saved;
use crate::span::Span;
use crate::text::printed::Printed;

/// A claim with its place among the file's claims, counted from 0: one that could not be read leaves
/// a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbered {
    /// Its place.
    pub position: usize,
    /// The claim.
    pub claim: Claim,
}

/// One ledger file, with the text of its article where that is at hand.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The file as a person would type it from here.
    pub file: &'a Arc<str>,
    /// Article and sources.
    pub head: &'a Head,
    /// What the file says of its snapshot.
    pub snapshot: Option<&'a Snapshot>,
    /// Whether all of the file could be read.
    pub is_whole: bool,
    numbered: &'a [Numbered],
    saved: Option<&'a Saved>,
    printed: Option<Printed<'a>>,
}

impl<'a> Subject<'a> {
    /// A file that was read whole, without a snapshot at hand.
    pub const fn new(file: &'a Arc<str>, head: &'a Head, claims: &'a [Numbered]) -> Self {
        Self {
            file,
            head,
            snapshot: None,
            is_whole: true,
            numbered: claims,
            saved: None,
            printed: None,
        }
    }

    /// The same with what the file says of its snapshot, and the snapshot where it is at hand.
    #[must_use]
    pub fn snapshot(self, snapshot: Option<&'a Snapshot>, saved: Option<&'a Saved>) -> Self {
        let language = self.head.article.language();
        Self {
            snapshot,
            saved,
            printed: saved.map(|saved| Printed::new(&saved.text, language)),
            ..self
        }
    }

    /// The same where only a part of the file could be read.
    #[must_use]
    pub fn in_part(self) -> Self {
        Self { is_whole: false, ..self }
    }

    /// The claims, in their order.
    pub fn claims(&self) -> impl Iterator<Item = ClaimAt<'_>> {
        self.numbered.iter().map(|numbered| ClaimAt {
            subject: self,
            position: numbered.position,
            claim: &numbered.claim,
        })
    }

    /// Every source id that a claim names as source, relay or voice.
    pub(super) fn named_sources(&self) -> HashSet<&str> {
        let claims = self.numbered.iter().map(|numbered| &numbered.claim);
        claims
            .flat_map(|claim| {
                std::iter::once(&claim.source).chain(&claim.via).chain(&claim.voice_of)
            })
            .map(AsRef::as_ref)
            .collect()
    }

    /// The snapshot's bytes, as far as their fingerprint tells.
    pub(super) const fn saved(&self) -> Option<&Saved> {
        self.saved
    }

    /// The text of the article.
    pub(super) const fn printed(&self) -> Option<&Printed<'a>> {
        self.printed.as_ref()
    }

    /// A finding about a value of this file.
    pub(super) fn found(
        &self,
        rule: &'static Rule,
        path: JsonPath,
        message: impl Into<String>,
    ) -> Finding {
        Self::at(self.file, rule, Spot::Json(path), message)
    }

    /// A finding about a place in the snapshot.
    pub(super) fn found_in_text(
        &self,
        rule: &'static Rule,
        span: Span,
        message: impl Into<String>,
    ) -> Finding {
        let file =
            self.saved.map_or_else(|| Arc::clone(self.file), |saved| saved.shown.as_str().into());
        Self::at(&file, rule, Spot::Text(span), message)
    }

    /// A finding about a key of this file.
    pub(super) fn found_key(
        &self,
        rule: &'static Rule,
        path: JsonPath,
        message: impl Into<String>,
    ) -> Finding {
        Self::at(self.file, rule, Spot::JsonKey(path), message)
    }

    fn at(file: &Arc<str>, rule: &'static Rule, spot: Spot, message: impl Into<String>) -> Finding {
        Finding::new(rule, Place { file: Arc::clone(file), spot }, message)
    }
}

/// One claim in its file.
#[derive(Clone, Copy, Debug)]
pub struct ClaimAt<'a> {
    /// The file.
    pub subject: &'a Subject<'a>,
    /// Its place among the file's claims, counted from 0.
    pub position: usize,
    /// The claim.
    pub claim: &'a Claim,
}

impl ClaimAt<'_> {
    /// Where one of its fields stands.
    pub(super) fn path(&self, field: &str) -> JsonPath {
        JsonPath::claim(self.position).then(field)
    }

    /// A finding about a value of this claim.
    pub(super) fn found(
        &self,
        rule: &'static Rule,
        path: JsonPath,
        message: impl Into<String>,
    ) -> Finding {
        self.subject.found(rule, path, message)
    }
}
