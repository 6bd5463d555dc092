//! What is noted of a ledger for some drafts while it streams past: the sources that they might name, the
//! claims and articles that they cite, and the titles that they quote. Memory grows with the drafts.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::check::candidate::Kept;
use crate::draft::{Draft, KnownName};
use crate::ledger::{Source, SourceKind};
use crate::load::Item;
use crate::text::forms::Forms;
use crate::text::plain::each_word;

/// Shorter words of a name that is no person's (`of`, `the`, `EU` aside) tell nothing alone.
const TELLING: usize = 4;

/// What is looked out for.
#[derive(Debug, Default)]
pub struct Lookout {
    /// Every folded word of the drafts.
    words: HashSet<String>,
    /// Their forms, so that most words of most sources cost no look-up.
    forms: Forms,
    /// The words of every quotation, as one key.
    quoted: HashSet<String>,
    /// The labels of their citations.
    labels: HashSet<String>,
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Noted {
    /// Named sources that the drafts might name, by their ids.
    pub sources: BTreeMap<String, Source>,
    /// Titles of articles that are quoted whole, as keys; and what the article calls those whom it does not name.
    pub titles: BTreeSet<String>,
    /// The claims that are cited.
    pub claims: Vec<Arc<Kept>>,
    /// The articles that are cited.
    pub articles: BTreeSet<String>,
    /// For a label that names nothing, an id within one edit of it.
    pub near: BTreeMap<String, String>,
}

impl Lookout {
    /// Adds what one draft names, cites and quotes.
    pub fn add(&mut self, text: &str, draft: &Draft) {
        // Most words of a text stand in it many times, and folding them is what costs.
        let mut seen = HashSet::new();
        for run in text.split_whitespace().filter(|run| seen.insert(*run)) {
            each_word(run, &mut |word| {
                if !self.words.contains(word) {
                    self.forms.add(word);
                    self.words.insert(word.to_owned());
                }
            });
        }
        self.quoted.extend(draft.quotations.iter().map(|quotation| key(&quotation.text)));
        self.labels.extend(draft.citations.iter().map(|citation| citation.label.clone()));
    }

    /// Notes what one claim or the end of a file tells.
    pub fn take(&self, noted: &mut Noted, item: &Item<'_>) {
        match item {
            Item::Claim(entry) => {
                let id = entry.claim.id.as_str();
                if self.labels.contains(id) {
                    noted.claims.push(Arc::new(Kept::copy_of(entry)));
                }
                self.note_near(noted, id);
            }
            Item::End(end) => {
                let id = end.head.article.id.as_str();
                if self.labels.contains(id) {
                    noted.articles.insert(id.to_owned());
                }
                self.note_near(noted, id);
                let title = end.head.article.title().map(key);
                noted.titles.extend(title.filter(|title| self.quoted.contains(title)));
                for (id, source) in end.head.sources.iter() {
                    let name = source.anonymous.then(|| key(&source.name));
                    noted.titles.extend(name.filter(|name| self.quoted.contains(name)));
                    if self.might_be_named(source) {
                        noted.add(id.as_str(), source);
                    }
                }
            }
        }
    }

    fn note_near(&self, noted: &mut Noted, id: &str) {
        for label in &self.labels {
            if may_be_one_edit(label, id)
                && strsim::osa_distance(label, id) == 1
                && !noted.near.contains_key(label)
            {
                noted.near.insert(label.clone(), id.to_owned());
            }
        }
    }

    /// Whether the drafts hold a word of its names. One that the article does not name has none.
    fn might_be_named(&self, source: &Source) -> bool {
        if source.anonymous {
            return false;
        }
        let is_person = source.kind == SourceKind::Person;
        let mut found = false;
        for name in std::iter::once(&source.name).chain(&source.aliases) {
            let is_short = !is_person && name.chars().count() <= TELLING;
            each_word(name, &mut |word| {
                let tells = is_person || is_short || word.chars().count() >= TELLING;
                found |= tells && self.forms.has(word) && self.words.contains(word);
            });
        }
        found
    }
}

impl Noted {
    /// Adds a source; the same id in two files is the same party, under all its names.
    fn add(&mut self, id: &str, source: &Source) {
        match self.sources.get_mut(id) {
            None => drop(self.sources.insert(id.to_owned(), source.clone())),
            Some(known) => {
                for name in std::iter::once(&source.name).chain(&source.aliases) {
                    if known.name != *name && !known.aliases.contains(name) {
                        known.aliases.push(name.clone());
                    }
                }
            }
        }
    }

    /// Adds what was noted elsewhere.
    pub fn join(&mut self, other: Self) {
        for (id, source) in other.sources {
            self.add(&id, &source);
        }
        self.titles.extend(other.titles);
        self.claims.extend(other.claims);
        self.articles.extend(other.articles);
        for (label, id) in other.near {
            self.near.entry(label).or_insert(id);
        }
    }

    /// The sources, as a draft is read with them.
    pub fn names(&self) -> Vec<KnownName<'_>> {
        self.sources.iter().map(|(id, source)| KnownName { id, source }).collect()
    }
}

/// Whether two ids are alike but for one place: cheap, since every id of the ledger is asked.
fn may_be_one_edit(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let before = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    // A letter may take four bytes; two that change places are two letters.
    before + after + 8 >= a.len().max(b.len()) && a != b
}

/// The letters of words, whatever stands between them: two texts with the same key are the same title.
pub(super) fn key(words: &str) -> String {
    if words.is_ascii() {
        let letters = words.chars().filter(char::is_ascii_alphanumeric);
        return letters.map(|letter| letter.to_ascii_lowercase()).collect();
    }
    words.nfc().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
