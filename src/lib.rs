//! Before you quote it: are these the printed words, who said them, and how do you know?
//!
//! A *ledger* records by hand what an article claims and whom it credits; this crate reads ledgers,
//! lists and cites their claims, and judges quotations by them. It says what an article prints and
//! whom it credits; never that the person really said it, nor that it is true.
//!
//! ```
//! use news_claims::ledger::{Credit, File, Head};
//!
//! let file: File = serde_json::from_str(r#"{
//!   "format": 1,
//!   "article": { "id": "harbour-bridge", "type": "article", "language": "it" },
//!   "sources": { "ito": { "name": "Mei Ito", "kind": "person", "role": "bridge engineer" } },
//!   "claims": [{
//!     "id": "ito-safe-again", "statement": "The bridge will be safe again.", "kind": "forecast",
//!     "source": "ito", "mode": "direct",
//!     "quotes": [{ "exact": "Il ponte tornerà sicuro", "translated": "presumed" }]
//!   }]
//! }"#)?;
//! let head = Head { article: file.article, sources: file.sources };
//! let credit = Credit::of(&file.claims[0], &head);
//! assert_eq!(credit.party.in_full(), "Mei Ito, bridge engineer");
//! assert_eq!(credit.how(), "direct, translated");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # The floors
//!
//! Imports only point downward, and modules on one floor do not know each other; a test reads the
//! sources and holds it.
//!
//! | floor | modules | what lives there |
//! |---|---|---|
//! | 6 | [`cli`] | one file a command, its flags beside its function |
//! | 5 | [`report`] · [`export`] | findings drawn · claims drawn |
//! | 4 | [`check`] · [`cite`] · [`curate`] | the judge and the rules · references · new ledger text |
//! | 3 | [`load`] · [`save`] · [`draft`] · [`select`] | files read · files written · drafts read · filters |
//! | 2 | [`ledger`] | articles, sources, claims, names, the attribution in words |
//! | 1 | [`text`] · [`finding`] | folding, tokens, word lists, sieve · what checking reports |
//! | 0 | [`span`] · [`wording`] · [`safe`] · [`cores`] | a place in a text · a phrase · text made harmless · work shared out |
//!
//! # What always holds
//!
//! - A ledger is never a list of everything: [`load::fold`] reads a file, hands on its claims, and
//!   forgets them. Memory does not grow with the ledger.
//! - Parsing is strict, typed and mute; only a file that fails is read again to say what is wrong.
//! - Checking never fails: it returns what it found. The judge is pure and never sees a ledger.
//! - Nothing is called fine because it is similar: fine means that no hard change is left.
//! - Text from ledgers and drafts passes [`safe`] before it goes anywhere.

pub mod check;
pub mod cite;
pub mod cli;
pub mod cores;
pub mod curate;
pub mod draft;
pub mod export;
pub mod finding;
pub mod ledger;
pub mod load;
pub mod report;
pub mod safe;
pub mod save;
pub mod select;
pub mod span;
pub mod text;
#[cfg(test)]
mod trial;
pub mod wording;
