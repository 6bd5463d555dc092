//! Are these the printed words, who said them, and how do you know?

pub mod check;
pub mod finding;
pub mod ledger;
pub mod load;
pub mod report;
pub mod safe;
pub mod span;
pub mod text;
pub mod wording;
