//! A JSON Schema validator that is not ours: Python's `jsonschema`, where it is installed.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::desk::skipped;

/// What a reader says of a document: nothing, or why it refuses it.
pub type Verdict = Result<(), String>;

/// The python3 that is meant, and Debian's own, which has Debian's packages.
const PYTHONS: [&str; 2] = ["python3", "/usr/bin/python3"];

fn has_validator(python: &str) -> bool {
    Command::new(python)
        .args(["-c", "import jsonschema; jsonschema.Draft202012Validator"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a validator says of each document against the schema; none where there is no validator.
pub fn verdicts(schema: &str, documents: &[Vec<u8>]) -> Option<Vec<Verdict>> {
    let Some(python) = PYTHONS.into_iter().find(|python| has_validator(python)) else {
        skipped("no python3 with jsonschema (Debian: python3-jsonschema)");
        return None;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("schema.json");
    fs::write(&path, schema).expect("is written");
    let mut validator = Command::new(python)
        .args(["-c", include_str!("validator.py")])
        .arg(&path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut questions = validator.stdin.take().expect("is piped");
    let lines: Vec<String> = documents.iter().map(|bytes| hexadecimal(bytes)).collect();
    // The answers are longer than a pipe holds, and so are the questions.
    let asking = std::thread::spawn(move || questions.write_all(lines.concat().as_bytes()));
    let answers = validator.wait_with_output().expect("python3 ends");
    asking.join().expect("no panic").expect("all is asked");
    assert!(answers.status.success(), "the validator failed");
    let answers = String::from_utf8(answers.stdout).expect("is UTF-8");
    let verdict = |line: &str| match line.strip_prefix("no: ") {
        Some(why) => Err(why.to_owned()),
        None => Ok(()),
    };
    let verdicts: Vec<Verdict> = answers.lines().map(verdict).collect();
    assert_eq!(verdicts.len(), documents.len());
    Some(verdicts)
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in bytes {
        let _ = write!(digits, "{byte:02x}");
    }
    digits + "\n"
}
