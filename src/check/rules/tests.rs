//! Every rule's documentation, run; and what an example alone does not show.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use serde_json::{Value, json};

use super::{Index, Numbered, Outline, RULES, Subject, check_file, check_ledger};
use crate::finding::{Finding, Severity, Spot};
use crate::ledger::{File, Head};
use crate::load::snapshot::Saved;
use crate::text::fold::fold;

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
        index.add(Outline::of(&subject));
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
        let place = match &finding.place.spot {
            Spot::Json(path) | Spot::JsonKey(path) => path.to_string(),
            _ => finding.place.file.to_string(),
        };
        let (rule, help) = (finding.rule.name, finding.help.as_deref().unwrap_or_default());
        writeln!(said, "{place}: [{rule}] {}\n  {help}", finding.message)
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

/// A file with one source, `ito`, and these claims; each field of a claim that is not given is one that
/// breaks no rule.
fn file(claims: &[Value]) -> File {
    let claims: Vec<Value> = claims
        .iter()
        .enumerate()
        .map(|(number, given)| {
            let mut claim = json!({
                "id": format!("claim-{number}"), "statement": format!("Statement {number}."),
                "kind": "fact", "source": "ito", "mode": "direct",
            });
            let fields = claim.as_object_mut().expect("an object");
            fields.extend(given.as_object().expect("an object").clone());
            claim
        })
        .collect();
    let file = json!({
        "format": 1,
        "article": {
            "id": "harbour-bridge", "type": "article", "language": "it", "issued": { "raw": "2025" }
        },
        "sources": { "ito": { "name": "Mei Ito", "kind": "person" } },
        "claims": claims,
    });
    serde_json::from_value(file).expect("a ledger file")
}

/// One claim of these quotes.
fn quotes(exact: &[&str]) -> Value {
    let quotes: Vec<Value> = exact.iter().map(|exact| json!({ "exact": exact })).collect();
    json!({ "quotes": quotes })
}

/// One claim with a quote and a passage.
fn in_passage(exact: &str, paragraph: u32, start: &str, end: &str) -> Value {
    let passage = json!({ "paragraph": paragraph, "start": start, "end": end });
    json!({ "quotes": [{ "exact": exact }], "passages": [passage] })
}

#[test]
fn quotes_are_found_as_readers_find_them() {
    let text = "Il porto\n\n«Il ponte\u{a0}tornerà sicuro», ha affermato Ito. “L’autorità \
                – dell'anno – c'è”.\n\nIl ponte tornerà presto, \"è vero\". ‘perche' regge’.";
    let covered = [
        quotes(&["Il ponte tornerà sicuro"]),
        quotes(&["L'autorità - dell’anno — c'è"]),
        quotes(&["è vero"]),
    ];
    let cases: [(&str, Value, &str); 12] = [
        ("an apostrophe for an accent", quotes(&["perche' regge"]), ""),
        ("white space and typography fold", json!({ "quotes": [{ "exact": "è vero" }] }), ""),
        ("NFD is NFC", quotes(&["Il ponte tornera\u{300} sicuro"]), ""),
        ("a part of a quotation", quotes(&["tornerà sicuro"]), ""),
        ("the full stop may stand outside", quotes(&["è vero."]), ""),
        (
            "another word",
            quotes(&["Il ponte sarà sicuro"]),
            "claims[3].quotes[0].exact: [words-not-in-snapshot] \
             the snapshot does not print the quote `Il ponte sarà sicuro`\n  \
             after `Il ponte` the snapshot goes on with `tornerà sicuro`\n",
        ),
        (
            "nothing like it",
            quotes(&["una galleria"]),
            "claims[3].quotes[0].exact: [words-not-in-snapshot] \
             the snapshot does not print the quote `una galleria`\n  \
             copy the words from the snapshot as they are printed\n",
        ),
        (
            "a part of a word",
            quotes(&["ponte torner"]),
            "claims[3].quotes[0].exact: [words-not-in-snapshot] \
             the snapshot does not print the quote `ponte torner`\n  \
             copy the words from the snapshot as they are printed\n",
        ),
        (
            "without quotation marks",
            quotes(&["tornerà presto"]),
            "claims[3].quotes[0].exact: [words-not-in-snapshot] \
             the snapshot prints `tornerà presto` in paragraph 3, but not in quotation marks\n  \
             only words in quotation marks are a quote; use mode `indirect` for reported speech\n",
        ),
        (
            "over the end of a quotation",
            quotes(&["sicuro, ha affermato"]),
            "claims[3].quotes[0].exact: [words-not-in-snapshot] the snapshot prints \
             `sicuro, ha affermato` in paragraph 2, but only partly in quotation marks\n  \
             only words in quotation marks are a quote; use mode `indirect` for reported speech\n",
        ),
        (
            "the wrong words around",
            json!({ "quotes": [{ "exact": "è vero", "prefix": "sicuro" }] }),
            "claims[3].quotes[0].prefix: [words-not-in-snapshot] \
             the snapshot does not print the quote `è vero` between the words recorded around it\n  \
             `prefix` ends right before the quote, `suffix` begins right after it\n",
        ),
        (
            "a cue in pieces, a hedge, a date",
            json!({
                "quotes": [{ "exact": "è vero", "prefix": "presto," }],
                "cue": "HA … Ito", "hedges": ["forse"], "when": "a maggio",
            }),
            "claims[3].hedges[0]: [words-not-in-snapshot] the snapshot does not print the hedge `forse`\n  \
             copy the words from the snapshot as they are printed\n\
             claims[3].when: [words-not-in-snapshot] the snapshot does not print the date `a maggio`\n  \
             copy the words from the snapshot as they are printed\n",
        ),
    ];
    for (name, claim, expected) in cases {
        let mut claims = covered.to_vec();
        claims.push(claim);
        let mut found = findings(&[file(&claims)], Some(text));
        found.retain(|finding| finding.rule.severity == Severity::Error);
        assert_eq!(said(&found), expected, "{name}");
    }
}

