//! `claims list`: the claims, one row each.

use std::ops::ControlFlow;

use crate::cli::Outcome;
use crate::cli::answering::Answering;
use crate::cli::desk::Desk;
use crate::cli::filters::FilterArgs;
use crate::cli::near;
use crate::cli::output::{Output, OutputArgs};
use crate::cli::say::remark;
use crate::cli::trouble::Trouble;
use crate::export::{Csv, Row, Rows};
use crate::load::{Item, fold};
use crate::select::{Chosen, Selection};
use crate::wording;

/// The flags of `list`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims list --source gupta
  claims list --attribution anonymous --topic nvidia-fallback
  claims list --mode direct --format csv -o quotes.csv")]
pub struct Args {
    #[command(flatten)]
    filters: FilterArgs,
    /// How to print them
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    output: OutputArgs,
}

/// How rows are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Table,
    /// One document
    Json,
    /// One object a line
    Jsonl,
    /// For spreadsheets
    Csv,
    /// Only the claims' ids, one a line
    Ids,
    /// A table in Markdown
    Markdown,
}

#[derive(Default)]
struct Batch {
    rows: Vec<Row>,
    answering: Answering,
    /// Claims that name a source which their file does not record.
    adrift: usize,
}

/// Prints the claims that are asked for.
///
/// # Errors
/// When there is no ledger, or the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let files = desk.files()?;
    let selection = args.filters.selection(desk)?;
    let mut out = args.output.open()?;
    let mut rows = rows_for(args.format, &out);
    let mut answering = Answering::default();
    let mut written = Ok(());
    let mut count = 0;
    let mut adrift = 0;
    let findings = fold(
        &files,
        |chosen: &mut Chosen, batch: &mut Batch, item| gather(&selection, chosen, batch, item),
        |batch| {
            count += batch.rows.len();
            answering.extend(batch.answering);
            adrift += batch.adrift;
            written = batch.rows.iter().try_for_each(|row| rows.row(row, &mut out));
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    written?;
    rows.finish(&mut out)?;
    out.finish()?;
    desk.report(&findings);
    if count == 0 && desk.outcome() == Outcome::Fine {
        near::remark_on_nothing(&selection, &files);
    } else {
        answering.remark_on_several(&selection);
        if desk.outcome() == Outcome::Fine {
            answering.remark_on_strangers(&selection, &files);
        }
    }
    if adrift > 0 {
        let claims = wording::counted(adrift, "claim");
        let name = if adrift == 1 { "names" } else { "name" };
        remark(format!(
            "{claims} {name} a source that is not recorded; `claims validate` says which"
        ));
    }
    Ok(desk.outcome())
}

fn gather(selection: &Selection, chosen: &mut Chosen, batch: &mut Batch, item: Item<'_>) {
    match item {
        Item::Claim(entry) if chosen.holds(selection, entry.head, &entry.claim) => {
            batch.rows.push(Row::of(&entry.claim, entry.head));
        }
        Item::Claim(_) => {}
        Item::End(end) => {
            batch.adrift += chosen.adrift();
            batch.answering.gather(selection, end.head);
        }
    }
}

fn rows_for(format: Format, out: &Output) -> Rows {
    match format {
        Format::Table => Rows::table(out.room()),
        Format::Json => Rows::json(),
        Format::Jsonl => Rows::Jsonl,
        Format::Csv => Rows::csv(Csv::for_terminal(out.room().is_some())),
        Format::Ids => Rows::Ids,
        Format::Markdown => Rows::markdown(),
    }
}
