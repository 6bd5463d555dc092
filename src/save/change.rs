//! A file that is read, changed and written again, with nobody between.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::save::Failure;
use crate::save::lock::{Lock, PATIENCE};
use crate::save::steps::{Disk, Steps};
use crate::save::target::Target;
use crate::save::writing::Underway;

/// A file that was read to be changed: until it is written, or this is dropped, no other writer of ours
/// comes between. A program that asks for no lock, such as an editor, is noticed when the file is written.
#[derive(Debug)]
pub struct Change(Read<Disk>);

impl Change {
    /// Takes the file's lock and reads it.
    ///
    /// # Errors
    /// When it is not there, is no file, is read-only, is being written by another for more than ten
    /// seconds, or its folder cannot be written.
    pub fn begin(path: &Path) -> Result<Self, Failure> {
        Read::begin(Disk, path).map(Self)
    }

    /// What the file holds.
    pub fn old(&self) -> &[u8] {
        &self.0.old
    }

    /// Writes the file anew.
    ///
    /// # Errors
    /// When it cannot be written to the disk, or another program has changed it since it was read.
    pub fn write(self, new: &[u8]) -> Result<(), Failure> {
        self.0.write(new)
    }
}

/// The same, whatever its steps are.
#[derive(Debug)]
pub(super) struct Read<S: Steps> {
    lock: Lock<S>,
    target: Target,
    old: Vec<u8>,
    steps: S,
}

impl<S: Steps> Read<S> {
    pub fn begin(steps: S, path: &Path) -> Result<Self, Failure> {
        let mut target = Target::of(path)?;
        // What cannot be written at all is said before anybody is waited for.
        target.is_open_to_us()?;
        let lock = Lock::take(steps.clone(), target.beside(".lock"), PATIENCE)?;
        target.look()?;
        let old = fs::read(&target.path)?;
        Ok(Self { lock, target, old, steps })
    }

    pub fn write(self, new: &[u8]) -> Result<(), Failure> {
        let Self { lock, target, old, steps } = self;
        let mut underway = Underway::within(steps, lock, target, true)?;
        underway.temporary.write_all(new)?;
        underway.finish_if(|path| {
            let is_as_it_was = fs::read(path).is_ok_and(|now| now == old);
            if is_as_it_was { Ok(()) } else { Err(Failure::Changed) }
        })
    }
}
