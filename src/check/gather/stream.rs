//! The ledger as it streams past: every quote, rendering and paragraph is held against all questions once.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use super::names::{Answering, Seen};
use super::top::{Top, lock, rank};
use super::{Found, Gathering};
use crate::check::candidate::Kept;
use crate::check::rules::Printed;
use crate::ledger::{Claim, Head};
use crate::load::{End, Entry, Item};
use crate::text::paragraph::paragraphs;
use crate::text::sieve::Pass;

/// A gathering while the ledger streams past. What a reader needs to compare is used again for the next file.
#[derive(Debug)]
pub struct Stream<'g> {
    gathering: &'g Gathering<'g>,
    idle: Mutex<Vec<Tools<'g>>>,
}

/// What one reader works with.
#[derive(Debug)]
struct Tools<'g> {
    pass: Pass<'g>,
    hits: Vec<(usize, u32)>,
    seen: Seen,
}

/// What one reader remembers within a file.
#[derive(Debug, Default)]
pub struct Within<'g> {
    tools: Option<Tools<'g>>,
    answering: Option<Answering>,
    /// The claims that were kept of the file, to be held against its text.
    kept: Vec<Arc<Kept>>,
}

impl<'g> Stream<'g> {
    pub(super) fn new(gathering: &'g Gathering<'g>) -> Self {
        Self { gathering, idle: Mutex::default() }
    }

    /// Takes what the fold hands on; `saved` gives the text of a file's article where it is at hand.
    pub fn take(
        &self,
        within: &mut Within<'g>,
        item: Item<'_>,
        saved: &impl Fn(&End<'_>) -> Option<String>,
    ) {
        let tools = within.tools.get_or_insert_with(|| self.tools());
        let (file, head) = match &item {
            Item::Claim(entry) => (&entry.file.shown, entry.head),
            Item::End(end) => (&end.file.shown, end.head),
        };
        let names = &self.gathering.names;
        let answering =
            within.answering.get_or_insert_with(|| names.answering(file, head, &mut tools.seen));
        match item {
            Item::Claim(entry) => within.kept.extend(self.take_claim(tools, answering, entry)),
            Item::End(end) => {
                self.gathering.articles.fetch_add(1, Ordering::Relaxed);
                if let Some(text) = saved(&end) {
                    self.gathering.saved.fetch_add(1, Ordering::Relaxed);
                    self.take_text(tools, &end, &text);
                    if !within.kept.is_empty() {
                        let printed = Printed::new(&text, end.head.article.language());
                        within.kept.iter().for_each(|kept| kept.hold_against(&printed));
                    }
                }
                lock(&self.idle).extend(within.tools.take());
            }
        }
    }

    fn tools(&self) -> Tools<'g> {
        let idle = lock(&self.idle).pop();
        idle.unwrap_or_else(|| Tools {
            pass: self.gathering.sieve.pass(),
            hits: Vec::new(),
            seen: Seen::new(),
        })
    }

    /// Takes a claim; gives it back where it was kept.
    fn take_claim(
        &self,
        tools: &mut Tools<'g>,
        answering: &Answering,
        entry: Entry<'_>,
    ) -> Option<Arc<Kept>> {
        tools.hold(&entry.claim);
        let asked = self.asked(answering, entry.head, &entry.claim);
        if tools.hits.is_empty() && asked.is_empty() {
            return None;
        }
        let key = [entry.head.article.id.as_str(), entry.claim.id.as_str(), &entry.file.shown];
        let mut places: Vec<(&Top<Kept>, u64)> = Vec::new();
        let mut offer = |top: &'g Top<Kept>, rank| {
            if top.takes(rank) {
                places.push((top, rank));
            }
        };
        let gathering = self.gathering;
        let zero = rank(0, &key);
        for (number, score) in &tools.hits {
            offer(&gathering.claims[*number], u64::from(*score) << 32 | zero);
        }
        for number in asked {
            let hit = tools.hits.iter().find(|(hit, _)| *hit == number);
            let may_be_translated =
                || gathering.questions[number].language.is_some() && has_renderings(&entry.claim);
            if hit.is_some() || may_be_translated() {
                let score = hit.map_or(0, |(_, score)| *score);
                offer(&gathering.of_asked[number], u64::from(score) << 32 | zero);
            }
        }
        if places.is_empty() {
            return None;
        }
        let kept = Arc::new(Kept::of(entry));
        for (top, rank) in places {
            top.put(rank, &kept);
        }
        Some(kept)
    }

    /// The questions that give their words to the source of this claim.
    fn asked(&self, answering: &Answering, head: &Head, claim: &Claim) -> Vec<usize> {
        if answering.is_empty() {
            return Vec::new();
        }
        let names = head.sources.position(claim.source.as_str()).map(|at| &answering[at]);
        let names = names.into_iter().flat_map(|names| names.iter());
        names.flat_map(|name| self.gathering.names.questions(*name)).copied().collect()
    }

    fn take_text(&self, tools: &mut Tools<'g>, end: &End<'_>, text: &str) {
        for (number, span) in (1u32..).zip(paragraphs(text)) {
            let words = &text[span.range()];
            let key = [end.head.article.id.as_str(), &end.file.shown, &number.to_string()];
            let zero = rank(0, &key);
            tools.pass.offer(words, &mut |question, score| {
                let rank = u64::from(score) << 32 | zero;
                let top = &self.gathering.prose[question];
                if top.takes(rank) {
                    let found = Found {
                        file: end.file.shown.clone(),
                        article: end.head.article.clone(),
                        number,
                        text: words.to_owned(),
                    };
                    top.put(rank, &Arc::new(found));
                }
            });
        }
    }
}

impl Tools<'_> {
    /// Holds the quotes and renderings of a claim against all questions, and sums the scores of each question.
    fn hold(&mut self, claim: &Claim) {
        let Self { pass, hits, .. } = self;
        hits.clear();
        let mut texts = 0;
        for quote in &claim.quotes {
            let renderings = quote.renderings.iter().map(|(_, words)| words);
            for words in std::iter::once(quote.exact.as_str()).chain(renderings) {
                texts += 1;
                pass.offer(words, &mut |number, score| hits.push((number, score)));
            }
        }
        if texts > 1 {
            hits.sort_unstable();
            hits.dedup_by(|later, first| {
                let is_same = later.0 == first.0;
                if is_same {
                    first.1 = first.1.saturating_add(later.1);
                }
                is_same
            });
        }
    }
}

fn has_renderings(claim: &Claim) -> bool {
    claim.quotes.iter().any(|quote| !quote.renderings.is_empty())
}
