//! Organisations that speak: `the ministry said`, `a spokesman for the Port Authority`, `it said`.

use super::cast::{Identity, Who};
use super::credit::{By, Credit, Ground, Place};
use super::lexicon::Traits;
use super::memory::Memory;
use super::mention::{Mention, Phrases};
use super::scene::Passage;
use crate::text::plain::plain_words;

impl Memory<'_> {
    /// `The ministry`: the only organisation that was named so far and is one; nobody where there are several.
    pub fn headed(
        &self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        first: usize,
        last: usize,
    ) -> Option<Credit> {
        let led = first.checked_sub(1).and_then(|at| phrases.get(at));
        let is_led = led.is_some_and(|token| token.is(Traits::DETERMINER));
        let [word] = plain_words(passage.tokens[first].text).try_into().ok()?;
        if !is_led || last != first + 1 {
            return None;
        }
        let word: String = word;
        let met = |who: &Who| self.met.contains(who);
        let mut fitting = self.cast.headed(&word).filter(met);
        let one = fitting.next()?;
        // A short form of its name; a spokesman is an office, and may be somebody of theirs whom the article credits.
        let ground = Ground { place: Place::Same, by: By::Name };
        let is_only = fitting.all(|other| other == one);
        Some(if is_only { Credit::Certain(one, ground) } else { Credit::Nobody })
    }

    /// `A spokesman for the Port Authority`, `a statement from …`: the organisation speaks; of a person's, nobody who is
    /// named.
    pub fn spoken_for(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        first: usize,
        last: usize,
    ) -> Option<Credit> {
        let voice = Traits::VOICE.and(Traits::MEDIUM);
        let leads = Traits::PREPOSITION.and(Traits::DETERMINER);
        if !(first..last).any(|at| passage.tokens[at].is(voice)) {
            return None;
        }
        // `a spokesman for the Port Authority`, `a Port Authority spokesman`.
        let name = if phrases.is(last, Traits::PREPOSITION) {
            (last..last + 3).find(|at| !phrases.is(*at, leads))?
        } else {
            (first..last).find(|at| phrases.is_name_word(*at))?
        };
        if !phrases.is_name_word(name) {
            return None;
        }
        let Mention::Name(first, last) = phrases.named(name, phrases.name_end(name)) else {
            return None;
        };
        match self.identify(passage, first, last) {
            Identity::One(who) if self.cast.is_organisation(&who) => {
                Some(Credit::Certain(who, Ground { place: Place::Same, by: By::Role }))
            }
            _ => None,
        }
    }

    /// `It said`: the only organisation named in the paragraph before.
    pub fn only_organisation(&self, passage: &Passage<'_, '_>, at: usize) -> Credit {
        let fits = |who: &Who| self.cast.is_organisation(who);
        let named = self.named_before(passage.number, at, false, &fits);
        let ground = Ground { place: Place::Same, by: By::OnlyOneNamed };
        match named.as_slice() {
            [one] => Credit::Certain((*one).clone(), ground),
            _ => Credit::Nobody,
        }
    }
}
