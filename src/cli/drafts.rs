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
use crate::span::{Lines, Position};

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

/// Drafts that were read, and why others were not.
#[derive(Debug, Default)]
pub struct Drafts {
    /// In the order named; those of a folder in the order of their paths.
    pub files: Vec<DraftFile>,
    /// What could not be read.
    pub unread: Vec<Trouble>,
}

/// Reads drafts in the order named, each once; those of a folder in the order of their paths. One that cannot be read,
/// is larger than 64 MiB or no UTF-8, or a folder that holds none, does not keep the others from being read.
pub fn read(named: &[PathBuf], stdin: Option<&str>) -> Drafts {
    let mut drafts = Drafts::default();
    let mut seen = BTreeSet::new();
    for path in named {
        if !path.is_dir() && !seen.insert(one_name(path)) {
            continue;
        }
        if path == Path::new("-") {
            drafts.take(standard_input(stdin.unwrap_or("<stdin>")));
        } else if path.is_dir() {
            let inside = drafts.below(path);
            for path in inside.into_iter().filter(|path| seen.insert(one_name(path))) {
                drafts.take(file(&path));
            }
        } else {
            drafts.take(file(path).and_then(|file| refuse_ledger(path, file)));
        }
    }
    drafts
}

impl Drafts {
    fn take(&mut self, read: Result<DraftFile, Trouble>) {
        match read {
            Ok(file) => self.files.push(file),
            Err(why) => self.unread.push(why),
        }
    }

    /// The drafts in a folder and below, in the order of their paths: not what begins with a dot, nor what
    /// git ignores there. A link to a folder is not followed: it may lead round in a circle.
    fn below(&mut self, folder: &Path) -> Vec<PathBuf> {
        let (mut found, before) = (Vec::new(), self.unread.len());
        for entry in WalkBuilder::new(folder).ignore(false).build() {
            let path = match entry {
                Ok(entry) => entry.into_path(),
                Err(why) => {
                    self.unread.push(unwalked(folder, why));
                    continue;
                }
            };
            let is_draft = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
            // A link to a file is one; what merely has the name, a folder or a pipe, is none.
            if is_draft && path.is_file() {
                found.push(path);
            }
        }
        if found.is_empty() && self.unread.len() == before {
            self.unread.push(Trouble::new(format!("`{}` holds no draft", folder.display())).help(
                "a folder stands for the *.md files in it and below that git does not ignore",
            ));
        }
        found.sort();
        found
    }
}

/// A ledger file that is named for a draft was meant for another command: its quotes would all be found.
fn refuse_ledger(path: &Path, file: DraftFile) -> Result<DraftFile, Trouble> {
    let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let text = file.text.trim_start_matches('\u{feff}').trim_start();
    if is_json && text.starts_with(['{', '[']) {
        return Err(Trouble::new(format!("`{}` is JSON, expected a draft in Markdown", path.display()))
            .help("`claims validate --ledger PATH` looks at a ledger; `--ledger PATH` names one for `lint`"));
    }
    Ok(file)
}

/// What tells that `a.md`, `./a.md` and a link to it are one draft.
fn one_name(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn file(path: &Path) -> Result<DraftFile, Trouble> {
    let mut bytes = Vec::new();
    read::bytes(path, Some(LARGEST_TEXT), &mut bytes).map_err(|why| cannot(path, &why))?;
    read::decode(&bytes).map_err(|why| undecoded(path, &bytes, &why))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let shown = safe::path(&path.to_string_lossy()).into();
    Ok(DraftFile { shown, path: Some(path.to_owned()), text })
}

fn standard_input(shown: &str) -> Result<DraftFile, Trouble> {
    let path = Path::new("standard input");
    let cannot = |why: &NotText| cannot(path, why);
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock().take(LARGEST_TEXT + 1);
    input.read_to_end(&mut bytes).map_err(|why| cannot(&NotText::Io(why)))?;
    if bytes.len() as u64 > LARGEST_TEXT {
        return Err(cannot(&NotText::TooLarge(bytes.len() as u64)));
    }
    read::decode(&bytes).map_err(|why| undecoded(path, &bytes, &why))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(DraftFile { shown: safe::path(shown).into(), path: None, text })
}

fn cannot(path: &Path, why: &NotText) -> Trouble {
    Trouble::new(format!("cannot read the draft `{}`: {why}", path.display())).help(why.help())
}

/// The same with the place of a byte that is no UTF-8, as a person counts lines and letters.
fn undecoded(path: &Path, bytes: &[u8], why: &NotText) -> Trouble {
    let NotText::NotUtf8 { at, .. } = why else { return cannot(path, why) };
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let before = String::from_utf8_lossy(&bytes[..*at]);
    let Position { line, column } = Lines::new(&before).position(before.len());
    let said =
        format!("cannot read the draft `{}`, line {line}, column {column}: {why}", path.display());
    Trouble::new(said).help(why.help())
}

/// Names the folder below `folder` that cannot be looked through, where that is told.
fn unwalked(folder: &Path, why: ignore::Error) -> Trouble {
    let (said, place) = (why.to_string(), place_of(&why).unwrap_or(folder).to_owned());
    let Some(why) = why.into_io_error() else {
        return Trouble::new(format!("cannot look through `{}`: {said}", place.display()));
    };
    let why = NotText::Io(why);
    Trouble::new(format!("cannot look through `{}`: {why}", place.display())).help(why.help())
}

fn place_of(why: &ignore::Error) -> Option<&Path> {
    match why {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            place_of(err)
        }
        _ => None,
    }
}
