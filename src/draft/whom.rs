//! Whom a name, a pronoun or a phrase stands for, by what was read so far.

use super::cast::{Identity, Who};
use super::credit::{By, Credit, Ground, Place};
use super::lexicon::Traits;
use super::memory::Memory;
use super::mention::{Mention, Phrases};
use super::scene::Passage;
use super::token::{Kind, Token};
use crate::ledger::SourceKind;
use crate::span::Span;
use crate::text::language::Language;
use crate::text::plain::plain_words;

/// Who has the stage in a paragraph.
enum Stage<'w> {
    /// The last speaker or subject, where there is one.
    Open(Option<&'w Who>),
    /// Somebody who is not named.
    Taken,
}

/// `The 43-year-old`, `die 43-Jährige`: whoever is spoken of.
fn tells_an_age(passage: &Passage<'_, '_>, at: usize) -> bool {
    let word = passage.tokens[at].text.to_lowercase();
    let is_part = |token: &&Token<'_>| matches!(token.kind, Kind::Number | Kind::Other);
    let before = passage.tokens[..at].iter().rev().find(|token| !is_part(token));
    ["year-old", "jährige", "jähriger"].iter().any(|ending| word.ends_with(ending))
        && before.is_some_and(|token| token.is(Traits::DETERMINER))
}

/// German writes every noun with a capital: `Stadt`, `ein Hund`, `Mitglied des Ensembles` are nobody's names, unless
/// the ledger knows them.
pub(super) fn is_german_noun(passage: &Passage<'_, '_>, first: usize, who: &Who) -> bool {
    const OF_THE: [&str; 7] = ["des", "der", "den", "dem", "vom", "zum", "zur"];
    let Who::Name(name) = who else { return false };
    let words: Vec<&str> = name.split_whitespace().collect();
    // `Ursula von der Leyen` is a name.
    let has_genitive = words
        .windows(2)
        .any(|pair| OF_THE.contains(&pair[1]) && !matches!(pair[0], "von" | "van" | "zu"));
    let is_any =
        first.checked_sub(1).is_some_and(|before| passage.tokens[before].is(Traits::INDEFINITE));
    passage.lexicon.language == Language::German && (words.len() < 2 || has_genitive || is_any)
}

