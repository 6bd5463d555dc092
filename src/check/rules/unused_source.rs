//! `unused-source`: a source that no claim names.

use crate::check::rules::Subject;
use crate::finding::{Finding, JsonPath, Rule};

/// A source that is recorded and credited with nothing.
pub static RULE: Rule = Rule::warning("unused-source", include_str!("unused_source.md"));

/// Looks at the sources of a file.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    let named = file.named_sources();
    let unused = file.head.sources.iter().filter(|(id, _)| !named.contains(id.as_str()));
    unused
        .map(|(id, source)| {
            let said = format!("source `{id}` (`{}`) is named by no claim", source.name);
            let path = JsonPath::root().then("sources").then(id.as_str());
            file.found_key(&RULE, path, said)
                .help("record what the article credits it with, or take it out")
        })
        .collect()
}
