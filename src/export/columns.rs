#![doc = include_str!("columns.md")]

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::check::caution::{self, Caution};
use crate::cite::fragment;
use crate::ledger::{Article, Claim, Credit, Head, Today, Translated};

/// What the columns are, for who asks for help: the table above.
pub const IN_WORDS: &str = include_str!("columns.md");

/// One claim with all that its line says.
pub struct Line<'a> {
    claim: &'a Claim,
    article: &'a Article,
    credit: Credit<'a>,
    file: &'a str,
    cautions: Vec<Caution>,
}

/// What a line has in a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Text, or nothing where the ledger says nothing.
    Text(Option<String>),
    /// Several texts.
    List(Vec<String>),
    /// Several whole numbers.
    Numbers(Vec<u32>),
    /// Yes or no.
    YesNo(bool),
}

/// A column: its name, and what a line has in it.
pub struct Column {
    /// As the first row of a CSV file has it.
    pub name: &'static str,
    cell: fn(&Line<'_>) -> Cell,
}

impl<'a> Line<'a> {
    /// The line of a claim that a file records.
    pub fn of(claim: &'a Claim, head: &'a Head, file: &'a str, today: Today) -> Self {
        Self {
            claim,
            article: &head.article,
            credit: Credit::of(claim, head),
            file,
            cautions: caution::of_claim(claim, head, today),
        }
    }

    /// Its cells, in the order of the columns.
    pub fn cells(&self) -> impl Iterator<Item = (&'static str, Cell)> {
        COLUMNS.iter().map(|column| (column.name, (column.cell)(self)))
    }
}

impl Cell {
    /// The cell in one text, its items joined by ` | `.
    pub fn in_one(&self) -> String {
        match self {
            Self::Text(text) => text.clone().unwrap_or_default(),
            Self::List(items) => items.join(" | "),
            Self::Numbers(numbers) => {
                numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ")
            }
            Self::YesNo(holds) => if *holds { "yes" } else { "no" }.to_owned(),
        }
    }
}

/// One object, the version first.
impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_map(None)?;
        fields.serialize_entry("version", &super::row::VERSION)?;
        for (name, cell) in self.cells() {
            fields.serialize_entry(name, &cell)?;
        }
        fields.end()
    }
}

fn text<T: ToString + ?Sized>(text: &T) -> Cell {
    Cell::Text(Some(text.to_string()))
}

fn maybe<T: ToString>(text: Option<T>) -> Cell {
    Cell::Text(text.map(|text| text.to_string()))
}

fn list<T: ToString>(items: impl IntoIterator<Item = T>) -> Cell {
    Cell::List(items.into_iter().map(|item| item.to_string()).collect())
}

/// Every column, in order.
pub static COLUMNS: [Column; 43] = [
    Column { name: "id", cell: |line| text(&line.claim.id) },
    Column { name: "statement", cell: |line| text(&line.claim.statement) },
    Column { name: "kind", cell: |line| text(&line.claim.kind) },
    Column { name: "topics", cell: |line| list(&line.claim.topics) },
    Column { name: "about", cell: |line| list(&line.claim.about) },
    Column { name: "source", cell: |line| text(&line.claim.source) },
    Column { name: "source_name", cell: |line| text(line.credit.party.name()) },
    Column {
        name: "source_kind",
        cell: |line| maybe(line.credit.party.source().map(|source| source.kind)),
    },
    Column {
        name: "source_role",
        cell: |line| maybe(line.credit.party.source().and_then(|source| source.role.as_ref())),
    },
    Column {
        name: "source_affiliation",
        cell: |line| {
            maybe(line.credit.party.source().and_then(|source| source.affiliation.as_ref()))
        },
    },
    Column { name: "attribution", cell: |line| text(&line.credit.party.attribution()) },
    Column { name: "mode", cell: |line| text(&line.claim.mode) },
    Column { name: "how", cell: |line| text(&line.credit.how()) },
    Column { name: "credit", cell: |line| text(&line.credit.sentence()) },
    Column { name: "via", cell: |line| list(&line.credit.via) },
    Column { name: "voice_of", cell: |line| maybe(line.credit.voice_of) },
    Column { name: "cue", cell: |line| maybe(line.claim.cue.as_ref()) },
    Column { name: "inferred", cell: |line| Cell::YesNo(line.claim.inferred) },
    Column { name: "hedges", cell: |line| list(&line.claim.hedges) },
    Column {
        name: "quotes",
        cell: |line| list(line.claim.quotes.iter().map(|quote| &quote.exact)),
    },
    Column {
        name: "translated",
        cell: |line| {
            maybe(line.credit.translated.map(|translated| match translated {
                Translated::Stated => "stated",
                Translated::Presumed => "presumed",
            }))
        },
    },
    Column {
        name: "paragraphs",
        cell: |line| {
            let passages = line.claim.passages.iter();
            Cell::Numbers(passages.map(|passage| passage.paragraph.get()).collect())
        },
    },
    Column {
        name: "starts",
        cell: |line| list(line.claim.passages.iter().map(|passage| &passage.start)),
    },
    Column {
        name: "ends",
        cell: |line| list(line.claim.passages.iter().map(|passage| &passage.end)),
    },
    Column {
        name: "link",
        cell: |line| maybe(fragment::address(line.article, line.claim.passages.first(), None)),
    },
    Column { name: "when", cell: |line| maybe(line.claim.when.as_ref()) },
    Column { name: "due", cell: |line| maybe(line.claim.due) },
    Column { name: "status", cell: |line| text(&line.claim.state()) },
    Column {
        name: "status_date",
        cell: |line| maybe(line.claim.status.as_ref().and_then(|status| status.date)),
    },
    Column {
        name: "replaced_by",
        cell: |line| {
            maybe(line.claim.status.as_ref().and_then(|status| status.replaced_by.as_ref()))
        },
    },
    Column { name: "conflicts", cell: |line| list(&line.claim.conflicts) },
    Column { name: "supports", cell: |line| list(&line.claim.supports) },
    Column { name: "qualified_by", cell: |line| list(&line.claim.qualified_by) },
    Column { name: "cautions", cell: |line| list(&line.cautions) },
    Column { name: "note", cell: |line| maybe(line.claim.note.as_ref()) },
    Column { name: "article", cell: |line| text(&line.article.id) },
    Column { name: "article_title", cell: |line| maybe(line.article.title()) },
    Column { name: "article_outlet", cell: |line| maybe(line.article.outlet()) },
    Column { name: "article_authors", cell: |line| list(line.article.authors()) },
    Column { name: "article_issued", cell: |line| maybe(line.article.issued()) },
    Column { name: "article_language", cell: |line| maybe(line.article.language()) },
    Column { name: "article_url", cell: |line| maybe(line.article.url()) },
    Column { name: "file", cell: |line| text(line.file) },
];
