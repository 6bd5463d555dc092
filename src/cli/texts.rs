//! Saved texts of articles, named for one run or by the ledger, where they are at hand.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::cli::desk::Desk;
use crate::cli::say::remark;
use crate::cli::snapshots::Named;
use crate::cli::trouble::Trouble;
use crate::finding::Finding;
use crate::load::{End, snapshot};
use crate::wording::did_you_mean;

/// Saved texts, read while the ledger streams past.
pub struct Texts {
    named: Named,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    /// The articles' ids, where texts are named for some.
    articles: BTreeSet<String>,
    /// Articles whose text is another than the one recorded.
    changed: BTreeSet<String>,
    /// Articles whose text is named and not there, with its name.
    gone: BTreeSet<(String, String)>,
    findings: Vec<Finding>,
}

impl Texts {
    /// Texts that are named for this run; the ledger names others.
    pub fn new(named: Named) -> Self {
        Self { named, seen: Mutex::default() }
    }

    /// Whether any is named for this run.
    pub fn are_named(&self) -> bool {
        !self.named.is_empty()
    }

    /// Notes that the ledger has an article, whether its text is wanted or not.
    pub fn meet(&self, article: &str) {
        if self.are_named() {
            self.seen().articles.insert(article.to_owned());
        }
    }

    /// The text of a file's article, where it is at hand.
    pub fn of(&self, end: &End<'_>) -> Option<String> {
        let article = end.head.article.id.as_str();
        self.meet(article);
        let saved = match self.named.get(article) {
            Some(saved) => saved.clone(),
            None => match snapshot::read(end.file, end.snapshot?) {
                Ok(Some(saved)) => saved,
                Ok(None) => {
                    let file = end.snapshot?.file.to_string();
                    self.seen().gone.insert((article.to_owned(), file));
                    return None;
                }
                Err(finding) => {
                    self.seen().findings.push(finding);
                    return None;
                }
            },
        };
        let recorded = end.snapshot.and_then(|snapshot| snapshot.sha256.as_deref());
        if recorded.is_some_and(|recorded| recorded != saved.sha256) {
            self.seen().changed.insert(article.to_owned());
        }
        Some(saved.text)
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says which texts the ledger names and are not there: words that only a text holds are not found without it, and
    /// what it would contradict is not either.
    pub fn remark_on_gone(&self) {
        let gone = std::mem::take(&mut self.seen().gone);
        let Some((article, file)) = gone.first() else { return };
        let others = match gone.len() - 1 {
            0 => String::new(),
            1 => " and one other".to_owned(),
            others => format!(" and {others} others"),
        };
        let are = if gone.len() == 1 { "is" } else { "are" };
        remark(format!(
            "snapshot `{file}` of `{article}`{others} {are} not there, so words were not looked for in the text; \
             `--snapshot {article}=PATH` names one"
        ));
    }

    /// Reports what was wrong with texts.
    ///
    /// # Errors
    /// When a text was named for an article that the ledger does not have.
    pub fn finish(self, desk: &Desk) -> Result<(), Trouble> {
        let mut seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        // Threads find them in any order, and what is looked at twice gives them twice.
        seen.findings.sort_by(|a, b| a.place.cmp(&b.place));
        seen.findings.dedup();
        let mut unknown: Vec<&String> =
            self.named.keys().filter(|id| !seen.articles.contains(*id)).collect();
        unknown.sort();
        if let Some(id) = unknown.first() {
            let trouble = Trouble::new(format!(
                "`--snapshot` names article `{id}`, which is not in the ledger"
            ));
            let near = did_you_mean(id, seen.articles.iter().map(String::as_str));
            return Err(trouble.help(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "it takes the article's id and a path: `--snapshot ID=PATH`".to_owned(),
            }));
        }
        desk.report(&seen.findings);
        for article in &seen.changed {
            remark(format!(
                "the saved text of `{article}` is another than the one recorded; places in it may be wrong"
            ));
        }
        Ok(())
    }
}
