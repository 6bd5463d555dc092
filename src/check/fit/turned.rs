//! Negations that are kept, and whose sense a cut or the end of the part turns round.
//!
//! "non farebbe [altro che] danneggiare" says that it would do nothing but harm; without the exceptive it says the reverse.

use std::collections::HashSet;

use crate::span::Span;
use crate::text::words::Classes;

use super::cost::{Sides, Step};
use super::governs::{PHRASES, negation_before};
use super::recorded::{Break, Recorded, Unit};
use super::table::Alignment;
use super::{Change, ChangeKind};

/// How far after its negation an exceptive may stand.
const FARTHEST_EXCEPTIVE: usize = 8;
/// How far before a cut a negation may stand whose "but" the cut swallows.
const FARTHEST_BEFORE_BUT: usize = 5;

/// The words left out without which a kept negation says something else.
pub(super) fn turned(sides: &Sides<'_>, alignment: &Alignment) -> Vec<Change> {
    let recorded = sides.recorded;
    let reading = Reading::new(&recorded.units, alignment);
    let denial = Classes::NEGATION.and(Classes::DENIAL);
    let mut lost: Vec<(usize, usize)> = (alignment.first..alignment.end)
        .filter(|at| reading.is_kept(*at) && recorded.units[*at].class.has(denial))
        .filter_map(|at| {
            let found = reading.rest_of_phrase(at).or_else(|| reading.exceptive(at));
            found
                .or_else(|| reading.cut_right_after(at))
                .or_else(|| reading.but_in_cut(at))
                .or_else(|| reading.predicate_in_cut(at))
                .or_else(|| reading.clause_in_cut(at))
        })
        .collect();
    let denied = reading.denied_after_cuts(recorded, alignment);
    lost.extend(denied.into_iter().filter(|lost| !is_outright(recorded, lost)));
    lost.dedup();
    lost.into_iter().map(|lost| hidden(sides, alignment, lost)).collect()
}

/// What cuts swallow that denies outright the words after them: "The bridge [fails to] hold".
pub(super) fn denied(sides: &Sides<'_>, alignment: &Alignment) -> Vec<Change> {
    let recorded = sides.recorded;
    let lost = Reading::new(&recorded.units, alignment).denied_after_cuts(recorded, alignment);
    let outright = lost.into_iter().filter(|lost| is_outright(recorded, lost));
    outright.map(|lost| hidden(sides, alignment, lost)).collect()
}

fn is_outright(recorded: &Recorded<'_>, lost: &(usize, usize)) -> bool {
    recorded.units[lost.0].class.has(Classes::OUTRIGHT)
}

/// The units from `first` to `last`, as a negation that was hidden.
fn hidden(sides: &Sides<'_>, alignment: &Alignment, (first, last): (usize, usize)) -> Change {
    let (words, place) = sides.recorded.slice(first, last);
    let before = alignment.moves.iter().filter(|moved| moved.unit.is_some_and(|at| at < first));
    let item = before.filter_map(|moved| moved.item).next_back();
    let at = item.map_or(0, |item| sides.token(item).span.end);
    let kind = ChangeKind::HiddenNegation;
    Change { kind, recorded: words, given: String::new(), place, span: Span::new(at, at) }
}

/// Which recorded words the quotation keeps.
struct Reading<'a> {
    units: &'a [Unit],
    kept: HashSet<usize>,
    swallowed: HashSet<usize>,
}

impl<'a> Reading<'a> {
    fn new(units: &'a [Unit], alignment: &Alignment) -> Self {
        let moves = || alignment.moves.iter().filter_map(|moved| Some((moved.unit?, moved)));
        let is_kept = |step| matches!(step, Step::Same | Step::Spelling);
        let kept = moves().filter(|(_, moved)| moved.item.is_some() && is_kept(moved.step));
        let swallowed = moves().filter(|(_, moved)| {
            moved.item.is_none() && matches!(moved.step, Step::Skipped | Step::Hidden)
        });
        let kept = kept.map(|(unit, _)| unit).collect();
        Self { units, kept, swallowed: swallowed.map(|(unit, _)| unit).collect() }
    }

