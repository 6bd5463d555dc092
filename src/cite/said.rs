//! What is said about a claim: who is credited and how, in the words of a language.

use crate::cite::phrases::{Phrase, Phrases};
use crate::cite::prose::{Face, Piece, Prose};
use crate::ledger::{Claim, Credit, Head, Mode, PartialDate, Party, Source, State, Translated};

/// Says in one language how a claim is attributed.
pub struct Said<'a> {
    claim: &'a Claim,
    credit: Credit<'a>,
    phrases: &'a Phrases,
}

impl<'a> Said<'a> {
    /// What is to be said of a claim of this file.
    pub fn of(claim: &'a Claim, head: &'a Head, phrases: &'a Phrases) -> Self {
        Self { claim, credit: Credit::of(claim, head), phrases }
    }

    /// Whether its words are set off as a quotation.
    pub fn is_quotation(&self) -> bool {
        self.claim.mode == Mode::Direct && !self.claim.quotes.is_empty()
    }

    /// The printed words as one text; ` […] ` marks where the article's own words stand between.
    pub fn words(&self) -> Prose {
        let words: Vec<&str> = self.claim.quotes.iter().map(|quote| quote.exact.as_str()).collect();
        Prose::of(words.join(" […] "))
    }

    /// The line under a quotation: who, how, through whom.
    pub fn line(&self) -> Prose {
        let who = self.phrases.body.line.of(self.in_full());
        Prose::of(
            [Some(who), self.translation(), self.relay()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
        )
    }

    /// A sentence that gives the claim in running text, printed words in quotation marks.
    pub fn sentence(&self) -> Prose {
        let body = &self.phrases.body;
        if self.is_quotation() {
            let lead = [Some(body.quotes.of(self.in_full())), self.relay(), self.translation()];
            let lead = lead.into_iter().flatten().collect::<Vec<_>>().join(", ");
            return Prose::of(lead).and(body.colon.as_str()).and(self.quoted(" … "));
        }
        self.reported()
    }

    /// A sentence that reports the claim, with the printed words behind it where there are any.
    pub fn reported(&self) -> Prose {
        let body = &self.phrases.body;
        let lead = match (self.credit.party, self.credit.voice_of) {
            (Party::OwnVoice | Party::Uncredited, Some(name)) => body.untold.of(name),
            (Party::OwnVoice | Party::Uncredited, None) => body.own_voice.as_str().to_owned(),
            _ => body.reports.of(self.in_full()),
        };
        let lead = [Some(lead), self.relay()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let sentence = Prose::of(lead).and(body.colon.as_str()).and(self.claim.statement.trim());
        if self.claim.quotes.is_empty() {
            return sentence;
        }
        let nobody = matches!(self.credit.party, Party::Uncredited)
            .then(|| body.credits_nobody.as_str().to_owned());
        let marks = Some(body.in_marks.as_str().to_owned());
        let marks: Vec<String> =
            [marks, nobody, self.translation()].into_iter().flatten().collect();
        let words =
            self.phrases.all_of(self.claim.quotes.iter().map(|quote| in_marks(&quote.exact)));
        sentence.and(format!(" ({}{}{words})", marks.join(", "), body.colon.as_str()))
    }

    /// What leads to the reference in a cite: `Mei Ito, quoted in`.
    pub fn lead_to_reference(&self) -> String {
        let cite = &self.phrases.cite;
        let name = self.credit.party.name();
        let who = match self.credit.party {
            Party::OwnVoice => {
                return match self.credit.voice_of {
                    Some(of) => cite.untold.of(of),
                    None => cite.own_voice.as_str().to_owned(),
                };
            }
            Party::Uncredited => return cite.uncredited.as_str().to_owned(),
            Party::Anonymous(_) => cite.unnamed.of(name),
            Party::Named(_) | Party::Unrecorded(_) => name.to_owned(),
        };
        let way = Some(self.way().as_str().to_owned());
        [Some(who), self.relay(), way].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What a reader must know besides: the words of doubt, that nobody is named, what became of it.
    pub fn asides(&self) -> Vec<Prose> {
        let aside = &self.phrases.aside;
        let mut said = Vec::new();
        if !self.credit.hedges.is_empty() {
            said.push(self.doubt(&aside.doubt));
        }
        if self.credit.inferred {
            said.push(Prose::of(aside.inferred.as_str()));
        }
        let date = self.claim.status.as_ref().and_then(|status| status.date);
        said.extend(self.fate(self.claim.state(), date).map(Prose::of));
        said
    }

    fn doubt(&self, phrase: &Phrase) -> Prose {
        let (before, after) = phrase.around();
        let mut doubt = Prose::of(before);
        let joined = self.phrases.all_of((0..self.credit.hedges.len()).map(|_| "\0"));
        let mut words = self.credit.hedges.iter();
        for (at, between) in joined.split('\0').enumerate() {
            if at > 0 {
                doubt.extend_italic(words.next().copied().unwrap_or_default());
            }
            doubt = doubt.and(between);
        }
        doubt.and(after)
    }

    fn fate(&self, state: State, date: Option<PartialDate>) -> Option<String> {
        let aside = &self.phrases.aside;
        let said = match state {
            State::Standing => return None,
            State::Corrected => &aside.corrected,
            State::Retracted => &aside.retracted,
            State::Superseded => &aside.superseded,
        };
        Some(match date {
            Some(date) => aside.on.of_two(said.as_str(), date),
            None => said.as_str().to_owned(),
        })
    }

    /// Each quote in quotation marks of its own.
    fn quoted(&self, between: &str) -> String {
        let words: Vec<String> =
            self.claim.quotes.iter().map(|quote| in_marks(&quote.exact)).collect();
        words.join(between)
    }

    fn way(&self) -> &Phrase {
        let cite = &self.phrases.cite;
        match (self.credit.mode, self.credit.translated) {
            (Mode::Direct, None) => &cite.quoted,
            (Mode::Direct, Some(Translated::Stated)) => &cite.quoted_stated,
            (Mode::Direct, Some(Translated::Presumed)) => &cite.quoted_presumed,
            (Mode::Mixed, None) => &cite.partly_quoted,
            (Mode::Mixed, Some(Translated::Stated)) => &cite.partly_quoted_stated,
            (Mode::Mixed, Some(Translated::Presumed)) => &cite.partly_quoted_presumed,
            (Mode::Indirect | Mode::OwnVoice, _) => &cite.reported,
        }
    }

    fn translation(&self) -> Option<String> {
        let translation = &self.phrases.translation;
        self.credit.translated.map(|translated| match translated {
            Translated::Stated => translation.stated.as_str().to_owned(),
            Translated::Presumed => translation.presumed.as_str().to_owned(),
        })
    }

    fn relay(&self) -> Option<String> {
        let via = &self.credit.via;
        (!via.is_empty()).then(|| self.phrases.party.relayed.of(self.phrases.all_of(via)))
    }

    /// Who it is in full: name, role, affiliation, number; that it is unnamed where it is.
    fn in_full(&self) -> String {
        let party = &self.phrases.party;
        match self.credit.party {
            Party::Named(source) => self.described(source),
            Party::Anonymous(source) => party.unnamed.of(self.described(source)),
            Party::Unrecorded(id) => party.unrecorded.of(id),
            Party::OwnVoice | Party::Uncredited => self.credit.party.name().to_owned(),
        }
    }

    fn described(&self, source: &Source) -> String {
        let name = Some(source.name.as_str());
        let said = [name, source.role.as_deref(), source.affiliation.as_deref()];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let party = &self.phrases.party;
        match source.count.map(std::num::NonZeroU32::get) {
            None => said,
            Some(1) => format!("{said} ({})", party.person.as_str()),
            Some(count) => format!("{said} ({})", party.people.of(count)),
        }
    }
}

/// Words in the quotation marks of the page; those of a style belong to titles.
fn in_marks(words: &str) -> String {
    format!("“{words}”")
}

impl Prose {
    fn extend_italic(&mut self, words: &str) {
        self.push(Piece::Words(Face::Italic, words.to_owned()));
    }
}
