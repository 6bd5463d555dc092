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

/// A ledger of one claim with one quote, `about` set beside it and `source` for whose it is.
fn one_claim(quote: &str, source: &str, about: &str, language: &str) -> File {
    let json = format!(
        r#"{{
          "format": 1,
          "article": {{ "id": "quay", "type": "article", "language": "{language}" }},
          "sources": {{
            "speaker": {source},
            "other": {{ "name": "Nora Vik", "kind": "person" }}
          }},
          "claims": [
            {{ "id": "quay-might-close", "statement": "The quay.", "kind": "fact", "source": "speaker",
               "mode": "direct", "quotes": [{{ "exact": "{quote}" {about} }}] }},
            {{ "id": "vik-well", "statement": "The well.", "kind": "fact", "source": "other",
               "mode": "direct", "quotes": [{{ "exact": "The well behind the chapel was dry by June" }}] }}
          ]
        }}"#
    );
    serde_json::from_str(&json).unwrap_or_else(|why| panic!("{why}: {json}"))
}

/// The rules that report more than a note in a draft against a ledger.
fn reported(draft: &str, file: File) -> Vec<&'static str> {
    let found = findings(draft, file, None);
    let found = found.iter().filter(|found| found.rule.severity > Severity::Note);
    found.map(|found| found.rule.name).collect()
}

const LI: &str = r#"{ "name": "Jun Li", "kind": "person" }"#;

#[test]
fn a_negation_that_the_writer_keeps_before_the_marks_is_not_hidden() {
    let english = ("The plan does not give the harbour office a right to close the quay", "en");
    let once = ("We have never once thought about selling the lower quay", "en");
    let italian = ("Non credo che il molo vecchio sia da chiudere", "it");
    let german = ("Ich glaube nicht, dass der alte Kai geschlossen werden muss", "de");
    let twice = ("It is not true that the plan does not close the lower quay", "en");
    let cases = [
        (
            "before the marks",
            english,
            "The plan, Jun Li said, does not “give the harbour office a right to close the quay”.",
            "",
        ),
        (
            "nowhere",
            english,
            "The plan, Jun Li said, does “give the harbour office a right to close the quay”.",
            "hidden-negation",
        ),
        (
            "of another verb",
            english,
            "Jun Li did not say that the plan does “give the harbour office a right to close the quay”.",
            "hidden-negation",
        ),
        (
            "twice for once",
            english,
            "Jun Li never said that the plan would not “give the harbour office a right to close the quay”.",
            "hidden-negation",
        ),
        (
            "the verb led away",
            english,
            "Jun Li said the plan gives “the harbour office a right to close the quay”.",
            "hidden-negation",
        ),
        (
            "the verb led away with its negation",
            english,
            "Jun Li said the plan never gives “the harbour office a right to close the quay”.",
            "",
        ),
        (
            "another verb",
            english,
            "Jun Li spoke of “the harbour office a right to close the quay”.",
            "",
        ),
        (
            "never once",
            once,
            "Jun Li has “thought about selling the lower quay”.",
            "hidden-negation",
        ),
        (
            "never once kept",
            once,
            "Jun Li has never once “thought about selling the lower quay”.",
            "",
        ),
        ("another form", italian, "Jun Li non crede «che il molo vecchio sia da chiudere».", ""),
        (
            "another form without",
            italian,
            "Jun Li crede «che il molo vecchio sia da chiudere».",
            "hidden-negation",
        ),
        (
            "before a comma",
            german,
            "Jun Li glaubt nicht, „dass der alte Kai geschlossen werden muss“.",
            "",
        ),
        (
            "of two the one",
            twice,
            "Jun Li said that the plan does not “close the lower quay”.",
            "hidden-negation",
        ),
    ];
    for (name, (quote, language), draft, expected) in cases {
        let found = reported(draft, one_claim(quote, LI, "", language));
        assert_eq!(found.join(" "), expected, "{name}");
    }
}

#[test]
fn a_translation_is_disclosed_by_the_language_that_was_spoken() {
    let quote = "A wall is not mended with a press release";
    let about = r#", "translated": "presumed""#;
    let told = [
        "Jun Li, speaking through an interpreter, said: “#”.",
        "“#”, Jun Li said in Swedish.",
        "“#”, Jun Li said in Mandarin on Monday.",
        "Jun Li spoke only Swedish. “#”, Jun Li said.",
        "«#», ha detto in inglese Jun Li.",
        "«#», ha detto Jun Li, che non parla italiano.",
        "«#» (trad. it. della redazione), ha detto Jun Li.",
        "«#», ha detto Jun Li tramite un interprete.",
        "„#“, sagte Jun Li auf Schwedisch.",
        "„#“, sagte Jun Li über einen Dolmetscher.",
        "« # », a dit Jun Li en anglais.",
        "« # », a dit Jun Li par la voix d’un interprète.",
        "«#», dijo Jun Li en inglés.",
        "«#», dijo Jun Li a través de un intérprete.",
    ];
    let untold = [
        "“#”, Jun Li said.",
        "“#”, Jun Li said in Swedish waters.",
        "“#”, Jun Li said in Russia, to interpret the vote.",
        "«#», ha detto Jun Li in Turchia.",
    ];
    for (drafts, expected) in [(&told[..], ""), (&untold[..], "undisclosed-translation")] {
        for draft in drafts {
            let found = reported(&draft.replace('#', quote), one_claim(quote, LI, about, "en"));
            assert_eq!(found.join(" "), expected, "{draft}");
        }
    }
}

