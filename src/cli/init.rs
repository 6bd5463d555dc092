//! `claims init`: starts a ledger file that validates and explains itself.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::say::remark;
use crate::cli::trouble::Trouble;
use crate::ledger::{Article, Id};
use crate::load::find::FOLDER;
use crate::save::{Failure, Writing};

/// The flags of `init`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims init harbour-bridge     makes claims/harbour-bridge.json")]
pub struct Args {
    /// The article's id and the file's name: a-z, 0-9 and `-`
    #[arg(value_name = "NAME", default_value = "first-article")]
    name: String,
}

/// What a new file holds; `ARTICLE` stands for the article's id.
const TEMPLATE: &str = include_str!("init.json");

/// Writes a new ledger file under `claims/`, or in the folder that `--ledger` names; one that is there is
/// never touched.
///
/// # Errors
/// When the name is no id, the file is there already, or it cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let name = &args.name;
    name.parse::<Id<Article>>().map_err(|why| Trouble::new(why.to_string()))?;
    let folder = desk.named().next().map_or(Path::new(FOLDER), PathBuf::as_path);
    if folder.exists() && !folder.is_dir() {
        return Err(Trouble::new(format!("`{}` is a file, expected a folder", folder.display()))
            .help("rename it, or start the ledger in another folder"));
    }
    std::fs::create_dir_all(folder).map_err(|why| Trouble::not_written(folder, &why.into()))?;
    let path: PathBuf = folder.join(format!("{name}.json"));
    write_new(&path, &TEMPLATE.replace("ARTICLE", name)).map_err(|why| not_started(&path, &why))?;
    let schema = folder.join("ledger.schema.json");
    match write_new(&schema, crate::ledger::schema::SCHEMA) {
        // Whoever started the ledger wrote it, perhaps this very moment.
        Ok(()) | Err(Failure::ThereAlready) => {}
        Err(why) => return Err(not_started(&schema, &why)),
    }
    remark(format!(
        "started `{}`; its `x` says how to go on, `claims validate` checks it",
        path.display()
    ));
    Ok(Outcome::Fine)
}

fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let mut file = Writing::begin(path, false)?;
    file.write_all(text.as_bytes())?;
    file.finish()
}

fn not_started(path: &Path, why: &Failure) -> Trouble {
    let another = "name another: `claims init NAME`";
    match why {
        Failure::ThereAlready => {
            Trouble::new(format!("`{}` is there already, and is left as it is", path.display()))
                .help(another)
        }
        Failure::NoFile(_) => Trouble::not_written(path, why).help(another),
        _ => Trouble::not_written(path, why),
    }
}
