//! Floor 3: writes a file whole or not at all.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file that is being written; nothing is where it will be until [`Writing::finish`].
#[derive(Debug)]
pub struct Writing {
    temporary: NamedTempFile,
    target: PathBuf,
    replaces: bool,
}

impl Writing {
    /// Begins to write a file; one that is there already is refused unless it is to be replaced.
    ///
    /// # Errors
    /// When the file is there and may not be replaced, is no file, or its folder cannot be written.
    pub fn begin(path: &Path, replace: bool) -> io::Result<Self> {
        let about = fs::metadata(path).ok();
        if let Some(about) = about.as_ref().filter(|about| !about.is_file()) {
            let what = if about.is_dir() { "a folder" } else { "a pipe or device" };
            let said = format!("this is {what}, expected a file");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, said));
        }
        if about.is_some() && !replace {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        // A symlink is followed, so that the file behind it is replaced and the link stays.
        let target = if about.is_some() { fs::canonicalize(path)? } else { path.to_owned() };
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let temporary = tempfile::Builder::new()
            .prefix(".claims-")
            .permissions(permissions(about.as_ref()))
            .tempfile_in(folder.unwrap_or(Path::new(".")))?;
        Ok(Self { temporary, target, replaces: about.is_some() })
    }

    /// Puts the file where it belongs.
    ///
    /// # Errors
    /// When it cannot be written to the disk, or another was put there meanwhile.
    pub fn finish(self) -> io::Result<()> {
        let Self { mut temporary, target, replaces } = self;
        temporary.flush()?;
        temporary.as_file().sync_all()?;
        let put =
            if replaces { temporary.persist(target) } else { temporary.persist_noclobber(target) };
        put.map(drop).map_err(|why| why.error)
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.temporary.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.temporary.flush()
    }
}

/// The mode of the file that is replaced, or what the user's umask leaves of an ordinary one.
#[cfg(unix)]
fn permissions(replaced: Option<&fs::Metadata>) -> Permissions {
    use std::os::unix::fs::PermissionsExt;
    replaced.map_or_else(|| Permissions::from_mode(0o666), fs::Metadata::permissions)
}
