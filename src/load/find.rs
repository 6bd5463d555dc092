//! Which files make up the ledger.

use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::safe;

/// The folder that is looked for, walking up.
pub const FOLDER: &str = "claims";

/// One ledger file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerFile {
    /// Where it is.
    pub path: PathBuf,
    /// The same as a person would type it from here.
    pub shown: Arc<str>,
    /// The ledger's folder, which a snapshot may not leave.
    pub folder: Arc<Path>,
}

/// Why no ledger was found. Its text says where was looked.
#[derive(Debug)]
pub enum NotFound {
    /// No `claims/` folder with a ledger file here or above.
    Nowhere {
        /// The folder from which the walk up began.
        from: PathBuf,
        /// Folders called `claims` on the way that hold no ledger file.
        empty: Vec<PathBuf>,
    },
    /// A folder was named, and holds no ledger file.
    Empty(PathBuf),
    /// A path was named, and cannot be read.
    Unreadable(PathBuf, std::io::Error),
}

/// The files at the paths named, each a ledger file or a folder of them, in the order of their paths.
///
/// # Errors
/// When a path is not there, or a folder holds no ledger file.
pub fn named(paths: &[PathBuf]) -> Result<Vec<LedgerFile>, NotFound> {
    let mut files = Vec::new();
    for path in paths {
        let unreadable = |why| NotFound::Unreadable(path.clone(), why);
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            let found = inside(path)?;
            if found.is_empty() {
                return Err(NotFound::Empty(path.clone()));
            }
            files.extend(found);
        } else {
            let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            files.push(LedgerFile {
                shown: safe::path(&path.to_string_lossy()).into(),
                folder: folder.unwrap_or(Path::new(".")).into(),
                path: path.clone(),
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if paths.len() > 1 {
        // One file may be named twice, by itself and by its folder, or by two paths that lead to it.
        let mut seen = HashSet::new();
        files.retain(|file| seen.insert(fs::canonicalize(&file.path).unwrap_or(file.path.clone())));
    }
    Ok(files)
}

/// The files of the nearest `claims/` folder that holds one, walking up from the current folder.
///
/// # Errors
/// When there is none up to the root.
pub fn nearest() -> Result<Vec<LedgerFile>, NotFound> {
    let unreadable = |why| NotFound::Unreadable(PathBuf::from("."), why);
    let here = std::env::current_dir().map_err(unreadable)?;
    let mut empty = Vec::new();
    let mut folder = PathBuf::from(FOLDER);
    for _ in here.ancestors() {
        if folder.is_dir() {
            let found = inside(&folder)?;
            if !found.is_empty() {
                return Ok(found);
            }
            empty.push(folder.clone());
        }
        folder = Path::new("..").join(folder);
    }
    Err(NotFound::Nowhere { from: here, empty })
}

/// Every ledger file in a folder and below, in the order of their paths.
fn inside(folder: &Path) -> Result<Vec<LedgerFile>, NotFound> {
    let root: Arc<Path> = folder.into();
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let unreadable = |why| NotFound::Unreadable(folder.clone(), why);
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            // A symlink to a folder is not followed: it may lead round in a circle.
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type().map_err(unreadable)?.is_dir() {
                folders.push(path);
            } else if is_ledger_name(&name) {
                let shown = safe::path(&path.to_string_lossy()).into();
                let folder = Arc::clone(&root);
                files.push(LedgerFile { path, shown, folder });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn is_ledger_name(name: &str) -> bool {
    let is_json = Path::new(name).extension().is_some_and(|extension| extension == "json");
    is_json && !name.ends_with(".schema.json")
}

impl fmt::Display for NotFound {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nowhere { from, empty } => {
                write!(
                    out,
                    "no ledger found: no `{FOLDER}` folder with a ledger file in `{}` or any folder above it",
                    from.display()
                )?;
                for folder in empty {
                    write!(out, "; `{}` holds no ledger file (*.json)", folder.display())?;
                }
                Ok(())
            }
            Self::Empty(folder) => {
                write!(out, "`{}` holds no ledger file: no *.json in it or below", folder.display())
            }
            Self::Unreadable(path, why) => {
                write!(out, "cannot read `{}`: {}", path.display(), crate::wording::reason(why))
            }
        }
    }
}

impl NotFound {
    /// What to do about it.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Nowhere { .. } => {
                "`claims init` starts a ledger here; `--ledger PATH` or CLAIMS_LEDGER names one elsewhere"
            }
            Self::Empty(_) => "`claims init` starts a ledger file",
            Self::Unreadable(..) => {
                "check that it is there and that you may read it; `--ledger` and CLAIMS_LEDGER name a ledger"
            }
        }
    }
}

impl std::error::Error for NotFound {}
