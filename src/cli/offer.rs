//! What is offered to `claims add`: from flags, or as JSON on standard input.

use std::io::{self, Read};
use std::path::Path;

use compact_str::CompactString;
use serde_json::Value;

use crate::cli::trouble::Trouble;
use crate::curate::{id_for, with_ids};
use crate::finding::Finding;
use crate::ledger::quote::Renderings;
use crate::ledger::{
    Claim, ClaimKind, Id, Mode, OWN_VOICE, PartialDate, Quote, Source, SourceKind,
};
use crate::load::read::{LARGEST_TEXT, decode};
use crate::load::{LedgerFile, whole};
use crate::wording::reason;

/// A claim that is offered.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The claim; where no id was given, with one that is proposed.
    pub claim: Claim,
    /// Whether its id is a proposal, which gives way where it is taken.
    pub is_proposed: bool,
}

/// What is offered together.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// The claims, one at least.
    pub claims: Vec<Offered>,
    /// New sources.
    pub sources: Vec<(Id<Source>, Source)>,
}

/// Flags that make a claim.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "The claim")]
pub struct ClaimArgs {
    /// Its id: a-z, 0-9 and `-`; where none is given, one is made of source and statement
    #[arg(long, value_name = "ID")]
    id: Option<Id<Claim>>,
    /// What is claimed, in your own words, with its doubt, without who says it
    #[arg(long, value_name = "TEXT", value_parser = words, required_unless_present = "input")]
    statement: Option<CompactString>,
    /// What sort of statement it is
    #[arg(long, value_enum, required_unless_present = "input")]
    kind: Option<ClaimKind>,
    /// Who is credited: the id of a source of the file, or `article` for its own voice
    #[arg(long, value_name = "ID", required_unless_present_any = ["input", "source_name"])]
    source: Option<Id<Source>>,
    /// How the article gives it
    #[arg(long, value_enum, required_unless_present = "input")]
    mode: Option<Mode>,
    /// Words that it prints in quotation marks, without the marks; repeatable
    #[arg(long = "quote", value_name = "WORDS", value_parser = words)]
    quotes: Vec<CompactString>,
    /// The article's words of attribution
    #[arg(long, value_name = "WORDS", value_parser = words)]
    cue: Option<CompactString>,
    /// The article's words of doubt; repeatable
    #[arg(long = "hedge", value_name = "WORDS", value_parser = words)]
    hedges: Vec<CompactString>,
    /// The passage names nobody, and you concluded who speaks
    #[arg(long)]
    inferred: bool,
    /// Who relayed it to the article, nearest to the source first; repeatable
    #[arg(long, value_name = "ID")]
    via: Vec<Id<Source>>,
    /// Whose words or thoughts the article tells without saying how it knows
    #[arg(long, value_name = "ID")]
    voice_of: Option<Id<Source>>,
    /// A topic of your own choice; repeatable
    #[arg(long = "topic", value_name = "TOPIC", value_parser = words)]
    topics: Vec<CompactString>,
    /// Whom or what it speaks of; repeatable
    #[arg(long, value_name = "NAME", value_parser = words)]
    about: Vec<CompactString>,
    /// A relative date as printed
    #[arg(long, value_name = "WORDS", value_parser = words)]
    when: Option<CompactString>,
    /// The day after which a forecast is overdue
    #[arg(long, value_name = "DATE")]
    due: Option<PartialDate>,
    /// A claim that says otherwise; written on both; repeatable
    #[arg(long, value_name = "ID")]
    conflicts: Vec<Id<Claim>>,
    /// A claim that says the same from elsewhere; written on both; repeatable
    #[arg(long, value_name = "ID")]
    supports: Vec<Id<Claim>>,
    /// A claim without which this one misleads; repeatable
    #[arg(long, value_name = "ID")]
    qualified_by: Vec<Id<Claim>>,
    /// Your remark
    #[arg(long, value_name = "TEXT", value_parser = words)]
    note: Option<CompactString>,
}

