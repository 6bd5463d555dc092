//! Are these the printed words, who said them, and how do you know?

pub mod span;
