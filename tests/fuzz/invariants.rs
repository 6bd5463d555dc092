//! The invariants of the test suite, for the fuzz targets beside this file.

#[path = "../suite/invariants/mod.rs"]
mod invariants;

pub use invariants::*;
