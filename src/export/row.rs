//! One claim on one line: what `list` shows, and what its machine forms carry.

use serde::Serialize;

use crate::ledger::{Claim, Credit, Head};

/// The version of the machine forms; it grows when a field changes its meaning or goes.
pub const VERSION: u32 = 1;

/// One claim, flat.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The claim's id.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The source's id; `article` for its own voice.
    pub source: String,
    /// The source's name.
    pub name: String,
    /// `named`, `anonymous`, `uncredited` or `own-voice`.
    pub attribution: &'static str,
    /// `direct`, `mixed`, `indirect` or `own-voice`.
    pub mode: &'static str,
    /// The attribution in words: `direct, translated`.
    pub how: String,
    /// `fact`, `opinion`, `forecast`, `call` or `private-state`.
    pub kind: &'static str,
    /// `standing`, `corrected`, `retracted` or `superseded`.
    pub status: &'static str,
    /// What is claimed, in the curator's words.
    pub statement: String,
    /// The words that the article prints in quotation marks.
    pub quotes: Vec<String>,
    /// The curator's topics.
    pub topics: Vec<String>,
    /// The paragraphs in which it stands.
    pub paragraphs: Vec<u32>,
}

impl Row {
    /// The row of a claim.
    pub fn of(claim: &Claim, head: &Head) -> Self {
        let credit = Credit::of(claim, head);
        Self {
            id: claim.id.to_string(),
            article: head.article.id.to_string(),
            source: claim.source.to_string(),
            name: credit.party.name().to_owned(),
            attribution: credit.party.attribution().as_str(),
            mode: claim.mode.as_str(),
            how: credit.how(),
            kind: claim.kind.as_str(),
            status: claim.state().as_str(),
            statement: claim.statement.to_string(),
            quotes: claim.quotes.iter().map(|quote| quote.exact.to_string()).collect(),
            topics: claim.topics.iter().map(ToString::to_string).collect(),
            paragraphs: claim.passages.iter().map(|passage| passage.paragraph.get()).collect(),
        }
    }

    /// The cells that a table shows.
    pub fn cells(&self) -> [&str; 4] {
        [&self.id, &self.name, &self.how, &self.statement]
    }

    /// The names of [`Self::record`]'s fields.
    pub const FIELDS: [&str; 13] = [
        "id",
        "article",
        "source",
        "name",
        "attribution",
        "mode",
        "how",
        "kind",
        "status",
        "statement",
        "quotes",
        "topics",
        "paragraphs",
    ];

    /// The row as one record of a CSV file; lists are joined by ` | `.
    pub fn record(&self) -> [String; 13] {
        let joined = |list: &[String]| list.join(" | ");
        [
            self.id.clone(),
            self.article.clone(),
            self.source.clone(),
            self.name.clone(),
            self.attribution.to_owned(),
            self.mode.to_owned(),
            self.how.clone(),
            self.kind.to_owned(),
            self.status.to_owned(),
            self.statement.clone(),
            joined(&self.quotes),
            joined(&self.topics),
            joined(&self.paragraphs.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ]
    }
}
