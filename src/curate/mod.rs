//! Floor 4: new text for ledger files. Nothing here touches the disk: it takes text and gives text.

mod layout;
mod parts;
#[cfg(test)]
mod tests;

pub use layout::{WIDTH, print};
