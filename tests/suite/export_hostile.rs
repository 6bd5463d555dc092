//! What others write into a ledger stays text in every form that is exported.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::desk::{Desk, skipped};
use crate::page::{is_quiet, paged, shown};

/// Text that would be markup, a script, an address or another line if it were let.
const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]></style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</title></textarea><iframe src=//x.example>",
    "<base href=//x.example><link rel=stylesheet href=//x.example>",
    "&lt;b&gt; &amp;#60;script&amp;#62;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} `x`",
    "\u{202e}txet desrever\u{202c} \u{2066}x\u{2069} \u{200f}",
    "\u{0}\u{1}\u{1b}[31m\u{7f}\u{85}\u{2028}\r\n\t",
];

/// Ours, and the big list of naughty strings where it is at hand.
fn hostile() -> Vec<String> {
    let mut hostile: Vec<String> = HOSTILE.iter().map(ToString::to_string).collect();
    let path = std::env::var_os("CLAIMS_SHARED")
        .map(|shared| Path::new(&shared).join("suites/naughty-strings.json"));
    match path.and_then(|path| fs::read_to_string(path).ok()) {
        Some(list) => {
            let list: Vec<String> = serde_json::from_str(&list).expect("is a list of texts");
            // A name of nothing but blanks is refused by the loader.
            hostile.extend(list.into_iter().filter(|text| !text.trim().is_empty()));
        }
        None => skipped(
            "CLAIMS_SHARED names no folder with naughty-strings.json; only our own are tried",
        ),
    }
    hostile
}

/// A ledger file with this text in every field that takes text.
fn filled(number: usize, text: &str) -> Value {
    let id = |name: &str| format!("{name}-{number}");
    let quote = json!({
        "exact": text, "prefix": text, "suffix": text, "language": text, "translated": "presumed",
        "renderings": { "en": text }, "sic": [{ "printed": text, "meant": text }]
    });
    let claim = |name: &str, source: &str, mode: &str| {
        json!({
            "id": id(name), "statement": text, "kind": "forecast", "topics": [text, "x"], "about": [text],
            "source": source, "via": ["relay"], "mode": mode, "cue": text, "hedges": [text],
            "quotes": if mode == "direct" { json!([quote]) } else { json!([]) },
            "passages": [{ "paragraph": 1, "start": text, "end": text }],
            "when": text, "status": { "state": "corrected", "note": text, "replaced_by": id("quoted") },
            "conflicts": [id("quoted")], "note": text, "x": { "any": text }
        })
    };
    let source = json!({ "name": text, "kind": "person", "role": text, "affiliation": text, "aliases": [text] });
    let unnamed = json!({ "name": text, "kind": "group", "anonymous": true });
    json!({
        "format": 1,
        "article": {
            "id": id("article"), "type": "article", "title": text, "container-title": text, "language": text,
            "author": [{ "literal": text }], "URL": if number.is_multiple_of(2) { text.to_owned() } else { format!("https://x.example/{text}") }
        },
        "sources": { "speaker": source, "unnamed": unnamed, "relay": source },
        "claims": [claim("quoted", "speaker", "direct"), claim("reported", "unnamed", "indirect")]
    })
}

/// What is active in the page, or leads where no page leads.
const ACTIVE: &str = "
const bad = [];
const known = new Set(['HTML', 'HEAD', 'META', 'TITLE', 'STYLE', 'BODY', 'A', 'HEADER', 'P', 'H1', 'H2', 'H3', 'H4', 'SECTION',
  'STRONG', 'MAIN', 'FIGURE', 'svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'circle', 'UL', 'LI', 'B', 'SPAN', 'TABLE',
  'CAPTION', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'BDI', 'FORM', 'LABEL', 'SELECT', 'OPTION', 'INPUT', 'OUTPUT', 'BUTTON',
  'ARTICLE', 'BLOCKQUOTE', 'FIGCAPTION', 'DL', 'DT', 'DD', 'DIV', 'CODE', 'FOOTER', 'SCRIPT']);
