//! `claims show`: one claim in full.

use std::io::Write;

use serde::Serialize;

use crate::check::caution::{self, Caution};
use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::lookup::{self, Kept};
use crate::cli::output::OutputArgs;
use crate::cli::trouble::Trouble;
use crate::export::account::{Account, Relation};
use crate::export::row::VERSION;
use crate::ledger::{Article, Claim, Sources, Today};
use crate::safe;

/// The flags of `show`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims show gupta-question-of-time
  claims show gupta-question-of-time --format json")]
pub struct Args {
    /// The claims' ids
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// How to print them
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    output: OutputArgs,
}

/// How a claim in full is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// One document, the claims as the ledger has them
    Json,
}

/// Prints the claims in full.
///
/// # Errors
/// When there is no ledger, an id is no claim's, or the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let files = desk.files()?;
    let kept = lookup::by_id(&args.ids, &files, desk)?;
    let today = desk.today()?;
    let mut out = args.output.open()?;
    match args.format {
        Format::Json => {
            let claims = kept.iter().map(|kept| Shown::of(kept, today)).collect();
            let document = Document { version: VERSION, claims };
            let json = serde_json::to_string_pretty(&document).map_err(std::io::Error::from)?;
            writeln!(out, "{}", safe::json(&json))?;
        }
        Format::Text => {
            let statements = lookup::statements(&kept, &files);
            let room = out.room();
            for (position, kept) in kept.iter().enumerate() {
                if position > 0 {
                    writeln!(out)?;
                }
                let relations = kept.claim.relations().map(|(field, _, id)| Relation {
                    field,
                    id: id.as_str(),
                    statement: statements.get(id.as_str()).map(String::as_str),
                });
                let account = Account {
                    claim: &kept.claim,
                    head: &kept.head,
                    file: &kept.file,
                    relations: relations.collect(),
                    cautions: caution::of_claim(&kept.claim, &kept.head, today)
                        .into_iter()
                        .map(|caution| (caution.as_str(), caution.in_words()))
                        .collect(),
                };
                account.print(room, &mut out)?;
            }
        }
    }
    out.finish()?;
    Ok(desk.outcome())
}

/// What the JSON form holds.
#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    claims: Vec<Shown<'a>>,
}

/// One claim with its article and the sources that it names, as the ledger has them.
#[derive(Serialize)]
struct Shown<'a> {
    file: &'a str,
    article: &'a Article,
    sources: &'a Sources,
    claim: &'a Claim,
    cautions: Vec<Caution>,
}

impl<'a> Shown<'a> {
    fn of(kept: &'a Kept, today: Today) -> Self {
        Self {
            file: &kept.file,
            article: &kept.head.article,
            sources: &kept.head.sources,
            claim: &kept.claim,
            cautions: caution::of_claim(&kept.claim, &kept.head, today),
        }
    }
}
