//! `changed-snapshot`: a snapshot that is not the one that was curated.

use crate::check::rules::Subject;
use crate::finding::{Finding, JsonPath, Rule};

/// A snapshot whose bytes are not those that the file recorded.
pub static RULE: Rule = Rule::error("changed-snapshot", include_str!("changed_snapshot.md"));

/// Compares the fingerprints.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    let recorded = file.snapshot.and_then(|snapshot| snapshot.sha256.as_ref());
    let (Some(recorded), Some(saved)) = (recorded, file.saved()) else {
        return Vec::new();
    };
    if *recorded == saved.sha256 {
        return Vec::new();
    }
    let said = format!(
        "snapshot `{}` is not the text that was recorded: its SHA-256 is {}",
        saved.shown, saved.sha256
    );
    let path = JsonPath::root().then("snapshot").then("sha256");
    let help =
        "find out what changed; check the claims against the new text, then record its SHA-256";
    vec![file.found(&RULE, path, said).help(help)]
}
