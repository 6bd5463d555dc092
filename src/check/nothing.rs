//! The advice where nothing recorded is near.

use crate::check::attribution::Asked;
use crate::check::candidate::Candidate;
use crate::check::credit::{first_upper, marked, outlet, tongue};
use crate::check::judge::{Case, Looked};
use crate::check::verdict::Attributed;
use crate::ledger::Party;

/// Nothing is near: where was looked, and what the asked source did say in the asker's language.
pub(super) fn advice(case: &Case<'_>) -> String {
    let blind = blind(case.known.looked).unwrap_or_default();
    let told = case.known.asked.and_then(|asked| {
        if asked.namesakes.is_empty() && !asked.is_own_voice() {
            Some(format!(" No source of the ledger answers to {}.", asked.name.asked()))
        } else {
            translated_of(case, asked)
        }
    });
    let told = told.unwrap_or_default();
    format!("Nothing recorded is near these words: do not quote them.{blind}{told}")
}

/// That prose was not looked into, or not all of it.
fn blind(looked: Looked) -> Option<String> {
    let lacking = match (looked.saved, looked.articles) {
        (saved, all) if saved >= all => return None,
        (0, 1) => "No saved text of the article was at hand".to_owned(),
        (0, _) => "No saved text of any article was at hand".to_owned(),
        (saved, all) => format!("A saved text was at hand of {saved} of {all} articles"),
    };
    Some(format!(
        " {lacking} to look in, so they may stand in prose; `--snapshot ID=PATH` names one."
    ))
}

/// What the asked source says in print, where the question is in another language than the print.
fn translated_of(case: &Case<'_>, asked: &Asked) -> Option<String> {
    let wanted = case.question.language.as_deref()?;
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    let mut told = Vec::new();
    for candidate in case.candidates {
        let Candidate::Claim(kept) = candidate else { continue };
        if asked.of_quote(kept) != Attributed::Confirmed {
            continue;
        }
        for quote in &kept.claim.quotes {
            let printed = kept.language(quote)?;
            let rendering =
                quote.renderings.iter().find(|(tag, _)| primary(tag) == primary(wanted));
            if primary(&printed) != primary(wanted)
                && let Some((_, rendering)) = rendering
            {
                told.push((kept, printed, quote.exact.as_str(), rendering));
            }
        }
    }
    told.sort_by_key(|(kept, _, exact, _)| (kept.key(), *exact));
    let (kept, printed, ..) = told.first()?;
    let said = told.iter().take(3).map(|(_, _, exact, rendering)| {
        format!("{} (in the curator's words: {rendering})", marked(exact))
    });
    Some(format!(
        " {} prints {} in {}: {}. Words that were translated once are not translated back: the result is \
         nobody's words. Report them without quotation marks.",
        first_upper(&outlet(&kept.head.article)),
        Party::of(&kept.claim, &kept.head).name(),
        tongue(printed),
        said.collect::<Vec<_>>().join("; ")
    ))
}
