//! What the formats of records share: dates and text on one line.

use crate::ledger::PartialDate;
use crate::ledger::csl::{self, Type};
use crate::ledger::csl_date::CslDate;
use crate::safe;

/// Text on one line, controls shown.
pub fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    safe::terminal(&line).into_owned()
}

/// Year, month and day of a date, as far as they are known.
pub fn parts(date: PartialDate) -> (String, Option<String>, Option<String>) {
    let written = date.to_string();
    let mut parts = written.split('-').map(str::to_owned);
    (parts.next().unwrap_or_default(), parts.next(), parts.next())
}

/// What of a date its parts do not tell: `mid August`, `to 2025-03`.
pub fn words(date: &CslDate) -> Option<String> {
    let end = date.end.map(|end| format!("to {end}"));
    let about = date.circa.then(|| "about".to_owned());
    let words = date.words.as_deref().map(one_line);
    let said: Vec<String> = [about, words, end].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What a person looks for first in a record.
const FIRST: [&str; 5] = ["author", "title", "container-title", "issued", "URL"];

/// Every variable that CSL knows, those first that a person looks for first.
pub fn variables() -> impl Iterator<Item = (&'static str, Type)> {
    let first = FIRST.into_iter().filter_map(|name| csl::type_of(name).map(|kind| (name, kind)));
    first.chain(csl::variables().filter(|(name, _)| !FIRST.contains(name)))
}
