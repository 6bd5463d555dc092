//! What stands around a part in its sentence, is left out, and gives the words another sense without denying them.

use crate::text::token::Kind;
use crate::text::words::Classes;

use super::cost::Sides;
use super::governs::negation_before;
use super::left_out::words;
use super::recorded::{Break, Unit};
use super::table::Alignment;
use super::{LeftOut, Why};

/// How far from the part a condition, or what disowns it, is looked for.
const FARTHEST: usize = 16;
/// How many words are shown of what stands after the part.
const MOST_SHOWN: usize = 12;
/// More words than this after a comma are more than a remark: "I think", "or so it seems".
const LONGEST_TAG: usize = 4;
/// More words than this between commas are no remark in the middle: "The bridge is safe, [he said], is what …".
const LONGEST_REMARK: usize = 5;

/// Conditions, contrasts, hedges and question marks around the part. A negation that governs it is a change, and none of
/// these.
pub(super) fn beside(sides: &Sides<'_>, alignment: &Alignment) -> Vec<LeftOut> {
    let around = Around { sides, units: &sides.recorded.units, alignment };
    let found = [around.before(), around.after(), around.question()];
    found.into_iter().flatten().collect()
}

struct Around<'a> {
    sides: &'a Sides<'a>,
    units: &'a [Unit],
    alignment: &'a Alignment,
}

