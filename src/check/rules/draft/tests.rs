//! Every rule's documentation, run.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::{RULES, hidden_negation};
use crate::check::gather::{Gathering, Within};
use crate::check::lint::{Context, Lookout, Manuscript, Noted, parts};
use crate::check::question::Question;
use crate::draft;
use crate::finding::{Finding, Severity};
use crate::ledger::{File, Head, Today};
use crate::load::{End, Entry, Item, LedgerFile};

/// What is found in a draft against a ledger file, whose article has this text.
fn findings(markdown: &str, file: File, text: Option<&str>) -> Vec<Finding> {
    let unnamed = draft::skim(markdown);
    let mut lookout = Lookout::default();
    lookout.add(markdown, &unnamed);
    let words = unnamed.quotations.iter().flat_map(|said| parts(said, markdown));
    let questions: Vec<Question> = words.map(|(_, words)| Question::new(words)).collect();
    let gathering = Gathering::new(&questions);
    let (mut noted, mut within) = (Noted::default(), Within::default());
    let head = Head { article: file.article, sources: file.sources };
    let at = LedgerFile {
        path: "claims/harbour-bridge.json".into(),
        shown: "claims/harbour-bridge.json".into(),
        folder: Path::new("claims").into(),
    };
    let stream = gathering.stream();
    let mut take = |item: Item<'_>| {
        lookout.take(&mut noted, &item);
        stream.take(&mut within, item, &|_| text.map(str::to_owned));
    };
    for (position, claim) in file.claims.iter().enumerate() {
        take(Item::Claim(Entry {
            file: &at,
            head: &head,
            position,
            claim: Box::new(claim.clone()),
        }));
    }
    take(Item::End(End { file: &at, head: &head, snapshot: None, is_whole: true }));
    let wanted = gathering.wanted();
    let claims = file.claims.into_iter().enumerate();
    let passages = claims.filter_map(|(position, claim)| {
        wanted.passages(Entry { file: &at, head: &head, position, claim: Box::new(claim) })
    });
    let passages = passages.collect();
    drop(within);
    drop(stream);
    let gathered = gathering.finish(passages);
    let draft = draft::read(markdown, &noted.names());
    let context = Context::new(markdown, &draft);
    let today: Today = "2026-03-01".parse().expect("a day");
    let path = Arc::from("draft.md");
    Manuscript::new(path, context, &gathered, 0, &noted, (today, false)).findings(&|_| true)
}

/// The draft, the ledger file and the article's text of one section of a rule's documentation.
fn example(documentation: &str, heading: &str) -> (String, File, Option<String>) {
    let (_, section) = documentation.split_once(&format!("## {heading}\n")).expect("the section");
    let section = section.split("\n## ").next().unwrap_or(section);
    let block = |language: &str| {
        let (_, rest) = section.split_once(&format!("```{language}\n"))?;
        rest.split_once("```").map(|(block, _)| block.to_owned())
    };
    let json = block("json").expect("an example has a ledger file");
    let file = serde_json::from_str(&json).unwrap_or_else(|why| panic!("{why}: {json}"));
    (block("markdown").expect("an example has a draft"), file, block("text"))
}

fn found(documentation: &str, heading: &str) -> Vec<Finding> {
    let (markdown, file, text) = example(documentation, heading);
    findings(&markdown, file, text.as_deref())
}

#[test]
fn every_rule_reports_its_example_and_nothing_else() {
    for rule in &RULES {
        let name = rule.rule.name;
        let mut reported = found(rule.rule.text, "Reported");
        reported.retain(|found| found.rule.name == name || found.rule.severity > Severity::Note);
        let names: BTreeSet<&str> = reported.iter().map(|found| found.rule.name).collect();
        assert_eq!(names, BTreeSet::from([name]), "{reported:#?}");
        for finding in reported {
            assert!(finding.help.is_some_and(|help| !help.is_empty()), "{name} says what to do");
            assert!(!finding.message.starts_with(char::is_uppercase), "{}", finding.message);
            assert!(!finding.message.ends_with('.'), "{}", finding.message);
            assert!(finding.about.is_some(), "{name} says what it is about");
        }
    }
}

#[test]
fn every_rule_accepts_its_example() {
    for rule in &RULES {
        let mut found = found(rule.rule.text, "Accepted");
        found.retain(|found| found.rule == rule.rule || found.rule.severity > Severity::Note);
        assert!(found.is_empty(), "{}: {found:#?}", rule.rule.name);
    }
}

#[test]
fn every_rule_is_explained_once_and_the_heavier_come_first() {
    let mut seen = BTreeSet::new();
    let mut before = Severity::Error;
    for rule in &RULES {
        let (name, text) = (rule.rule.name, rule.rule.text);
        assert!(seen.insert(name), "{name} stands twice");
        assert!(text.starts_with(&format!("# {name}\n\n")), "{name} begins with its name");
        assert!(text.contains("\n\nWhy: ") && text.contains("\n\nTo mend: "), "{name}");
        assert!(rule.rule.severity <= before, "{name}: errors, warnings, notes");
        before = rule.rule.severity;
    }
}

#[test]
fn prose_that_a_cut_turns_round_hides_a_negation_before_all() {
    let file = |language: &str| {
        let tag = format!("\"language\": \"{language}\"");
        let text = hidden_negation::RULE.text.replace("\"language\": \"en\"", &tag);
        let (_, mut file, _) = example(&text, "Accepted");
        file.claims.clear();
        file
    };
    let italian = "Chi critica non ha mai aperto un cantiere, ha detto la sindaca.";
    let english = "Those who object have never once opened a yard, the mayor said.";
    let cases = [
        (
            "a cut",
            italian,
            "Ito ha detto che chi critica «ha […] aperto un cantiere».",
            "hidden-negation",
        ),
        (
            "another language",
            english,
            "Ito said: “Those who object have […] opened a yard.”",
            "hidden-negation",
        ),
        (
            "the negation kept",
            italian,
            "Ito ha detto: «Chi critica non ha mai aperto un cantiere».",
            "paraphrase-in-quotes",
        ),
        (
            "another word cut",
            english,
            "Ito said: “Those who object have never […] opened a yard.”",
            "paraphrase-in-quotes",
        ),
    ];
    for (name, text, draft, expected) in cases {
        let file = file(if text == italian { "it" } else { "en" });
        let found = findings(draft, file, Some(text));
        let errors: Vec<&Finding> =
            found.iter().filter(|found| found.rule.severity == Severity::Error).collect();
        let names: Vec<&str> = errors.iter().map(|found| found.rule.name).collect();
        assert_eq!(names, [expected], "{name}: {found:#?}");
        if expected == "hidden-negation" && text == italian {
            let help = errors[0].help.as_deref().unwrap_or_default();
            assert!(help.contains("“non ha mai aperto un cantiere”"), "{help}");
        }
    }
}
