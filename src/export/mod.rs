//! Floor 5: claims drawn, for people and for programs.

pub mod account;
pub mod answer;
mod answers;
pub mod columns;
mod csv;
mod difference;
mod document;
mod lines;
mod linked;
pub mod page;
pub mod row;
mod rows;
mod streamed;
pub mod table;

pub use answers::Answers;
pub use csv::Csv;
pub use page::{Page, Recorded};
pub use row::Row;
pub use rows::Rows;
pub use streamed::{Piece, Streamed};
pub use table::Table;
