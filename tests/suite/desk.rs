//! A desk to try the program at: a folder of its own, and what a person sees there.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

/// A ledger file with one claim; tests change it by replacing a part.
pub const BRIDGE: &str = include_str!("ledgers/valid/one-claim.json");

/// A folder of its own, outside every ledger.
pub struct Desk {
    folder: TempDir,
    seen: String,
}

impl Desk {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), seen: String::new() }
    }

    /// The same with a file in it, its folders included.
    pub fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("a folder");
        fs::write(path, content).expect("is written");
        self
    }

    /// The same with a folder in it.
    pub fn with_folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).expect("a folder");
        self
    }

    /// Where a file of the folder is.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The program in this folder, with an environment that says nothing.
    pub fn claims(&self) -> Command {
        let mut claims = Command::new(PROGRAM);
        claims.current_dir(self.folder.path()).timeout(Duration::from_secs(20));
        for name in UNSET {
            claims.env_remove(name);
        }
        claims
    }

    /// The commands that the help lists.
    pub fn commands(&self) -> BTreeSet<String> {
        let help = self.claims().arg("--help").output().expect("runs").stdout;
        let help = String::from_utf8(help).expect("is text");
        let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
        let listed = listed.take_while(|line| !line.is_empty());
        // What a command is for may take a second line, which begins farther in.
        let names = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        let names = names.filter(|name| !name.is_empty()).map(str::to_owned);
        names.filter(|name| name != "help").collect()
    }

    /// Runs the program and keeps what a person sees: the command, both streams, the exit code.
    pub fn run(mut self, args: &[&str]) -> Self {
        let mut claims = self.claims();
        claims.args(args);
        self.see(&mut claims, &args.join(" "));
        self
    }

    /// The same from a folder of the desk.
    pub fn run_in(mut self, folder: &str, args: &[&str]) -> Self {
        let mut claims = self.claims();
        claims.current_dir(self.path(folder)).args(args);
        self.see(&mut claims, &format!("{} (in {folder})", args.join(" ")));
        self
    }

    /// The same in an environment with this variable.
    pub fn run_with(mut self, (name, value): (&str, &str), args: &[&str]) -> Self {
        let mut claims = self.claims();
        claims.env(name, value).args(args);
        self.see(&mut claims, &format!("{} ({name}={value})", args.join(" ")));
        self
    }

    fn see(&mut self, claims: &mut Command, shown: &str) {
        let output = claims.output().expect("runs");
        let code = output.status.code().map_or("killed".to_owned(), |code| format!("exit {code}"));
        let _ = writeln!(self.seen, "$ claims {shown}");
        for stream in [output.stdout, output.stderr] {
            self.seen.push_str(&self.anywhere(&String::from_utf8_lossy(&stream)));
        }
        let _ = writeln!(self.seen, "[{code}]\n");
    }

    /// Text without the name of the folder, which differs from run to run.
    fn anywhere(&self, text: &str) -> String {
        let folder = self.folder.path();
        let real = fs::canonicalize(folder).expect("is there");
        let replace = |text: &str, path: &Path| text.replace(&*path.to_string_lossy(), "[desk]");
        replace(&replace(text, &real), folder)
    }

    /// All that was seen.
    pub fn seen(self) -> String {
        self.seen
    }
}

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_claims");

/// What a person's environment may say that a test does not want to hear.
pub const UNSET: [&str; 9] = [
    "CLAIMS_LEDGER",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LANG",
    "LC_ALL",
    "NO_COLOR",
    "RUST_BACKTRACE",
    "SOURCE_DATE_EPOCH",
];

/// Says that a test was skipped, and why.
#[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
pub fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}
