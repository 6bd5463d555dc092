//! `voice-mismatch`: own voice and a credited source in one claim.

use crate::check::rules::ClaimAt;
use crate::finding::{Finding, Rule};
use crate::ledger::{Mode, OWN_VOICE};

/// A claim that is the article's own voice in one field and somebody else's in another.
pub static RULE: Rule = Rule::error("voice-mismatch", include_str!("voice_mismatch.md"));

/// Looks at mode, source, voice and relay.
pub fn test(at: &ClaimAt<'_>) -> Vec<Finding> {
    let claim = at.claim;
    let id = &claim.id;
    match (claim.mode == Mode::OwnVoice, claim.is_own_voice()) {
        (true, true) => own_voice(at),
        (false, false) => credited(at),
        (true, false) => {
            let said = format!("claim `{id}` has mode `own-voice` but credits `{}`", claim.source);
            let help = "use source `article` where the article credits nobody, or the mode in which \
                        it gives the source's words";
            vec![at.found(&RULE, at.path("source"), said).help(help)]
        }
        (false, true) => {
            let said = format!("claim `{id}` has source `article` but mode `{}`", claim.mode);
            let help = "use mode `own-voice`, or the source that the article credits";
            vec![at.found(&RULE, at.path("mode"), said).help(help)]
        }
    }
}

/// The article speaks: somebody may be spoken of, nobody relays.
fn own_voice(at: &ClaimAt<'_>) -> Vec<Finding> {
    let claim = at.claim;
    let mut found = Vec::new();
    if !claim.via.is_empty() {
        let said = format!("claim `{}` is own voice but was relayed", claim.id);
        let help = "make the relay the source, or take `via` out";
        found.push(at.found(&RULE, at.path("via"), said).help(help));
    }
    if claim.voice_of.as_ref().is_some_and(|of| of.as_str() == OWN_VOICE) {
        let said = format!("claim `{}` tells the article's own thoughts", claim.id);
        let help = "`voice_of` names whose words or thoughts are told; leave it out where the article \
                    speaks for itself";
        found.push(at.found(&RULE, at.path("voice_of"), said).help(help));
    }
    found
}

/// A source speaks, so the article does not speak for somebody.
fn credited(at: &ClaimAt<'_>) -> Vec<Finding> {
    let claim = at.claim;
    if claim.voice_of.is_none() {
        return Vec::new();
    }
    let said = format!("claim `{}` credits `{}` and has `voice_of`", claim.id, claim.source);
    let help = "`voice_of` is for own voice, where the article credits nobody; take it out";
    vec![at.found(&RULE, at.path("voice_of"), said).help(help)]
}
