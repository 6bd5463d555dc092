//! The ledger in other forms: flat lines, a document, linked data.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::desk::{BRIDGE, Desk, skipped};

/// A ledger with a quoted, a reported and an uncredited claim; two of them disagree.
const HARBOUR: &str = include_str!("harbour/page.json");

fn exported(ledger: &str, format: &str) -> String {
    let desk = Desk::new().with("claims/harbour-bridge.json", ledger);
    let mut claims = desk.claims();
    claims.env("SOURCE_DATE_EPOCH", "1767225600").args(["export", "--format", format]);
    let output = claims.output().expect("runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("is text")
}

/// The rows of the table that documents the columns: name and what it holds.
fn documented() -> Vec<(String, String)> {
    let table = include_str!("../../src/export/columns.md");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let row = |row: &str| {
        let mut cells = row.split(" | ");
        let name = cells.next().expect("has a name").trim_end_matches('`').to_owned();
        (name, cells.next().expect("says what it holds").to_owned())
    };
    rows.map(row).collect()
}

#[test]
fn the_lines_hold_what_the_table_of_columns_says() {
    let documented = documented();
    let lines = exported(HARBOUR, "jsonl");
    assert_eq!(lines.lines().count(), 4);
    let mut told = std::collections::BTreeSet::new();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).expect("is JSON");
        let line = line.as_object().expect("is flat");
        assert_eq!(line.len(), documented.len() + 1);
        assert_eq!(line["version"], 1);
        for (name, holds) in &documented {
            let value = &line[name];
            let items = value.as_array();
            let all = |is: fn(&Value) -> bool| items.is_some_and(|items| items.iter().all(is));
            let fits = match holds.as_str() {
                "text" => value.is_string() || value.is_null(),
                "list" => all(Value::is_string),
                "numbers" => all(Value::is_u64),
                "yes or no" => value.is_boolean(),
                other => panic!("`{name}` holds `{other}`"),
            };
            assert!(fits, "`{name}` is {value}, documented as {holds}");
            if value.as_str().is_some()
                || value == true
                || items.is_some_and(|list| !list.is_empty())
            {
                told.insert(name.clone());
            }
        }
    }
    let silent: Vec<&String> =
        documented.iter().map(|(name, _)| name).filter(|name| !told.contains(*name)).collect();
    assert!(silent.is_empty(), "no claim tries {silent:?}");
    let table = exported(HARBOUR, "csv");
    let head = table.lines().next().expect("has a head");
    let names: Vec<&str> = documented.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(head, names.join(","));
    insta::assert_snapshot!("flat_csv", table);
}

#[test]
fn help_shows_the_columns() {
    let seen = Desk::new().run(&["export", "--help"]).seen();
    assert!(seen.contains("| `qualified_by` | list |"), "{seen}");
    assert!(seen.contains("claims export --format html -o claims.html"), "{seen}");
}

#[test]
fn filters_choose_what_is_exported() {
    let desk = Desk::new().with("claims/harbour-bridge.json", HARBOUR);
    let seen = desk
        .run(&["export", "--format", "csv", "--source", "nobody at all"])
        .run(&["export", "--format", "jsonld", "--source", "nobody at all"])
        .run(&["export", "--format", "jsonl", "--mode", "direct", "-o", "quoted.jsonl"])
        .run(&["export", "--format", "jsonl", "-o", "quoted.jsonl"]);
    let written = std::fs::read_to_string(seen.path("quoted.jsonl")).expect("is written");
    assert_eq!(written.lines().count(), 1);
    let seen = seen.seen();
    assert!(seen.contains("\"@graph\":[\n]}"), "{seen}");
    assert!(seen.contains("no source answers to `nobody at all`"), "{seen}");
    assert!(seen.contains("`quoted.jsonl` is there already"), "{seen}");
}

#[test]
fn a_cell_is_no_formula() {
    for start in ["=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", "＝1"] {
        let table = exported(&BRIDGE.replace("The bridge will be safe again.", start), "csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let record = reader.records().next().expect("a claim").expect("is a record");
        assert!(record[1].starts_with('\''), "{start}: {:?}", &record[1]);
    }
}

#[test]
fn a_document_reads_as_one() {
    insta::assert_snapshot!("document", exported(HARBOUR, "markdown"));
}

#[test]
fn linked_data_says_where_and_who_and_rates_nothing() {
    let linked = exported(HARBOUR, "jsonld");
    for word in ["Rating", "ClaimReview", "itemReviewed", "\"author\":\"", "truth"] {
        assert!(!linked.contains(word), "{word}");
    }
    let Some(seen) = read_by_another(&linked) else {
        skipped("no python3 with rdflib (Debian: python3-rdflib)");
        return;
    };
    insta::assert_snapshot!("linked", seen);
}

/// What rdflib reads in a JSON-LD document; none where it is not installed.
fn read_by_another(document: &str) -> Option<String> {
    let has = |python: &&str| {
        let mut asks = Command::new(python);
        asks.args(["-c", "import rdflib"]).stderr(Stdio::null());
        asks.status().is_ok_and(|status| status.success())
    };
    let python = ["python3", "/usr/bin/python3"].into_iter().find(has)?;
    let mut reader = Command::new(python)
        .args(["-c", include_str!("linked.py")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut into = reader.stdin.take().expect("is piped");
    into.write_all(document.as_bytes()).expect("is read");
    drop(into);
    let read = reader.wait_with_output().expect("ends");
    assert!(read.status.success(), "the processor refuses it");
    Some(String::from_utf8(read.stdout).expect("is text"))
}
