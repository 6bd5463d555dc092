//! Who says something in a sentence: a verb or phrase of saying and its subject.

use super::lexicon::{Lexicon, Traits};
use super::mention::{Mention, Phrases};
use super::token::Kind;
use crate::text::language::Language;

/// A verb or phrase of saying with the one who says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// The token of the verb, or the first of the phrase.
    pub verb: usize,
    /// What the verb is.
    pub traits: Traits,
    pub speaker: Mention,
    /// The first token of verb and subject together.
    pub start: usize,
    /// The token after both.
    pub end: usize,
    /// Whether a relative clause holds it, so that the sentence is about somebody else.
    pub aside: bool,
}

impl Cue {
    /// Whether it credits what stands before it as well: `…, she said`.
    pub fn may_follow(&self) -> bool {
        self.traits.has(Traits::SAY.and(Traits::PARTICIPLE)) && !self.traits.has(Traits::GERUND)
    }
}

/// Every cue of a sentence, in order.
pub(super) fn cues(phrases: Phrases<'_, '_>, lexicon: &Lexicon) -> Vec<Cue> {
    let reader = Reader { phrases, lexicon };
    let mut found = Vec::new();
    found.extend(reader.label());
    found.extend(reader.named_with_dash());
    for at in phrases.start..phrases.end {
        let cue = reader.view(at).or_else(|| reader.phrase(at)).or_else(|| reader.utterance(at));
        let cue = cue.or_else(|| reader.verb(at, &found));
        found.extend(cue);
    }
    found
}

pub(super) struct Reader<'a, 't> {
    pub phrases: Phrases<'a, 't>,
    pub lexicon: &'a Lexicon,
}

