//! `dangling-reference`: an id that leads nowhere.

use crate::check::rules::{ClaimAt, Index};
use crate::finding::{Finding, JsonPath, Rule};
use crate::ledger::{Id, OWN_VOICE, Source};
use crate::wording;

/// An id that names no source of the file, or no other claim of the ledger.
pub static RULE: Rule = Rule::error("dangling-reference", include_str!("dangling_reference.md"));

/// Looks at the sources that a claim names.
pub fn sources(at: &ClaimAt<'_>) -> Vec<Finding> {
    if !at.subject.is_whole {
        return Vec::new();
    }
    let claim = at.claim;
    let mut found = Vec::new();
    found.extend(missing(at, &claim.source, at.path("source")));
    for (place, relay) in claim.via.iter().enumerate() {
        found.extend(missing(at, relay, at.path("via").then(place)));
    }
    if let Some(voice) = &claim.voice_of {
        found.extend(missing(at, voice, at.path("voice_of")));
    }
    found
}

fn missing(at: &ClaimAt<'_>, id: &Id<Source>, path: JsonPath) -> Option<Finding> {
    let sources = &at.subject.head.sources;
    if id.as_str() == OWN_VOICE || sources.get(id.as_str()).is_some() {
        return None;
    }
    let said =
        format!("claim `{}` names source `{id}`, which this file does not record", at.claim.id);
    let known = sources.iter().map(|(known, _)| known.as_str());
    let help = match wording::did_you_mean(id.as_str(), known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("add `{id}` under `sources`"),
    };
    Some(at.found(&RULE, path, said).help(help))
}

/// Looks at the claims that claims name.
pub fn claims(index: &Index) -> Vec<Finding> {
    let mut found = Vec::new();
    for reference in &index.references {
        let (from, to) = (&reference.from, &reference.to);
        let field = reference.relation.field();
        let (said, help) = if from == to {
            let said = format!("claim `{from}` names itself under `{field}`");
            (said, "name the other claim, or take it out".to_owned())
        } else if index.is_partial || index.has_claim(to) {
            continue;
        } else {
            let said = format!(
                "claim `{from}` names claim `{to}` under `{field}`, which is not in the ledger"
            );
            let help = match index.nearest_claim(to) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a claim of this ledger, or take it out".to_owned(),
            };
            (said, help)
        };
        let finding = index.found(&RULE, reference.seat.file, reference.path(), said);
        found.push(finding.help(help));
    }
    found
}
