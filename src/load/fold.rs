//! The door: every ledger file is read whole into one buffer that its thread reuses, parsed
//! strictly, and its claims handed on one by one; nothing of a ledger is held but what is asked for.

use std::io;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::finding::{Finding, Place, Spot};
use crate::ledger::{Claim, Head, Snapshot};
use crate::load::find::LedgerFile;
use crate::load::parse::{Read, parse};
use crate::load::read::{self, NotText};
use crate::load::rules::UNREADABLE_FILE;
use crate::load::second;
use crate::span::Span;

/// What the fold hands on.
#[allow(clippy::large_enum_variant, reason = "nearly every item is a claim, and none is stored")]
pub enum Item<'a> {
    /// One claim.
    Claim(Entry<'a>),
    /// A file was read to its end.
    End(End<'a>),
}

/// One claim with where it stands.
pub struct Entry<'a> {
    /// Its file.
    pub file: &'a LedgerFile,
    /// What holds for all claims of the file.
    pub head: &'a Head,
    /// Its place among the file's claims, counted from 0.
    pub position: usize,
    /// The claim, to keep or to drop; boxed, since it is half a kilobyte and handed on five times.
    pub claim: Box<Claim>,
}

/// The end of a file, with what is known only there.
pub struct End<'a> {
    /// The file.
    pub file: &'a LedgerFile,
    /// What held for all its claims.
    pub head: &'a Head,
    /// Its snapshot, where it names one.
    pub snapshot: Option<&'a Snapshot>,
    /// Whether every claim of it could be read.
    pub is_whole: bool,
}

/// A batch is handed over when it holds so many claims: large enough to make the hand-over cheap,
/// small enough that a reader who wants ten rows does not wait for ten thousand.
const BATCH: usize = 1024;

/// Batches of one file that may wait to be taken; with this, memory stays bounded.
const AHEAD: usize = 4;

/// Files a thread whose batches may wait: a ledger of small files would else be read, and held, whole while
/// one large file, or whoever reads the output, takes its time.
const FILES_AHEAD: usize = 8;

/// Reads all files on all cores and hands on their claims, gathered by `each` into batches `B`, with
/// what it wants to remember within a file in `F`; `sink` takes the batches in the order of the files
/// and their claims.
///
/// The sink may break off; then no more is read. Returns what is wrong with the files.
pub fn fold<F: Default, B: Default + Send>(
    files: &[LedgerFile],
    each: impl Fn(&mut F, &mut B, Item<'_>) + Sync,
    mut sink: impl FnMut(B) -> ControlFlow<()>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut deliver = |parcel| match parcel {
        Parcel::Batch(batch) => sink(batch),
        Parcel::Findings(found) => {
            findings.extend(found);
            ControlFlow::Continue(())
        }
    };
    let work = |file: &LedgerFile, buffer: &mut Vec<u8>, deliver: Deliver<'_, B>| {
        read_file(file, buffer, &each, deliver)
    };
    // One file needs no thread, and no look at how many cores there are.
    let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = if files.len() < 2 { 1 } else { cores().min(files.len()) };
    if threads == 1 {
        let mut buffer = Vec::new();
        let _ = files.iter().try_for_each(|file| work(file, &mut buffer, &mut deliver));
    } else {
        in_order(files, threads, &work, &mut deliver);
    }
    findings
}

enum Parcel<B> {
    Batch(B),
    Findings(Vec<Finding>),
}

type Deliver<'d, B> = &'d mut dyn FnMut(Parcel<B>) -> ControlFlow<()>;

