//! What was probably meant, when nothing answers to a filter.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::cli::say::remark;
use crate::ledger::{Claim, Head, Name};
use crate::load::{Item, LedgerFile, fold};
use crate::select::{Selection, is_about};
use crate::wording::{self, did_you_mean, ticked};

/// More names than these in one remark are not read.
pub const MOST: usize = 5;

/// Remarks why nothing was listed: a name that nobody bears, one that is only spoken of, or filters
/// that no claim fits together.
pub fn remark_on_nothing(selection: &Selection, files: &[LedgerFile]) {
    let known = Known::gather(selection, files);
    let mut remarks: Vec<String> = Vec::new();
    for (name, asked) in selection.sources.iter().zip(&known.asked) {
        let said = name.asked();
        if asked.speaks > 0 || name.is_own_voice() {
            continue;
        }
        remarks.push(match asked.spoken_of {
            0 => like(said, "source", "`claims sources` lists them", &known.sources),
            count => {
                let tell = if count == 1 { "1 tells" } else { &format!("{count} tell") };
                let names = wording::some_of(asked.names.iter(), MOST);
                format!("`{said}` is the source of no claim; {tell} of {names} (`--about {said}`)")
            }
        });
    }
    let others = [
        (&selection.topics, "topic", &known.topics),
        (&selection.abouts, "subject", &known.subjects),
        (&selection.articles, "article", &known.articles),
    ];
    for (names, noun, of_ledger) in others {
        let answers = |name: &&Name| of_ledger.iter().any(|own| name.answers_text(own).is_some());
        let lists = "`claims list --format json` shows them";
        let strangers = names.iter().filter(|name| !answers(name));
        remarks.extend(strangers.map(|name| like(name.asked(), noun, lists, of_ledger)));
    }
    if remarks.is_empty() {
        remarks.push("no claim fits all that is asked for".to_owned());
    }
    remarks.iter().for_each(remark);
}

/// The ledger's names, gathered only when nothing was found.
#[derive(Default)]
struct Known {
    sources: BTreeSet<String>,
    topics: BTreeSet<String>,
    subjects: BTreeSet<String>,
    articles: BTreeSet<String>,
    /// For each source asked for, in order.
    asked: Vec<Asked>,
}

/// What the ledger has under a name that was asked for as a source.
#[derive(Clone, Default)]
struct Asked {
    /// Claims that it is the source of.
    speaks: usize,
    /// Claims that speak of it.
    spoken_of: usize,
    /// The names under which they do.
    names: BTreeSet<String>,
}

impl Known {
    fn gather(selection: &Selection, files: &[LedgerFile]) -> Self {
        let mut all =
            Self { asked: vec![Asked::default(); selection.sources.len()], ..Self::default() };
        fold(
            files,
            |(): &mut (), batch: &mut Self, item| match item {
                Item::Claim(entry) => batch.take_claim(selection, entry.head, &entry.claim),
                Item::End(end) => {
                    let names = end.head.sources.iter().map(|(_, source)| source.name.to_string());
                    batch.sources.extend(names);
                    batch.articles.insert(end.head.article.id.to_string());
                }
            },
            |batch| {
                all.sources.extend(batch.sources);
                all.topics.extend(batch.topics);
                all.subjects.extend(batch.subjects);
                all.articles.extend(batch.articles);
                for (sum, asked) in all.asked.iter_mut().zip(batch.asked) {
                    sum.speaks += asked.speaks;
                    sum.spoken_of += asked.spoken_of;
                    sum.names.extend(asked.names);
                }
                ControlFlow::Continue(())
            },
        );
        all
    }

    fn take_claim(&mut self, selection: &Selection, head: &Head, claim: &Claim) {
        self.asked.resize_with(selection.sources.len(), Asked::default);
        self.topics.extend(claim.topics.iter().map(ToString::to_string));
        self.subjects.extend(claim.about.iter().map(ToString::to_string));
        for (asked, name) in self.asked.iter_mut().zip(&selection.sources) {
            let source = head.sources.get(claim.source.as_str());
            let speaks =
                source.is_some_and(|own| name.answers(claim.source.as_str(), own).is_some());
            asked.speaks += usize::from(speaks);
            if is_about(name, head, claim) {
                asked.spoken_of += 1;
                let told = claim.voice_of.as_ref().and_then(|id| head.sources.get(id.as_str()));
                let subject = claim.about.iter().find(|about| name.answers_text(about).is_some());
                let shown = subject.or(told.map(|source| &source.name));
                asked.names.extend(shown.map(ToString::to_string));
            }
        }
    }
}

/// That nothing has this name, and which names come close: whole, or by one of their words.
fn like(asked: &str, noun: &str, lists: &str, known: &BTreeSet<String>) -> String {
    let is_close = |name: &&String| {
        let words = name.split_whitespace().chain(name.split('-'));
        did_you_mean(asked, words.chain([name.as_str()])).is_some()
    };
    let close: Vec<String> = known.iter().filter(is_close).take(MOST).map(ticked).collect();
    if close.is_empty() {
        format!("no {noun} answers to `{asked}`; {lists}")
    } else {
        format!("no {noun} answers to `{asked}`; did you mean {}?", wording::one_of(close))
    }
}
