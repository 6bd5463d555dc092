//! Drafts from files, folders and standard input.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
        if !seen.insert(path.clone()) {
            continue;
        }
        if path == Path::new("-") {
            files.push(standard_input(stdin.unwrap_or("<stdin>"))?);
        } else if path.is_dir() {
            let mut inside = Vec::new();
            below(path, &mut inside)?;
            if inside.is_empty() {
                return Err(Trouble::new(format!("`{}` holds no draft", path.display()))
                    .help("a folder stands for the *.md files in it and below"));
            }
            inside.sort();
            for path in inside.into_iter().filter(|path| seen.insert(path.clone())) {
                files.push(file(&path)?);
            }
        } else {
            files.push(file(path)?);
        }
    }
    Ok(files)
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

/// The drafts in a folder and below; a link to a folder is not followed: it may lead round in a circle.
fn below(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    let unreadable = |why: io::Error| cannot(folder, &NotText::Io(why));
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type().map_err(unreadable)?.is_dir() {
            below(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")) {
            found.push(path);
        }
    }
    Ok(())
}
