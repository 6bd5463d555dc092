//! The program, as a person meets it.

mod add;
mod article;
mod bad_input;
mod check;
mod commands;
mod desk;
mod explain;
mod floors;
mod fmt;
mod forms;
mod hands;
mod lint;
mod met;
mod pipes;
mod readme;
mod schema;
mod terminal;
mod validate;
mod validator;
