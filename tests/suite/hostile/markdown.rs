//! Drafts that others wrote to break readers of Markdown.

use std::fs;
use std::time::{Duration, Instant};

use news_claims::draft;
use serde_json::Value;

use crate::desk::{BRIDGE, Desk};

use super::suite;

/// The examples of the specification: the Markdown of each.
fn examples(specification: &str) -> Vec<String> {
    let fence = format!("{} example\n", "`".repeat(32));
    let source = |part: &str| part.split("\n.\n").next().unwrap_or_default().replace('→', "\t");
    specification.split(&fence).skip(1).map(source).collect()
}

/// Fails where what was read of a draft does not lie in it.
fn hold(text: &str) {
    let read = draft::read(text, &[]);
    let skimmed = draft::skim(text);
    assert_eq!(read.quotations.len(), skimmed.quotations.len(), "{text:?}");
    for quotation in &read.quotations {
        assert!(text.get(quotation.outer.range()).is_some(), "{quotation:?} of {text:?}");
    }
    for span in &read.unclosed {
        assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
    }
}

#[test]
fn the_examples_of_the_specification_are_drafts() {
    let Some(path) = suite("commonmark-spec.txt") else { return };
    let specification = fs::read_to_string(path).expect("is text");
    let examples = examples(&specification);
    assert!(examples.len() > 600, "only {} examples", examples.len());
    let mut desk = Desk::new().with("claims/harbour-bridge.json", BRIDGE);
    for (number, example) in examples.iter().enumerate() {
        hold(example);
        desk = desk.with(&format!("drafts/{number:03}.md"), example);
    }
    let desk = desk.with("whole.md", &specification);
    for draft in ["drafts", "whole.md"] {
        let output =
            desk.claims().args(["lint", draft, "--format", "jsonl"]).output().expect("runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{draft}: {said}");
        for line in String::from_utf8(output.stdout).expect("is text").lines() {
            let finding: Value = serde_json::from_str(line).expect("is JSON");
            let text = fs::read_to_string(desk.path(finding["path"].as_str().expect("a path")));
            let at = |name: &str| finding[name].as_u64().and_then(|at| at.try_into().ok());
            if let (Some(start), Some(end)) = (at("start"), at("end")) {
                let words = text.expect("is there").get(start..end).map(str::len);
                assert!(words.is_some(), "{line}");
            }
        }
    }
}

/// What is quick to write and slow to read for a reader that looks twice; each is repeated.
const PATHOLOGICAL: [(&str, &str); 26] = [
    ("opened links", "["),
    ("opened and closed links", "[a]("),
    ("nested links", "[a](b"),
    ("opened images", "![["),
    ("emphasis that nothing closes", "*a **a "),
    ("emphasis in emphasis", "a**b_c*"),
    ("underscores", "_ _a"),
    ("code that nothing closes", "`a``b```c"),
    ("opened brackets and marks", "[“("),
    ("opened quotations", "“"),
    ("opened straight marks", "a \"b"),
    ("opened single marks", "a ‘b"),
    ("opened guillemets", "« a "),
    ("closed quotations", "”"),
    ("nested quotations", "“a ‘b «c "),
    ("quotations one after another", "“We found four cracks,” said Mei Ito. "),
    ("quotations that nobody said", "He told “a” “b” and said "),
    ("apostrophes", "l'autorità dell'anno po' "),
    ("block quotations", "> "),
    ("block quotations a line", "> “a”\n\n"),
    ("lists in lists", "- "),
    ("tags that nothing closes", "<a b=\"c"),
    ("comments that nothing closes", "<!-- claims: allow "),
    ("entities", "&amp;&#1;&nbsp "),
    ("footnotes", "[^a] [^a]: "),
    ("tables", "|a|b\n|-|-\n"),
];

/// How long a draft takes to read, at best of five: other work may hold one up.
fn reading(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        let _ = draft::read(text, &[]);
        start.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn pathological_drafts_are_read_in_time_that_grows_with_them() {
    const SMALL: usize = 5_000;
    let mut slow = Vec::new();
    for (what, part) in PATHOLOGICAL {
        let of = |bytes: usize| part.repeat(bytes.div_ceil(part.len()));
        hold(&of(SMALL));
        let (small, large) = (reading(&of(SMALL)), reading(&of(8 * SMALL)));
        // Eight times the draft: linear is 8, quadratic 64; what is quick at any rate is not told apart.
        if large > Duration::from_millis(400) && large > 24 * small {
            slow.push(format!("{what}: {small:?}, {large:?} for eight times as much"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn a_deep_draft_is_read() {
    const LEVELS: usize = 100_000;
    for part in ["> ", "- ", "[", "*a ", "“", "\"a ", "<b>", "(", "  "] {
        let draft = format!("{}“We found four cracks,” said Mei Ito.\n", part.repeat(LEVELS));
        let desk = Desk::new().with("claims/harbour-bridge.json", BRIDGE).with("deep.md", draft);
        let mut claims = desk.claims();
        claims.timeout(Duration::from_secs(120));
        let output = claims.args(["lint", "deep.md"]).output().expect("runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{part:?}: {:?} {said}",
            output.status
        );
        assert!(said.contains("deep.md: "), "{part:?}: {said}");
    }
}
