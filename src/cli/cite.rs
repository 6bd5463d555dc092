//! `claims cite`: claims as they are cited in a text.

use std::io::Write;
use std::ops::ControlFlow;

use crate::cite::markdown;
use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::filters::FilterArgs;
use crate::cli::lookup;
use crate::cli::near;
use crate::cli::output::OutputArgs;
use crate::cli::say::remark;
use crate::cli::trouble::Trouble;
use crate::ledger::{Claim, Id, State};
use crate::load::{Item, fold};
use crate::select::Chosen;
use crate::wording::{all_of, ticked};

/// The flags of `cite`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims cite gupta-question-of-time
  claims cite --source gupta -o citations.md")]
pub struct Args {
    /// The claims' ids; else all that the filters ask for
    #[arg(value_name = "ID", conflicts_with = "FilterArgs")]
    ids: Vec<String>,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Prints citations in Markdown.
///
/// # Errors
/// When there is no ledger, an id is no claim's, or the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let files = desk.files()?;
    let selection = args.filters.selection(desk)?;
    if !args.ids.is_empty() {
        let kept = lookup::by_id(&args.ids, &files, desk)?;
        let mut out = args.output.open()?;
        let mut gap = "";
        for kept in kept {
            provisos(&kept.claim).iter().for_each(remark);
            write!(out, "{gap}{}", markdown(&kept.claim, &kept.head))?;
            gap = "\n";
        }
        out.finish()?;
        return Ok(desk.outcome());
    }
    let mut out = args.output.open()?;
    let mut written: std::io::Result<()> = Ok(());
    let mut gap = "";
    let findings = fold(
        &files,
        |chosen: &mut Chosen, batch: &mut Vec<(Vec<String>, String)>, item| {
            if let Item::Claim(entry) = item
                && chosen.holds(&selection, entry.head, &entry.claim)
            {
                batch.push((provisos(&entry.claim), markdown(&entry.claim, entry.head)));
            }
        },
        |batch| {
            written = batch.iter().try_for_each(|(provisos, citation)| {
                provisos.iter().for_each(remark);
                write!(out, "{gap}{citation}")?;
                gap = "\n";
                Ok(())
            });
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    written?;
    out.finish()?;
    desk.report(&findings);
    if gap.is_empty() && desk.outcome() == Outcome::Fine {
        near::remark_on_nothing(&selection, &files);
    }
    Ok(desk.outcome())
}

/// What must be known before a claim is cited: that it no longer stands, and what it misleads without.
fn provisos(claim: &Claim) -> Vec<String> {
    let id = &claim.id;
    let state = claim.state();
    let fallen = (state != State::Standing)
        .then(|| format!("claim `{id}` is {state}: look before you cite it"));
    let with = |ids: &[Id<Claim>], why: &str| {
        (!ids.is_empty()).then(|| {
            format!("claim `{id}` {why} {}: cite that too", all_of(ids.iter().map(ticked)))
        })
    };
    let qualified = with(&claim.qualified_by, "misleads without");
    let conflicted = with(&claim.conflicts, "is contradicted by");
    fallen.into_iter().chain(qualified).chain(conflicted).collect()
}
