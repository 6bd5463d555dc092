//! Floor 4: references, and claims as they are cited in a text.
//!
//! Three things are kept apart: what is said of a claim (`said`), the reference to its article in a
//! style (`reference`, `csl`), and the drawing of both in a format (`draw`). The records behind the
//! references are written for other programs to read (`records`).

mod citer;
mod csl;
mod doubt;
mod draw;
pub mod fragment;
mod locale;
mod phrases;
mod prose;
mod records;
mod reference;
mod said;
mod style;

pub use citer::{Cited, Citer, Form, markdown};
pub use doubt::Doubt;
pub use draw::{TextFormat, draw};
pub use locale::Locale;
pub use prose::{Address, Block, Face, Piece, Prose};
pub use records::{RecordFormat, Records, records};
pub use reference::{plain, unknown};
pub use style::{Entry, NoStyle, PLAIN, STYLES, Style};

/// The thread that the engine of the styles runs on: a bug of the engine ends this thread and no more.
pub const ENGINE: &str = "citation engine";
