//! A draft read from first sentence to last: which words of credit belong to which quotation.

use std::collections::{HashMap, HashSet};

use super::cast::{Cast, Who};
use super::credit::{By, Credit, Ground, Place};
use super::cue::{Cue, Reader, cues};
use super::governing::cue_of;
use super::lexicon::{Lexicon, Traits};
use super::memory::{Memory, pronouns};
use super::mention::{Mention, Phrases};
use super::token::{Kind, Token};
use crate::span::Span;

/// One passage with its sentences.
pub(super) struct Passage<'a, 't> {
    pub number: usize,
    pub tokens: &'a [Token<'t>],
    pub sentences: &'a [std::ops::Range<usize>],
    /// The cues of each sentence.
    pub cues: &'a [Vec<Cue>],
    pub lexicon: &'static Lexicon,
    pub text: &'t str,
    /// Words that are names although they begin a sentence.
    pub capitals: &'a HashSet<&'a str>,
}

/// What was read so far.
#[derive(Debug)]
pub(super) struct Scene<'k> {
    pub(super) memory: Memory<'k>,
    /// The credit of each quotation, by its number.
    pub credits: HashMap<usize, Credit>,
    /// The quotation that each one goes on from.
    pub continues: HashMap<usize, usize>,
    /// The sentences outside block quotations, as bytes of the page.
    pub sentences: Vec<Span>,
    /// Who spoke last in quotation marks, in the passage before.
    spoke: Option<Who>,
}

impl<'k> Scene<'k> {
    pub fn new(cast: Cast<'k>) -> Self {
        Self {
            memory: Memory::new(cast),
            credits: HashMap::new(),
            continues: HashMap::new(),
            sentences: Vec::new(),
            spoke: None,
        }
    }

    /// Reads one passage; `ending` gives the last letter of a quotation's words.
    pub fn read(&mut self, passage: &Passage<'_, '_>, ending: &dyn Fn(usize) -> Option<char>) {
        let mut before: Option<Credit> = None;
        let mut spoke = None;
        // Whether somebody spoke here who is not known: what stands alone after that may be theirs.
        let mut is_taken = false;
        // `Ito: …` at the start of a paragraph: all of it is hers.
        let mut turn: Option<Credit> = None;
        // The pronouns of the sentence before.
        let mut told_of = Traits::default();
        for (number, sentence) in passage.sentences.iter().enumerate() {
            let is_first = number == 0;
            let phrases = Phrases {
                tokens: passage.tokens,
                start: sentence.start,
                end: sentence.end,
                capitals: passage.capitals,
            };
            let reader = &Reader { phrases, lexicon: passage.lexicon };
            let cues = &passage.cues[number];
            let subject = self.memory.note_subject(passage, phrases);
            let speakers: Vec<Credit> = self.memory.speakers(passage, phrases, cues);
            let quotes: Vec<(usize, usize)> =
                sentence.clone().filter_map(|at| Some((at, passage.tokens[at].quote()?))).collect();
            let mut last = None;
            for &(at, quote) in &quotes {
                let credit = match cue_of(reader, cues, at, ending(quote)) {
                    Some((cue, sure)) => {
                        let sure = sure && !self.may_be_who_was_asked(passage, reader, &cues[cue]);
                        let credit = soften(speakers[cue].clone(), sure);
                        // `Ito told him it was “safe”, according to the newspaper`.
                        let relayed = credit == Credit::Nobody
                            && cues[cue].verb > at
                            && passage.tokens[cues[cue].verb].is(Traits::PHRASE);
                        let teller = cues.iter().rposition(|cue| cue.verb < at);
                        let teller = teller.filter(|_| relayed).map(|cue| speakers[cue].clone());
                        let credit = teller.unwrap_or(credit);
                        is_taken |= credit == Credit::Nobody;
                        credit
                    }
                    None if quotes.len() == 1
                        && (stands_alone(phrases, at) || goes_on_by_colon(phrases, at)) =>
                    {
                        match before.clone() {
                            Some(credit) if turn.as_ref() == Some(&credit) => credit,
                            Some(credit) => moved(credit, Place::Before),
                            None if is_taken => Credit::Nobody,
                            None => {
                                let last = spoke.as_ref().or(self.spoke.as_ref());
                                goes_on(last.filter(|who| self.memory.may_be(who, told_of)))
                            }
                        }
                    }
                    None => self.led_to(passage, phrases, at),
                };
                spoke = credit.who().cloned().or(spoke);
                last = Some(credit.clone());
                let known = self.credits.remove(&quote).unwrap_or(Credit::Nobody);
                self.credits.insert(quote, known.or(credit));
            }
            self.note_continuations(phrases, cues, &quotes, ending);
            let ends = passage.tokens.get(sentence.start).zip(passage.tokens.get(sentence.end - 1));
            self.sentences
                .extend(ends.map(|(first, last)| Span::new(first.span.start, last.span.end)));
            // Of reported speech within reported speech, the first speaker has the sentence.
            let spoken = last.or_else(|| speakers.first().cloned()).or_else(|| {
                let ground = Ground { place: Place::Before, by: By::Subject };
                subject.map(|who| Credit::Likely(who, ground))
            });
            let labels = |cue: &Cue| {
                cue.start == 0 && phrases.kind(cue.verb) == Some(Kind::Colon) && is_first
            };
            if cues.first().is_some_and(labels) {
                turn = speakers.first().cloned();
            }
            told_of = pronouns(phrases);
            before = spoken.or_else(|| turn.clone()).filter(|credit| *credit != Credit::Nobody);
        }
        self.spoke = spoke;
    }

