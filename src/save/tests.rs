//! Whatever step fails, and whoever dies on the way: the old file or the new one, and a next writer that
//! finds nothing in its way.

use std::cell::Cell;
use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use tempfile::TempDir;

use crate::save::change::Read;
use crate::save::lock::Lock;
use crate::save::steps::{Disk, Steps};
use crate::save::writing::Underway;
use crate::save::{Change, Failure, Writing};

/// How a step fails.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// The disk is full: what is written is written in part, and the program goes on to clean up.
    Full,
    /// The program dies: from this step on nothing is done any more.
    Death,
}

/// The disk, until the n-th step.
#[derive(Clone, Debug)]
struct Faulty {
    at: usize,
    fault: Fault,
    taken: Rc<Cell<usize>>,
}

impl Faulty {
    fn new(at: usize, fault: Fault) -> Self {
        Self { at, fault, taken: Rc::default() }
    }

    /// Whether this step is taken.
    fn step(&self) -> io::Result<()> {
        let taken = self.taken.get() + 1;
        self.taken.set(taken);
        let fails = taken == self.at || (self.fault == Fault::Death && taken > self.at);
        if fails { Err(io::Error::from_raw_os_error(28)) } else { Ok(()) }
    }
}

impl Steps for Faulty {
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.step().and_then(|()| Disk.open_lock(path))
    }

    fn make(&self, path: &Path, mode: u32) -> io::Result<File> {
        self.step().and_then(|()| Disk.make(path, mode))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        let half = &bytes[..bytes.len().div_ceil(2)];
        match self.step() {
            Ok(()) => Disk.write(file, half),
            Err(why) => {
                if self.taken.get() == self.at {
                    Disk.write(file, half)?;
                }
                Err(why)
            }
        }
    }

    fn liken(&self, file: &File, to: &Metadata) -> io::Result<()> {
        self.step().and_then(|()| Disk.liken(file, to))
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.step().and_then(|()| Disk.sync(file))
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.replace(from, to))
    }

    fn put_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.put_new(from, to))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.sync_folder(folder))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.remove(path))
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn names(folder: &TempDir) -> Vec<String> {
    let listed = fs::read_dir(folder.path()).expect("is a folder");
    let mut names: Vec<String> = listed
        .map(|entry| entry.expect("is there").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn write(path: &Path, replace: bool) -> Result<(), Failure> {
    let mut file = Writing::begin(path, replace)?;
    file.write_all(b"new")?;
    file.finish()
}

const OLD: &[u8] = b"the old file";
const NEW: &[u8] = b"the new file, which is longer";

type Writer = fn(&Faulty, &Path) -> Result<(), Failure>;

fn changed(steps: &Faulty, path: &Path) -> Result<(), Failure> {
    Read::begin(steps.clone(), path)?.write(NEW)
}

fn replaced(steps: &Faulty, path: &Path) -> Result<(), Failure> {
    let mut underway = Underway::begin(steps.clone(), path, true)?;
    underway.temporary.write_all(NEW)?;
    underway.finish()
}

fn begun(steps: &Faulty, path: &Path) -> Result<(), Failure> {
    let mut underway = Underway::begin(steps.clone(), path, false)?;
    underway.temporary.write_all(NEW)?;
    underway.finish()
}

#[test]
fn whatever_step_fails_the_file_is_the_old_or_the_new() {
    let writers: [(&str, Writer, Option<&[u8]>); 3] = [
        ("changed", changed, Some(OLD)),
        ("replaced", replaced, Some(OLD)),
        ("begun", begun, None),
    ];
    for (name, writer, old) in writers {
        for fault in [Fault::Full, Fault::Death] {
            let mut failed = 0;
            for at in 1.. {
                let case = format!("{name}, {fault:?} at step {at}");
                let folder = folder();
                let path = folder.path().join("a.json");
                if let Some(old) = old {
                    fs::write(&path, old).expect("is written");
                }
                let steps = Faulty::new(at, fault);
                let outcome = writer(&steps, &path);
                let there = fs::read(&path).ok();
                let is_whole = there.as_deref() == old || there.as_deref() == Some(NEW);
                assert!(is_whole, "{case}: {there:?}");
                if outcome.is_ok() {
                    assert_eq!(there.as_deref(), Some(NEW), "{case}: success, and nothing written");
                }
                if fault == Fault::Full && steps.taken.get() >= at {
                    // One file that could not be removed may be left, of which the next writer is told below.
                    let litter = names(&folder).len() - usize::from(there.is_some());
                    assert!(litter <= 1, "{case}: {:?}", names(&folder));
                }
                write(&path, true).unwrap_or_else(|why| panic!("{case}: the next writer: {why}"));
                assert_eq!(names(&folder), ["a.json"], "{case}: what was left is cleared");
                if steps.taken.get() < at {
                    break;
                }
                failed += 1;
            }
            assert!(failed >= 10, "{name}: only {failed} steps were taken");
        }
    }
}

#[test]
fn a_file_that_is_replaced_keeps_its_mode_and_its_links() {
    let folder = folder();
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
    assert_eq!(names(&folder), ["file", "link"]);
}

#[test]
fn what_is_there_is_replaced_only_when_asked() {
    let folder = folder();
    let link = folder.path().join("link");
    symlink("nowhere", &link).expect("is linked");
    write(&link, true).expect("what a link leads to is made");
    assert_eq!(fs::read(folder.path().join("nowhere")).expect("is there"), b"new");
    assert!(matches!(write(&link, false), Err(Failure::ThereAlready)));
    symlink("round", folder.path().join("round")).expect("is linked");
    let round = write(&folder.path().join("round"), true).expect_err("leads nowhere").to_string();
    assert_eq!(round, "its links lead round in a circle");
}

#[test]
fn a_file_that_appears_meanwhile_is_not_overwritten() {
    let folder = folder();
    let path = folder.path().join("a.json");
    let mut writing = Writing::begin(&path, false).expect("begins");
    writing.write_all(b"ours").expect("is written");
    fs::write(&path, "theirs").expect("is written");
    assert!(matches!(writing.finish(), Err(Failure::ThereAlready)));
    assert_eq!(fs::read(&path).expect("is there"), b"theirs");
    assert_eq!(names(&folder), ["a.json"]);
}

#[test]
fn a_file_that_changes_meanwhile_is_not_overwritten() {
    let folder = folder();
    let path = folder.path().join("a.json");
    fs::write(&path, "old").expect("is written");
    let change = Change::begin(&path).expect("begins");
    assert_eq!(change.old(), b"old");
    // Of the same length, and perhaps in the same tick of the disk's clock: only the bytes tell.
    fs::write(&path, "odd").expect("is written");
    assert!(matches!(change.write(b"new"), Err(Failure::Changed)));
    assert_eq!(fs::read(&path).expect("is there"), b"odd");
    assert_eq!(names(&folder), ["a.json"]);
}

#[test]
fn a_lock_is_waited_for_and_its_holder_named() {
    let folder = folder();
    let path = folder.path().join(".a.json.lock");
    let take = |patience| Lock::take(Disk, path.clone(), Duration::from_millis(patience));
    let held = take(0).expect("is free");
    let refused = take(30).expect_err("is held").to_string();
    let own = format!("it is being written by process {} (`", std::process::id());
    assert!(refused.starts_with(&own), "{refused}");
    drop(held);
    assert!(!path.exists());
    // Left by a program that died, or laid there by hand: held by nobody.
    fs::write(&path, "999999 claims add\n").expect("is written");
    drop(take(0).expect("is free"));
    assert!(!path.exists());
}

#[test]
fn only_one_holds_a_lock() {
    let folder = folder();
    let path = folder.path().join(".a.json.lock");
    let count = folder.path().join("count");
    fs::write(&count, "0").expect("is written");
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let _held = Lock::take(Disk, path.clone(), Duration::from_secs(20));
                    let before = fs::read_to_string(&count).expect("is there");
                    let before: u32 = before.parse().expect("is a number");
                    fs::write(&count, (before + 1).to_string()).expect("is written");
                }
            });
        }
    });
    assert_eq!(fs::read_to_string(&count).expect("is there"), "400");
    assert_eq!(names(&folder), ["count"]);
}

#[test]
fn a_trap_where_the_lock_should_be_is_not_followed() {
    let folder = folder();
    let path = folder.path().join("a.json");
    let victim = folder.path().join("victim");
    fs::write(&victim, "precious").expect("is written");
    symlink("victim", folder.path().join(".a.json.lock")).expect("is linked");
    assert!(write(&path, true).is_err());
    fs::remove_file(folder.path().join(".a.json.lock")).expect("is ours");
    symlink("victim", folder.path().join(".a.json.tmp")).expect("is linked");
    write(&path, true).expect("is written");
    assert_eq!(fs::read(&victim).expect("is there"), b"precious");
    assert_eq!(names(&folder), ["a.json", "victim"]);
}

#[test]
fn a_read_only_file_is_left_alone() {
    let folder = folder();
    let path = folder.path().join("a.json");
    fs::write(&path, "old").expect("is written");
    fs::set_permissions(&path, Permissions::from_mode(0o444)).expect("is ours");
    assert!(matches!(write(&path, true), Err(Failure::ReadOnly)));
    assert!(matches!(Change::begin(&path), Err(Failure::ReadOnly)));
    assert_eq!(fs::read(&path).expect("is there"), b"old");
    assert_eq!(names(&folder), ["a.json"]);
}
