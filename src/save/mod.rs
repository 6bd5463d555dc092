//! Floor 3: writes a file whole or not at all, one writer at a time.
//!
//! Every writer takes a lock on a sibling of the file, `.NAME.lock`, waits for it a bounded time, writes a
//! temporary file beside it, `.NAME.tmp`, and renames that over the file when all of it is on the disk.
//! Whoever dies on the way leaves the old file; the next writer of the file clears what was left. What the
//! file is to its folder stays as it was: its mode, its owner where the system permits, and the links that
//! lead to it. Who looks at several files before one is written holds their folder as well, by `.ledger.lock`
//! in it. Other names of the same file (hard links), access lists and extended attributes do not
//! survive a rename.

mod change;
mod failure;
mod folder;
mod lock;
mod steps;
mod target;
mod temporary;
#[cfg(test)]
mod tests;
mod writing;

pub use change::Change;
pub use failure::Failure;
pub use folder::Folder;
pub use writing::Writing;
