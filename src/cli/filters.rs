//! The filters, the same for every command that takes them.

use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::ledger::{Attribution, ClaimKind, Mode, Name, SourceKind, State};
use crate::select::{Search, Selection};

/// Which claims; all that are given must hold, a repeated one means "any of these".
#[derive(clap::Args, Debug, Default)]
#[command(next_help_heading = "Which claims")]
pub struct FilterArgs {
    /// Credited to this source: id, name, or whole words of a name
    #[arg(short, long, value_name = "NAME")]
    source: Vec<String>,
    /// Credited to a source of this kind
    #[arg(long, value_enum, value_name = "KIND")]
    source_kind: Vec<SourceKind>,
    /// Whether the source is named
    #[arg(short, long, value_enum, value_name = "HOW")]
    attribution: Vec<Attribution>,
    /// How the article gives it
    #[arg(short, long, value_enum)]
    mode: Vec<Mode>,
    /// What sort of statement it is
    #[arg(short, long, value_enum)]
    kind: Vec<ClaimKind>,
    /// On this topic
    #[arg(short, long)]
    topic: Vec<String>,
    /// About this person, organisation or thing
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
    /// Made in this article: id, or whole words of its title
    #[arg(long, value_name = "ARTICLE")]
    article: Vec<String>,
    /// Whether it stands, and if not, what became of it
    #[arg(long, value_enum)]
    status: Vec<State>,
    /// With words of doubt
    #[arg(long)]
    hedged: bool,
    /// Forecasts whose day has passed
    #[arg(long)]
    overdue: bool,
    /// That another claim contradicts
    #[arg(long)]
    conflicted: bool,
    /// Holding all these words
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
}

impl FilterArgs {
    /// The selection that these flags ask for.
    ///
    /// # Errors
    /// When a name holds no letter, or today is needed and cannot be told.
    pub fn selection(&self, desk: &Desk) -> Result<Selection, Trouble> {
        Ok(Selection {
            sources: names("--source", &self.source)?,
            source_kinds: self.source_kind.clone(),
            attributions: self.attribution.clone(),
            modes: self.mode.clone(),
            kinds: self.kind.clone(),
            topics: names("--topic", &self.topic)?,
            abouts: names("--about", &self.about)?,
            articles: names("--article", &self.article)?,
            states: self.status.clone(),
            hedged: self.hedged,
            overdue: self.overdue.then(|| desk.today()).transpose()?,
            conflicted: self.conflicted,
            search: self.search.as_deref().map(Search::new),
        })
    }
}

fn names(flag: &str, asked: &[String]) -> Result<Vec<Name>, Trouble> {
    let name = |asked: &String| {
        let name = Name::new(asked);
        if name.is_empty() {
            Err(Trouble::new(format!("`{flag}` is given no name: `{asked}` holds no letter"))
                .help("`claims sources` lists the names"))
        } else {
            Ok(name)
        }
    };
    asked.iter().map(name).collect()
}
