//! Drafts of our own, as journalists write them: every quotation is labelled with whom the draft credits and with
//! what must be reported, and recall and precision of each rule are printed and held.
//!
//! A draft ends with a comment that has a line for each quotation, in their order, and for each citation or comment
//! that is reported: `who | first words | rules`. Who is a name, `-` for nobody, `Name?` where a careful reader may
//! also say nobody, `-?` where that is not judged. A rule must be reported, `rule?` may be; `missed:rule` and
//! `wrongly:rule` own up to what is known to be wrong, and count.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use news_claims::draft::{self, KnownName, Quotation, Who};
use news_claims::ledger::{File, Source};
use serde_json::Value;

use crate::desk::Desk;

/// The day that counts as today: one forecast of the ledger is over, the others are not.
pub const TODAY: [&str; 2] = ["--today", "2026-05-01"];

/// The folder of the drafts, with their ledger below.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/drafts")
}

/// One line of a draft's labels.
#[derive(Debug, Default)]
struct Label {
    who: String,
    words: String,
    /// Rules that must be reported, and those that may be.
    must: Vec<String>,
    may: Vec<String>,
    /// Those that are known to be missed, and those that are known to be reported wrongly.
    missed: Vec<String>,
    wrongly: Vec<String>,
}

impl Label {
    fn read(line: &str) -> Self {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [who, words, rules] = parts[..] else { panic!("`who | words | rules`: {line}") };
        let mut label = Self { who: who.to_owned(), words: words.to_owned(), ..Self::default() };
        for rule in rules.split_whitespace() {
            let (list, rule) = match (rule.split_once(':'), rule.strip_suffix('?')) {
                (Some(("missed", rule)), _) => (&mut label.missed, rule),
                (Some(("wrongly", rule)), _) => (&mut label.wrongly, rule),
                (_, Some(rule)) => (&mut label.may, rule),
                _ => (&mut label.must, rule),
            };
            list.push(rule.to_owned());
        }
        label
    }

    fn is_quotation(&self) -> bool {
        self.who != "cite"
    }
}

/// What was reported of a draft.
#[derive(Debug)]
struct Found {
    rule: String,
    severity: String,
    start: usize,
    end: usize,
}

#[derive(Default)]
struct Score {
    planted: usize,
    found: usize,
    wrong: usize,
}

#[derive(Default)]
struct Scores {
    rules: BTreeMap<String, Score>,
    quotations: usize,
    drafts: usize,
    clean: usize,
    credited: usize,
    rightly: usize,
    /// Quotations that are credited to nobody, where a reader knows who speaks.
    unsaid: Vec<String>,
    complaints: Vec<String>,
}

/// The sources of a ledger that have a name.
fn sources(ledger: &Path) -> BTreeMap<String, Source> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(ledger).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "json")
            && !path.to_string_lossy().ends_with(".schema.json")
        {
            let text = fs::read_to_string(path).expect("a ledger file");
            let file: File = serde_json::from_str(&text).expect("is valid");
            let named = file.sources.iter().filter(|(_, source)| !source.anonymous);
            all.extend(named.map(|(id, source)| (id.to_string(), source.clone())));
        }
    }
    all
}

fn found(draft: &Path, ledger: &Path) -> Vec<Found> {
    let output = Desk::new()
        .claims()
        .args(["lint", "--format", "jsonl"])
        .args(TODAY)
        .arg("--ledger")
        .arg(ledger)
        .arg(draft)
        .output()
        .expect("it runs");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let read = |line: &str| {
        let finding: Value = serde_json::from_str(line).expect("JSON");
        let text = |name: &str| finding[name].as_str().expect("a text").to_owned();
        let at = |name: &str| -> usize {
            finding[name].as_u64().and_then(|at| at.try_into().ok()).expect("an offset")
        };
        Found { rule: text("rule"), severity: text("severity"), start: at("start"), end: at("end") }
    };
    lines.lines().map(read).collect()
}

impl Scores {
    /// Adds the drafts of a folder, held against this ledger.
    fn folder(&mut self, folder: &Path, ledger: &Path) {
        let sources = sources(ledger);
        let entries = fs::read_dir(folder).expect("a folder");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("one").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
        paths.sort();
        for path in &paths {
            self.draft(path, ledger, &sources);
        }
    }

