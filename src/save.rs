//! Floor 3: writes a file whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
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
        let temporary = tempfile::Builder::new()
            .prefix(".claims-")
            .permissions(Permissions::from_mode(0o666))
            .tempfile_in(folder_of(&target))?;
        if let Some(about) = about {
            // The mode that a file is made with passes the umask; that of the replaced one stays as it was.
            temporary.as_file().set_permissions(about.permissions())?;
        }
        Ok(Self { temporary, target, replaces: replace })
    }

    /// Puts the file where it belongs.
    ///
    /// # Errors
    /// When it cannot be written to the disk, or another was put there meanwhile.
    pub fn finish(self) -> io::Result<()> {
        let Self { mut temporary, target, replaces } = self;
        temporary.flush()?;
        temporary.as_file().sync_all()?;
        let folder = folder_of(&target).to_owned();
        let put =
            if replaces { temporary.persist(target) } else { temporary.persist_noclobber(target) };
        put.map_err(|why| why.error)?;
        // The name is on the disk only when its folder is; one that may not be read is left to the system.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
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

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::io::Write;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;

    use super::Writing;

    fn write(path: &Path, replace: bool) -> std::io::Result<()> {
        let mut file = Writing::begin(path, replace)?;
        file.write_all(b"new")?;
        file.finish()
    }

    #[test]
    fn a_file_that_is_replaced_keeps_its_mode_and_its_links() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").expect("is written");
        // Whatever the umask, one of these has a bit that it takes away.
        for mode in [0o666, 0o660, 0o600] {
            fs::set_permissions(&file, Permissions::from_mode(mode)).expect("is ours");
            write(&file, true).expect("is replaced");
            let kept = fs::metadata(&file).expect("is there").permissions().mode() & 0o777;
            assert_eq!(kept, mode, "{mode:o}");
        }
        symlink("file", &link).expect("is linked");
        write(&link, true).expect("is replaced");
        assert!(fs::symlink_metadata(&link).expect("is there").is_symlink());
        assert_eq!(fs::read_dir(folder.path()).expect("is a folder").count(), 2, "nothing else");
    }

    #[test]
    fn what_is_there_is_replaced_only_when_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("link");
        symlink("nowhere", &link).expect("is linked");
        let refused = write(&link, false).expect_err("a link is there");
        assert_eq!(refused.kind(), std::io::ErrorKind::AlreadyExists);
        write(&link, true).expect("a link that leads nowhere is replaced");
        assert_eq!(fs::read(&link).expect("is there"), b"new");
    }
}