/// Shares the files out to threads and delivers what they yield in the files' order.
///
/// Each file has a channel of its own; they are opened in order, so the one that is being emptied
/// is always being filled, and a thread that is too far ahead, in a file or in files, waits.
fn in_order<B: Send>(
    files: &[LedgerFile],
    threads: usize,
    work: &(impl Fn(&LedgerFile, &mut Vec<u8>, Deliver<'_, B>) -> ControlFlow<()> + Sync),
    deliver: Deliver<'_, B>,
) {
    let (open, opened) = sync_channel(FILES_AHEAD * threads);
    let next = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (open, next) = (open.clone(), &next);
            scope.spawn(move || {
                let mut buffer = Vec::new();
                while let Some((file, send)) = take_next(next, files, &open) {
                    let mut deliver = |parcel| match send.send(parcel) {
                        Ok(()) => ControlFlow::Continue(()),
                        Err(_) => ControlFlow::Break(()),
                    };
                    if work(file, &mut buffer, &mut deliver).is_break() {
                        break;
                    }
                }
            });
        }
        // The threads hold the only senders: when they are done, or dead, nothing more is waited for.
        drop(open);
        // Whoever breaks off drops the channels, and with them every thread's reason to go on.
        let _ = opened.into_iter().flatten().try_for_each(&mut *deliver);
    });
}

/// The next file with a channel that is announced in the files' order; none when all are taken, or
/// when nobody listens any more.
fn take_next<'f, B>(
    next: &Mutex<usize>,
    files: &'f [LedgerFile],
    open: &SyncSender<Receiver<Parcel<B>>>,
) -> Option<(&'f LedgerFile, SyncSender<Parcel<B>>)> {
    // Announced while the number is held, so that no later file is announced first.
    let mut next = next.lock().ok()?;
    let file = files.get(*next)?;
    let (send, receive) = sync_channel(AHEAD);
    open.send(receive).ok()?;
    *next += 1;
    Some((file, send))
}

