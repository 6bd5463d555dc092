//! The program, as a person meets it.

mod article;
mod bad_input;
mod check;
mod cite;
mod commands;
mod desk;
mod drafts;
mod explain;
mod floors;
mod fmt;
mod forms;
mod hostile;
mod lint;
mod met;
mod pipes;
mod readme;
mod records;
#[cfg(feature = "csl")]
mod references;
mod schema;
mod terminal;
mod validate;
mod validator;
