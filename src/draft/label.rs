//! Names that head what somebody says: `Ito: “…”`, `The mayor Carlo Rossi, 54: “…”`, `Ito, engineer — “…”`.

use super::cue::{Cue, Reader};
use super::lexicon::Traits;
use super::mention::Mention;
use super::token::Kind;

/// How many words an office or an addressee may have between the name and its colon.
const LONGEST: usize = 7;

impl Reader<'_, '_> {
    /// The name that a sentence begins with, where nothing but what it is stands between it and the colon.
    pub fn label(&self) -> Option<Cue> {
        let start = self.phrases.start;
        let name = self.past_office(start);
        if !self.phrases.is_name_word(name) {
            return None;
        }
        let end = self.phrases.name_end(name);
        let speaker = self.phrases.named(name, end);
        let mark = if self.kind(end) == Some(Kind::Colon) { end } else { self.past_tail(end)? };
        let is_plain = name == start && mark == end;
        let leads = matches!(self.kind(mark + 1), Some(Kind::Quote(_)));
        let is_label = is_plain || leads && matches!(speaker, Mention::Name(..));
        let owns = self.phrases.get(end - 1).is_some_and(|token| token.possessive);
        let end = mark + 1;
        let traits = Traits::SAY;
        (is_label && !owns).then_some(Cue { verb: mark, traits, speaker, start, end, aside: false })
    }

    /// Behind `The mayor`, where a name follows.
    fn past_office(&self, start: usize) -> usize {
        let office = Traits::DETERMINER.and(Traits::TITLE);
        let is_office = |at: &usize| {
            self.is(*at, office) && self.phrases.get(*at).is_some_and(|token| !token.possessive)
        };
        let many = (start..self.phrases.end).take_while(is_office).count();
        let has_article = many > 0 && self.is(start, Traits::DETERMINER);
        if has_article { start + many } else { start }
    }

    /// The colon, or the dash before the words, behind `, harbour master`, `(engineer)` or `to the agency`.
    fn past_tail(&self, end: usize) -> Option<usize> {
        let opens = match self.kind(end)? {
            Kind::Comma | Kind::Open | Kind::Dash => true,
            Kind::Word => self.is(end, Traits::PREPOSITION),
            _ => false,
        };
        let stops = Traits::CUE
            .and(Traits::BE)
            .and(Traits::AUXILIARY)
            .and(Traits::PRONOUN)
            .and(Traits::RELATIVE)
            .and(Traits::CONJUNCTION);
        let is_inside = |at: usize| match self.kind(at) {
            Some(Kind::Word) => !self.is(at, stops) || self.is(at, Traits::TITLE),
            Some(Kind::Number | Kind::Close | Kind::Comma) => true,
            _ => false,
        };
        let leads = |at: usize| matches!(self.kind(at + 1), Some(Kind::Quote(_)));
        let is_mark = |at: usize| match self.kind(at) {
            Some(Kind::Colon) => true,
            // A dash leads to words that go on to the end: behind others the sentence goes on.
            Some(Kind::Dash) => leads(at) && self.ends_with_quote(at + 1),
            _ => false,
        };
        let mut at = end;
        while opens && at <= end + LONGEST {
            if is_mark(at) {
                return Some(at);
            }
            if at > end && !is_inside(at) {
                return None;
            }
            at += 1;
        }
        None
    }

    fn ends_with_quote(&self, quote: usize) -> bool {
        (quote + 1..self.phrases.end)
            .all(|at| matches!(self.kind(at), Some(Kind::Stop | Kind::Other)))
    }
}
