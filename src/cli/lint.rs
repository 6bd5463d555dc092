//! `claims lint`: every quotation and citation of a draft, held against the ledger.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::check::Gathering;
use crate::check::Question;
use crate::check::gather::Within;
use crate::check::lint::{Context, Lookout, Manuscript, Noted, parts};
use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::drafts::{self, DraftFile, Drafts};
use crate::cli::drawing::recorded_lines;
use crate::cli::hold::{all_read, second_pass};
use crate::cli::mending;
use crate::cli::output::OutputArgs;
use crate::cli::say::{remark, say, trouble};
use crate::cli::selection::{Selection, SelectionArgs};
use crate::cli::snapshots::SnapshotArgs;
use crate::cli::statistics::Statistics;
use crate::cli::texts::Texts;
use crate::cli::trouble::Trouble;
use crate::draft::{self, Draft};
use crate::finding::{Finding, Spot};
use crate::ledger::Today;
use crate::load::{LedgerFile, fold};
use crate::report::{Format, Located, Report, Tally};
use crate::safe;
use crate::span::{Lines, Span};
use crate::wording::{counted, some_of};

/// The flags of `lint`.
#[derive(clap::Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = "\
Examples:
  claims lint piece.md
  claims lint drafts/ --strict --format concise
  claims lint piece.md --diff             what it would mend
  claims lint - --stdin-filename piece.md < piece.md
  claims explain altered-wording          what a rule is for, and how to mend what it reports

A folder stands for every *.md in it and below, but for what begins with a dot and what git ignores. A
comment permits a finding: <!-- claims: allow RULE because REASON -->

Exit codes: 0 fine, 1 errors (with --strict, warnings, too), 2 something could not be read. After --fix
they tell what is left.")]
pub struct Args {
    /// Drafts in Markdown, or folders of them; `-` is standard input
    #[arg(value_name = "DRAFT", required = true)]
    drafts: Vec<std::path::PathBuf>,
    /// What to call the draft from standard input
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<String>,
    /// How to print what is found
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    selection: SelectionArgs,
    /// Let warnings change the exit code, and take what no claim records for a warning
    #[arg(long)]
    strict: bool,
    /// Say on standard error how many quotations were confirmed, and on whom they rest
    #[arg(long)]
    statistics: bool,
    /// Print what `--fix` would change, and change nothing
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    diff: bool,
    /// Write each safe mend into the draft, and report what is left
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    snapshots: SnapshotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Reports what a draft would be sorry for.
///
/// # Errors
/// When there is no ledger or no draft, one of them cannot be read whole, a rule is named that is none, or
/// the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let ledger = desk.files()?;
    let today = desk.today()?;
    let selection = args.selection.read();
    if args.stdin_filename.is_some() && !args.drafts.iter().any(|path| path.as_os_str() == "-") {
        return Err(Trouble::new("`--stdin-filename` is given, and no draft from standard input")
            .help("name standard input as a draft: `claims lint - --stdin-filename PATH`"));
    }
    let Drafts { mut files, unread } = drafts::read(&args.drafts, args.stdin_filename.as_deref());
    unread.iter().for_each(trouble);
    if files.is_empty() {
        return Ok(Outcome::Unread);
    }
    let drafts = files.iter().filter_map(|file| file.path.as_deref());
    args.output.refuse_to_replace(drafts.chain(ledger.iter().map(|file| file.path.as_path())))?;
    let texts = Texts::new(args.snapshots.read()?);
    let looked_at =
        |files: &[DraftFile]| lint(args, files, (&ledger, &texts), (desk, today), &selection);
    let mut linted = looked_at(&files)?;
    if args.fix {
        let mended = mending::write(&mut files, &linted.findings)?;
        if mended > 0 {
            // What is left is said of the drafts as they are now.
            linted = looked_at(&files)?;
        }
        say(&format!("mended {}", counted(mended, "finding")));
    }
    if linted.quotations > 0 {
        texts.remark_on_gone();
    }
    texts.finish(desk)?;
    for (file, (unclosed, endless)) in files.iter().zip(&linted.unclosed) {
        remark_on_unclosed(file, unclosed);
        remark_on_endless(file, *endless);
    }
    if args.diff {
        let mut out = args.output.open()?;
        mending::show(&files, &linted.findings, &mut out)?;
        out.finish()?;
    } else {
        report(args, &files, &linted.findings)?;
    }
    let tally = tally(&linted.findings);
    if args.statistics {
        linted.statistics.say();
    }
    let subject = match files.as_slice() {
        [one] => one.shown.to_string(),
        several => counted(several.len(), "draft"),
    };
    let quotations = counted(linted.quotations, "quotation");
    let left = match unread.len() {
        0 => String::new(),
        many => format!("; {} could not be read", counted(many, "path")),
    };
    say(&safe::terminal(&format!("{subject}: {quotations}, {}{left}", tally.in_words())));
    let read = if unread.is_empty() { Outcome::Fine } else { Outcome::Unread };
    Ok(outcome(tally, args.strict).max(desk.outcome()).max(read))
}

