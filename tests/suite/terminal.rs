//! Ledgers are written by others: nothing in them, in a file's name or in an argument acts on the
//! terminal that shows it.
#![cfg(unix)]

use std::process::{Command, Stdio};

use news_claims::ledger::{File, Strict};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::desk::{Desk, PROGRAM, UNSET, skipped};

/// What acts on a terminal: colours, titles, bells, the C1 forms of the same, backspace and delete,
/// line breaks of every kind, and the bidirectional controls.
const ACTIVE: &str = "\u{1b}[38;5;213m\u{1b}]0;title\u{7}\u{9b}2J\u{9d}0;title\u{9c}\u{8}\u{7f}\u{0b}\u{0c}\r\nFORGED\u{85}FORGED\u{2028}FORGED\u{2029}FORGED\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";

/// The same as an argument: a terminal's own line discipline is not in question there.
const ARGUMENT: &str = "ito\u{1b}[38;5;213m\u{1b}]0;title\u{7}\u{9b}2J\nFORGED\u{202e}";

const EVERYTHING: &str = include_str!("ledgers/valid/everything.json");

fn is_ledger(value: &Value) -> bool {
    let text = value.to_string();
    let mut parser = serde_json::Deserializer::from_str(&text);
    File::deserialize(Strict(&mut parser)).is_ok()
}

/// The pointers of all strings in a document.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.to_owned()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// A sound ledger with active text in every field that holds any text.
fn hostile() -> Value {
    let mut ledger: Value = serde_json::from_str(EVERYTHING).expect("is JSON");
    ledger["claims"][0]["quotes"][0]["renderings"] = json!({ ACTIVE: "words" });
    ledger["article"][ACTIVE] = json!("unknown");
    let mut pointers = Vec::new();
    texts(&ledger, "", &mut pointers);
    let mut poisoned = 0;
    for pointer in pointers {
        let mut with = ledger.clone();
        let text = with.pointer_mut(&pointer).expect("is there");
        let written = text.as_str().expect("is text");
        *text = json!(format!("{written}{ACTIVE}"));
        if is_ledger(&with) {
            ledger = with;
            poisoned += 1;
        }
    }
    assert!(poisoned > 35, "only {poisoned} fields hold active text");
    ledger
}

/// Ledgers that cannot be read, each with active text where the message shows it.
fn hostile_and_broken() -> Vec<(&'static str, String)> {
    let changed = |pointer: &str, field: &str, to: Value| {
        let mut ledger: Value = serde_json::from_str(EVERYTHING).expect("is JSON");
        ledger.pointer_mut(pointer).expect("is there")[field] = to;
        ledger.to_string()
    };
    let claim = "/claims/0";
    let twice = json!(ACTIVE);
    vec![
        ("unknown field", changed(claim, ACTIVE, json!(1))),
        ("unknown field of the file", changed("", ACTIVE, json!(1))),
        ("unknown word", changed(claim, "mode", json!(ACTIVE))),
        ("unknown type", changed("/article", "type", json!(ACTIVE))),
        ("no id", changed(claim, "id", json!(ACTIVE))),
        ("no source id", changed("/sources", ACTIVE, json!({ "name": "Ito", "kind": "person" }))),
        ("no date", changed(claim, "due", json!(ACTIVE))),
        ("no list", changed(claim, "topics", json!(ACTIVE))),
        ("no number", changed("/claims/0/passages/0", "paragraph", json!(ACTIVE))),
        ("no names", changed("/article", "author", json!(ACTIVE))),
        ("no CSL date", changed("/article", "issued", json!({ "date-parts": [[ACTIVE]] }))),
        ("outside", changed("/snapshot", "file", json!(format!("../{ACTIVE}")))),
        ("no fingerprint", changed("/snapshot", "sha256", json!(ACTIVE))),
        (
            "twice",
            EVERYTHING.replace(
                "\"claims\":",
                &format!("\"x\": {{ {twice}: 1, {twice}: 2 }}, \"claims\":"),
            ),
        ),
        ("raw and not JSON", EVERYTHING.replace("\"claims\":", &format!("{ACTIVE} \"claims\":"))),
        ("raw in a text", EVERYTHING.replace("ha affermato", ACTIVE)),
    ]
}

/// What a terminal is sent when the program runs in it; none where `script` is not at hand.
fn sent_to_terminal(desk: &Desk, args: &[&str]) -> Option<String> {
    let quoted = |arg: &&str| format!(" '{}'", arg.replace('\'', "'\\''"));
    let command: String = args.iter().map(quoted).collect();
    let mut script = Command::new("script");
    for name in UNSET {
        script.env_remove(name);
    }
    let output = script
        .args(["-qec", &format!("'{PROGRAM}'{command} </dev/null"), "/dev/null"])
        .env("TERM", "xterm-256color")
        .current_dir(desk.path("."))
        .stdin(Stdio::null())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n"))
}

