//! Gathers what the page shows.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::cli::desk::Desk;
use crate::cli::lookup;
use crate::cli::snapshots::SnapshotArgs;
use crate::cli::trouble::Trouble;
use crate::export::{Page, Recorded};
use crate::ledger::{Head, Snapshot};
use crate::load::{Item, LedgerFile, fold, snapshot};
use crate::select::{Chosen, Selection};

/// What is remembered within a file, and what a batch brings, for the page.
#[derive(Default)]
struct InFile {
    chosen: Chosen,
    head: Option<Arc<Head>>,
}

#[derive(Default)]
struct Batch {
    claims: Vec<Recorded>,
    of: usize,
    /// The snapshot of the file that ends, with its article's id.
    saved: Vec<(String, LedgerFile, Snapshot)>,
}

/// All that the page shows: unlike the other forms it is held whole, since its top speaks of all.
pub(super) fn page(
    snapshots: &SnapshotArgs,
    selection: &Selection,
    files: &[LedgerFile],
    desk: &Desk,
) -> Result<Page, Trouble> {
    let named = snapshots.read()?;
    let mut all = Batch::default();
    let findings = fold(
        files,
        |within: &mut InFile, batch: &mut Batch, item| match item {
            Item::Claim(entry) => {
                batch.of += 1;
                if within.chosen.holds(selection, entry.head, &entry.claim) {
                    let head = within.head.get_or_insert_with(|| Arc::new(entry.head.clone()));
                    let (file, head) = (entry.file.shown.clone(), head.clone());
                    batch.claims.push(Recorded { file, head, claim: *entry.claim });
                }
            }
            Item::End(end) => {
                let article = end.head.article.id.to_string();
                let saved = end.snapshot.map(|saved| (article, end.file.clone(), saved.clone()));
                batch.saved.extend(saved.filter(|_| within.head.is_some()));
            }
        },
        |batch| {
            all.claims.extend(batch.claims);
            all.saved.extend(batch.saved);
            all.of += batch.of;
            ControlFlow::Continue(())
        },
    );
    desk.report(&findings);
    let mut texts: HashMap<String, String> =
        named.into_iter().map(|(article, saved)| (article, saved.text)).collect();
    for (article, file, snapshot) in all.saved {
        if !texts.contains_key(&article) {
            match snapshot::read(&file, &snapshot) {
                Ok(saved) => texts.extend(saved.map(|saved| (article, saved.text))),
                Err(finding) => desk.report(&[finding]),
            }
        }
    }
    let statements = lookup::statements_named(selection, files);
    Ok(Page { claims: all.claims, of: all.of, statements, texts, today: desk.today()? })
}
