//! `circular-relay`: a source that relays itself.

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, Rule};
use crate::ledger::OWN_VOICE;

/// A claim in whose source and relay somebody stands twice.
pub static RULE: Rule = Rule::error("circular-relay", include_str!("circular_relay.md"));

/// Looks at source and relay.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let claim = at.claim;
    let mut found = Vec::new();
    for (place, relay) in claim.via.iter().enumerate() {
        let said = if claim.source == *relay {
            format!("claim `{}` says that `{relay}` relayed its own words", claim.id)
        } else if claim.via[..place].contains(relay) {
            format!("claim `{}` was relayed by `{relay}` twice", claim.id)
        } else if relay.as_str() == OWN_VOICE {
            format!("claim `{}` was relayed to the article by the article", claim.id)
        } else {
            continue;
        };
        let help = "`via` names who relayed the words to the article, nearest to the source first, \
                    without the source";
        found.push(at.found(&RULE, at.path("via").then(place), said).help(help));
    }
    found
}