for (const element of document.querySelectorAll('*')) {
  if (!known.has(element.tagName)) bad.push(element.outerHTML.slice(0, 200));
  for (const { name, value } of element.attributes) {
    const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(name);
    if (name.startsWith('on') || name === 'style' || leads && !/^(#|https?:\\/\\/)/.test(value)) bad.push(`${name}=${value}`.slice(0, 200));
  }
}
if (document.scripts.length !== 2) bad.push(`${document.scripts.length} scripts`);
const active = /[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]/;
if (active.test(document.body.innerText)) bad.push('a control: ' + active.exec(document.body.innerText)[0].codePointAt(0));
return bad;";

/// A desk with a file for each text.
fn desk(hostile: &[String]) -> Desk {
    let file = |number: usize| format!("claims/{number:04}.json");
    let texts = hostile.iter().enumerate();
    texts.fold(Desk::new(), |desk, (number, text)| {
        desk.with(&file(number), filled(number, text).to_string())
    })
}

#[test]
fn nothing_in_a_ledger_becomes_active() {
    let Some(browser) = Browser::open() else { return };
    let hostile = hostile();
    let desk = paged(desk(&hostile), &[]);
    browser.go_to_file(&desk.path("page.html"), "");
    browser.run("dispatchEvent(new Event('beforeprint'))", &[]);
    assert_eq!(shown(&browser).len(), 2 * hostile.len(), "not all claims are drawn");
    let active = browser.run(ACTIVE, &[]);
    assert_eq!(active, json!([]));
    let headings = browser
        .run("return [...document.querySelectorAll('.claim h4')].map(h => h.textContent)", &[]);
    for (heading, text) in headings.as_array().expect("is a list").iter().step_by(2).zip(&hostile) {
        // What is neither control nor white space at an edge is printed as it stands.
        if !text.contains(|letter: char| {
            letter.is_control()
                || "\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}".contains(letter)
                || ('\u{202a}'..='\u{202e}').contains(&letter)
                || ('\u{2066}'..='\u{2069}').contains(&letter)
        }) {
            assert_eq!(heading, text.trim());
        }
    }
    browser.click("[data-place='0'][data-kind='0']");
    browser.until("return document.getElementById('_said').textContent === 'Copied'");
    is_quiet(&browser);
}

fn exported(desk: &Desk, format: &str) -> String {
    let output = desk.claims().args(["export", "--format", format]).output().expect("runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("is text")
}

#[test]
fn flat_lines_hold_the_text_and_start_nothing() {
    let hostile = hostile();
    let desk = desk(&hostile);
    let lines = exported(&desk, "jsonl");
    assert_eq!(lines.lines().count(), 2 * hostile.len());
    for (line, text) in lines.lines().step_by(2).zip(&hostile) {
        let line: Value = serde_json::from_str(line).expect("is JSON");
        assert_eq!(line["statement"], **text);
        assert_eq!(line["quotes"], json!([text]));
    }
    let linked: Value = serde_json::from_str(&exported(&desk, "jsonld")).expect("is JSON");
    let nodes = linked["@graph"].as_array().expect("is a list");
    let claims = nodes.iter().filter(|node| node["@type"] == "Claim");
    for (node, text) in claims.step_by(2).zip(&hostile) {
        assert_eq!(node["text"], **text);
    }
    let table = exported(&desk, "csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let records: Vec<csv::StringRecord> =
        reader.records().collect::<Result<_, _>>().expect("are records");
    assert_eq!(records.len(), 2 * hostile.len());
    for (record, text) in records.iter().step_by(2).zip(&hostile) {
        assert_eq!(
            record[1].strip_prefix('\'').unwrap_or(&record[1]),
            text.strip_prefix('\'').unwrap_or(text)
        );
        let runs = record.iter().find(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        assert_eq!(runs, None);
    }
}

#[test]
fn a_document_holds_no_markup_of_others() {
    let document = exported(&desk(&hostile()), "markdown");
    for event in Parser::new_ext(&document, Options::all()) {
        match event {
            // Only ids are set as code.
            Event::Code(id) => {
                assert!(id.starts_with("quoted-") || id.starts_with("reported-"), "{id}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("http"), "{dest_url}");
            }
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Start(
                Tag::Image { .. } | Tag::BlockQuote(_) | Tag::Table(_) | Tag::Emphasis,
            ) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
}
