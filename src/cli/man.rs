//! `claims man`: the manual pages, for packagers.

use std::io::Write;

use clap_mangen::Man;

use crate::cli::Outcome;
use crate::cli::output::OutputArgs;
use crate::cli::trouble::Trouble;
use crate::wording::{one_of, ticked};

/// The flags of `man`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims man -o claims.1
  claims man check -o claims-check.1")]
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
/// When there is no such command, or the output cannot be written.
pub fn run(args: &Args, mut program: clap::Command) -> Result<Outcome, Trouble> {
    program.build();
    let page = match &args.command {
        None => program.clone(),
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
            let known = program.get_subcommands().map(|command| ticked(command.get_name()));
            Trouble::new(format!("there is no command `{name}`"))
                .help(format!("there are {}", one_of(known)))
        })?,
    };
    let name = page.get_display_name().unwrap_or("claims").to_owned();
    let mut roff = Vec::new();
    Man::new(page).title(name).render(&mut roff)?;
    let mut out = args.output.open()?;
    out.write_all(&roff)?;
    out.finish()?;
    Ok(Outcome::Fine)
}
