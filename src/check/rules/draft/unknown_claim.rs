//! `unknown-claim`: a citation that leads nowhere.

use crate::check::lint::{Cited, Manuscript};
use crate::draft::Form;
use crate::finding::{Finding, Rule};
use crate::ledger::id::is_slug;

/// A citation whose label is no claim's and no article's id, or misses one by a letter.
pub static RULE: Rule = Rule::error("unknown-claim", include_str!("unknown_claim.md"));

/// Looks at labels that are the ledger's business: a footnote of the draft's own is not.
pub fn test(cited: &Cited<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let label = &cited.citation.label;
    if !cited.claims.is_empty() || page.noted.articles.contains(label) {
        return None;
    }
    let near = page.noted.near.get(label);
    let is_own = cited.citation.defined
        || cited.citation.form == Form::Pandoc && (!is_slug(label) || has_bibliography(page));
    if near.is_none() && is_own {
        return None;
    }
    let message =
        format!("the citation names `{label}`, which is no claim or article of the ledger");
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`claims list` shows the ids; a footnote of your own needs its text".to_owned(),
    };
    Some(page.of_citation(cited, &RULE, message).help(help))
}

/// Whether the front matter names a bibliography of its own, in which pandoc looks labels up.
fn has_bibliography(page: &Manuscript<'_>) -> bool {
    let text = page.context.text;
    let mut lines = text.lines();
    let fence = lines.next().map(|line| line.trim_start_matches('\u{feff}').trim_end());
    matches!(fence, Some("---" | "+++"))
        && lines
            .take_while(|line| Some(line.trim_end()) != fence)
            .any(|line| line.starts_with("bibliography:") || line.starts_with("references:"))
}
