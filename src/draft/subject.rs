//! The subject: the one that stands before its verb, and the one that a sentence begins with.

use super::cue::Reader;
use super::lexicon::Traits;
use super::mention::{Mention, Phrases};
use super::token::Kind;
use crate::text::language::Language;

impl Reader<'_, '_> {
    /// The subject whose verb group begins here.
    pub fn subject_before(&self, group: usize) -> Option<(Mention, usize)> {
        let last = group.checked_sub(1).filter(|at| *at >= self.phrases.start)?;
        match self.kind(last)? {
            Kind::Comma | Kind::Dash => self.before_aside(last),
            Kind::Close => self.phrases.ending(last),
            Kind::Word if self.is(last, Traits::RELATIVE) || self.is_relative_here(last) => {
                self.antecedent(last)
            }
            Kind::Word if self.is(last, Traits::CONJUNCTION) => self.first_subject(last),
            Kind::Word if self.lower(last) == "to" => self.first_subject(last),
            Kind::Word => self
                .begun(last)
                .or_else(|| self.phrases.ending(last))
                .or_else(|| self.first_subject(last)),
            _ => None,
        }
    }

    /// `Ito, che ha risposto`: behind a name and a comma it stands for the name.
    fn is_relative_here(&self, at: usize) -> bool {
        const THAT: &[&str] = &["che", "que", "qui"];
        let comma = at.checked_sub(1).filter(|before| self.kind(*before) == Some(Kind::Comma));
        let last = comma.and_then(|comma| comma.checked_sub(1));
        THAT.contains(&self.lower(at).as_str())
            && last.is_some_and(|last| self.phrases.name_ending(last).is_some())
    }

    /// `after Ito said`, `as Ito writes`: what looks like a preposition begins a clause, and the name is its subject.
    fn begun(&self, last: usize) -> Option<(Mention, usize)> {
        const BEGINS: &[&str] = &["after", "before", "since", "until", "till", "as", "than"];
        let first = self.phrases.is_name_word(last).then(|| self.phrases.name_start(last))?;
        let before = first.checked_sub(1).filter(|at| *at >= self.phrases.start)?;
        let named = self.phrases.named(first, last + 1);
        let is_name = matches!(named, Mention::Name(..)) && !self.phrases.tokens[last].possessive;
        (is_name && BEGINS.contains(&self.lower(before).as_str())).then_some((named, first))
    }

    /// What `who` stands for: the name right before it, whatever leads to that.
    fn antecedent(&self, who: usize) -> Option<(Mention, usize)> {
        let before = who.checked_sub(1)?;
        let last =
            if self.kind(before) == Some(Kind::Comma) { before.checked_sub(1)? } else { before };
        match self.phrases.name_ending(last) {
            Some((name, true)) if !self.phrases.tokens[last].possessive => {
                Some((name, self.phrases.name_start(last)))
            }
            _ => self.phrases.ending(last),
        }
    }

    /// `X, a nurse who …, said`: of the phrases before a comma, the first that is no part of another.
    fn before_aside(&self, last: usize) -> Option<(Mention, usize)> {
        let clause = self.clause_start(last);
        let pauses =
            (clause..last).filter(|at| matches!(self.kind(*at), Some(Kind::Comma | Kind::Dash)));
        for pause in pauses.take(16) {
            let found = pause.checked_sub(1).and_then(|at| self.phrases.ending(at));
            let Some((mention, start)) =
                found.filter(|(_, start)| self.begins_phrase(*start, clause))
            else {
                continue;
            };
            let apposed = pause + 1;
            if matches!(mention, Mention::Role(..)) && self.phrases.is_name_word(apposed) {
                let end = self.phrases.name_end(apposed);
                return Some((self.phrases.named(apposed, end), start));
            }
            return Some((mention, start));
        }
        self.first_subject(last)
    }

    /// Whether a phrase that begins here may be a subject: at the clause's start, after a comma or a conjunction.
    fn begins_phrase(&self, start: usize, clause: usize) -> bool {
        let Some(before) = start.checked_sub(1).filter(|at| *at >= clause) else { return true };
        self.kind(before) != Some(Kind::Word) || self.is(before, Traits::CONJUNCTION)
    }

    /// Where the clause begins that this token stands in.
    fn clause_start(&self, at: usize) -> usize {
        let breaks = |at: &usize| {
            matches!(
                self.kind(*at),
                Some(Kind::Quote(_) | Kind::Semicolon | Kind::Colon | Kind::Stop)
            )
        };
        (self.phrases.start..at).rev().find(breaks).map_or(self.phrases.start, |at| at + 1)
    }

    /// The subject of the clause up to `end`: its first phrase that no preposition leads.
    pub fn first_subject(&self, end: usize) -> Option<(Mention, usize)> {
        let clause = self.clause_start(end);
        let mut at = clause;
        let lead =
            Traits::PREPOSITION.and(Traits::GERUND).and(Traits::ADVERB).and(Traits::CONJUNCTION);
        while at < end
            && (self.kind(at) != Some(Kind::Word)
                || self.is(at, Traits::CONJUNCTION.and(Traits::ADVERB))
                    && !self.is(at, Traits::PREPOSITION))
        {
            at += 1;
        }
        if self.is(at, lead) || self.is(at, Traits::SAY.and(Traits::JUDGE)) {
            at = (at..end).find(|at| self.kind(*at) == Some(Kind::Comma))? + 1;
        }
        let (mention, after) = self.phrases.beginning(at)?;
        let mention = self.name_with_verb(at).unwrap_or(mention);
        (after <= end).then_some((mention, at))
    }