impl Around<'_> {
    fn left_out(&self, first: usize, last: usize, why: Why) -> LeftOut {
        LeftOut { why, ..words(self.sides.recorded, first, last) }
    }

    fn before(&self) -> Option<LeftOut> {
        let first = self.alignment.first;
        let last = first.checked_sub(1)?;
        if self.units[last].cue {
            return self.condition_before_cue(first);
        }
        if !self.is_in_sentence(first) {
            return None;
        }
        if self.units[last].class.has(Classes::EXCEPT) {
            let start = self.negation_of_exceptive(last);
            return Some(self.left_out(start, last, Why::Contrast));
        }
        self.right_at(last)
            .or_else(|| self.condition_before().map(|(at, why)| self.left_out(at, last, why)))
            .or_else(|| self.hedge_before().map(|at| self.left_out(at, last, Why::Hedge)))
    }

    /// The condition that the part before the cue ends with: “If it holds,” she said, “[we go]”.
    fn condition_before_cue(&self, first: usize) -> Option<LeftOut> {
        let whole = self.sides.recorded.uninterrupted()?;
        let next = whole.places.iter().position(|at| *at >= first)?;
        let units = &whole.joined.units;
        let clause = (0..next).rev().take(FARTHEST);
        let mut clause = clause.take_while(|at| units[*at + 1].break_before == Break::None);
        let condition = clause.find(|at| units[*at].class.has(Classes::CONDITION))?;
        Some(self.left_out(whole.places[condition], whole.places[next - 1], Why::Condition))
    }

    fn after(&self) -> Option<LeftOut> {
        let end = self.alignment.end;
        if self.units.get(end).is_some_and(|unit| unit.cue) {
            return self.disowned_after_cue(end);
        }
        if !self.is_in_sentence(end) {
            return None;
        }
        self.right_at(end)
            .or_else(|| self.condition_after().map(|(at, why)| self.left_out(end, at, why)))
            .or_else(|| self.hedge_after().map(|at| self.left_out(end, at, Why::Hedge)))
    }

    /// A few words of doubt after a comma, which end the sentence: "The ship is lost, [I think]".
    fn hedge_after(&self) -> Option<usize> {
        let end = self.alignment.end;
        if self.units[end].break_before != Break::Phrase {
            return None;
        }
        let rest = end + 1..self.units.len();
        let tag = rest.take_while(|at| self.units[*at].break_before == Break::None);
        let last = tag.last().unwrap_or(end);
        let is_cue = self.units[last].cue;
        let doubts = (end..=last).any(|at| self.units[at].class.has(Classes::HEDGE));
        let is_tag = last - end < LONGEST_TAG
            && self.units.get(last + 1).is_none_or(|unit| unit.break_before >= Break::Clause);
        (is_tag && doubts && !is_cue).then_some(last)
    }

    /// What the speaker says of the words after the cue, and so does not say outright: “It is safe,” he said, “is what they want
    /// us to believe”.
    fn disowned_after_cue(&self, cue: usize) -> Option<LeftOut> {
        let whole = self.sides.recorded.uninterrupted()?;
        let next = whole.places.iter().position(|at| *at >= cue)?;
        let units = &whole.joined.units;
        let is_led_to = units[next].break_before == Break::None;
        (is_led_to && units[next].class.has(Classes::DISOWN)).then(|| {
            let clause = (next + 1..units.len()).take(MOST_SHOWN);
            let clause = clause.take_while(|at| units[*at].break_before < Break::Clause);
            let last = clause.last().unwrap_or(next);
            self.left_out(whole.places[next], whole.places[last], Why::Contrast)
        })
    }

    /// The word right beside the part, where it matters by itself.
    fn right_at(&self, at: usize) -> Option<LeftOut> {
        Some(words(self.sides.recorded, at, at))
            .filter(|left| !matches!(left.why, Why::Cut | Why::UnknownLanguage | Why::Negation))
    }

    /// The question mark of the sentence that the part is quoted from.
    fn question(&self) -> Option<LeftOut> {
        let sides = self.sides;
        let asks =
            sides.items.last().is_some_and(|item| sides.given.token(*item).kind == Kind::Question);
        let mut rest =
            (self.alignment.end..self.units.len()).take_while(|at| self.is_in_sentence(*at));
        let mark = rest.find(|at| self.units[*at].token.kind == Kind::Question);
        let mark = mark.filter(|_| !asks && self.alignment.end > 0)?;
        Some(self.left_out(mark, mark, Why::Question))
    }

    fn is_in_sentence(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.break_before < Break::Sentence)
    }

    /// A condition or a disowner before the part, in its clause or the one before it; one that denies is a change already.
    fn condition_before(&self) -> Option<(usize, Why)> {
        let mut breaks = 0;
        for at in (0..self.alignment.first).rev().take(FARTHEST) {
            match self.units[at + 1].break_before {
                Break::None => {}
                Break::Phrase => breaks += 1,
                Break::Clause | Break::Sentence => return None,
            }
            if breaks > 1 || self.units[at].cue {
                return None;
            }
            let class = self.units[at].class;
            if class.has(Classes::CONDITION) {
                return Some((at, Why::Condition));
            }
            if class.has(Classes::DISOWN) && breaks == 0 {
                if negation_before(self.sides.recorded, self.alignment.first).is_some() {
                    return None;
                }
                let is_phrase = |at: &usize| self.units[*at].class.has(Classes::DISOWN);
                let start = (0..=at).rev().take_while(is_phrase).last().unwrap_or(at);
                return Some((start, Why::Contrast));
            }
        }
        None
    }

    /// A condition or a disowner after the part, in its clause or the one after it.
    fn condition_after(&self) -> Option<(usize, Why)> {
        let end = self.alignment.end;
        let mut breaks = 0;
        for at in (end..self.units.len()).take(FARTHEST) {
            let unit = &self.units[at];
            // A remark in commas parts the words from what is said of them, and ends nothing.
            let closes_remark = at > end && at - end <= LONGEST_REMARK && breaks == 1;
            let is_said_of = closes_remark && unit.class.has(Classes::DISOWN);
            breaks += usize::from(unit.break_before == Break::Phrase && !is_said_of);
            if unit.break_before > Break::Phrase || breaks > 1 || unit.cue {
                return None;
            }
            let why = match unit.class {
                class if class.has(Classes::CONDITION) => Why::Condition,
                class if class.has(Classes::DISOWN) => Why::Contrast,
                _ => continue,
            };
            let clause = (at + 1..self.units.len())
                .take(MOST_SHOWN)
                .take_while(|next| self.units[*next].break_before == Break::None);
            return Some((clause.filter(|next| !self.units[*next].cue).last().unwrap_or(at), why));
        }
        None
    }

    /// A word of doubt before the part, only light words between.
    fn hedge_before(&self) -> Option<usize> {
        let between = Classes::LIGHT.and(Classes::LEADS);
        let mut at = self.alignment.first;
        while at > 0 && self.units[at].break_before == Break::None && !self.units[at - 1].cue {
            at -= 1;
            let class = self.units[at].class;
            if class.has(Classes::HEDGE) {
                return Some(at);
            }
            if !class.has(between) {
                return None;
            }
        }
        None
    }

    /// Where the negation stands that an exceptive makes an "only" of.
    fn negation_of_exceptive(&self, exceptive: usize) -> usize {
        let negates = |at: &usize| self.units[*at].class.has(Classes::NEGATION);
        let clause = (0..=exceptive).rev().take(FARTHEST);
        clause
            .take_while(|at| self.units[(*at + 1).min(exceptive)].break_before < Break::Clause)
            .find(negates)
            .unwrap_or(exceptive)
    }
}
