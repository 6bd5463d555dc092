//! The single steps of writing, as the disk takes them; a test puts another in their place, whose n-th
//! step fails.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::Path;

use rustix::fs::OFlags;

/// What can go wrong, one at a time.
pub(super) trait Steps: Clone {
    /// Opens the lock's file, and makes it where it is not there.
    fn open_lock(&self, path: &Path) -> io::Result<File>;
    /// Makes a new file of this mode.
    fn make(&self, path: &Path, mode: u32) -> io::Result<File>;
    /// Writes some of the bytes.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize>;
    /// Gives a file the owner, where the system permits, and the mode of another.
    fn liken(&self, file: &File, to: &Metadata) -> io::Result<()>;
    /// Waits until a file's bytes are on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Puts a file in another's place.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts a file where none is.
    fn put_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until a folder's names are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disk;

impl Steps for Disk {
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        // A link or pipe that someone laid there is neither followed nor waited for.
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
        let mut ours = OpenOptions::new();
        ours.read(true).write(true).create(true).truncate(false).mode(0o666).custom_flags(flags);
        let opened = ours.open(path);
        match opened {
            // One that another person left can be locked all the same.
            Err(why) if why.kind() == ErrorKind::PermissionDenied => {
                let theirs = OpenOptions::new().read(true).custom_flags(flags).open(path);
                theirs.map_err(|_| why)
            }
            opened => opened,
        }
    }

    fn make(&self, path: &Path, mode: u32) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    fn liken(&self, file: &File, to: &Metadata) -> io::Result<()> {
        let own = file.metadata()?;
        let mut mode = to.mode() & 0o7777;
        if (own.uid(), own.gid()) != (to.uid(), to.gid())
            && fchown(file, Some(to.uid()), Some(to.gid())).is_err()
            && fchown(file, None, Some(to.gid())).is_err()
        {
            // What the group may do was said of another group: this one may do what everybody may.
            mode = (mode & 0o7707) | ((mode & 0o007) << 3);
        }
        file.set_permissions(Permissions::from_mode(mode))
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn put_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(from, to) {
            Ok(()) => fs::remove_file(from),
            // Not every disk knows a second name for a file.
            Err(why) if why.kind() != ErrorKind::AlreadyExists && !fs::exists(to)? => {
                fs::rename(from, to)
            }
            Err(why) => Err(why),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // A folder that may be written and not read is left to the system.
        let Ok(folder) = File::open(folder) else { return Ok(()) };
        match folder.sync_all() {
            Err(why) if why.kind() == ErrorKind::InvalidInput => Ok(()),
            synced => synced,
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}
