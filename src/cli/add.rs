//! `claims add`: a claim put into the ledger, once it is held against the rules.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::Outcome;
use crate::cli::adding::{Adding, Page};
use crate::cli::desk::Desk;
use crate::cli::difference;
use crate::cli::offer::{ClaimArgs, NoOffer, SourceArgs, standard_input};
use crate::cli::output::OutputArgs;
use crate::cli::say::remark;
use crate::cli::select::SelectArgs;
use crate::cli::snapshots::SnapshotArgs;
use crate::cli::survey::Survey;
use crate::cli::trouble::Trouble;
use crate::finding::Finding;
use crate::load::LedgerFile;
use crate::save::Folder;
use crate::wording::ticked;

/// The flags of `add`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims add --statement \"R2 is late.\" --kind fact --source gupta --mode indirect --dry-run
  claims add --statement \"S.\" --kind fact --mode indirect --source-name Roe --source-kind person
  claims add - --dry-run < claim.json

`-` reads a claim as a ledger file has it, or several with their new sources:
{ \"sources\": { … }, \"claims\": [ … ] }. With a saved text, --select \"WORDS\" finds the words in it and
fills in passage and quotes. What was written by hand stays as it is: only what is new is put in.

Exit codes: 0 added, 1 it breaks a rule and was not added, 2 could not run.")]
pub struct Args {
    /// `-` reads the claim from standard input, as JSON
    #[arg(value_name = "-", value_parser = ["-"], hide_possible_values = true)]
    input: Option<String>,
    /// The article whose file it goes into, where the ledger has several
    #[arg(long, value_name = "ID")]
    article: Option<String>,
    /// Change nothing; print what would change
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    select: SelectArgs,
    #[command(flatten)]
    snapshots: SnapshotArgs,
    #[command(flatten)]
    claim: ClaimArgs,
    #[command(flatten)]
    source: SourceArgs,
}

/// Adds a claim, or several, with new sources and with the other side of their relations.
///
/// # Errors
/// When there is no ledger, what is offered is no claim, its id is taken, the words are not in the text, or a
/// file cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let offer = if args.input.is_some() {
        match standard_input() {
            Ok(offer) => offer,
            Err(NoOffer::Trouble(why)) => return Err(why),
            Err(NoOffer::Findings(findings)) => {
                desk.draw(&findings);
                return Err(Trouble::new("nothing was added: standard input is no claim")
                    .help("`claims schema` prints what a claim is made of"));
            }
        }
    } else {
        args.claim.offer(&args.source)?
    };
    let mut files = desk.files()?;
    // Held until all is written: an id that is free in every file must stay so.
    let held = if args.dry_run { Vec::new() } else { hold_folders(&files)? };
    if !held.is_empty() {
        // Another may have started a file while we waited.
        files = desk.files()?;
    }
    let survey = Survey::of(&offer, &files, desk)?;
    let target = survey.target(args.article.as_deref())?;
    let others = survey.others(&target);
    let is_touched = |shown: &Arc<str>| *shown == target || others.contains(shown);
    // In the order of their paths, so that two programs never wait for each other.
    let mut pages = Vec::new();
    for file in files.iter().filter(|file| is_touched(&file.shown)) {
        match Page::open(file, !args.dry_run)? {
            Ok(page) => pages.push(page),
            Err(findings) => {
                desk.draw(&findings);
                return Err(Trouble::new("nothing was added: the ledger changed meanwhile")
                    .help("mend what is reported above"));
            }
        }
    }
    let named = args.snapshots.read()?;
    let mut adding = Adding::new(pages, &target, offer, &survey)?;
    adding.select(&args.select, &named)?;
    adding.compose();
    let (errors, warnings) = adding.check(&named);
    let text_of = |file: &str| adding.text_of(file).map(str::to_owned);
    if !errors.is_empty() {
        desk.draw_in(&errors, text_of);
        remark(match flag_for(&errors) {
            Some(flag) if args.input.is_none() => format!("nothing was added; {flag}"),
            _ => "nothing was added".to_owned(),
        });
        return Ok(Outcome::Findings);
    }
    if !warnings.is_empty() {
        desk.remark_in(&warnings, text_of);
    }
    let mut out = OutputArgs::default().open()?;
    if args.dry_run {
        for page in adding.pages() {
            difference::show(page.shown(), page.old(), page.new_text(), &mut out)?;
        }
        out.finish()?;
        return Ok(Outcome::Fine);
    }
    let ids = adding.ids();
    for (id, is_proposed) in &ids {
        if *is_proposed {
            remark(format!("no id was given, so it is `{id}`; `--id` names another"));
        }
    }
    let touched = adding.write()?;
    drop(held);
    ids.iter().try_for_each(|(id, _)| writeln!(out, "{id}"))?;
    out.finish()?;
    let shown = |path: &Arc<str>| ticked(Path::new(&**path).display());
    remark(format!("added to {}", shown(&target)));
    for other in touched.iter().filter(|other| **other != target) {
        remark(format!("wrote the other side of the relation into {}", shown(other)));
    }
    Ok(Outcome::Fine)
}

/// Takes the locks of the ledger's folders, in the order of their paths, so that two programs never wait for
/// each other. One file needs none: its own lock keeps its ids.
fn hold_folders(files: &[LedgerFile]) -> Result<Vec<Folder>, Trouble> {
    if files.len() < 2 {
        return Ok(Vec::new());
    }
    // Two names of one folder are one folder.
    let real = |folder: &Path| std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let folders: BTreeMap<PathBuf, &Path> = files
        .iter()
        .map(|file| &*file.folder)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|folder| (real(folder), folder))
        .collect();
    let hold =
        |folder: &&Path| Folder::hold(folder).map_err(|why| Trouble::not_written(folder, &why));
    folders.values().map(hold).collect()
}

/// Which flags mend what a rule asks to be written.
fn flag_for(errors: &[Finding]) -> Option<&'static str> {
    errors.iter().find_map(|error| match error.rule.name {
        "mode-without-quotes" => {
            Some("`--quote WORDS`, or `--select WORDS` with a saved text, gives a quote")
        }
        "dangling-reference" if error.message.contains("names source") => {
            Some("`--source-name NAME --source-kind KIND` records a new source")
        }
        _ => None,
    })
}
