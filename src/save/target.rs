//! The file that is to be written: behind its links, with what it is now.

use std::ffi::OsString;
use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::save::Failure;

/// More links in a row than these lead round in a circle; Linux draws the line at 40, too.
const MOST_LINKS: usize = 40;

/// The file that is to be written.
#[derive(Debug)]
pub(super) struct Target {
    /// The file itself, no link.
    pub path: PathBuf,
    /// What is there now.
    pub about: Option<Metadata>,
}

impl Target {
    /// The file behind `path`, which need not be there yet. A link is followed, so that what it leads to is
    /// written and the link stays.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let path = behind_links(path)?;
        let mut target = Self { path, about: None };
        target.look()?;
        Ok(target)
    }

    /// Looks what is there now.
    pub fn look(&mut self) -> Result<(), Failure> {
        self.about = fs::metadata(&self.path).ok();
        let Some(about) = &self.about else { return Ok(()) };
        if about.is_file() {
            return Ok(());
        }
        Err(Failure::NoFile(if about.is_dir() { "a folder" } else { "a pipe or device" }))
    }

    /// Whether a file that is there may be written. A rename needs only the folder's leave, but who takes
    /// the right to write away from a file means the file.
    pub fn is_open_to_us(&self) -> Result<(), Failure> {
        let Some(about) = &self.about else { return Ok(()) };
        if about.permissions().readonly() {
            return Err(Failure::ReadOnly);
        }
        OpenOptions::new().append(true).open(&self.path)?;
        Ok(())
    }

    /// A hidden sibling of the file: `.NAME.lock`. No command takes it for a ledger file.
    pub fn beside(&self, ending: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(self.path.file_name().unwrap_or_default());
        name.push(ending);
        self.path.with_file_name(name)
    }

    /// The folder that it is in.
    pub fn folder(&self) -> &Path {
        let parent = self.path.parent();
        parent.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }
}

/// The end of a chain of links, whether something is there or not.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            // What a relative link says counts from the folder that it is in.
            Ok(to) => path = path.parent().unwrap_or(Path::new("")).join(to),
            Err(_) if path.file_name().is_some() => return Ok(path),
            // `..` and `/` have no name of their own, and are folders.
            Err(_) => return fs::canonicalize(path),
        }
    }
    Err(io::Error::other("its links lead round in a circle"))
}
