//! A draft held against the ledger: what is looked up for it, its quotations judged, and what its rules
//! find.

mod allowed;
mod context;
mod lookout;
mod manuscript;
mod mend;
mod nested;
mod proof;
mod said;
mod standing;
mod used;
mod written;

pub use context::{Around, Context, holds_any};
pub use lookout::{Lookout, Noted};
pub use manuscript::{Cited, Manuscript, Wanted};
pub use said::{Said, parts};
pub use standing::Standing;
pub use used::Used;
