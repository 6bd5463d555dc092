//! `contested-alias`: one name for two sources.

use std::collections::HashMap;

use crate::check::rules::Subject;
use crate::finding::{Finding, JsonPath, Rule};
use crate::ledger::{Id, Name, Source};

/// A name or alias that two sources of a file bear.
pub static RULE: Rule = Rule::warning("contested-alias", include_str!("contested_alias.md"));

/// Looks at the names and aliases of a file's sources.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    let mut bearers: HashMap<String, (&Id<Source>, &Source)> = HashMap::new();
    let mut found = Vec::new();
    for (id, source) in file.head.sources.iter() {
        let record = JsonPath::root().then("sources").then(id.as_str());
        let aliases = source.aliases.iter().enumerate();
        let aliases = aliases.map(|(at, alias)| (alias, record.clone().then("aliases").then(at)));
        let name = (&source.name, record.clone().then("name"));
        for (name, path) in std::iter::once(name).chain(aliases) {
            let key = Name::new(name).key();
            if key.is_empty() {
                continue;
            }
            let (bearer, other) = *bearers.entry(key).or_insert((id, source));
            // Two unnamed sources may well be described in the same words.
            if bearer == id || (source.anonymous && other.anonymous) {
                continue;
            }
            let said = format!("`{name}` names source `{id}` and source `{bearer}`");
            let help =
                "a name must lead to one source: take it from one of them, or name both in full";
            found.push(file.found(&RULE, path, said).help(help));
        }
    }
    found
}
