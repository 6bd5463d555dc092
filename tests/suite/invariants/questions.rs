//! Questions of any bytes, as a table and as JSON Lines.

use std::fmt::Write as _;
use std::path::Path;

use news_claims::check::Question;
use news_claims::cli::questions::parse;
use news_claims::load::read::decode;
use serde_json::json;

/// No question is empty, none is lost, and what was read is written and read as the same.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    for name in ["a.csv", "a.jsonl", "-"] {
        let Ok(questions) = parse(Path::new(name), text) else { continue };
        for question in &questions.asked {
            assert!(!question.text.trim().is_empty());
            let given = [&question.id, &question.by, &question.language];
            assert!(given.into_iter().flatten().all(|given| !given.trim().is_empty()));
        }
        for (_, why) in &questions.bad {
            assert!(!why.is_empty());
        }
        if name == "a.jsonl" {
            let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
            assert_eq!(questions.asked.len() + questions.bad.len(), lines);
        }
        assert_written_and_read(&questions.asked);
    }
}

fn assert_written_and_read(asked: &[Question]) {
    let parts = |question: &Question| {
        [
            Some(&question.text),
            question.id.as_ref(),
            question.by.as_ref(),
            question.language.as_ref(),
        ]
        .map(Option::<&String>::cloned)
    };
    let first: Vec<_> = asked.iter().map(parts).collect();
    let mut lines = String::new();
    for [text, id, by, language] in &first {
        let question = json!({ "text": text, "id": id, "by": by, "language": language });
        let _ = writeln!(lines, "{question}");
    }
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["text", "id", "by", "language"]).expect("is written");
    for parts in &first {
        let cells = parts.iter().map(|part| part.as_deref().unwrap_or_default());
        table.write_record(cells).expect("is written");
    }
    let table = String::from_utf8(table.into_inner().expect("is written")).expect("is UTF-8");
    for (name, text) in [("again.jsonl", lines), ("again.csv", table)] {
        let read = parse(Path::new(name), &text).expect("was written here");
        assert_eq!(read.bad, []);
        assert_eq!(read.asked.iter().map(parts).collect::<Vec<_>>(), first, "{name}");
    }
}
