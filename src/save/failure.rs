//! Why a file was not written.

use std::fmt;
use std::io;

use crate::wording::reason;

/// Why a file was not written; it is then as it was.
#[derive(Debug)]
pub enum Failure {
    /// The system says no.
    Io(io::Error),
    /// A folder, pipe or device stands where a file should.
    NoFile(&'static str),
    /// The file is there, and was not to be replaced.
    ThereAlready,
    /// Nobody may write to the file, by its mode.
    ReadOnly,
    /// Another program writes it; says which.
    Held(String),
    /// Another program has changed it since it was read.
    Changed,
}

impl Failure {
    /// What to do about it.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Io(_) => "check that its folder is there and that you may write to it",
            Self::NoFile(_) => "name a file, new or to be replaced",
            Self::ThereAlready => "name another file, or replace it with `--force`",
            Self::ReadOnly => "make it writable (`chmod u+w`), or name another file",
            Self::Held(_) => "wait until that is done, and try again",
            Self::Changed => "look at it, and try again",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(why) => out.write_str(&reason(why)),
            Self::NoFile(what) => write!(out, "this is {what}, expected a file"),
            Self::ThereAlready => out.write_str("it is there already"),
            Self::ReadOnly => out.write_str("the file is read-only"),
            Self::Held(by) => write!(out, "it is being written by {by}"),
            Self::Changed => {
                out.write_str("another program changed it meanwhile, and is not overwritten")
            }
        }
    }
}

impl std::error::Error for Failure {}

impl From<io::Error> for Failure {
    fn from(why: io::Error) -> Self {
        Self::Io(why)
    }
}
