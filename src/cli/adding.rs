//! How an addition is made: read within the files' locks, composed, held against the rules, written.

use std::sync::Arc;

use crate::check::rules::{Index, Numbered, Outline, Printed, Subject, check_file, check_ledger};
use crate::cli::offer::Offer;
use crate::cli::say::remark;
use crate::cli::select::SelectArgs;
use crate::cli::snapshots::Named;
use crate::cli::survey::{Survey, relations};
use crate::cli::trouble::Trouble;
use crate::curate::{Addition, Relation, add, free_id};
use crate::finding::{Finding, Severity};
use crate::ledger::{Claim, File, Head, Id};
use crate::load::snapshot::{self, Saved};
use crate::load::{LedgerFile, whole};
use crate::save::Change;

/// A ledger file that an addition touches.
pub struct Page {
    file: LedgerFile,
    /// Held for as long as the file may be written.
    change: Option<Change>,
    /// A byte order mark, which stays.
    mark: &'static str,
    old: String,
    held: File,
    new: Option<String>,
}

impl Page {
    /// Opens a file, to be written or only to be looked at; what is wrong with it where it is no ledger file.
    ///
    /// # Errors
    /// When it cannot be read, or may not be written.
    pub fn open(file: &LedgerFile, to_write: bool) -> Result<Result<Self, Vec<Finding>>, Trouble> {
        let change = if to_write {
            let change = Change::begin(&file.path);
            Some(change.map_err(|why| Trouble::not_written(&file.path, &why))?)
        } else {
            None
        };
        let read = || std::fs::read(&file.path);
        let bytes = match &change {
            Some(change) => change.old().to_vec(),
            None => read().map_err(|why| Trouble::not_written(&file.path, &why.into()))?,
        };
        let held = match whole(file, &bytes) {
            Ok(held) => held,
            Err(findings) => return Ok(Err(findings)),
        };
        let text = String::from_utf8_lossy(&bytes);
        let (mark, old) = match text.strip_prefix('\u{feff}') {
            Some(rest) => ("\u{feff}", rest.to_owned()),
            None => ("", text.into_owned()),
        };
        Ok(Ok(Self { file: file.clone(), change, mark, old, held, new: None }))
    }

    /// The file as a person would type it from here.
    pub fn shown(&self) -> &str {
        &self.file.shown
    }

    /// Its text as it is.
    pub fn old(&self) -> &str {
        &self.old
    }

    /// Its text as it would be.
    pub fn new_text(&self) -> &str {
        self.new.as_deref().unwrap_or(&self.old)
    }
}

/// An addition that is being made.
pub struct Adding {
    pages: Vec<Page>,
    /// Which page the claims go to.
    target: usize,
    claims: Vec<Claim>,
    proposed: Vec<bool>,
    sources: Vec<(Id<crate::ledger::Source>, crate::ledger::Source)>,
}

impl Adding {
    /// Gives the claims their ids, now that nobody else writes the file.
    ///
    /// # Errors
    /// When an id, or a new source, is taken.
    pub fn new(
        pages: Vec<Page>,
        target: &Arc<str>,
        offer: Offer,
        survey: &Survey,
    ) -> Result<Self, Trouble> {
        let target = pages.iter().position(|page| page.file.shown == *target);
        let target = target.ok_or_else(|| Trouble::new("the file to add to is gone"))?;
        let there = &pages[target].held;
        let mut sources = Vec::new();
        for (id, source) in offer.sources {
            match there.sources.get(id.as_str()) {
                Some(known) if *known == source => {}
                Some(known) => {
                    let said = format!("source `{id}` is recorded already, as `{}`", known.name);
                    let help = format!(
                        "credit it with `--source {id}` alone, or give the new one another id"
                    );
                    return Err(Trouble::new(said).help(help));
                }
                None => sources.push((id, source)),
            }
        }
        let mut claims: Vec<Claim> = Vec::new();
        let mut proposed = Vec::new();
        for offered in offer.claims {
            let mut claim = offered.claim;
            let place = |id: &str| {
                let here = there.claims.iter().chain(&claims).any(|known| known.id.as_str() == id);
                here.then(|| Arc::clone(&pages[target].file.shown))
                    .or_else(|| survey.holder_of(id).cloned())
            };
            if let Some(file) = place(claim.id.as_str()) {
                let free = free_id(claim.id.as_str(), |id| place(id).is_some());
                if !offered.is_proposed {
                    let said = format!("the id `{}` is taken, in `{file}`", claim.id);
                    return Err(Trouble::new(said).help(format!("`{free}` is free")));
                }
                claim.id = free.parse().map_err(|why| Trouble::new(format!("{why}")))?;
            }
            claims.push(claim);
            proposed.push(offered.is_proposed);
        }
        Ok(Self { pages, target, claims, proposed, sources })
    }

    /// The ids of the new claims, and which of them are proposals.
    pub fn ids(&self) -> Vec<(String, bool)> {
        let ids = self.claims.iter().map(|claim| claim.id.to_string());
        ids.zip(self.proposed.iter().copied()).collect()
    }

