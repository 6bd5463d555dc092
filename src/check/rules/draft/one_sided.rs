//! `one-sided`: what contradicts or qualifies a claim is left out.

use std::collections::BTreeSet;

use crate::check::candidate::Kept;
use crate::check::lint::{Manuscript, Used};
use crate::finding::{Finding, Rule};
use crate::wording::{some_of, ticked};

/// A draft that uses a claim, and none of those that contradict it, or not the one that qualifies it.
pub static RULE: Rule = Rule::warning("one-sided", include_str!("one_sided.md"));

/// So many are named in the message.
const NAMED: usize = 8;

/// Looks at every claim that the draft quotes or cites, once.
pub fn test(page: &Manuscript<'_>) -> Vec<Finding> {
    let used = page.used();
    // The other side is told although its words are altered; that is reported by itself.
    let altered = page.said.iter().filter(|said| said.is_altered()).filter_map(|said| said.claim());
    let ids: BTreeSet<&str> = used
        .iter()
        .map(|used| used.kept)
        .chain(altered)
        .map(|kept| kept.claim.id.as_str())
        .collect();
    let mut seen = BTreeSet::new();
    used.iter()
        .filter(|used| seen.insert(used.kept.claim.id.as_str()))
        .filter_map(|used| finding(used, &ids, page))
        .collect()
}

fn finding(used: &Used<'_>, ids: &BTreeSet<&str>, page: &Manuscript<'_>) -> Option<Finding> {
    let Kept { claim, .. } = used.kept;
    let has_one =
        |others: &[crate::ledger::Id<_>]| others.iter().any(|id| ids.contains(id.as_str()));
    let (what, others) = if !claim.conflicts.is_empty() && !has_one(&claim.conflicts) {
        ("is contradicted by", &claim.conflicts)
    } else if !claim.qualified_by.is_empty() && !has_one(&claim.qualified_by) {
        ("misleads without", &claim.qualified_by)
    } else {
        return None;
    };
    let others = some_of(others.iter().map(ticked), NAMED);
    let message = format!("`{}` {what} {others}, which the draft leaves out", claim.id);
    Some(
        used.found(page, &RULE, message)
            .help(format!("say that as well: `claims show {}`", claim.id)),
    )
}
