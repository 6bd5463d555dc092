//! Floor 1: what is known of text without knowing a ledger.

pub mod marks;
pub mod paragraph;