/// What was found in all drafts.
#[derive(Default)]
struct Linted {
    /// For each draft, in order.
    findings: Vec<Vec<Finding>>,
    /// Quotations that are somebody's words.
    quotations: usize,
    /// How they stand; asks every rule of every quotation again.
    statistics: Statistics,
    /// The marks of each draft that nothing closes, and the comment.
    unclosed: Vec<(Vec<Span>, Option<usize>)>,
}

fn lint(
    args: &Args,
    files: &[DraftFile],
    (ledger, texts): (&[LedgerFile], &Texts),
    (desk, today): (&Desk, Today),
    selection: &Selection,
) -> Result<Linted, Trouble> {
    // Whose words they are is told by names, and which names there are by the ledger; what is quoted is
    // told by the draft alone. So the ledger streams past once.
    let unnamed: Vec<Draft> = files.iter().map(|file| draft::skim(&file.text)).collect();
    let mut lookout = Lookout::default();
    let mut questions = Vec::new();
    for (file, draft) in files.iter().zip(&unnamed) {
        lookout.add(&file.text, draft);
        let words = draft.quotations.iter().flat_map(|said| parts(said, &file.text));
        questions.extend(words.map(|(_, words)| Question::new(words)));
    }
    let (gathering, noted) = stream(&questions, ledger, &lookout, texts, desk)?;
    let names = noted.names();
    let mut linted = Linted::default();
    let mut first = 0;
    for (file, unnamed) in files.iter().zip(unnamed) {
        let draft = unnamed.credited(&names);
        let context = Context::new(&file.text, &draft);
        let page = Manuscript::new(
            Arc::clone(&file.shown),
            context,
            &gathering,
            first,
            &noted,
            (today, args.strict),
        );
        first += draft.quotations.iter().flat_map(|said| parts(said, &file.text)).count();
        let found = page.findings(&|rule| selection.wants(rule));
        linted.quotations += page.said.iter().filter(|said| said.is_speech()).count();
        if args.statistics {
            linted.statistics.add(&page);
        }
        linted.findings.push(found);
        linted.unclosed.push((draft.unclosed.clone(), draft.endless_comment));
    }
    Ok(linted)
}

/// Streams the ledger past the drafts, and once more the files in whose prose something was found.
fn stream<'q>(
    questions: &'q [Question],
    ledger: &[LedgerFile],
    lookout: &Lookout,
    texts: &Texts,
    desk: &Desk,
) -> Result<(crate::check::Gathered<'q>, Noted), Trouble> {
    let gathering = Gathering::new(questions);
    let stream = gathering.stream();
    let mut noted = Noted::default();
    let unread = fold(
        ledger,
        |within: &mut Within<'_>, batch: &mut Noted, item| {
            lookout.take(batch, &item);
            stream.take(within, item, &|end| texts.of(end));
        },
        |batch| {
            noted.join(batch);
            ControlFlow::Continue(())
        },
    );
    all_read(desk, &unread)?;
    let passages = second_pass(&gathering.wanted(), ledger);
    Ok((gathering.finish(passages), noted))
}

/// A mark that nothing closes hides a quotation from every rule: that must be said.
fn remark_on_unclosed(file: &DraftFile, unclosed: &[Span]) {
    const NAMED: usize = 5;
    if unclosed.is_empty() {
        return;
    }
    let lines = Lines::new(&file.text);
    let places = unclosed.iter().map(|span| lines.position(span.start).line);
    let places: Vec<String> = places.map(|line| format!("line {line}")).collect();
    remark(format!(
        "{}: no mark closes the quotation that opens in {}, so its words were not looked at",
        file.shown,
        some_of(places.into_iter(), NAMED)
    ));
}

/// The same of a comment, which hides all that follows.
fn remark_on_endless(file: &DraftFile, endless: Option<usize>) {
    let Some(start) = endless else { return };
    let line = Lines::new(&file.text).position(start).line;
    remark(format!(
        "{}: no `-->` closes the comment that opens in line {line}, so nothing after it was looked at",
        file.shown
    ));
}

fn report(args: &Args, files: &[DraftFile], findings: &[Vec<Finding>]) -> Result<(), Trouble> {
    let mut out = args.output.open()?;
    let color = out.has_color();
    let mut report = Report::new(&mut out, args.format, color);
    for (file, found) in files.iter().zip(findings) {
        let lines = Lines::new(&file.text);
        let is_drawn = args.format == Format::Human;
        let recorded = if is_drawn { recorded_lines(found) } else { vec![None; found.len()] };
        let located = found.iter().zip(&recorded).map(|(finding, recorded)| Located {
            finding,
            lines: Some(&lines),
            span: match finding.place.spot {
                Spot::Text(span) => Some(span),
                _ => None,
            },
            recorded: recorded.as_ref(),
        });
        report.draw(&located.collect::<Vec<_>>())?;
    }
    report.finish()?;
    out.finish()
}

fn tally(findings: &[Vec<Finding>]) -> Tally {
    let mut tally = Tally::default();
    findings.iter().flatten().for_each(|finding| tally.add(finding.rule.severity));
    tally
}

const fn outcome(tally: Tally, strict: bool) -> Outcome {
    if tally.errors > 0 || (strict && tally.warnings > 0) {
        Outcome::Findings
    } else {
        Outcome::Fine
    }
}
