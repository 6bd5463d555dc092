//! `unknown-csl-variable`: a field of the article that CSL does not know.

use crate::check::rules::Subject;
use crate::finding::{Finding, JsonPath, Rule};
use crate::ledger::csl;
use crate::wording;

/// A field of the article that no citation style will ever show.
pub static RULE: Rule = Rule::note("unknown-csl-variable", include_str!("unknown_csl_variable.md"));

/// Looks at the names of the article's fields.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    let unknown = file.head.article.unknown_variables();
    unknown
        .map(|name| {
            let said = format!("CSL knows no variable `{name}`; it is kept and shown by nobody");
            let path = JsonPath::root().then("article").then(name);
            let known = csl::variables().map(|(known, _)| known);
            let help = match wording::did_you_mean(name, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "keep your own fields under `x`".to_owned(),
            };
            file.found_key(&RULE, path, said).help(help)
        })
        .collect()
}
