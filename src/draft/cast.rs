//! Who is who in a draft: the names of the ledger's sources, and names that are no source.

use std::collections::{HashMap, HashSet};

use super::given;
use super::lexicon::Traits;
use crate::ledger::{Answers, Name, Source, SourceKind};
use crate::text::language::Language;
use crate::text::plain::plain_words;

/// A source that the draft might name: its id and what the ledger says of it.
#[derive(Clone, Copy, Debug)]
pub struct KnownName<'a> {
    /// The id of the source.
    pub id: &'a str,
    /// Its names.
    pub source: &'a Source,
}

/// Someone whom a draft credits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// A source of the ledger, by its id.
    Source(String),
    /// A name that is no source of the ledger, as the draft gives it in full.
    Name(String),
}

/// What is known of a name in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    One(Who),
    Several(Vec<Who>),
}

/// What looking a name up gave.
#[derive(Clone, Debug)]
struct Looked {
    /// How many words it has, and the last of them, folded.
    words: usize,
    last: String,
    /// The known names that it answers best.
    best: Vec<usize>,
    /// Whether it is the whole of one.
    is_whole: bool,
}

/// The names of the ledger, looked up by their words, and those that the draft brought in.
#[derive(Debug)]
pub(super) struct Cast<'a> {
    known: &'a [KnownName<'a>],
    /// By each folded word of a name: the known names that have it.
    by_word: HashMap<String, Vec<usize>>,
    by_id: HashMap<&'a str, usize>,
    /// The words of what the ledger calls each known name besides: `bridge engineer`.
    roles: Vec<Vec<String>>,
    /// By each of those words: whom it calls so.
    by_role: HashMap<String, Vec<usize>>,
    /// By the word that tells what an organisation is: `ministry`.
    by_head: HashMap<String, Vec<usize>>,
    /// By their last word: the names of several words that the draft gave so far, the latest last.
    in_full: HashMap<String, Vec<Who>>,
    /// Single names that are no source and that a title shows to be a person's.
    titled: HashSet<Who>,
    /// Names that were looked up before.
    seen: HashMap<String, Looked>,
}

