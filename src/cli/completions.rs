//! `claims completions`: what a shell needs to complete commands, flags, and the ids of the ledger.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use crate::cli::Outcome;
use crate::cli::output::OutputArgs;
use crate::cli::trouble::Trouble;
use crate::load::{Item, find, fold};

/// The variable by which a shell's script asks for completions.
const ASKED: &str = "CLAIMS_COMPLETE";

/// The flags of `completions`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims completions bash > claims.bash    then `source claims.bash` in your ~/.bashrc
  claims completions zsh > _claims         in a folder of your fpath
  claims completions fish > claims.fish    in ~/.config/fish/completions

The script asks `claims` itself, so that ids of claims, sources, topics and articles are completed from the
ledger that is found from where you are.")]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(Shells::builtins().names()))]
    shell: String,
    #[command(flatten)]
    output: OutputArgs,
}

/// Prints the script of a shell.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Args) -> Result<Outcome, Trouble> {
    let mut out = args.output.open()?;
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(&args.shell) {
        shell.write_registration(ASKED, "claims", "claims", "claims", &mut script)?;
    }
    out.write_all(&script)?;
    out.finish()?;
    Ok(Outcome::Fine)
}

/// Answers a shell that asks for completions; whether one did.
///
/// # Errors
/// When what it asks cannot be understood.
pub fn answer(command: impl Fn() -> clap::Command) -> Result<bool, clap::Error> {
    if std::env::var_os(ASKED).is_none() {
        return Ok(false);
    }
    let here = std::env::current_dir().ok();
    CompleteEnv::with_factory(|| with_ids(command()))
        .var(ASKED)
        .try_complete(std::env::args_os(), here.as_deref())
}

/// What of the ledger completes an argument.
#[derive(Clone, Copy)]
enum Kind {
    Claim,
    Source,
    Topic,
    Article,
}

/// The same command, each argument that names something of the ledger completed from it.
fn with_ids(command: clap::Command) -> clap::Command {
    command.mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        command.mut_args(|arg| {
            let kind = match (arg.get_long(), name.as_str()) {
                (None, "show" | "cite" | "check") if arg.is_positional() => Kind::Claim,
                (Some("conflicts" | "supports" | "qualified-by"), _) => Kind::Claim,
                (Some("source" | "via" | "voice-of" | "by"), _) => Kind::Source,
                (Some("topic"), _) => Kind::Topic,
                (Some("article"), _) => Kind::Article,
                _ => return arg,
            };
            arg.add(ArgValueCompleter::new(move |begun: &OsStr| of_ledger(kind, begun)))
        })
    })
}

/// The names of the ledger that begin so. Where it cannot be read there are none: a shell is no place to
/// say why.
fn of_ledger(kind: Kind, begun: &OsStr) -> Vec<CompletionCandidate> {
    let begun = begun.to_string_lossy();
    let named = std::env::var_os("CLAIMS_LEDGER").filter(|path| !path.is_empty());
    let files = match named {
        Some(path) => find::named(&[PathBuf::from(path)]),
        None => find::nearest(),
    };
    let mut names = BTreeSet::new();
    fold(
        &files.unwrap_or_default(),
        |(): &mut (), batch: &mut BTreeSet<String>, item| {
            let mut take = |name: &str| {
                // What a terminal would act upon is no name that anybody types.
                if name.starts_with(&*begun) && !name.chars().any(char::is_control) {
                    batch.insert(name.to_owned());
                }
            };
            match (kind, &item) {
                (Kind::Claim, Item::Claim(entry)) => take(entry.claim.id.as_str()),
                (Kind::Topic, Item::Claim(entry)) => {
                    entry.claim.topics.iter().for_each(|t| take(t))
                }
                (Kind::Source, Item::End(end)) => {
                    end.head.sources.iter().for_each(|(id, _)| take(id.as_str()));
                    take(crate::ledger::OWN_VOICE);
                }
                (Kind::Article, Item::End(end)) => take(end.head.article.id.as_str()),
                _ => {}
            }
        },
        |batch| {
            names.extend(batch);
            ControlFlow::Continue(())
        },
    );
    names.into_iter().map(CompletionCandidate::new).collect()
}
