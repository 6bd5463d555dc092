//! The program, as a person meets it.

mod article;
mod bad_input;
mod browser;
mod check;
mod cite;
mod cite_hostile;
mod commands;
mod desk;
mod drafts;
mod explain;
mod export;
mod export_hostile;
mod floors;
mod fmt;
mod forms;
mod fragment;
mod hostile;
mod lint;
mod met;
mod page;
mod page_speed;
mod pipes;
mod readme;
mod records;
#[cfg(feature = "csl")]
mod references;
mod rendered;
mod sarif;
mod schema;
mod terminal;
mod validate;
mod validator;