    /// `Ito seemed to …`, `Ito took the stage`: a name right before a verb is the subject, not a part of one.
    fn name_with_verb(&self, at: usize) -> Option<Mention> {
        let end = self.phrases.is_name_word(at).then(|| self.phrases.name_end(at))?;
        let english = self.lexicon.language == Language::English;
        let object = Traits::DETERMINER.and(Traits::INDEFINITE).and(Traits::PRONOUN);
        let has_object = self.is(end + 1, object) || self.lower(end + 1) == "to";
        let is_verb =
            self.kind(end) == Some(Kind::Word) && (self.lower(end).ends_with("ed") || has_object);
        let owns = self.phrases.get(end - 1).is_some_and(|token| token.possessive);
        (english && is_verb && !owns).then(|| self.phrases.named(at, end))
    }
}

impl Phrases<'_, '_> {
    /// The name that a sentence begins with, once conjunctions, adverbs and what a preposition leads
    /// are passed over, with the words that belong to it.
    pub fn subject(self) -> Option<(usize, usize)> {
        // `18:45 Ito has the floor`: an hour, a number of a list.
        let is_count =
            |at: &usize| matches!(self.kind(*at), Some(Kind::Number | Kind::Colon | Kind::Stop));
        let mut at = self.start + (self.start..self.end).take_while(is_count).count();
        while at < self.end {
            if self.is_name_word(at) {
                let end = self.name_end(at);
                return (!self.tokens[end - 1].possessive).then_some((at, end));
            }
            if let Some(name) = self.apposed(at) {
                return Some(name);
            }
            let token = &self.tokens[at];
            let pointing = at == self.start
                && matches!(token.text, "That" | "This" | "These" | "Those" | "It");
            let stops = token.is(Traits::PRONOUN.and(Traits::BE).and(Traits::GERUND)) || pointing;
            let opens = matches!(token.kind, Kind::Open | Kind::Dash) && at == self.start;
            if stops || (token.kind != Kind::Word && !opens) {
                return None;
            }
            let leads = token.is(Traits::PREPOSITION)
                || (at == self.start && token.is(Traits::CALENDAR.and(Traits::ADVERB)));
            if leads && !token.is(Traits::CONJUNCTION) {
                at = (at..self.end).find(|at| matches!(self.kind(*at), Some(Kind::Comma)))?;
            }
            at += 1;
        }
        None
    }

    /// `The minister got up`: the words of an office that a sentence begins with, where no name follows.
    pub fn office(self) -> Option<(usize, usize)> {
        const LONGEST: usize = 5;
        let lead = (self.start..self.end)
            .take(2)
            .find(|at| !self.is(*at, Traits::ADVERB.and(Traits::CONJUNCTION)))?;
        if !self.is(lead, Traits::DETERMINER) {
            return None;
        }
        let ends = Traits::CUE.and(Traits::BE).and(Traits::AUXILIARY).and(Traits::PREPOSITION);
        let inside = |at: &usize| {
            self.kind(*at) == Some(Kind::Word) && !self.is(*at, ends) && !self.is_name_word(*at)
        };
        let title = (lead + 1..self.end)
            .take(LONGEST)
            .take_while(inside)
            .find(|at| self.is(*at, Traits::TITLE))?;
        let named = (title + 1..self.end).take(LONGEST).take_while(|at| {
            matches!(self.kind(*at), Some(Kind::Word | Kind::Comma))
                && !self.is(*at, Traits::CUE.and(Traits::BE).and(Traits::AUXILIARY))
        });
        (!named.into_iter().any(|at| self.is_name_word(at) && !self.is_led(at)))
            .then_some((lead + 1, title + 1))
    }

    /// `A council official leaned over`, `Ito's predecessor agrees`: the sentence begins with somebody who is not named.
    pub fn begins_with_somebody(self) -> bool {
        const LONGEST: usize = 4;
        let owns = |at: usize| self.is_name_word(at) && self.tokens[at].possessive;
        let owner = (self.start..self.end)
            .take(LONGEST)
            .find(|at| self.kind(*at) != Some(Kind::Word) || !self.is_name_word(*at) || owns(*at));
        let first = match owner {
            Some(owner) if owns(owner) => owner + 1,
            _ if self.is(self.start, Traits::INDEFINITE) => self.start + 1,
            _ => return false,
        };
        let ends = Traits::SMALL.and(Traits::CUE);
        let phrase = (first..self.end).take(LONGEST).take_while(|at| {
            self.kind(*at) == Some(Kind::Word) && !self.is(*at, ends) && !self.is_name_word(*at)
        });
        let mut nouns = phrase.filter(|at| self.is(*at, Traits::TITLE.and(Traits::VOICE)));
        // `Ito's lawyer, Carlo Rossi, …`, `a lawyer named Rossi` name him.
        nouns.next().is_some_and(|noun| {
            let name = noun + 1 + usize::from(self.kind(noun + 1) == Some(Kind::Comma));
            !self.is_name_word(name)
        })
    }

    /// `The mayor, Karl Weber, prefers …`: the name between the commas behind a few words that an article leads.
    fn apposed(self, comma: usize) -> Option<(usize, usize)> {
        const LONGEST: usize = 5;
        let leads = (2..=LONGEST).contains(&(comma - self.start))
            && self.is(self.start, Traits::DETERMINER)
            && self.kind(comma) == Some(Kind::Comma);
        if !leads || !self.is_name_word(comma + 1) {
            return None;
        }
        let end = self.name_end(comma + 1);
        let closes = self.kind(end) == Some(Kind::Comma) && !self.tokens[end - 1].possessive;
        closes.then_some((comma + 1, end))
    }
}