#[test]
fn passages_hold_their_words() {
    let text = "Il ponte\n«Il ponte tornerà sicuro», ha affermato Ito.\nPoi tace. «Il ponte tornerà sicuro».";
    let quote = "Il ponte tornerà sicuro";
    let cases: [(&str, Value, &str); 8] = [
        ("whole", in_passage(quote, 2, "Il ponte", "Ito"), ""),
        ("first and last words overlap", in_passage("sicuro", 2, "tornerà sicuro", "sicuro"), ""),
        ("one word", in_passage("sicuro", 2, "sicuro", "sicuro"), ""),
        (
            "no such paragraph",
            in_passage(quote, 4, "Il ponte", "Ito"),
            "claims[0].passages[0].paragraph: the snapshot has 3 paragraphs, no paragraph 4",
        ),
        (
            "another paragraph's first words",
            in_passage(quote, 3, "ha affermato", "Ito"),
            "claims[0].passages[0].start: paragraph 3 does not hold the first words `ha affermato`",
        ),
        (
            "last words before the first",
            in_passage(quote, 2, "ha affermato", "sicuro"),
            "claims[0].passages[0].end: paragraph 2 does not hold the last words `sicuro` at or after \
             `ha affermato`",
        ),
        (
            "too narrow for the quote",
            in_passage(quote, 2, "tornerà", "Ito"),
            "claims[0].quotes[0].exact: no passage of claim `claim-0` holds the quote \
             `Il ponte tornerà sicuro`",
        ),
        (
            "too narrow for the cue",
            json!({
                "quotes": [{ "exact": quote }], "cue": "ha affermato",
                "passages": [{ "paragraph": 3, "start": "Poi", "end": "sicuro" }],
            }),
            "claims[0].cue: no passage of claim `claim-0` holds the cue `ha affermato`",
        ),
    ];
    for (name, claim, expected) in cases {
        let found = findings(&[file(&[claim])], Some(text));
        let errors = found.iter().filter(|found| found.rule.name == "passage-not-in-snapshot");
        let errors: Vec<String> = errors
            .map(|found| {
                let Spot::Json(path) = &found.place.spot else { panic!("{name}") };
                format!("{path}: {}", found.message)
            })
            .collect();
        assert_eq!(errors.join("\n"), expected, "{name}");
    }
}

