//! What a person is told whose input cannot be used: which file, where, what was found, what to do.

use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use news_claims::load;
use news_claims::span::position;

use crate::desk::{BRIDGE, Desk, PROGRAM};

/// One fault a file, in a folder named after its rule.
const LEDGERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/ledgers");

#[test]
fn each_faulty_ledger_is_told_in_words() {
    let mut told = String::new();
    let files = load::find::named(&[LEDGERS.into()]).expect("is there");
    for file in files {
        let bytes = fs::read(&file.path).expect("is readable");
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let found = load::fold(
            std::slice::from_ref(&file),
            |(): &mut (), (): &mut (), _| (),
            |()| ControlFlow::Continue(()),
        );
        let name = Path::new(&*file.shown).strip_prefix(LEDGERS).expect("is below");
        for finding in found {
            let place = load::Places::new(text)
                .locate(&finding.place.spot)
                .map(|span| position(text, span.start));
            let place = place.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
            let help = finding.help.map(|help| format!("\n  help: {help}")).unwrap_or_default();
            let _ = writeln!(told, "{}{place}\n  {}{help}", name.display(), finding.message);
        }
    }
    insta::assert_snapshot!(told);
}

/// Ledger files that stand for all others of their rule, with what is wrong.
const BROKEN: [&str; 14] = [
    "not-json/comma-missing",
    "not-json/lone-surrogate",
    "not-json/nul",
    "unreadable-file/utf-16",
    "unreadable-file/latin-1",
    "wrong-shape/topic-alone",
    "wrong-shape/claim-of-unknown-mode",
    "wrong-shape/unknown-field-of-a-claim",
    "wrong-shape/unknown-field-of-the-file",
    "wrong-shape/claim-without-mode",
    "duplicate-key/a-field-of-a-claim",
    "duplicate-id/two-claims",
    "newer-format/format-2",
    "unsafe-snapshot/above",
];

fn ledger(name: &str) -> Vec<u8> {
    fs::read(Path::new(LEDGERS).join(name).with_extension("json")).expect("is there")
}

#[test]
fn no_ledger() {
    let desk = Desk::new()
        .with_folder("empty")
        .with_folder("story/claims/2025")
        .run(&["list"])
        .run(&["list", "--ledger", "nowhere"])
        .run(&["list", "--ledger", "empty"])
        .run(&["list", "--ledger", "story/claims"])
        .run_with(("CLAIMS_LEDGER", "nowhere"), &["list"])
        .with_folder("claims")
        .run(&["list"])
        .with("claims/ledger.schema.json", "{}")
        .with("claims/.harbour-bridge.json", BRIDGE)
        .run(&["list"]);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn a_ledger_file_that_cannot_be_read() {
    let mut seen = String::new();
    for name in BROKEN {
        let desk = Desk::new().with("claims/harbour-bridge.json", ledger(name));
        let desk = desk.run(&["list"]).run(&["validate", "--format", "concise"]);
        let _ = writeln!(seen, "# {name}\n\n{}", desk.seen());
    }
    insta::assert_snapshot!(seen);
}

#[test]
fn a_ledger_that_breaks_a_rule() {
    let mut seen = String::new();
    for rule in ["direct-without-quote", "source-not-recorded", "conflict-with-nobody"] {
        let desk = Desk::new()
            .with("claims/harbour-bridge.json", ledger(&format!("valid/rule-{rule}")))
            .run(&["validate"])
            .run(&["validate", "--format", "jsonl"])
            .run(&["list"]);
        let _ = writeln!(seen, "# {rule}\n\n{}", desk.seen());
    }
    insta::assert_snapshot!(seen);
}

#[test]
fn an_id_in_two_files() {
    let desk = Desk::new()
        .with("claims/a.json", BRIDGE)
        .with("claims/b.json", BRIDGE)
        .run(&["validate", "--format", "concise"])
        .run(&["show", "ito-safe-again", "--format", "json"]);
    insta::assert_snapshot!(desk.seen());
}

#[cfg(unix)]
#[test]
fn a_snapshot_that_cannot_be_read() {
    let snapshot = |file: &str| {
        let snapshot = format!("\"snapshot\": {{ \"file\": \"{file}\" }},\n  \"sources\"");
        BRIDGE.replacen("\"sources\"", &snapshot, 1)
    };
    let desk = Desk::new()
        .with("elsewhere.txt", "Il ponte tornerà sicuro")
        .with("claims/utf-16.txt", b"\xff\xfeI\0l\0")
        .with_folder("claims/folder.txt");
    std::os::unix::fs::symlink("../elsewhere.txt", desk.path("claims/link.txt")).expect("a link");
    std::os::unix::fs::symlink("/dev/zero", desk.path("claims/endless.txt")).expect("a link");
    let large = fs::File::create(desk.path("claims/large.txt")).expect("is made");
    large.set_len((64 << 20) + 1).expect("has a hole");
    let mut desk = desk;
    for file in ["utf-16", "folder", "link", "endless", "large", "gone"] {
        desk = desk
            .with("claims/harbour-bridge.json", snapshot(&format!("{file}.txt")))
            .run(&["validate", "--format", "concise"]);
    }
    for named in [
        "elsewhere.txt",
        "harbour-bridge=",
        "harbour-bridge=nowhere.txt",
        "harbour-bridge=claims",
        "harbour-bridge=/dev/zero",
        "harbor-bridge=elsewhere.txt",
        "quay=elsewhere.txt",
    ] {
        desk = desk.run(&["validate", "--format", "concise", "--snapshot", named]);
    }
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn claims_that_stand_twice_are_not_mixed() {
    let other = r#""claims": [
        { "id": "a", "statement": "A.", "kind": "fact", "source": "ito", "mode": "indirect" },
        { "id": "b", "statement": "B.", "kind": "fact", "source": "ito", "mode": "indirect" }
    ] }"#;
    let (before, _) = BRIDGE.rsplit_once('}').expect("is an object");
    let desk = Desk::new().with("claims/a.json", format!("{before}, {other}"));
    let list = desk.claims().args(["list", "--format", "ids"]).output().expect("runs");
    assert_eq!(String::from_utf8_lossy(&list.stdout), "ito-safe-again\n");
    assert_eq!(list.status.code(), Some(2));
}

