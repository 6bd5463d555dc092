//! `repeated-id`: one id in two files.

use crate::check::rules::Index;
use crate::finding::{Finding, JsonPath, Rule};

/// An id of a claim or of an article that stands in two files of the ledger.
pub static RULE: Rule = Rule::error("repeated-id", include_str!("repeated_id.md"));

/// Looks at all ids of claims and articles.
pub fn test(index: &Index) -> Vec<Finding> {
    let said = |what: &str, id: &str, first: usize| {
        let first = index.file(first);
        format!("{what} `{id}` stands in `{first}`, too")
    };
    index
        .repeated
        .iter()
        .map(|repeated| {
            let (what, path) = match repeated.position {
                Some(position) => ("claim", JsonPath::claim(position).then("id")),
                None => ("article", JsonPath::root().then("article").then("id")),
            };
            let said = said(what, &repeated.id, repeated.first);
            let help = "a citation must lead to one place: give one of the two another id";
            index.found(&RULE, repeated.file, path, said).help(help)
        })
        .collect()
}
