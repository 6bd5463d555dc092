//! Floor 1: what is known of text without knowing a ledger: quotation marks, paragraphs, folded
//! tokens, word lists, and the sieve.

pub mod entities;
pub mod fold;
pub mod forms;
pub mod glyphs;
pub mod language;
pub mod letters;
pub mod likeness;
pub mod listed;
pub mod marks;
pub mod paragraph;
pub mod plain;
pub mod printed;
pub mod scan;
mod shingles;
pub mod sieve;
pub mod token;
pub mod words;
