//! What was probably meant, when nothing answers to a filter.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::cli::desk::Desk;
use crate::cli::say::remark;
use crate::ledger::{Claim, Head, Name};
use crate::load::{Item, LedgerFile, fold};
use crate::select::{Selection, is_about};
use crate::wording::{self, did_you_mean, ticked};

/// More names than these in one remark are not read.
const MOST: usize = 5;

/// Remarks why nothing was listed: a name that nobody bears, one that is only spoken of, or filters
/// that no claim fits together.
pub fn remark_on_nothing(
    selection: &Selection,
    answering: &BTreeSet<String>,
    files: &[LedgerFile],
    desk: &Desk,
) {
    let names = Names::gather(selection, files);
    let mut told = false;
    for name in &selection.sources {
        let asked = name.asked();
        if let Some((count, spoken_of)) = names.spoken_of(name) {
            told = true;
            let tell = if count == 1 { "tells" } else { "tell" };
            remark(format!(
                "`{asked}` is the source of no claim; {count} {tell} of {spoken_of} (`--about {asked}`)"
            ));
        } else if answering.is_empty() {
            told = true;
            remark(like(asked, "source", "claims sources", &names.sources));
        }
    }
    for topic in selection.topics.iter().filter(|topic| !names.holds_topic(topic)) {
        told = true;
        remark(like(topic.asked(), "topic", "claims list --format json", &names.topics));
    }
    if !told && !desk.is_incomplete() {
        remark("no claim fits all that is asked for");
    }
}

/// What the ledger's names are, gathered only when nothing was found.
#[derive(Default)]
struct Names {
    sources: BTreeSet<String>,
    topics: BTreeSet<String>,
    /// For each name asked for: how many claims speak of it, and under which name.
    about: Vec<(usize, BTreeSet<String>)>,
}

impl Names {
    fn gather(selection: &Selection, files: &[LedgerFile]) -> Self {
        let mut all = Self::default();
        all.about.resize_with(selection.sources.len(), Default::default);
        fold(
            files,
            |(): &mut (), batch: &mut Self, item| {
                batch.about.resize_with(selection.sources.len(), Default::default);
                match item {
                    Item::Claim(entry) => batch.take_claim(selection, entry.head, &entry.claim),
                    Item::End(end) => batch
                        .sources
                        .extend(end.head.sources.iter().map(|(_, source)| source.name.to_string())),
                }
            },
            |batch| {
                all.sources.extend(batch.sources);
                all.topics.extend(batch.topics);
                for (sum, (count, names)) in all.about.iter_mut().zip(batch.about) {
                    sum.0 += count;
                    sum.1.extend(names);
                }
                ControlFlow::Continue(())
            },
        );
        all
    }

    fn take_claim(&mut self, selection: &Selection, head: &Head, claim: &Claim) {
        self.topics.extend(claim.topics.iter().map(ToString::to_string));
        for (sum, name) in self.about.iter_mut().zip(&selection.sources) {
            if is_about(name, head, claim) {
                sum.0 += 1;
                let told = claim.voice_of.as_ref().and_then(|id| head.sources.get(id.as_str()));
                let told = told.map(|source| &source.name);
                let named = claim.about.iter().find(|about| name.answers_text(about).is_some());
                sum.1.extend(named.or(told).map(ToString::to_string));
            }
        }
    }

    fn spoken_of(&self, name: &Name) -> Option<(usize, String)> {
        let (count, names) = self.about.iter().find(|(count, names)| {
            *count > 0 && names.iter().any(|n| name.answers_text(n).is_some())
        })?;
        Some((*count, wording::all_of(names.iter().take(MOST))))
    }

    fn holds_topic(&self, topic: &Name) -> bool {
        self.topics.iter().any(|own| topic.answers_text(own).is_some())
    }
}

/// That nothing has this name, and which names come close: whole, or by one of their words.
fn like(asked: &str, noun: &str, lists: &str, known: &BTreeSet<String>) -> String {
    let by_word = |name: &&String| {
        let words = name.split_whitespace().chain(name.split('-'));
        did_you_mean(asked, words).is_some() || did_you_mean(asked, [name.as_str()]).is_some()
    };
    let close: Vec<&String> = known.iter().filter(by_word).take(MOST).collect();
    if close.is_empty() {
        format!("no {noun} answers to `{asked}`; `{lists}` lists them")
    } else {
        let close = wording::one_of(close.into_iter().map(ticked));
        format!("no {noun} answers to `{asked}`; did you mean {close}?")
    }
}
