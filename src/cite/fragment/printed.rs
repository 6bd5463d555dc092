//! An article's saved text as a browser searches it: by words, without regard to case and accents.

use std::ops::Range;

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::cite::fragment::directive::{Directive, in_one_line};
use crate::ledger::Passage;
use crate::span::Span;
use crate::text::paragraph::paragraphs;

/// More words than this do not go into a link to tell a passage from one like it.
const MOST_CONTEXT: usize = 8;

/// An article's saved text, prepared for links to its passages.
#[derive(Debug)]
pub struct Printed<'t> {
    text: &'t str,
    paragraphs: Vec<Span>,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    /// Without case, accents and the shape of its apostrophe.
    key: CompactString,
    span: Span,
    paragraph: usize,
}

/// A directive as words of the text.
#[derive(Clone, Debug)]
struct Terms {
    prefix: Range<usize>,
    start: Range<usize>,
    end: Range<usize>,
    suffix: Range<usize>,
}

impl<'t> Printed<'t> {
    /// Prepares a saved text.
    pub fn new(text: &'t str) -> Self {
        let paragraphs = paragraphs(text);
        let words_of = |(paragraph, span): (usize, &Span)| {
            let from = span.start;
            text[span.range()].unicode_word_indices().map(move |(at, word)| Word {
                key: key(word),
                span: Span::new(from + at, from + at + word.len()),
                paragraph,
            })
        };
        let words = paragraphs.iter().enumerate().flat_map(words_of).collect();
        Self { text, paragraphs, words }
    }

    /// The shortest directive that leads to this passage and to no other; none where the text does not
    /// hold the passage, or nothing short tells it from another.
    pub(super) fn directive_to(&self, passage: &Passage) -> Option<Directive> {
        let paragraph = usize::try_from(passage.paragraph.get()).ok()?.checked_sub(1)?;
        let inside = *self.paragraphs.get(paragraph)?;
        let start = self.find(&passage.start, inside)?;
        let rest = Span::new(self.words[start.start].span.start, inside.end);
        let end = self.find(&passage.end, rest)?;
        let whole = start.start..end.end.max(start.end);
        let leads = |terms: &Terms| self.found_by(terms) == Some(whole.clone());
        let mut terms = (0..=MOST_CONTEXT).flat_map(|more| self.candidates(&start, &end, more));
        terms.find(leads).map(|terms| self.directive(&terms))
    }

    /// The words that these are, the first time that they stand in a span; parts of words count as
    /// the words.
    fn find(&self, sought: &str, inside: Span) -> Option<Range<usize>> {
        let first = self.words.partition_point(|word| word.span.start < inside.start);
        let after = self.words.partition_point(|word| word.span.start < inside.end);
        let covering = |at: usize| {
            let (from, to) = (inside.start + at, inside.start + at + sought.len());
            let start = self.words.partition_point(|word| word.span.end <= from);
            let end = self.words.partition_point(|word| word.span.start < to);
            (start < end && start >= first && end <= after).then_some((from, to, start..end))
        };
        let printed: Vec<_> = self.text[inside.range()]
            .match_indices(sought)
            .filter_map(|(at, _)| covering(at))
            .collect();
        let is_whole = |(from, to, words): &(usize, usize, Range<usize>)| {
            *from <= self.words[words.start].span.start && self.words[words.end - 1].span.end <= *to
        };
        if let Some((_, _, words)) = printed.iter().find(|found| is_whole(found)) {
            return Some(words.clone());
        }
        let keys: Vec<CompactString> = sought.unicode_words().map(key).collect();
        let mut alike = (first..after).filter(|at| !keys.is_empty() && at + keys.len() <= after);
        alike
            .find(|at| self.words[*at..at + keys.len()].iter().map(|word| &word.key).eq(&keys))
            .map(|at| at..at + keys.len())
            .or_else(|| printed.into_iter().next().map(|(_, _, words)| words))
    }

