//! Findings as SARIF 2.1.0 (OASIS standard, 2020), which code-scanning services read.

use std::io::{self, Write};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use crate::finding::{Rule, Severity};
use crate::report::Located;
use crate::safe;
use crate::span::Span;

/// What may not stand in the path of a URI reference (RFC 3986); `:` would make the first part a scheme.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b':');

/// One member of the list that [`finish`] closes; `rules` are those that were named so far.
pub(super) fn draw_member(
    out: &mut impl Write,
    located: &Located<'_>,
    rules: &mut Vec<&'static Rule>,
    is_first: bool,
) -> io::Result<()> {
    let rule = located.finding.rule;
    let index = rules.iter().position(|known| known.name == rule.name).unwrap_or_else(|| {
        rules.push(rule);
        rules.len() - 1
    });
    let text = result(located, index).to_string();
    let before = if is_first { opening() } else { "," };
    write!(out, "{before}\n{}", safe::json(&text))
}

/// The end of the document, with the rules that the results point at.
pub(super) fn finish(
    out: &mut impl Write,
    rules: &[&'static Rule],
    is_empty: bool,
) -> io::Result<()> {
    if is_empty {
        write!(out, "{}", opening())?;
    }
    let rules: Vec<Value> = rules.iter().map(|rule| described(rule)).collect();
    let tool = json!({ "driver": {
        "name": "claims",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    }});
    writeln!(
        out,
        "\n],\"columnKind\":\"unicodeCodePoints\",\"tool\":{}}}]}}",
        safe::json(&tool.to_string())
    )
}

const fn opening() -> &'static str {
    concat!(
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",",
        "\"runs\":[{\"results\":["
    )
}

fn described(rule: &Rule) -> Value {
    let body = rule.text.split_once("\n\n").map_or(rule.text, |(_, body)| body);
    let short = body.split("\n\n").next().unwrap_or(body).replace('\n', " ");
    json!({
        "id": rule.name,
        "shortDescription": { "text": short },
        "help": { "text": rule.text, "markdown": rule.text },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(located: &Located<'_>, index: usize) -> Value {
    let finding = located.finding;
    let text = match &finding.help {
        Some(help) => {
            format!("{}\nhelp: {}", safe::terminal(&finding.message), safe::terminal(help))
        }
        None => safe::terminal(&finding.message).into_owned(),
    };
    let artifact = json!({ "uri": uri(&finding.place.file) });
    let mut physical = json!({ "artifactLocation": artifact });
    if let Some(region) = located.marked().and_then(|(_, span)| region(located, span)) {
        physical["region"] = region;
    }
    let mut result = json!({
        "ruleId": finding.rule.name,
        "ruleIndex": index,
        "level": level(finding.rule.severity),
        "message": { "text": without_placeholders(&text) },
        "locations": [{ "physicalLocation": physical }],
    });
    if let Some((fix, region)) =
        finding.fix().and_then(|fix| Some((fix, region(located, fix.span)?)))
    {
        result["fixes"] = json!([{
            "description": { "text": "print the recorded words" },
            "artifactChanges": [{
                "artifactLocation": artifact,
                "replacements": [{
                    "deletedRegion": region,
                    "insertedContent": { "text": fix.with },
                }],
            }],
        }]);
    }
    result
}

fn region(located: &Located<'_>, span: Span) -> Option<Value> {
    let lines = located.lines?;
    let (start, end) = (lines.position(span.start), lines.position(span.end));
    Some(json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": span.start,
        "byteLength": span.len(),
    }))
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a URI reference: relative to where the program was run, or absolute.
fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path.trim_start_matches("./"), PATH).to_string();
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded }
}

/// A message whose braces are letters: else `{0}` stands for an argument (SARIF 2.1.0 § 3.11.5).
fn without_placeholders(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