    fn is_kept(&self, at: usize) -> bool {
        self.kept.contains(&at)
    }

    /// The words from `at` on that are left out, in a row and with this class.
    fn lost(&self, at: usize, class: Classes) -> (usize, usize) {
        let is_lost = |next: &usize| self.units[*next].class.has(class) && !self.is_kept(*next);
        (at, (at..self.units.len()).take_while(is_lost).last().unwrap_or(at))
    }

    /// The rest of a phrase that the negation begins: `not [only]`, `no [doubt]`, `nothing [but]`.
    fn rest_of_phrase(&self, negation: usize) -> Option<(usize, usize)> {
        PHRASES.into_iter().find_map(|phrase| {
            if !self.units[negation].class.has(phrase) {
                return None;
            }
            let goes_on = |at: &usize| {
                let unit = &self.units[*at];
                unit.class.has(phrase) && unit.break_before == Break::None && !unit.cue
            };
            let mut rest = (negation + 1..self.units.len()).take_while(goes_on);
            rest.find(|at| !self.is_kept(*at)).map(|at| self.lost(at, phrase))
        })
    }

    /// The exceptive of the negation's clause, where it is left out.
    fn exceptive(&self, negation: usize) -> Option<(usize, usize)> {
        let clause = self.clause_after(negation, FARTHEST_EXCEPTIVE);
        let found = clause
            .take_while(|at| {
                let class = self.units[*at].class;
                class.has(Classes::EXCEPT) || !class.has(Classes::CONTRAST) && !class.negates()
            })
            .find(|at| self.units[*at].class.has(Classes::EXCEPT) && !self.is_kept(*at))?;
        Some(self.lost(found, Classes::EXCEPT))
    }

    /// The words right after the negation, where a cut swallows them: it then governs other words.
    ///
    /// A parenthesis may go, and what follows a "No" that is a sentence by itself.
    fn cut_right_after(&self, negation: usize) -> Option<(usize, usize)> {
        let class = self.units[negation].class;
        let first = negation + 1;
        if class.has(Classes::IDIOM) || !self.swallowed.contains(&first) {
            return None;
        }
        let resumes = (first..self.units.len()).find(|at| !self.swallowed.contains(at))?;
        let inner = (first + 1..resumes).all(|at| self.units[at].break_before == Break::None);
        let is_parenthesis = inner && self.units[resumes].break_before != Break::None;
        let is_sentence = negation == 0 || self.units[negation].break_before >= Break::Clause;
        match self.units[first].break_before {
            Break::None => Some((first, resumes - 1)),
            Break::Phrase if !is_parenthesis && !is_sentence => Some((first, resumes - 1)),
            _ => None,
        }
    }

    /// The cut that swallows the "but" which puts the negation right: "non vuole [aiutare ma] danneggiare".
    ///
    /// A plain "but" may begin a clause of its own; `sondern` may not.
    fn but_in_cut(&self, negation: usize) -> Option<(usize, usize)> {
        let first = self
            .clause_after(negation, FARTHEST_EXCEPTIVE)
            .find(|at| self.swallowed.contains(at))?;
        let last = (first..self.units.len())
            .take_while(|at| self.swallowed.contains(at))
            .take_while(|at| self.units[*at].break_before < Break::Sentence)
            .last()?;
        let is_near = first - negation <= FARTHEST_BEFORE_BUT
            && (negation + 1..=first).all(|at| self.units[at].break_before == Break::None);
        let puts_right = |at: usize| {
            let class = self.units[at].class;
            class.has(Classes::CONTRAST) && (is_near || class.has(Classes::BOUND))
        };
        (first..=last).any(puts_right).then_some((first, last))
    }

