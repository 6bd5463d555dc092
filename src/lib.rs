//! Are these the printed words, who said them, and how do you know?

pub mod check;
pub mod cite;
pub mod cli;
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
pub mod wording;
