//! Floor 4: references, and claims as they are cited in a text.

pub mod fragment;
mod markdown;
mod reference;

pub use markdown::markdown;
pub use reference::{plain, unknown_parts};
