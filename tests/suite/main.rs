//! The program, as a person meets it.

mod article;
mod bad_input;
mod check;
mod commands;
mod desk;
mod drafts;
mod explain;
mod floors;
mod forms;
mod lint;
mod met;
mod pipes;
mod readme;
mod sarif;
mod schema;
mod terminal;
mod validate;
mod validator;
