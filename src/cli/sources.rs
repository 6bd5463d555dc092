//! `claims sources`: who speaks.

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;

use serde::Serialize;

use crate::cli::Outcome;
use crate::cli::desk::Desk;
use crate::cli::filters::FilterArgs;
use crate::cli::near;
use crate::cli::output::{Output, OutputArgs};
use crate::cli::trouble::Trouble;
use crate::export::row::VERSION;
use crate::export::{Csv, Table};
use crate::ledger::{Attribution, Claim, Head, Mode, OWN_VOICE, Party};
use crate::load::{Item, fold};
use crate::safe;
use crate::select::{Chosen, Selection};
use crate::wording::counted;

/// The flags of `sources`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims sources
  claims sources --topic nvidia-fallback --format json")]
pub struct Args {
    #[command(flatten)]
    filters: FilterArgs,
    /// How to print them
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    output: OutputArgs,
}

/// How the sources are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Table,
    /// One document
    Json,
    /// For spreadsheets
    Csv,
}

/// One source with the number of its claims.
#[derive(Clone, Debug, Default, Serialize)]
struct Speaker {
    name: String,
    kind: Option<&'static str>,
    anonymous: bool,
    direct: usize,
    mixed: usize,
    indirect: usize,
    own_voice: usize,
    hedged: usize,
    claims: usize,
}

/// Who a speaker is: an id means the same party in every file, but for anonymous sources and the own
/// voice, which belong to their file.
type Key = (String, Option<String>);

type Speakers = BTreeMap<Key, Speaker>;

/// Prints who speaks.
///
/// # Errors
/// When there is no ledger, or the output cannot be written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let files = desk.files()?;
    let selection = args.filters.selection(desk)?;
    let mut out = args.output.open()?;
    let mut speakers = Speakers::new();
    let findings = fold(
        &files,
        |chosen: &mut Chosen, batch: &mut Speakers, item| gather(&selection, chosen, batch, item),
        |batch| {
            for (key, speaker) in batch {
                speakers.entry(key).or_default().add(speaker);
            }
            ControlFlow::Continue(())
        },
    );
    let mut listed: Vec<(Key, Speaker)> = speakers.into_iter().collect();
    listed.sort_by(|(a, x), (b, y)| y.claims.cmp(&x.claims).then_with(|| a.cmp(b)));
    match args.format {
        Format::Table => table(&listed, &mut out)?,
        Format::Json => json(&listed, &mut out)?,
        Format::Csv => csv(&listed, &mut out)?,
    }
    out.finish()?;
    desk.report(&findings);
    if listed.is_empty() && desk.outcome() == Outcome::Fine {
        near::remark_on_nothing(&selection, &files);
    }
    Ok(desk.outcome())
}

fn gather(selection: &Selection, chosen: &mut Chosen, batch: &mut Speakers, item: Item<'_>) {
    let Item::Claim(entry) = item else { return };
    let (claim, head) = (&entry.claim, entry.head);
    if !chosen.holds(selection, head, claim) {
        return;
    }
    let party = Party::of(claim, head);
    let belongs_to_file =
        matches!(party, Party::Anonymous(_) | Party::OwnVoice | Party::Uncredited);
    let of_file = belongs_to_file.then(|| head.article.id.to_string());
    let key = (claim.source.to_string(), of_file);
    batch.entry(key).or_default().add(Speaker::of(claim, head));
}

impl Speaker {
    /// A speaker with this one claim.
    fn of(claim: &Claim, head: &Head) -> Self {
        let party = Party::of(claim, head);
        let mode = |mode| usize::from(claim.mode == mode);
        Self {
            name: if claim.is_own_voice() { "the article" } else { party.name() }.to_owned(),
            kind: party.source().map(|source| source.kind.as_str()),
            anonymous: party.attribution() == Attribution::Anonymous,
            direct: mode(Mode::Direct),
            mixed: mode(Mode::Mixed),
            indirect: mode(Mode::Indirect),
            own_voice: mode(Mode::OwnVoice),
            hedged: usize::from(!claim.hedges.is_empty()),
            claims: 1,
        }
    }

