//! What must be known before a claim is cited.

use crate::ledger::{Claim, Id, State};
use crate::wording::{all_of, ticked};

/// What must be known before a claim is cited: that it no longer stands, and what it misleads without.
pub fn provisos(claim: &Claim) -> Vec<String> {
    let id = &claim.id;
    let state = claim.state();
    let fallen = (state != State::Standing)
        .then(|| format!("claim `{id}` is {state}: look before you cite it"));
    let with = |ids: &[Id<Claim>], why: &str| {
        (!ids.is_empty()).then(|| {
            format!("claim `{id}` {why} {}: cite that too", all_of(ids.iter().map(ticked)))
        })
    };
    let qualified = with(&claim.qualified_by, "misleads without");
    let conflicted = with(&claim.conflicts, "is contradicted by");
    fallen.into_iter().chain(qualified).chain(conflicted).collect()
}
