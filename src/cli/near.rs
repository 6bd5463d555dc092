//! What was probably meant, when nothing answers to a filter.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::cli::say::remark;
use crate::ledger::{Claim, Head, Name};
use crate::load::{Item, LedgerFile, fold};
use crate::select::{Selection, is_about, is_article};
use crate::wording::{self, did_you_mean, ticked};

/// More names than these in one remark are not read.
pub const MOST: usize = 5;

/// Remarks why nothing was listed: a name that nobody bears, one that is only spoken of, or filters
/// that no claim fits together.
pub fn remark_on_nothing(selection: &Selection, files: &[LedgerFile]) {
    let mut remarks = on_names(selection, files);
    if remarks.is_empty() {
        remarks.push("no claim fits all that is asked for".to_owned());
    }
    remarks.iter().for_each(remark);
}

/// Remarks on the names that were asked for in vain beside others.
pub fn remark_on_strangers(selection: &Selection, files: &[LedgerFile]) {
    on_names(selection, files).iter().for_each(remark);
}

/// A remark for every name that nothing in the ledger answers to.
fn on_names(selection: &Selection, files: &[LedgerFile]) -> Vec<String> {
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
                let about = typed(said);
                format!("`{said}` is the source of no claim; {tell} of {names} (`--about {about}`)")
            }
        });
    }
    let others = [
        (&selection.topics, "topic", &known.topics),
        (&selection.abouts, "subject", &known.subjects),
        (&selection.articles, "article", &known.articles),
    ];
    for (names, noun, of_ledger) in others {
        let shown = wording::some_of(of_ledger.names.iter().map(ticked), MOST);
        let lists = format!("there are {}", if shown.is_empty() { "none" } else { &shown });
        let all = names.iter().enumerate();
        let strangers = all.filter(|(at, _)| !of_ledger.answered.contains(at));
        remarks
            .extend(strangers.map(|(_, name)| like(name.asked(), noun, &lists, &of_ledger.names)));
    }
    remarks
}

/// A name as it is typed after a flag.
fn typed(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.to_owned() }
}

/// The ledger's names, gathered only when nothing was found.
#[derive(Default)]
struct Known {
    sources: BTreeSet<String>,
    topics: Names,
    subjects: Names,
    articles: Names,
    /// For each source asked for, in order.
    asked: Vec<Asked>,
}

/// The ledger's names of one sort, and which of those asked for, by position, something answers to.
#[derive(Default)]
struct Names {
    names: BTreeSet<String>,
    answered: BTreeSet<usize>,
}

impl Names {
    fn see<'n>(
        &mut self,
        asked: &[Name],
        names: impl IntoIterator<Item = &'n str>,
        answers: impl Fn(&Name) -> bool,
    ) {
        self.names.extend(names.into_iter().map(str::to_owned));
        let answered = asked.iter().enumerate().filter(|(_, name)| answers(name));
        self.answered.extend(answered.map(|(at, _)| at));
    }

    fn extend(&mut self, more: Self) {
        self.names.extend(more.names);
        self.answered.extend(more.answered);
    }
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
                    let article = &end.head.article;
                    let names = [article.id.as_str()].into_iter().chain(article.title());
                    batch
                        .articles
                        .see(&selection.articles, names, |name| is_article(name, end.head));
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
        let told = claim.voice_of.as_ref().and_then(|id| head.sources.get(id.as_str()));
        let told = told.map(|source| &source.name);
        self.topics.see(&selection.topics, claim.topics.iter().map(AsRef::as_ref), |name| {
            claim.topics.iter().any(|own| name.stands_in(own))
        });
        let subjects = claim.about.iter().chain(told).map(AsRef::as_ref);
        self.subjects.see(&selection.abouts, subjects, |name| is_about(name, head, claim));
        for (asked, name) in self.asked.iter_mut().zip(&selection.sources) {
            let source = head.sources.get(claim.source.as_str());
            let speaks =
                source.is_some_and(|own| name.answers(claim.source.as_str(), own).is_some());
            asked.speaks += usize::from(speaks);
            if is_about(name, head, claim) {
                asked.spoken_of += 1;
                let subject = claim.about.iter().find(|about| name.answers_text(about).is_some());
                let shown = subject.or(told);
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
