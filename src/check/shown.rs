//! What an answer shows of the ledger: the recorded words, and where they come from.

use crate::check::answer::Match;
use crate::check::candidate::Kept;
use crate::check::fit::Place;
use crate::check::reading::{Reading, Spot};
use crate::ledger::Party;
use crate::span::Span;

/// The claims of some matches, each once.
pub(super) fn claims_of(matches: &[Match]) -> Vec<String> {
    let mut claims: Vec<String> = Vec::new();
    for claim in matches.iter().filter_map(|found| found.claim.as_ref()) {
        if !claims.contains(claim) {
            claims.push(claim.clone());
        }
    }
    claims
}

/// Where the parts of an utterance stand in the recorded words that are shown.
#[derive(Clone, Debug)]
pub(super) struct Window {
    /// For each part that is shown: its number, its first byte that is shown, and where this stands.
    shown: Vec<(usize, usize, usize)>,
    length: usize,
}

impl Window {
    /// Where a recorded place stands in what is shown.
    pub fn map(&self, place: Place) -> Span {
        let shown = self.shown.iter().find(|(part, ..)| *part == place.part);
        let Some((_, first, at)) = shown else { return Span::new(self.length, self.length) };
        let map = |byte: usize| (byte.saturating_sub(*first) + at).min(self.length);
        Span::new(map(place.span.start), map(place.span.end))
    }
}

/// What parts two quotes of one utterance where they are shown together: here stood the cue.
pub const CUE: &str = " … ";

/// The recorded words that an answer shows: whole quotes, and of prose what corresponds.
pub(super) fn recorded_words(reading: &Reading<'_>) -> (String, Window) {
    let mut words = String::new();
    let mut shown = Vec::new();
    for part in reading.used_parts() {
        if !shown.is_empty() {
            words.push_str(CUE);
        }
        let all = reading.spot.words(part);
        let extent = match reading.spot {
            Spot::Prose(_) => reading
                .touched()
                .map(|place| place.span)
                .reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
                .unwrap_or(Span::new(0, all.len())),
            _ => Span::new(0, all.len()),
        };
        shown.push((part, extent.start, words.len()));
        words.push_str(all.get(extent.range()).unwrap_or(all));
    }
    let length = words.len();
    (words, Window { shown, length })
}

/// The places that a reading found: of prose, each claim that says whom the article credits there.
pub(super) fn matches_of(reading: &Reading<'_>) -> Vec<Match> {
    let (recorded, _) = recorded_words(reading);
    let Spot::Prose(paragraph) = &reading.spot else {
        return vec![plain_match(&reading.spot, recorded)];
    };
    if reading.told_by.is_empty() {
        return vec![plain_match(&reading.spot, recorded)];
    }
    let told_by = reading.told_by.iter().map(|kept| {
        let found = plain_match(&Spot::Quote(kept, 0..0), recorded.clone());
        let is_own_voice = kept.claim.is_own_voice();
        let name = if is_own_voice { "the article".to_owned() } else { found.name };
        Match { paragraph: Some(paragraph.number), name, ..found }
    });
    told_by.collect()
}

/// Whom the article credits, for people.
pub(super) fn credited(kept: &Kept) -> String {
    match Party::of(&kept.claim, &kept.head) {
        Party::Uncredited => "nobody".to_owned(),
        Party::Anonymous(source) => format!("{}, whom the article does not name", source.name),
        party => party.name().to_owned(),
    }
}

/// The place that recorded words come from.
pub(super) fn plain_match(spot: &Spot<'_>, recorded: String) -> Match {
    match spot {
        Spot::Quote(kept, _) | Spot::Rendering(kept, ..) => Match {
            claim: Some(kept.claim.id.to_string()),
            article: kept.head.article.id.to_string(),
            source: Some(kept.claim.source.to_string()),
            name: credited(kept),
            paragraph: paragraph_of(kept, &recorded),
            recorded,
        },
        Spot::Prose(paragraph) => Match {
            claim: None,
            article: paragraph.article.id.to_string(),
            source: None,
            name: "nobody whom the ledger records".to_owned(),
            paragraph: Some(paragraph.number),
            recorded,
        },
    }
}

/// The paragraph where the recorded words stand: the only one of the claim's passages, or the one whose anchors they hold.
fn paragraph_of(kept: &Kept, recorded: &str) -> Option<u32> {
    let passages = &kept.claim.passages;
    let first = passages.first()?;
    let only = passages.iter().all(|passage| passage.paragraph == first.paragraph);
    let holds = |words: &str| recorded.contains(words);
    let anchored = || passages.iter().find(|p| holds(&p.start) || holds(&p.end));
    if only { Some(first) } else { anchored() }.map(|passage| passage.paragraph.get())
}
