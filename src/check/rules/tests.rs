//! Every rule's documentation, run; and what an example alone does not show.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use super::{Index, Numbered, RULES, Subject, check_file, check_ledger};
use crate::finding::{Finding, Severity, Spot};
use crate::ledger::{File, Head};
use crate::load::snapshot::Saved;

/// What is found in these files, all with the same snapshot.
fn findings(files: &[File], text: Option<&str>) -> Vec<Finding> {
    let saved = text.map(saved);
    let mut index = Index::default();
    let mut found = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let path: Arc<str> = format!("claims/{number}.json").into();
        let head = Head { article: file.article.clone(), sources: file.sources.clone() };
        let claims: Vec<Numbered> = file
            .claims
            .iter()
            .enumerate()
            .map(|(position, claim)| Numbered { position, claim: claim.clone() })
            .collect();
        let subject =
            Subject::new(&path, &head, &claims).snapshot(file.snapshot.as_ref(), saved.as_ref());
        found.extend(check_file(&subject));
        index.add(&subject);
    }
    found.extend(check_ledger(&index));
    found
}

fn saved(text: &str) -> Saved {
    use sha2::{Digest, Sha256};
    let mut sha256 = String::new();
    for byte in Sha256::digest(text) {
        write!(sha256, "{byte:02x}").expect("a string takes everything");
    }
    Saved { text: text.to_owned(), sha256, shown: "harbour-bridge.it.txt".to_owned() }
}

/// The ledger files and the snapshot of one section of a rule's documentation.
fn example(documentation: &str, heading: &str) -> (Vec<File>, Option<String>) {
    let (_, section) = documentation.split_once(&format!("## {heading}\n")).expect("the section");
    let section = section.split("\n## ").next().unwrap_or(section);
    let blocks = |language: &str| -> Vec<String> {
        let fence = format!("```{language}\n");
        let blocks = section.split(&fence).skip(1);
        blocks.filter_map(|block| block.split("```").next()).map(str::to_owned).collect()
    };
    let files = blocks("json");
    assert!(!files.is_empty(), "an example is a ledger file");
    let files = files
        .iter()
        .map(|json| serde_json::from_str(json).unwrap_or_else(|why| panic!("{why}: {json}")))
        .collect();
    (files, blocks("text").pop())
}

fn names(findings: &[Finding]) -> BTreeSet<&'static str> {
    findings.iter().map(|finding| finding.rule.name).collect()
}

/// Findings as a person reads them.
fn said(findings: &[Finding]) -> String {
    let mut said = String::new();
    for finding in findings {
        let (Spot::Json(path) | Spot::JsonKey(path)) = &finding.place.spot else {
            panic!("a rule of the ledger speaks of a JSON value");
        };
        let (rule, help) = (finding.rule.name, finding.help.as_deref().unwrap_or_default());
        writeln!(said, "{path}: [{rule}] {}\n  {help}", finding.message)
            .expect("a string takes it");
    }
    said
}

#[test]
fn every_rule_reports_its_example_and_nothing_else() {
    for rule in &RULES {
        let (name, text) = (rule.rule.name, rule.rule.text);
        let (files, snapshot) = example(text, "Reported");
        let mut reported = findings(&files, snapshot.as_deref());
        reported.retain(|found| found.rule.name == name || found.rule.severity > Severity::Note);
        assert_eq!(names(&reported), BTreeSet::from([name]), "{}", said(&reported));
        for finding in reported {
            assert!(finding.help.is_some(), "{name} says what to do");
            let starts_small = !finding.message.starts_with(char::is_uppercase);
            assert!(starts_small || name == "unknown-csl-variable", "{}", finding.message);
            assert!(!finding.message.ends_with('.'), "{}", finding.message);
        }
    }
}

#[test]
fn every_rule_accepts_its_example() {
    for rule in &RULES {
        let (name, text) = (rule.rule.name, rule.rule.text);
        let (files, snapshot) = example(text, "Accepted");
        let found = findings(&files, snapshot.as_deref());
        assert!(found.is_empty(), "{name}: {}", said(&found));
    }
}

#[test]
fn every_rule_is_explained_in_order() {
    let mut before = None;
    let mut seen = BTreeSet::new();
    for rule in &RULES {
        let (name, text) = (rule.rule.name, rule.rule.text);
        assert!(seen.insert(name), "{name} stands twice");
        assert!(text.starts_with(&format!("# {name}\n\n")), "{name} begins with its name");
        assert!(text.contains("\n\nWhy: ") && text.contains("\n\nTo mend: "), "{name}");
        assert!(!rule.tests.is_empty(), "{name} is tested for");
        let place = (std::cmp::Reverse(rule.rule.severity), name);
        assert!(before < Some(place), "{name}: errors, warnings, notes, each by name");
        before = Some(place);
    }
}
