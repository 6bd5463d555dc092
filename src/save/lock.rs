//! One writer at a time: a lock on a hidden sibling of the file.
//!
//! The system itself drops the lock of a program that dies, so that none is ever stale; the file that it
//! leaves behind is taken over and removed by the next writer. Readers need no lock: they see the old file
//! or the new one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use crate::save::Failure;
use crate::save::steps::Steps;

/// How long another writer is waited for: many times what one needs, and less than a person's patience.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_millis(50);

/// So many letters of the holder's command line are kept: enough to know it again.
const LONGEST_NAME: usize = 120;

/// A lock that is held; dropped, it is gone with its file.
#[derive(Debug)]
pub(super) struct Lock<S: Steps> {
    /// Kept open: the lock is the open file's.
    file: File,
    path: PathBuf,
    steps: S,
}

impl<S: Steps> Lock<S> {
    /// Waits for the lock whose file is at `path`, at most as long as is said.
    pub fn take(steps: S, path: PathBuf, patience: Duration) -> Result<Self, Failure> {
        let until = Instant::now() + patience;
        let mut pause = Duration::from_millis(1);
        loop {
            let file = steps.open_lock(&path)?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                // Whoever held it may have removed the file between our opening and locking it: then this
                // one is nobody's, and a third writer makes another.
                Ok(()) if is_at(&file, &path) => {
                    let mut lock = Self { file, path, steps };
                    lock.sign();
                    return Ok(lock);
                }
                Ok(()) | Err(Errno::INTR | Errno::WOULDBLOCK) => {}
                Err(why) => return Err(io::Error::from(why).into()),
            }
            if Instant::now() >= until {
                return Err(Failure::Held(holder(&file)));
            }
            sleep(pause);
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Writes who holds it, for those who wait. Where that cannot be written, the lock is one all the same.
    fn sign(&mut self) {
        let words: Vec<String> =
            std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
        let command: String = words.join(" ").chars().take(LONGEST_NAME).collect();
        let name = format!("{} {command}\n", std::process::id());
        let _ = self.file.set_len(0);
        let _ = self.steps.write(&mut self.file, name.as_bytes());
    }
}

impl<S: Steps> Drop for Lock<S> {
    fn drop(&mut self) {
        // Removed while it is still held: whoever opens the path from now on finds another file.
        let _ = self.steps.remove(&self.path);
    }
}

/// Whether the open file is the one at `path`.
fn is_at(file: &File, path: &Path) -> bool {
    let same = |one: &fs::Metadata, other: &fs::Metadata| {
        (one.dev(), one.ino()) == (other.dev(), other.ino())
    };
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => ours.is_file() && same(&ours, &there),
        _ => false,
    }
}

/// Who holds a lock, as its file says: "process 4711 (`claims fmt`)".
fn holder(file: &File) -> String {
    let mut said = Vec::new();
    let most = 4 * LONGEST_NAME as u64 + 20;
    let _ = file.take(most).read_to_end(&mut said);
    let said = String::from_utf8_lossy(&said);
    match said.trim_end().split_once(' ') {
        Some((id, command)) if id.parse::<u32>().is_ok() => format!("process {id} (`{command}`)"),
        _ => "another program".to_owned(),
    }
}
