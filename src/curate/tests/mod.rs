//! What is written, what is put in, and what is found.

mod add;
mod layout;
mod marking;

use serde::Deserialize;

use crate::ledger::{File, Strict};

/// A ledger file from its text.
fn read(text: &str) -> File {
    File::deserialize(Strict(&mut serde_json::Deserializer::from_str(text)))
        .unwrap_or_else(|why| panic!("{why}: {text}"))
}
