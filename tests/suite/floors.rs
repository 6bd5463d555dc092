//! Imports point downward, and modules on one floor do not know each other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up, as `lib.rs` draws them.
const FLOORS: [&[&str]; 7] = [
    &["cores", "safe", "span", "wording"],
    &["finding", "text"],
    &["ledger"],
    &["draft", "load", "save", "select"],
    &["check", "cite", "curate"],
    &["export", "report"],
    &["cli"],
];

/// What only tests use, on every floor.
const OF_TESTS: &str = "trial";

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("is a folder") {
        let path = entry.expect("can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The top-level modules that a source file names by `crate::`.
fn imports(text: &str) -> BTreeSet<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next())
        .map(Option::unwrap_or_default)
        .filter(|module| !module.is_empty())
        .collect()
}

#[test]
fn imports_point_downward() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 40, "the sources were not found");
    let mut wrong = Vec::new();
    for path in files {
        let inside = path.strip_prefix(&root).expect("is below");
        let first = inside.components().next().expect("has a name").as_os_str().to_string_lossy();
        let module = first.trim_end_matches(".rs").to_owned();
        if matches!(module.as_str(), "lib" | "main" | OF_TESTS) {
            continue;
        }
        let Some(own) = floor(&module) else {
            wrong.push(format!("`{module}` has no floor"));
            continue;
        };
        let text = fs::read_to_string(&path).expect("is text");
        if text.contains("crate::{") {
            wrong.push(format!(
                "{} groups imports, which this test does not read",
                inside.display()
            ));
        }
        for other in
            imports(&text).into_iter().filter(|other| *other != module && *other != OF_TESTS)
        {
            match floor(other) {
                Some(theirs) if theirs < own => {}
                Some(_) => wrong.push(format!("{} imports `{other}`", inside.display())),
                None => wrong
                    .push(format!("{} imports `{other}`, which has no floor", inside.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_map_names_every_floor() {
    let map = include_str!("../../src/lib.rs");
    for (number, modules) in FLOORS.iter().enumerate() {
        let row = map
            .lines()
            .find(|line| line.starts_with(&format!("//! | {number} |")))
            .unwrap_or_else(|| panic!("floor {number} is not on the map"));
        for module in *modules {
            assert!(row.contains(&format!("[`{module}`]")), "`{module}` is not on floor {number}");
        }
    }
    for module in map.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        assert!(floor(module.trim_end_matches(';')).is_some(), "{module} has no floor");
    }
}
