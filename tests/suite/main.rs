//! The program, as a person meets it.

mod article;
mod bad_input;
mod browser;
mod check;
mod commands;
mod desk;
mod explain;
mod export;
mod floors;
mod forms;
mod fragment;
mod hostile;
mod lint;
mod met;
mod page;
mod page_speed;
mod pipes;
mod readme;
#[cfg(feature = "csl")]
mod references;
mod rendered;
mod schema;
mod terminal;
mod validate;
mod validator;
