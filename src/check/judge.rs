//! The judge: pure, and never sees a ledger.

use crate::check::advice::MOST_BEARERS;
use crate::check::answer::{Answer, Change, Match, Omission, VERSION};
use crate::check::attribution::{Asked, Namesake};
use crate::check::candidate::{Candidate, Kept};
use crate::check::caution::{self, Caution};
use crate::check::fit::{Fit, Given};
use crate::check::precedence::Class;
use crate::check::question::Question;
use crate::check::reading::{Reading, Readings, Spot};
use crate::check::shown::{claims_of, matches_of, plain_match, recorded_words};
use crate::check::verdict::{Attributed, FoundIn, Grounds, MayQuote, Verdict};
use crate::check::{advice, nothing, steps};
use crate::ledger::{Claim, Id, Today};
use crate::wording::{all_of, some_of, ticked};

/// What the judge knows besides the candidates.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Whom the words are given to, with everybody in the ledger who answers to the name.
    pub asked: Option<&'a Asked>,
    /// How many articles there are, and how many of them have a saved text that was looked through.
    pub looked: Looked,
    /// The day that counts as today.
    pub today: Today,
}

/// How far was looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// How many articles the ledger has.
    pub articles: usize,
    /// How many of them have a saved text that was looked through.
    pub saved: usize,
}

/// More claims that must be read with one are not named.
const MOST_NAMED: usize = 12;

/// More matches of the same words than these are not listed.
const MOST_MATCHES: usize = 8;

/// Answers one question from what was found for it; the order of the candidates makes no difference.
pub fn judge(question: &Question, candidates: &[Candidate], known: &Surroundings<'_>) -> Answer {
    let given = Given::new(&question.text, question.language.as_deref());
    let readings = Readings::of(&given, candidates, known.asked);
    let first = readings.all.first();
    let is_stitched = !readings.stitched.is_empty()
        && first.is_none_or(|reading| reading.class() > Class::Stitched);
    let case = Case { question, candidates, known };
    match first {
        _ if is_stitched => case.stitched(&readings),
        Some(reading) => case.found(reading, &readings),
        None => case.unknown(),
    }
}

/// A question with all that is known about it.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub question: &'a Question,
    pub candidates: &'a [Candidate],
    pub known: &'a Surroundings<'a>,
}

