//! `two-names-one-source`: one source id, two names.

use crate::check::rules::Index;
use crate::finding::{Finding, JsonPath, Rule};

/// A source id that two files give to differing names.
pub static RULE: Rule =
    Rule::warning("two-names-one-source", include_str!("two_names_one_source.md"));

/// Looks at the named sources of all files.
pub fn test(index: &Index) -> Vec<Finding> {
    index
        .renamed
        .iter()
        .map(|renamed| {
            let (first, first_name) = &renamed.first;
            let (file, name) = &renamed.here;
            let said = format!(
                "source `{}` is `{name}` here and `{first_name}` in `{}`",
                renamed.id,
                index.file(*first)
            );
            let path = JsonPath::root().then("sources").then(&*renamed.id).then("name");
            let help = "the same id means the same party: add one name to the other's `aliases`, or give \
                        one of the two another id";
            index.found(&RULE, *file, path, said).help(help)
        })
        .collect()
}
