//! Floor 5: claims drawn, for people and for programs.

pub mod account;
pub mod answer;
mod answers;
mod csv;
mod difference;
mod lines;
pub mod row;
mod rows;
pub mod table;

pub use answers::Answers;
pub use csv::Csv;
pub use row::Row;
pub use rows::Rows;
pub use table::Table;
