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
    /// The claim, to keep or to drop.
    pub claim: Claim,
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
    let queue = Mutex::new(Queue { next: 0, open: Some(open) });
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut buffer = Vec::new();
                while let Some((file, send)) = take_next(&queue, files) {
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
        // Whoever breaks off drops the channels, and with them every thread's reason to go on.
        let _ = opened.into_iter().flatten().try_for_each(&mut *deliver);
    });
}

/// The files that no thread has taken yet, and where their channels are announced.
struct Queue<B> {
    next: usize,
    open: Option<SyncSender<Receiver<Parcel<B>>>>,
}

/// The next file with a channel that is announced in the files' order; none when all are taken, or
/// when nobody listens any more.
fn take_next<'f, B>(
    queue: &Mutex<Queue<B>>,
    files: &'f [LedgerFile],
) -> Option<(&'f LedgerFile, SyncSender<Parcel<B>>)> {
    let mut queue = queue.lock().ok()?;
    let (send, receive) = sync_channel(AHEAD);
    let file = files.get(queue.next);
    let is_announced = queue.open.as_ref().is_some_and(|open| open.send(receive).is_ok());
    match file {
        Some(file) if is_announced => {
            queue.next += 1;
            Some((file, send))
        }
        _ => {
            queue.open = None;
            None
        }
    }
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
    let mut take = |head: &Head, position: usize, claim: Claim| {
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
        Read::Broken { handed, why } => second::read_again(file, text, handed, &why, &mut take)?,
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

fn unreadable(file: &LedgerFile, why: &NotText) -> Finding {
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
    let bytes = std::fs::read(file)?;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    Ok(String::from_utf8_lossy(text).into_owned())
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::{FILES_AHEAD, Item, fold};
    use crate::load::find::{LedgerFile, named};

    const FILES: usize = 400;

    fn ledger(folder: &tempfile::TempDir) -> Vec<LedgerFile> {
        for number in 0..FILES {
            let text = format!(
                r#"{{"format":1,"article":{{"id":"a{number:03}","type":"article"}},"claims":[]}}"#
            );
            let path = folder.path().join(format!("a{number:03}.json"));
            std::fs::write(path, text).expect("is written");
        }
        named(&[folder.path().to_owned()]).expect("is there")
    }

    #[test]
    fn files_come_in_order_and_are_not_read_far_ahead() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = AtomicUsize::new(0);
        let mut articles: Vec<String> = Vec::new();
        let findings = fold(
            &ledger(&folder),
            |(): &mut (), batch: &mut Vec<String>, item| {
                if let Item::End(end) = item {
                    read.fetch_add(1, Ordering::SeqCst);
                    batch.push(end.head.article.id.to_string());
                }
            },
            |batch| {
                if articles.is_empty() {
                    // Whoever takes the batches is slow.
                    thread::sleep(Duration::from_millis(100));
                    let threads = thread::available_parallelism().map_or(1, usize::from);
                    let most = (FILES_AHEAD + 1) * threads + 1;
                    let ahead = read.load(Ordering::SeqCst);
                    assert!(ahead <= most, "{ahead} files were read, expected {most} at most");
                }
                articles.extend(batch);
                ControlFlow::Continue(())
            },
        );
        assert!(findings.is_empty());
        assert_eq!(articles.len(), FILES);
        assert!(articles.is_sorted());
    }

    #[test]
    fn whoever_breaks_off_is_not_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = AtomicUsize::new(0);
        fold(
            &ledger(&folder),
            |(): &mut (), (): &mut (), _| {
                read.fetch_add(1, Ordering::SeqCst);
            },
            |()| ControlFlow::Break(()),
        );
        assert!(read.into_inner() < FILES);
    }
}
