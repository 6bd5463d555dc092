//! The ledger, looked through for what an addition touches.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::cli::desk::Desk;
use crate::cli::offer::Offer;
use crate::cli::trouble::Trouble;
use crate::ledger::{Claim, Source};
use crate::load::{Item, LedgerFile, fold};
use crate::wording::{counted, did_you_mean, some_of, ticked};

/// What of the ledger an addition touches.
#[derive(Debug, Default)]
pub struct Survey {
    /// The article of each file, in the files' order.
    articles: Vec<(Arc<str>, String)>,
    /// Where claims stand that are named, by their ids.
    named: BTreeMap<String, Arc<str>>,
    /// Ids that are like those of the new claims, and where each stands.
    like: BTreeMap<String, Arc<str>>,
    /// Files that record a source of the same id as a new one.
    namesakes: BTreeSet<Arc<str>>,
}

/// The claims that are to be told that a new one names them: those in conflict with it, and those that it
/// supports.
pub fn relations(claim: &Claim) -> impl Iterator<Item = (&'static str, &str)> {
    claim
        .relations()
        .filter(|(field, _, _)| *field != "qualified_by")
        .map(|(field, _, id)| (field, id.as_str()))
}

impl Survey {
    /// Looks through the ledger.
    ///
    /// # Errors
    /// When a file cannot be read whole: an id may be taken there, or a claim stand there that is named.
    pub fn of(offer: &Offer, files: &[LedgerFile], desk: &Desk) -> Result<Self, Trouble> {
        let named: BTreeSet<&str> = offer
            .claims
            .iter()
            .flat_map(|new| new.claim.relations())
            .map(|(_, _, id)| id.as_str())
            .collect();
        let ids: Vec<&str> = offer.claims.iter().map(|new| new.claim.id.as_str()).collect();
        let is_new = |source: &Source, id: &str| {
            !source.anonymous && offer.sources.iter().any(|(new, _)| new.as_str() == id)
        };
        let mut survey = Self::default();
        let unread = fold(
            files,
            |(): &mut (), part: &mut Self, item| match item {
                Item::Claim(entry) => {
                    let id = entry.claim.id.as_str();
                    let shown = || Arc::clone(&entry.file.shown);
                    if named.contains(id) {
                        part.named.entry(id.to_owned()).or_insert_with(shown);
                    }
                    if ids.iter().any(|new| id.starts_with(new)) {
                        part.like.entry(id.to_owned()).or_insert_with(shown);
                    }
                }
                Item::End(end) => {
                    let shown = Arc::clone(&end.file.shown);
                    if end.head.sources.iter().any(|(id, source)| is_new(source, id.as_str())) {
                        part.namesakes.insert(Arc::clone(&shown));
                    }
                    part.articles.push((shown, end.head.article.id.to_string()));
                }
            },
            |part| {
                survey.articles.extend(part.articles);
                survey.named.extend(part.named);
                survey.like.extend(part.like);
                survey.namesakes.extend(part.namesakes);
                ControlFlow::Continue(())
            },
        );
        if unread.is_empty() {
            return Ok(survey);
        }
        desk.draw(&unread);
        let broken: BTreeSet<&str> = unread.iter().map(|finding| &*finding.place.file).collect();
        let broken = counted(broken.len(), "ledger file");
        Err(Trouble::new(format!(
            "nothing was added: {broken} could not be read whole, and the id may be taken there"
        ))
        .help("mend what is reported above, or name the file to add to with `--ledger`"))
    }

    /// The file of the article that is named, or of the only one.
    ///
    /// # Errors
    /// When there is no such article, or several and none is named.
    pub fn target(&self, article: Option<&str>) -> Result<Arc<str>, Trouble> {
        /// More names than these in one message are not read.
        const MOST: usize = 5;
        let known = || self.articles.iter().map(|(_, article)| article.as_str());
        let shown = || some_of(self.articles.iter().map(|(_, article)| ticked(article)), MOST);
        let Some(asked) = article else {
            return match self.articles.as_slice() {
                [(file, _)] => Ok(Arc::clone(file)),
                several => {
                    let count = counted(several.len(), "article");
                    Err(Trouble::new(format!("the ledger has {count}, and none is named"))
                        .help(format!("name one with `--article`: {}", shown())))
                }
            };
        };
        let theirs: Vec<&Arc<str>> = self
            .articles
            .iter()
            .filter(|(_, article)| article == asked)
            .map(|(file, _)| file)
            .collect();
        match theirs.as_slice() {
            [file] => Ok(Arc::clone(file)),
            [] => {
                let help = match did_you_mean(asked, known()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("there are {}; `claims init {asked}` starts another", shown()),
                };
                Err(Trouble::new(format!("no article of the ledger has the id `{asked}`"))
                    .help(help))
            }
            several => {
                let files = some_of(several.iter().map(ticked), MOST);
                Err(Trouble::new(format!("article `{asked}` stands in {files}"))
                    .help("name the file to add to with `--ledger`"))
            }
        }
    }

    /// Where an id stands already.
    pub fn holder_of(&self, id: &str) -> Option<&Arc<str>> {
        self.like.get(id)
    }

    /// The files against which the new claims and sources are held, the target not included.
    pub fn others(&self, target: &Arc<str>) -> BTreeSet<Arc<str>> {
        let files = self.named.values().chain(&self.namesakes);
        files.filter(|file| *file != target).cloned().collect()
    }
}
