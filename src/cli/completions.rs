//! `claims completions`: what a shell needs to complete commands, flags, and the ids of the ledger.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueHint;
use clap::builder::PossibleValuesParser;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{Bash, Fish, Shells, Zsh};

use crate::cli::Outcome;
use crate::cli::explain::all_rules;
use crate::cli::names::{Names, of_ledger};
use crate::cli::output::OutputArgs;
use crate::cli::trouble::Trouble;
use crate::safe;
use crate::wording::{one_of, ticked};

/// The variable by which a shell's script asks for completions.
const ASKED: &str = "CLAIMS_COMPLETE";

/// The shells in which it was tried.
const SHELLS: Shells<'static> = Shells(&[&Bash, &Fish, &Zsh]);

/// The flags of `completions`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims completions bash > claims.bash    then `source claims.bash` in your ~/.bashrc
  claims completions zsh > _claims         in a folder of your fpath
  claims completions fish > claims.fish    in ~/.config/fish/completions

The script asks `claims` itself: ids of claims, sources, topics and articles are completed from the ledger
that is found from where you are, or that --ledger names. A topic that a shell would act upon, as one with a
blank or a `$`, is not completed.")]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(SHELLS.names()))]
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
    if let Some(shell) = SHELLS.completer(&args.shell) {
        shell.write_registration(ASKED, "claims", "claims", "claims", &mut out)?;
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

/// Answers a shell that asks for completions; whether one did.
///
/// # Errors
/// When what it asks cannot be understood, or the answer cannot be written.
pub fn answer(command: impl Fn() -> clap::Command) -> Result<bool, Trouble> {
    // Asked before all else: whoever asks for no completion waits for nothing.
    let Some(asked) = std::env::var_os(ASKED).filter(|shell| !shell.is_empty()) else {
        return Ok(false);
    };
    let cannot = |why: &str| {
        Trouble::new(format!("cannot complete: {why}"))
            .help(format!("`{ASKED}` is for the scripts of `claims completions`; unset it"))
    };
    let Some(shell) = asked.to_str().and_then(|name| SHELLS.completer(name)) else {
        let known = one_of(SHELLS.names().map(ticked));
        let asked = asked.display();
        return Err(cannot(&format!("`{ASKED}` is `{asked}`, expected {known}")));
    };
    let words: Vec<OsString> =
        std::env::args_os().skip_while(|word| word != "--").skip(1).collect();
    if words.is_empty() {
        return Err(cannot("no words come after `--`"));
    }
    let mut program = with_names(command(), shell.name(), &ledgers(&words));
    let here = std::env::current_dir().ok();
    let mut told = Vec::new();
    shell
        .write_complete(&mut program, words, here.as_deref(), &mut told)
        .map_err(|why| cannot(&why.to_string()))?;
    io::stdout().write_all(&told)?;
    Ok(true)
}

/// What completes an argument.
#[derive(Clone, Copy)]
enum Kind {
    Ledger(Names),
    Rule,
    Command,
}

/// The same command, each argument that names something of the ledger completed from it.
fn with_names(command: clap::Command, shell: &str, ledgers: &[PathBuf]) -> clap::Command {
    let commands: Vec<String> =
        command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let as_completed = |arg| if shell == "bash" { without_files(arg) } else { arg };
    command.mut_args(as_completed).mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        command.mut_args(|arg| {
            let kind = match (arg.get_long(), name.as_str()) {
                (None, "show" | "cite" | "check") if arg.is_positional() => {
                    Kind::Ledger(Names::Claim)
                }
                (None, "explain") if arg.is_positional() => Kind::Rule,
                (None, "man") if arg.is_positional() => Kind::Command,
                (Some("conflicts" | "supports" | "qualified-by"), _) => Kind::Ledger(Names::Claim),
                (Some("source" | "via" | "voice-of" | "by"), _) => Kind::Ledger(Names::Source),
                (Some("topic"), _) => Kind::Ledger(Names::Topic),
                (Some("article"), _) => Kind::Ledger(Names::Article),
                _ => return as_completed(arg),
            };
            let (commands, ledgers) = (commands.clone(), ledgers.to_owned());
            arg.add(ArgValueCompleter::new(move |begun: &OsStr| {
                let begun = begun.to_string_lossy();
                let fits = |name: &str| name.starts_with(&*begun) && is_plain(name);
                let names: BTreeSet<String> = match kind {
                    Kind::Rule => all_rules().map(|rule| rule.name.to_owned()).collect(),
                    Kind::Command => commands.iter().cloned().collect(),
                    Kind::Ledger(names) => of_ledger(names, &begun, &fits, &ledgers),
                };
                let fitting = names.into_iter().filter(|name| fits(name));
                fitting.map(CompletionCandidate::new).collect()
            }))
        })
    })
}

