//! `unused-allowance`: a comment that permits nothing.

use crate::check::lint::Manuscript;
use crate::check::rules::draft::RULES;
use crate::draft::Allowance;
use crate::finding::{About, Finding, Rule};
use crate::wording::did_you_mean;

/// An allowance that names no rule, gives no reason, or permits nothing that is found.
pub static RULE: Rule = Rule::warning("unused-allowance", include_str!("unused_allowance.md"));

/// Looks at one allowance when all else was found.
pub fn test(allowance: &Allowance, is_used: bool, page: &Manuscript<'_>) -> Option<Finding> {
    let rule = &allowance.rule;
    let names = || RULES.iter().map(|rule| rule.rule.name);
    let form = "write `<!-- claims: allow RULE because REASON -->`".to_owned();
    let (message, help) = if rule.is_empty() {
        ("the comment is no allowance".to_owned(), form)
    } else if !names().any(|name| name == rule) {
        let help = did_you_mean(rule, names()).map(|near| format!("did you mean `{near}`?"));
        let all = || "`claims explain` lists the rules".to_owned();
        (
            format!("the allowance names `{rule}`, which is no rule of a draft"),
            help.unwrap_or_else(all),
        )
    } else if allowance.reason.is_none() {
        (format!("the allowance of `{rule}` gives no reason, and permits nothing"), form)
    } else if !is_used {
        let message = format!("the allowance of `{rule}` permits nothing that is found here");
        (
            message,
            "take it out, or set it right before the words that it is about, in their item or cell"
                .to_owned(),
        )
    } else {
        return None;
    };
    let found = Finding::new(&RULE, page.place(allowance.span), message).help(help);
    Some(found.about(About::default()))
}