    /// The cut that swallows the rest of the negation's clause and ends in the middle of another, which it then seems to deny:
    /// "None of it is [true: the bridge] is safe".
    fn predicate_in_cut(&self, negation: usize) -> Option<(usize, usize)> {
        let first = self
            .clause_after(negation, FARTHEST_EXCEPTIVE)
            .find(|at| self.swallowed.contains(at))?;
        let resumes = (first..self.units.len()).find(|at| !self.swallowed.contains(at))?;
        let is_same_clause =
            (negation + 1..=first).all(|at| self.units[at].break_before == Break::None);
        let ends_clause =
            (first + 1..resumes).any(|at| self.units[at].break_before >= Break::Clause);
        let is_shown = self.units[resumes].break_before != Break::None;
        (is_same_clause && ends_clause && !is_shown).then_some((first, resumes - 1))
    }

    /// The cut that swallows the rest of what the negation denies and the beginning of a clause that stands beside it, whose
    /// end it then seems to deny: "I don't think the bridge [is old, I think it] is new".
    fn clause_in_cut(&self, negation: usize) -> Option<(usize, usize)> {
        if self.units[negation].class.has(Classes::IDIOM) {
            return None;
        }
        let first = self
            .clause_after(negation, FARTHEST_EXCEPTIVE)
            .find(|at| self.swallowed.contains(at))?;
        let resumes = (first..self.units.len()).find(|at| !self.swallowed.contains(at))?;
        let runs_on = |at: usize| self.units[at].break_before == Break::None;
        // German and Slavic put a comma before the clause that the negation denies.
        let leads = |at: usize| {
            self.units[at].break_before == Break::Phrase && self.units[at].class.has(Classes::LEADS)
        };
        let is_inside =
            (negation + 1..=first).all(|at| runs_on(at) || leads(at)) && runs_on(resumes);
        (is_inside && self.begins_another_clause(first, resumes)).then_some((first, resumes - 1))
    }

    /// Whether words from `first` on, after a comma or an "and", begin a clause that goes on at `resumes`. A relative clause
    /// belongs to the words before it.
    fn begins_another_clause(&self, first: usize, resumes: usize) -> bool {
        let parts = |at: &usize| {
            self.units[*at].break_before == Break::Phrase
                || self.units[*at - 1].class.has(Classes::JOINS)
        };
        let hangs_on = Classes::SUBORDINATES.and(Classes::LEADS).and(Classes::COMPARES);
        let is_subject = |class: Classes| class.has(Classes::PRONOUN) && !class.has(Classes::BOUND);
        let verbal = Classes::LEADS
            .and(Classes::SAYS)
            .and(Classes::THINKS)
            .and(Classes::AUXILIARY)
            .and(Classes::FINITE)
            .and(Classes::CONTRAST);
        let is_clause = |start: usize| {
            !self.units[start].class.has(hangs_on)
                && self.units[start..resumes]
                    .iter()
                    .any(|unit| unit.class.has(verbal) || is_subject(unit.class))
        };
        (first + 1..resumes).filter(parts).any(is_clause)
    }

    fn denied_after_cuts(
        &self,
        recorded: &Recorded<'_>,
        alignment: &Alignment,
    ) -> Vec<(usize, usize)> {
        let places = alignment.first..alignment.end;
        places.filter_map(|at| self.denied_after_cut(recorded, at)).collect()
    }

    /// What a cut swallows that governs the words after it: "They painted it [rather than] closing it".
    fn denied_after_cut(&self, recorded: &Recorded<'_>, resumes: usize) -> Option<(usize, usize)> {
        let last = resumes.checked_sub(1).filter(|at| self.swallowed.contains(at))?;
        if !self.is_kept(resumes) {
            return None;
        }
        // A cut that swallows a negation is told of already.
        let is_new =
            |at: &usize| self.swallowed.contains(at) && !self.units[*at].class.may_not_be_cut();
        let negation = negation_before(recorded, resumes).filter(is_new)?;
        Some((negation, last))
    }

    /// The units after the negation up to the end of its clause, at most so many.
    fn clause_after(&self, negation: usize, most: usize) -> impl Iterator<Item = usize> {
        (negation + 1..self.units.len())
            .take(most)
            .take_while(|at| self.units[*at].break_before < Break::Clause && !self.units[*at].cue)
    }
}
