//! Ten times the input takes at most fifteen times the CPU: best of three, for every command that reads one.
//!
//! Fifteen, not ten: sorting grows a little faster than what it sorts, and caches are left behind. What
//! grows with the square takes a hundred times as long and is far from the bound.

mod inputs;

use std::collections::BTreeSet;
use std::process::Command;

use crate::desk::{Desk, PROGRAM, UNSET, skipped};
use crate::growth::inputs::{ID, Input, QUESTION, SOURCE, WORD};

/// So many times the input.
const TIMES: usize = 10;

/// So many times the CPU at most.
const MOST: f64 = 15.0;

/// Seconds that the smaller input must take beyond a start: less is lost among the ticks of the clock,
/// which on some systems are four milliseconds long.
const LEAST: f64 = 0.04;

/// No input is made larger than this to be measured: what is so quick at it grows with something else.
const LARGEST: usize = 64_000;

/// A command with its arguments; a word in braces is an input that grows, or with `few:` before it one that
/// stays.
type Args = &'static [&'static str];

/// Claims are looked through.
const READERS: &[Args] = &[
    &["list"],
    &["list", "--source", SOURCE],
    &["list", "--search", WORD],
    &["list", "--format", "json"],
    &["list", "--format", "markdown"],
    &["show", ID],
    &["sources"],
    &["sources", "--format", "csv"],
    &["cite"],
    &["cite", "--format", "bibtex"],
    &["cite", ID],
];

/// Quotations are held against the ledger.
const JUDGES: &[Args] = &[
    &["check", ID],
    &["check", QUESTION],
    &["check", "--from", "{few:questions.jsonl}"],
    &["lint", "{few:draft.md}"],
];

/// The ledger is held against its rules, and written.
const KEEPERS: &[Args] = &[
    &["validate"],
    &["validate", "--format", "concise"],
    &["fmt", "--check"],
    &[
        "add",
        "--dry-run",
        "--article",
        "a-0",
        "--id",
        "new",
        "--statement",
        "Boats may pass.",
        "--kind",
        "fact",
        "--source",
        "s-0",
        "--mode",
        "indirect",
    ],
];

/// The ledger in other forms, as the help lists them.
const EXPORTS: &[Args] = &[
    &["export", "--format", "jsonl"],
    &["export", "--format", "csv"],
    &["export", "--format", "markdown"],
    &["export", "--format", "html"],
    &["export", "--format", "jsonld"],
];

/// What grows is not the ledger, or not in this way.
const OTHERS: &[Args] = &[
    &["check", "--from", "{questions.jsonl}", "--ledger", "{few:one.json}"],
    &["check", "--from", "{questions.csv}", "--ledger", "{few:one.json}"],
    &["lint", "{draft.md}", "--ledger", "{few:one.json}"],
    &["lint", "{draft.md}", "--ledger", "{few:one.json}", "--format", "sarif"],
    &["lint", "{draft.md}", "--ledger", "{few:one.json}", "--diff"],
    &["lint", "{prose.md}", "--ledger", "{few:one.json}"],
    &["lint", "{commas.md}", "--ledger", "{few:one.json}"],
    &["lint", "{dashes.md}", "--ledger", "{few:one.json}"],
    &["lint", "{cited.md}", "--ledger", "{few:one.json}"],
    &["lint", "{draft.md}", "--ledger", "{one.json}"],
    &["validate", "--ledger", "{wrong.json}"],
    &["validate", "--ledger", "{wrong.json}", "--format", "concise"],
    &["validate", "--ledger", "{wrong.json}", "--format", "sarif"],
    &["validate", "--ledger", "{related.json}"],
    &["validate", "--ledger", "{alike.json}"],
    &["validate", "--ledger", "{shapeless.json}"],
    &["list", "--ledger", "{shapeless.json}"],
    &["validate", "--ledger", "{saved.json}"],
    &["check", QUESTION, "--ledger", "{saved.json}"],
    &["check", "--from", "{questions.jsonl}", "--ledger", "{saved.json}"],
    &[
        "add",
        "--dry-run",
        "--select",
        QUESTION,
        "--statement",
        "Boats may pass.",
        "--kind",
        "fact",
        "--source",
        "s-0",
        "--mode",
        "direct",
        "--ledger",
        "{saved.json}",
    ],
];

/// Both where the claims stand in one file and where they stand in many.
fn in_one_and_in_many(readers: &[Args]) {
    let cases = readers.iter().flat_map(|args| {
        ["{one.json}", "{many}"].map(|ledger| [*args, &["--ledger", ledger]].concat())
    });
    hold(cases.collect());
}

