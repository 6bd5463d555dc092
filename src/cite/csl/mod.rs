//! References in any style of the Citation Style Language: checked before, rendered, checked after.

mod check;
mod engine;
mod item;
mod load;
mod marks;
mod render;

pub use engine::Engine;