    /// `Rossi asked Reed who paid. “Nobody,” he replied.`: of two, the one who was asked replies.
    fn may_be_who_was_asked(
        &self,
        passage: &Passage<'_, '_>,
        reader: &Reader<'_, '_>,
        cue: &Cue,
    ) -> bool {
        const REPLIED: &[&str] = &[
            "replied",
            "replies",
            "answered",
            "answers",
            "responded",
            "risponde",
            "rispose",
            "risposto",
            "replica",
            "replicò",
            "replicato",
            "antwortet",
            "antwortete",
            "répond",
            "répondit",
            "répondu",
            "responde",
            "respondió",
            "respondido",
        ];
        let is_pronoun = matches!(cue.speaker, Mention::Pronoun(_) | Mention::Silent(_));
        is_pronoun
            && REPLIED.contains(&reader.lower(cue.verb).as_str())
            && self.memory.has_several_before(passage.number, cue.verb)
    }

    /// Whom the words right before a quotation lead to, where nobody says anything: `Ito was clear: “…”`,
    /// `Ito (“…”) was clear`.
    fn led_to(&mut self, passage: &Passage<'_, '_>, phrases: Phrases<'_, '_>, at: usize) -> Credit {
        if phrases.kind(at + 1) == Some(Kind::Open) && phrases.is_name_word(at + 2) {
            return self.named_behind(passage, phrases, at + 2);
        }
        let Some(before) = at.checked_sub(1) else { return Credit::Nobody };
        match phrases.kind(before) {
            Some(Kind::Colon) => {
                let credit = self.memory.only_subject(passage, phrases, before);
                soften(credit, published_by_subject(phrases, before))
            }
            Some(Kind::Open) if phrases.kind(at + 1) == Some(Kind::Close) => {
                let Some((name, is_led)) =
                    before.checked_sub(1).and_then(|last| phrases.name_ending(last))
                else {
                    return Credit::Nobody;
                };
                let credit = self.memory.speaker(passage, phrases, name);
                let is_person = credit.who().is_some_and(|who| self.memory.may_speak(who));
                if is_person { soften(credit, !is_led) } else { Credit::Nobody }
            }
            _ => Credit::Nobody,
        }
    }

    /// `“…” (Carlo Rossi, harbour master)`, `“…” (Rossi 2024)`: whom a reference right behind the words names.
    fn named_behind(
        &mut self,
        passage: &Passage<'_, '_>,
        phrases: Phrases<'_, '_>,
        first: usize,
    ) -> Credit {
        let end = phrases.name_end(first);
        let ends = matches!(phrases.kind(end), Some(Kind::Close | Kind::Comma | Kind::Number));
        let owns = phrases.tokens[end - 1].possessive;
        let credit = self.memory.speaker(passage, phrases, phrases.named(first, end));
        let is_source = matches!(credit.who(), Some(Who::Source(_)));
        if ends && !owns && is_source { credit } else { Credit::Nobody }
    }

