//! Who was named so far, who spoke, and whom a name, a pronoun or a phrase therefore stands for.

use std::collections::{BTreeSet, HashMap};

use super::cast::{Cast, Identity, Who};
use super::credit::{By, Credit, Ground, Place};
use super::cue::Cue;
use super::lexicon::Traits;
use super::mention::{Mention, Phrases};
use super::scene::Passage;
use super::token::Kind;
use crate::ledger::Name;
use crate::text::language::Language;

/// Someone named outside quotation marks.
#[derive(Clone, Debug)]
struct Named {
    who: Who,
    /// Which passage and which of its tokens.
    passage: usize,
    token: usize,
    /// Whether only what is theirs is spoken of: `Ito's plans`.
    possessive: bool,
    /// Whether it says where: `in Israel`.
    place: bool,
}

/// Someone who speaks, or is the subject of a sentence.
#[derive(Clone, Debug)]
struct Focus {
    /// None where it is somebody who is not named.
    who: Option<Who>,
    passage: usize,
}

/// Who has the stage in a paragraph.
enum Stage<'w> {
    /// The last speaker or subject, where there is one.
    Open(Option<&'w Who>),
    /// Somebody who is not named.
    Taken,
}

/// What was read of people so far.
#[derive(Debug)]
pub(super) struct Memory<'k> {
    cast: Cast<'k>,
    named: Vec<Named>,
    focus: Vec<Focus>,
    /// Every source that was named so far.
    met: BTreeSet<Who>,
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
                    if (first..last).any(|at| passage.tokens[at].is(Traits::TITLE)));
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

    fn identify(&mut self, passage: &Passage<'_, '_>, first: usize, last: usize) -> Identity {
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

    pub fn speaker(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        mention: Mention,
    ) -> Credit {
        let here = |by| Ground { place: Place::Same, by };
        match mention {
            Mention::Name(first, last) => match self.identify(passage, first, last) {
                // German writes every noun with a capital: `die Stadt` names nobody.
                Identity::One(Who::Name(name))
                    if passage.lexicon.language == Language::German && !name.contains(' ') =>
                {
                    Credit::Nobody
                }
                Identity::One(who) => Credit::Certain(who, here(By::Name)),
                Identity::Several(whos) => Credit::Contested(whos),
            },
            Mention::Pronoun(at) => {
                let traits = phrases.get(at).map(|token| token.traits).unwrap_or_default();
                self.pronoun(passage, at, traits)
            }
            Mention::Silent(at) => self.pronoun(passage, at, Traits::HE.and(Traits::SHE)),
            Mention::Several(_) => Credit::Nobody,
            Mention::Role(first, last) => self.role(passage, phrases, first, last),
        }
    }

    /// Whom a phrase without a capital stands for: a source that the ledger calls so; else, where
    /// somebody definite is meant, the only one named in the paragraph.
    fn role(
        &self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        first: usize,
        last: usize,
    ) -> Credit {
        const LONGEST: usize = 12;
        let article = Traits::DETERMINER.and(Traits::INDEFINITE);
        let noun = (first..last).find(|at| !passage.tokens[*at].is(article)).unwrap_or(first);
        let end = phrases.end.min(noun + LONGEST);
        let words = passage.tokens[noun..end].iter().take_while(|token| token.kind == Kind::Word);
        if let Some(end) = words.last().map(|token| token.span.end) {
            let words = &passage.text[passage.tokens[noun].span.start..end];
            if let Some(who) = self.cast.described(words) {
                return Credit::Certain(who, Ground { place: Place::Same, by: By::Name });
            }
        }
        let is_definite = passage.tokens[first].is(Traits::DETERMINER);
        let called = Name::new(&self.role_words(passage, noun, last));
        // `The engineer` is who the ledger says is one, once the draft has named her and nobody else who may be.
        if is_definite && let Some(who) = self.only_one_called(&called) {
            return Credit::Certain(who.clone(), Ground { place: Place::Same, by: By::Role });
        }
        let named =
            self.named_before(passage.number, first, false, &|who| self.cast.may_be_person(who));
        match named.as_slice() {
            [one] if is_definite && self.cast.has_role(one, &called) != Some(false) => {
                Credit::Likely((*one).clone(), Ground { place: Place::Same, by: By::Role })
            }
            _ => Credit::Nobody,
        }
    }

    fn role_words(&self, passage: &Passage<'_, '_>, noun: usize, last: usize) -> String {
        let words = passage.tokens.get(noun..last).unwrap_or_default();
        words.iter().map(|token| token.text).collect::<Vec<_>>().join(" ")
    }

    /// The only one named so far whom the ledger gives this role.
    fn only_one_called(&self, role: &Name) -> Option<&Who> {
        let mut fitting = self.met.iter().filter(|who| self.cast.has_role(who, role) == Some(true));
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// Whom a pronoun stands for: the only one named in its paragraph, else who spoke last in it.
    fn pronoun(&self, passage: &Passage<'_, '_>, at: usize, traits: Traits) -> Credit {
        if !traits.has(Traits::HE.and(Traits::SHE)) {
            return Credit::Nobody;
        }
        let fits = |who: &Who| {
            self.cast.may_be_person(who) && self.gender(who).is_none_or(|gender| traits.has(gender))
        };
        let here = |by| Ground { place: Place::Same, by };
        let Stage::Open(focus) = self.focus_in(passage.number, &fits) else {
            return Credit::Nobody;
        };
        let mut named = self.named_before(passage.number, at, false, &fits);
        if named.is_empty() {
            named = self.named_before(passage.number, at, true, &fits);
        }
        let earlier = self.earlier(passage.number, &fits);
        let certain = |who: &Who, by| Credit::Certain(who.clone(), here(by));
        let likely = |who: &Who, by| Credit::Likely(who.clone(), here(by));
        match (named.as_slice(), focus, earlier) {
            // Named, and not only in passing: the subject of a sentence, or one who speaks.
            ([one], Some(subject), _) if *one == subject => certain(one, By::OnlyOneNamed),
            (_, Some(subject), _) => certain(subject, By::Subject),
            ([one], None, Some(earlier)) if *one != earlier => likely(one, By::OnlyOneNamed),
            ([one], None, _) => certain(one, By::OnlyOneNamed),
            ([], None, Some(earlier)) => certain(earlier, By::Earlier),
            _ => Credit::Nobody,
        }
    }

    /// The last speaker or subject of a paragraph.
    fn focus_in(&self, number: usize, fits: &dyn Fn(&Who) -> bool) -> Stage<'_> {
        let near = self.focus.iter().rev().take_while(|focus| focus.passage >= number);
        let mut here = near.filter(|focus| focus.passage == number).map(|focus| focus.who.as_ref());
        match here.find(|who| who.is_none_or(fits)) {
            Some(None) => Stage::Taken,
            Some(Some(who)) => Stage::Open(Some(who)),
            None => Stage::Open(None),
        }
    }

    /// Who is named in this paragraph before a token; or whose belongings are.
    fn named_before(
        &self,
        number: usize,
        at: usize,
        possessive: bool,
        fits: &dyn Fn(&Who) -> bool,
    ) -> Vec<&Who> {
        let here = self.named.iter().rev().take_while(|named| named.passage == number);
        let mut found: Vec<&Who> = here
            .filter(|named| named.token < at && named.possessive == possessive && !named.place)
            .map(|named| &named.who)
            .filter(|who| fits(who))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Who has the stage when a paragraph begins: the last speaker or subject of the paragraph before,
    /// else the only one named there; paragraphs in which nobody is named are passed over.
    fn earlier(&self, number: usize, fits: &dyn Fn(&Who) -> bool) -> Option<&Who> {
        const FAR: usize = 3;
        for before in (number.saturating_sub(FAR)..number).rev() {
            match self.focus_in(before, fits) {
                Stage::Open(None) => {}
                Stage::Open(focus) => return focus,
                Stage::Taken => return None,
            }
            let mut named: Vec<&Who> = self
                .named
                .iter()
                .rev()
                .take_while(|named| named.passage >= before)
                .filter(|named| named.passage == before && !named.place && fits(&named.who))
                .map(|named| &named.who)
                .collect();
            named.sort_unstable();
            named.dedup();
            match named.as_slice() {
                [] => {}
                [one] => return Some(one),
                _ => return None,
            }
        }
        None
    }

    /// The only one named in a sentence before a token, whose belongings aside; else whom its only pronoun means.
    pub fn only_subject(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        until: usize,
    ) -> Credit {
        let mut found = Credit::Nobody;
        let mut at = phrases.start;
        while at < until {
            if !phrases.is_name_word(at) {
                at += 1;
                continue;
            }
            let end = phrases.name_end(at);
            let owns = passage.tokens[end - 1].possessive;
            let mention = phrases.named(at, end);
            let first = at;
            at = end;
            if owns || !matches!(mention, Mention::Name(..)) {
                continue;
            }
            // `to Ito`, `of Ito`: no subject.
            let is_led = phrases.is_led(first);
            let credit = self.speaker(passage, phrases, mention);
            let is_noun = found.who().is_some() && credit.who().is_none();
            if is_led || is_noun && passage.lexicon.language == Language::German {
                continue;
            }
            let is_same = found.who() == credit.who();
            if credit.who().is_none() || found.who().is_some() && !is_same {
                return Credit::Nobody;
            }
            found = credit;
        }
        if found != Credit::Nobody {
            return found;
        }
        let is_pronoun = |at: &usize| {
            passage.tokens[*at].is(Traits::HE.and(Traits::SHE))
                && !passage.tokens[*at].is(Traits::DETERMINER)
        };
        let mut pronouns = (phrases.start..until).filter(is_pronoun);
        match (pronouns.next(), pronouns.next()) {
            (Some(one), None) => self.speaker(passage, phrases, Mention::Pronoun(one)),
            _ => Credit::Nobody,
        }
    }

    fn gender(&self, who: &Who) -> Option<Traits> {
        self.gender.get(who).copied().or_else(|| self.cast.gender(who))
    }

    /// The subject of a sentence: its first name that nothing but its own words and an adverbial
    /// phrase stand before.
    pub fn note_subject(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
    ) -> Option<Who> {
        let (first, end) = phrases.subject()?;
        let Mention::Name(first, last) = phrases.named(first, end) else { return None };
        let Identity::One(who) = self.identify(passage, first, last) else { return None };
        if self.cast.may_be_person(&who) {
            self.focus.push(Focus { who: Some(who.clone()), passage: passage.number });
        }
        Some(who)
    }
}

/// Whether a title is of a woman and the name of a man, or the reverse.
fn contradicts(title: Traits, gender: Traits) -> bool {
    (title.has(Traits::HONORESS) && !gender.has(Traits::SHE))
        || (title.has(Traits::HONORIFIC) && !gender.has(Traits::HE))
}
