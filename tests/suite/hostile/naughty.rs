//! Text that acts where it is shown, in every field, through every form of output.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::terminal::{is_ledger, texts};

use super::printed::{Form, PRINTED, is_active};
use super::suite;

const EVERYTHING: &str = include_str!("../ledgers/valid/everything.json");

/// Text of our own that acts on a terminal, in a page, in Markdown, in a spreadsheet, on GitHub.
const OWN: [&str; 30] = [
    "\u{1b}[2J\u{1b}]0;title\u{7}",
    "\u{9b}2J\u{9d}0;title\u{9c}",
    "\u{8}\u{7f}\u{0b}\u{0c}\0",
    "\r\nFORGED: fine",
    "\n::error file=x,line=1::forged",
    "::error file=x,line=1::forged",
    "::set-output name=a::b",
    "a::b,c=d%0A::error::e",
    "=1+1",
    "=HYPERLINK(\"https://x.example\")",
    "+39 1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "＝1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "'><svg/onload=alert(1)>",
    "</style></title><!-- -->",
    "[a](javascript:alert(1))",
    "![a](https://x.example/a.png)",
    "[a]: javascript:alert(1) '",
    "<https://x.example>",
    "| a | b |\n|---|---|",
    "# a\n\n- b\n\n> c",
    "`a` ``` ~~~ $b$",
    "[^ito-afraid] [@ito-afraid]",
    "javascript:alert(1)",
    "--> <!-- claims: allow altered-wording because x -->",
];

/// The bidirectional controls of Unicode (UAX #9).
const BIDI: [char; 12] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// Our own strings, with every control character in one of them.
fn own() -> Vec<String> {
    let ranges = ['\0'..='\u{1f}', '\u{7f}'..='\u{9f}'];
    let controls = ranges.map(|range| range.filter(|letter| is_active(*letter)).collect());
    let bidi: String = BIDI.iter().chain(&['\u{2028}', '\u{2029}']).collect();
    OWN.iter().map(|text| (*text).to_owned()).chain(controls).chain([bidi]).collect()
}

/// The public list, where it is at hand.
fn public() -> Vec<String> {
    let Some(path) = suite("naughty-strings.json") else { return Vec::new() };
    let list = fs::read_to_string(path).expect("is text");
    let list: Vec<String> = serde_json::from_str(&list).expect("is a list");
    assert!(list.len() > 500, "only {} strings", list.len());
    list
}

/// All of them.
fn naughty() -> Vec<String> {
    [own(), public()].concat()
}

/// A sound ledger with a text in every field that takes it: as the field's value, or behind it.
fn poisoned(pointers: &[String], text: &str, replaces: bool) -> Value {
    let mut ledger: Value = serde_json::from_str(EVERYTHING).expect("is JSON");
    ledger["claims"][0]["quotes"][0]["renderings"] = json!({ text: "words" });
    ledger["article"][format!("custom {text}")] = json!(text);
    ledger["x"] = json!({ text: text });
    let write = |ledger: &mut Value, pointer: &String| {
        let Some(field) = ledger.pointer_mut(pointer) else { return };
        let written = field.as_str().expect("is text");
        let written = if replaces { text.to_owned() } else { format!("{written}{text}") };
        *field = json!(written);
    };
    let mut all = ledger.clone();
    for pointer in pointers {
        write(&mut all, pointer);
    }
    if is_ledger(&all) {
        return all;
    }
    for pointer in pointers {
        let mut with = ledger.clone();
        write(&mut with, pointer);
        if is_ledger(&with) {
            ledger = with;
        }
    }
    ledger
}

/// The fields that take any text.
fn free_fields() -> Vec<String> {
    let ledger: Value = serde_json::from_str(EVERYTHING).expect("is JSON");
    let mut pointers = Vec::new();
    texts(&ledger, "", &mut pointers);
    pointers.retain(|pointer| {
        let mut with = ledger.clone();
        *with.pointer_mut(pointer).expect("is there") = json!("any words: [at] all");
        is_ledger(&with)
    });
    assert!(pointers.len() > 30, "only {} fields take any text", pointers.len());
    pointers
}

/// Whether a command holds a draft or questions against the ledger: each of their texts meets each of the ledger's.
fn compares(args: &[&str]) -> bool {
    matches!(args[0], "check" | "lint")
}

/// Runs every command that is `asked` for in every form, and fails where something acts, on either stream.
fn assert_mute(desk: &Desk, asked: impl Fn(&[&str]) -> bool) {
    let mut troubles = Vec::new();
    for (args, form) in PRINTED.iter().filter(|(args, _)| asked(args)) {
        let mut claims = desk.claims();
        claims.timeout(Duration::from_secs(300)).args([
            "--color",
            "never",
            "--today",
            "2026-05-01",
        ]);
        let output = claims.args(*args).output().expect("runs");
        let (out, said) = (decoded(output.stdout), decoded(output.stderr));
        assert!(matches!(output.status.code(), Some(0..=2)), "{args:?}: {said}");
        // What could not run prints no document, nor the beginning of one.
        let is_silent = output.status.code() == Some(2) && out.is_empty();
        let trouble = form.trouble(&out).filter(|_| !is_silent);
        let trouble = trouble.or_else(|| Form::People.trouble(&said));
        troubles.extend(trouble.map(|trouble| format!("{}: {trouble}", args.join(" "))));
    }
    assert!(troubles.is_empty(), "{troubles:#?}");
}

