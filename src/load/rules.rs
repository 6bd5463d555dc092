//! What loading reports, by name.

use crate::finding::{Rule, Severity};

const fn error(name: &'static str, text: &'static str) -> Rule {
    Rule { name, severity: Severity::Error, text }
}

/// A file that is not there, no file, or no UTF-8 text.
pub static UNREADABLE_FILE: Rule =
    error("unreadable-file", include_str!("rules/unreadable-file.md"));
/// A file that is not JSON.
pub static NOT_JSON: Rule = error("not-json", include_str!("rules/not-json.md"));
/// JSON that is no ledger file of this format.
pub static WRONG_SHAPE: Rule = error("wrong-shape", include_str!("rules/wrong-shape.md"));
/// A ledger file for a newer program.
pub static NEWER_FORMAT: Rule = error("newer-format", include_str!("rules/newer-format.md"));
/// A key that stands twice in one object.
pub static DUPLICATE_KEY: Rule = error("duplicate-key", include_str!("rules/duplicate-key.md"));
/// A claim's id that stands twice in one file.
pub static DUPLICATE_ID: Rule = error("duplicate-id", include_str!("rules/duplicate-id.md"));
/// A snapshot that leads out of the ledger's folder.
pub static UNSAFE_SNAPSHOT: Rule =
    error("unsafe-snapshot", include_str!("rules/unsafe-snapshot.md"));

/// All of them.
pub static RULES: [&Rule; 7] = [
    &UNREADABLE_FILE,
    &NOT_JSON,
    &WRONG_SHAPE,
    &NEWER_FORMAT,
    &DUPLICATE_KEY,
    &DUPLICATE_ID,
    &UNSAFE_SNAPSHOT,
];
