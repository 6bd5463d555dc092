//! `claims man`: the manual pages, for packagers.

use std::io::Write;

use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::manpage;
use crate::cli::output::OutputArgs;
use crate::cli::trouble::Trouble;
use crate::wording::{did_you_mean, one_of, ticked};

/// The flags of `man`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims man -o claims.1
  claims man check -o claims-check.1

A page bears a date where SOURCE_DATE_EPOCH or --today names one, and else only the version, so that the
same program always prints the same page.")]
pub struct Args {
    /// The command whose page is printed; without one, that of `claims` itself
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

/// Prints a manual page, in roff.
///
/// # Errors
/// When there is no such command, `SOURCE_DATE_EPOCH` is no number, or the output cannot be written.
pub fn run(args: &Args, program: clap::Command, desk: &Desk) -> Result<Outcome, Trouble> {
    let program = manpage::documented(program);
    let command = match &args.command {
        None => &program,
        Some(name) => program.find_subcommand(name).ok_or_else(|| unknown(name, &program))?,
    };
    let page = manpage::page(command, desk.named_day()?);
    let mut out = args.output.open()?;
    out.write_all(page.as_bytes())?;
    out.finish()?;
    Ok(Outcome::Fine)
}

fn unknown(name: &str, program: &clap::Command) -> Trouble {
    let known = || program.get_subcommands().map(clap::Command::get_name);
    let help = match did_you_mean(name, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", one_of(known().map(ticked))),
    };
    Trouble::new(format!("there is no command `{name}`")).help(help)
}