/// Flags that make a new source.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "A new source")]
pub struct SourceArgs {
    /// Its name, or how the article describes it; `--source` gives its id
    #[arg(id = "source_name", long = "source-name", value_name = "NAME", value_parser = words, requires = "source_kind")]
    name: Option<CompactString>,
    /// What it is
    #[arg(
        id = "source_kind",
        long = "source-kind",
        value_enum,
        value_name = "KIND",
        requires = "source_name"
    )]
    kind: Option<SourceKind>,
    /// What it does, as the article says
    #[arg(id = "source_role", long = "source-role", value_name = "ROLE", value_parser = words, requires = "source_name")]
    role: Option<CompactString>,
    /// Where it belongs, as the article says
    #[arg(id = "source_affiliation", long = "source-affiliation", value_name = "NAME", value_parser = words, requires = "source_name")]
    affiliation: Option<CompactString>,
    /// Another name of it; repeatable
    #[arg(id = "source_alias", long = "source-alias", value_name = "NAME", value_parser = words, requires = "source_name")]
    aliases: Vec<CompactString>,
    /// The article leaves it unnamed
    #[arg(id = "source_anonymous", long = "source-anonymous", requires = "source_name")]
    anonymous: bool,
}

/// Text that says something.
fn words(given: &str) -> Result<CompactString, String> {
    if given.trim().is_empty() { Err("expected words".to_owned()) } else { Ok(given.into()) }
}

impl SourceArgs {
    /// The new source, where there is one.
    fn source(&self, id: Option<&Id<Source>>) -> Result<Option<(Id<Source>, Source)>, Trouble> {
        let (Some(name), Some(kind)) = (&self.name, self.kind) else {
            return Ok(None);
        };
        let id = match id {
            Some(id) => id.clone(),
            None => crate::ledger::id::slug_of(name).unwrap_or_default().parse().map_err(|_| {
                Trouble::new(format!("no id can be made of the name `{name}`"))
                    .help("give the new source an id with `--source`")
            })?,
        };
        if id.as_str() == OWN_VOICE {
            return Err(Trouble::new("`article` is the article's own voice, and no new source")
                .help("give the new source another id with `--source`"));
        }
        let source = Source {
            name: name.clone(),
            kind,
            role: self.role.clone(),
            affiliation: self.affiliation.clone(),
            aliases: self.aliases.clone(),
            anonymous: self.anonymous,
            count: None,
            x: None,
        };
        Ok(Some((id, source)))
    }
}

impl ClaimArgs {
    /// The claim of these flags, with a new source where one is made.
    ///
    /// # Errors
    /// When a flag is missing, or a new source has no id.
    pub fn offer(&self, new: &SourceArgs) -> Result<Offer, Trouble> {
        let source = new.source(self.source.as_ref())?;
        let credited = self.source.clone().or(source.as_ref().map(|(id, _)| id.clone()));
        let (Some(statement), Some(kind), Some(credited), Some(mode)) =
            (&self.statement, self.kind, credited, self.mode)
        else {
            return Err(Trouble::new(
                "a claim needs `--statement`, `--kind`, `--source` and `--mode`",
            )
            .help("`claims add --help` says what they are"));
        };
        let proposed = id_for(credited.as_str(), statement);
        let claim = Claim {
            id: match &self.id {
                Some(id) => id.clone(),
                None => proposed.parse().map_err(|why| Trouble::new(format!("{why}")))?,
            },
            statement: statement.clone(),
            kind,
            topics: self.topics.clone(),
            about: self.about.clone(),
            source: credited,
            via: self.via.clone(),
            voice_of: self.voice_of.clone(),
            mode,
            cue: self.cue.clone(),
            inferred: self.inferred,
            hedges: self.hedges.clone(),
            quotes: self.quotes.iter().cloned().map(quote).collect(),
            passages: Vec::new(),
            when: self.when.clone(),
            due: self.due,
            status: None,
            conflicts: self.conflicts.clone(),
            supports: self.supports.clone(),
            qualified_by: self.qualified_by.clone(),
            note: self.note.clone(),
            x: None,
        };
        let offered = Offered { claim, is_proposed: self.id.is_none() };
        Ok(Offer { claims: vec![offered], sources: source.into_iter().collect() })
    }
}

