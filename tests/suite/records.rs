//! The records that `cite` hands out, read back by programs that are not ours: nothing is lost.

use std::io::Write as _;
use std::process::{Command, Stdio};

use biblib::{CitationParser, RisParser};
use news_claims::cite::{RecordFormat, records};
use news_claims::ledger::Article;
use serde_json::Value;

use crate::desk::skipped;

const ARTICLES: &str = include_str!("references/articles.json");

fn articles() -> Vec<Article> {
    serde_json::from_str(ARTICLES).expect("are items")
}

/// What a program makes of a text; none where the program is not at hand.
fn read_by(program: &str, args: &[&str], text: &str) -> Option<Value> {
    let mut reader = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = reader.stdin.take().expect("is piped");
    let text = text.to_owned();
    let writing = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = reader.wait_with_output().expect("ends");
    let _ = writing.join().expect("no panic");
    output.status.success().then(|| serde_json::from_slice(&output.stdout).expect("prints JSON"))
}

/// What pandoc reads as items of CSL; says so where there is no pandoc.
fn read_by_pandoc(format: &str, text: &str) -> Option<Vec<Value>> {
    if Command::new("pandoc").arg("--version").output().is_err() {
        skipped("no pandoc (Debian: pandoc)");
        return None;
    }
    let read = read_by("pandoc", &["-f", format, "-t", "csljson"], text).expect("pandoc reads it");
    Some(read.as_array().expect("are items").clone())
}

/// Quotation marks and apostrophes as straight ones: LaTeX and pandoc set their own, and bibtexparser takes
/// `'n` for a letter of Afrikaans.
fn plain(text: &str) -> String {
    text.replace('ŉ', "'n").replace(['‘', '’', '“', '”', '"'], "'")
}

fn text(item: &Value, field: &str) -> Option<String> {
    item[field].as_str().map(plain)
}

/// Names in full, particles with them: readers differ in which particle they take for which.
fn names(item: &Value) -> Vec<String> {
    let name = |name: &Value| {
        let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "literal"];
        parts.iter().filter_map(|part| name[part].as_str()).collect::<Vec<_>>().join(" ")
    };
    item["author"].as_array().into_iter().flatten().map(name).collect()
}

fn record(format: RecordFormat) -> String {
    let records = records(&articles(), format);
    assert!(records.remarks.is_empty(), "{:?}", records.remarks);
    records.text
}

#[test]
fn pandoc_reads_the_items() {
    let Some(read) = read_by_pandoc("csljson", &record(RecordFormat::CslJson)) else { return };
    let written: Vec<Value> = serde_json::from_str(ARTICLES).expect("is JSON");
    assert_eq!(read.len(), written.len());
    for (read, written) in read.iter().zip(&written) {
        for field in ["id", "type", "title", "container-title", "URL", "language"] {
            assert_eq!(text(read, field), text(written, field), "{field}");
        }
        assert_eq!(read["issued"]["date-parts"], written["issued"]["date-parts"]);
        assert_eq!(names(read), names(written));
    }
}

#[test]
fn pandoc_reads_the_bibtex() {
    for format in ["bibtex", "biblatex"] {
        let Some(read) = read_by_pandoc(format, &record(RecordFormat::Bibtex)) else { return };
        let written: Vec<Value> = serde_json::from_str(ARTICLES).expect("is JSON");
        assert_eq!(read.len(), written.len());
        for written in &written {
            let read = read.iter().find(|read| read["id"] == written["id"]).expect("is there");
            assert_eq!(text(read, "title"), text(written, "title"));
            let outlet = text(read, "container-title").or_else(|| text(read, "publisher"));
            assert_eq!(outlet, text(written, "container-title"));
            assert_eq!(text(read, "URL"), text(written, "URL"));
            assert_eq!(read["issued"]["date-parts"], written["issued"]["date-parts"]);
            assert_eq!(names(read), names(written));
            let language = text(read, "language").map(|tag| tag[..2].to_owned());
            let is_known_to_babel = written["language"] != "zh";
            assert_eq!(language, text(written, "language").filter(|_| is_known_to_babel));
        }
        let about = read.iter().find(|read| read["id"] == "about-a-year").expect("is there");
        assert_eq!(about["issued"]["circa"], true);
    }
}

#[test]
fn bibtexparser_reads_the_bibtex() {
    let script = include_str!("read-bibtex.py");
    let read = |python: &str| read_by(python, &["-c", script], &record(RecordFormat::Bibtex));
    let Some(read) = ["python3", "/usr/bin/python3"].into_iter().find_map(read) else {
        skipped("no python3 with bibtexparser (Debian: python3-bibtexparser)");
        return;
    };
    let written: Vec<Value> = serde_json::from_str(ARTICLES).expect("is JSON");
    assert_eq!(read.as_object().map(serde_json::Map::len), Some(written.len()));
    for written in &written {
        let read = &read[written["id"].as_str().expect("has an id")];
        assert_eq!(text(read, "title"), text(written, "title"));
        let outlet = text(read, "journal").or_else(|| text(read, "organization"));
        assert_eq!(outlet, text(written, "container-title"));
        assert_eq!(text(read, "url"), text(written, "URL"));
        assert_eq!(text(read, "language"), text(written, "language"));
        let year = written["issued"]["date-parts"][0][0].as_i64().map(|year| year.to_string());
        assert_eq!(text(read, "year"), year);
    }
}

#[test]
fn another_reader_reads_the_ris() {
    let read = RisParser::new().parse(&record(RecordFormat::Ris)).expect("is RIS");
    let written: Vec<Value> = serde_json::from_str(ARTICLES).expect("is JSON");
    assert_eq!(read.len(), written.len());
    for (read, written) in read.iter().zip(&written) {
        assert_eq!(Some(read.title.as_str()), written["title"].as_str());
        assert_eq!(read.journal.as_deref(), written["container-title"].as_str());
        assert_eq!(read.urls.first().map(String::as_str), written["URL"].as_str());
        assert_eq!(read.language.as_deref(), written["language"].as_str());
        let date = &written["issued"]["date-parts"][0];
        let part = |at: usize| date[at].as_i64();
        let read_date = read.date.as_ref();
        assert_eq!(read_date.map(|date| i64::from(date.year)), part(0), "{read_date:?}");
        assert_eq!(read_date.and_then(|date| date.month).map(i64::from), part(1));
        assert_eq!(read_date.and_then(|date| date.day).map(i64::from), part(2));
        let names_read: Vec<String> = read
            .authors
            .iter()
            .map(|author| {
                let parts = [author.given_name.as_deref(), Some(author.name.as_str())];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(names_read, names(written));
    }
}

#[test]
fn ris_is_written_as_it_is_specified() {
    let record = record(RecordFormat::Ris);
    let mut lines = 0;
    for line in record.split_terminator("\r\n") {
        let (tag, rest) = line.split_at(2);
        assert!(
            tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()),
            "{line}"
        );
        assert!(rest.starts_with("  - "), "{line}");
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        lines += 1;
    }
    assert!(lines > 100);
    assert!(record.contains("DA  - 2025///about\r\n"));
}
