//! What the engine knows of text: folded tokens, word lists, and the sieve; nothing of ledgers.

pub mod entities;
pub mod fold;
pub mod glyphs;
pub mod language;
pub mod letters;
pub mod likeness;
pub mod scan;
mod shingles;
pub mod sieve;
pub mod token;
pub mod words;
