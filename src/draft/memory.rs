//! Who was named so far, who spoke, and whom a name, a pronoun or a phrase therefore stands for.

use std::collections::{BTreeSet, HashMap};

use super::cast::{Cast, Identity, Who};
use super::credit::Credit;
use super::cue::Cue;
use super::lexicon::Traits;
use super::mention::{Mention, Phrases};
use super::scene::Passage;
use super::token::Token;
use super::whom::is_german_noun;
use crate::text::language::Language;

/// Someone named outside quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub who: Who,
    /// Which passage and which of its tokens.
    pub passage: usize,
    pub token: usize,
    /// Whether only what is theirs is spoken of: `Ito's plans`.
    pub possessive: bool,
    /// Whether it says where: `in Israel`.
    pub place: bool,
}

/// Someone who speaks, or is the subject of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Focus {
    /// None where it is somebody who is not named.
    pub who: Option<Who>,
    pub passage: usize,
}

/// What was read of people so far.
#[derive(Debug)]
pub(super) struct Memory<'k> {
    pub(super) cast: Cast<'k>,
    pub(super) named: Vec<Named>,
    pub(super) focus: Vec<Focus>,
    /// Every source that was named so far.
    pub(super) met: BTreeSet<Who>,
    /// What titles tell: `Mrs. Rossi`.
    gender: HashMap<Who, Traits>,
}

impl<'k> Memory<'k> {
    pub fn new(cast: Cast<'k>) -> Self {
        Self {
            cast,
            named: Vec::new(),
            focus: Vec::new(),
            met: BTreeSet::new(),
            gender: HashMap::new(),
        }
    }

    /// Names in a sentence, and whom each cue credits, in the order of the words.
    pub fn speakers(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        cues: &[Cue],
    ) -> Vec<Credit> {
        let mut found = Vec::new();
        let mut at = phrases.start;
        for cue in cues {
            let start = cue.speaker.start();
            self.note_names(passage, phrases, &mut at, start);
            let credit = self.speaker(passage, phrases, cue.speaker);
            // Somebody with an office and without a name takes the stage from who had it: a pronoun may be theirs.
            let is_somebody = credit == Credit::Nobody
                && matches!(cue.speaker, Mention::Role(first, last)
                    if passage.tokens[first].is(Traits::INDEFINITE)
                        || (first..last).any(|at| passage.tokens[at].is(Traits::TITLE)));
            let who = credit.who().cloned();
            if !cue.aside && (who.is_some() || is_somebody) {
                self.focus.push(Focus { who, passage: passage.number });
            }
            found.push(credit);
        }
        self.note_names(passage, phrases, &mut at, phrases.end);
        found
    }

    fn note_names(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        at: &mut usize,
        until: usize,
    ) {
        while *at < until {
            if !phrases.is_name_word(*at) {
                *at += 1;
                continue;
            }
            let end = phrases.name_end(*at);
            if let Mention::Name(first, last) = phrases.named(*at, end) {
                let who = match self.identify(passage, first, last) {
                    Identity::One(who) => who,
                    // One of several: somebody all the same, and nobody else.
                    Identity::Several(_) => {
                        let who = Who::Name(passage.tokens[first].text.to_owned());
                        self.cast.is_person(&who);
                        who
                    }
                };
                self.note_title(passage, *at, first, &who);
                let possessive = passage.tokens[end - 1].possessive;
                let before = at.checked_sub(1).and_then(|before| phrases.get(before));
                let place = before.is_some_and(|token| token.is(Traits::PLACE));
                if is_german_noun(passage, first, &who) {
                    *at = end;
                    continue;
                }
                if matches!(who, Who::Source(_)) && !self.met.contains(&who) {
                    self.met.insert(who.clone());
                }
                let (passage, token) = (passage.number, *at);
                self.named.push(Named { who, passage, token, possessive, place });
            }
            *at = end;
        }
    }

