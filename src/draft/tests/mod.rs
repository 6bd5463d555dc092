//! Drafts read: tables of small ones, and properties of any.

mod blocks;
mod citations;
mod credit;
mod properties;
mod quotations;
mod whose;

use super::{Draft, KnownName, read};
use crate::ledger::{Source, SourceKind};

fn source(name: &str, kind: SourceKind, aliases: &[&str]) -> Source {
    Source {
        name: name.into(),
        kind,
        role: None,
        affiliation: None,
        aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
        anonymous: false,
        count: None,
        x: None,
    }
}

fn read_with_harbour(text: &str) -> Draft {
    let sources = [
        ("ito", source("Mei Ito", SourceKind::Person, &["Ito"])),
        ("rossi", source("Carlo Rossi", SourceKind::Person, &["Rossi"])),
        ("obrien", source("Nuala O’Brien", SourceKind::Person, &[])),
        (
            "authority",
            source(
                "Port Authority",
                SourceKind::Organization,
                &["Autorità portuale", "Hafenbehörde"],
            ),
        ),
        ("ministry", source("Ministry of Culture", SourceKind::Organization, &[])),
        ("trust", source("Lock Supporters’ Trust", SourceKind::Organization, &[])),
        ("report", source("Lockwood report", SourceKind::Document, &[])),
        ("arts", source("Arts, Media and Sport Committee", SourceKind::Organization, &[])),
    ];
    let names: Vec<KnownName<'_>> =
        sources.iter().map(|(id, source)| KnownName { id, source }).collect();
    read(text, &names)
}