impl Reader<'_, '_> {
    pub fn is(&self, at: usize, traits: Traits) -> bool {
        self.phrases.get(at).is_some_and(|token| token.is(traits))
    }

    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.phrases.kind(at)
    }

    pub fn lower(&self, at: usize) -> String {
        self.phrases.get(at).map(|token| token.text.to_lowercase()).unwrap_or_default()
    }

    /// `“…” — Mei Ito` at the end, as in lists of quotations.
    fn named_with_dash(&self) -> Option<Cue> {
        let end = self.phrases.end;
        let dash = (self.phrases.start..end).rev().find(|at| self.kind(*at) == Some(Kind::Dash))?;
        // Plain keyboards write two hyphens.
        let before =
            (self.phrases.start..dash).rev().find(|at| self.kind(*at) != Some(Kind::Dash))?;
        self.phrases.get(before).filter(|before| before.quote().is_some())?;
        let (speaker, after) = self.phrases.beginning(dash + 1)?;
        let ends =
            after == end || matches!(self.kind(after), Some(Kind::Comma | Kind::Stop | Kind::Open));
        let is_name = ends && matches!(speaker, Mention::Name(..));
        is_name.then_some(Cue {
            verb: dash,
            traits: Traits::SAY,
            speaker,
            start: dash + 1,
            end: after,
            aside: false,
        })
    }

    /// `For X, it is “…”`: whose view a sentence tells, at its start.
    fn view(&self, at: usize) -> Option<Cue> {
        if at != self.phrases.start || !self.is(at, Traits::FOR) {
            return None;
        }
        let (speaker, end) = self.phrases.beginning(at + 1)?;
        let is_name = matches!(speaker, Mention::Name(..));
        let traits = Traits::JUDGE.and(Traits::FOR);
        is_name.then_some(Cue { verb: at, traits, speaker, start: at, end, aside: false })
    }

    /// `according to X`; `X zufolge`; `so X` after a quotation.
    fn phrase(&self, at: usize) -> Option<Cue> {
        if !self.is(at, Traits::PHRASE.and(Traits::SO)) {
            return None;
        }
        let leads = self.lexicon.before.iter().find(|words| self.reads(at, words));
        // `«…», il commento di Ito`; elsewhere the noun is what somebody does something with.
        let leads = leads.filter(|_| !self.is(at, Traits::DETERMINER) || self.follows_quote(at));
        let after = leads.map(|words| at + words.len());
        let is_so = self.is(at, Traits::SO) && self.follows_quote(at);
        if let Some(after) = after.or_else(|| is_so.then_some(at + 1)) {
            let (speaker, end) = self.phrases.beginning(after)?;
            return Some(Cue {
                verb: at,
                traits: Traits::SAY,
                speaker,
                start: at,
                end,
                aside: false,
            });
        }
        let words = self.lexicon.after.iter().find(|words| self.reads(at, words))?;
        let (speaker, start) = self.phrases.ending(at.checked_sub(1)?)?;
        Some(Cue {
            verb: at,
            traits: Traits::SAY,
            speaker,
            start,
            end: at + words.len(),
            aside: false,
        })
    }

    fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(nth, word)| {
            self.phrases.get(at + nth).is_some_and(|token| {
                token.kind == Kind::Word
                    && token.text.trim_end_matches(['\'', '’']).to_lowercase() == *word
            })
        })
    }

    /// Whether only a comma, a dash or adverbs stand between a quotation and this token.
    fn follows_quote(&self, at: usize) -> bool {
        let before = (self.phrases.start..at).rev().find(|at| {
            !matches!(self.kind(*at), Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Other))
                && !self.is(*at, Traits::AUXILIARY)
        });
        before.is_some_and(|at| matches!(self.kind(at), Some(Kind::Quote(_))))
    }

    fn verb(&self, at: usize, earlier: &[Cue]) -> Option<Cue> {
        let token = self.phrases.get(at)?;
        let is_name = token.capital && at > self.phrases.start && !self.follows_quote(at);
        if !token.is(Traits::CUE) || token.possessive || is_name {
            return None;
        }
        let traits = token.traits;
        if let Some((speaker, start)) = self.of_quoted(at) {
            let traits = Traits::SAY;
            return Some(Cue { verb: at, traits, speaker, start, end: at + 1, aside: false });
        }
        if traits.has(Traits::GERUND) {
            let speaker = self.of_gerund(at, earlier)?;
            return Some(Cue { verb: at, traits, speaker, start: at, end: at + 1, aside: false });
        }
        if self.is_deserved(at) {
            return None;
        }
        let group = self.group_start(at);
        if self.is_passive(at, group) || self.is_reduced(at) {
            return self.by_agent(at, traits);
        }
        let is_finite = traits.has(Traits::SAY.and(Traits::JUDGE));
        if self.is_noun(at) || !self.has_particle(at) || (!is_finite && !self.has_auxiliary(at)) {
            return None;
        }
        let aside = group.checked_sub(1).is_some_and(|at| self.is(at, Traits::RELATIVE));
        let cue = |speaker, start, end| {
            let speaker = self.alone_or_several(speaker);
            Cue { verb: at, traits, speaker, start, end, aside }
        };
        let inverted = self.inverted(at).map(|(speaker, end)| cue(speaker, group, end));
        let before = || {
            let (speaker, start) = self.subject_before(group)?;
            Some(cue(speaker, start, at + 1))
        };
        let silent = || {
            let nobody =
                if self.is_plural(at, group) { Mention::Several(at) } else { Mention::Silent(at) };
            self.may_be_silent(at, group).then(|| cue(nobody, group, at + 1))
        };
        // `The trouble, says Mei Ito, is …`, `Man habe, betonte er, „…“`: what stands before the comma is no subject.
        let is_aside = inverted.as_ref().is_some_and(|cue| {
            matches!(cue.speaker, Mention::Name(..) | Mention::Pronoun(_))
                && matches!(
                    self.kind(cue.end),
                    None | Some(Kind::Comma | Kind::Stop | Kind::Quote(_))
                )
        });
        if self.follows_quote(group) {
            return inverted.or_else(before).or_else(silent);
        }
        let before = before();
        // `Dem Rundfunk sagte Ito`: to whom it was said stands first.
        let is_dative = before.is_some_and(|cue| self.lower(cue.start) == "dem")
            && self.lexicon.language == Language::German;
        if is_dative && inverted.is_some() {
            return inverted;
        }
        let is_named = before.is_some_and(|cue| matches!(cue.speaker, Mention::Name(..)));
        if is_aside && !is_named { inverted } else { before.or(inverted).or_else(silent) }
    }

    /// A name that another one is joined to is not the only speaker: `Ito and Rossi said`.
    fn alone_or_several(&self, speaker: Mention) -> Mention {
        const AND: &[&str] = &["and", "e", "ed", "und", "et", "y"];
        let Mention::Name(first, end) = speaker else { return speaker };
        let joins = |at: usize| AND.contains(&self.lower(at).as_str());
        let before = first.checked_sub(2).is_some_and(|other| {
            let owns = self.phrases.get(other).is_none_or(|token| token.possessive);
            joins(first - 1) && self.phrases.is_name_word(other) && !owns
        });
        let after = joins(end) && self.phrases.is_name_word(end + 1);
        if before || after { Mention::Several(first) } else { speaker }
    }

    /// `was told by X`.
    fn by_agent(&self, verb: usize, traits: Traits) -> Option<Cue> {
        if self.lower(verb + 1) != "by" {
            return None;
        }
        let (speaker, end) = self.phrases.beginning(verb + 2)?;
        Some(Cue {
            verb,
            traits: traits.and(Traits::JUDGE),
            speaker,
            start: verb,
            end,
            aside: false,
        })
    }

    /// A subject after its verb: `said X`, `ha detto X`, `sagte er`.
    fn inverted(&self, verb: usize) -> Option<(Mention, usize)> {
        const NEVER: &[&str] = &["told", "tell", "tells", "thank", "thanked"];
        let english = self.lexicon.language == Language::English;
        let is_judge = !self.is(verb, Traits::SAY.and(Traits::PARTICIPLE));
        if english && (is_judge || NEVER.contains(&self.lower(verb).as_str())) {
            return None;
        }
        let is_split = self.is(verb, Traits::SPLIT);
        let particle = self.lexicon.particles(&self.lower(verb));
        let has_particle = is_split && particle.contains(&self.lower(verb + 1).as_str());
        let mut at = self.after_inset(verb + 1 + usize::from(has_particle));
        while self.is(at, Traits::ADVERB.and(Traits::CALENDAR).and(Traits::AUXILIARY))
            && !self.is(at, Traits::PRONOUN)
        {
            at += 1;
        }
        if english
            && matches!(self.kind(at), Some(Kind::Word))
            && self.is(at, Traits::THEY.and(Traits::CONJUNCTION))
        {
            return None;
        }
        let found = self.phrases.beginning(at)?;
        let before = self.group_start(verb).checked_sub(1).and_then(|at| self.kind(at));
        let after_pause = !matches!(before, Some(Kind::Word));
        (!english || self.follows_quote(verb) || (after_pause && before.is_some())).then_some(found)
    }

    /// `quoted Ito as saying`, `criticised Ito for calling`, `remembers Ito saying`; `Ito was quoted as saying`: who is told
    /// of, and where that begins.
    fn of_quoted(&self, at: usize) -> Option<(Mention, usize)> {
        const LINKS: &[&str] = &["as", "for", "of"];
        const TOLD_OF: &[&str] = &[
            "remembers",
            "remember",
            "remembered",
            "recalls",
            "recall",
            "recalled",
            "heard",
            "hears",
            "hear",
            "saw",
            "caught",
            "quoted",
            "quotes",
        ];
        if self.lexicon.language != Language::English || !self.is(at, Traits::GERUND) {
            return None;
        }
        let before = at.checked_sub(1)?;
        let link = LINKS.contains(&self.lower(before).as_str());
        let last = before.checked_sub(usize::from(link))?;
        if link && self.is(last, Traits::CUE) && self.is_passive(last, self.group_start(last)) {
            return self.subject_before(self.group_start(last));
        }
        let (name, _) = self.phrases.name_ending(last)?;
        let first = self.phrases.name_start(last);
        let is_told_of =
            first.checked_sub(1).is_some_and(|at| TOLD_OF.contains(&self.lower(at).as_str()));
        let owns = self.phrases.tokens[last].possessive;
        (!owns && (link || is_told_of)).then_some((name, first))
    }

    /// Who is saying, adding, calling: the sentence's last speaker, else its first subject.
    fn of_gerund(&self, at: usize, earlier: &[Cue]) -> Option<Mention> {
        let last =
            earlier.iter().rev().find(|cue| !cue.traits.has(Traits::GERUND) || cue.verb + 1 < at);
        last.map(|cue| cue.speaker).or_else(|| self.first_subject(at).map(|(mention, _)| mention))
    }

    /// Italian and Spanish leave the pronoun out: `Ha aggiunto: «…»`.
    fn may_be_silent(&self, verb: usize, group: usize) -> bool {
        // `Nota della redazione`: a noun, and whose it is.
        const OF_THE: &[&str] = &["di", "del", "della", "dello", "dell", "dei", "degli", "delle"];
        if OF_THE.contains(&self.lower(verb + 1).trim_end_matches(['\'', '’'])) {
            return false;
        }
        // `l'articolo, che non dice di chi`: what stands before is the subject.
        let before = group.checked_sub(1).map(|at| self.lower(at));
        if before.is_some_and(|word| matches!(word.as_str(), "che" | "que")) {
            return false;
        }
        let drops = matches!(self.lexicon.language, Language::Italian | Language::Spanish);
        let starts = group == self.phrases.start
            || !matches!(self.kind(group - 1), Some(Kind::Word))
            || self.is(group - 1, Traits::CONJUNCTION.and(Traits::ADVERB));
        drops && starts && !self.is(verb, Traits::GERUND)
    }
}
