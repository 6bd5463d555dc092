//! The temporary file beside the one that is written.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::save::steps::Steps;

/// A file that is removed again unless it is put in its place.
#[derive(Debug)]
pub(super) struct Temporary<S: Steps> {
    file: File,
    path: PathBuf,
    is_placed: bool,
    steps: S,
}

impl<S: Steps> Temporary<S> {
    /// A new file, of the mode and owner of the one that it will replace. Only who holds the file's lock
    /// may make one: one that is there already was left by a writer that died.
    pub fn make(steps: S, path: PathBuf, like: Option<&Metadata>) -> io::Result<Self> {
        if let Err(why) = steps.remove(&path)
            && why.kind() != ErrorKind::NotFound
        {
            return Err(why);
        }
        // Until it is like the other, nobody else may look into it.
        let mode = if like.is_some() { 0o600 } else { 0o666 };
        let file = steps.make(&path, mode)?;
        let temporary = Self { file, path, is_placed: false, steps };
        if let Some(like) = like {
            temporary.steps.liken(&temporary.file, like)?;
        }
        Ok(temporary)
    }

    /// Waits until all that was written is on the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.steps.sync(&self.file)
    }

    /// Puts it where it belongs; another file that is there is replaced only when asked.
    pub fn place(&mut self, to: &Path, replace: bool) -> io::Result<()> {
        if replace {
            self.steps.replace(&self.path, to)?;
        } else {
            self.steps.put_new(&self.path, to)?;
        }
        self.is_placed = true;
        Ok(())
    }
}

impl<S: Steps> Write for Temporary<S> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.steps.write(&mut self.file, bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<S: Steps> Drop for Temporary<S> {
    fn drop(&mut self) {
        if !self.is_placed {
            let _ = self.steps.remove(&self.path);
        }
    }
}
