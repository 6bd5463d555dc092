//! Floor 5: claims drawn, for people and for programs.

pub mod account;
mod csv;
pub mod row;
mod rows;
pub mod table;

pub use csv::Csv;
pub use row::Row;
pub use rows::Rows;
pub use table::Table;
