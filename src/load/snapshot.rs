//! The user's own saved text of an article.

use std::fs;
use std::path::{Component, Path};

use sha2::{Digest, Sha256};

use crate::finding::{Finding, JsonPath, Place, Spot};
use crate::ledger::Snapshot;
use crate::load::find::LedgerFile;
use crate::load::read::{self, LARGEST_TEXT};
use crate::load::rules::{UNREADABLE_FILE, UNSAFE_SNAPSHOT};

/// A snapshot that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its text.
    pub text: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Where it was read, as a person would type it from here.
    pub shown: String,
}

/// Whether a path stays inside the folder that it starts from, as far as its text tells.
pub fn is_inside(file: &str) -> bool {
    let path = Path::new(file);
    // A ledger is shared: what leads out on Windows is refused everywhere.
    let names_a_drive = matches!(file.as_bytes(), [drive, b':', ..] if drive.is_ascii_alphabetic());
    !file.is_empty()
        && !names_a_drive
        && !file.contains(['\\', '\0'])
        && path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// Reads the snapshot that a ledger file names, from beside it or else from the ledger's folder; none where it is not
/// at hand, since it is optional.
///
/// # Errors
/// A finding where the path leads out of the ledger's folder, or what is there is no text.
pub fn read(file: &LedgerFile, snapshot: &Snapshot) -> Result<Option<Saved>, Finding> {
    let spot = Spot::Json(JsonPath::root().then("snapshot").then("file"));
    let place = Place { file: file.shown.clone(), spot };
    let beside = file.path.parent().map(|folder| folder.join(snapshot.file.as_str()));
    let places = [beside, Some(file.folder.join(snapshot.file.as_str()))];
    let found = places.into_iter().flatten().find_map(|path| {
        let real = fs::canonicalize(&path).ok()?;
        Some((path, real))
    });
    let (Some((path, real)), Ok(root)) = (found, fs::canonicalize(&file.folder)) else {
        return Ok(None);
    };
    if !is_inside(&snapshot.file) || !real.starts_with(&root) {
        let said = format!("snapshot `{}` leads out of the ledger's folder", snapshot.file);
        let help = format!(
            "keep it beside the ledger file, or name it for one run: `--snapshot ID={}`",
            snapshot.file
        );
        return Err(Finding::new(&UNSAFE_SNAPSHOT, place, said).help(help));
    }
    from_path(&path).map(Some).map_err(|why| {
        let said = format!("cannot read snapshot `{}`: {why}", snapshot.file);
        Finding::new(&UNREADABLE_FILE, place, said).help(why.help())
    })
}

/// Reads a snapshot from anywhere, as `--snapshot ID=PATH` names it.
///
/// # Errors
/// When it cannot be read, is larger than 64 MiB, or is not UTF-8.
pub fn from_path(path: &Path) -> Result<Saved, read::NotText> {
    let mut bytes = Vec::new();
    let text = read::text(path, Some(LARGEST_TEXT), &mut bytes)?.to_owned();
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    Ok(Saved { text, sha256, shown: path.to_string_lossy().into_owned() })
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn a_path_stays_inside_its_folder() {
        for good in ["a.txt", "texts/a.it.txt", "./a.txt"] {
            assert!(is_inside(good), "{good}");
        }
        for bad in
            ["", "../a.txt", "texts/../../a.txt", "/etc/passwd", "C:\\a", "C:/a", "..", "a\0"]
        {
            assert!(!is_inside(bad), "{bad:?}");
        }
    }
}
