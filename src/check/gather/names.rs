//! The names that questions ask for, and which sources of a file answer to them.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, Hash, Hasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

use super::top::lock;
use crate::check::attribution::{Asked, MOST_OF_AN_ARTICLE, Namesake};
use crate::check::question::Question;
use crate::ledger::{Head, Id, Name, Source};
use crate::text::forms::Forms;
use crate::text::plain::each_word;

/// The names that many questions ask for.
#[derive(Debug)]
pub(super) struct Names {
    /// Each name once, and which questions ask for it.
    asked: Vec<(Name, Vec<usize>)>,
    /// Each question's name.
    of_question: Vec<Option<usize>>,
    /// The names by their words and as ids.
    by_word: HashMap<String, Vec<usize>>,
    /// The forms of these words, so that most words of most sources cost no look-up.
    forms: Forms,
    bearers: Vec<Mutex<Asked>>,
    hasher: RandomState,
}

/// Which names a file's sources answer to: for each source by its position, the names' numbers.
pub(super) type Answering = Vec<Arc<[usize]>>;

/// What one thread has seen of sources that stand in many files. Its hashes are keyed, so that none collide by intent.
pub(super) type Seen = HashMap<u64, Arc<[usize]>>;

/// More sources than these are not remembered: some 4 MB a thread.
const MOST_SEEN: usize = 1 << 16;

impl Names {
    pub fn new(questions: &[Question]) -> Self {
        let mut asked: Vec<(Name, Vec<usize>)> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut of_question = vec![None; questions.len()];
        for (number, question) in questions.iter().enumerate() {
            let Some(by) = question.by.as_deref() else { continue };
            let name = *known.entry(by).or_insert_with(|| {
                asked.push((Name::new(by), Vec::new()));
                asked.len() - 1
            });
            asked[name].1.push(number);
            of_question[number] = Some(name);
        }
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        let mut forms = Forms::default();
        for (number, (name, _)) in asked.iter().enumerate() {
            for word in name.words().iter().map(String::as_str).chain([name.asked()]) {
                forms.add(word);
                let numbers = by_word.entry(word.to_owned()).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
        let bearers = asked.iter().map(|(name, _)| Mutex::new(Asked::new(name.clone())));
        let bearers = bearers.collect();
        Self { asked, of_question, by_word, forms, bearers, hasher: RandomState::new() }
    }

    /// The questions that ask for a name, by its number.
    pub fn questions(&self, name: usize) -> &[usize] {
        &self.asked[name].1
    }

    /// Which names the sources of a file answer to; none where none does. Each is remembered as a bearer.
    pub fn answering(&self, file: &str, head: &Head, seen: &mut Seen) -> Answering {
        if self.asked.is_empty() {
            return Vec::new();
        }
        let answering: Answering = head
            .sources
            .iter()
            .map(|(id, source)| {
                let key = self.key(id, source);
                if let Some(names) = seen.get(&key) {
                    return names.clone();
                }
                let names = self.names_of(file, id, source);
                // A source without a name is another party in every file.
                if !source.anonymous && seen.len() < MOST_SEEN {
                    seen.insert(key, names.clone());
                }
                names
            })
            .collect();
        match answering.iter().filter(|names| !names.is_empty()).count() {
            0 => return Vec::new(),
            1 => {}
            _ if head.sources.len() > MOST_OF_AN_ARTICLE => {}
            _ => self.stand_together(file, head, &answering),
        }
        answering
    }

    /// Remembers who of one article answers to the same name.
    fn stand_together(&self, file: &str, head: &Head, answering: &Answering) {
        let mut shared: BTreeSet<usize> = BTreeSet::new();
        let mut met: BTreeSet<usize> = BTreeSet::new();
        for name in answering.iter().flat_map(|names| names.iter()) {
            if !met.insert(*name) {
                shared.insert(*name);
            }
        }
        for name in shared {
            let sources = head.sources.iter();
            let of = |(id, source): (&Id<Source>, &Source)| {
                Namesake::of(&self.asked[name].0, file, id.as_str(), source)
            };
            let namesakes = sources.filter_map(of).collect();
            lock(&self.bearers[name]).stand_together(file, namesakes);
        }
    }

    fn key(&self, id: &Id<Source>, source: &Source) -> u64 {
        let mut state = self.hasher.build_hasher();
        (id.as_str(), source.name.as_str(), source.kind, source.anonymous).hash(&mut state);
        source.aliases.hash(&mut state);
        state.finish()
    }

    fn names_of(&self, file: &str, id: &Id<Source>, source: &Source) -> Arc<[usize]> {
        let mut near: BTreeSet<usize> = BTreeSet::new();
        let mut take = |word: &str| {
            if self.forms.has(word) {
                near.extend(self.by_word.get(word).into_iter().flatten());
            }
        };
        take(id.as_str());
        for name in std::iter::once(&source.name).chain(&source.aliases) {
            each_word(name, &mut take);
        }
        let answers = |number: &usize| {
            let namesake = Namesake::of(&self.asked[*number].0, file, id.as_str(), source);
            namesake.map(|namesake| lock(&self.bearers[*number]).add(namesake)).is_some()
        };
        near.into_iter().filter(answers).collect()
    }

    /// Each question's name, and everybody who answers to each name, in an order of their own.
    pub fn finish(self) -> (Vec<Option<usize>>, Vec<Asked>) {
        let bearers = self.bearers.into_iter().map(|bearers| {
            let mut asked = bearers.into_inner().unwrap_or_else(PoisonError::into_inner);
            asked.namesakes.sort();
            asked
        });
        (self.of_question, bearers.collect())
    }
}