impl Memory<'_> {
    pub fn speaker(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        mention: Mention,
    ) -> Credit {
        let here = |by| Ground { place: Place::Same, by };
        match mention {
            Mention::Name(first, last) => match self.identify(passage, first, last) {
                // `die Stadt` names nobody, `die Ingenieurin` may.
                Identity::One(who) if is_german_noun(passage, first, &who) => {
                    let led = first.checked_sub(1).filter(|at| {
                        phrases.get(*at).is_some_and(|token| token.is(Traits::DETERMINER))
                    });
                    led.map_or(Credit::Nobody, |start| self.role(passage, phrases, start, last))
                }
                Identity::One(Who::Name(name)) => {
                    let met = self.headed(passage, phrases, first, last);
                    met.unwrap_or(Credit::Certain(Who::Name(name), here(By::Name)))
                }
                Identity::One(who) => Credit::Certain(who, here(By::Name)),
                Identity::Several(whos) => Credit::Contested(whos),
            },
            Mention::Pronoun(at) => {
                let token = phrases.get(at);
                if token.is_some_and(|token| token.text.eq_ignore_ascii_case("it")) {
                    return self.only_organisation(passage, at);
                }
                let traits = token.map(|token| token.traits).unwrap_or_default();
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
        &mut self,
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
            let phrase = Span::new(
                passage.tokens[noun].span.start,
                passage.tokens[last.max(noun + 1) - 1].span.end,
            );
            let many = plain_words(&passage.text[phrase.range()]).len();
            // `so Ito wörtlich` is Ito, `a Rossi spokesman` is not Rossi.
            let is_voice = (noun..last).any(|at| passage.tokens[at].is(Traits::VOICE));
            let fewest = |kind| if kind == SourceKind::Person && !is_voice { 0 } else { many };
            if let Some(who) = self.cast.described(words, fewest) {
                return Credit::Certain(who, Ground { place: Place::Same, by: By::Name });
            }
        }
        if let Some(credit) = self.spoken_for(passage, phrases, first, last) {
            return credit;
        }
        let is_definite = passage.tokens[first].is(Traits::DETERMINER);
        if tells_an_age(passage, last - 1) {
            return self.pronoun(passage, first, Traits::HE.and(Traits::SHE));
        }
        if let Some(credit) = self.headed(passage, phrases, noun, last) {
            return credit;
        }
        let called = self.role_words(passage, noun, last);
        // `The engineer` is who the ledger says is one, once the draft has named her and nobody else who may be.
        if is_definite && let Some(who) = self.only_one_called(&called, passage.lexicon.language) {
            return Credit::Certain(who, Ground { place: Place::Same, by: By::Role });
        }
        let named =
            self.named_before(passage.number, first, false, &|who| self.cast.may_be_person(who));
        // `The researcher` is somebody, `the quotation marks` are not.
        let is_somebody = (noun..last).any(|at| passage.tokens[at].is(Traits::TITLE));
        match named.as_slice() {
            [one]
                if is_definite
                    && is_somebody
                    && self.cast.has_role(one, &called, passage.lexicon.language)
                        != Some(false) =>
            {
                Credit::Likely((*one).clone(), Ground { place: Place::Same, by: By::Role })
            }
            _ => Credit::Nobody,
        }
    }

    /// Whether several people were named in this paragraph before a token.
    pub fn has_several_before(&self, number: usize, at: usize) -> bool {
        let fits = |who: &Who| self.cast.may_be_person(who);
        self.named_before(number, at, false, &fits).len() > 1
    }

    /// The only one named so far whom the ledger gives this role.
    fn only_one_called(&self, words: &[String], language: Language) -> Option<Who> {
        let mut fitting = self.cast.called(words, language).filter(|who| self.met.contains(who));
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The words of a phrase, where the ledger gives roles that they may be.
    pub fn role_words(&self, passage: &Passage<'_, '_>, noun: usize, last: usize) -> Vec<String> {
        let words = passage.tokens.get(noun..last).filter(|_| self.cast.knows_roles());
        words.unwrap_or_default().iter().flat_map(|token| plain_words(token.text)).collect()
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
            (several, Some(subject), _) => {
                let is_last = self.is_last_named(passage, at, subject, several);
                if is_last { certain(subject, By::Subject) } else { likely(subject, By::Subject) }
            }
            ([one], None, Some(earlier)) if *one != earlier => likely(one, By::OnlyOneNamed),
            ([one], None, _) => certain(one, By::OnlyOneNamed),
            ([], None, Some(earlier)) => certain(earlier, By::Earlier),
            _ => Credit::Nobody,
        }
    }

    /// Whether a subject is the one named last, where a language leaves its pronouns out and sets new subjects behind
    /// their verbs: `In fondo siede Luca Fabbri. «…», dice.`
    fn is_last_named(
        &self,
        passage: &Passage<'_, '_>,
        at: usize,
        subject: &Who,
        several: &[&Who],
    ) -> bool {
        let drops = matches!(passage.lexicon.language, Language::Italian | Language::Spanish);
        let here = self.named.iter().rev().take_while(|named| named.passage == passage.number);
        let mut before = here.filter(|named| named.token < at && !named.possessive && !named.place);
        let last = before.find(|named| several.contains(&&named.who));
        !drops || last.is_none_or(|last| last.who == *subject)
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
    pub fn named_before(
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

    /// Whether somebody is a source of the ledger, or a person by their name.
    pub fn may_speak(&self, who: &Who) -> bool {
        matches!(who, Who::Source(_)) || self.cast.may_be_person(who)
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
            let is_medium = passage.tokens[first].is(Traits::MEDIUM);
            if owns || is_medium || !matches!(mention, Mention::Name(..)) {
                continue;
            }
            // `to Ito`, `of Ito`: no subject.
            let is_led = phrases.is_led(first) || phrases.is_led_in_any(first);
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
            (None, _) => self.only_role(passage, phrases, until),
            _ => Credit::Nobody,
        }
    }

    /// The only one whom a phrase with an article calls by what the ledger says they are.
    fn only_role(
        &self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        until: usize,
    ) -> Credit {
        let is_article = |at: &usize| passage.tokens[*at].is(Traits::DETERMINER);
        let mut found = (phrases.start..until).filter(is_article).filter_map(|at| {
            match phrases.beginning(at) {
                Some((Mention::Role(_, end), _)) => self.only_one_called(
                    &self.role_words(passage, at + 1, end),
                    passage.lexicon.language,
                ),
                _ => None,
            }
        });
        let ground = Ground { place: Place::Same, by: By::Role };
        let one = found.next().filter(|who| found.all(|other| other == *who));
        one.map_or(Credit::Nobody, |who| Credit::Likely(who, ground))
    }
}