/// Fails where what a terminal is sent holds anything but text, line breaks and our own colours.
fn assert_mute(what: &str, sent: &str) {
    let colourless = without_colours(sent);
    let active: String =
        colourless.chars().filter(|letter| *letter != '\n' && is_active(*letter)).collect();
    assert!(active.is_empty(), "{what}: {active:?} in {colourless:?}");
    assert!(!sent.contains("\u{1b}[38;5;213m"), "{what}: a colour of the ledger's");
    let forged = colourless.lines().find(|line| line.trim_start().starts_with("FORGED"));
    assert!(forged.is_none(), "{what}: {forged:?} in {colourless}");
}

fn is_active(letter: char) -> bool {
    letter.is_control() || ACTIVE.contains(letter) && !letter.is_ascii()
}

/// Text without the sequences that only choose a colour or weight.
fn without_colours(sent: &str) -> String {
    let mut parts = sent.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let parameters = part.find(|letter: char| !letter.is_ascii_digit() && letter != ';');
        match parameters.filter(|end| part[*end..].starts_with('m')) {
            Some(end) => plain.push_str(&part[end + 1..]),
            None => plain.extend(["\u{1b}[", part]),
        }
    }
    plain
}

fn has_script() -> bool {
    let has_script = Command::new("script").arg("--version").output().is_ok();
    if !has_script {
        skipped("no `script` (Debian: bsdutils)");
    }
    has_script
}

/// Every command that shows what a ledger holds.
const COMMANDS: &[&[&str]] = &[
    &["list"],
    &["list", "--format", "json"],
    &["list", "--format", "jsonl"],
    &["list", "--format", "csv"],
    &["list", "--format", "ids"],
    &["list", "--format", "markdown"],
    &["list", "--source", "i"],
    &["list", "--source", "people"],
    &["list", "--source", "harbour"],
    &["list", "--topic", "safty"],
    &["show", "ito-safe-again", "ito-afraid"],
    &["show", "ito-safe-again", "ito-afraid", "--format", "json"],
    &["sources"],
    &["sources", "--format", "json"],
    &["sources", "--format", "csv"],
    &["cite"],
    &["cite", "--form", "inline", "--locale", "it-IT"],
    &["cite", "--form", "pandoc"],
    &["cite", "--format", "text"],
    &["cite", "--format", "html"],
    &["cite", "--format", "csl-json"],
    &["cite", "--format", "bibtex"],
    &["validate"],
    &["validate", "--format", "concise"],
    &["validate", "--format", "json"],
    &["validate", "--format", "jsonl"],
];

#[test]
fn no_field_of_a_ledger_acts_on_the_terminal() {
    if !has_script() {
        return;
    }
    let desk = Desk::new().with("claims/harbour-bridge.json", hostile().to_string());
    for args in COMMANDS {
        let sent = sent_to_terminal(&desk, args).expect("runs");
        assert!(!sent.contains("unrecognized subcommand"), "{args:?}: {sent}");
        assert_mute(&args.join(" "), &sent);
    }
}

#[test]
fn no_broken_ledger_acts_on_the_terminal() {
    if !has_script() {
        return;
    }
    for (what, ledger) in hostile_and_broken() {
        let desk = Desk::new().with("claims/harbour-bridge.json", ledger);
        for command in ["list", "cite", "validate"] {
            let sent = sent_to_terminal(&desk, &[command]).expect("runs");
            assert!(sent.contains("error"), "{what}: {sent}");
            assert_mute(what, &sent);
        }
    }
}

#[test]
fn no_file_name_acts_on_the_terminal() {
    if !has_script() {
        return;
    }
    let desk = Desk::new()
        .with(&format!("claims/{ARGUMENT}.json"), "{")
        .with(&format!("good/{ARGUMENT}.json"), EVERYTHING);
    assert_mute("a broken file's name", &sent_to_terminal(&desk, &["list"]).expect("runs"));
    let sent = sent_to_terminal(&desk, &["show", "ito-afraid", "--ledger", "good"]).expect("runs");
    assert!(sent.contains("good/"), "{sent}");
    assert_mute("a good file's name", &sent);
}

#[test]
fn no_argument_acts_on_the_terminal() {
    if !has_script() {
        return;
    }
    let desk = Desk::new().with("claims/harbour-bridge.json", EVERYTHING);
    let commands: [&[&str]; 16] = [
        &["show", ARGUMENT],
        &["cite", "ito-afraid", "--style", ARGUMENT],
        &["cite", ARGUMENT],
        &["init", ARGUMENT],
        &["list", "--source", ARGUMENT],
        &["list", "--topic", ARGUMENT],
        &["list", "--about", ARGUMENT],
        &["list", "--article", ARGUMENT],
        &["list", "--search", ARGUMENT],
        &["list", "--ledger", ARGUMENT],
        &["list", "-o", &format!("{ARGUMENT}/new.csv")],
        &["explain", ARGUMENT],
        &["validate", "--snapshot", ARGUMENT],
        &["validate", "--snapshot", &format!("{ARGUMENT}={ARGUMENT}")],
        &["list", "--mode", ARGUMENT],
        &["list", "--today", ARGUMENT],
    ];
    for args in commands {
        assert_mute(args[0], &sent_to_terminal(&desk, args).expect("runs"));
    }
    for args in [&[ARGUMENT][..], &["list", &format!("--{ARGUMENT}")], &["list", ARGUMENT]] {
        assert_mute("a mistyped command line", &sent_to_terminal(&desk, args).expect("runs"));
    }
}
