//! `claims schema`: the JSON Schema of a ledger file, for editors.

use std::io::Write;

use crate::cli::Outcome;
use crate::cli::output::OutputArgs;
use crate::cli::trouble::Trouble;
use crate::ledger::SCHEMA;

/// The flags of `schema`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
An editor that knows JSON Schema completes and explains every field of a ledger file that begins with
`\"$schema\": \"ledger.schema.json\"`, where the schema lies beside it.

Examples:
  claims schema -o claims/ledger.schema.json")]
pub struct Args {
    #[command(flatten)]
    output: OutputArgs,
}

/// Prints the schema.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Args) -> Result<Outcome, Trouble> {
    let mut out = args.output.open()?;
    out.write_all(SCHEMA.as_bytes())?;
    out.finish()?;
    Ok(Outcome::Fine)
}