#[test]
fn a_word_of_doubt_is_the_writers_and_no_label_month_or_address() {
    let file = || {
        let mut file = one_claim("The quay will close in two years", LI, "", "en");
        file.claims[0].quotes.clear();
        file.claims[0].mode = crate::ledger::Mode::Indirect;
        file.claims[0].hedges = vec!["may".into()];
        file
    };
    let cases = [
        ("the label alone", "The quay closes in two years.[^quay-might-close]", "missing-hedge"),
        ("a word", "The quay might close in two years.[^quay-might-close]", ""),
        ("the month", "In May the quay closes.[^quay-might-close]", "missing-hedge"),
        ("the month first", "May 2027 sees the quay close.[^quay-might-close]", "missing-hedge"),
        ("a headline", "## Old Quay May Close[^quay-might-close]", ""),
        (
            "an address",
            "The quay [closes](https://may.example/may).[^quay-might-close]",
            "missing-hedge",
        ),
    ];
    for (name, draft, expected) in cases {
        assert_eq!(reported(draft, file()).join(" "), expected, "{name}");
    }
}

#[test]
fn several_are_told_from_one_and_from_another_number() {
    let quote = "Half of the crew had not slept since the storm";
    let one = r#"{ "name": "a senior docker", "kind": "person", "anonymous": true }"#;
    let official = r#"{ "name": "an official", "kind": "person", "anonymous": true }"#;
    let two = r#"{ "name": "two dockers", "kind": "group", "anonymous": true, "count": 2 }"#;
    let cases = [
        ("the plural of its noun", one, "“#,” dockers said.", "plural-source"),
        ("its noun", one, "“#,” a senior docker said.", ""),
        ("whom somebody told", one, "“#,” a colleague told the dockers.", ""),
        ("one of them", official, "“#,” one of the officials said.", ""),
        ("one of hers", official, "“#,” one of her senior officials said.", ""),
        ("all of them", official, "“#,” officials said.", "plural-source"),
        ("another number", two, "“#,” three dockers said.", "plural-source"),
        ("the number", two, "“#,” two dockers said.", ""),
        ("no number", two, "“#,” dockers said.", ""),
    ];
    for (name, source, draft, expected) in cases {
        let found = reported(&draft.replace('#', quote), one_claim(quote, source, "", "en"));
        assert_eq!(found.join(" "), expected, "{name}");
    }
}

#[test]
fn a_name_put_to_somebody_unnamed_is_found() {
    let quote = "Half of the crew had not slept since the storm";
    let docker = r#"{ "name": "a senior docker", "kind": "person", "anonymous": true }"#;
    let cases = [
        ("", "“#,” said a senior docker, widely believed to be Nora Vik.", "anonymous-as-named"),
        ("", "“#,” said a senior docker, believed to be close to Nora Vik.", ""),
        ("", "“#,” said a senior docker who is no friend of Nora Vik.", ""),
    ];
    for (name, draft, expected) in cases {
        let found = reported(&draft.replace('#', quote), one_claim(quote, docker, "", "en"));
        assert_eq!(found.join(" "), expected, "{name}{draft}");
    }
}

#[test]
fn a_short_surname_beside_the_words_says_whose_they_are() {
    let quote = "Half of the crew had not slept since the storm";
    let cases = [
        ("in its row", "| Who | What |\n|---|---|\n| Jun Li | “#” |", ""),
        ("below", "“#”\n\nLi went home after that.", ""),
        ("nowhere", "“#”\n\nAnd so it was, in the lee of the quay.", "unattributed-quotation"),
    ];
    for (name, draft, expected) in cases {
        let found = reported(&draft.replace('#', quote), one_claim(quote, LI, "", "en"));
        assert_eq!(found.join(" "), expected, "{name}");
    }
}

#[test]
fn new_words_that_share_only_small_ones_are_another_quotation() {
    let quote = "We will patch it plank by plank, and we will not close the quay";
    let cases = [
        ("new words", "“We will not be hurried,” Jun Li said on the radio.", ""),
        ("an alteration", "“We will not close the bridge,” Jun Li said.", "altered-wording"),
    ];
    for (name, draft, expected) in cases {
        let found = reported(draft, one_claim(quote, LI, "", "en"));
        assert_eq!(found.join(" "), expected, "{name}");
    }
}