    /// Fills in what was marked in the article's saved text.
    ///
    /// # Errors
    /// When there is no such text, or the words are no one place of it.
    pub fn select(&mut self, marked: &SelectArgs, named: &Named) -> Result<(), Trouble> {
        if !marked.is_given() {
            return Ok(());
        }
        let page = &self.pages[self.target];
        let article = &page.held.article;
        let [claim] = self.claims.as_mut_slice() else {
            return Err(Trouble::new("`--select` is for one claim, and several are given")
                .help("add them one by one"));
        };
        let Some(saved) = saved(page, named)? else {
            let said = format!("there is no saved text of `{}` to select from", article.id);
            return Err(Trouble::new(said).help(format!(
                "save it beside the ledger file and name it there under `snapshot`, or give `--snapshot {}=PATH`",
                article.id
            )));
        };
        let recorded = page.held.snapshot.as_ref().and_then(|snapshot| snapshot.sha256.as_deref());
        if recorded.is_some_and(|recorded| recorded != saved.sha256) {
            remark(format!("the saved text of `{}` is another than the one recorded", article.id));
        }
        marked.fill(claim, &Printed::new(&saved.text, article.language()))
    }

    /// Makes the new texts.
    pub fn compose(&mut self) {
        let back: Vec<Relation> = self
            .claims
            .iter()
            .flat_map(|claim| {
                relations(claim).map(|(field, id)| Relation {
                    of: id.to_owned(),
                    field,
                    to: claim.id.to_string(),
                })
            })
            .collect();
        // New claims may name each other: then both sides are written at once.
        for claim in &mut self.claims {
            for relation in back.iter().filter(|relation| relation.of == claim.id.as_str()) {
                let Ok(id) = relation.to.parse() else { continue };
                let list = if relation.field == "supports" {
                    &mut claim.supports
                } else {
                    &mut claim.conflicts
                };
                if !list.contains(&id) && id != claim.id {
                    list.push(id);
                }
            }
        }
        for (at, page) in self.pages.iter_mut().enumerate() {
            let addition = if at == self.target {
                Addition { sources: &self.sources, claims: &self.claims, relations: &back }
            } else {
                Addition { relations: &back, ..Addition::default() }
            };
            page.new = Some(add(&page.old, &addition)).filter(|new| *new != page.old);
        }
    }

    /// What breaks a rule that nothing broke before: the errors, and the rest.
    pub fn check(&self, named: &Named) -> (Vec<Finding>, Vec<Finding>) {
        let before = self.findings(named, |page| Ok(page.held.clone()));
        let after = self.findings(named, |page| match &page.new {
            Some(new) => whole(&page.file, new.as_bytes()),
            None => Ok(page.held.clone()),
        });
        let new = after.into_iter().filter(|finding| !before.contains(finding));
        new.partition(|finding| finding.rule.severity == Severity::Error)
    }

    fn findings(
        &self,
        named: &Named,
        file_of: impl Fn(&Page) -> Result<File, Vec<Finding>>,
    ) -> Vec<Finding> {
        let (mut findings, mut index) = (Vec::new(), Index::default());
        for (at, page) in self.pages.iter().enumerate() {
            let file = match file_of(page) {
                Ok(file) => file,
                Err(found) => {
                    findings.extend(found);
                    continue;
                }
            };
            let head = Head { article: file.article, sources: file.sources };
            let numbered = |(position, claim)| Numbered { position, claim };
            let claims: Vec<Numbered> = file.claims.into_iter().enumerate().map(numbered).collect();
            // A text that cannot be read is told by `validate`.
            let text = saved(page, named).ok().flatten();
            let subject = Subject::new(&page.file.shown, &head, &claims)
                .snapshot(file.snapshot.as_ref(), text.as_ref());
            if at == self.target {
                findings.extend(check_file(&subject));
            }
            index.add(Outline::of(&subject));
        }
        findings.extend(check_ledger(&index));
        findings
    }

    /// The text of a file as it would be.
    pub fn text_of(&self, file: &str) -> Option<&str> {
        self.pages.iter().find(|page| page.shown() == file).map(Page::new_text)
    }

    /// The files that are touched.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Writes the files; gives those that were written.
    ///
    /// # Errors
    /// When one cannot be written. The file of the new claims comes first: what another says of them
    /// must not be there before they are.
    pub fn write(self) -> Result<Vec<Arc<str>>, Trouble> {
        let mut written = Vec::new();
        let mut pages: Vec<(bool, Page)> = self
            .pages
            .into_iter()
            .enumerate()
            .map(|(at, page)| (at != self.target, page))
            .collect();
        pages.sort_by_key(|(is_other, _)| *is_other);
        for (is_other, page) in pages {
            let (Some(change), Some(new)) = (page.change, page.new) else { continue };
            change.write(format!("{}{new}", page.mark).as_bytes()).map_err(|why| {
                let trouble = Trouble::not_written(&page.file.path, &why);
                if !is_other {
                    return trouble;
                }
                trouble.help("the claim was added; `claims validate` shows which side of a relation is missing")
            })?;
            written.push(page.file.shown);
        }
        Ok(written)
    }
}

/// The saved text of a page's article, where it is at hand.
fn saved(page: &Page, named: &Named) -> Result<Option<Saved>, Trouble> {
    if let Some(saved) = named.get(page.held.article.id.as_str()) {
        return Ok(Some(saved.clone()));
    }
    let Some(written) = &page.held.snapshot else { return Ok(None) };
    snapshot::read(&page.file, written).map_err(|finding| {
        let trouble = Trouble::new(finding.message);
        match finding.help {
            Some(help) => trouble.help(help),
            None => trouble,
        }
    })
}