impl<'a> Cast<'a> {
    pub fn new(known: &'a [KnownName<'a>]) -> Self {
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, name) in known.iter().enumerate() {
            for words in std::iter::once(&name.source.name).chain(&name.source.aliases) {
                for word in Name::new(words).key().split(' ') {
                    let there = by_word.entry(word.to_owned()).or_default();
                    if there.last() != Some(&at) {
                        there.push(at);
                    }
                }
            }
        }
        let by_id = known.iter().enumerate().map(|(at, name)| (name.id, at)).collect();
        let words = |name: &KnownName<'_>| plain_words(name.source.role.as_deref().unwrap_or(""));
        let roles: Vec<Vec<String>> = known.iter().map(words).collect();
        let mut by_role: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, word) in
            roles.iter().enumerate().flat_map(|(at, role)| role.iter().map(move |w| (at, w)))
        {
            let there = by_role.entry(word.clone()).or_default();
            if there.last() != Some(&at) {
                there.push(at);
            }
        }
        let mut by_head: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, name) in known.iter().enumerate() {
            for head in heads(name.source) {
                by_head.entry(head).or_default().push(at);
            }
        }
        Self {
            known,
            roles,
            by_role,
            by_head,
            by_word,
            by_id,
            in_full: HashMap::new(),
            titled: HashSet::new(),
            seen: HashMap::new(),
        }
    }

    /// Whose name this is: of the ledger's sources the one that it answers best, else one that the
    /// draft gave in full before, else itself.
    pub fn identify(&mut self, name: &str) -> Identity {
        if !self.seen.contains_key(name) {
            let looked = self.look(name);
            self.seen.insert(name.to_owned(), looked);
        }
        let Looked { words, last, best, is_whole } = self.seen[name].clone();
        let earlier = self.in_full.get(&last).and_then(|whos| whos.last()).cloned();
        // The last bearer of a surname whom the draft named in full; an alias of a source says more.
        if let Some(who) = earlier.filter(|_| words == 1 && !(best.len() == 1 && is_whole)) {
            return Identity::One(who);
        }
        let found = match best.as_slice() {
            [] => Identity::One(Who::Name(name.split_whitespace().collect::<Vec<_>>().join(" "))),
            [one] => Identity::One(self.source(*one)),
            several => {
                return Identity::Several(several.iter().map(|at| self.source(*at)).collect());
            }
        };
        if let (Identity::One(who), true) = (&found, words > 1) {
            let whos = self.in_full.entry(last).or_default();
            whos.retain(|known| known != who);
            whos.push(who.clone());
        }
        found
    }

    /// The words of the ledger's names, as they are written.
    pub fn words(&self) -> impl Iterator<Item = &'a str> {
        self.known.iter().flat_map(|known| {
            std::iter::once(&known.source.name)
                .chain(&known.source.aliases)
                .flat_map(|name| name.split_whitespace())
        })
    }

    /// The source whose whole name these words begin with: `people close to the works said …`. `least` tells how many
    /// words the name of a person or of others must have: no club is meant by `the club captain`.
    pub fn described(&self, words: &str, least: impl Fn(SourceKind) -> usize) -> Option<Who> {
        let key = Name::new(words.split(',').next().unwrap_or_default()).key();
        let first = key.split(' ').next()?;
        let candidates = self.by_word.get(first).into_iter().flatten();
        let begins = |source: &Source, name: &str| {
            let name = Name::new(name).key();
            let rest = key.strip_prefix(&name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
                && name.split(' ').count() >= least(source.kind)
        };
        let mut found = candidates.filter(|at| {
            let source = self.known[**at].source;
            std::iter::once(&source.name).chain(&source.aliases).any(|name| begins(source, name))
        });
        let one = found.next()?;
        found.next().is_none().then(|| self.source(*one))
    }

    /// Whether the ledger says of anybody what they are.
    pub fn knows_roles(&self) -> bool {
        !self.by_role.is_empty()
    }

    /// Those whom the ledger may mean by `the engineer`.
    pub fn called(&self, words: &[String], language: Language) -> impl Iterator<Item = Who> {
        let candidates = words.first().and_then(|word| self.by_role.get(word));
        let fitting = candidates
            .into_iter()
            .flatten()
            .filter(move |at| is_role(words, &self.roles[**at], language));
        fitting.map(|at| self.source(*at))
    }

    /// The organisations that `the ministry` may be.
    pub fn headed(&self, word: &str) -> impl Iterator<Item = Who> {
        self.by_head.get(word).into_iter().flatten().map(|at| self.source(*at))
    }

    /// Whether it is a source that is no person.
    pub fn is_organisation(&self, who: &Who) -> bool {
        let Who::Source(id) = who else { return false };
        let known = self.by_id.get(id.as_str()).map(|at| self.known[*at]);
        known.is_some_and(|known| known.source.kind != SourceKind::Person)
    }

    /// Whether `the engineer` may be this one, as far as the ledger says what it is: a bridge engineer may, a
    /// mayor may not. Nothing where it does not say.
    pub fn has_role(&self, who: &Who, words: &[String], language: Language) -> Option<bool> {
        let Who::Source(id) = who else { return None };
        let role = &self.roles[*self.by_id.get(id.as_str())?];
        (!role.is_empty()).then(|| is_role(words, role, language))
    }

    /// Notes that a name is a person's: `President Kowalska`.
    pub fn is_person(&mut self, who: &Who) {
        self.titled.insert(who.clone());
    }

    /// Whether a pronoun may stand for it: a source that is a person, or a name of several words or
    /// with a title.
    pub fn may_be_person(&self, who: &Who) -> bool {
        match who {
            Who::Source(id) => {
                let known = self.by_id.get(id.as_str()).map(|at| self.known[*at]);
                known.is_some_and(|known| known.source.kind == SourceKind::Person)
            }
            Who::Name(name) => {
                let has_form = name.contains(' ') || self.titled.contains(who);
                has_form && !name.ends_with('.') && !name.split(' ').any(given::is_thing)
            }
        }
    }

    /// What the first name tells of the pronoun that stands for somebody.
    pub fn gender(&self, who: &Who) -> Option<Traits> {
        let name = match who {
            Who::Source(id) => self.known[*self.by_id.get(id.as_str())?].source.name.as_str(),
            Who::Name(name) => name,
        };
        given::gender(name)
    }

    fn source(&self, at: usize) -> Who {
        Who::Source(self.known[at].id.to_owned())
    }

    /// Looks a name up for the first time.
    fn look(&self, name: &str) -> Looked {
        /// A run of capitals is no name of a hundred words.
        const LONGEST: usize = 6;
        let folded = Name::new(name).key();
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found = self.look_up(name, &words);
        // "Harbour City Mayor Carlo Rossi": the last two words or more, never one alone.
        let few = words.len().saturating_sub(LONGEST).max(1);
        for skipped in few..words.len().saturating_sub(1) {
            if !found.is_empty() {
                break;
            }
            found = self.look_up(&words[skipped..].join(" "), &words[skipped..]);
        }
        let best = found.iter().map(|(answers, _)| *answers).max();
        let places = found.iter().filter(|(answers, _)| Some(*answers) == best);
        Looked {
            words: words.len(),
            last: words.last().copied().unwrap_or_default().to_owned(),
            best: places.map(|(_, at)| *at).collect(),
            is_whole: best.is_some_and(Answers::is_whole),
        }
    }

    fn look_up(&self, name: &str, words: &[&str]) -> Vec<(Answers, usize)> {
        let mut candidates: Vec<usize> =
            words.iter().filter_map(|word| self.by_word.get(*word)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let name = Name::new(name);
        // A part of a name is enough for a person; `California` is not the University of California.
        let answers = |at: usize| {
            let source = self.known[at].source;
            let is_bearer = source.kind == SourceKind::Person && !source.anonymous;
            let answers = name.answers(self.known[at].id, source)?;
            (is_bearer || answers.is_whole()).then_some(answers)
        };
        candidates.into_iter().filter_map(|at| Some((answers(at)?, at))).collect()
    }
}

/// The words of an organisation's name that tell what it is: the first of `Ministry of Culture`, first and last of others.
fn heads(source: &Source) -> Vec<String> {
    if source.kind == SourceKind::Person || source.anonymous {
        return Vec::new();
    }
    let words: Vec<&str> = source.name.split_whitespace().collect();
    let has_small = words.iter().any(|word| word.starts_with(char::is_lowercase));
    let first = words.first().filter(|_| words.len() > 1);
    let last = words.last().filter(|_| words.len() > 1 && !has_small);
    let mut heads: Vec<String> =
        first.into_iter().chain(last).flat_map(|word| plain_words(word)).collect();
    heads.dedup();
    heads
}

/// Whether all words are of the role, and one of them says what it is: that stands last in `bridge engineer`, and first in
/// `ingegnere del ponte` and `mayor of Kelbrook`.
fn is_role(words: &[String], role: &[String], language: Language) -> bool {
    const OF: &[&str] = &["of", "at", "for", "in", "von", "der", "des", "bei"];
    let is_germanic = matches!(language, Language::English | Language::German);
    let has_of = role.iter().any(|word| OF.contains(&word.as_str()));
    let first = role.first().filter(|_| !is_germanic || has_of);
    let before_of = role.iter().zip(role.iter().skip(1));
    let before_of = before_of.filter(|(_, of)| OF.contains(&of.as_str())).map(|(word, _)| word);
    let heads: Vec<&String> = first.into_iter().chain(role.last()).chain(before_of).collect();
    let ends = [words.first(), words.last()];
    !words.is_empty()
        && words.iter().all(|word| role.contains(word))
        && ends.into_iter().flatten().any(|word| heads.contains(&word))
}
