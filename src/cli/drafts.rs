//! Drafts from files, folders and standard input.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use crate::cli::trouble::Trouble;
use crate::load::read::{self, LARGEST_TEXT, NotText};
use crate::safe;

/// A draft that was read.
#[derive(Debug)]
pub struct DraftFile {
    /// The file as a person would type it from here.
    pub shown: Arc<str>,
    /// Where it can be written again; none for standard input.
    pub path: Option<PathBuf>,
    /// Its text; a byte order mark is part of it, so that bytes are those of the file.
    pub text: String,
}

/// Reads drafts in the order named, each once; those of a folder in the order of their paths.
///
/// # Errors
/// When one cannot be read, is larger than 64 MiB or no UTF-8, or a folder holds none.
pub fn read(named: &[PathBuf], stdin: Option<&str>) -> Result<Vec<DraftFile>, Trouble> {
    let mut files = Vec::new();
    let mut seen = BTreeSet::new();
    for path in named {
        if !path.is_dir() && !seen.insert(one_name(path)) {
            continue;
        }
        if path == Path::new("-") {
            files.push(standard_input(stdin.unwrap_or("<stdin>"))?);
        } else if path.is_dir() {
            let inside = below(path)?;
            if inside.is_empty() {
                return Err(Trouble::new(format!("`{}` holds no draft", path.display())).help(
                    "a folder stands for the *.md files in it and below that git does not ignore",
                ));
            }
            for path in inside.into_iter().filter(|path| seen.insert(one_name(path))) {
                files.push(file(&path)?);
            }
        } else {
            files.push(file(path)?);
        }
    }
    Ok(files)
}

/// What tells that `a.md`, `./a.md` and a link to it are one draft.
fn one_name(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn file(path: &Path) -> Result<DraftFile, Trouble> {
    let mut bytes = Vec::new();
    read::text(path, Some(LARGEST_TEXT), &mut bytes).map_err(|why| cannot(path, &why))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let shown = safe::path(&path.to_string_lossy()).into();
    Ok(DraftFile { shown, path: Some(path.to_owned()), text })
}

fn standard_input(shown: &str) -> Result<DraftFile, Trouble> {
    let cannot = |why: &NotText| cannot(Path::new("standard input"), why);
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock().take(LARGEST_TEXT + 1);
    input.read_to_end(&mut bytes).map_err(|why| cannot(&NotText::Io(why)))?;
    if bytes.len() as u64 > LARGEST_TEXT {
        return Err(cannot(&NotText::TooLarge(bytes.len() as u64)));
    }
    read::decode(&bytes).map_err(|why| cannot(&why))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(DraftFile { shown: safe::path(shown).into(), path: None, text })
}

fn cannot(path: &Path, why: &NotText) -> Trouble {
    Trouble::new(format!("cannot read the draft `{}`: {why}", path.display())).help(why.help())
}

/// The drafts in a folder and below, in the order of their paths: not what begins with a dot, nor what
/// git ignores there. A link to a folder is not followed: it may lead round in a circle.
fn below(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut found = Vec::new();
    for entry in WalkBuilder::new(folder).ignore(false).build() {
        let path = entry.map_err(|why| unwalked(folder, why))?.into_path();
        let is_draft = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
        // A link to a file is one; what merely has the name, a folder or a pipe, is none.
        if is_draft && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn unwalked(folder: &Path, why: ignore::Error) -> Trouble {
    let said = why.to_string();
    why.into_io_error().map_or_else(
        || Trouble::new(format!("cannot look through `{}`: {said}", folder.display())),
        |why| cannot(folder, &NotText::Io(why)),
    )
}
