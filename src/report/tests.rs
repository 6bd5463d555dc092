//! Findings as they are seen, in every format.

use std::sync::Arc;

use super::{Format, Located, Report};
use crate::finding::{Finding, JsonPath, Place, Rule, Severity, Spot};
use crate::span::{Lines, Span};

static ERROR: Rule = Rule { name: "mode-without-quotes", severity: Severity::Error, text: "" };

static NOTE: Rule = Rule { name: "undated-article", severity: Severity::Note, text: "" };

fn finding(rule: &'static Rule, spot: Spot, message: &str) -> Finding {
    let place = Place { file: Arc::from("claims/harbour-bridge.json"), spot };
    Finding::new(rule, place, message)
}

fn mode(message: &str) -> Finding {
    let path = JsonPath::claim(0).then("mode");
    finding(&ERROR, Spot::Json(path), message)
}

/// Draws findings about the first place where `marked` stands in `text`.
fn drawn(format: Format, text: &str, findings: &[(Finding, &str)]) -> String {
    let lines = Lines::new(text);
    let mut out = Vec::new();
    let mut report = Report::new(&mut out, format, false);
    for (finding, marked) in findings {
        let span = text
            .find(marked)
            .filter(|_| !marked.is_empty())
            .map(|at| Span::new(at, at + marked.len()));
        let located = Located { finding, lines: Some(&lines), span, recorded: None };
        report.draw(&[located]).expect("memory can be written");
    }
    report.finish().expect("memory can be written");
    String::from_utf8(out).expect("drawn as UTF-8")
}

const TEXT: &str = "{\n  \"claims\": [{\n      \"mode\": \"direct\"\n  }]\n}\n";

#[test]
fn people_see_line_and_caret() {
    let error = mode("claim `ito-safe-again` has mode `direct` but records no quote")
        .help("add the printed words under `quotes`, or use mode `indirect`");
    let note = finding(&NOTE, Spot::File, "the article has no date");
    let helped = note.clone().help("add `issued`");
    let seen = drawn(Format::Human, TEXT, &[(error, "\"direct\""), (note, ""), (helped, "")]);
    insta::assert_snapshot!(seen, @r#"
    error[mode-without-quotes]: claim `ito-safe-again` has mode `direct` but records no quote
     --> claims/harbour-bridge.json:3:15  claims[0].mode
      |
    3 |       "mode": "direct"
      |               ^^^^^^^^
      |
      = help: add the printed words under `quotes`, or use mode `indirect`

    note[undated-article]: the article has no date
     --> claims/harbour-bridge.json

    note[undated-article]: the article has no date
     --> claims/harbour-bridge.json
     = help: add `issued`
    "#);
}

#[test]
fn editors_read_one_line() {
    let seen = drawn(
        Format::Concise,
        TEXT,
        &[(mode("no\nquote"), "\"direct\""), (finding(&NOTE, Spot::File, "no date"), "")],
    );
    insta::assert_snapshot!(seen, @r"
    claims/harbour-bridge.json:3:15: error[mode-without-quotes]: no\u{a}quote
    claims/harbour-bridge.json: note[undated-article]: no date
    ");
}

#[test]
fn programs_read_json() {
    let findings = [
        (mode("no quote\u{9b}").help("add it"), "\"direct\""),
        (finding(&NOTE, Spot::File, "no date"), ""),
    ];
    insta::assert_snapshot!(drawn(Format::Json, TEXT, &findings), @r#"
    {"version":1,"findings":[
    {"rule":"mode-without-quotes","severity":"error","message":"no quote\u009b","path":"claims/harbour-bridge.json","line":3,"column":15,"start":31,"end":39,"json_path":"claims[0].mode","help":"add it"},
    {"rule":"undated-article","severity":"note","message":"no date","path":"claims/harbour-bridge.json","line":null,"column":null,"start":null,"end":null,"json_path":null,"help":null}
    ]}
    "#);
    insta::assert_snapshot!(drawn(Format::Jsonl, TEXT, &findings), @r#"
    {"version":1,"rule":"mode-without-quotes","severity":"error","message":"no quote\u009b","path":"claims/harbour-bridge.json","line":3,"column":15,"start":31,"end":39,"json_path":"claims[0].mode","help":"add it"}
    {"version":1,"rule":"undated-article","severity":"note","message":"no date","path":"claims/harbour-bridge.json","line":null,"column":null,"start":null,"end":null,"json_path":null,"help":null}
    "#);
    insta::assert_snapshot!(drawn(Format::Json, TEXT, &[]), @r#"{"version":1,"findings":[]}"#);
    assert_eq!(drawn(Format::Jsonl, TEXT, &[]), "");
    for findings in [&findings[..], &[]] {
        let document = drawn(Format::Json, TEXT, findings);
        let value: serde_json::Value = serde_json::from_str(&document).expect("it is JSON");
        assert_eq!(value["findings"].as_array().map(Vec::len), Some(findings.len()));
    }
}

#[test]
fn a_line_of_a_megabyte_is_cut_around_the_caret() {
    let side = "\"statement\": \"così così\", ".repeat(40_000);
    let text = format!("{side}\"mode\": \"direct\", {side}");
    let seen = drawn(Format::Human, &text, &[(mode("no quote"), "\"direct\"")]);
    insta::assert_snapshot!(seen, @r#"
    error[mode-without-quotes]: no quote
     --> claims/harbour-bridge.json:1:1040009  claims[0].mode
      |
    1 | …osì", "statement": "così così", "mode": "direct", "statement": "così così", "statement": "così così"…
      |                                          ^^^^^^^^
    "#);
    let all = drawn(Format::Human, &text, &[(mode("no quote"), &text)]);
    assert!(all.len() < 1_000, "{}", all.len());
}

#[test]
fn the_first_line_stands_for_a_value_of_many() {
    let seen =
        drawn(Format::Human, TEXT, &[(mode("a claim"), "[{\n      \"mode\": \"direct\"\n  }]")]);
    insta::assert_snapshot!(seen, @r#"
    error[mode-without-quotes]: a claim
     --> claims/harbour-bridge.json:2:13  claims[0].mode
      |
    2 |   "claims": [{
      |             ^^
    "#);
}

#[test]
fn nothing_active_is_drawn() {
    let evil = "\u{1b}[2J\u{9b}\u{202e}\u{7f}\u{2066}";
    let text = format!("\t\"mode\": \"{evil}direct\" {evil}\r\n");
    let mut finding = mode(evil).help(evil);
    finding.place.file = Arc::from(format!("claims/{evil}.json"));
    for format in [Format::Human, Format::Concise, Format::Json, Format::Jsonl] {
        let seen = drawn(format, &text, &[(finding.clone(), "direct")]);
        let active = |letter: char| evil.contains(letter) && !"[2J".contains(letter);
        assert!(!seen.contains(active), "{format:?}: {seen:?}");
    }
    let seen = drawn(Format::Human, &text, &[(mode("a mode"), "direct")]);
    insta::assert_snapshot!(seen, @r#"
    error[mode-without-quotes]: a mode
     --> claims/harbour-bridge.json:1:19  claims[0].mode
      |
    1 |     "mode": "\u{1b}[2J\u{9b}\u{202e}\u{7f}\u{2066}direct" \u{1b}[2J\u{9b}\u{202e}\u{7f}\u{2066}
      |                                                   ^^^^^^
    "#);
}
