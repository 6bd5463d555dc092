//! The Markdown that is printed, rendered by two that are not ours: pulldown-cmark (`CommonMark` with
//! GitHub's tables and footnotes) and pandoc, where it is installed.

use std::io::Write as _;
use std::process::{Command, Stdio};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use crate::desk::{Desk, skipped};

/// A ledger whose fields hold what Markdown has a meaning for.
fn ledger() -> String {
    include_str!("harbour/page.json")
        .replace("The bridge will be safe again.", "A | pipe, *stars*, `ticks` and [a](link) <b>.")
        .replace("Mei Ito", "Mei | Ito_*")
        .replace("Il ponte tornerà sicuro", "Il *ponte* | tornerà [sicuro](x)")
}

fn printed(args: &[&str]) -> String {
    let desk = Desk::new().with("claims/harbour-bridge.json", ledger());
    let output = desk.claims().args(args).output().expect("runs");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).expect("is text")
}

/// The first row's cells, as a reader is to see them.
const FIRST: [&str; 4] = [
    "ito-safe-again",
    "Mei | Ito_*",
    "direct, translated",
    "A | pipe, *stars*, `ticks` and [a](link) <b>.",
];

/// The tables' rows after the head, by pulldown-cmark.
fn rows(markdown: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut is_head = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableHead) => is_head = true,
            Event::End(TagEnd::TableHead) => is_head = false,
            Event::Start(Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) if !is_head => {
                rows.last_mut().expect("is in a row").push(String::new());
            }
            Event::Text(text) if !is_head => {
                rows.last_mut()
                    .and_then(|row| row.last_mut())
                    .expect("is in a cell")
                    .push_str(&text);
            }
            Event::Start(Tag::Table(_) | Tag::TableCell) | Event::End(_) | Event::Text(_) => {}
            other => panic!("{other:?}"),
        }
    }
    rows
}

/// The document as pandoc reads it; none where pandoc is not installed.
fn pandoc(markdown: &str, flavour: &str) -> Option<Value> {
    let started = Command::new("pandoc")
        .args(["-f", flavour, "-t", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut pandoc) = started else {
        skipped("no pandoc");
        return None;
    };
    let mut into = pandoc.stdin.take().expect("is piped");
    into.write_all(markdown.as_bytes()).expect("is read");
    drop(into);
    let read = pandoc.wait_with_output().expect("ends");
    assert!(read.status.success());
    Some(serde_json::from_slice(&read.stdout).expect("is JSON"))
}

/// Every node of this type in pandoc's document.
fn nodes<'a>(document: &'a Value, kind: &str, found: &mut Vec<&'a Value>) {
    match document {
        Value::Array(items) => items.iter().for_each(|item| nodes(item, kind, found)),
        Value::Object(fields) => {
            if fields.get("t").is_some_and(|t| t == kind) {
                found.push(document);
            }
            fields.values().for_each(|field| nodes(field, kind, found));
        }
        _ => {}
    }
}

fn count(document: &Value, kind: &str) -> usize {
    let mut found = Vec::new();
    nodes(document, kind, &mut found);
    found.len()
}

/// What a reader sees of a part of pandoc's document; quotation marks as they were typed.
fn seen(part: &Value) -> String {
    match part {
        Value::Array(items) => items.iter().map(seen).collect(),
        Value::Object(fields) => match fields.get("t").and_then(Value::as_str) {
            Some("Str") => fields["c"].as_str().unwrap_or_default().to_owned(),
            Some("Space" | "SoftBreak") => " ".to_owned(),
            Some("AlignDefault" | "ColWidthDefault") | None => String::new(),
            Some(_) => fields.get("c").map(seen).unwrap_or_default(),
        },
        _ => String::new(),
    }
}

#[test]
fn a_table_is_a_table_and_its_cells_are_text() {
    let table = printed(&["list", "--format", "markdown"]);
    let read = rows(&table);
    assert_eq!(read.len(), 4);
    assert_eq!(read[0], FIRST);
    for flavour in ["gfm", "markdown"] {
        let Some(document) = pandoc(&table, flavour) else { return };
        assert_eq!(count(&document, "Table"), 1, "{flavour}");
        for kind in ["Emph", "Strong", "Code", "Link", "RawInline", "Cite", "Math"] {
            assert_eq!(count(&document, kind), 0, "{kind} in {flavour}");
        }
        let mut plain = Vec::new();
        nodes(&document, "Plain", &mut plain);
        let cells: Vec<String> = plain.iter().map(|cell| seen(cell)).collect();
        assert_eq!(cells[4..8], FIRST, "{flavour}");
    }
}

#[test]
fn a_citation_is_a_quotation_with_its_note() {
    let cited = printed(&["cite"]);
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let (mut references, mut notes, mut quotations) = (0, 0, 0);
    for event in Parser::new_ext(&cited, options) {
        match event {
            Event::FootnoteReference(_) => references += 1,
            Event::Start(Tag::FootnoteDefinition(_)) => notes += 1,
            Event::Start(Tag::BlockQuote(_)) => quotations += 1,
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => panic!("{event:?}"),
            _ => {}
        }
    }
    assert_eq!((references, notes, quotations), (4, 4, 1), "{cited}");
    for flavour in ["gfm", "markdown"] {
        let Some(document) = pandoc(&cited, flavour) else { return };
        assert_eq!(count(&document, "Note"), 4, "{flavour}");
        assert_eq!(count(&document, "BlockQuote"), 1, "{flavour}");
        for kind in ["Code", "RawInline", "RawBlock", "Table", "Math", "Cite"] {
            assert_eq!(count(&document, kind), 0, "{kind} in {flavour}");
        }
        let text = seen(&document["blocks"]);
        assert!(!text.contains("[^"), "{flavour}: {text}");
        assert!(text.contains("Il *ponte* | tornerà [sicuro](x)"), "{flavour}: {text}");
    }
}

#[test]
fn a_document_is_headings_and_lists() {
    let document = printed(&["export", "--format", "markdown"]);
    let levels: Vec<usize> = Parser::new(&document)
        .filter_map(|event| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(level as usize),
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Emphasis) => {
                panic!("{event:?}")
            }
            _ => None,
        })
        .collect();
    assert_eq!(levels, [1, 2, 2, 2, 2]);
    for flavour in ["gfm", "markdown"] {
        let Some(read) = pandoc(&document, flavour) else { return };
        assert_eq!(count(&read, "Header"), 5, "{flavour}");
        assert_eq!(count(&read, "BulletList"), 4, "{flavour}");
        assert_eq!(count(&read, "Emph") + count(&read, "RawInline") + count(&read, "Table"), 0);
        assert!(seen(&read["blocks"]).contains(FIRST[3]), "{flavour}");
    }
}
