//! A command's flags, described only when the command is asked for: describing all of them takes
//! longer than listing a small ledger.

use std::cell::Cell;

use clap::builder::Resettable;
use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

/// Flags that are described when they are needed.
pub struct Later<T>(pub T);

thread_local! {
    static AT_ONCE: Cell<bool> = const { Cell::new(false) };
}

/// A description of all commands with all their flags, for manual pages and completions.
pub fn at_once(describe: impl FnOnce() -> Command) -> Command {
    AT_ONCE.set(true);
    let command = describe();
    AT_ONCE.set(false);
    command
}

impl<T: Args> Args for Later<T> {
    fn augment_args(command: Command) -> Command {
        if AT_ONCE.get() {
            return T::augment_args(command);
        }
        command.defer(|command| described(command, T::augment_args))
    }

    fn augment_args_for_update(command: Command) -> Command {
        command.defer(|command| described(command, T::augment_args_for_update))
    }
}

/// The command with its flags, and still with its own words on what it is for.
fn described(command: Command, describe: impl Fn(Command) -> Command) -> Command {
    let about = command.get_about().cloned();
    let long_about = command.get_long_about().cloned();
    let command = describe(command).about(Resettable::from(about));
    command.long_about(Resettable::from(long_about))
}

impl<T: FromArgMatches> FromArgMatches for Later<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}