impl Case<'_> {
    fn found(&self, reading: &Reading<'_>, readings: &Readings<'_>) -> Answer {
        let verdict = verdict_of(reading);
        let attribution = reading.attribution;
        let alike: Vec<&Reading<'_>> =
            readings.all.iter().filter(|other| is_alike(reading, other)).collect();
        let cautions = self.cautions(reading, &alike);
        let grounds = Grounds {
            verdict,
            attribution: Some(attribution),
            asks_own_voice: self.known.asked.is_some_and(Asked::is_own_voice),
            hides_negation: reading.fitted.hides_negation(),
            is_retracted: reading.is_retracted(),
            is_unprinted: reading.spot.kept().is_some_and(Kept::departs),
            is_bounded: reading.fitted.bounded,
            has_caution: !cautions.is_empty(),
        };
        let (_, window) = recorded_words(reading);
        let mut matches = matches_of(reading);
        let others = alike.iter().filter(|other| !std::ptr::eq(**other, reading));
        matches.extend(others.flat_map(|other| matches_of(other)));
        matches.dedup();
        matches.truncate(MOST_MATCHES);
        let changes = reading.fitted.changes.iter().map(|change| Change {
            kind: change.kind,
            recorded: change.recorded.clone(),
            given: change.given.clone(),
            recorded_at: window.map(change.place),
            given_at: change.span,
        });
        let mut answer = Answer {
            fit: Some(reading.fitted.fit),
            found_in: Some(reading.spot.found_in()),
            attribution: Some(attribution),
            may_quote: grounds.decide(),
            is_unprinted: grounds.is_unprinted,
            claims: claims_of(&matches),
            changes: changes.collect(),
            left_out: reading.fitted.left_out.iter().map(Omission::of).collect(),
            cautions,
            matches,
            ..self.blank(verdict)
        };
        answer.advice = advice::of_reading(self, reading, &answer);
        answer.steps = steps::of_reading(self, reading, &answer, grounds);
        answer
            .remarks
            .extend(reading.told_by.first().map(|kept| related(kept)).unwrap_or_default());
        answer.remarks.extend(other_bearers(&self.namesakes(reading)));
        if !reading.fitted.inserted.is_empty() {
            let inserted = all_of(reading.fitted.inserted.iter().map(|words| format!("“{words}”")));
            answer.remarks.push(format!("in brackets, and yours: {inserted}"));
        }
        if reading.fitted.bounded {
            answer.remarks.push("the quotation is too long, or differs in too many places, to be compared to its end".to_owned());
        }
        answer
    }

    fn stitched(&self, readings: &Readings<'_>) -> Answer {
        let mut matches: Vec<Match> = Vec::new();
        let mut judged = Vec::new();
        for (spot, piece) in &readings.stitched {
            let words = spot.words(piece.place.part);
            let recorded = words.get(piece.place.span.range()).unwrap_or(words).to_owned();
            matches.push(plain_match(spot, recorded));
            if let (Some(kept), Some(asked)) = (spot.kept(), self.known.asked) {
                judged.push(asked.of_quote(kept));
            }
        }
        let attribution = judged.into_iter().max().unwrap_or(Attributed::Unasked);
        let mut answer = Answer {
            fit: Some(Fit::Stitched),
            found_in: Some(FoundIn::Quote),
            attribution: Some(attribution),
            claims: claims_of(&matches),
            matches,
            ..self.blank(Verdict::Stitched)
        };
        answer.advice = advice::of_stitched(&readings.stitched);
        answer.steps = steps::of_stitched(&answer);
        answer
    }

    fn unknown(&self) -> Answer {
        let mut answer = self.blank(Verdict::Unknown);
        answer.advice = nothing::advice(self);
        answer.steps = steps::of_nothing();
        answer
    }

    /// An answer without anything found, and with what was looked through.
    fn blank(&self, verdict: Verdict) -> Answer {
        Answer {
            version: VERSION,
            id: self.question.id.clone(),
            text: self.question.text.clone(),
            by: self.question.by.clone(),
            verdict,
            fit: None,
            found_in: None,
            attribution: None,
            may_quote: MayQuote::No,
            claims: Vec::new(),
            matches: Vec::new(),
            changes: Vec::new(),
            left_out: Vec::new(),
            cautions: Vec::new(),
            advice: String::new(),
            is_unprinted: false,
            remarks: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// Others who bear the name that was asked for, where the words tell who is meant.
    fn namesakes<'r>(&'r self, reading: &'r Reading<'_>) -> Vec<&'r Namesake> {
        match (reading.attribution, reading.spot.kept(), self.known.asked) {
            (Attributed::Confirmed, Some(kept), Some(asked)) => asked.others(kept).collect(),
            _ => Vec::new(),
        }
    }

    fn cautions(&self, reading: &Reading<'_>, alike: &[&Reading<'_>]) -> Vec<Caution> {
        let notes = reading.fitted.notes;
        let mut cautions: Vec<Caution> = match &reading.spot {
            Spot::Quote(kept, range) | Spot::Rendering(kept, range, _) => {
                let used = kept.claim.quotes[range.clone()].iter().enumerate();
                let is_translated = used
                    .filter(|(part, _)| reading.fitted.parts_used.contains(part))
                    .any(|(_, quote)| quote.translated.is_some());
                caution::of_claim(&kept.claim, &kept.head, self.known.today)
                    .into_iter()
                    .filter(|caution| *caution != Caution::Sic || notes.sic)
                    .filter(|caution| *caution != Caution::Translated || is_translated)
                    .collect()
            }
            Spot::Prose(_) => reading
                .told_by
                .iter()
                .flat_map(|kept| caution::of_claim(&kept.claim, &kept.head, self.known.today))
                // These speak of printed words in quotation marks.
                .filter(|caution| {
                    !matches!(caution, Caution::Sic | Caution::Translated | Caution::Uncredited)
                })
                .collect(),
        };
        let is_ambiguous = alike.iter().any(|other| {
            let ids = (reading.spot.kept(), other.spot.kept());
            matches!(ids, (Some(a), Some(b)) if a.claim.id != b.claim.id)
        });
        let is_shared = !self.namesakes(reading).is_empty();
        let more = [
            (notes.clipped, Caution::Clipped),
            (notes.interrupted, Caution::Interrupted),
            (notes.short, Caution::Short),
            (is_ambiguous, Caution::Ambiguous),
            (is_shared, Caution::Namesake),
        ];
        cautions.extend(more.into_iter().filter(|(holds, _)| *holds).map(|(_, caution)| caution));
        let mut once = Vec::with_capacity(cautions.len());
        for caution in cautions {
            if !once.contains(&caution) {
                once.push(caution);
            }
        }
        once
    }
}

/// Who else bears the name that was asked for, in words.
pub(super) fn other_bearers(namesakes: &[&Namesake]) -> Option<String> {
    let bearers = namesakes.iter().map(|other| format!("{} (`{}`)", other.name, other.id));
    (!namesakes.is_empty())
        .then(|| format!("the name is also borne by {}", some_of(bearers, MOST_BEARERS)))
}

/// The claims that must be read with this one, in words.
pub(super) fn related(kept: &Kept) -> Vec<String> {
    let named = |what: &str, ids: &[Id<Claim>]| {
        (!ids.is_empty()).then(|| format!("{what} {}", some_of(ids.iter().map(ticked), MOST_NAMED)))
    };
    let conflicts = named("it conflicts with", &kept.claim.conflicts);
    let qualified = named("it misleads without", &kept.claim.qualified_by);
    conflicts.into_iter().chain(qualified).collect()
}

/// The fit, but where the place says more.
fn verdict_of(reading: &Reading<'_>) -> Verdict {
    match reading.spot.found_in() {
        FoundIn::Rendering => Verdict::Translation,
        FoundIn::Prose if reading.fitted.fit.is_fine() => Verdict::Reported,
        _ => reading.fitted.fit.into(),
    }
}

/// Whether another reading holds the same words as well, so that it must be said.
fn is_alike(reading: &Reading<'_>, other: &Reading<'_>) -> bool {
    let is_fine = |reading: &Reading<'_>| {
        reading.fitted.fit.is_fine() && reading.spot.found_in() == FoundIn::Quote
    };
    std::ptr::eq(reading, other) || (is_fine(reading) && is_fine(other))
}
