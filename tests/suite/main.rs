//! The program, as a person meets it.

mod article;
mod bad_input;
mod check;
mod commands;
mod dependencies;
mod desk;
mod explain;
mod floors;
mod forms;
mod hostile;
#[cfg(unix)]
mod invariants;
mod lint;
mod met;
mod pipes;
mod readme;
#[cfg(unix)]
mod replay;
mod schema;
mod terminal;
mod validate;
mod validator;
