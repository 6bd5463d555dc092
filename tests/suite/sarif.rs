//! `--format sarif`, held against the standard's schema and against what its readers rely on besides.

use serde_json::{Value, json};

use crate::drafts::{TODAY, folder};
use crate::lint::desk;
use crate::validator;

/// The schema of SARIF 2.1.0, cut to what is printed: nothing else is let through.
const SCHEMA: &str = include_str!("sarif-2.1.0.json");

/// What is printed of a draft.
fn log(args: &[&str], draft: &str) -> Value {
    let desk = desk().with("piece.md", draft);
    let mut claims = desk.claims();
    claims.args(["lint", "--format", "sarif"]).args(args).args(TODAY).arg("piece.md");
    let output = claims.output().expect("it runs");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|why| panic!("{why}: {output:?}"))
}

const MISQUOTED: &str = "“We found four cracks that nobody had seen before,” said Mei Ito.\n";

#[test]
fn logs_hold_what_the_standard_s_schema_says() {
    let hostile = format!(
        "{MISQUOTED}“We found four \u{1b}[2J <b>cracks</b> \u{202e}\u{2028}that \
                           nobody had seen before,” said Ito[^ito-crack].\n"
    );
    let drafts = [MISQUOTED, "No words.\n", "", &hostile];
    let mut logs: Vec<Value> = drafts.iter().map(|draft| log(&[], draft)).collect();
    let many = folder().join("servers-newsletter.md");
    let ledger = folder().join("claims");
    let all = ["--ledger", &*ledger.to_string_lossy(), &*many.to_string_lossy()];
    logs.push(log(&all, MISQUOTED));
    let right = logs.len();
    for (place, wrong) in [
        ("/version", json!("2.0.0")),
        ("/runs/0/results/0/level", json!("fatal")),
        ("/runs/0/results/0/message", json!({})),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", json!(0)),
        ("/runs/0/tool", json!({ "name": "claims" })),
    ] {
        let mut log = logs[0].clone();
        *log.pointer_mut(place).expect("is there") = wrong;
        logs.push(log);
    }
    let documents: Vec<Vec<u8>> = logs.iter().map(|log| log.to_string().into_bytes()).collect();
    let Some(verdicts) = validator::verdicts(SCHEMA, &documents) else { return };
    for (number, (verdict, log)) in verdicts.iter().zip(&logs).enumerate() {
        assert_eq!(verdict.is_ok(), number < right, "{verdict:?} {log:#}");
    }
}

#[test]
fn results_point_at_their_rules_and_at_places_in_the_draft() {
    let log = log(&[], MISQUOTED);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    let results = run["results"].as_array().expect("a list");
    assert_eq!(run["tool"]["driver"]["name"], "claims");
    assert!(!results.is_empty());
    for result in results {
        let index: usize =
            result["ruleIndex"].as_u64().expect("a number").try_into().expect("fits");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "piece.md");
        let region = &place["region"];
        let at = |name: &str| region[name].as_u64().expect("a number");
        assert!((at("startLine"), at("startColumn")) < (at("endLine"), at("endColumn")));
        let end = at("byteOffset") + at("byteLength");
        assert!(end <= MISQUOTED.len() as u64, "{region}");
    }
    let replaced = &results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let region = |name: &str| {
        let number = replaced["deletedRegion"][name].as_u64().expect("a number");
        usize::try_from(number).expect("fits")
    };
    let (start, end) = (region("byteOffset"), region("byteOffset") + region("byteLength"));
    let with = replaced["insertedContent"]["text"].as_str().expect("a text");
    assert_eq!(
        [&MISQUOTED[..start], with, &MISQUOTED[end..]].concat(),
        "“We found three cracks that nobody had seen before,” said Mei Ito.\n"
    );
}
