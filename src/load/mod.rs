//! Floor 3: reads ledger files, and says what is wrong with those that cannot be read.
//!
//! The first reading is fast and mute; only a file that fails is read again, slowly, to say where,
//! what was expected, and every further fault.

mod advice;
pub mod find;
mod fold;
mod locate;
mod parse;
pub mod read;
pub mod rules;
mod second;
mod shape;
pub mod snapshot;
mod syntax;
mod twice;
mod whole;

pub use find::{LedgerFile, NotFound};
pub use fold::{End, Entry, Item, fold, text_again, unreadable};
pub use locate::Places;
pub use whole::whole;
