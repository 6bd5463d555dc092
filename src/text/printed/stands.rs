//! Where words stand in a text: by the rarest of them, in all of the text or in a span of it.

use crate::span::Span;
use crate::text::fold::fold;
use crate::text::printed::{Case, Printed, Stand, holds};
use crate::text::token::Token;

impl Printed<'_> {
    /// Every place where these words stand, in order.
    pub fn find(&self, sought: &str, case: Case) -> Vec<Stand> {
        let stands = self.find_folded(sought, case);
        if stands.is_empty() { self.find_bytes(sought) } else { stands }
    }

    /// The first place where these words stand: what stands in every paragraph is not gathered for it.
    pub fn first(&self, sought: &str, case: Case) -> Option<Stand> {
        let folded = fold(sought, self.language);
        let first = self.agreeing_in(folded.tokens(), case, self.whole()).next();
        first.or_else(|| self.find_bytes(sought).into_iter().next())
    }

    /// Every place in a span where these words stand, in order.
    pub fn find_in(&self, span: Span, sought: &str, case: Case) -> Vec<Stand> {
        let near = self.folded_in(span, sought, case);
        if near.is_empty() { within(span, self.find(sought, case)) } else { near }
    }

    /// Whether these words stand between quotation marks.
    pub fn prints(&self, quote: &str) -> bool {
        let folded = fold(quote, self.language);
        let mut stands = self.agreeing_in(folded.tokens(), Case::Kept, self.whole());
        stands.any(|stand| self.is_marked(&stand)) || !self.in_marks(quote).is_empty()
    }

    /// Where these words stand between quotation marks.
    pub fn in_marks(&self, sought: &str) -> Vec<Stand> {
        let mut stands = self.find_folded(sought, Case::Kept);
        stands.retain(|stand| self.is_marked(stand));
        if stands.is_empty() {
            stands = self.find_bytes(sought);
            stands.retain(|stand| self.is_marked(stand));
        }
        stands
    }

    /// Where these words stand between quotation marks in a span.
    pub fn in_marks_in(&self, span: Span, sought: &str) -> Vec<Stand> {
        let mut near = self.folded_in(span, sought, Case::Kept);
        near.retain(|stand| self.is_marked(stand));
        if near.is_empty() { within(span, self.in_marks(sought)) } else { near }
    }

    fn is_marked(&self, stand: &Stand) -> bool {
        self.pair_around(stand.span).is_some()
    }

    const fn whole(&self) -> Span {
        Span::new(0, self.text.len())
    }

    /// Folding reads a mark by what stands around it, so that the end of a quote may fold otherwise
    /// than the same letters in the text; the same bytes are the same words all the same.
    fn find_bytes(&self, sought: &str) -> Vec<Stand> {
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let ends_word = |at: usize| {
            let (before, after) = self.text.split_at(at);
            !is_letter(before.chars().next_back()) || !is_letter(after.chars().next())
        };
        if sought.trim().is_empty() {
            return Vec::new();
        }
        let tokens = self.tokens();
        self.text
            .match_indices(sought)
            .map(|(at, _)| Span::new(at, at + sought.len()))
            .filter(|span| ends_word(span.start) && ends_word(span.end))
            .filter_map(|span| {
                let first = tokens.partition_point(|token| token.span.end <= span.start);
                let after = tokens.partition_point(|token| token.span.start < span.end);
                self.stand(first, after.checked_sub(first)?)
            })
            .collect()
    }

    fn find_folded(&self, sought: &str, case: Case) -> Vec<Stand> {
        self.folded_in(self.whole(), sought, case)
    }

    fn folded_in(&self, span: Span, sought: &str, case: Case) -> Vec<Stand> {
        let sought = fold(sought, self.language);
        self.agreeing_in(sought.tokens(), case, span).collect()
    }

    /// Every place in a span where these words stand, as they are asked for.
    fn agreeing_in<'s>(
        &'s self,
        sought: &'s [Token],
        case: Case,
        span: Span,
    ) -> impl Iterator<Item = Stand> + 's {
        let is_spoken = sought.iter().any(|word| word.kind.is_spoken());
        // The rarest word leaves the fewest places to look at. A mark that is not read aloud may stand
        // outside the span that the words stand in.
        let rarest = sought
            .iter()
            .enumerate()
            .filter(|(_, word)| word.kind.is_spoken() || !is_spoken)
            .map(|(at, word)| (at, self.positions_in(span, word)))
            .min_by_key(|(_, positions)| positions.len());
        let (offset, positions) = rarest.unwrap_or_default();
        positions
            .iter()
            .filter_map(move |at| at.checked_sub(offset))
            .filter(move |start| self.agreeing(*start, sought, case) == sought.len())
            .filter_map(|start| self.stand(start, sought.len()))
            .filter(move |stand| holds(span, stand.span))
    }

    /// Which words of a span have the form of this one.
    fn positions_in(&self, span: Span, word: &Token) -> &[usize] {
        let all = self.positions.get(&word.key).map_or(&[][..], Vec::as_slice);
        let from = all.partition_point(|at| self.tokens()[*at].span.start < span.start);
        let after = all.partition_point(|at| self.tokens()[*at].span.end <= span.end);
        all.get(from..after).unwrap_or_default()
    }

    /// How many of the sought words stand from word `start` on.
    pub(super) fn agreeing(&self, start: usize, sought: &[Token], case: Case) -> usize {
        let here = self.tokens().get(start..).unwrap_or_default();
        let same = |(word, sought): &(&Token, &Token)| match case {
            Case::Kept => word.text == sought.text,
            Case::Ignored => word.key == sought.key,
        };
        here.iter().zip(sought).take_while(same).count()
    }

    fn stand(&self, start: usize, length: usize) -> Option<Stand> {
        let here = &self.tokens()[start..start + length];
        let first = here.iter().position(|word| word.kind.is_spoken()).unwrap_or(0);
        let last = here.iter().rposition(|word| word.kind.is_spoken());
        let last = last.unwrap_or(length.checked_sub(1)?);
        Some(Stand {
            span: Span::new(here[first].span.start, here[last].span.end),
            words: start..=start + length - 1,
        })
    }
}

/// Those that stand in a span.
fn within(span: Span, mut stands: Vec<Stand>) -> Vec<Stand> {
    stands.retain(|stand| holds(span, stand.span));
    stands
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::span::Span;
    use crate::text::printed::{Case, Printed, holds};

    proptest! {
        #![proptest_config(crate::trial::with(500))]

        /// What is looked for in a part of a text is what is found there when all of it is looked through.
        #[test]
        fn a_part_is_looked_through_as_the_whole_is(
            text in "([Aa] |b|“|”|\\.|’|… |\n\n| ){0,30}",
            sought in "([Aab]|“|”|\\.|’|…| ){1,4}",
            from in 0_usize..40,
            length in 0_usize..40,
        ) {
            let edge = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            let part = Span::new(edge(from), edge(from + length));
            let printed = Printed::new(&text, Some("en"));
            let inside = |mut stands: Vec<_>| {
                stands.retain(|stand: &crate::text::printed::Stand| holds(part, stand.span));
                stands
            };
            for case in [Case::Kept, Case::Ignored] {
                let all = printed.find(&sought, case);
                prop_assert_eq!(printed.first(&sought, case), all.first().cloned());
                prop_assert_eq!(printed.find_in(part, &sought, case), inside(all));
            }
            let marked = printed.in_marks(&sought);
            prop_assert_eq!(printed.prints(&sought), !marked.is_empty());
            prop_assert_eq!(printed.in_marks_in(part, &sought), inside(marked));
        }
    }
}
