//! Claims by their ids.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::cli::desk::Desk;
use crate::cli::say::remark;
use crate::cli::trouble::Trouble;
use crate::ledger::{Claim, Head};
use crate::load::{Item, LedgerFile, fold};
use crate::select::{Chosen, Selection};
use crate::wording::{all_of, did_you_mean, ticked};

/// A claim that was kept, with what it needs of its file.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The file as a person would type it from here.
    pub file: Arc<str>,
    /// The article, and the sources that the claim names.
    pub head: Head,
    /// The claim.
    pub claim: Claim,
}

/// The claims of these ids, in the order asked; one that stands in two files is given twice.
///
/// # Errors
/// When an id is no claim's; says which comes near.
pub fn by_id(ids: &[String], files: &[LedgerFile], desk: &Desk) -> Result<Vec<Kept>, Trouble> {
    let mut kept: Vec<Kept> = Vec::new();
    let findings = fold(
        files,
        |(): &mut (), batch: &mut Vec<Kept>, item| {
            if let Item::Claim(entry) = item
                && ids.iter().any(|id| id == entry.claim.id.as_str())
            {
                let head = entry.head.of_claim(&entry.claim);
                batch.push(Kept { file: entry.file.shown.clone(), head, claim: *entry.claim });
            }
        },
        |batch| {
            kept.extend(batch);
            ControlFlow::Continue(())
        },
    );
    desk.report(&findings);
    let place = |kept: &Kept| ids.iter().position(|id| id == kept.claim.id.as_str());
    kept.sort_by_key(place);
    let unknown: Vec<&String> =
        ids.iter().filter(|id| !kept.iter().any(|kept| kept.claim.id.as_str() == *id)).collect();
    for twice in kept.chunk_by(|a, b| a.claim.id == b.claim.id).filter(|alike| alike.len() > 1) {
        let files = all_of(twice.iter().map(|kept| ticked(&kept.file)));
        remark(format!("`{}` stands in {files}; ids should be unique", twice[0].claim.id));
    }
    if unknown.is_empty() {
        return Ok(kept);
    }
    let near: BTreeSet<String> = unknown.iter().filter_map(|id| nearest(id, files)).collect();
    let trouble =
        Trouble::new(format!("no claim has the id {}", all_of(unknown.iter().map(ticked))));
    Err(if near.is_empty() {
        trouble.help(
            "`claims list` shows the ids; `claims list --search WORDS` finds claims by their words",
        )
    } else {
        trouble.help(format!("did you mean {}?", all_of(near.iter().map(ticked))))
    })
}

/// The id in the ledger that is nearest to this one, where one is near.
pub fn nearest(asked: &str, files: &[LedgerFile]) -> Option<String> {
    let mut near = BTreeSet::new();
    fold(
        files,
        |(): &mut (), batch: &mut Option<String>, item| {
            if let Item::Claim(entry) = item {
                let known = batch.iter().map(String::as_str).chain([entry.claim.id.as_str()]);
                let nearer = did_you_mean(asked, known).map(str::to_owned);
                *batch = nearer.or(batch.take());
            }
        },
        |batch| {
            near.extend(batch);
            ControlFlow::Continue(())
        },
    );
    did_you_mean(asked, near.iter().map(String::as_str)).map(str::to_owned)
}

/// The statements of the claims that these name.
pub fn statements(of: &[Kept], files: &[LedgerFile]) -> BTreeMap<String, String> {
    let named = of.iter().flat_map(|kept| named_by(&kept.claim)).collect();
    statements_of(&named, files)
}

/// The statements of the claims that the chosen ones name.
pub fn statements_named(selection: &Selection, files: &[LedgerFile]) -> BTreeMap<String, String> {
    let mut named = BTreeSet::new();
    fold(
        files,
        |chosen: &mut Chosen, batch: &mut Vec<String>, item| {
            if let Item::Claim(entry) = item
                && chosen.holds(selection, entry.head, &entry.claim)
            {
                batch.extend(named_by(&entry.claim));
            }
        },
        |batch| {
            named.extend(batch);
            ControlFlow::Continue(())
        },
    );
    statements_of(&named, files)
}

fn named_by(claim: &Claim) -> impl Iterator<Item = String> {
    let replaced_by = claim.status.as_ref().and_then(|status| status.replaced_by.as_ref());
    claim.relations().map(|(_, _, id)| id).chain(replaced_by).map(ToString::to_string)
}

/// The statements of the claims of these ids.
pub fn statements_of(named: &BTreeSet<String>, files: &[LedgerFile]) -> BTreeMap<String, String> {
    let mut statements = BTreeMap::new();
    if named.is_empty() {
        return statements;
    }
    fold(
        files,
        |(): &mut (), batch: &mut Vec<(String, String)>, item| {
            if let Item::Claim(entry) = item
                && named.contains(entry.claim.id.as_str())
            {
                batch.push((entry.claim.id.to_string(), entry.claim.statement.to_string()));
            }
        },
        |batch| {
            statements.extend(batch);
            ControlFlow::Continue(())
        },
    );
    statements
}
