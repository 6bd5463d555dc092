//! `claims check`: may this be quoted, and how?

use std::path::PathBuf;

use crate::check::{Answer, Gathered, Question, judge_claim};
use crate::cli::Outcome;
use crate::cli::answers::{Format, Printing};
use crate::cli::desk::Desk;
use crate::cli::hold::{Held, hold};
use crate::cli::output::OutputArgs;
use crate::cli::questions;
use crate::cli::say::{remark, say};
use crate::cli::snapshots::SnapshotArgs;
use crate::cli::texts::Texts;
use crate::cli::trouble::Trouble;
use crate::cores;
use crate::ledger::Today;
use crate::ledger::id::is_slug;
use crate::safe;

/// The flags of `check`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims check gupta-question-of-time
  claims check \"È questione di tempo\" --by gupta
  claims check \"fatiche iniziali\" --by \"Ritwik Gupta\" --why
  claims check --from quotations.csv --format jsonl

WORDS that are a claim's id ask about that claim; --words takes them as words.
A file of questions is JSON Lines or CSV with `text`, and where given `id`, `by`, `language`.

Exit codes: 0 fine (with --strict, no cautions either), 1 one may not be quoted, 2 could not run.")]
pub struct Args {
    /// A claim's id, or the words of a quotation
    #[arg(value_name = "ID|WORDS", required_unless_present = "from", conflicts_with = "from")]
    asked: Option<String>,
    /// Whom the words are given to: id, name, surname; `article` for its own voice
    #[arg(short, long, value_name = "SOURCE", conflicts_with = "from")]
    by: Option<String>,
    /// The language of the words, as in `it` or `de-CH`
    #[arg(short, long, value_name = "TAG", conflicts_with = "from")]
    language: Option<String>,
    /// Take the argument as words, even where it is a claim's id
    #[arg(long = "words", conflicts_with = "from")]
    is_words: bool,
    /// Answer every question of a file; `-` is standard input
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    #[command(flatten)]
    snapshots: SnapshotArgs,
    /// How to print the answers: text for one, jsonl for a file, where it is not said
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    /// Show the steps that decided, and the newsroom guideline behind each
    #[arg(long)]
    pub(super) why: bool,
    /// Let cautions change the exit code, too
    #[arg(long)]
    pub(super) strict: bool,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// Answers what is asked.
///
/// # Errors
/// When there is no ledger, a file of it or of questions cannot be read, an id is nearly a claim's, or the output cannot
/// be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let files = desk.files()?;
    let today = desk.today()?;
    let (asked, bad) = match &args.from {
        Some(path) => {
            let questions = questions::read(path)?;
            (questions.asked, questions.bad)
        }
        None => (vec![args.question()?], Vec::new()),
    };
    let texts = Texts::new(args.snapshots.read()?);
    let held = hold(&asked, args.id(), &files, &texts, desk)?;
    texts.finish(desk)?;
    let is_list = args.from.is_some() || held.claims.len() > 1;
    let mut printing = Printing::begin(args, is_list)?;
    if held.claims.is_empty() {
        args.refuse_near_id(&held)?;
        let print = |answer: Answer| printing.print(&answer);
        answer_all(&held.gathered, asked.len(), today, print)?;
    } else {
        for kept in &held.claims {
            printing.print(&judge_claim(kept, held.gathered.asked(0), today))?;
        }
    }
    for (line, why) in &bad {
        say(&format!("error: line {line}: {}", safe::terminal(why)));
    }
    let outcome = printing.finish()?;
    Ok(if bad.is_empty() { outcome.max(desk.outcome()) } else { Outcome::Unread })
}

impl Args {
    /// The one question that the flags ask.
    fn question(&self) -> Result<Question, Trouble> {
        let text = self.asked.clone().unwrap_or_default();
        if text.trim().is_empty() {
            return Err(Trouble::new("there are no words to check")
                .help("name a claim's id or the words of a quotation: `claims check \"WORDS\"`"));
        }
        let by = self.by.as_deref().map(str::trim);
        if by == Some("") {
            return Err(
                Trouble::new("`--by` is given no name").help("`claims sources` lists the names")
            );
        }
        Ok(Question { id: None, text, by: by.map(str::to_owned), language: self.language.clone() })
    }

    /// The argument, where it may be a claim's id.
    fn id(&self) -> Option<&str> {
        self.asked.as_deref().map(str::trim).filter(|asked| !self.is_words && is_slug(asked))
    }

    /// What is nearly an id was meant to be one.
    fn refuse_near_id(&self, held: &Held<'_>) -> Result<(), Trouble> {
        let Some(id) = self.id() else { return Ok(()) };
        if let Some(near) = &held.near_id {
            return Err(Trouble::new(format!("no claim has the id `{id}`"))
                .help(format!("did you mean `{near}`? With `--words` it is taken as words")));
        }
        if id.contains('-') {
            remark(format!("no claim has the id `{id}`; it is taken as words"));
        }
        Ok(())
    }

    /// How answers are printed: text for one, JSON Lines for a file, where it is not said.
    pub(super) fn format(&self) -> Format {
        self.format.unwrap_or(if self.from.is_some() { Format::Jsonl } else { Format::Text })
    }
}

/// Questions that are judged together before their answers are printed.
const BLOCK: usize = 256;

/// Answers all questions on all cores and hands on the answers in the order asked.
fn answer_all(
    gathered: &Gathered<'_>,
    many: usize,
    today: Today,
    mut print: impl FnMut(Answer) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    for first in (0..many).step_by(BLOCK) {
        let numbers: Vec<usize> = (first..many.min(first + BLOCK)).collect();
        let answers = cores::each(&numbers, |number| gathered.answer(*number, today));
        answers.into_iter().try_for_each(&mut print)?;
    }
    Ok(())
}
