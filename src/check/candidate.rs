//! What a quotation is held against: claims with their recorded words, and paragraphs of prose.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::check::fit::{Part, Utterance};
use crate::check::rules::Printed;
use crate::ledger::{Article, Claim, Head, Quote};
use crate::load::Entry;
use crate::span::Span;
use crate::text::marks::marked;

/// Something in the ledger that may hold the words.
#[derive(Clone, Debug)]
pub enum Candidate {
    /// A claim with its quotes and renderings.
    Claim(Arc<Kept>),
    /// A paragraph of an article's text.
    Prose(Arc<Paragraph>),
}

/// A claim that was kept, with what it needs of its file.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The file as a person would type it from here.
    pub file: Arc<str>,
    /// The article, and the sources that the claim names.
    pub head: Head,
    /// Its place among the file's claims, counted from 0.
    pub position: usize,
    /// The claim.
    pub claim: Claim,
    /// Set where the article's saved text was at hand and does not print a quote of the claim.
    departs: OnceLock<()>,
}

/// A paragraph of an article's text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The ledger file.
    pub file: Arc<str>,
    /// The article.
    pub article: Article,
    /// Its number, counted from 1.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// The claims that have a passage in it.
    pub claims: Vec<Arc<Kept>>,
}

/// Misprints of each quote of a claim, as an utterance borrows them.
pub(super) type Misprints<'a> = Vec<Vec<(&'a str, &'a str)>>;

impl Kept {
    /// Keeps a claim that the fold hands on.
    pub fn of(entry: Entry<'_>) -> Self {
        let head = entry.head.of_claim(&entry.claim);
        Self::new(entry.file.shown.clone(), head, entry.position, *entry.claim)
    }

    /// Keeps a copy of a claim that is still to be used.
    pub fn copy_of(entry: &Entry<'_>) -> Self {
        let head = entry.head.of_claim(&entry.claim);
        Self::new(entry.file.shown.clone(), head, entry.position, (*entry.claim).clone())
    }

    /// A claim at this place of a file, with the sources that it names.
    pub(super) fn new(file: Arc<str>, head: Head, position: usize, claim: Claim) -> Self {
        Self { file, head, position, claim, departs: OnceLock::new() }
    }

    /// Looks for the claim's quotes in the article's saved text, between its quotation marks.
    pub fn hold_against(&self, printed: &Printed<'_>) {
        if !self.claim.quotes.iter().all(|quote| printed.prints(&quote.exact)) {
            let _ = self.departs.set(());
        }
    }

    /// Whether the saved text was at hand and does not print what the claim records.
    pub fn departs(&self) -> bool {
        self.departs.get().is_some()
    }

    /// The language of a quote's words.
    pub fn language(&self, quote: &Quote) -> Option<String> {
        let own = quote.language.as_deref();
        own.or(self.head.article.language()).map(str::to_owned)
    }

    /// The quotes that make one utterance, each as a range among the claim's quotes.
    pub fn utterances(&self) -> Vec<Range<usize>> {
        let quotes = &self.claim.quotes;
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (at, quote) in quotes.iter().enumerate() {
            match ranges.last_mut() {
                Some(range) if quote.continues => range.end = at + 1,
                _ => ranges.push(at..at + 1),
            }
        }
        ranges
    }

    /// What ranks claims that fit equally well: the same whatever the order of files and claims.
    pub fn key(&self) -> (&str, &str, &str) {
        (self.head.article.id.as_str(), self.claim.id.as_str(), &self.file)
    }

    pub(super) fn misprints(&self) -> Misprints<'_> {
        self.claim
            .quotes
            .iter()
            .map(|quote| {
                let pairs = quote.sic.iter();
                pairs.map(|sic| (sic.printed.as_str(), sic.meant.as_str())).collect()
            })
            .collect()
    }

    pub(super) fn utterance<'a>(
        &'a self,
        range: &Range<usize>,
        misprints: &'a Misprints<'a>,
    ) -> Utterance<'a> {
        let quotes = &self.claim.quotes[range.clone()];
        let parts = quotes.iter().zip(&misprints[range.clone()]);
        Utterance {
            parts: parts.map(|(quote, sic)| Part { words: &quote.exact, sic }).collect(),
            cue: self.claim.cue.as_deref(),
            language: quotes[0].language.as_deref().or(self.head.article.language()),
        }
    }

    /// The renderings of an utterance: its language, and the words of each quote that has one.
    pub(super) fn renderings(&self, range: &Range<usize>) -> Vec<(&str, Vec<&str>)> {
        let mut by_language: Vec<(&str, Vec<&str>)> = Vec::new();
        for quote in &self.claim.quotes[range.clone()] {
            for (language, words) in quote.renderings.iter() {
                match by_language.iter_mut().find(|(known, _)| *known == language) {
                    Some((_, parts)) => parts.push(words),
                    None => by_language.push((language, vec![words])),
                }
            }
        }
        by_language
    }
}

impl Paragraph {
    /// Where in the paragraph a claim's passages stand.
    pub(super) fn passages<'a>(&'a self, kept: &'a Kept) -> impl Iterator<Item = Span> + 'a {
        let here = kept.claim.passages.iter().filter(|p| p.paragraph.get() == self.number);
        here.filter_map(|passage| {
            let start = self.text.find(passage.start.as_str())?;
            let rest = &self.text[start..];
            let end = rest.find(passage.end.as_str())? + passage.end.len();
            Some(Span::new(start, start + end.max(passage.start.len())))
        })
    }

    /// The words in quotation marks, the outermost pairs.
    pub(super) fn quotations(&self) -> Vec<Span> {
        marked(&self.text).iter().filter(|pair| pair.depth == 0).map(|pair| pair.words).collect()
    }
}
