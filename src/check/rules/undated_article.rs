//! `undated-article`: nobody knows when it was published.

use crate::check::rules::Subject;
use crate::finding::{Finding, JsonPath, Rule};
use crate::ledger::ClaimKind;
use crate::wording;

/// An article without a date of publication.
pub static RULE: Rule = Rule::note("undated-article", include_str!("undated_article.md"));

/// Looks at the article's date, and at the claims that cannot be read without it.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    if file.head.article.issued().is_some() {
        return Vec::new();
    }
    let hanging = file
        .claims()
        .filter(|at| at.claim.kind == ClaimKind::Forecast || at.claim.when.is_some())
        .count();
    let article = &file.head.article.id;
    let said = match hanging {
        0 => format!("article `{article}` has no date"),
        1 => format!("article `{article}` has no date, on which 1 claim hangs"),
        _ => format!(
            "article `{article}` has no date, on which {} hang",
            wording::counted(hanging, "claim")
        ),
    };
    let path = JsonPath::root().then("article").then("id");
    vec![file.found(&RULE, path, said).help("add `issued` where the date is known; never guess it")]
}
