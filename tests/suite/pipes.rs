//! Outputs that are closed early, full, or narrow.

use std::fs::{self, OpenOptions};
use std::process::{Command, Stdio};

use crate::desk::{BRIDGE, Desk, PROGRAM, skipped};

/// Every command that prints data, with arguments that make it print some.
const COMMANDS: [&[&str]; 11] = [
    &["list"],
    &["list", "--format", "json"],
    &["show", "ito-safe-again"],
    &["sources"],
    &["cite"],
    &["check", "ito-safe-again"],
    &["validate"],
    &["list", "--format", "csv"],
    &["schema"],
    &["explain"],
    &["--help"],
];

fn desk() -> Desk {
    Desk::new().with("claims/harbour-bridge.json", BRIDGE)
}

#[test]
fn a_closed_pipe_is_success_and_silent() {
    let desk = desk();
    for args in COMMANDS {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = Command::new(PROGRAM)
            .args(args)
            .current_dir(desk.path(""))
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .expect("runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*said), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_full_disk_is_told() {
    let desk = desk();
    for args in COMMANDS.iter().filter(|args| **args != ["--help"]) {
        let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
            skipped("no /dev/full here");
            return;
        };
        let output = desk.claims().args(*args).output().expect("runs");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        let output = Command::new(PROGRAM)
            .args(*args)
            .current_dir(desk.path(""))
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .expect("runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("no space left on device"), "{args:?}: {said}");
    }
}

#[test]
fn an_output_file_is_whole_or_not_there() {
    let desk = desk();
    let code = |args: &[&str]| desk.claims().args(args).output().expect("runs").status.code();
    assert_eq!(code(&["list", "-o", "out.txt"]), Some(0));
    let first = fs::read_to_string(desk.path("out.txt")).expect("is there");
    assert!(first.contains("ito-safe-again"), "{first}");
    assert_eq!(code(&["cite", "-o", "out.txt"]), Some(2), "is not replaced unasked");
    assert_eq!(fs::read_to_string(desk.path("out.txt")).expect("is there"), first);
    assert_eq!(code(&["cite", "-o", "out.txt", "--force"]), Some(0));
    assert_ne!(fs::read_to_string(desk.path("out.txt")).expect("is there"), first);
    let litter = fs::read_dir(desk.path("")).expect("is a folder").count();
    assert_eq!(litter, 2, "the ledger's folder and the output");
}

/// What a terminal of so many columns shows; none where there is no `script` to make one.
fn on_terminal(desk: &Desk, columns: usize, args: &str) -> Option<String> {
    let command = format!("stty rows 40 cols {columns}; {PROGRAM} {args}");
    let output = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .current_dir(desk.path(""))
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&output.stdout).replace('\r', ""))
}

#[test]
fn a_table_fits_its_terminal() {
    let root = env!("CARGO_MANIFEST_DIR");
    let desk = Desk::new();
    for columns in [40, 80, 200] {
        let args = format!("list --source gupta --ledger {root}/claims");
        let Some(seen) = on_terminal(&desk, columns, &args) else {
            skipped("no `script` here");
            return;
        };
        assert!(seen.contains("gupta-question-of-time"), "{seen}");
        let widest = seen.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(widest <= columns, "{columns}: {seen}");
        insta::assert_snapshot!(format!("list_at_{columns}_columns"), seen);
    }
}
