//! `claims export`: the ledger in other forms.

mod page;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::ControlFlow;

use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::filters::FilterArgs;
use crate::cli::lookup;
use crate::cli::near;
use crate::cli::output::{Output, OutputArgs};
use crate::cli::snapshots::SnapshotArgs;
use crate::cli::trouble::Trouble;
use crate::export::columns;
use crate::export::{Csv, Piece, Streamed};
use crate::load::{Item, LedgerFile, fold};
use crate::select::{Chosen, Selection};

const EXAMPLES: &str = "\
Examples:
  claims export --format html -o claims.html
  claims export --format csv --attribution anonymous -o unnamed.csv
  claims export --format jsonl -o claims.jsonl";

fn with_columns() -> String {
    format!("{EXAMPLES}\n\nIn jsonl and csv:\n\n{}", columns::IN_WORDS)
}

/// The flags of `export`.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES, after_long_help = with_columns())]
pub struct Args {
    #[command(flatten)]
    filters: FilterArgs,
    /// In which form
    #[arg(short, long, value_enum)]
    format: Format,
    #[command(flatten)]
    snapshots: SnapshotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// In which form the claims are given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One flat object a line, for `DuckDB`, Spark and programs
    Jsonl,
    /// One flat record a line, for spreadsheets
    Csv,
    /// A document to read
    Markdown,
    /// One page for a browser, with filters; needs no network
    Html,
    /// Linked data: schema.org claims, W3C annotations
    Jsonld,
}

/// Writes the claims that are asked for in another form.
///
/// # Errors
/// When there is no ledger, or the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    if args.format != Format::Html && !args.snapshots.is_empty() {
        return Err(Trouble::new("`--snapshot` makes the links of a page exact, no other form's")
            .help("leave it out, or use `--format html`"));
    }
    let files = desk.files()?;
    let selection = args.filters.selection(desk)?;
    let mut out = args.output.open()?;
    let form = match args.format {
        Format::Html => {
            let page = page::page(&args.snapshots, &selection, &files, desk)?;
            out.write_all(page.html().as_bytes())?;
            out.finish()?;
            if page.claims.is_empty() && desk.outcome() == Outcome::Fine {
                near::remark_on_nothing(&selection, &files);
            }
            return Ok(desk.outcome());
        }
        Format::Jsonl => Streamed::Jsonl,
        Format::Csv => Streamed::Csv(Csv::for_terminal(out.room().is_some())),
        Format::Markdown => Streamed::Markdown,
        Format::Jsonld => Streamed::Linked,
    };
    let statements = match form {
        Streamed::Markdown => lookup::statements_named(&selection, &files),
        _ => BTreeMap::new(),
    };
    let is_empty = stream(form, &statements, &selection, &files, desk, &mut out)?;
    out.finish()?;
    if is_empty && desk.outcome() == Outcome::Fine {
        near::remark_on_nothing(&selection, &files);
    }
    Ok(desk.outcome())
}

/// What is remembered within a file: which claims are asked for, and whether one was written.
#[derive(Default)]
struct Within {
    chosen: Chosen,
    has_begun: bool,
}

/// Writes claim by claim; whether there was none.
fn stream(
    form: Streamed,
    statements: &BTreeMap<String, String>,
    selection: &Selection,
    files: &[LedgerFile],
    desk: &Desk,
    out: &mut Output,
) -> Result<bool, Trouble> {
    let today = desk.today()?;
    form.begin(out)?;
    let mut written: io::Result<()> = Ok(());
    let mut is_empty = true;
    let findings = fold(
        files,
        |within: &mut Within, batch: &mut Vec<io::Result<String>>, item| {
            if let Item::Claim(entry) = item
                && within.chosen.holds(selection, entry.head, &entry.claim)
            {
                let is_first = !std::mem::replace(&mut within.has_begun, true);
                let (head, file) = (entry.head, &*entry.file.shown);
                let claim = &entry.claim;
                batch.push(form.claim(&Piece { claim, head, file, is_first, statements, today }));
            }
        },
        |batch| {
            written = batch.into_iter().try_for_each(|piece| {
                let between = if std::mem::take(&mut is_empty) { "" } else { form.between() };
                write!(out, "{between}{}", piece?)
            });
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    written?;
    out.write_all(form.end().as_bytes())?;
    desk.report(&findings);
    Ok(is_empty)
}
