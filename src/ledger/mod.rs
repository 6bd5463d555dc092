//! Floor 2: what a ledger holds, and the attribution in words.

pub mod article;
pub mod claim;
pub mod credit;
pub mod csl;
pub mod csl_date;
pub mod date;
pub mod file;
pub mod id;
pub mod name;
pub mod quote;
pub mod schema;
pub mod source;
pub mod strict;
pub mod verbatim;

pub use article::Article;
pub use claim::{Claim, ClaimKind, Mode, Passage, State, Status};
pub use credit::{Attribution, Credit, Party};
pub use date::{PartialDate, Today};
pub use file::{File, Head, Snapshot};
pub use id::Id;
pub use name::{Answers, Name};
pub use quote::{Misprint, Quote, Translated};
pub use schema::SCHEMA;
pub use source::{OWN_VOICE, Source, SourceKind, Sources};
pub use strict::Strict;
pub use verbatim::{Own, Verbatim};
