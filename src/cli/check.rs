//! `claims check`: may this be quoted, and how?

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::thread;

use crate::check::gather::{Passage, Within};
use crate::check::{Answer, Gathered, Gathering, Kept, MayQuote, Question, judge_claim};
use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::output::{Output, OutputArgs};
use crate::cli::questions;
use crate::cli::say::{remark, say};
use crate::cli::snapshots::SnapshotArgs;
use crate::cli::texts::Texts;
use crate::cli::trouble::Trouble;
use crate::export::answer::Drawing;
use crate::finding::Finding;
use crate::ledger::Today;
use crate::ledger::id::is_slug;
use crate::load::{Item, LedgerFile, fold};
use crate::safe;
use crate::wording::{counted, did_you_mean};

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
    why: bool,
    /// Let cautions change the exit code, too
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    output: OutputArgs,
}

/// How answers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// One document
    Json,
    /// One object a line
    Jsonl,
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
    let mut printing = Printing::begin(args)?;
    if let Some(answers) = args.of_claims(desk, &files, &asked, today)? {
        answers.iter().try_for_each(|answer| printing.print(answer))?;
        return printing.finish();
    }
    let texts = Texts::new(args.snapshots.read()?);
    let gathered = gather(&asked, &files, &texts, desk)?;
    texts.finish(desk)?;
    answer_all(&gathered, asked.len(), today, |answer| printing.print(&answer))?;
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

    /// The answers about the claims of this id; none where the argument is no claim's id.
    fn of_claims(
        &self,
        desk: &Desk,
        files: &[LedgerFile],
        asked: &[Question],
        today: Today,
    ) -> Result<Option<Vec<Answer>>, Trouble> {
        let Some(id) = self.asked.as_deref().map(str::trim) else { return Ok(None) };
        if self.is_words || !is_slug(id) {
            return Ok(None);
        }
        let names = Gathering::new(asked);
        let stream = names.stream();
        let (mut kept, mut near): (Vec<Kept>, Vec<String>) = (Vec::new(), Vec::new());
        let unread = fold(
            files,
            |within: &mut Within<'_>, (claims, nearest): &mut (Vec<Kept>, Option<String>), item| {
                if let Item::Claim(entry) = &item {
                    let own = entry.claim.id.as_str();
                    if own == id {
                        let head = entry.head.of_claim(&entry.claim);
                        let file = entry.file.shown.clone();
                        claims.push(Kept { file, head, claim: entry.claim.clone() });
                    } else {
                        let known = nearest.iter().map(String::as_str).chain([own]);
                        *nearest = did_you_mean(id, known).map(str::to_owned).or(nearest.take());
                    }
                }
                stream.take(within, item, &|_| None);
            },
            |(claims, nearest)| {
                kept.extend(claims);
                near.extend(nearest);
                ControlFlow::Continue(())
            },
        );
        all_read(desk, &unread)?;
        if !kept.is_empty() {
            let gathered = names.finish(Vec::new());
            let answer = |kept: &Kept| judge_claim(kept, gathered.asked(0), today);
            return Ok(Some(kept.iter().map(answer).collect()));
        }
        match did_you_mean(id, near.iter().map(String::as_str)) {
            None => {
                if id.contains('-') {
                    remark(format!("no claim has the id `{id}`; it is taken as words"));
                }
                Ok(None)
            }
            Some(near) => Err(Trouble::new(format!("no claim has the id `{id}`"))
                .help(format!("did you mean `{near}`? With `--words` it is taken as words"))),
        }
    }
}

/// Streams the ledger past the questions, and once more the few files in whose prose something was found.
fn gather<'q>(
    asked: &'q [Question],
    files: &[LedgerFile],
    texts: &Texts,
    desk: &Desk,
) -> Result<Gathered<'q>, Trouble> {
    let gathering = Gathering::new(asked);
    let stream = gathering.stream();
    let unread = fold(
        files,
        |within: &mut Within<'_>, (): &mut (), item| {
            stream.take(within, item, &|end| texts.of(end));
        },
        |()| ControlFlow::Continue(()),
    );
    all_read(desk, &unread)?;
    let wanted = gathering.wanted();
    let again: Vec<LedgerFile> =
        files.iter().filter(|file| wanted.has_file(&file.shown)).cloned().collect();
    let mut passages = Vec::new();
    fold(
        &again,
        |(): &mut (), batch: &mut Vec<Passage>, item| {
            if let Item::Claim(entry) = item {
                batch.extend(wanted.passages(entry));
            }
        },
        |batch| {
            passages.extend(batch);
            ControlFlow::Continue(())
        },
    );
    Ok(gathering.finish(passages))
}

