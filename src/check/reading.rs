//! Every way to read a quotation as recorded words, and which of them holds first.

use std::ops::{Range, RangeInclusive};

use crate::check::attribution::Asked;
use crate::check::candidate::{Candidate, Kept, Misprints, Paragraph};
use crate::check::fit::{Fit, Fitted, Given, Piece, Place, Utterance, best};
use crate::check::precedence::Class;
use crate::check::prose;
use crate::check::verdict::{Attributed, FoundIn};
use crate::ledger::State;

/// One way to read the quotation.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub spot: Spot<'a>,
    pub fitted: Fitted,
    /// Whether the words are credited to whom was asked for.
    pub attribution: Attributed,
    /// The claims that say whom the article credits with them, the first first; in prose there may be several, or none.
    pub told_by: Vec<&'a Kept>,
}

/// Recorded words that a quotation is held against.
#[derive(Clone, Debug)]
pub(super) enum Spot<'a> {
    /// Quotes of a claim that make one utterance.
    Quote(&'a Kept, Range<usize>),
    /// A paragraph.
    Prose(&'a Paragraph),
    /// The curator's translation of an utterance: its words, part by part.
    Rendering(&'a Kept, Range<usize>, Vec<&'a str>),
}

/// All readings, the first that holds first.
#[derive(Debug, Default)]
pub(super) struct Readings<'a> {
    pub all: Vec<Reading<'a>>,
    /// The pieces of a stitched quotation with their claims.
    pub stitched: Vec<(Spot<'a>, Piece)>,
}

impl<'a> Spot<'a> {
    pub fn found_in(&self) -> FoundIn {
        match self {
            Self::Quote(..) => FoundIn::Quote,
            Self::Prose(_) => FoundIn::Prose,
            Self::Rendering(..) => FoundIn::Rendering,
        }
    }

    /// The claim, unless it is prose.
    pub fn kept(&self) -> Option<&'a Kept> {
        match self {
            Self::Quote(kept, _) | Self::Rendering(kept, ..) => Some(kept),
            Self::Prose(_) => None,
        }
    }

    /// The words of one part.
    pub fn words(&self, part: usize) -> &'a str {
        match self {
            Self::Quote(kept, range) => &kept.claim.quotes[range.start + part].exact,
            Self::Prose(paragraph) => &paragraph.text,
            Self::Rendering(_, _, parts) => parts[part],
        }
    }

    /// Whether a part of an utterance is one of its quotes, whole and nothing else: that is no fragment of a quote.
    fn is_given_whole(&self, fitted: &Fitted, given: &Given) -> bool {
        let (Self::Quote(..), Fit::Fragment, [place]) = (self, fitted.fit, &fitted.covered[..])
        else {
            return false;
        };
        let words = self.words(place.part);
        let outside = [words.get(..place.span.start), words.get(place.span.end..)];
        let has_more =
            outside.into_iter().flatten().any(|rest| rest.contains(char::is_alphanumeric));
        !has_more && Given::new(words, given.language()).words() == given.words()
    }

    /// How many parts it has.
    pub fn parts(&self) -> usize {
        match self {
            Self::Quote(_, range) => range.len(),
            Self::Prose(_) => 1,
            Self::Rendering(_, _, parts) => parts.len(),
        }
    }

    /// What ranks spots that fit equally well, whatever the order in which they came.
    pub fn key(&self) -> (&'a str, &'a str, &'a str, usize) {
        match self {
            Self::Quote(kept, range) | Self::Rendering(kept, range, _) => {
                let (article, claim, file) = kept.key();
                (article, claim, file, range.start)
            }
            Self::Prose(paragraph) => {
                (paragraph.article.id.as_str(), "", &paragraph.file, paragraph.number as usize)
            }
        }
    }
}

impl<'a> Readings<'a> {
    /// Holds the quotation against every candidate, prose and renderings only where no quote is fine.
    pub fn of(given: &Given, candidates: &'a [Candidate], asked: Option<&Asked>) -> Self {
        let mut readings = Self::default();
        readings.read_quotes(given, candidates, asked);
        if !readings.all.iter().any(|reading| reading.fitted.fit.is_fine()) {
            readings.read_renderings(given, candidates, asked);
            readings.read_prose(given, candidates, asked);
        }
        readings.all.sort_by(Reading::holds_before);
        if let Some(asked) = asked {
            readings.doubt_names(asked);
        }
        readings
    }

    /// Where two people said the same words and both bear the name, it is not known who is meant.
    fn doubt_names(&mut self, asked: &Asked) {
        let said: Vec<(usize, &Kept)> = (0..)
            .zip(&self.all)
            .filter(|(_, reading)| reading.class() == Class::FineOfAsked)
            .filter_map(|(at, reading)| Some((at, reading.spot.kept()?)))
            .collect();
        let is_doubtful =
            |kept: &Kept| said.iter().any(|(_, other)| asked.may_be_either(kept, other));
        let doubtful = said.iter().filter(|(_, kept)| is_doubtful(kept)).map(|(at, _)| *at);
        for at in doubtful.collect::<Vec<usize>>() {
            self.all[at].attribution = Attributed::AmbiguousName;
        }
    }

