//! Are these the printed words, who said them, and how do you know?

pub mod check;
pub mod span;
pub mod text;