#[test]
fn every_quotation_wants_a_claim() {
    let text = "«Il ponte» e «il porto».\nPoi «Il ponte».";
    let cases: [(&str, &[Value], &[&str]); 5] = [
        ("none is recorded", &[], &["«Il ponte»", "«il porto»", "«Il ponte»"]),
        ("without a passage all are meant", &[quotes(&["Il ponte"])], &["«il porto»"]),
        (
            "a passage says which",
            &[in_passage("Il ponte", 2, "Poi", "ponte")],
            &["«Il ponte»", "«il porto»"],
        ),
        (
            "a slip is one finding, not two",
            &[in_passage("Il ponte", 7, "Poi", "ponte"), quotes(&["il porta"])],
            &["«il porto»"],
        ),
        ("all are", &[quotes(&["Il ponte"]), quotes(&["il porto"])], &[]),
    ];
    for (name, claims, expected) in cases {
        let found = findings(&[file(claims)], Some(text));
        let uncovered = found.iter().filter(|found| found.rule.name == "uncovered-quotation");
        let uncovered: Vec<&str> =
            uncovered.filter_map(|found| found.message.split(": ").nth(1)).collect();
        assert_eq!(uncovered, expected, "{name}");
    }
}

#[test]
fn relations_are_looked_up_in_all_files() {
    let claim = |id: &str, field: &str, other: &str| json!({ "id": id, "mode": "indirect", field: [other] });
    let two = |first: Value, second: Value| {
        let mut other = file(&[second]);
        other.article = serde_json::from_value(
            json!({ "id": "other", "type": "article", "issued": { "raw": "2025" } }),
        )
        .expect("an article");
        findings(&[file(&[first]), other], None)
    };
    let cases = [
        ("mutual", claim("a", "conflicts", "b"), claim("b", "conflicts", "a"), ""),
        (
            "one way",
            claim("a", "supports", "b"),
            claim("b", "qualified_by", "a"),
            "claims[0].supports[0]: [one-way-relation] claim `a` supports `b`, but `b` does not say so\n  \
             add `a` to the `supports` of `b`\n",
        ),
        (
            "dangling",
            claim("ito-safe", "qualified_by", "ito-hury"),
            claim("ito-hurry", "qualified_by", "ito-safe"),
            "claims[0].qualified_by[0]: [dangling-reference] claim `ito-safe` names claim `ito-hury` \
             under `qualified_by`, which is not in the ledger\n  did you mean `ito-hurry`?\n",
        ),
        (
            "itself",
            claim("a", "qualified_by", "a"),
            claim("b", "qualified_by", "a"),
            "claims[0].qualified_by[0]: [dangling-reference] claim `a` names itself under \
             `qualified_by`\n  name the other claim, or take it out\n",
        ),
    ];
    for (name, first, second, expected) in cases {
        let mut found = two(first, second);
        found.retain(|finding| !finding.message.contains("statement"));
        assert_eq!(said(&found), expected, "{name}");
    }
}

#[test]
fn what_could_not_be_read_is_not_missed() {
    let file =
        file(&[json!({ "source": "nobody", "mode": "indirect", "supports": ["elsewhere"] })]);
    let path: Arc<str> = "claims/0.json".into();
    let head = Head { article: file.article, sources: file.sources };
    let claims = [Numbered { position: 0, claim: file.claims[0].clone() }];
    let subject = Subject::new(&path, &head, &claims).in_part();
    let mut index = Index::default();
    index.add(Outline::of(&subject));
    let mut found = check_file(&subject);
    found.extend(check_ledger(&index));
    assert_eq!(said(&found), "");
}

proptest::proptest! {
    #![proptest_config(crate::trial::with(256))]

    /// What stands between a pair of quotation marks is a quote, whatever it is made of.
    #[test]
    fn words_copied_from_the_text_are_found(
        text in "([a-cE5éà'’‘“”\"«»„.,…>*\\[\\]&; \u{a0}\u{ad}\n-]|perche'|«|»|\\.\\.\\.|&amp;|学){0,40}",
    ) {
        for pair in crate::text::marks::marked(&text) {
            let words = &text[pair.words.range()];
            if !fold(words, None).tokens().iter().any(|token| token.kind.is_spoken()) {
                continue;
            }
            let mut found = findings(&[file(&[quotes(&[words])])], Some(&text));
            found.retain(|finding| finding.rule.name == "words-not-in-snapshot");
            proptest::prop_assert!(found.is_empty(), "{text:?}: {}", said(&found));
        }
    }
}
