//! `claims fmt`: the one way a ledger file is written.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::difference;
use crate::cli::output::{Output, OutputArgs};
use crate::cli::say;
use crate::cli::trouble::Trouble;
use crate::curate::print;
use crate::finding::Finding;
use crate::load::{LedgerFile, find, read, unreadable, whole};
use crate::safe;
use crate::save::{Change, Failure};
use crate::wording::{counted, reason};

/// The flags of `fmt`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims fmt                       every file of the ledger
  claims fmt claims/deepseek-r2-delay.json
  claims fmt --check               name the files that are written otherwise
  claims fmt - < claims/deepseek-r2-delay.json > /dev/null

Fields stand in the order of the schema, two spaces a level; what fits in 132 columns stands on one line.
Your own fields under `x`, `$schema` and variables that CSL does not know stay byte for byte.

Exit codes: 0 fine, 1 with --check where a file is written otherwise, 2 something could not be read.")]
pub struct Args {
    /// Ledger files, or folders of them; the ledger where none is named; `-` is standard input
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::AnyPath)]
    files: Vec<PathBuf>,
    /// Change nothing; print the name of each file that is written otherwise
    #[arg(long)]
    check: bool,
    /// Change nothing; print what would change
    #[arg(long)]
    diff: bool,
}

/// How the files are.
#[derive(Default)]
struct Tally {
    changed: usize,
    in_order: usize,
    unread: usize,
    unwritten: usize,
}

/// Writes ledger files anew; one that cannot be read is reported and left as it is.
///
/// # Errors
/// When there is no ledger, or the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let mut out = OutputArgs::default().open()?;
    if args.files.iter().any(|file| file == Path::new("-")) {
        return standard_input(args, desk, out);
    }
    let files = if args.files.is_empty() { desk.files()? } else { find::named(&args.files)? };
    let (mut tally, mut unread) = (Tally::default(), Vec::new());
    for file in &files {
        match format(file, args, &mut out)? {
            Done::InOrder => tally.in_order += 1,
            Done::Changed => tally.changed += 1,
            Done::Unread(findings) => {
                tally.unread += 1;
                unread.extend(findings);
            }
            Done::Unwritten(why) => {
                tally.unwritten += 1;
                say::trouble(&Trouble::not_written(&file.path, &why));
            }
        }
    }
    out.finish()?;
    desk.draw(&unread);
    say::say(&tally.in_words(args));
    Ok(tally.outcome(args))
}

/// What became of a file.
enum Done {
    InOrder,
    /// Or would be, where that is only asked.
    Changed,
    Unread(Vec<Finding>),
    Unwritten(Failure),
}

fn format(file: &LedgerFile, args: &Args, out: &mut impl Write) -> io::Result<Done> {
    let mut buffer = Vec::new();
    let old = match read::bytes(&file.path, None, &mut buffer) {
        Ok(old) => old,
        Err(why) => return Ok(Done::Unread(vec![unreadable(file, &why)])),
    };
    let new = match anew(file, old) {
        Ok(new) if new.as_bytes() == old => return Ok(Done::InOrder),
        Ok(new) => new,
        Err(findings) => return Ok(Done::Unread(findings)),
    };
    if args.diff {
        difference::show(&file.shown, &String::from_utf8_lossy(old), &new, out)?;
    } else if args.check {
        writeln!(out, "{}", safe::terminal(&file.shown))?;
    } else {
        return Ok(write(file));
    }
    Ok(Done::Changed)
}

/// Reads the file again with nobody between, so that what another writer adds meanwhile is not lost.
fn write(file: &LedgerFile) -> Done {
    let change = match Change::begin(&file.path) {
        Ok(change) => change,
        Err(why) => return Done::Unwritten(why),
    };
    match anew(file, change.old()) {
        Err(findings) => Done::Unread(findings),
        Ok(new) => match change.write(new.as_bytes()) {
            Ok(()) => Done::Changed,
            Err(why) => Done::Unwritten(why),
        },
    }
}

/// The text of a ledger file, written the one way.
fn anew(file: &LedgerFile, old: &[u8]) -> Result<String, Vec<Finding>> {
    let held = whole(file, old)?;
    let new = print(&held);
    // A slip in the printing would be paid for with somebody's ledger.
    assert!(whole(file, new.as_bytes()).as_ref() == Ok(&held), "a file would lose something");
    Ok(new)
}

/// From standard input to standard output, for editors.
fn standard_input(args: &Args, desk: &Desk, mut out: Output) -> Result<Outcome, Trouble> {
    if args.files.len() > 1 {
        return Err(Trouble::new("`-` is standard input, and stands alone")
            .help("name files, or give one file on standard input"));
    }
    let mut old = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut old)
        .map_err(|why| Trouble::new(format!("cannot read standard input: {}", reason(&why))))?;
    let shown = "<stdin>";
    let file =
        LedgerFile { path: shown.into(), shown: shown.into(), folder: Path::new(".").into() };
    let new = match anew(&file, &old) {
        Ok(new) => new,
        Err(findings) => {
            desk.draw(&findings);
            return Ok(Outcome::Unread);
        }
    };
    if args.diff {
        difference::show(shown, &String::from_utf8_lossy(&old), &new, &mut out)?;
    } else if !args.check {
        out.write_all(new.as_bytes())?;
    }
    out.finish()?;
    let is_told = args.check && new.as_bytes() != old;
    Ok(if is_told { Outcome::Findings } else { Outcome::Fine })
}

impl Tally {
    fn outcome(&self, args: &Args) -> Outcome {
        if self.unread + self.unwritten > 0 {
            Outcome::Unread
        } else if args.check && self.changed > 0 {
            Outcome::Findings
        } else {
            Outcome::Fine
        }
    }

    /// `1 file written anew, 3 in order already`
    fn in_words(&self, args: &Args) -> String {
        let is_only_asked = args.check || args.diff;
        let changed =
            if is_only_asked { "to be written anew (`claims fmt`)" } else { "written anew" };
        let said = [
            (self.changed, changed),
            (self.in_order, "in order already"),
            (self.unread, "left as it is, since it cannot be read"),
            (self.unwritten, "that could not be written"),
        ];
        let said = said.into_iter().filter(|(count, _)| *count > 0);
        let said: Vec<String> =
            said.map(|(count, how)| format!("{} {how}", counted(count, "file"))).collect();
        said.join(", ")
    }
}
