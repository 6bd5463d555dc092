//! Floor 4: the rules that a ledger is held against.

pub mod rules;
