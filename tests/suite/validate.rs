//! `claims validate`, as a person meets it.

use crate::desk::Desk;

/// A ledger with a slip of every weight, and the text that shows them.
const LEDGER: &str = r#"{
  "format": 1,
  "article": { "id": "harbour-bridge", "type": "article-newspaper", "language": "it" },
  "snapshot": { "file": "harbour-bridge.it.txt" },
  "sources": { "ito": { "name": "Mei Ito", "kind": "person" } },
  "claims": [
    {
      "id": "ito-safe-again",
      "statement": "The bridge will be safe again.",
      "kind": "forecast",
      "source": "ito",
      "mode": "direct",
      "cue": "ha affermato",
      "quotes": [{ "exact": "Il ponte sarà sicuro" }],
      "passages": [{ "paragraph": 2, "start": "Il ponte", "end": "Ito" }]
    },
    {
      "id": "ito-no-hurry",
      "statement": "There is no hurry.",
      "kind": "opinion",
      "source": "ito",
      "mode": "direct"
    }
  ]
}
"#;

const TEXT: &str = "Ponte sul porto, i lavori slittano ancora\n\n\
    «Il ponte tornerà sicuro», ha affermato Mei Ito. «Non c'è fretta».\n";

fn sound() -> String {
    LEDGER
        .replace("sarà sicuro", "tornerà sicuro")
        .replace("\"language\": \"it\"", "\"issued\": { \"raw\": \"2025-08-14\" }")
        .replace(
            "\"mode\": \"direct\"\n    }",
            "\"mode\": \"direct\",\n      \"quotes\": [{ \"exact\": \"Non c'è fretta\" }]\n    }",
        )
}

#[test]
fn findings_are_shown_where_they_stand() {
    let seen = Desk::new()
        .with("claims/harbour-bridge.json", LEDGER)
        .with("claims/harbour-bridge.it.txt", TEXT)
        .run(&["validate"])
        .run(&["validate", "--format", "concise"])
        .run(&["validate", "--format", "jsonl"])
        .seen();
    insta::assert_snapshot!(seen);
}

#[test]
fn warnings_count_when_strict() {
    let covered =
        sound().replace("Non c'è fretta", "Il ponte").replace("ito-no-hurry", "ito-bridge");
    let seen = Desk::new()
        .with("claims/harbour-bridge.json", covered)
        .with("claims/harbour-bridge.it.txt", TEXT)
        .run(&["validate", "--format", "concise"])
        .run(&["validate", "--format", "concise", "--strict"])
        .seen();
    insta::assert_snapshot!(seen);
}

#[test]
fn nothing_found_says_what_was_looked_at() {
    let seen = Desk::new()
        .with("claims/harbour-bridge.json", sound())
        .run(&["validate"])
        .run(&["validate", "--format", "json"])
        .with("elsewhere.txt", TEXT)
        .run(&["validate", "--snapshot", "harbour-bridge=elsewhere.txt"])
        .with("claims/harbour-bridge.it.txt", TEXT)
        .run(&["validate"])
        .run(&["validate", "--format", "concise"])
        .seen();
    insta::assert_snapshot!(seen);
}

#[test]
fn a_snapshot_named_wrongly_is_told() {
    let seen = Desk::new()
        .with("claims/harbour-bridge.json", sound())
        .with("harbour.txt", TEXT)
        .run(&["validate", "--snapshot", "harbor-bridge=harbour.txt"])
        .run(&["validate", "--snapshot", "harbour-bridge=harbor.txt"])
        .run(&["validate", "--snapshot", "harbour-bridge=claims"])
        .run(&["validate", "--snapshot", "harbour.txt"])
        .run(&[
            "validate",
            "--snapshot",
            "harbour-bridge=harbour.txt",
            "--snapshot",
            "harbour-bridge=harbour.txt",
        ])
        .seen();
    insta::assert_snapshot!(seen);
}

#[test]
fn a_snapshot_of_a_broken_file_does_not_hide_what_is_wrong_with_it() {
    let seen = Desk::new()
        .with("claims/harbour-bridge.json", "{ \"format\": 1, ")
        .with("harbour.txt", TEXT)
        .run(&["validate", "--format", "concise", "--snapshot", "harbour-bridge=harbour.txt"])
        .seen();
    assert!(seen.contains("error[not-json]") && seen.contains("[exit 2]"), "{seen}");
}

#[test]
fn a_broken_file_does_not_hide_the_others() {
    let seen = Desk::new()
        .with("claims/a-broken.json", "{ \"format\": 1, ")
        .with("claims/harbour-bridge.json", LEDGER)
        .with(
            "claims/half.json",
            LEDGER
                .replace("harbour-bridge\"", "half\"")
                .replace("ito-", "half-")
                .replace("\"opinion\"", "\"view\""),
        )
        .run(&["validate", "--format", "concise"])
        .seen();
    insta::assert_snapshot!(seen);
}

#[test]
fn files_are_held_against_each_other() {
    let tunnel = sound()
        .replace("\"harbour-bridge\"", "\"harbour-tunnel\"")
        .replace("Mei Ito", "Kenji Ito")
        .replace("ito-no-hurry", "ito-no-rush")
        .replace(
            "\"mode\": \"direct\",\n      \"cue\"",
            "\"conflicts\": [\"ito-no-hurry\"],\n      \"mode\": \"direct\",\n      \"cue\"",
        );
    let seen = Desk::new()
        .with("claims/harbour-bridge.json", sound())
        .with("claims/harbour-tunnel.json", tunnel)
        .run(&["validate", "--format", "concise"])
        .seen();
    insta::assert_snapshot!(seen);
}

#[test]
fn nothing_active_reaches_a_terminal() {
    let evil = "\\u001b[2J\\u009b\\u202eevil\\u2066\\u007f";
    let ledger = LEDGER
        .replace("Mei Ito", evil)
        .replace("sarà sicuro", evil)
        .replace("ha affermato", evil)
        .replace("\"language\"", "\"\u{202e}\u{9b}\"");
    let text = format!("{TEXT}Poi «\u{1b}[2J\u{9b}\u{202e}».\n");
    for format in ["human", "concise", "json", "jsonl"] {
        let seen = Desk::new()
            .with("claims/harbour-bridge.json", &ledger)
            .with("claims/harbour-bridge.it.txt", &text)
            .run(&["validate", "--format", format])
            .seen();
        let active = ['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{7f}'];
        assert!(!seen.contains(active), "{format}: {seen}");
        assert!(seen.contains("[exit 1]"), "{format}: {seen}");
    }
}