    /// The two taken together.
    fn add(&mut self, other: Self) {
        if self.claims == 0 {
            *self = other;
            return;
        }
        self.direct += other.direct;
        self.mixed += other.mixed;
        self.indirect += other.indirect;
        self.own_voice += other.own_voice;
        self.hedged += other.hedged;
        self.claims += other.claims;
    }
}

/// Of the credited claims, how many there are, and how many rest on unnamed sources.
fn unnamed(listed: &[(Key, Speaker)]) -> (usize, usize) {
    let credited = listed.iter().filter(|((id, _), _)| id != OWN_VOICE);
    credited.fold((0, 0), |(all, unnamed), (_, speaker)| {
        (all + speaker.claims, unnamed + if speaker.anonymous { speaker.claims } else { 0 })
    })
}

const COLUMNS: [&str; 9] =
    ["id", "source", "claims", "direct", "mixed", "indirect", "own voice", "hedged", "is"];

fn table(listed: &[(Key, Speaker)], out: &mut Output) -> Result<(), Trouble> {
    let mut table = Table::new(COLUMNS, out.room());
    for ((id, _), speaker) in listed {
        let is = match (speaker.kind, speaker.anonymous) {
            (Some(kind), true) => format!("{kind}, unnamed"),
            (Some(kind), false) => kind.to_owned(),
            (None, _) if id == OWN_VOICE => "the article itself".to_owned(),
            (None, _) => "not recorded".to_owned(),
        };
        let number = |count: usize| {
            if count == 0 { "-".to_owned() } else { count.to_string() }
        };
        let cells = [
            id.clone(),
            speaker.name.clone(),
            speaker.claims.to_string(),
            number(speaker.direct),
            number(speaker.mixed),
            number(speaker.indirect),
            number(speaker.own_voice),
            number(speaker.hedged),
            is,
        ];
        table.row(cells.each_ref().map(String::as_str), out)?;
    }
    table.finish(out)?;
    let (credited, unnamed) = unnamed(listed);
    if let Some(share) = (100 * unnamed + credited / 2).checked_div(credited) {
        let claims = counted(credited, "credited claim");
        let rest = if unnamed == 1 || credited == 1 { "rests" } else { "rest" };
        writeln!(out, "\n{unnamed} of {claims} ({share} %) {rest} on unnamed sources")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Identified<'s> {
    id: &'s str,
    article: Option<&'s str>,
    #[serde(flatten)]
    speaker: &'s Speaker,
}

fn json(listed: &[(Key, Speaker)], out: &mut impl Write) -> Result<(), Trouble> {
    let sources: Vec<Identified<'_>> = listed
        .iter()
        .map(|((id, article), speaker)| Identified { id, article: article.as_deref(), speaker })
        .collect();
    let (credited, unnamed) = unnamed(listed);
    let document = serde_json::json!({
        "version": VERSION, "sources": sources, "credited_claims": credited, "on_unnamed_sources": unnamed,
    });
    let json = serde_json::to_string_pretty(&document).map_err(std::io::Error::from)?;
    writeln!(out, "{}", safe::json(&json))?;
    Ok(())
}

fn csv(listed: &[(Key, Speaker)], out: &mut Output) -> Result<(), Trouble> {
    let csv = Csv::for_terminal(out.room().is_some());
    let fields = [
        "id",
        "article",
        "name",
        "kind",
        "anonymous",
        "claims",
        "direct",
        "mixed",
        "indirect",
        "own_voice",
        "hedged",
    ];
    csv.record(&fields, out)?;
    for ((id, article), speaker) in listed {
        let record = [
            id.clone(),
            article.clone().unwrap_or_default(),
            speaker.name.clone(),
            speaker.kind.unwrap_or_default().to_owned(),
            speaker.anonymous.to_string(),
            speaker.claims.to_string(),
            speaker.direct.to_string(),
            speaker.mixed.to_string(),
            speaker.indirect.to_string(),
            speaker.own_voice.to_string(),
            speaker.hedged.to_string(),
        ];
        csv.record(&record, out)?;
    }
    Ok(())
}
