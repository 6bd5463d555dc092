//! Whoever waits no longer: an interrupt ends the program, and nothing half-written is left under a name.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::desk::{BRIDGE, Desk, PROGRAM, skipped};

/// The number of SIGINT.
const INTERRUPT: i32 = 2;

/// Whether whoever started the tests has them ignore interrupts, as a shell does with what it runs in the background: a
/// program that is started then ignores them as well.
fn is_deaf() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    let is_deaf = ignored.is_some_and(|mask| mask & 1 << (INTERRUPT - 1) != 0);
    if is_deaf {
        skipped("interrupts are ignored here");
    }
    is_deaf
}

/// A ledger of so many claims in one file.
fn large(claims: usize) -> String {
    let mut ledger =
        r#"{"format":1,"article":{"id":"a","type":"article"},"sources":{},"claims":["#.to_owned();
    for claim in 0..claims {
        let comma = if claim == 0 { "" } else { "," };
        let _ = write!(
            ledger,
            r#"{comma}{{"id":"c-{claim}","statement":"The bridge will be safe again.","kind":"fact","source":"article","mode":"own-voice"}}"#
        );
    }
    ledger + "]}"
}

fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "is sent");
}

/// A listing of which the first line was read, and what is still to come of it.
fn listing(desk: &Desk) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(PROGRAM)
        .arg("list")
        .current_dir(desk.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("is piped"));
    out.read_line(&mut first).expect("is written");
    assert!(!first.is_empty());
    (child, out)
}

#[test]
fn an_interrupt_ends_who_waits_for_input() {
    if is_deaf() {
        return;
    }
    let desk = Desk::new().with("claims/harbour-bridge.json", BRIDGE);
    for args in [&["check", "--from", "-"][..], &["lint", "-"]] {
        let mut child = Command::new(PROGRAM)
            .args(args)
            .current_dir(desk.path(""))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("runs");
        thread::sleep(Duration::from_millis(100));
        interrupt(&child);
        let _open = child.stdin.take();
        let output = child.wait_with_output().expect("ends");
        assert_eq!(output.status.signal(), Some(INTERRUPT), "{args:?}");
        assert!(output.stderr.is_empty(), "{args:?}: {output:?}");
    }
}

#[test]
fn an_interrupt_ends_who_waits_for_a_reader() {
    if is_deaf() {
        return;
    }
    let desk = Desk::new().with("claims/a.json", large(5_000));
    let (child, _out) = listing(&desk);
    interrupt(&child);
    let output = child.wait_with_output().expect("ends");
    assert_eq!(output.status.signal(), Some(INTERRUPT));
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn an_interrupted_output_is_whole_or_not_there() {
    if is_deaf() {
        return;
    }
    let desk = Desk::new().with("claims/a.json", large(3_000));
    let args = ["list", "--format", "jsonl", "-o", "out.jsonl", "--force"];
    let start = Instant::now();
    assert!(desk.claims().args(args).output().expect("runs").status.success());
    let whole = start.elapsed();
    let lines = fs::read_to_string(desk.path("out.jsonl")).expect("is there").lines().count();
    assert_eq!(lines, 3_000);
    fs::remove_file(desk.path("out.jsonl")).expect("is there");
    let mut interrupted = 0;
    for part in 1..=8 {
        let mut child = Command::new(PROGRAM)
            .args(args)
            .current_dir(desk.path(""))
            .stderr(Stdio::null())
            .spawn()
            .expect("runs");
        thread::sleep(whole * part / 8);
        interrupt(&child);
        let status = child.wait().expect("ends");
        interrupted += usize::from(status.signal() == Some(INTERRUPT));
        if let Ok(written) = fs::read_to_string(desk.path("out.jsonl")) {
            assert_eq!(written.lines().count(), 3_000, "after {part} of 8");
            assert!(written.ends_with("}\n"), "after {part} of 8");
        }
    }
    assert!(interrupted > 0, "none was interrupted");
}

#[test]
fn a_closed_pipe_stops_the_work() {
    // Files of many claims: what is read ahead is bounded, so of this ledger most is never read.
    let mut desk = Desk::new();
    for file in 0..60 {
        let claims = large(400).replacen("\"id\":\"a\"", &format!("\"id\":\"a-{file}\""), 1);
        desk = desk.with(&format!("claims/{file:02}.json"), claims);
    }
    // One that cannot be read, at the end: who reads it would say so.
    let desk = desk.with("claims/zz.json", "{");
    let (child, out) = listing(&desk);
    drop(out);
    let output = child.wait_with_output().expect("ends");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
