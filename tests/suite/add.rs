//! `claims add`: a claim put into the ledger, once it is held against the rules.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::desk::{BRIDGE, Desk};

const HARBOUR: &str = include_str!("harbour/harbour-bridge.json");
const TEXT: &str = include_str!("harbour/harbour-bridge.it.txt");

fn harbour() -> Desk {
    Desk::new()
        .with("claims/harbour-bridge.json", HARBOUR)
        .with("claims/harbour-bridge.it.txt", TEXT)
}

fn ledger(desk: &Desk, name: &str) -> String {
    fs::read_to_string(desk.path("claims").join(name)).expect("is there")
}

/// The program's answer to something on standard input.
fn piped(desk: &Desk, args: &[&str], input: &str) -> (Option<i32>, String, String) {
    let output = desk.claims().arg("add").args(args).write_stdin(input).output().expect("runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

const REPORTED: [&str; 9] = [
    "add",
    "--statement",
    "More tests are needed.",
    "--kind",
    "fact",
    "--source",
    "mei-ito",
    "--mode",
    "indirect",
];

fn with<'a>(base: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [base, more].concat()
}

#[test]
fn words_that_are_marked_in_the_text_are_recorded() {
    let serra = [
        "add",
        "--id",
        "nobody-warned-us",
        "--statement",
        "Nobody warned them.",
        "--kind",
        "fact",
        "--source",
        "article",
        "--mode",
        "own-voice",
        "--select",
        "Nessuno ci ha avvertiti",
        "--topic",
        "warning",
    ];
    let mixed = [
        "add",
        "--statement",
        "The piers need other tests.",
        "--kind",
        "call",
        "--source",
        "mei-ito",
        "--mode",
        "mixed",
        "--cue",
        "ha spiegato che",
        "--select",
        "il cemento dei piloni è \"più debole del previsto\" e che servono altre prove",
        "--conflicts",
        "site-in-full-swing",
    ];
    let desk = harbour()
        .run(&with(&serra, &["--dry-run"]))
        .run(&serra)
        .run(&with(&mixed, &["--dry-run"]))
        .run(&mixed)
        .run(&["fmt", "--check"])
        .run(&["check", "nobody-warned-us"]);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn each_mistake_is_told_with_its_mend() {
    let base = |source, mode| {
        [
            "add",
            "--statement",
            "More tests are needed.",
            "--kind",
            "fact",
            "--source",
            source,
            "--mode",
            mode,
        ]
    };
    let desk = harbour()
        .run(&base("mei-itto", "indirect"))
        .run(&base("serra", "direct"))
        .run(&with(&base("serra", "indirect"), &["--quote", "Quando finiranno i lavori?"]))
        .run(&base("serra", "own-voice"))
        .run(&with(&base("serra", "direct"), &["--quote", "Quando finiranno i ponti?"]))
        .run(&with(&base("serra", "direct"), &["--select", "Quando finiranno i ponti?"]))
        .run(&with(&base("serra", "direct"), &["--select", "è rinviata"]))
        .run(&with(&base("serra", "indirect"), &["--select", "Ito"]))
        .run(&with(&base("serra", "indirect"), &["--select", "Ito", "--paragraph", "1"]))
        .run(&with(&base("serra", "indirect"), &["--select", "a lungo. Nessuno"]))
        .run(&with(&base("serra", "indirect"), &["--id", "money-ran-out"]))
        .run(&with(&base("serra", "indirect"), &["--id", "Money ran out"]))
        .run(&with(&base("serra", "indirect"), &["--conflicts", "money-ran-ou"]))
        .run(&with(&base("serra", "indirect"), &["--article", "harbor-bridge"]))
        .run(&with(&base("serra", "indirect"), &["--due", "next summer"]))
        .run(&with(&base("serra", "indirect"), &["--cue", "ha detto la sindaca"]))
        .run(&with(
            &base("serra", "indirect"),
            &["--source-name", "Ada Serra", "--source-kind", "person"],
        ))
        .run(&["add", "--statement", "More tests are needed.", "--kind", "fact"])
        .run(&[
            "add",
            "--statement",
            " ",
            "--kind",
            "fact",
            "--source",
            "serra",
            "--mode",
            "indirect",
        ]);
    assert_eq!(ledger(&desk, "harbour-bridge.json"), HARBOUR);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn a_claim_comes_by_a_pipe() {
    let desk = harbour();
    let one = r#"{"statement": "The tide turns.", "kind": "fact", "source": "serra", "mode": "indirect", "x": {"n" : 1.50}}"#;
    let (code, out, said) = piped(&desk, &["-"], one);
    assert_eq!((code, out.as_str()), (Some(0), "serra-tide-turns\n"), "{said}");
    let text = ledger(&desk, "harbour-bridge.json");
    assert!(text.contains("\"x\": {\"n\" : 1.50}"), "{text}");
    // What was there stays to the byte.
    assert!(text.starts_with(HARBOUR.trim_end().trim_end_matches("\n  ]\n}")), "{text}");

    let several = r#"{
      "sources": { "roe": { "name": "Ada Roe", "kind": "person" } },
      "claims": [
        { "id": "a", "statement": "A.", "kind": "fact", "source": "roe", "mode": "indirect", "conflicts": ["b"] },
        { "id": "b", "statement": "B.", "kind": "fact", "source": "serra", "mode": "indirect" }
      ] }"#;
    let (code, out, said) = piped(&desk, &["-"], several);
    assert_eq!((code, out.as_str()), (Some(0), "a\nb\n"), "{said}");
    let held: Value = serde_json::from_str(&ledger(&desk, "harbour-bridge.json")).expect("is JSON");
    let claims = held["claims"].as_array().expect("is a list");
    assert_eq!(claims[claims.len() - 1]["conflicts"], serde_json::json!(["a"]));
    assert_eq!(held["sources"]["roe"]["name"], "Ada Roe");
}

#[test]
fn what_comes_by_a_pipe_and_is_no_claim_is_told() {
    let desk = harbour();
    let good = r#""statement": "S.", "kind": "fact", "source": "serra", "mode": "indirect""#;
    let cases = [
        String::new(),
        "[]".to_owned(),
        "{".to_owned(),
        format!("{{{good}, \"kind\": \"call\"}}"),
        format!("{{{good}, \"sorce\": \"serra\"}}"),
        format!("{{{}}}", good.replace("fact", "fatc")),
        "{}".to_owned(),
        r#"{"claims": []}"#.to_owned(),
        HARBOUR.to_owned(),
    ];
    let mut seen = String::new();
    for input in &cases {
        let (code, out, said) = piped(&desk, &["-"], input);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{input}: {said}");
        let shown: String = input.chars().take(120).collect();
        let _ = write!(seen, "$ claims add - <<< '{shown}'\n{said}\n");
    }
    assert_eq!(ledger(&desk, "harbour-bridge.json"), HARBOUR);
    insta::assert_snapshot!(seen);
}

#[test]
fn both_sides_of_a_relation_are_written_across_files() {
    let other = BRIDGE
        .replace("harbour-bridge", "quay")
        .replace("ito-safe-again", "quay-safe")
        .replace("\"ito\"", "\"roe\"")
        .replace("Mei Ito", "Ada Roe");
    let desk = harbour().with("claims/quay.json", &other);
    let add = with(
        &REPORTED,
        &["--id", "tests", "--supports", "quay-safe", "--conflicts", "money-ran-out"],
    );
    let desk = desk
        .run(&add)
        .run(&with(&add, &["--article", "harbour-bridge"]))
        .run(&with(&add, &["--article", "harbour-bridge"]));
    let quay: Value = serde_json::from_str(&ledger(&desk, "quay.json")).expect("is JSON");
    assert_eq!(quay["claims"][0]["supports"], serde_json::json!(["tests"]));
    let here = ledger(&desk, "harbour-bridge.json");
    assert!(here.contains("\"conflicts\": [\"authority-has-money\", \"tests\"]"), "{here}");
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn nothing_is_added_to_half_a_ledger() {
    let broken = BRIDGE.replace("\"direct\"", "\"dircet\"");
    let desk = harbour().with("claims/quay.json", &broken);
    let (code, out, said) = piped(&desk, &REPORTED[1..], "");
    assert_eq!((code, out.as_str()), (Some(2), ""), "{said}");
    assert!(said.contains("nothing was added: 1 ledger file could not be read whole"), "{said}");
    let only = with(&REPORTED[1..], &["--ledger", "claims/harbour-bridge.json"]);
    assert_eq!(piped(&desk, &only, "").0, Some(0));
}

#[test]
fn without_an_id_each_claim_has_one_of_its_own() {
    let desk = harbour();
    let ids: Vec<String> = (0..3).map(|_| piped(&desk, &REPORTED[1..], "").1).collect();
    assert_eq!(
        ids,
        [
            "mei-ito-more-tests-needed\n",
            "mei-ito-more-tests-needed-2\n",
            "mei-ito-more-tests-needed-3\n"
        ]
    );
}
