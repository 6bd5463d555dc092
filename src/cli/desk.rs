//! What every command works with: the ledger that was found, today, and where remarks go.

use std::cell::Cell;
use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::builder::{OsStringValueParser, TypedValueParser};

use crate::cli::Outcome;
use crate::cli::drawing;
use crate::cli::say::remark;
use crate::cli::trouble::Trouble;
use crate::finding::Finding;
use crate::ledger::Today;
use crate::load::{self, LedgerFile};
use crate::report::Format;

/// Flags of every command.
#[derive(clap::Args, Debug)]
pub struct DeskArgs {
    /// A ledger file or a folder of them; else the nearest `claims` folder, walking up
    #[arg(
        long,
        global = true,
        value_name = "PATH",
        env = LEDGER,
        value_hint = clap::ValueHint::AnyPath,
        value_parser = OsStringValueParser::new().try_map(ledger_path),
        help_heading = "Everywhere"
    )]
    ledger: Vec<PathBuf>,
    /// The day that counts as today, as in 2025-08-14
    #[arg(long, global = true, value_name = "DATE", help_heading = "Everywhere")]
    today: Option<Today>,
    /// When to use colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        help_heading = "Everywhere"
    )]
    color: Color,
}

/// What names the ledger where no flag does; an empty one counts as unset, as is the custom of shells.
const LEDGER: &str = "CLAIMS_LEDGER";

fn ledger_path(named: OsString) -> Result<PathBuf, &'static str> {
    let may_be_empty = || std::env::var_os(LEDGER).is_some_and(|value| value.is_empty());
    if named.is_empty() && !may_be_empty() {
        return Err("expected a ledger file or a folder of them");
    }
    Ok(named.into())
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set or the terminal is dumb
    #[default]
    Auto,
    /// Even in a pipe
    Always,
    /// Nowhere
    Never,
}

/// What every command works with.
pub struct Desk {
    args: DeskArgs,
    unread: Cell<bool>,
}

impl Desk {
    /// A desk for these flags.
    pub fn new(args: DeskArgs) -> Self {
        let choice = match args.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
        Self { args, unread: Cell::new(false) }
    }

    /// The paths after `--ledger`, else in `CLAIMS_LEDGER`; an empty one names nothing.
    pub fn named(&self) -> impl Iterator<Item = &PathBuf> {
        self.args.ledger.iter().filter(|path| !path.as_os_str().is_empty())
    }

    /// The ledger's files.
    ///
    /// # Errors
    /// When none is found.
    pub fn files(&self) -> Result<Vec<LedgerFile>, Trouble> {
        let named: Vec<PathBuf> = self.named().cloned().collect();
        if named.is_empty() { Ok(load::find::nearest()?) } else { Ok(load::find::named(&named)?) }
    }

    /// The day that counts as today: the one that is named, else the clock's, in UTC.
    ///
    /// # Errors
    /// When `SOURCE_DATE_EPOCH` is set and is no number of seconds.
    pub fn today(&self) -> Result<Today, Trouble> {
        Ok(self.named_day()?.unwrap_or_else(|| Today(Utc::now().date_naive())))
    }

    /// The day that `--today` names, else `SOURCE_DATE_EPOCH`.
    ///
    /// # Errors
    /// When `SOURCE_DATE_EPOCH` is set and is no number of seconds.
    pub fn named_day(&self) -> Result<Option<Today>, Trouble> {
        if self.args.today.is_some() {
            return Ok(self.args.today);
        }
        match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(seconds) if !seconds.is_empty() => seconds
                .parse()
                .ok()
                .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
                .map(|moment| Some(Today(moment.date_naive())))
                .ok_or_else(|| {
                    Trouble::new(format!(
                        "SOURCE_DATE_EPOCH is `{seconds}`, expected seconds since 1970"
                    ))
                    .help("unset it, or name the day with `--today`")
                }),
            _ => Ok(None),
        }
    }

    /// Reports what is wrong with the ledger's files; the command then ends with 2.
    pub fn report(&self, findings: &[Finding]) {
        if !findings.is_empty() {
            self.draw(findings);
            remark("what could not be read is left out of the answer");
        }
    }

    /// The same by a command that gives no answer.
    pub fn draw(&self, findings: &[Finding]) {
        self.draw_in(findings, |file| load::text_again(file).ok());
    }

    /// The same where a text may be another than the file's.
    pub fn draw_in(&self, findings: &[Finding], text_of: impl Fn(&str) -> Option<String>) {
        self.unread.set(!findings.is_empty() || self.unread.get());
        // That nobody listens on standard error is no reason to fail.
        let err = anstream::stderr();
        let color = err.current_choice() != anstream::ColorChoice::Never;
        let _ = drawing::draw_in(findings, err, Format::Human, color, text_of);
    }

    /// Shows findings that keep nobody from anything.
    pub fn remark_in(&self, findings: &[Finding], text_of: impl Fn(&str) -> Option<String>) {
        let was_unread = self.unread.get();
        self.draw_in(findings, text_of);
        self.unread.set(was_unread);
    }

    /// The outcome of a command that found nothing to object to.
    pub fn outcome(&self) -> Outcome {
        if self.unread.get() { Outcome::Unread } else { Outcome::Fine }
    }
}
