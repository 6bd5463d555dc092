//! Floor 4: the judge and the rules. Checking never fails: it returns what it found.

pub mod caution;
pub mod fit;
pub mod rules;

pub use caution::Caution;
