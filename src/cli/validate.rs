//! `claims validate`: the ledger held against its rules and, where there is a snapshot, the text.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::check::rules::{Index, Numbered, Outline, Subject, check_file, check_ledger};
use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::drawing;
use crate::cli::output::OutputArgs;
use crate::cli::say::{remark, say};
use crate::cli::snapshots::{Named, SnapshotArgs};
use crate::cli::trouble::Trouble;
use crate::finding::Finding;
use crate::load::{End, Item, LedgerFile, fold, rules, snapshot};
use crate::report::{Format, Tally};
use crate::safe;
use crate::wording::{all_of, counted, did_you_mean, ticked};

/// The flags of `validate`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims validate
  claims validate --snapshot deepseek-r2-delay=article.txt
  claims validate --strict --format concise
  claims explain mode-without-quotes      what a rule is for, and how to mend what it reports

Exit codes: 0 fine, 1 errors (with --strict, warnings, too), 2 a file could not be read.")]
pub struct Args {
    /// How to print what is found
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
    /// Let warnings change the exit code, too
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    snapshots: SnapshotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// What was found in one file.
struct Checked {
    file: Arc<str>,
    article: String,
    claims: usize,
    sources: usize,
    /// Where its text was read, if it was.
    text: Option<String>,
    /// The text that the file names, where it is not there.
    gone: Option<String>,
    /// Whether a finding says why its text was not read.
    text_is_told: bool,
    findings: Vec<Finding>,
    outline: Outline,
}

/// What was found in all files.
#[derive(Default)]
struct Sum {
    articles: usize,
    claims: usize,
    sources: usize,
    /// The only article's id, where there is one.
    article: String,
    without_text: BTreeSet<String>,
    /// Articles whose file names a text that is not there, with that text.
    gone: BTreeSet<(String, String)>,
    /// The ledger file of each text that was read.
    texts: HashMap<String, Arc<str>>,
    /// The ids among those of `--snapshot` that are articles.
    known: HashSet<String>,
    findings: Vec<Finding>,
    index: Index,
}

/// Reports what breaks a rule.
///
/// # Errors
/// When there is no ledger, `--snapshot` names no article or no text, or the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let files = desk.files()?;
    let named = args.snapshots.read()?;
    let mut sum = Sum::default();
    let unread = fold(
        &files,
        |claims: &mut Vec<Numbered>, batch: &mut Vec<Checked>, item| match item {
            Item::Claim(entry) => {
                claims.push(Numbered { position: entry.position, claim: *entry.claim });
            }
            Item::End(end) => batch.push(check(&end, claims, &named)),
        },
        |batch| {
            for checked in batch {
                sum.add(checked, &named);
            }
            ControlFlow::Continue(())
        },
    );
    if unread.is_empty() {
        all_are_known(&named, &sum)?;
    } else {
        sum.index.add_unread();
    }
    let is_unread = unread.iter().chain(&sum.findings).any(says_unread);
    sum.findings.extend(unread);
    sum.findings.extend(check_ledger(&sum.index));
    sum.sort_findings(&files);

    let mut out = args.output.open()?;
    let color = out.has_color();
    let tally = drawing::draw(&sum.findings, &mut out, args.format, color)?;
    out.finish()?;
    remark_on_texts(&sum);
    say(&safe::terminal(&format!("{}: {}", sum.subject(), tally.in_words())));
    Ok(outcome(tally, is_unread, args.strict))
}

/// Holds a file against its rules.
fn check(end: &End<'_>, claims: &[Numbered], named: &Named) -> Checked {
    let article = end.head.article.id.as_str();
    let mut findings = Vec::new();
    let (mut read, mut text_is_told) = (None, false);
    if !named.contains_key(article)
        && let Some(written) = end.snapshot
    {
        match snapshot::read(end.file, written) {
            Ok(saved) => read = saved,
            Err(finding) => {
                text_is_told = true;
                findings.push(finding);
            }
        }
    }
    let saved = named.get(article).or(read.as_ref());
    let subject = Subject::new(&end.file.shown, end.head, claims).snapshot(end.snapshot, saved);
    let subject = if end.is_whole { subject } else { subject.in_part() };
    findings.extend(check_file(&subject));
    Checked {
        file: Arc::clone(&end.file.shown),
        article: article.to_owned(),
        claims: claims.len(),
        sources: end.head.sources.len(),
        text: saved.map(|saved| saved.shown.clone()),
        gone: end.snapshot.filter(|_| saved.is_none()).map(|written| written.file.to_string()),
        text_is_told,
        outline: Outline::of(&subject),
        findings,
    }
}

