//! Floor 6: one file a command, its flags beside its function.

mod add;
mod adding;
mod answering;
mod answers;
mod check;
mod cite;
mod completions;
mod desk;
mod difference;
mod drafts;
mod drawing;
mod explain;
mod export;
mod filters;
mod fmt;
mod hold;
mod init;
mod later;
mod lint;
mod list;
mod lookup;
mod man;
mod manpage;
mod mending;
mod names;
mod near;
mod offer;
mod output;
pub mod questions;
mod say;
mod schema;
mod select;
mod selection;
mod show;
mod snapshots;
mod sources;
mod statistics;
mod survey;
mod texts;
mod trouble;
mod validate;

use std::ffi::OsString;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::cli::desk::{Desk, DeskArgs};
use crate::cli::later::{Later, at_once};
use crate::cli::trouble::Trouble;
use crate::safe;

/// What a command came to; its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All is well: 0.
    Fine,
    /// Findings, or a quotation that may not be quoted: 1.
    Findings,
    /// Something could not be read: 2.
    Unread,
}

impl Outcome {
    const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Unread => 2,
        }
    }
}

#[derive(Parser)]
#[command(
    name = "claims",
    version,
    about = "Before you quote it: are these the printed words, who said them, and how do you know?",
    after_help = AFTER_HELP,
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Cli {
    #[command(flatten)]
    desk: DeskArgs,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  claims list --source gupta           what the article credits to Gupta
  claims show gupta-question-of-time   one claim in full
  claims check gupta-question-of-time  may I quote this claim, and how?

claims says what an article prints and whom it credits. It never says that the person really said
it, nor that it is true.

Exit codes: 0 fine, 1 findings or a quotation that may not be quoted, 2 could not run.";

#[derive(Subcommand)]
enum Command {
    /// The claims, one row each: id, source, how, statement
    #[command(visible_alias = "ls")]
    List(Later<list::Args>),
    /// One claim in full: who, how, in which words, where, what to beware of
    Show(Later<show::Args>),
    /// May I quote this, and how? A claim by its id, or words and whom they are given to
    Check(Later<check::Args>),
    /// Every quotation and citation of a Markdown draft, held against the ledger
    Lint(Later<lint::Args>),
    /// Citations: what is said and by whom, with a reference in any style
    Cite(Later<cite::Args>),
    /// The ledger in other forms: for spreadsheets and databases, a document, linked data
    Export(Later<export::Args>),
    /// Start a ledger file that validates and explains itself
    Init(Later<init::Args>),
    /// Add a claim to the ledger, held against the rules before it is written
    Add(Later<Box<add::Args>>),
    /// The one way a ledger file is written
    Fmt(Later<fmt::Args>),
    /// Who speaks: claims by mode, and the share that rests on unnamed sources
    Sources(Later<sources::Args>),
    /// The ledger held against its rules and, where there is a snapshot, against the text
    Validate(Later<validate::Args>),
    /// Why a rule is there, with an example reported and one accepted
    Explain(Later<explain::Args>),
    /// The JSON Schema of a ledger file, for editors
    Schema(Later<schema::Args>),
    /// What a shell needs to complete commands and the ids of the ledger
    Completions(Later<completions::Args>),
    /// The manual pages, for packagers
    Man(Later<man::Args>),
}

/// Runs the program on this process's arguments.
pub fn main() -> ExitCode {
    say_bugs_in_one_line();
    match completions::answer(|| at_once(Cli::command)) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(trouble) => return code_of(Err(trouble)),
    }
    let cli = match parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(usage) => {
            let usage = harmless(usage);
            // A closed pipe is no trouble of the reader's.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    let desk = Desk::new(cli.desk);
    let outcome = match cli.command {
        Command::Explain(Later(args)) => explain::run(&args),
        Command::Validate(Later(args)) => validate::run(&args, &desk),
        Command::Check(Later(args)) => check::run(&args, &desk),
        Command::Lint(Later(args)) => lint::run(&args, &desk),
        Command::Cite(Later(args)) => cite::run(&args, &desk),
        Command::Export(Later(args)) => export::run(&args, &desk),
        Command::Init(Later(args)) => init::run(&args, &desk),
        Command::Add(Later(args)) => add::run(&args, &desk),
        Command::Fmt(Later(args)) => fmt::run(&args, &desk),
        Command::List(Later(args)) => list::run(&args, &desk),
        Command::Show(Later(args)) => show::run(&args, &desk),
        Command::Sources(Later(args)) => sources::run(&args, &desk),
        Command::Schema(Later(args)) => schema::run(&args),
        Command::Completions(Later(args)) => completions::run(&args),
        Command::Man(Later(args)) => man::run(&args, at_once(Cli::command), &desk),
    };
    code_of(outcome)
}

/// The exit code; what kept the program from its work is said.
fn code_of(outcome: Result<Outcome, Trouble>) -> ExitCode {
    match outcome {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(trouble) if trouble.is_closed_pipe() => ExitCode::SUCCESS,
        Err(trouble) => {
            say::trouble(&trouble);
            ExitCode::from(2)
        }
    }
}

/// Help says what a command is for, then shows it at work, then lists its flags.
const HELP: &str = "{about}{after-help}\n\n{usage-heading} {usage}\n\n{all-args}";

fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let command = Cli::command().help_template(HELP);
    let command = command.mut_subcommands(|command| command.help_template(HELP));
    // Taking it apart again would be felt at every start, and the system does it at the end.
    let mut command = ManuallyDrop::new(command);
    let matches = command.try_get_matches_from_mut(arguments)?;
    Cli::from_arg_matches(&matches).map_err(|why| why.format(&mut command))
}

/// The same complaint about the same arguments, but with those made harmless: clap shows them raw.
fn harmless(usage: clap::Error) -> clap::Error {
    let shown = |arg: OsString| safe::terminal(&arg.to_string_lossy()).into_owned().into();
    parse(std::env::args_os().map(shown)).err().unwrap_or(usage)
}

/// A bug ends in one line, and exit 101 as Rust has it.
fn say_bugs_in_one_line() {
    static SAID: std::sync::Once = std::sync::Once::new();
    std::panic::set_hook(Box::new(|bug| {
        if is_held() {
            return;
        }
        SAID.call_once(|| {
            let place = bug.location().map_or_else(String::new, |at| format!(" at {at}"));
            let said = reason_of(bug.payload());
            let line = format!("bug: {said}{place}; nothing was changed; please report it");
            say::say(&safe::terminal(&line));
        });
    }));
}

/// Whether a bug is held where it happens and answered there: that of the engine of references.
fn is_held() -> bool {
    std::thread::current().name() == Some(crate::cite::ENGINE)
}

/// What a panic was given: a literal or a formatted string.
fn reason_of(payload: &dyn std::any::Any) -> &str {
    payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no reason given")
}