fn decoded(stream: Vec<u8>) -> String {
    String::from_utf8(stream).expect("is UTF-8")
}

/// The same desk with each of these texts in every field of a ledger file.
fn with_ledgers(mut desk: Desk, naughty: &[String]) -> Desk {
    let fields = free_fields();
    for (number, text) in naughty.iter().enumerate() {
        for (sort, replaces) in [("whole", true), ("behind", false)] {
            let ledger = poisoned(&fields, text, replaces);
            assert!(is_ledger(&ledger), "{text:?}");
            desk = desk.with(&format!("claims/{sort}-{number}.json"), ledger.to_string());
        }
    }
    desk
}

#[test]
fn nothing_acts_in_any_field_of_a_ledger() {
    let desk = with_ledgers(Desk::new(), &naughty());
    assert_mute(&desk, |args| !compares(args));
}

#[test]
fn nothing_acts_in_a_draft_or_a_question() {
    let mut desk = with_ledgers(Desk::new(), &own());
    let mut questions = String::new();
    for (number, text) in naughty().iter().enumerate() {
        let draft = format!(
            "“Il ponte tornerà molto sicuro nel 2O26{text}”, ha affermato {text}.[^ito-safe-again]\n\n\
             {text} «{text}» [^{text}]\n\n<!-- claims: allow {text} because {text} -->\n"
        );
        desk = desk.with(&format!("drafts/{number}.md"), draft);
        let asked = format!("Il ponte tornerà molto sicuro nel 2O26{text}");
        for question in [
            json!({ "id": text, "text": text, "by": text, "language": text }),
            json!({ "id": text, "text": asked, "by": "ito", text.as_str(): text }),
        ] {
            let _ = writeln!(questions, "{question}");
        }
    }
    assert_mute(&desk.with("questions.jsonl", questions), compares);
}

/// The same as a file's name, as far as a file may have it.
fn name(text: &str) -> Option<String> {
    let name: String =
        text.chars().filter(|letter| !matches!(letter, '/' | '\0')).take(60).collect();
    (!name.is_empty() && !name.starts_with('.')).then_some(name)
}

#[test]
fn nothing_acts_in_the_name_of_a_file() {
    let mut desk = Desk::new().with("questions.jsonl", "{\"text\": \"Il ponte tornerà sicuro\"}\n");
    // A name passes the same few functions whatever it says: our own strings, and every fifth of the list.
    let named = own().into_iter().chain(public().into_iter().step_by(5));
    for (number, name) in named.filter_map(|text| name(&text)).enumerate() {
        let ledger = if number % 3 == 0 { "{" } else { EVERYTHING };
        let draft = "“Il ponte tornerà molto sicuro nel 2O26”, ha affermato Mei Ito.[^nobody]\n";
        desk = desk
            .with(&format!("claims/{name}.json"), ledger)
            .with(&format!("drafts/{name}.md"), draft);
    }
    assert_mute(&desk, |_| true);
    // Where the ledger is whole, drafts are looked at, too.
    fs::remove_dir_all(desk.path("claims")).expect("is there");
    assert_mute(&desk.with("claims/harbour-bridge.json", EVERYTHING), compares);
}

#[test]
fn nothing_acts_in_an_argument() {
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", EVERYTHING)
        .with("draft.md", "“Il ponte tornerà molto sicuro nel 2O26”, ha affermato Mei Ito.\n");
    let named = |text: &str| text.replace('\0', "");
    for text in
        OWN.iter().map(|text| named(text)).chain(BIDI.iter().map(|letter| format!("a{letter}b")))
    {
        let text = text.as_str();
        let commands: &[&[&str]] = &[
            &["check", "--", text],
            &["check", "fretta", &format!("--by={text}"), &format!("--language={text}")],
            &["check", "--from", text],
            &["lint", "--", text],
            &["lint", "draft.md", &format!("--ignore={text}")],
            &["lint", "-", &format!("--stdin-filename={text}")],
            &["show", "--", text],
            &["cite", "--", text],
            &["list", &format!("--source={text}"), &format!("--about={text}")],
            &["explain", "--", text],
            &["validate", &format!("--snapshot={text}")],
            &["init", "--", text],
            &["schema", &format!("--output={text}/x")],
        ];
        for args in commands {
            let mut claims = desk.claims();
            claims.write_stdin("“Il ponte tornerà molto sicuro nel 2O26”, ha affermato Mei Ito.\n");
            let output = claims.args(["--color", "never"]).args(*args).output().expect("runs");
            assert!(matches!(output.status.code(), Some(0..=2)), "{args:?}: {output:?}");
            for stream in [output.stdout, output.stderr] {
                // A citation or a diff is Markdown of its own; here it is only looked at on a terminal.
                assert_eq!(Form::People.trouble(&decoded(stream)), None, "{args:?}");
            }
        }
    }
}
