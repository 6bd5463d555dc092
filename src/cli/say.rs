//! Remarks and troubles, on standard error.

use std::io::Write;

use crate::cli::trouble::Trouble;
use crate::safe;

/// A line on standard error; that nobody listens is no reason to fail.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// A remark: worth knowing, and no data.
pub fn remark(remark: impl AsRef<str>) {
    say(&format!("note: {}", safe::terminal(remark.as_ref())));
}

/// Why a command cannot go on.
pub fn trouble(trouble: &Trouble) {
    say(&format!("error: {}", safe::terminal(&trouble.to_string())));
    if let Some(help) = trouble.advice() {
        say(&format!("  help: {}", safe::terminal(help)));
    }
}
