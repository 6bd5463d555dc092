//! No socket is ever opened, whatever is asked: seen by tracing the program's calls to the system.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::desk::{Desk, PROGRAM, UNSET, skipped};

use super::printed::PRINTED;

const EVERYTHING: &str = include_str!("../ledgers/valid/everything.json");

/// Commands beside those of [`PRINTED`], so that every command is traced.
const OTHERS: &[&[&str]] = &[
    &["--help"],
    &["--version"],
    &["init", "quay"],
    &["schema"],
    &["completions", "bash"],
    // What the script of a shell asks, with [`ASKING`] set.
    &["--", "claims", "sh"],
    &["--", "claims", "show", "ito"],
    &["--", "claims", "list", "--topic", ""],
    &["man"],
    &["man", "lint"],
    &["explain"],
    &["explain", "altered-wording"],
    &["check", "Il ponte tornerà sicuro", "--by", "ito"],
    &["list", "-o", "list.txt"],
    &["cite", "--style", "apa", "--format", "html"],
    &["cite", "--format", "bibtex"],
    &["cite", "--format", "ris"],
    &["export", "--format", "html"],
    &["export", "--format", "markdown"],
    &["fmt", "--check"],
    &["add", "--id", "quay-open", "--statement", "The quay is open.", "--source", "nobody"],
    &["lint", "drafts", "--fix"],
    &["list", "--ledger", "https://x.example/ledger.json"],
    &["check", "--from", "https://x.example/questions.csv"],
];

/// By which a shell asks for completions, and not for a command.
const ASKING: [(&str, &str); 2] = [("CLAIMS_COMPLETE", "bash"), ("_CLAP_IFS", "\n")];

/// Forms that a reader of their own looks through: `cite_hostile`, `export_hostile` and `page`.
const READ_ELSEWHERE: &[[&str; 2]] = &[
    ["cite", "html"],
    ["cite", "bibtex"],
    ["cite", "ris"],
    ["export", "html"],
    ["export", "markdown"],
];

fn desk() -> Desk {
    Desk::new()
        .with("claims/harbour-bridge.json", EVERYTHING)
        .with(
            "drafts/a.md",
            "“Il ponte tornerà molto sicuro”, ha affermato Ito.[^ito-safe-again]\n",
        )
        .with("questions.jsonl", "{\"text\": \"Il ponte tornerà sicuro\"}\n")
}

#[cfg(target_os = "linux")]
#[test]
fn no_socket_is_opened() {
    let desk = desk();
    let trace = desk.path("trace.txt");
    let traced = |args: &[&str]| {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-e", "trace=network", "-o"]).arg(&trace).arg(PROGRAM).args(args);
        for name in UNSET {
            strace.env_remove(name);
        }
        if args[0] == "--" {
            strace.envs(ASKING).env("_CLAP_COMPLETE_INDEX", (args.len() - 2).to_string());
        }
        strace.current_dir(desk.path("")).output()
    };
    if !traced(&["--version"]).is_ok_and(|output| output.status.success()) {
        skipped("no `strace`, or it may not trace here (Debian: strace)");
        return;
    }
    let mut seen = BTreeSet::new();
    for args in PRINTED.iter().map(|(args, _)| *args).chain(OTHERS.iter().copied()) {
        let output = traced(args).expect("runs");
        assert!(matches!(output.status.code(), Some(0..=2)), "{args:?}: {output:?}");
        let calls = fs::read_to_string(&trace).expect("is written");
        assert!(calls.contains("+++ exited with "), "{args:?}: nothing was traced");
        let call = calls.lines().find(|line| !line.contains(" +++ ") && !line.contains(" --- "));
        assert_eq!(call, None, "{args:?}");
        let is_answered = args[0] != "--" || !output.stdout.is_empty();
        assert!(is_answered, "{args:?}: nothing is completed: {output:?}");
        seen.insert(args[0].to_owned());
    }
    let untraced: Vec<String> = desk.commands().difference(&seen).cloned().collect();
    assert!(untraced.is_empty(), "not traced: {untraced:?}");
}

#[test]
fn every_form_of_every_command_is_held_against_hostile_text() {
    let desk = desk();
    let mut forms = 0;
    for command in desk.commands() {
        let help = desk.claims().args([&command, "--help"]).output().expect("runs").stdout;
        let help = String::from_utf8(help).expect("is text");
        let flags =
            help.lines().skip_while(|line| !line.trim_start().starts_with("-f, --format <"));
        let values = flags.take_while(|line| !line.trim_start().starts_with("--"));
        for line in values {
            let Some((form, _)) =
                line.trim_start().strip_prefix("- ").and_then(|rest| rest.split_once(':'))
            else {
                continue;
            };
            let is_it = |args: &[&str]| {
                args[0] == command && args.windows(2).any(|pair| pair == ["--format", form])
            };
            let is_among = PRINTED.iter().any(|(args, _)| is_it(args))
                || READ_ELSEWHERE.contains(&[&command, form]);
            forms += 1;
            assert!(
                is_among,
                "`{command} --format {form}` is not among what is held against hostile text"
            );
        }
    }
    assert!(forms > 20, "only {forms} forms were seen in the help");
}