impl Sum {
    fn add(&mut self, checked: Checked, named: &Named) {
        self.articles += 1;
        self.claims += checked.claims;
        self.sources += checked.sources;
        self.findings.extend(checked.findings);
        self.index.add(checked.outline);
        if named.contains_key(&checked.article) {
            self.known.insert(checked.article.clone());
        }
        match (checked.text, checked.gone) {
            (Some(text), _) => drop(self.texts.insert(text, checked.file)),
            (None, _) if checked.text_is_told => {}
            (None, Some(gone)) => drop(self.gone.insert((checked.article.clone(), gone))),
            (None, None) => drop(self.without_text.insert(checked.article.clone())),
        }
        self.article = checked.article;
    }

    /// Puts the findings in the order of the ledger's files, those about a text after those of its file.
    fn sort_findings(&mut self, files: &[LedgerFile]) {
        let order: HashMap<&str, usize> =
            files.iter().enumerate().map(|(at, file)| (&*file.shown, at)).collect();
        let texts = &self.texts;
        self.findings.sort_by_key(|finding| {
            let file = &*finding.place.file;
            let of_text = texts.get(file);
            let ledger_file = of_text.map_or(file, |ledger_file| &**ledger_file);
            (order.get(ledger_file).copied(), of_text.is_some())
        });
    }

    /// `harbour-bridge: 29 claims, 7 sources`
    fn subject(&self) -> String {
        let what = match self.articles {
            0 => return "no article could be read".to_owned(),
            1 => self.article.clone(),
            articles => counted(articles, "article"),
        };
        let held = match self.texts.len() {
            0 => "",
            texts if texts == self.articles => ", held against the text",
            _ => ", held in part against the text",
        };
        let (claims, sources) = (counted(self.claims, "claim"), counted(self.sources, "source"));
        format!("{what}: {claims}, {sources}{held}")
    }
}

/// A snapshot of an article that is not there was meant for another.
fn all_are_known(named: &Named, sum: &Sum) -> Result<(), Trouble> {
    let unknown: BTreeSet<&String> = named.keys().filter(|id| !sum.known.contains(*id)).collect();
    let Some(id) = unknown.first() else { return Ok(()) };
    let near = did_you_mean(id, sum.index.articles());
    Err(Trouble::new(format!("`--snapshot` names article `{id}`, which is not in the ledger"))
        .help(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "it takes the article's id and a path: `--snapshot ID=PATH`".to_owned(),
        }))
}

/// Whether a finding says that something could not be read, and not that a rule is broken.
fn says_unread(finding: &Finding) -> bool {
    rules::RULES.contains(&finding.rule)
}

/// "No finding" must never read as "checked against the text" where there was no text.
fn remark_on_texts(sum: &Sum) {
    const NAMED: usize = 3;
    for (article, file) in sum.gone.iter().take(NAMED) {
        remark(format!(
            "snapshot `{file}` of `{article}` is not there, so words and passages were not checked \
             against the text; `--snapshot {article}=PATH` names another"
        ));
    }
    let without = &sum.without_text;
    let whose = match without.len() {
        0 => return,
        count if count <= NAMED => all_of(without.iter().map(ticked)),
        count if count == sum.articles => format!("any of {}", counted(count, "article")),
        count => format!("{count} of {}", counted(sum.articles, "article")),
    };
    let id = without.first().map_or("ID", String::as_str);
    remark(format!(
        "no snapshot of {whose} was at hand, so words and passages were not checked against the text; \
         `--snapshot {id}=PATH` names one"
    ));
}

const fn outcome(tally: Tally, is_unread: bool, strict: bool) -> Outcome {
    if is_unread {
        Outcome::Unread
    } else if tally.errors > 0 || (strict && tally.warnings > 0) {
        Outcome::Findings
    } else {
        Outcome::Fine
    }
}
