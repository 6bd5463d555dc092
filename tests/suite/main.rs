//! The program, as a person meets it.

mod article;
mod bad_input;
mod check;
mod commands;
mod desk;
mod explain;
mod floors;
mod forms;
mod lint;
mod met;
mod pipes;
mod readme;
#[cfg(feature = "csl")]
mod references;
mod schema;
mod terminal;
mod validate;
mod validator;
