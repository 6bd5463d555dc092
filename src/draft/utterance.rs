//! What somebody says, as a noun that leads to the words: `Ito's verdict: “…”`.

use super::cue::{Cue, Reader};
use super::lexicon::Traits;
use super::mention::Mention;
use super::token::Kind;
use crate::text::language::Language;

/// Prepositions behind which stands whose words they are.
pub(super) const OF: [&str; 15] = [
    "of", "from", "di", "del", "della", "dello", "dell", "dei", "degli", "delle", "de", "du",
    "des", "d", "von",
];

/// Prepositions that lead to the noun: `in Ito's words`. After any other the words may be somebody else's.
const IN: [&str; 11] =
    ["in", "nel", "nella", "nello", "nell", "nei", "nelle", "negli", "im", "dans", "en"];

impl Reader<'_, '_> {
    /// `Ito's verdict: “…”`, `La risposta di Ito è netta: «…»`: the noun and whose it is, right before the colon.
    pub fn utterance(&self, colon: usize) -> Option<Cue> {
        let leads = self.kind(colon) == Some(Kind::Colon)
            && matches!(self.kind(colon + 1), Some(Kind::Quote(_)));
        if !leads {
            return None;
        }
        let said = Traits::UTTERANCE.and(Traits::MEDIUM);
        let nouns = (self.phrases.start..colon).filter(|at| self.is(*at, said));
        let mut found = nouns.filter_map(|noun| {
            let (speaker, start, end) =
                self.owner_before(noun).or_else(|| self.owner_after(noun))?;
            (self.begins_clause(start) && self.is_short_way(end, colon)).then_some((speaker, start))
        });
        let (speaker, start) = found.next()?;
        let traits = Traits::JUDGE;
        Some(Cue { verb: colon, traits, speaker, start, end: colon + 1, aside: false })
    }

    /// `Ito's blunt verdict`: the name, where it begins, and the token behind the noun.
    pub fn owner_before(&self, noun: usize) -> Option<(Mention, usize, usize)> {
        const ADJECTIVES: usize = 2;
        let owner = (noun.saturating_sub(1 + ADJECTIVES)..noun).rev().find(|at| {
            self.phrases.get(*at).is_none_or(|token| token.possessive || token.kind != Kind::Word)
        })?;
        let token = self.phrases.get(owner)?;
        if !token.possessive || !self.phrases.is_name_word(owner) {
            return None;
        }
        let first = self.phrases.name_start(owner);
        let named = self.phrases.named(first, owner + 1);
        matches!(named, Mention::Name(..)).then_some((named, self.phrase_start(first), noun + 1))
    }

    /// `the verdict of Ito`: the name, where the phrase begins, and the token behind it.
    pub fn owner_after(&self, noun: usize) -> Option<(Mention, usize, usize)> {
        let of = self.lower(noun + 1);
        let is_genitive =
            self.lexicon.language == Language::German && matches!(of.as_str(), "der" | "des");
        if !is_genitive && !OF.contains(&of.trim_end_matches(['\'', '’'])) {
            return None;
        }
        let (owner, end) = self.phrases.beginning(noun + 2)?;
        let start = self.phrase_start(noun);
        matches!(owner, Mention::Name(..)).then_some((owner, start, end))
    }

    /// Where the phrase begins in which a name or noun stands, with its article and office: `in the mayor Ito's …`.
    fn phrase_start(&self, first: usize) -> usize {
        let before = |at: usize| at.checked_sub(1).filter(|at| *at >= self.phrases.start);
        let article = Traits::DETERMINER.and(Traits::INDEFINITE);
        let belongs = |at: &usize| self.is(*at, article.and(Traits::TITLE));
        let mut start = first;
        while let Some(at) = before(start).filter(belongs) {
            start = at;
        }
        let is_in = |at: &usize| IN.contains(&self.lower(*at).trim_end_matches(['\'', '’']));
        before(start).filter(is_in).unwrap_or(start)
    }

    /// Whether a sentence, or what follows a comma or an "and" in it, begins here.
    fn begins_clause(&self, at: usize) -> bool {
        at == self.phrases.start
            || self.kind(at - 1) != Some(Kind::Word)
            || self.is(at - 1, Traits::CONJUNCTION)
    }

    /// Whether nothing stands between but `is clear`, or to whom it was said.
    fn is_short_way(&self, from: usize, colon: usize) -> bool {
        const LONGEST: usize = 3;
        let says_nothing_else = || {
            let mut between = from + 1..colon;
            let is_other = Traits::PREPOSITION.and(Traits::CUE).and(Traits::BE);
            between.all(|at| self.kind(at) == Some(Kind::Word) && !self.is(at, is_other))
                && !(from..colon).any(|at| self.phrases.is_name_word(at))
        };
        from == colon
            || colon.saturating_sub(from) <= LONGEST
                && self.is(from, Traits::BE.and(Traits::PREPOSITION))
                && says_nothing_else()
    }
}
