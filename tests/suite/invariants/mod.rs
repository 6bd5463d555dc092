//! What holds whatever the input: each function takes any bytes, and panics where it does not hold.
//!
//! The fuzz targets call these with what a fuzzer makes up, the test suite with what is kept of that.

pub mod draft;
pub mod ledger;
pub mod questions;
pub mod quotation;
pub mod snapshot;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use news_claims::check::gather::Within;
use news_claims::check::{Gathered, Gathering, Question};
use news_claims::load::{self, LedgerFile, fold};
use news_claims::span::Span;

/// The ledger that quotations and drafts are held against.
const LEDGER: &str = include_str!("ledger.json");

/// A folder of this process, in memory where the system has one: a fuzzer writes a thousand files a second.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = root.join(format!("claims-invariants-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("known.json"), LEDGER).expect("is written");
        folder
    })
}

/// A ledger file of these bytes.
fn file(name: &str, bytes: &[u8]) -> LedgerFile {
    let path = folder().join(name);
    fs::write(&path, bytes).expect("is written");
    load::find::named(&[path]).expect("is there").remove(0)
}

/// The ledger that quotations and drafts are held against, as files.
fn known() -> Vec<LedgerFile> {
    load::find::named(&[folder().join("known.json")]).expect("is there")
}

/// What the ledger holds for questions, with the saved text of its article where there is one.
fn gathered<'q>(questions: &'q [Question], saved: Option<&str>) -> Gathered<'q> {
    let gathering = Gathering::new(questions);
    let stream = gathering.stream();
    let unread = fold(
        &known(),
        |within: &mut Within<'_>, (): &mut (), item| {
            stream.take(within, item, &|_| saved.map(str::to_owned));
        },
        |()| GO_ON,
    );
    assert!(unread.is_empty(), "the small ledger is sound");
    drop(stream);
    gathering.finish(Vec::new())
}

/// Fails where a span does not lie in a text, on character boundaries.
#[track_caller]
fn assert_inside(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} of {} bytes: {text:?}", text.len());
}

/// A batch was taken, and the next is wanted.
const GO_ON: ControlFlow<()> = ControlFlow::Continue(());
