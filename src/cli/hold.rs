//! Quotations held against the ledger: it streams past them once, and the few files in whose prose something was found
//! once more.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::check::gather::{Passage, Stream, Wanted, Within};
use crate::check::rules::Printed;
use crate::check::{Gathered, Gathering, Kept, Question};
use crate::cli::desk::Desk;
use crate::cli::texts::Texts;
use crate::cli::trouble::Trouble;
use crate::finding::Finding;
use crate::load::{Item, LedgerFile, fold};
use crate::wording::{counted, did_you_mean};

/// What the ledger holds for some questions.
pub struct Held<'q> {
    /// To be judged.
    pub gathered: Gathered<'q>,
    /// The claims of the id that was looked for, in the order of their files.
    pub claims: Vec<Kept>,
    /// The id that is nearest to it, where one is near.
    pub near_id: Option<String>,
}

/// Holds questions against the ledger, and looks for the claims of an id.
///
/// # Errors
/// When a file of the ledger cannot be read whole: half a ledger answers nothing.
pub fn hold<'q>(
    asked: &'q [Question],
    id: Option<&str>,
    files: &[LedgerFile],
    texts: &Texts,
    desk: &Desk,
) -> Result<Held<'q>, Trouble> {
    let gathering = Gathering::new(asked);
    let (claims, near_id) = first_pass(&gathering.stream(), id, files, texts, desk)?;
    hold_against_texts(&claims, files, texts);
    let passages = second_pass(&gathering.wanted(), files);
    Ok(Held { gathered: gathering.finish(passages), claims, near_id })
}

/// Claims that have the id, and the nearest other id.
type ById = (Vec<Kept>, Option<String>);

fn first_pass(
    stream: &Stream<'_>,
    id: Option<&str>,
    files: &[LedgerFile],
    texts: &Texts,
    desk: &Desk,
) -> Result<ById, Trouble> {
    let (mut claims, mut near) = (Vec::new(), BTreeSet::new());
    let unread = fold(
        files,
        |within: &mut Within<'_>, by_id: &mut ById, item| {
            if let (Some(id), Item::Claim(entry)) = (id, &item) {
                look(id, entry.claim.id.as_str(), by_id, || Kept::copy_of(entry));
            }
            stream.take(within, item, &|end| texts.of(end));
        },
        |(found, nearest)| {
            claims.extend(found);
            near.extend(nearest);
            ControlFlow::Continue(())
        },
    );
    all_read(desk, &unread)?;
    let near = id.and_then(|id| did_you_mean(id, near.iter().map(String::as_str)));
    Ok((claims, near.map(str::to_owned)))
}

/// Holds claims that were asked for by their id against the texts of their articles.
fn hold_against_texts(claims: &[Kept], files: &[LedgerFile], texts: &Texts) {
    let is_theirs = |file: &&LedgerFile| claims.iter().any(|kept| kept.file == file.shown);
    let again: Vec<LedgerFile> = files.iter().filter(is_theirs).cloned().collect();
    let hold = |(): &mut (), (): &mut (), item: Item<'_>| {
        let Item::End(end) = item else { return };
        let Some(text) = texts.of(&end) else { return };
        let printed = Printed::new(&text, end.head.article.language());
        let theirs = claims.iter().filter(|kept| kept.file == end.file.shown);
        theirs.for_each(|kept| kept.hold_against(&printed));
    };
    fold(&again, hold, |()| ControlFlow::Continue(()));
}

/// Keeps a claim that has the id, or its id where it is nearer than what was seen.
fn look(id: &str, own: &str, (claims, nearest): &mut ById, keep: impl FnOnce() -> Kept) {
    if own == id {
        claims.push(keep());
    } else if own.len().abs_diff(id.len()) <= id.len() {
        let known = nearest.iter().map(String::as_str).chain([own]);
        *nearest = did_you_mean(id, known).map(str::to_owned).or(nearest.take());
    }
}

/// Whom the article credits in the paragraphs that were found.
pub(super) fn second_pass(wanted: &Wanted, files: &[LedgerFile]) -> Vec<Passage> {
    let again: Vec<LedgerFile> =
        files.iter().filter(|file| wanted.has_file(&file.shown)).cloned().collect();
    let mut passages = Vec::new();
    // What is wrong with these files was found when they were first read.
    fold(
        &again,
        |(): &mut (), batch: &mut Vec<Passage>, item| {
            if let Item::Claim(entry) = item {
                batch.extend(wanted.passages(entry));
            }
        },
        |batch| {
            passages.extend(batch);
            ControlFlow::Continue(())
        },
    );
    passages
}

/// Half a ledger answers nothing: the words may stand in the other half.
pub(super) fn all_read(desk: &Desk, unread: &[Finding]) -> Result<(), Trouble> {
    if unread.is_empty() {
        return Ok(());
    }
    desk.report(unread);
    let files: BTreeSet<&str> = unread.iter().map(|finding| &*finding.place.file).collect();
    Err(Trouble::new(format!(
        "nothing was judged: {} could not be read whole, and the words may stand there",
        counted(files.len(), "ledger file")
    ))
    .help("mend what is reported above, or name the files to use with `--ledger`"))
}
