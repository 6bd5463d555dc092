//! `duplicate-claim`: one claim recorded twice.

use std::collections::HashMap;

use crate::check::rules::{ClaimAt, Subject};
use crate::finding::{Finding, Rule};
use crate::ledger::Claim;
use crate::text::fold::fold;

/// Two claims of one source with the same statement or the same quote.
pub static RULE: Rule = Rule::warning("duplicate-claim", include_str!("duplicate_claim.md"));

/// Looks at the statements and quotes of a file.
pub fn test(file: &Subject<'_>) -> Vec<Finding> {
    let mut statements: HashMap<(&str, String), &Claim> = HashMap::new();
    let mut quotes: HashMap<(&str, String), &Claim> = HashMap::new();
    let mut found = Vec::new();
    let language = file.head.article.language();
    let claims: Vec<ClaimAt<'_>> = file.claims().collect();
    for at in &claims {
        let claim = at.claim;
        let key = (claim.source.as_str(), folded(&claim.statement, None));
        let first = *statements.entry(key).or_insert(claim);
        if first.id != claim.id {
            found.push(finding(at, "statement", 0, first));
            continue;
        }
        for (number, quote) in claim.quotes.iter().enumerate() {
            let key = (claim.source.as_str(), folded(&quote.exact, language));
            let first = *quotes.entry(key).or_insert(claim);
            if first.id != claim.id && !stand_apart(first, claim) {
                found.push(finding(at, "quotes", number, first));
            }
        }
    }
    found
}

fn finding(at: &ClaimAt<'_>, field: &str, number: usize, first: &Claim) -> Finding {
    let (what, path) = match field {
        "quotes" => ("quote", at.path(field).then(number).then("exact")),
        _ => ("statement", at.path(field)),
    };
    let said =
        format!("claim `{}` has the same source and {what} as claim `{}`", at.claim.id, first.id);
    let help = "keep one of the two; where the article says it twice, add the second passage to it";
    at.found(&RULE, path, said).help(help)
}

/// Whether both claims say where they stand, and no paragraph holds both.
fn stand_apart(one: &Claim, other: &Claim) -> bool {
    let paragraphs = |claim: &Claim| -> Vec<u32> {
        let numbers = claim.passages.iter().map(|passage| passage.paragraph.get());
        numbers.collect()
    };
    let (one, other) = (paragraphs(one), paragraphs(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|number| other.contains(number))
}

/// The words without case and punctuation.
fn folded(text: &str, language: Option<&str>) -> String {
    let folded = fold(text, language);
    let spoken = folded.tokens().iter().filter(|token| token.kind.is_spoken());
    spoken.map(|token| token.key.as_str()).collect::<Vec<_>>().join(" ")
}
