//! Floor 4: the judge and the rules. Checking never fails: it returns what it found.

mod advice;
pub mod answer;
pub mod attribution;
pub mod candidate;
pub mod caution;
mod credit;
pub mod fit;
pub mod gather;
pub mod guideline;
mod judge;
pub mod lint;
mod nothing;
mod of_claim;
mod precedence;
mod prose;
pub mod question;
mod reading;
pub mod rules;
mod shown;
mod steps;
#[cfg(test)]
mod tests;
pub mod verdict;

pub use answer::Answer;
pub use attribution::{Asked, Namesake};
pub use candidate::{Candidate, Kept, Paragraph};
pub use caution::Caution;
pub use gather::{Gathered, Gathering};
pub use judge::{Looked, Surroundings, judge};
pub use of_claim::judge_claim;
pub use question::Question;
pub use shown::CUE;
pub use verdict::{Attributed, FoundIn, MayQuote, Verdict};
