//! Noun phrases that may name a speaker: names, pronouns, and words such as "the mayor".

use std::collections::HashSet;

use super::lexicon::{Lexicon, Traits};
use super::token::{Kind, Token};

/// Who is meant, as the sentence says it; positions are tokens of the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// A name, from one token up to another.
    Name(usize, usize),
    /// He, she, they.
    Pronoun(usize),
    /// A phrase without a name: `the mayor`, `her campaign`.
    Role(usize, usize),
    /// Nobody is said, and the verb's form stands for a pronoun: `ha aggiunto`.
    Silent(usize),
    /// Two names or more: `Ito and Rossi`.
    Several(usize),
}

impl Mention {
    /// The first token of the phrase.
    pub const fn start(self) -> usize {
        match self {
            Self::Name(start, _) | Self::Role(start, _) => start,
            Self::Pronoun(at) | Self::Silent(at) | Self::Several(at) => at,
        }
    }
}

/// The tokens of one sentence, read as phrases.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrases<'a, 't> {
    pub tokens: &'a [Token<'t>],
    /// Where the sentence begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Words that the draft writes with a capital within a sentence, and those of the ledger's names.
    pub capitals: &'a HashSet<&'a str>,
}

impl<'a, 't> Phrases<'a, 't> {
    pub fn get(self, at: usize) -> Option<&'a Token<'t>> {
        (self.start..self.end).contains(&at).then(|| &self.tokens[at])
    }

    pub fn is(self, at: usize, traits: Traits) -> bool {
        self.get(at).is_some_and(|token| token.is(traits))
    }

    pub fn kind(self, at: usize) -> Option<Kind> {
        self.get(at).map(|token| token.kind)
    }

    /// Whether the token may be part of a name.
    pub fn is_name_word(self, at: usize) -> bool {
        let has_form = |at| {
            self.get(at).is_some_and(|token| {
                let leads = at == self.start && token.traits.has(Traits::PHRASE.and(Traits::FOR));
                token.kind == Kind::Word
                    && token.capital
                    && !token.traits.has(Traits::NO_NAME)
                    && !leads
            })
        };
        // Any word begins a sentence with a capital.
        let may_be_any =
            at == self.start || !matches!(self.kind(at - 1), Some(Kind::Word | Kind::Comma));
        let is_known = || self.get(at).is_some_and(|token| self.is_known(token.text));
        has_form(at) && (!may_be_any || is_known() || has_form(at + 1))
    }

    /// Whether the draft or the ledger writes this word, or all of these, with a capital anywhere: `O'Brien` for
    /// `O’Brien`, `ROSSI` for `Rossi`.
    fn is_known(self, word: &str) -> bool {
        let other = |from: char, to: &str| {
            word.contains(from) && self.capitals.contains(word.replace(from, to).as_str())
        };
        let in_capitals = || {
            let mut letters = word.chars();
            let first: String = letters.by_ref().take(1).collect();
            word.chars().count() > 2
                && word.chars().all(char::is_uppercase)
                && self.capitals.contains((first + &letters.as_str().to_lowercase()).as_str())
        };
        // Only the names of the ledger that were joined to one word hold a blank.
        word.contains(' ')
            || self.capitals.contains(word)
            || other('\'', "’")
            || other('’', "'")
            || in_capitals()
    }

    /// Whether a preposition stands before a token, with its article: `to the`.
    pub fn is_led(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let before = before.checked_sub(usize::from(self.is(before, Traits::DETERMINER)));
        before.is_some_and(|at| self.is(at, Traits::PREPOSITION))
    }

    /// The same in whatever language: a source may be told of in another than the sentence around.
    pub fn is_led_in_any(self, at: usize) -> bool {
        let is = |at: usize, traits: Traits| {
            let word = self.get(at).map(|token| token.text.to_lowercase()).unwrap_or_default();
            let word = word.trim_end_matches(['\'', '’']).to_owned();
            Lexicon::all().iter().any(|lexicon| lexicon.traits(&word).has(traits))
        };
        let Some(before) = at.checked_sub(1) else { return false };
        let has_article = is(before, Traits::DETERMINER) && !is(before, Traits::PREPOSITION);
        let before = before.checked_sub(usize::from(has_article));
        before.is_some_and(|at| is(at, Traits::PREPOSITION))
    }

    /// The name that ends with this token: where it begins.
    pub fn name_start(self, last: usize) -> usize {
        let mut first = last;
        while let Some(before) = first.checked_sub(1) {
            let stops = self.get(before).is_none_or(|token| token.possessive);
            if stops {
                break;
            }
            if self.is_name_word(before) {
                first = before;
            } else if let Some(word) = self.before_particles(before) {
                first = word;
            } else {
                break;
            }
        }
        first
    }

    /// The name that begins with this token: where it ends. A possessive ends it.
    pub fn name_end(self, first: usize) -> usize {
        let mut end = first + 1;
        while !self.get(end - 1).is_none_or(|token| token.possessive) {
            if self.is_name_word(end) {
                end += 1;
            } else if let Some(word) = self.after_particles(end) {
                end = word + 1;
            } else {
                break;
            }
        }
        end
    }

    /// A run of name words as a mention: titles before the name are left out, and a title alone is a role.
    pub fn named(self, first: usize, end: usize) -> Mention {
        let is_title = |at: usize| self.is(at, Traits::TITLE);
        let after_title = (first..end).rev().find(|at| is_title(*at)).map_or(first, |at| at + 1);
        let mut start = if after_title < end { after_title } else { first };
        while start + 1 < end && self.is(start, Traits::GROUP) {
            start += 1;
        }
        let addressed = self.is(first, Traits::HONORIFIC.and(Traits::HONORESS));
        if addressed && end > first + 1 && after_title == end {
            return Mention::Name(end - 1, end);
        }
        let only_titles = (start..end).all(|at| self.is(at, Traits::TITLE.and(Traits::GROUP)));
        let has_article = first.checked_sub(1).is_some_and(|at| self.is(at, Traits::DETERMINER));
        if only_titles || (after_title == end && has_article) {
            return Mention::Role(first, end);
        }
        Mention::Name(start, end)
    }

