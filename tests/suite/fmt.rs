//! `claims fmt`: the one way a ledger file is written.

use std::fs;
use std::path::{Path, PathBuf};

use news_claims::curate::print;
use news_claims::load::{self, LedgerFile};

use crate::desk::{BRIDGE, Desk};

/// Every ledger file of the project: the first ledger, and those of the tests.
fn ledgers() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("claims"), root.join("tests/suite")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("is a folder") {
            let path = entry.expect("is there").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn nothing_of_any_ledger_is_lost() {
    let mut read = 0;
    for path in ledgers() {
        let shown = path.to_string_lossy().into_owned();
        let folder = path.parent().expect("is in a folder").into();
        let file = LedgerFile { shown: shown.as_str().into(), folder, path };
        let bytes = fs::read(&file.path).expect("is there");
        let Ok(held) = load::whole(&file, &bytes) else { continue };
        let printed = print(&held);
        assert_eq!(load::whole(&file, printed.as_bytes()).as_ref(), Ok(&held), "{shown}");
        assert_eq!(print(&held), printed, "{shown}");
        read += 1;
    }
    assert!(read > 20, "only {read} ledger files were read");
}

#[test]
fn the_first_ledger_is_written_so() {
    let desk = Desk::new();
    let ledger = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    let output = desk.claims().args(["fmt", "--check"]).arg(ledger).output().expect("runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_new_ledger_is_written_so() {
    let seen = Desk::new().run(&["init", "quay"]).run(&["fmt", "--check"]).seen();
    assert!(seen.contains("1 file in order already\n[exit 0]"), "{seen}");
}

/// As a person or a program might write it.
const LOOSE: &str = r#"{"claims": [{"mode":"direct", "id":"ito-safe-again","statement":"The bridge will be safe again.",
   "kind":"forecast","source":"ito","quotes":[{"exact":"Il ponte torner\u00e0 sicuro"}],
   "x" : {"n":1.50,  "a":[ ]}}],
"article":{"type":"article","volume":3.0e1,"mood":{ "calm":1e2 },"id":"harbour-bridge"},
"sources":{"ito":{"kind":"person","name":"Mei Ito"}}, "format":1}"#;

#[test]
fn a_person_sees_what_is_written_anew() {
    let broken = BRIDGE.replace("\"direct\"", "\"dircet\"");
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", LOOSE)
        .with("claims/quay.json", &broken)
        .run(&["fmt", "--check"])
        .run(&["fmt", "--diff", "claims/harbour-bridge.json"])
        .run(&["fmt"])
        .run(&["fmt", "claims/harbour-bridge.json"])
        .run(&["fmt", "--check", "claims/harbour-bridge.json"])
        .run(&["fmt", "nowhere.json"])
        .run(&["fmt", "-", "claims"]);
    assert_eq!(fs::read_to_string(desk.path("claims/quay.json")).ok(), Some(broken));
    let written = fs::read_to_string(desk.path("claims/harbour-bridge.json")).expect("is there");
    insta::assert_snapshot!(format!("{}{written}", desk.seen()));
}

#[test]
fn a_file_comes_and_goes_by_pipes() {
    let desk = Desk::new();
    let code = |args: &[&str], input: &str| {
        let output = desk.claims().args(args).write_stdin(input).output().expect("runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (first, anew) = code(&["fmt", "-"], LOOSE);
    assert_eq!(first, Some(0));
    assert!(anew.starts_with("{\n  \"format\": 1,\n"), "{anew}");
    assert_eq!(code(&["fmt", "-"], &anew), (Some(0), anew.clone()));
    assert_eq!(code(&["fmt", "-", "--check"], &anew), (Some(0), String::new()));
    assert_eq!(code(&["fmt", "-", "--check"], LOOSE), (Some(1), String::new()));
    assert_eq!(code(&["fmt", "-"], "{"), (Some(2), String::new()));
}

#[test]
fn marks_of_windows_and_escapes_go_the_users_own_stays() {
    let loose = format!("\u{feff}{}", LOOSE.replace('\n', "\r\n"));
    let desk = Desk::new().with("claims/harbour-bridge.json", loose).run(&["fmt"]);
    let written = fs::read_to_string(desk.path("claims/harbour-bridge.json")).expect("is there");
    assert!(written.starts_with("{\n") && !written.contains('\r'), "{written}");
    for kept in [r#""x": {"n":1.50,  "a":[ ]}"#, r#""volume": 3.0e1"#, r#""mood": { "calm":1e2 }"#]
    {
        assert!(written.contains(kept), "{kept}: {written}");
    }
    assert!(written.contains("tornerà"), "{written}");
}
