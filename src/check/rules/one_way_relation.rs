//! `one-way-relation`: a conflict or support that only one of two claims records.

use std::collections::HashSet;

use crate::check::rules::Index;
use crate::check::rules::index::Relation;
use crate::finding::{Finding, Rule};

/// A conflict or support that the other claim does not return.
pub static RULE: Rule = Rule::warning("one-way-relation", include_str!("one_way_relation.md"));

/// Looks at the conflicts and supports of all claims.
pub fn test(index: &Index) -> Vec<Finding> {
    let mutual = || {
        index.references.iter().filter(|reference| {
            matches!(reference.relation, Relation::Conflicts | Relation::Supports)
        })
    };
    let written: HashSet<(&str, Relation, &str)> =
        mutual().map(|reference| (&*reference.from, reference.relation, &*reference.to)).collect();
    mutual()
        .filter(|reference| index.has_claim(&reference.to))
        .filter(|reference| {
            !written.contains(&(&*reference.to, reference.relation, &*reference.from))
        })
        .map(|reference| {
            let (from, to) = (&reference.from, &reference.to);
            let field = reference.relation.field();
            let said = format!(
                "claim `{from}` {} `{to}`, but `{to}` does not say so",
                verb(reference.relation)
            );
            index
                .found(&RULE, reference.seat.file, reference.path(), said)
                .help(format!("add `{from}` to the `{field}` of `{to}`"))
        })
        .collect()
}

const fn verb(relation: Relation) -> &'static str {
    match relation {
        Relation::Supports => "supports",
        _ => "conflicts with",
    }
}
