//! A file written from front to back, new or in another's place.

use std::io::{self, Write};
use std::path::Path;

use crate::save::Failure;
use crate::save::lock::{Lock, PATIENCE};
use crate::save::steps::{Disk, Steps};
use crate::save::target::Target;
use crate::save::temporary::Temporary;

/// A file that is being written; nothing is where it will be until [`Writing::finish`], and nobody else
/// writes it meanwhile.
#[derive(Debug)]
pub struct Writing(Box<Underway<Disk>>);

impl Writing {
    /// Begins to write a file; one that is there already is refused unless it is to be replaced.
    ///
    /// # Errors
    /// When the file is there and may not be replaced, is no file, is read-only, is being written by
    /// another for more than ten seconds, or its folder cannot be written.
    pub fn begin(path: &Path, replace: bool) -> Result<Self, Failure> {
        Underway::begin(Disk, path, replace).map(Box::new).map(Self)
    }

    /// Puts the file where it belongs.
    ///
    /// # Errors
    /// When it cannot be written to the disk, or another was put there meanwhile.
    pub fn finish(self) -> Result<(), Failure> {
        self.0.finish()
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.temporary.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.temporary.flush()
    }
}

/// The same, whatever its steps are.
#[derive(Debug)]
pub(super) struct Underway<S: Steps> {
    // Dropped in this order: the temporary file goes while the lock is held.
    pub temporary: Temporary<S>,
    lock: Lock<S>,
    target: Target,
    replaces: bool,
    steps: S,
}

impl<S: Steps> Underway<S> {
    pub fn begin(steps: S, path: &Path, replace: bool) -> Result<Self, Failure> {
        let mut target = Target::of(path)?;
        let refuse = |target: &Target| {
            let is_refused = target.about.is_some() && !replace;
            if is_refused { Err(Failure::ThereAlready) } else { Ok(()) }
        };
        // Asked before the lock, which a folder that may only be read does not permit; and within it.
        refuse(&target)?;
        let lock = Lock::take(steps.clone(), target.beside(".lock"), PATIENCE)?;
        target.look()?;
        refuse(&target)?;
        Self::within(steps, lock, target, replace)
    }

    /// The same by who holds the lock.
    pub fn within(
        steps: S,
        lock: Lock<S>,
        target: Target,
        replaces: bool,
    ) -> Result<Self, Failure> {
        target.is_open_to_us()?;
        let at = target.beside(".tmp");
        let temporary = Temporary::make(steps.clone(), at, target.about.as_ref())?;
        Ok(Self { temporary, lock, target, replaces, steps })
    }

    pub fn finish(self) -> Result<(), Failure> {
        self.finish_if(|_| Ok(()))
    }

    /// Puts the file where it belongs if nothing speaks against it at the last moment.
    pub fn finish_if(self, may: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<(), Failure> {
        // What fails drops them last first: the temporary file goes while the lock is held.
        let Self { lock, mut temporary, target, replaces, steps } = self;
        temporary.sync()?;
        may(&target.path)?;
        temporary.place(&target.path, replaces).map_err(|why| match why.kind() {
            io::ErrorKind::AlreadyExists => Failure::ThereAlready,
            _ => Failure::Io(why),
        })?;
        // The name is on the disk only when its folder is.
        steps.sync_folder(target.folder())?;
        drop(lock);
        Ok(())
    }
}
