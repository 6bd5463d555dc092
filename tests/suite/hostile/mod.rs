//! What somebody might do on purpose: broken encodings, endless files, text that acts where it is shown.
#![cfg(unix)]

mod circles;
mod files;
mod json;
mod markdown;
mod naughty;
mod network;
mod printed;
mod signals;

use std::path::PathBuf;

use crate::desk::skipped;

/// A public test suite, in the folder that `CLAIMS_SUITES` names, or in `suites` of the one that
/// `CLAIMS_SHARED` names; none where it is not at hand, which is said.
pub fn suite(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("CLAIMS_SUITES").map(PathBuf::from);
    let shared =
        std::env::var_os("CLAIMS_SHARED").map(|shared| PathBuf::from(shared).join("suites"));
    let path = named.or(shared).map(|suites| suites.join(name)).filter(|path| path.exists());
    if path.is_none() {
        skipped(&format!("neither CLAIMS_SUITES nor CLAIMS_SHARED names a folder with `{name}`"));
    }
    path
}