#[test]
fn a_broken_file_among_good_ones() {
    let desk = Desk::new()
        .with("claims/a.json", ledger("not-json/cut-short"))
        .with("claims/b.json", BRIDGE)
        .with("claims/c.json", ledger("wrong-shape/statement-blank"))
        .run(&["list"])
        .run(&["list", "--source", "nobody"])
        .run(&["sources"])
        .run(&["show", "ito-safe-again"])
        .run(&["show", "money-ran-out"]);
    insta::assert_snapshot!(desk.seen());
}

#[cfg(unix)]
#[test]
fn no_file_where_a_ledger_should_be() {
    let desk = Desk::new().with_folder("claims/harbour-bridge.json");
    let pipe = desk.path("pipe.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
    let links = [
        ("claims/endless.json", "/dev/zero"),
        ("claims/gone.json", "nowhere"),
        ("claims/round.json", "round.json"),
    ];
    for (link, target) in links {
        std::os::unix::fs::symlink(target, desk.path(link)).expect("a link");
    }
    let desk = desk
        .run(&["list", "--ledger", "/dev/zero"])
        .run(&["list", "--ledger", "pipe.json"])
        .run(&["list", "--ledger", "claims/harbour-bridge.json"])
        .run(&["list"]);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn an_output_that_cannot_be_written() {
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", BRIDGE)
        .with("there.csv", "mine\n")
        .run(&["list", "-o", "there.csv"])
        .run(&["list", "-o", "nowhere/new.csv"])
        .run(&["list", "-o", "claims"])
        .run(&["list", "-o", ""])
        .run(&["list", "--force"])
        .run(&["schema", "-o", "there.csv"]);
    assert_eq!(fs::read_to_string(desk.path("there.csv")).ok().as_deref(), Some("mine\n"));
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn a_ledger_file_that_cannot_be_started() {
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", BRIDGE)
        .with_folder("claims/quay.json")
        .with("elsewhere/claims", "a file in the folder's place")
        .run(&["init", "harbour-bridge"])
        .run(&["init", "quay"])
        .run(&["init", "Harbour Bridge"])
        .run(&["init", "../harbour-bridge"])
        .run(&["init", ""])
        .run_in("elsewhere", &["init", "harbour-bridge"]);
    let left = fs::read_to_string(desk.path("claims/harbour-bridge.json"));
    assert_eq!(left.ok().as_deref(), Some(BRIDGE));
    insta::assert_snapshot!(desk.seen());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let desk = Desk::new().with("claims/harbour-bridge.json", BRIDGE);
    for args in [
        &["list"][..],
        &["list", "-f", "json"],
        &["sources"],
        &["show", "ito-safe-again"],
        &["schema"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("is there");
        let output = std::process::Command::new(PROGRAM)
            .args(args)
            .current_dir(desk.path("."))
            .stdout(full)
            .output()
            .expect("runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert_eq!(said, "error: cannot write the output: no space left on device\n", "{args:?}");
    }
}

#[test]
fn mistyped() {
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", BRIDGE)
        .run(&[])
        .run(&["lits"])
        .run(&["list", "--sorce", "ito"])
        .run(&["list", "--mode", "spoken"])
        .run(&["list", "--mode", "dircet"])
        .run(&["list", "--format", "xml"])
        .run(&["list", "--source"])
        .run(&["list", "--source", ""])
        .run(&["list", "--source", "itto"])
        .run(&["list", "--topic", "saftey"])
        .run(&["list", "--today", "tomorrow"])
        .run_with(("SOURCE_DATE_EPOCH", "soon"), &["list", "--overdue"])
        .run(&["show"])
        .run(&["show", "ito-safe-agian"])
        .run(&["show", "Ito safe again"])
        .run(&["show", ""])
        .run(&["explain", "mode-without-quote"])
        .run(&["explain", "grammar"])
        .run(&["completions", "tcsh"])
        .run(&["man", "lits"])
        .run(&["man", "everything"])
        .run(&["cite", "ito-safe-agian"]);
    insta::assert_snapshot!(desk.seen());
}
