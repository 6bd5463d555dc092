//! JSON that others wrote to break readers of JSON: as a ledger file, and inside one.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use news_claims::load;

use crate::desk::{BRIDGE, Desk};

use super::suite;

/// The rules that the loader names for these bytes as a ledger file; none where it is sound.
fn rules(folder: &Path, bytes: &[u8]) -> Vec<&'static str> {
    let path = folder.join("one.json");
    fs::write(&path, bytes).expect("is written");
    let files = load::find::named(&[path]).expect("is there");
    let found =
        load::fold(&files, |(): &mut (), (): &mut (), _| (), |()| ControlFlow::Continue(()));
    found.iter().map(|finding| finding.rule.name).collect()
}

/// A sound ledger file with these bytes as the value of an own field of the curator's.
fn inside(bytes: &[u8]) -> Vec<u8> {
    let (before, _) = BRIDGE.rsplit_once('}').expect("is an object");
    [before.as_bytes(), b", \"x\": { \"own\": ", bytes, b" } }"].concat()
}

/// The suite's files by name.
fn cases(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("is a folder");
    let named = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.expect("is readable");
        (
            entry.file_name().to_string_lossy().into_owned(),
            fs::read(entry.path()).expect("is a file"),
        )
    };
    entries.map(named).collect()
}

/// Valid JSON that is refused inside a ledger on purpose, and why.
const REFUSED: [(&str, &str); 2] = [
    ("y_object_duplicated_key.json", "duplicate-key"),
    ("y_object_duplicated_key_and_value.json", "duplicate-key"),
];

#[test]
fn the_json_test_suite_is_judged_as_it_says() {
    let Some(folder) = suite("json/test_parsing") else { return };
    let desk = Desk::new();
    let cases = cases(&folder);
    assert!(cases.len() > 300, "only {} files", cases.len());
    for (name, bytes) in &cases {
        let (alone, within) = (rules(&desk.path(""), bytes), rules(&desk.path(""), &inside(bytes)));
        let is_read = |rules: &[&str]| {
            rules.iter().all(|rule| !["not-json", "unreadable-file"].contains(rule))
        };
        assert!(!alone.is_empty(), "{name}: no ledger, and accepted as one");
        let on_purpose = REFUSED.iter().find(|(refused, _)| refused == name);
        match name.get(..2) {
            Some("y_") => {
                assert!(is_read(&alone), "{name}: {alone:?}");
                let expected: Vec<&str> = on_purpose.iter().map(|(_, rule)| *rule).collect();
                assert_eq!(within, expected, "{name}");
            }
            Some("n_") => {
                assert!(!is_read(&alone), "{name}: {alone:?}");
                assert!(!within.is_empty(), "{name}: accepted inside a ledger");
            }
            // Either is right; that it came to an end, and with a reason, is what is asked.
            _ => {}
        }
    }
}

#[test]
fn what_other_readers_change_is_kept_or_refused() {
    let Some(folder) = suite("json/test_transform") else { return };
    let desk = Desk::new();
    for (name, bytes) in cases(&folder) {
        let within = rules(&desk.path(""), &inside(&bytes));
        let twice = name.starts_with("object_same_key");
        let halved = name.contains("escaped_invalid_codepoint");
        let raw = name.starts_with("string_") && !name.contains("escaped");
        let expected: &[&str] = match () {
            () if twice => &["duplicate-key"],
            () if halved => &["not-json"],
            () if raw => &["unreadable-file"],
            () => &[],
        };
        assert_eq!(within, expected, "{name}");
    }
}

/// A hundred thousand levels, opened and closed, with what stands in the middle.
fn deep(open: &str, middle: &str, close: &str) -> String {
    const LEVELS: usize = 100_000;
    [&open.repeat(LEVELS), middle, &close.repeat(LEVELS)].concat()
}

#[test]
fn depth_is_refused_wherever_it_stands() {
    let arrays = deep("[", "", "]");
    let objects = deep("{\"a\":", "1", "}");
    for nested in [&arrays, &objects, &"[".repeat(100_000)] {
        let own = String::from_utf8(inside(nested.as_bytes())).expect("is text");
        let variable = BRIDGE.replacen("\"type\"", &format!("\"custom\": {nested}, \"type\""), 1);
        let field =
            BRIDGE.replacen("\"statement\"", &format!("\"topics\": {nested}, \"statement\""), 1);
        let unknown =
            BRIDGE.replacen("\"statement\"", &format!("\"nobody\": {nested}, \"statement\""), 1);
        let early = BRIDGE.replacen("\"format\"", &format!("\"claims\": {nested}, \"format\""), 1);
        let places = [nested.clone(), own, variable, field, unknown, early];
        for (place, ledger) in places.iter().enumerate() {
            let desk = Desk::new().with("claims/deep.json", ledger);
            for command in ["list", "validate"] {
                let output = desk.claims().arg(command).output().expect("runs");
                let said = [output.stdout, output.stderr].concat();
                let said = String::from_utf8(said).expect("is text");
                assert_eq!(output.status.code(), Some(2), "{place} {command}: {said}");
                assert!(said.contains("error[not-json]: "), "{place} {command}: {said}");
                assert!(said.contains("claims/deep.json:"), "{place} {command}: {said}");
                assert!(said.len() < 20_000, "{place} {command}: {} bytes were said", said.len());
            }
        }
    }
}

#[test]
fn a_deep_question_is_answered_or_refused() {
    let nested = deep("[", "", "]");
    let ignored = format!("{{\"text\": \"Il ponte\", \"own\": {nested}}}\n");
    let refused = format!("{{\"text\": {nested}}}\n{{\"text\": \"Il ponte\"}}\n");
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", BRIDGE)
        .with("ignored.jsonl", ignored)
        .with("refused.jsonl", refused);
    let output = desk.claims().args(["check", "--from", "ignored.jsonl"]).output().expect("runs");
    assert!(matches!(output.status.code(), Some(0..=2)), "{output:?}");
    let output = desk.claims().args(["check", "--from", "refused.jsonl"]).output().expect("runs");
    let said = String::from_utf8(output.stderr).expect("is text");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("error: line 1: column "), "{said}");
    assert!(said.len() < 1_000, "{said}");
}

#[test]
fn many_faults_take_no_longer_than_few() {
    // Each claim has a key twice and a field too many, and each says so at a place that must be found.
    let claim = r#"{ "id": "a", "id": "b", "nobody": 1, "statement": "S.", "kind": "fact" }"#;
    let time = |many: usize| {
        let claims = vec![claim; many].join(",\n");
        let ledger = format!(
            r#"{{ "format": 1, "article": {{ "id": "a", "type": "article" }}, "claims": [{claims}] }}"#
        );
        let desk = Desk::new().with("claims/a.json", ledger);
        let start = Instant::now();
        let output =
            desk.claims().args(["validate", "--format", "concise"]).output().expect("runs");
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.split(|byte| *byte == b'\n').count() >= 3 * many);
        start.elapsed()
    };
    let (few, many) = (time(200), time(4_000));
    let bound = (few * 20 * 8).max(Duration::from_secs(4));
    assert!(many < bound, "{many:?} for twenty times what took {few:?}");
}
