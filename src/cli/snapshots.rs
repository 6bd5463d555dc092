//! Saved texts of articles that are named for one run.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::cli::trouble::Trouble;
use crate::load::snapshot::{self, Saved};

/// Flags of every command that looks into saved texts.
#[derive(clap::Args, Debug)]
pub struct SnapshotArgs {
    /// The saved text of an article, for this run; repeatable
    #[arg(long = "snapshot", value_name = "ID=PATH", value_parser = named_path)]
    snapshots: Vec<(String, PathBuf)>,
}

/// Snapshots named on the command line, by the article's id.
pub type Named = HashMap<String, Saved>;

impl SnapshotArgs {
    /// Whether none is named.
    pub fn is_empty(&self) -> bool {
        self.snapshots.is_empty()
    }

    /// Reads them.
    ///
    /// # Errors
    /// When one cannot be read, or an article is named twice.
    pub fn read(&self) -> Result<Named, Trouble> {
        let mut named = Named::new();
        for (id, path) in &self.snapshots {
            let saved = snapshot::from_path(path).map_err(|why| {
                Trouble::new(format!("cannot read snapshot `{}`: {why}", path.display()))
                    .help(why.help())
            })?;
            if named.insert(id.clone(), saved).is_some() {
                return Err(Trouble::new(format!("`--snapshot` names `{id}` twice"))
                    .help("name one text for each article"));
            }
        }
        Ok(named)
    }
}

fn named_path(given: &str) -> Result<(String, PathBuf), String> {
    match given.split_once('=') {
        Some((id, path)) if !id.is_empty() && !path.is_empty() => Ok((id.into(), path.into())),
        _ => {
            Err("expected the article's id and a path: `harbour-bridge=harbour-bridge.txt`".into())
        }
    }
}