/// Bash takes what it is given as it stands; names of files it completes, and quotes, better by itself.
fn without_files(arg: clap::Arg) -> clap::Arg {
    let takes_file = arg.get_value_hint() == ValueHint::AnyPath;
    if takes_file { arg.value_hint(ValueHint::Other) } else { arg }
}

/// Whether every shell takes a name as it stands. Bash does not quote what it completes: whoever pressed
/// Tab, then Enter, would run what the ledger holds between `$(` and `)`.
fn is_plain(name: &str) -> bool {
    let acts = |letter: char| {
        letter.is_whitespace()
            || letter.is_ascii_punctuation() && !matches!(letter, '-' | '_' | '.')
    };
    !name.is_empty()
        && !name.starts_with('-')
        && !name.chars().any(acts)
        && safe::terminal(name) == name
}

/// The ledgers that are named: by the words typed so far, else by the environment.
fn ledgers(words: &[OsString]) -> Vec<PathBuf> {
    let mut named = typed_ledgers(words);
    if named.is_empty() {
        named.extend(std::env::var_os("CLAIMS_LEDGER").map(PathBuf::from));
    }
    named.retain(|path| !path.as_os_str().is_empty());
    named
}

/// The ledgers that the words name. The last word is still being typed.
fn typed_ledgers(words: &[OsString]) -> Vec<PathBuf> {
    let typed = words.split_last().map_or(words, |(_, typed)| typed);
    // Bash hands on `--ledger=a` as three words.
    let mut typed = typed.iter().filter(|word| *word != "=");
    let mut named = Vec::new();
    while let Some(word) = typed.next() {
        if word == "--ledger" {
            named.extend(typed.next().map(PathBuf::from));
        } else if let Some(path) = word.to_str().and_then(|word| word.strip_prefix("--ledger=")) {
            named.push(path.into());
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;

    use super::{is_plain, typed_ledgers};

    #[test]
    fn only_what_no_shell_acts_upon_is_completed() {
        for plain in ["ito-safe-again", "r2_delay", "2025", "v1.2", "Öl", "安全"] {
            assert!(is_plain(plain), "{plain}");
        }
        let acts = [
            "",
            "a b",
            "$(id)",
            "a;b",
            "a`b`",
            "a|b",
            "a&b",
            "*",
            "a?",
            "[a]",
            "{a,b}",
            "~root",
            "a'b",
            "a\"b",
            "a\\b",
            "a>b",
            "a<b",
            "(a)",
            "#a",
            "!a",
            "a=b",
            "a:b",
            "-rf",
            "a\nb",
            "a\tb",
            "a\u{b}b",
            "\u{1b}[0m",
            "a\u{202e}b",
            "a\u{9b}b",
            "a\u{a0}b",
            "\u{2028}",
            "^a",
            "%1",
            "a@b",
            "a/b",
            "a,b",
            "a+b",
        ];
        for acts in acts {
            assert!(!is_plain(acts), "{acts:?}");
        }
    }

    #[test]
    fn the_ledger_is_the_one_that_was_typed() {
        let cases: [(&[&str], &[&str]); 5] = [
            (&["claims", "--ledger", "a", "show", ""], &["a"]),
            (&["claims", "--ledger=a", "show", "--ledger=b", ""], &["a", "b"]),
            (&["claims", "--ledger", "=", "a", "show", ""], &["a"]),
            (&["claims", "show", "--ledger"], &[]),
            (&["claims", "show", "--ledger", "a"], &[]),
        ];
        for (words, expected) in cases {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
            assert_eq!(typed_ledgers(&words), expected, "{words:?}");
        }
    }
}