    fn note_title(&mut self, passage: &Passage<'_, '_>, start: usize, first: usize, who: &Who) {
        let titles = passage.tokens[start..first].iter().map(|token| token.traits);
        if titles.clone().any(|traits| traits.has(Traits::TITLE)) {
            self.cast.is_person(who);
        }
        for (title, pronoun) in [(Traits::HONORIFIC, Traits::HE), (Traits::HONORESS, Traits::SHE)] {
            if titles.clone().any(|traits| traits.has(title)) {
                self.gender.insert(who.clone(), pronoun);
            }
        }
    }

    pub(super) fn identify(
        &mut self,
        passage: &Passage<'_, '_>,
        first: usize,
        last: usize,
    ) -> Identity {
        let (start, end) = (passage.tokens[first].span.start, passage.tokens[last - 1].span.end);
        let name = &passage.text[start..end];
        let title = first.checked_sub(1).map(|at| passage.tokens[at].traits).unwrap_or_default();
        match self.cast.identify(name) {
            // `Mrs. Rossi` is not Carlo Rossi.
            Identity::One(who)
                if self.cast.gender(&who).is_some_and(|gender| contradicts(title, gender)) =>
            {
                Identity::One(Who::Name(name.to_owned()))
            }
            found => found,
        }
    }

    pub(super) fn gender(&self, who: &Who) -> Option<Traits> {
        self.gender.get(who).copied().or_else(|| self.cast.gender(who))
    }

    /// Whether somebody may be the one whom these pronouns tell of; anybody, where there are none.
    pub fn may_be(&self, who: &Who, told: Traits) -> bool {
        let is_told = told.has(Traits::HE.and(Traits::SHE));
        !is_told || self.gender(who).is_none_or(|gender| told.has(gender))
    }

    /// `The minister got up`: who the ledger says is one takes the stage. Where a language leaves pronouns out, somebody
    /// whom it does not know takes it as well.
    fn note_office(&mut self, passage: &Passage<'_, '_>, first: usize, end: usize) {
        let called = self.role_words(passage, first, end);
        let mut fitting = self.cast.called(&called, passage.lexicon.language);
        let who = fitting.next().filter(|_| fitting.next().is_none());
        let drops = matches!(passage.lexicon.language, Language::Italian | Language::Spanish);
        let last = self.focus.last().and_then(|focus| focus.who.as_ref());
        let is_last = last.is_some_and(|last| {
            self.cast.has_role(last, &called, passage.lexicon.language) == Some(true)
        });
        drop(fitting);
        if !is_last && (who.is_some() || drops) {
            self.focus.push(Focus { who, passage: passage.number });
        }
    }

    /// The subject of a sentence: its first name that nothing but its own words and an adverbial
    /// phrase stand before.
    pub fn note_subject(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
    ) -> Option<Who> {
        if phrases.begins_with_somebody() {
            self.focus.push(Focus { who: None, passage: passage.number });
            return None;
        }
        if let Some((first, end)) = phrases.office() {
            self.note_office(passage, first, end);
        }
        let (first, end) = phrases.subject()?;
        let Mention::Name(first, last) = phrases.named(first, end) else { return None };
        let Identity::One(who) = self.identify(passage, first, last) else { return None };
        if is_german_noun(passage, first, &who) {
            return None;
        }
        if self.cast.may_be_person(&who) {
            self.focus.push(Focus { who: Some(who.clone()), passage: passage.number });
        }
        Some(who)
    }
}

/// Whether a sentence tells of a man or a woman by a pronoun.
pub(super) fn pronouns(phrases: Phrases<'_, '_>) -> Traits {
    let tokens = &phrases.tokens[phrases.start..phrases.end];
    let said = tokens.iter().filter(|token| !token.is(Traits::DETERMINER));
    let both = [Traits::HE, Traits::SHE];
    let told =
        |token: &Token<'_>| both.into_iter().filter(|one| token.is(*one)).collect::<Vec<_>>();
    said.flat_map(told).fold(Traits::default(), Traits::and)
}

/// Whether a title is of a woman and the name of a man, or the reverse.
fn contradicts(title: Traits, gender: Traits) -> bool {
    (title.has(Traits::HONORESS) && !gender.has(Traits::SHE))
        || (title.has(Traits::HONORIFIC) && !gender.has(Traits::HE))
}
