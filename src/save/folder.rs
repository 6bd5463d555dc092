//! A folder in which only one program at a time says what is new.

use std::path::Path;

use crate::save::Failure;
use crate::save::lock::{Lock, PATIENCE};
use crate::save::steps::Disk;

/// The lock of a folder, until it is dropped: for who looks at all of its files, and then writes one so
/// that what was seen must still hold. It keeps nobody from reading, nor from writing one file for itself.
#[derive(Debug)]
pub struct Folder {
    _lock: Lock<Disk>,
}

impl Folder {
    /// Waits until no other program holds the folder.
    ///
    /// # Errors
    /// When another holds it for more than ten seconds, or it cannot be written.
    pub fn hold(folder: &Path) -> Result<Self, Failure> {
        Lock::take(Disk, folder.join(".ledger.lock"), PATIENCE).map(|lock| Self { _lock: lock })
    }
}
