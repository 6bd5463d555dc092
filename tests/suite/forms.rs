//! The machine forms hold what their schemas say: whoever reads them may rely on it.

use std::path::Path;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::validator;

/// What a field holds.
fn text() -> Value {
    json!({ "type": "string" })
}

fn texts() -> Value {
    json!({ "type": "array", "items": text() })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn or_null(value: &Value) -> Value {
    json!({ "anyOf": [value, { "type": "null" }] })
}

fn words(known: &[&str]) -> Value {
    json!({ "enum": known })
}

/// An object of exactly these fields.
fn object(fields: &[(&str, Value)]) -> Value {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let properties: serde_json::Map<String, Value> =
        fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    json!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
}

fn version() -> (&'static str, Value) {
    ("version", json!({ "const": 1 }))
}

fn list_of(name: &'static str, item: &Value) -> (&'static str, Value) {
    (name, json!({ "type": "array", "items": item }))
}

fn row() -> Vec<(&'static str, Value)> {
    vec![
        ("id", text()),
        ("article", text()),
        ("source", text()),
        ("name", text()),
        ("attribution", words(&["named", "anonymous", "uncredited", "own-voice"])),
        ("mode", words(&["direct", "mixed", "indirect", "own-voice"])),
        ("how", text()),
        ("kind", words(&["fact", "opinion", "forecast", "call", "private-state"])),
        ("status", words(&["standing", "corrected", "retracted", "superseded"])),
        ("statement", text()),
        ("quotes", texts()),
        ("topics", texts()),
        ("paragraphs", json!({ "type": "array", "items": count() })),
    ]
}

fn speaker() -> Value {
    let counts = ["direct", "mixed", "indirect", "own_voice", "hedged", "claims"];
    let mut fields = vec![
        ("id", text()),
        ("article", or_null(&text())),
        ("name", text()),
        ("kind", or_null(&words(&["person", "organization", "group", "publication", "document"]))),
        ("anonymous", json!({ "type": "boolean" })),
    ];
    fields.extend(counts.map(|name| (name, count())));
    object(&fields)
}

fn finding() -> Vec<(&'static str, Value)> {
    vec![
        ("rule", text()),
        ("severity", words(&["note", "warning", "error"])),
        ("message", text()),
        ("path", text()),
        ("line", or_null(&count())),
        ("column", or_null(&count())),
        ("start", or_null(&count())),
        ("end", or_null(&count())),
        ("json_path", or_null(&text())),
        ("help", or_null(&text())),
    ]
}

fn answer() -> Vec<(&'static str, Value)> {
    let fits = ["verbatim", "fragment", "elided", "spelling", "stitched", "altered"];
    let verdicts = [&fits[..], &["reported", "translation", "unknown"]].concat();
    let attributions =
        ["confirmed", "other-source", "anonymous-source", "no-source", "ambiguous-name", "unasked"];
    vec![
        ("id", or_null(&text())),
        ("text", text()),
        ("by", or_null(&text())),
        ("verdict", words(&verdicts)),
        ("fit", or_null(&words(&fits))),
        ("found_in", or_null(&words(&["quote", "prose", "rendering"]))),
        ("attribution", or_null(&words(&attributions))),
        ("may_quote", words(&["yes", "with-care", "no"])),
        ("claims", texts()),
        (
            "matches",
            json!({ "type": "array", "items": { "type": "object", "required": ["claim", "article", "source", "recorded", "paragraph"] } }),
        ),
        (
            "changes",
            json!({ "type": "array", "items": { "type": "object", "required": ["kind", "recorded", "given"] } }),
        ),
        ("left_out", json!({ "type": "array" })),
        ("cautions", texts()),
        ("advice", text()),
    ]
}

fn with_version(mut fields: Vec<(&'static str, Value)>) -> Value {
    fields.insert(0, version());
    object(&fields)
}

/// What a command prints, run beside the first ledger.
fn printed(args: &[&str]) -> String {
    let desk = Desk::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = desk.claims().current_dir(root).args(args).output().expect("runs");
    String::from_utf8(output.stdout).expect("is UTF-8")
}

fn hold(schema: &Value, documents: &[Vec<u8>], what: &str) {
    assert!(!documents.is_empty(), "{what}: nothing was printed");
    for verdict in validator::verdicts(&schema.to_string(), documents).into_iter().flatten() {
        assert_eq!(verdict, Ok(()), "{what}");
    }
}

#[test]
fn documents_hold_what_their_schemas_say() {
    let show = object(&[
        version(),
        list_of(
            "claims",
            &object(&[
                ("file", text()),
                ("article", json!({ "type": "object" })),
                ("sources", json!({ "type": "object" })),
                ("claim", json!({ "type": "object" })),
                ("cautions", texts()),
            ]),
        ),
    ]);
    let sources = object(&[
        version(),
        list_of("sources", &speaker()),
        ("credited_claims", count()),
        ("on_unnamed_sources", count()),
    ]);
    let cases: [(&[&str], Value); 6] = [
        (&["list", "--format", "json"], object(&[version(), list_of("claims", &object(&row()))])),
        (
            &["list", "--source", "nobody", "--format", "json"],
            object(&[version(), list_of("claims", &object(&row()))]),
        ),
        (&["show", "gupta-question-of-time", "--format", "json"], show),
        (&["sources", "--format", "json"], sources),
        (
            &["validate", "--format", "json"],
            object(&[version(), list_of("findings", &object(&finding()))]),
        ),
        (
            &["check", "fatiche iniziali", "--by", "nvidia", "--format", "json"],
            with_version(answer()),
        ),
    ];
    for (args, schema) in cases {
        hold(&schema, &[printed(args).into_bytes()], &args.join(" "));
    }
}

#[test]
fn lines_hold_what_their_schemas_say() {
    let cases: [(&[&str], Value); 4] = [
        (&["list", "--format", "jsonl"], with_version(row())),
        (&["validate", "--format", "jsonl"], with_version(finding())),
        (&["check", "nothing of the kind", "--format", "jsonl"], with_version(answer())),
        (&["check", "gupta-question-of-time", "--format", "jsonl"], with_version(answer())),
    ];
    for (args, schema) in cases {
        let lines: Vec<Vec<u8>> =
            printed(args).lines().map(|line| line.as_bytes().to_vec()).collect();
        hold(&schema, &lines, &args.join(" "));
    }
}
