//! Whether a word that may be a verb of saying is one where it stands.

use super::cue::Reader;
use super::lexicon::Traits;
use super::token::Kind;
use crate::text::language::Language;

impl Reader<'_, '_> {
    /// Where the verb's group begins, with its auxiliaries and adverbs: `has also said`.
    pub fn group_start(&self, verb: usize) -> usize {
        let mut start = verb;
        let loose = Traits::AUXILIARY.and(Traits::ADVERB).and(Traits::CALENDAR).and(Traits::BE);
        while let Some(before) = start.checked_sub(1) {
            let belongs = self.is(before, loose) && !self.is(before, Traits::PRONOUN);
            if !belongs && !self.is_clitic(before) {
                break;
            }
            start = before;
        }
        start
    }

    /// `gli ha risposto`, `le respondió`, `lui a dit`: to whom it was said, right before the verb.
    fn is_clitic(&self, at: usize) -> bool {
        let clitics: &[&str] = match self.lexicon.language {
            Language::Italian => &["gli", "mi", "ti", "ci", "vi", "si", "ne"],
            Language::Spanish => &["le", "les", "me", "te", "se", "nos"],
            Language::French => {
                &["lui", "leur", "me", "te", "se", "nous", "vous", "m'", "t'", "s'"]
            }
            _ => &[],
        };
        clitics.contains(&self.lower(at).replace('’', "'").as_str())
    }

    /// Italian and Spanish verbs that many speak by: `spiegano`, `hanno detto`, `señalan`.
    pub fn is_plural(&self, verb: usize, group: usize) -> bool {
        let ending = match self.lexicon.language {
            Language::Italian => "no",
            Language::Spanish => "n",
            _ => return false,
        };
        let is_finite = |at: &usize| *at == verb || self.is(*at, Traits::AUXILIARY);
        let finite = (group..=verb).filter(is_finite).find(|at| !self.is_clitic(*at));
        finite.is_some_and(|at| self.lower(at).ends_with(ending))
    }

    /// `Rossi, accused of …`, `the bridge, dismissed by …`: an English participle behind a comma tells what was done to
    /// what stands before it.
    pub fn is_reduced(&self, verb: usize) -> bool {
        let before = verb.checked_sub(1).filter(|at| *at >= self.phrases.start);
        self.lexicon.language == Language::English
            && before.is_some_and(|at| self.kind(at) == Some(Kind::Comma))
            && self.is(verb, Traits::JUDGE)
            && self.lower(verb).ends_with("ed")
            && self.is(verb + 1, Traits::PREPOSITION)
    }

    /// `the claims`, `a comment`, `of note`: the word is no verb here.
    pub fn is_noun(&self, verb: usize) -> bool {
        let Some(before) = verb.checked_sub(1) else { return false };
        let is_led = self.is(before, Traits::DETERMINER.and(Traits::INDEFINITE))
            && !self.is(before, Traits::PRONOUN.and(Traits::AUXILIARY));
        let to = self.lexicon.language == Language::English && self.lower(before) == "to";
        let is_led = is_led || (self.is(before, Traits::PREPOSITION) && !to);
        if self.is_overheard(before) {
            return false;
        }
        is_led
            || self.is_bare_after_adjective(verb, before)
            || self.phrases.get(before).is_some_and(|token| token.possessive)
    }

    /// `had heard Mei Ito say`: somebody is heard at it who is named right before.
    fn is_overheard(&self, last: usize) -> bool {
        const HEARD: &[&str] = &["heard", "hear", "hears", "saw", "watched", "let", "made", "had"];
        let first = self.phrases.is_name_word(last).then(|| self.phrases.name_start(last));
        let before = first.and_then(|first| first.checked_sub(1));
        before.is_some_and(|at| HEARD.contains(&self.lower(at).as_str()))
    }

    /// `an afternoon tweet`: an English verb without ending, right behind a word that is no plural.
    fn is_bare_after_adjective(&self, verb: usize, before: usize) -> bool {
        const PAST: &[&str] =
            &["said", "told", "wrote", "swore", "spoke", "thought", "felt", "saw", "sang"];
        let word = self.lower(verb);
        // `Ito shot back`: its particle shows it to be a verb.
        let is_split = self.is(verb, Traits::SPLIT);
        let is_bare = !is_split && !word.ends_with(['s', 'd']) && !PAST.contains(&word.as_str());
        let led = self.phrases.get(before).is_some_and(|token| {
            token.kind == Kind::Word
                && !token.text.ends_with('s')
                && !token.traits.has(Traits::SMALL.and(Traits::ADVERB))
        });
        self.lexicon.language == Language::English && is_bare && led
    }

    /// `pointed out`, where `pointed` alone says nothing.
    pub fn has_particle(&self, verb: usize) -> bool {
        if !self.is(verb, Traits::SPLIT) {
            return true;
        }
        let word = self.lower(verb);
        let has = |at: usize| self.lexicon.particles(&word).contains(&self.lower(at).as_str());
        // German sets it at the end of the clause: `kündigte die Intendantin an`.
        let is_late = || {
            let is_word = |at: &usize| self.kind(*at) == Some(Kind::Word);
            let clause = (verb + 1..self.phrases.end).take_while(is_word);
            clause.last().is_some_and(has)
        };
        has(verb + 1) || self.lexicon.language == Language::German && is_late()
    }

    /// Behind a phrase between commas that a preposition leads: `résume, en anglais, la chercheuse`.
    pub fn after_inset(&self, at: usize) -> usize {
        const LONGEST: usize = 5;
        let opens = self.kind(at) == Some(Kind::Comma) && self.is(at + 1, Traits::PREPOSITION);
        let ends = |at: &usize| self.kind(*at) != Some(Kind::Word);
        let close = (at + 1..=at + LONGEST).find(ends).filter(|_| opens);
        match close {
            Some(close) if self.kind(close) == Some(Kind::Comma) => close + 1,
            _ => at,
        }
    }

    /// `is partly to blame`: it says of somebody what is done to them.
    pub fn is_deserved(&self, verb: usize) -> bool {
        let to = verb.checked_sub(1).filter(|at| self.lower(*at) == "to");
        let before = to.map(|to| (self.phrases.start..to).rev());
        let mut before = before.into_iter().flatten().skip_while(|at| self.is(*at, Traits::ADVERB));
        before.next().is_some_and(|at| self.is(at, Traits::BE))
    }

    pub fn is_passive(&self, verb: usize, group: usize) -> bool {
        let english = self.lexicon.language == Language::English;
        english && (group..verb).any(|at| self.is(at, Traits::BE))
    }

    /// Whether an auxiliary stands before a participle, or, in German, after it.
    pub fn has_auxiliary(&self, verb: usize) -> bool {
        const FAR: usize = 12;
        let near = if self.lexicon.language == Language::German { FAR } else { 4 };
        let before = (verb.saturating_sub(near).max(self.phrases.start)..verb).rev();
        before
            .take_while(|at| !matches!(self.kind(*at), Some(Kind::Quote(_) | Kind::Semicolon)))
            .any(|at| self.is(at, Traits::AUXILIARY))
            || self.is(verb + 1, Traits::AUXILIARY)
    }
}