    /// Directives with so many more words than the passage's own: before it, of it, after it.
    fn candidates(&self, start: &Range<usize>, end: &Range<usize>, more: usize) -> Vec<Terms> {
        let whole = start.start..end.end.max(start.end);
        let longer = |by: usize| {
            let start = start.start..(start.end + by).min(whole.end);
            let end = end.start.saturating_sub(by).max(whole.start)..whole.end;
            // What a browser finds after the first words does not overlap with them.
            if start.end < end.start { (start, end) } else { (whole.clone(), 0..0) }
        };
        let before = self.before(whole.start, more);
        let after = self.after(whole.end, more);
        let terms = |prefix: &Range<usize>, by: usize, suffix: &Range<usize>| {
            let (start, end) = longer(by);
            Terms { prefix: prefix.clone(), start, end, suffix: suffix.clone() }
        };
        if more == 0 {
            return vec![terms(&(0..0), 0, &(0..0))];
        }
        vec![
            terms(&before, 0, &(0..0)),
            terms(&(0..0), more, &(0..0)),
            terms(&(0..0), 0, &after),
            terms(&before, 0, &after),
            terms(&before, more, &after),
        ]
    }

    /// At most so many words right before this one, all in one paragraph.
    fn before(&self, at: usize, most: usize) -> Range<usize> {
        let Some(last) = at.checked_sub(1) else { return 0..0 };
        let paragraph = self.words[last].paragraph;
        let first = self.words.partition_point(|word| word.paragraph < paragraph);
        at.saturating_sub(most).max(first)..at
    }

    /// At most so many words from this one on, all in one paragraph.
    fn after(&self, at: usize, most: usize) -> Range<usize> {
        let Some(next) = self.words.get(at) else { return 0..0 };
        let end = self.words.partition_point(|word| word.paragraph <= next.paragraph);
        at..(at + most).min(end)
    }

    /// The words that a browser finds: "find a range from a text directive" of the report, section 3.5,
    /// looser by the marks between words; so what is the first here is the first there.
    fn found_by(&self, terms: &Terms) -> Option<Range<usize>> {
        let first = if terms.prefix.is_empty() { &terms.start } else { &terms.prefix };
        for at in 0..self.words.len() {
            if !self.stands_at(first, at) {
                continue;
            }
            let start = at + terms.prefix.len();
            if !self.stands_at(&terms.start, start) {
                continue;
            }
            let ends_at = start + terms.start.len();
            if !terms.end.is_empty() {
                let is_end = |at: &usize| {
                    self.stands_at(&terms.end, *at)
                        && self.stands_at(&terms.suffix, at + terms.end.len())
                };
                let end = (ends_at..self.words.len()).find(is_end)?;
                return Some(start..end + terms.end.len());
            }
            if self.stands_at(&terms.suffix, ends_at) {
                return Some(start..ends_at);
            }
        }
        None
    }

    /// Whether words like these stand here, in one paragraph.
    fn stands_at(&self, sought: &Range<usize>, at: usize) -> bool {
        let Some(here) = self.words.get(at..at + sought.len()) else { return false };
        let same = here.iter().zip(&self.words[sought.clone()]).all(|(a, b)| a.key == b.key);
        let is_one_block = match here {
            [first, .., last] => first.paragraph == last.paragraph,
            _ => true,
        };
        same && is_one_block
    }

    /// The words as printed. Context reaches up to the passage, marks included; where it stands in
    /// another paragraph, the marks at the passage's own edge go with the passage, since a browser skips
    /// only white space between the two.
    fn directive(&self, terms: &Terms) -> Directive {
        let (first, last) = (terms.start.start, terms.start.end.max(terms.end.end) - 1);
        let (mut from, mut to) = (self.words[first].span.start, self.words[last].span.end);
        let prefix = terms.prefix.clone().next_back().map(|before| {
            let edge = self.paragraphs[self.words[before].paragraph].end;
            if edge < from {
                from = self.paragraphs[self.words[first].paragraph].start;
            }
            in_one_line(&self.text[self.words[terms.prefix.start].span.start..from.min(edge)])
        });
        let suffix = terms.suffix.clone().next().map(|after| {
            let edge = self.paragraphs[self.words[after].paragraph].start;
            if to < edge {
                to = self.paragraphs[self.words[last].paragraph].end;
            }
            in_one_line(&self.text[to.max(edge)..self.words[terms.suffix.end - 1].span.end])
        });
        let shown = |from: usize, to: usize| in_one_line(&self.text[from..to]);
        if terms.end.is_empty() {
            return Directive { prefix, start: shown(from, to), end: None, suffix };
        }
        let start = shown(from, self.words[terms.start.end - 1].span.end);
        let end = Some(shown(self.words[terms.end.start].span.start, to));
        Directive { prefix, start, end, suffix }
    }
}

/// A word as a browser compares it: the first level of the Unicode collation, which knows neither case
/// nor accents, and every apostrophe alike.
fn key(word: &str) -> CompactString {
    word.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == '’' { '\'' } else { letter })
        .collect()
}
