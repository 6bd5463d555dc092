//! `overdue-forecast`: a forecast for a day that has passed.

use std::collections::BTreeSet;

use crate::check::lint::Manuscript;
use crate::finding::{Finding, Rule};

/// A quotation or citation of a forecast whose day is over.
pub static RULE: Rule = Rule::warning("overdue-forecast", include_str!("overdue_forecast.md"));

/// Looks at every claim that the draft quotes or cites, once.
pub fn test(page: &Manuscript<'_>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let used = page.used();
    let overdue = used.iter().filter(|used| {
        used.kept.claim.is_overdue(page.today) && seen.insert(used.kept.claim.id.as_str())
    });
    overdue
        .map(|used| {
            let claim = &used.kept.claim;
            let due = claim.due.map(|due| format!(" on {due}")).unwrap_or_default();
            let message = format!("`{}` was due{due}, and that day has passed", claim.id);
            let help = "find out what came of it, and say so; date the forecast";
            used.found(page, &RULE, message).help(help)
        })
        .collect()
}
