//! The program, as a person meets it.

mod article;
mod bad_input;
mod check;
mod commands;
mod desk;
mod explain;
mod floors;
mod forms;
mod hostile;
mod lint;
mod met;
mod pipes;
mod readme;
mod schema;
mod terminal;
mod validate;
mod validator;