    /// The phrase that ends with this token, and where it begins; a phrase that only qualifies
    /// another (`of Chicago`) gives way to that one.
    pub fn ending(self, last: usize) -> Option<(Mention, usize)> {
        let token = self.get(last)?;
        if token.kind == Kind::Close {
            return self.ending(self.opening(last)?.checked_sub(1)?);
        }
        if token.kind != Kind::Word || token.possessive {
            return None;
        }
        if token.is(Traits::PRONOUN) {
            return Some((Mention::Pronoun(last), last));
        }
        let (mention, first) = if self.is_name_word(last) {
            let first = self.name_start(last);
            (self.named(first, last + 1), first)
        } else {
            let first = self.role_start(last)?;
            (Mention::Role(first, last + 1), first)
        };
        let first = self.modifiers_start(first);
        let mention = match mention {
            Mention::Role(_, end) => Mention::Role(first, end),
            other => other,
        };
        match first.checked_sub(1).filter(|at| self.is(*at, Traits::PREPOSITION)) {
            Some(preposition) => self.ending(preposition.checked_sub(1)?),
            None => Some((mention, first)),
        }
    }

    /// The name that ends with this token, and whether a preposition leads it.
    pub fn name_ending(self, last: usize) -> Option<(Mention, bool)> {
        if !self.is_name_word(last) {
            return None;
        }
        let first = self.name_start(last);
        let named = self.named(first, last + 1);
        matches!(named, Mention::Name(..)).then(|| (named, self.is_led(first)))
    }

    /// Where the lower-case phrase begins that ends here: `the Vermont senator`.
    fn role_start(self, last: usize) -> Option<usize> {
        let token = self.get(last)?;
        if token.traits.has(Traits::SMALL.and(Traits::ADVERB).and(Traits::CALENDAR)) {
            return None;
        }
        Some(last)
    }

    /// Takes in what stands before a name or noun in the same phrase, up to its determiner.
    fn modifiers_start(self, mut first: usize) -> usize {
        const LONGEST: usize = 8;
        for _ in 0..LONGEST {
            let Some(before) = first.checked_sub(1) else { break };
            let Some(token) = self.get(before).filter(|token| token.kind == Kind::Word) else {
                break;
            };
            if token.is(Traits::DETERMINER.and(Traits::INDEFINITE)) {
                return before;
            }
            let ends = Traits::SMALL.and(Traits::CUE).and(Traits::ADVERB).and(Traits::CALENDAR);
            if token.traits.has(ends) && !token.possessive {
                break;
            }
            first = before;
        }
        first
    }

    /// The bracket that this one closes.
    fn opening(self, close: usize) -> Option<usize> {
        (self.start..close).rev().find(|at| self.tokens[*at].kind == Kind::Open)
    }

    /// The phrase that begins here: a pronoun, a name with what stands before it, or a role.
    pub fn beginning(self, at: usize) -> Option<(Mention, usize)> {
        let token = self.get(at)?;
        if token.is(Traits::PRONOUN) && !token.is(Traits::DETERMINER) {
            return Some((Mention::Pronoun(at), at + 1));
        }
        let mut end = at;
        let stops =
            Traits::PREPOSITION.and(Traits::RELATIVE).and(Traits::CONJUNCTION).and(Traits::BE);
        let stops = stops
            .and(Traits::AUXILIARY)
            .and(Traits::PRONOUN)
            .and(Traits::CALENDAR)
            .and(Traits::ADVERB);
        let mut only_articles = true;
        while let Some(token) = self.get(end).filter(|token| token.kind == Kind::Word) {
            let is_article = token.traits.has(Traits::DETERMINER.and(Traits::INDEFINITE));
            // The `der` of `von der Leyen`.
            let is_second = end > at
                && self.is_particle(end - 1)
                && self.before_particles(end).is_some()
                && self.is_name_word(end + 1);
            let particle = is_second
                || end > at && self.is_name_word(end - 1) && self.after_particles(end).is_some();
            let joins = is_second || !is_article || self.tokens[end.max(1) - 1].possessive;
            if !joins && !only_articles {
                break;
            }
            only_articles &= is_article;
            // `sagte Ito laut Rossi`: a phrase of its own begins.
            let is_cue = token.traits.has(Traits::CUE.and(Traits::PHRASE)) && !token.capital;
            let stops_here = token.traits.has(stops)
                && !(token.capital && end > at && !token.traits.has(Traits::CALENDAR));
            if !particle && !is_article && (is_cue || stops_here) {
                break;
            }
            end += 1;
        }
        if end == at {
            return None;
        }
        let is_apposed = self.kind(end) == Some(Kind::Comma);
        if self.is_name_word(end - 1) && !self.tokens[end - 1].possessive {
            return Some((self.named(self.name_start(end - 1).max(at), end), end));
        }
        // "said her spokesman, Josh Schwerin,"
        if is_apposed && self.is_name_word(end + 1) {
            let close = self.name_end(end + 1);
            let closes = !self.tokens[close - 1].possessive
                && self.get(close).is_none_or(|next| {
                    next.kind != Kind::Word || next.is(Traits::RELATIVE.and(Traits::PREPOSITION))
                });
            if closes {
                return Some((self.named(end + 1, close), close));
            }
        }
        // "said Mr. Kim by phone": a name at the start, and a noun that belongs to something else.
        Some((Mention::Role(at, end), end))
    }
}
