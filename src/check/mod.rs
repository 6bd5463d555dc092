//! The judge: what a quotation's words are worth against the recorded ones.

pub mod fit;
