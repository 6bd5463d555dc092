//! The forms that are written claim by claim: nothing of the ledger is held.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::Value;

use crate::check::caution;
use crate::export::account::{Account, Relation};
use crate::export::columns::{COLUMNS, Line};
use crate::export::csv::Csv;
use crate::export::{document, linked};
use crate::ledger::{Claim, Head, Today};
use crate::safe;

/// A form that is written claim by claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Streamed {
    /// One flat object a line.
    Jsonl,
    /// One flat record a line.
    Csv(Csv),
    /// A document for people.
    Markdown,
    /// Linked data.
    Linked,
}

/// A claim, and what is needed beside it.
pub struct Piece<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Its article and sources.
    pub head: &'a Head,
    /// The file that records it.
    pub file: &'a str,
    /// Whether it is the first of its file.
    pub is_first: bool,
    /// What the claims say that it names, as far as the ledger holds them.
    pub statements: &'a BTreeMap<String, String>,
    /// The day that counts as today.
    pub today: Today,
}

impl Streamed {
    /// What comes before the first claim.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn begin(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Jsonl | Self::Markdown => Ok(()),
            Self::Csv(csv) => csv.record(&COLUMNS.each_ref().map(|column| column.name), out),
            Self::Linked => {
                write!(out, "{{\"@context\":{},\n\"@graph\":[", linked::context())
            }
        }
    }

    /// What comes between two claims.
    pub const fn between(self) -> &'static str {
        match self {
            Self::Jsonl | Self::Csv(_) => "",
            Self::Markdown => "\n",
            Self::Linked => ",",
        }
    }

    /// What comes after the last claim.
    pub const fn end(self) -> &'static str {
        match self {
            Self::Jsonl | Self::Csv(_) | Self::Markdown => "",
            Self::Linked => "\n]}\n",
        }
    }

    /// A claim in this form.
    ///
    /// # Errors
    /// When it cannot be put in this form, which would be a fault of this program.
    pub fn claim(self, piece: &Piece<'_>) -> io::Result<String> {
        let Piece { claim, head, file, is_first, today, .. } = *piece;
        match self {
            Self::Jsonl => Ok(in_json(&Line::of(claim, head, file, today))? + "\n"),
            Self::Csv(csv) => {
                let cells = Line::of(claim, head, file, today);
                let cells: Vec<String> = cells.cells().map(|(_, cell)| cell.in_one()).collect();
                let mut record = Vec::new();
                csv.record(&cells, &mut record)?;
                String::from_utf8(record).map_err(io::Error::other)
            }
            Self::Markdown => {
                let heading = is_first.then(|| document::heading(&head.article) + "\n");
                Ok(heading.unwrap_or_default() + &document::section(&account(piece)))
            }
            Self::Linked => {
                let article = is_first.then(|| linked::article(&head.article));
                let nodes: Vec<Value> =
                    article.into_iter().chain(linked::claim(claim, head)).collect();
                let nodes: io::Result<Vec<String>> =
                    nodes.iter().map(|node| Ok(format!("\n{}", in_json(node)?))).collect();
                Ok(nodes?.join(","))
            }
        }
    }
}

fn account<'a>(piece: &Piece<'a>) -> Account<'a> {
    let Piece { claim, head, file, statements, today, .. } = *piece;
    let relation = |(field, _, id): (&'static str, usize, &'a crate::ledger::Id<Claim>)| Relation {
        field,
        id: id.as_str(),
        statement: statements.get(id.as_str()).map(String::as_str),
    };
    let cautions = caution::of_claim(claim, head, today).into_iter();
    Account {
        claim,
        head,
        file,
        relations: claim.relations().map(relation).collect(),
        cautions: cautions.map(|caution| (caution.as_str(), caution.in_words())).collect(),
    }
}

fn in_json(value: &impl serde::Serialize) -> io::Result<String> {
    let json = serde_json::to_string(value)?;
    Ok(safe::json(&json).into_owned())
}