#[test]
fn reading_grows_with_the_ledger() {
    in_one_and_in_many(READERS);
}

#[test]
fn judging_grows_with_the_ledger() {
    in_one_and_in_many(JUDGES);
}

#[test]
fn keeping_grows_with_the_ledger() {
    in_one_and_in_many(KEEPERS);
}

#[test]
fn exporting_grows_with_the_ledger() {
    in_one_and_in_many(EXPORTS);
}

#[test]
fn other_input_grows_alike() {
    hold(OTHERS.iter().map(|args| args.to_vec()).collect());
}

#[test]
fn every_command_and_every_form_of_an_export_is_measured() {
    // These read no ledger, no draft and no list.
    const READ_NOTHING: [&str; 5] = ["completions", "explain", "init", "man", "schema"];
    let desk = Desk::new();
    let all = [READERS, JUDGES, KEEPERS, EXPORTS, OTHERS].concat();
    let measured: BTreeSet<&str> = all.iter().map(|args| args[0]).chain(READ_NOTHING).collect();
    let missing: Vec<String> =
        desk.commands().into_iter().filter(|name| !measured.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "not measured: {missing:?}");
    let help = desk.claims().args(["export", "--help"]).output().expect("runs").stdout;
    let help = String::from_utf8(help).expect("is text");
    let forms = help.lines().skip_while(|line| !line.trim_start().starts_with("-f, --format <"));
    let forms = forms.take_while(|line| !line.trim_start().starts_with("--"));
    let form = |line: &str| Some(line.trim().strip_prefix("- ")?.split_once(':')?.0.to_owned());
    let forms: BTreeSet<String> = forms.filter_map(form).collect();
    let measured: BTreeSet<String> = EXPORTS.iter().map(|args| args[2].to_owned()).collect();
    assert_eq!(measured, forms);
}

/// Measures each and says which grow too fast.
#[allow(clippy::print_stderr, reason = "a measurement is to be seen")]
fn hold(cases: Vec<Vec<&'static str>>) {
    if !Command::new("bash").args(["-c", "time :"]).output().is_ok_and(|bash| bash.status.success())
    {
        skipped("no `bash`, which measures");
        return;
    }
    let desk = Desk::new();
    let mut too_fast = Vec::new();
    for case in cases {
        let shown = case.join(" ");
        let growth = growth(&desk, &case);
        eprintln!("{growth:5.1}  claims {shown}");
        if growth > MOST {
            too_fast.push(format!("{growth:.1} times the CPU: claims {shown}"));
        }
    }
    assert!(too_fast.is_empty(), "of {TIMES} times the input: {too_fast:#?}");
}

/// How many times as long ten times the input takes, a start not counted.
fn growth(desk: &Desk, case: &[&str]) -> f64 {
    const TRIES: usize = 3;
    let start = seconds(desk, case, 1);
    let mut size = 50;
    while size < LARGEST && seconds(desk, case, size) - start < LEAST {
        size *= 2;
    }
    let mut best = f64::INFINITY;
    for _ in 0..TRIES {
        // Before and after: a machine that others use too is not equally quick at every moment.
        let before = seconds(desk, case, size);
        let large = seconds(desk, case, size * TIMES) - start;
        let small = f64::midpoint(before, seconds(desk, case, size)) - start;
        best = best.min(large / small.max(LEAST / 2.0));
        if best <= MOST {
            break;
        }
    }
    best
}

/// The seconds of CPU, the program's and the system's for it, that a command takes with inputs of a size.
/// Together, since the system knows their sum exactly and shares it out between the two by ticks.
fn seconds(desk: &Desk, case: &[&str], size: usize) -> f64 {
    let args = case.iter().map(|word| match word.strip_prefix('{') {
        Some(name) => Input::named(name.trim_end_matches('}')).of_size(desk, size),
        None => (*word).to_owned(),
    });
    let mut bash = Command::new("bash");
    bash.args(["-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>/dev/null", "bash", PROGRAM]);
    for name in UNSET {
        bash.env_remove(name);
    }
    bash.env("LC_ALL", "C").current_dir(desk.path("")).args(args);
    let output = bash.output().expect("runs");
    let said = String::from_utf8_lossy(&output.stderr);
    // What is broken is read, and told, all the same.
    let most = if case.contains(&"{shapeless.json}") { 2 } else { 1 };
    assert!(output.status.code().is_some_and(|code| code <= most), "{case:?}: {said}");
    said.split_whitespace().map(|part| part.parse::<f64>().expect("is a time")).sum()
}
