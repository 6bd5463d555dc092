//! Claims that refer to each other in a circle, and numbers chosen to collide.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::desk::Desk;

/// Claims that each conflict with, support, qualify and replace the next; the last the first.
fn circle(claims: usize) -> String {
    let mut ledger = r#"{"format":1,"article":{"id":"bridge","type":"article"},
        "sources":{"ito":{"name":"Mei Ito","kind":"person"},"rossi":{"name":"Ada Rossi","kind":"person"}},"claims":["#
        .to_owned();
    for claim in 0..claims {
        let (comma, next) = (if claim == 0 { "" } else { "," }, (claim + 1) % claims);
        let _ = write!(
            ledger,
            r#"{comma}{{"id":"c-{claim}","statement":"The bridge will be safe in {claim} days.","kind":"forecast",
            "source":"ito","via":["rossi"],"mode":"direct","quotes":[{{"exact":"Sarà sicuro fra {claim} giorni"}}],
            "status":{{"state":"superseded","replaced_by":"c-{next}"}},
            "conflicts":["c-{next}"],"supports":["c-{next}"],"qualified_by":["c-{next}"]}}"#
        );
    }
    ledger + "]}"
}

/// Every command that follows what claims refer to.
const COMMANDS: [&[&str]; 10] = [
    &["list"],
    &["list", "--conflicted"],
    &["show", "c-0"],
    &["sources"],
    &["cite"],
    &["check", "c-0"],
    &["check", "Sarà sicuro fra 0 giorni", "--by", "ito", "--why"],
    &["lint", "draft.md"],
    &["validate"],
    &["validate", "--format", "json"],
];

#[test]
fn claims_in_a_circle_are_followed_once() {
    for claims in [1, 2, 3, 300] {
        let desk = Desk::new()
            .with("claims/bridge.json", circle(claims))
            .with("draft.md", "“Sarà sicuro fra 0 giorni”, ha detto Mei Ito.[^c-0]\n");
        for args in COMMANDS {
            let output = desk.claims().args(args).output().expect("runs");
            assert!(matches!(output.status.code(), Some(0 | 1)), "{claims} {args:?}: {output:?}");
        }
    }
}

#[test]
fn a_circle_of_two_is_told_as_it_stands() {
    let desk = Desk::new()
        .with("claims/bridge.json", circle(2))
        .run(&["show", "c-0"])
        .run(&["check", "c-0"])
        .run(&["validate"]);
    insta::assert_snapshot!(desk.seen());
}

/// Source files where a hasher is named, and why it cannot be attacked.
const HASHERS: [(&str, &str); 1] =
    [("src/load/parse.rs", "passes on what the standard keyed hasher made of an id")];

/// A ledger's ids and words are chosen by others. The standard hasher has a key that they do not
/// know; every other must be named here with its reason.
#[test]
fn nothing_is_hashed_without_a_key() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("is a folder") {
            let path = entry.expect("is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let shown = path.strip_prefix(root).expect("is below").display().to_string();
                let text = fs::read_to_string(&path).expect("is text");
                let names_a_hasher =
                    ["BuildHasherDefault", "DefaultHasher", "with_hasher", "impl Hasher", "FxHash"]
                        .iter()
                        .any(|name| text.contains(name));
                let reason = HASHERS.iter().find(|(known, _)| *known == shown);
                assert_eq!(names_a_hasher, reason.is_some(), "{shown}");
                seen += usize::from(names_a_hasher);
            }
        }
    }
    assert_eq!(seen, HASHERS.len());
}