/// Half a ledger answers nothing: the words may stand in the other half.
pub(super) fn all_read(desk: &Desk, unread: &[Finding]) -> Result<(), Trouble> {
    if unread.is_empty() {
        return Ok(());
    }
    desk.report(unread);
    let files: std::collections::BTreeSet<&str> =
        unread.iter().map(|finding| &*finding.place.file).collect();
    Err(Trouble::new(format!(
        "nothing was judged: {} could not be read whole, and the words may stand there",
        counted(files.len(), "ledger file")
    ))
    .help("mend what is reported above, or name the files to use with `--ledger`"))
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
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    for first in (0..many).step_by(BLOCK) {
        let numbers: Vec<usize> = (first..many.min(first + BLOCK)).collect();
        let share = numbers.len().div_ceil(cores).max(1);
        let answers: Vec<Vec<Answer>> = thread::scope(|scope| {
            let threads: Vec<_> = numbers
                .chunks(share)
                .map(|numbers| {
                    scope.spawn(move || -> Vec<Answer> {
                        numbers.iter().map(|number| gathered.answer(*number, today)).collect()
                    })
                })
                .collect();
            threads.into_iter().flat_map(thread::ScopedJoinHandle::join).collect()
        });
        answers.into_iter().flatten().try_for_each(&mut print)?;
    }
    Ok(())
}

/// The answers as they are printed, and the worst of them.
struct Printing {
    out: Output,
    format: Format,
    is_list: bool,
    drawing: Drawing,
    is_strict: bool,
    printed: usize,
    worst: Outcome,
}

impl Printing {
    fn begin(args: &Args) -> Result<Self, Trouble> {
        let is_list = args.from.is_some();
        let format = args.format.unwrap_or(if is_list { Format::Jsonl } else { Format::Text });
        let out = args.output.open()?;
        let drawing = Drawing { room: out.room(), color: out.has_color(), why: args.why };
        Ok(Self {
            out,
            format,
            is_list,
            drawing,
            is_strict: args.strict,
            printed: 0,
            worst: Outcome::Fine,
        })
    }

    fn print(&mut self, answer: &Answer) -> Result<(), Trouble> {
        let is_refused = match answer.may_quote {
            MayQuote::No => true,
            MayQuote::WithCare => self.is_strict,
            MayQuote::Yes => false,
        };
        if is_refused {
            self.worst = Outcome::Findings;
        }
        let first = self.printed == 0;
        self.printed += 1;
        match self.format {
            Format::Text => {
                if !first {
                    writeln!(self.out)?;
                }
                self.drawing.draw(answer, &mut self.out)?;
            }
            Format::Jsonl => {
                let line = serde_json::to_string(answer).map_err(std::io::Error::from)?;
                writeln!(self.out, "{}", safe::json(&line))?;
            }
            Format::Json => {
                let document =
                    serde_json::to_string_pretty(answer).map_err(std::io::Error::from)?;
                let before = match (self.is_list, first) {
                    (false, true) => "",
                    (true, true) => "{\"version\": 1, \"answers\": [\n",
                    (_, false) => ",\n",
                };
                write!(self.out, "{before}{}", safe::json(&document))?;
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Outcome, Trouble> {
        if self.format == Format::Json {
            let end = match (self.is_list, self.printed) {
                (false, _) => "\n",
                (true, 0) => "{\"version\": 1, \"answers\": []}\n",
                (true, _) => "\n]}\n",
            };
            self.out.write_all(end.as_bytes())?;
        }
        self.out.finish()?;
        Ok(self.worst)
    }
}
