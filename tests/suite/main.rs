//! The program, as a person meets it.

mod schema;