    fn read_quotes(&mut self, given: &Given, candidates: &'a [Candidate], asked: Option<&Asked>) {
        let claims: Vec<(&Kept, Misprints<'_>)> =
            claims(candidates).map(|kept| (kept, kept.misprints())).collect();
        let mut spots = Vec::new();
        let mut utterances: Vec<Utterance<'_>> = Vec::new();
        for (kept, misprints) in &claims {
            for range in kept.utterances() {
                utterances.push(kept.utterance(&range, misprints));
                spots.push(Spot::Quote(kept, range));
            }
        }
        let ranked = best(given, &utterances);
        self.take(given, &spots, ranked.fits, asked);
        let pieces = ranked.stitching.into_iter().flat_map(|stitching| stitching.pieces);
        self.stitched = pieces.map(|piece| (spots[piece.utterance].clone(), piece)).collect();
    }

    fn read_renderings(
        &mut self,
        given: &Given,
        candidates: &'a [Candidate],
        asked: Option<&Asked>,
    ) {
        let mut spots = Vec::new();
        let mut utterances: Vec<Utterance<'_>> = Vec::new();
        for kept in claims(candidates) {
            for range in kept.utterances() {
                for (language, parts) in kept.renderings(&range) {
                    let mut utterance = Utterance::of(parts[0], Some(language));
                    utterance.parts.extend(
                        parts[1..].iter().map(|words| crate::check::fit::Part { words, sic: &[] }),
                    );
                    utterances.push(utterance);
                    spots.push(Spot::Rendering(kept, range.clone(), parts));
                }
            }
        }
        self.take(given, &spots, best(given, &utterances).fits, asked);
    }

    fn read_prose(&mut self, given: &Given, candidates: &'a [Candidate], asked: Option<&Asked>) {
        let prose = candidates.iter().filter_map(|candidate| match candidate {
            Candidate::Prose(paragraph) => Some(&**paragraph),
            Candidate::Claim(_) => None,
        });
        let spots: Vec<Spot<'a>> = prose.map(Spot::Prose).collect();
        let utterances: Vec<Utterance<'_>> = spots
            .iter()
            .map(|spot| match spot {
                Spot::Prose(paragraph) => {
                    Utterance::of(&paragraph.text, paragraph.article.language())
                }
                _ => Utterance::default(),
            })
            .collect();
        self.take(given, &spots, best(given, &utterances).fits, asked);
    }

    fn take(
        &mut self,
        given: &Given,
        spots: &[Spot<'a>],
        fits: Vec<(usize, Fitted)>,
        asked: Option<&Asked>,
    ) {
        self.all.extend(fits.into_iter().map(|(at, mut fitted)| {
            let spot = spots[at].clone();
            if spot.is_given_whole(&fitted, given) {
                fitted.fit = Fit::Verbatim;
                fitted.notes.short = false;
            }
            let attribution = asked.map_or(Attributed::Unasked, |asked| match &spot {
                Spot::Quote(kept, _) | Spot::Rendering(kept, ..) => asked.of_quote(kept),
                Spot::Prose(paragraph) => prose::attribution(paragraph, &fitted, asked),
            });
            let told_by = match &spot {
                Spot::Quote(kept, _) | Spot::Rendering(kept, ..) => vec![*kept],
                Spot::Prose(paragraph) => {
                    let touching = prose::touching(paragraph, prose::extent(&fitted), asked);
                    touching.into_iter().map(|claim| claim.kept).collect()
                }
            };
            Reading { spot, fitted, attribution, told_by }
        }));
    }
}

/// The claims among the candidates, in an order of their own.
fn claims(candidates: &[Candidate]) -> impl Iterator<Item = &Kept> {
    let mut claims: Vec<&Kept> = candidates
        .iter()
        .filter_map(|candidate| match candidate {
            Candidate::Claim(kept) => Some(&**kept),
            Candidate::Prose(_) => None,
        })
        .collect();
    claims.sort_by_key(|kept| kept.key());
    claims.into_iter()
}

impl Reading<'_> {
    /// Whether the article took back what it says there.
    pub fn is_retracted(&self) -> bool {
        self.told_by.iter().any(|kept| kept.claim.state() == State::Retracted)
    }

    /// The recorded places that correspond to something, or are said to be changed.
    pub fn touched(&self) -> impl Iterator<Item = Place> + '_ {
        let changed = self.fitted.changes.iter().map(|change| change.place);
        self.fitted.covered.iter().copied().chain(changed)
    }

    /// The parts from the first to the last that is touched.
    pub fn used_parts(&self) -> RangeInclusive<usize> {
        let parts = || self.touched().map(|place| place.part);
        let first = parts().min().unwrap_or(0);
        let last = parts().max().unwrap_or(first);
        first..=last.min(self.spot.parts().saturating_sub(1))
    }
}