    /// Credits a block quotation by the line under it: to the first name in it.
    pub fn read_byline(&mut self, quote: usize, passage: &Passage<'_, '_>) {
        let phrases = Phrases {
            tokens: passage.tokens,
            start: 0,
            end: passage.tokens.len(),
            capitals: passage.capitals,
        };
        let Some(first) = (0..phrases.end).find(|at| phrases.is_name_word(*at)) else { return };
        // `— a source at the port, Harbour Gazette`: somebody unnamed, whatever is named besides.
        let lead = passage.tokens[..first].iter().find(|token| token.kind == Kind::Word);
        let is_unnamed = |token: &Token<'_>| {
            let word = token.text.to_lowercase();
            Lexicon::all().iter().any(|lexicon| lexicon.traits(&word).has(Traits::INDEFINITE))
        };
        if lead.is_some_and(is_unnamed) {
            self.credits.insert(quote, Credit::Nobody);
            return;
        }
        let named = phrases.named(first, phrases.name_end(first));
        let credit = self.memory.speaker(passage, phrases, named);
        // `— the technician of the Port Authority`: the office is named, and who speaks for it is not.
        let is_office = credit.who().is_some_and(|who| !self.memory.cast.may_be_person(who));
        let belongs = lead.is_some() && is_office && phrases.is_led_in_any(first);
        self.credits.insert(quote, if belongs { Credit::Nobody } else { credit });
    }

    /// Credits a quotation by the cue that is set inside its marks, where that names somebody.
    pub fn read_inset(&mut self, quote: usize, passage: &Passage<'_, '_>) {
        let phrases = Phrases {
            tokens: passage.tokens,
            start: 0,
            end: passage.tokens.len(),
            capitals: passage.capitals,
        };
        let cues = cues(phrases, passage.lexicon);
        let Some(cue) = cues.first() else { return };
        let credit = self.memory.speaker(passage, phrases, cue.speaker);
        let known = self.credits.remove(&quote).unwrap_or(Credit::Nobody);
        // A pronoun there is whoever the words around name; the cue stands in the sentence all the same.
        let credit = if credit == Credit::Nobody { moved(known, Place::Same) } else { credit };
        self.credits.insert(quote, credit);
    }

    /// A quotation whose cue leads straight to the next one: `“…,” she said, “…”`.
    fn note_continuations(
        &mut self,
        phrases: Phrases<'_, '_>,
        cues: &[Cue],
        quotes: &[(usize, usize)],
        ending: &dyn Fn(usize) -> Option<char>,
    ) {
        for pair in quotes.windows(2) {
            let [(from, first), (to, second)] = [pair[0], pair[1]];
            let cue = cues.iter().find(|cue| cue.verb > from && cue.verb < to && cue.may_follow());
            let goes_on =
                matches!(ending(first), Some(letter) if !matches!(letter, '.' | '!' | '?'));
            let pauses =
                matches!(phrases.kind(to - 1), Some(Kind::Comma | Kind::Dash | Kind::Colon));
            if cue.is_some_and(|cue| cue.start <= from + 2) && goes_on && pauses {
                self.continues.insert(second, first);
            }
        }
    }
}

/// A sentence that is a quotation and nothing else, and nobody is named right before: likely of who spoke last.
fn goes_on(spoke: Option<&Who>) -> Credit {
    let ground = Ground { place: Place::Before, by: By::Earlier };
    spoke.map_or(Credit::Nobody, |who| Credit::Likely(who.clone(), ground))
}

/// `Ito celebrated it on Twitter: “…”`: the sentence begins with its only name, and says where the words were
/// published before the colon.
fn published_by_subject(phrases: Phrases<'_, '_>, colon: usize) -> bool {
    let start = phrases.start;
    let end = phrases.is_name_word(start).then(|| phrases.name_end(start));
    let Some(end) = end.filter(|end| !phrases.tokens[end - 1].possessive) else { return false };
    let is_medium = |at: usize| phrases.tokens[at].is(Traits::MEDIUM);
    let is_other = |at: usize| phrases.is_name_word(at) && !is_medium(at);
    let owns = |at: usize| phrases.tokens[at].possessive;
    (end..colon).any(is_medium) && !(end..colon).any(|at| is_other(at) || owns(at))
}

/// A credit whose words stand elsewhere: in the sentence before.
fn moved(credit: Credit, place: Place) -> Credit {
    let moved = |ground: Ground| Ground { place, ..ground };
    match credit {
        Credit::Certain(who, ground) => Credit::Certain(who, moved(ground)),
        Credit::Likely(who, ground) => Credit::Likely(who, moved(ground)),
        other => other,
    }
}

fn soften(credit: Credit, sure: bool) -> Credit {
    match credit {
        Credit::Certain(who, ground) if !sure => Credit::Likely(who, ground),
        other => other,
    }
}

/// `And: “…”`, `Then, after a pause: “…”`: a few words that name nobody lead on to what the same one says.
fn goes_on_by_colon(phrases: Phrases<'_, '_>, at: usize) -> bool {
    const FEW: usize = 6;
    let leads = at
        .checked_sub(1)
        .is_some_and(|colon| colon >= phrases.start && phrases.kind(colon) == Some(Kind::Colon));
    let first = phrases.start;
    let says_when = Traits::CONJUNCTION.and(Traits::ADVERB);
    leads
        && at - first <= FEW
        && phrases.is(first, says_when)
        && (first..at - 1).all(|word| {
            let names = phrases.is_name_word(word)
                || phrases.is(word, Traits::PRONOUN.and(Traits::CUE).and(Traits::TITLE));
            !names && matches!(phrases.kind(word), Some(Kind::Word | Kind::Comma))
        })
        && (at + 1..phrases.end)
            .all(|after| matches!(phrases.kind(after), Some(Kind::Stop | Kind::Other)))
}

/// Whether the sentence is the quotation and nothing else.
fn stands_alone(phrases: Phrases<'_, '_>, at: usize) -> bool {
    (phrases.start..phrases.end).all(|other| {
        other == at
            || !matches!(phrases.kind(other), Some(Kind::Word | Kind::Number | Kind::Quote(_)))
    })
}
