//! The program, as a person meets it.

mod bad_input;
mod desk;
mod schema;
mod terminal;