/// Reads one file and delivers its batches, then what is wrong with it.
fn read_file<F: Default, B: Default>(
    file: &LedgerFile,
    buffer: &mut Vec<u8>,
    each: &impl Fn(&mut F, &mut B, Item<'_>),
    deliver: Deliver<'_, B>,
) -> ControlFlow<()> {
    let text = match read::text(&file.path, None, buffer) {
        Ok(text) => text,
        Err(why) => return deliver(Parcel::Findings(vec![unreadable(file, &why)])),
    };
    let mut within = F::default();
    let mut batch = B::default();
    let mut held = 0;
    let mut take = |head: &Head, position: usize, claim: Box<Claim>| {
        let entry = Entry { file, head, position, claim };
        each(&mut within, &mut batch, Item::Claim(entry));
        held += 1;
        if held == BATCH {
            held = 0;
            return deliver(Parcel::Batch(std::mem::take(&mut batch)));
        }
        ControlFlow::Continue(())
    };
    let (end, findings) = match parse(text, &mut take) {
        Read::Stopped => return ControlFlow::Break(()),
        Read::Sound { head, snapshot } => (Some((head, snapshot)), Vec::new()),
        Read::Broken { handed, head, why } => {
            second::read_again(file, text, (handed, head), &why, &mut take)?
        }
    };
    if let Some((head, snapshot)) = &end {
        let is_whole = findings.is_empty();
        let end = End { file, head, snapshot: snapshot.as_ref(), is_whole };
        each(&mut within, &mut batch, Item::End(end));
    }
    deliver(Parcel::Batch(batch))?;
    if findings.is_empty() {
        ControlFlow::Continue(())
    } else {
        deliver(Parcel::Findings(findings))
    }
}

/// What is said of a ledger file that is none.
pub fn unreadable(file: &LedgerFile, why: &NotText) -> Finding {
    let spot = match why {
        NotText::NotUtf8 { at, .. } => Spot::Text(Span::new(*at, *at)),
        _ => Spot::File,
    };
    let place = Place { file: file.shown.clone(), spot };
    Finding::new(&UNREADABLE_FILE, place, why.to_string()).help(why.help())
}

/// The text of a ledger file, read again to show where its findings stand.
///
/// # Errors
/// When it can no longer be read, or is not UTF-8.
pub fn text_again(file: &str) -> io::Result<String> {
    let mut bytes = std::fs::read(file)?;
    let mark = "\u{feff}".as_bytes();
    if bytes.starts_with(mark) {
        bytes.drain(..mark.len());
    }
    // Mostly it is UTF-8, and then neither looked through slowly nor copied.
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|why| String::from_utf8_lossy(why.as_bytes()).into_owned()))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::fs;
    use std::ops::ControlFlow;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use tempfile::TempDir;

    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::{BATCH, FILES_AHEAD, Item, fold};
    use crate::load::find::{LedgerFile, named};

    /// A ledger of so many files, each with so many claims whose ids tell file and place.
    fn ledger(files: usize, claims: usize) -> (TempDir, Vec<LedgerFile>) {
        let folder = tempfile::tempdir().expect("a folder");
        for file in 0..files {
            let mut text = format!(
                r#"{{"format":1,"article":{{"id":"a-{file}","type":"article"}},"sources":{{}},"claims":["#
            );
            for claim in 0..claims {
                let comma = if claim == 0 { "" } else { "," };
                let _ = write!(
                    text,
                    r#"{comma}{{"id":"c-{file}-{claim}","statement":"S.","kind":"fact","source":"article","mode":"own-voice"}}"#
                );
            }
            fs::write(folder.path().join(format!("{file:03}.json")), text + "]}")
                .expect("is written");
        }
        let found = named(&[folder.path().to_owned()]).expect("a ledger");
        (folder, found)
    }

    fn ids(files: &[LedgerFile], most: usize) -> Vec<String> {
        let mut ids = Vec::new();
        let findings = fold(
            files,
            |(): &mut (), batch: &mut Vec<String>, item| {
                if let Item::Claim(entry) = item {
                    batch.push(entry.claim.id.to_string());
                }
            },
            |batch| {
                ids.extend(batch);
                if ids.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        assert!(findings.is_empty(), "{findings:?}");
        ids
    }

    #[test]
    fn claims_come_in_the_order_of_files_and_places() {
        for (files, claims) in [(1, 3), (40, 7), (3, 2 * BATCH + 5)] {
            let (_folder, found) = ledger(files, claims);
            let of_file = |file| (0..claims).map(move |claim| format!("c-{file}-{claim}"));
            let expected: Vec<String> = (0..files).flat_map(of_file).collect();
            assert_eq!(ids(&found, usize::MAX), expected, "{files} files of {claims}");
        }
    }

    #[test]
    fn who_breaks_off_is_given_no_more() {
        let (_folder, found) = ledger(50, BATCH + 1);
        let some = ids(&found, 1);
        assert_eq!(some.len(), BATCH);
        assert_eq!(some[0], "c-0-0");
    }

    #[test]
    fn files_are_not_read_far_ahead() {
        let (_folder, found) = ledger(400, 0);
        let read = AtomicUsize::new(0);
        let mut is_first = true;
        fold(
            &found,
            |(): &mut (), (): &mut (), _| {
                read.fetch_add(1, Ordering::SeqCst);
            },
            |()| {
                if std::mem::take(&mut is_first) {
                    // Whoever takes the batches is slow.
                    thread::sleep(Duration::from_millis(100));
                    let threads = thread::available_parallelism().map_or(1, usize::from);
                    let most = (FILES_AHEAD + 1) * threads + 1;
                    let ahead = read.load(Ordering::SeqCst);
                    assert!(ahead <= most, "{ahead} files were read, expected {most} at most");
                }
                ControlFlow::Continue(())
            },
        );
        assert_eq!(read.into_inner(), 400);
    }

    #[test]
    fn a_bug_in_a_thread_is_no_endless_wait() {
        let (_folder, found) = ledger(20, 2);
        let folded = AssertUnwindSafe(|| {
            fold(
                &found,
                |(): &mut (), (): &mut (), _| panic!("a bug"),
                |()| ControlFlow::Continue(()),
            )
        });
        assert!(catch_unwind(folded).is_err());
    }
}