    fn draft(&mut self, path: &Path, ledger: &Path, sources: &BTreeMap<String, Source>) {
        let text = fs::read_to_string(path).expect("a draft");
        let name = path.file_name().expect("a name").to_string_lossy();
        let (_, labels) = text.split_once("<!-- labels\n").expect("every draft is labelled");
        let labels: Vec<Label> =
            labels.lines().take_while(|line| !line.starts_with("-->")).map(Label::read).collect();
        let names: Vec<KnownName<'_>> =
            sources.iter().map(|(id, source)| KnownName { id, source }).collect();
        let draft = draft::read(&text, &names);
        let found = found(path, ledger);
        self.drafts += 1;
        self.clean += usize::from(found.iter().all(|found| found.severity == "note"));
        let (mut quotations, mut others) = (Vec::new(), Vec::new());
        for label in &labels {
            if label.is_quotation() { quotations.push(label) } else { others.push(label) }
        }
        self.quotations += quotations.len();
        let read: Vec<String> = draft.quotations.iter().map(|said| shown(&said.text)).collect();
        let is_aligned = quotations.len() == read.len()
            && quotations.iter().zip(&read).all(|(label, words)| words.starts_with(&label.words));
        if !is_aligned {
            self.complaints
                .push(format!("{name}: its quotations are read as:\n{}", read.join("\n")));
            return;
        }
        for (label, quotation) in quotations.iter().zip(&draft.quotations) {
            self.credit(&name, label, quotation, sources);
        }
        let mut taken = vec![Vec::new(); labels.len()];
        for finding in &found {
            let words = shown(&text[finding.start..finding.end]);
            let quotation = innermost(&draft.quotations, finding);
            let label = quotation
                .map(|at| quotations[at])
                .or_else(|| others.iter().copied().find(|label| words.contains(&label.words)));
            let at = label.and_then(|label| labels.iter().position(|one| std::ptr::eq(one, label)));
            let score = self.rules.entry(finding.rule.clone()).or_default();
            let is_in = |list: fn(&Label) -> &Vec<String>| {
                label.is_some_and(|label| list(label).contains(&finding.rule))
            };
            if is_in(|label| &label.must) || is_in(|label| &label.missed) {
                score.found += 1;
                taken[at.expect("is one of them")].push(finding.rule.clone());
            } else if is_in(|label| &label.wrongly) {
                score.wrong += 1;
                taken[at.expect("is one of them")].push(finding.rule.clone());
            } else if !is_in(|label| &label.may) {
                score.wrong += 1;
                self.complaints.push(format!("{name}: {} is a false alarm: {words}", finding.rule));
            }
        }
        for (label, taken) in labels.iter().zip(taken) {
            let planted = label.must.iter().chain(&label.missed);
            planted.for_each(|rule| self.rules.entry(rule.clone()).or_default().planted += 1);
            let mut complain = |rules: &[String], wanted: bool, what: &str| {
                for rule in rules.iter().filter(|rule| taken.contains(rule) != wanted) {
                    self.complaints.push(format!("{name}: {rule} {what}: {}", label.words));
                }
            };
            complain(&label.must, true, "is missed");
            complain(&label.missed, false, "is found now");
            complain(&label.wrongly, true, "is no false alarm any more");
        }
    }

    fn credit(
        &mut self,
        draft: &str,
        label: &Label,
        quotation: &Quotation,
        sources: &BTreeMap<String, Source>,
    ) {
        let said = quotation.credit.who().map(|who| match who {
            Who::Source(id) => sources[id].name.to_string(),
            Who::Name(name) => name.clone(),
        });
        let (wanted, is_loose) = match label.who.strip_suffix('?') {
            Some(wanted) => (wanted, true),
            None => (label.who.as_str(), false),
        };
        let is_right = said.as_deref() == (wanted != "-").then_some(wanted);
        if wanted == "-" && is_loose {
            return;
        }
        self.credited += 1;
        if is_right || is_loose && said.is_none() {
            self.rightly += 1;
            return;
        }
        let Some(said) = said else {
            self.unsaid.push(format!("{draft}: {}, by {wanted}", label.words));
            return;
        };
        self.complaints.push(format!("{draft}: credits {said} and not {wanted}: {}", label.words));
    }
}

/// The words as a label begins with them: without marks at their beginning.
fn shown(words: &str) -> String {
    let one_line: Vec<&str> = words.split_whitespace().collect();
    one_line
        .join(" ")
        .trim_start_matches(|letter: char| "“”\"«„‚‘'»> *".contains(letter))
        .to_owned()
}

/// The smallest quotation that holds what was found.
fn innermost(quotations: &[Quotation], finding: &Found) -> Option<usize> {
    let holds = |quotation: &Quotation| {
        quotation.outer.start <= finding.start && finding.end <= quotation.outer.end
    };
    let held = quotations.iter().enumerate().filter(|(_, quotation)| holds(quotation));
    held.min_by_key(|(_, quotation)| quotation.outer.len()).map(|(at, _)| at)
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are what the test is for")]
fn every_draft_is_read_and_reported_as_it_is_labelled() {
    let mut scores = Scores::default();
    scores.folder(&folder(), &folder().join("claims"));
    scores.folder(&folder().join("valleys"), &folder().join("valleys/claims"));
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    scores.folder(&folder().join("shipped"), &shipped);
    println!(
        "{} drafts, {} of them without error or warning; {} quotations",
        scores.drafts, scores.clean, scores.quotations
    );
    println!("{:26} planted  found  false", "rule");
    for (rule, score) in &scores.rules {
        println!("{rule:26} {:7}  {:5}  {:5}", score.planted, score.found, score.wrong);
    }
    println!("credits: {} of {} right, none wrong; to nobody:", scores.rightly, scores.credited);
    scores.unsaid.iter().for_each(|line| println!("  {line}"));
    assert!(scores.complaints.is_empty(), "{}", scores.complaints.join("\n"));
    assert!(scores.drafts >= 20 && scores.quotations >= 200, "fewer than were promised");
    assert!(2 * scores.clean >= scores.drafts, "half of them are clean");
    assert!(100 * scores.rightly >= 96 * scores.credited, "{}", scores.unsaid.join("\n"));
    for (rule, Score { planted, found, wrong }) in &scores.rules {
        // What is known to be missed or wrong is labelled so: the figures can only rise.
        assert!(*wrong <= 1, "{rule}: {wrong} of {found} are false alarms");
        assert!(found + 2 >= *planted, "{rule}: {found} of {planted}");
    }
}
