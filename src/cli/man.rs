//! `claims man`: the manual pages, for packagers.

use std::io::Write;

use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::manpage;
use crate::cli::output::OutputArgs;
use crate::cli::say::remark;
use crate::cli::trouble::Trouble;
use crate::wording::{counted, did_you_mean, one_of, ticked};

/// The flags of `man`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims man -o claims.1
  claims man check -o claims-check.1
  claims man --all -o man/man1          one file for each command, in a folder

A page bears a date where SOURCE_DATE_EPOCH or --today names one, and else only the version, so that the
same program always prints the same page.")]
pub struct Args {
    /// The command whose page is printed; without one, that of `claims` itself
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// Write every page, each into a file of its own in the folder that --output names
    #[arg(long, requires = "output", conflicts_with = "command")]
    all: bool,
    #[command(flatten)]
    output: OutputArgs,
}

/// Prints a manual page, in roff.
///
/// # Errors
/// When there is no such command, `SOURCE_DATE_EPOCH` is no number, or the output cannot be written.
pub fn run(args: &Args, program: clap::Command, desk: &Desk) -> Result<Outcome, Trouble> {
    let program = manpage::documented(program);
    if args.all {
        return all(args, &program, desk);
    }
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

/// Writes every page into a folder: all are begun before one is put in its place, so that none is where
/// another could not be written.
fn all(args: &Args, program: &clap::Command, desk: &Desk) -> Result<Outcome, Trouble> {
    let date = desk.named_day()?;
    let commands = std::iter::once(program).chain(program.get_subcommands());
    let pages: Vec<(String, String)> = commands
        .map(|command| (format!("{}.1", manpage::name(command)), manpage::page(command, date)))
        .collect();
    let (folder, files) = args.output.each(pages.iter().map(|(name, _)| name.as_str()))?;
    for (mut file, (_, page)) in files.into_iter().zip(&pages) {
        file.write_all(page.as_bytes())?;
        file.finish()?;
    }
    let pages = counted(pages.len(), "page");
    remark(format!("wrote {pages} into `{}`", folder.display()));
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
