//! What the program stands on: permissive licences, one version of each crate, the Rust registry alone.
//! Nothing here asks the network.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::desk::skipped;

/// Licences that ask for no more than a notice.
const PERMISSIVE: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates of which there are two versions, and why that cannot be helped.
const TWICE: &[(&str, &str)] = &[];

/// Every package that a build on any system uses; none where cargo cannot say so without the network.
fn packages() -> Option<Vec<Value>> {
    let cargo = std::env::var("CARGO").unwrap_or("cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .ok()
        .filter(|output| output.status.success());
    let Some(output) = output else {
        skipped("`cargo metadata` does not run here without the network");
        return None;
    };
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("is JSON");
    metadata["packages"].as_array().cloned()
}

/// Whether one may choose permissive licences throughout: of what is joined by OR, one must be; of what is
/// joined by AND, each.
fn is_permissive(expression: &str) -> bool {
    let is_known = |name: &str| PERMISSIVE.contains(&name.trim_matches([' ', '(', ')']));
    let may_choose =
        |choices: &str| choices.split(" OR ").flat_map(|one| one.split('/')).any(is_known);
    expression.split(" AND ").all(may_choose)
}

#[test]
fn licences_are_read_as_they_are_meant() {
    for yes in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR GPL-3.0) AND Unicode-3.0"] {
        assert!(is_permissive(yes), "{yes}");
    }
    for no in ["", "GPL-3.0", "MPL-2.0", "MIT AND GPL-3.0", "LGPL-2.1-or-later"] {
        assert!(!is_permissive(no), "{no}");
    }
}

#[test]
fn every_licence_is_permissive() {
    let Some(packages) = packages() else { return };
    assert!(packages.len() > 20);
    for package in packages {
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_permissive(licence), "{}: `{licence}`", package["name"]);
    }
}

#[test]
fn no_crate_is_there_twice_without_a_reason() {
    let Some(packages) = packages() else { return };
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in &packages {
        let text = |field: &str| package[field].as_str().expect("is named");
        versions.entry(text("name")).or_default().insert(text("version"));
    }
    let twice: Vec<_> = versions.iter().filter(|(_, versions)| versions.len() > 1).collect();
    for (name, versions) in &twice {
        let reason = TWICE.iter().any(|(known, _)| known == *name);
        assert!(
            reason,
            "`{name}` is there in the versions {versions:?}; `cargo tree -i {name}` says why"
        );
    }
    assert_eq!(twice.len(), TWICE.len(), "a reason is given for what is no longer there twice");
}

#[test]
fn nothing_comes_from_elsewhere_than_the_registry() {
    const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
    let locked = include_str!("../../Cargo.lock");
    let packages: Vec<&str> = locked.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 20);
    let mut ours = 0;
    for package in packages {
        let field = |name: &str| {
            let start = format!("{name} = \"");
            package.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix('"'))
        };
        let Some(source) = field("source") else {
            assert_eq!(field("name"), Some("news-claims"), "{package}");
            ours += 1;
            continue;
        };
        assert_eq!(source, REGISTRY, "{package}");
        assert!(field("checksum").is_some_and(|sum| sum.len() == 64), "{package}");
    }
    assert_eq!(ours, 1);
}