fn quote(exact: CompactString) -> Quote {
    Quote {
        exact,
        prefix: None,
        suffix: None,
        continues: false,
        language: None,
        translated: None,
        renderings: Renderings::default(),
        sic: Vec::new(),
        x: None,
    }
}

/// Why standard input is no offer.
pub enum NoOffer {
    /// It is not JSON, or nothing that can be added.
    Trouble(Trouble),
    /// What is wrong with the claims and sources in it.
    Findings(Vec<Finding>),
}

impl From<Trouble> for NoOffer {
    fn from(why: Trouble) -> Self {
        Self::Trouble(why)
    }
}

/// Reads an offer from standard input: a claim, or `sources` and `claims` as a ledger file has them.
pub fn standard_input() -> Result<Offer, NoOffer> {
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock().take(LARGEST_TEXT + 1);
    input
        .read_to_end(&mut bytes)
        .map_err(|why| Trouble::new(format!("cannot read standard input: {}", reason(&why))))?;
    if bytes.len() as u64 > LARGEST_TEXT {
        return Err(Trouble::new("standard input is larger than 64 MiB").help("split it").into());
    }
    let text = decode(&bytes)
        .map_err(|why| Trouble::new(format!("standard input: {why}")).help(why.help()))?;
    read(text)
}

/// An offer as it is written: it is read as a ledger file is, once it looks like one.
fn read(text: &str) -> Result<Offer, NoOffer> {
    if text.trim().is_empty() {
        let help = "give a claim as JSON, or leave `-` out and give its flags";
        return Err(Trouble::new("standard input is empty").help(help).into());
    }
    let value: Value = serde_json::from_str(text).map_err(|why| {
        Trouble::new(format!("standard input is not JSON: {why}"))
            .help("give a claim: { \"statement\": …, \"kind\": …, \"source\": …, \"mode\": … }")
    })?;
    let Some(fields) = value.as_object() else {
        return Err(Trouble::new("standard input is no JSON object")
            .help("give one claim, or { \"sources\": { … }, \"claims\": [ … ] } for several")
            .into());
    };
    if fields.contains_key("article") || fields.contains_key("format") {
        return Err(Trouble::new("standard input is a whole ledger file")
            .help("give its `sources` and `claims` alone, or put the file into the ledger's folder")
            .into());
    }
    // Read as the ledger file that it would be, as it is written: so every fault is seen and no byte lost.
    let frame = "\"format\":1,\"article\":{\"id\":\"offer\",\"type\":\"article\"},";
    let is_part = fields.contains_key("claims") || fields.contains_key("sources");
    let document = match text.trim_start().strip_prefix('{') {
        Some(rest) if is_part => format!("{{{frame}{rest}"),
        _ => format!("{{{frame}\"claims\":[{text}]}}"),
    };
    let (document, proposals) = with_ids(&document);
    let shown = "<stdin>";
    let file =
        LedgerFile { path: shown.into(), shown: shown.into(), folder: Path::new(".").into() };
    let held = whole(&file, document.as_bytes()).map_err(NoOffer::Findings)?;
    let sources = held.sources.iter().map(|(id, source)| (id.clone(), source.clone())).collect();
    let offered = held.claims.into_iter().zip(proposals);
    let claims: Vec<Offered> =
        offered.map(|(claim, is_proposed)| Offered { claim, is_proposed }).collect();
    if claims.is_empty() {
        return Err(Trouble::new("standard input holds no claim")
            .help("list at least one under `claims`")
            .into());
    }
    Ok(Offer { claims, sources })
}
