//! Why a command cannot go on, with what to do about it.

use std::fmt;
use std::io;
use std::path::Path;

use crate::load::NotFound;
use crate::save::Failure;
use crate::wording::reason;

/// Why a command cannot go on.
#[derive(Debug)]
pub struct Trouble {
    message: String,
    help: Option<String>,
    closed_pipe: bool,
}

impl Trouble {
    /// What went wrong: lower case, no final full stop, names in ticks.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, closed_pipe: false }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// A file that was not written.
    pub fn not_written(path: &Path, why: &Failure) -> Self {
        let shown = path.display();
        let said = match why {
            Failure::ThereAlready => format!("`{shown}` is there already"),
            _ => format!("cannot write `{shown}`: {why}"),
        };
        Self::new(said).help(why.help())
    }

    /// Whether whoever read the output has closed it, which is no trouble at all.
    pub const fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }

    /// What to do about it.
    pub fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Trouble {}

impl From<NotFound> for Trouble {
    fn from(why: NotFound) -> Self {
        Self::new(why.to_string()).help(why.help())
    }
}

/// Writing to the output failed.
impl From<io::Error> for Trouble {
    fn from(why: io::Error) -> Self {
        let closed_pipe = why.kind() == io::ErrorKind::BrokenPipe;
        let message = format!("cannot write the output: {}", reason(&why));
        Self { message, help: None, closed_pipe }
    }
}
