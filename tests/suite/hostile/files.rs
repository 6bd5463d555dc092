//! No text where a draft or a list of questions should be: too large, endless, a folder, not UTF-8.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use crate::desk::{BRIDGE, Desk, PROGRAM};

/// One byte more than is read.
const TOO_LARGE: u64 = (64 << 20) + 1;

/// What stands where a text should be.
const NO_TEXTS: [&str; 9] =
    ["large", "folder", "pipe", "zero", "gone", "round", "utf-16", "latin-1", "mute"];

fn desk() -> Desk {
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", BRIDGE)
        .with("utf-16", b"\xff\xfe{\0\"\0")
        .with("latin-1", b"text\ncaf\xe9\n")
        .with("mute", b"t\0e\0x\0t\0")
        .with_folder("folder");
    File::create(desk.path("large")).expect("is made").set_len(TOO_LARGE).expect("has a hole");
    let made = Command::new("mkfifo").arg(desk.path("pipe")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
    for (link, target) in [("zero", "/dev/zero"), ("round", "round")] {
        symlink(target, desk.path(link)).expect("a link");
    }
    desk
}

#[test]
fn no_draft() {
    let desk = NO_TEXTS.iter().fold(desk(), |desk, what| desk.run(&["lint", what]));
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn no_questions() {
    let desk = NO_TEXTS.iter().fold(desk(), |desk, what| desk.run(&["check", "--from", what]));
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn standard_input_has_the_same_limits() {
    let desk = desk();
    for args in [&["lint", "-"][..], &["check", "--from", "-"]] {
        for (input, why) in [
            ("large", "the file is 65 MiB large, expected at most 64 MiB"),
            ("zero", "the file is 65 MiB large, expected at most 64 MiB"),
            ("utf-16", "the file is UTF-16, expected UTF-8"),
            ("latin-1", "byte 0xE9 is not UTF-8"),
        ] {
            let output = Command::new(PROGRAM)
                .args(args)
                .current_dir(desk.path(""))
                .stdin(File::open(desk.path(input)).expect("is there"))
                .stdout(Stdio::null())
                .output()
                .expect("runs");
            let said = String::from_utf8(output.stderr).expect("is text");
            assert_eq!(output.status.code(), Some(2), "{args:?} {input}: {said}");
            assert!(said.contains(why), "{args:?} {input}: {said}");
        }
    }
}

#[test]
fn half_a_character_in_a_question_is_told() {
    let lines = "{\"text\": \"\\ud800\"}\n{\"text\": \"a\\u0000b\"}\n{\"text\": \"Il ponte tornerà sicuro\", \
                 \"text\": \"twice\"}\n";
    let desk = Desk::new()
        .with("claims/harbour-bridge.json", BRIDGE)
        .with("lone.jsonl", lines)
        .run(&["check", "--from", "lone.jsonl", "--format", "text"]);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn marks_and_line_ends_of_other_systems_change_no_answer() {
    let desk = Desk::new().with("claims/harbour-bridge.json", BRIDGE);
    let draft = "“Il ponte tornerà sicuro”, ha affermato Mei Ito.\n\n> Il ponte è sicuro\n";
    let questions = "text,by\nIl ponte tornerà sicuro,ito\n\"Il ponte\nè sicuro\",\n";
    let variants = |text: &str| {
        let lines = text.replace('\n', "\r\n");
        [text.to_owned(), lines.clone(), format!("\u{feff}{text}"), format!("\u{feff}{lines}")]
    };
    let mut answers = Vec::new();
    for (draft, questions) in variants(draft).into_iter().zip(variants(questions)) {
        fs::write(desk.path("draft.md"), draft).expect("is written");
        fs::write(desk.path("questions.csv"), questions).expect("is written");
        let run = |args: &[&str]| {
            let output = desk.claims().args(args).output().expect("runs");
            (String::from_utf8(output.stdout).expect("is text"), output.status.code())
        };
        let (checked, code) = run(&["check", "--from", "questions.csv"]);
        let checked = checked.replace("\\r\\n", "\\n");
        let linted = run(&["lint", "draft.md", "--format", "concise"]);
        answers.push((checked, code, linted));
    }
    assert!(answers[0].0.contains("verbatim"), "{answers:#?}");
    for answer in &answers {
        assert_eq!(*answer, answers[0]);
    }
}
