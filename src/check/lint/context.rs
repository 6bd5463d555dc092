//! The words around a place in a draft, as a reader takes them in.

use std::collections::HashSet;

use crate::draft::{Draft, Quotation, Setting};
use crate::ledger::Source;
use crate::ledger::name::each_word;
use crate::span::Span;

/// The passages and sentences around a place.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The draft's Markdown.
    pub text: &'a str,
    /// The draft.
    pub draft: &'a Draft,
}

impl<'a> Context<'a> {
    /// The passages, as bytes of the draft.
    fn passages(self) -> impl DoubleEndedIterator<Item = (Setting, Span)> + 'a {
        let page = &self.draft.page;
        page.passages().iter().map(|passage| (passage.setting, page.in_draft(passage.text)))
    }

    fn words(self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The paragraph that a place stands in, those before and after it, and all footnotes: where a reader
    /// expects to be told about it.
    pub fn around(self, place: Span) -> String {
        let passages: Vec<(Setting, Span)> = self.passages().collect();
        let first = passages.partition_point(|(_, span)| span.end <= place.start);
        let after = passages.partition_point(|(_, span)| span.start < place.end);
        let near = first.saturating_sub(1)..(after + 1).min(passages.len());
        let told = passages
            .iter()
            .enumerate()
            .filter(|(at, (setting, _))| near.contains(at) || *setting == Setting::Footnote);
        told.map(|(_, (_, span))| self.words(*span)).collect::<Vec<_>>().join("\n")
    }

    /// Whether a quotation is all that its paragraph says, and no line before it leads to it.
    pub fn stands_alone(self, quotation: &Quotation) -> bool {
        let passages: Vec<(Setting, Span)> = self.passages().collect();
        let outer = quotation.outer;
        let first = passages.partition_point(|(_, span)| span.end <= outer.start);
        let after = passages.partition_point(|(_, span)| span.start < outer.end);
        let Some(here) = passages.get(first..after.max(first)) else { return false };
        let says_nothing =
            |span: Span| !self.outside_quotations(span).chars().any(char::is_alphanumeric);
        let leads = first.checked_sub(1).map(|before| self.words(passages[before].1).trim_end());
        here.iter().all(|(_, span)| says_nothing(*span))
            && !leads.is_some_and(|words| words.ends_with([':', ',', '—', '–']))
    }

    /// The words of a span without those of the quotations in it, in lower case.
    pub fn outside_quotations(self, span: Span) -> String {
        let mut said = String::new();
        let mut at = span.start;
        for quotation in self.draft.quotations.iter().filter(|quotation| quotation.depth == 0) {
            let outer = quotation.outer;
            if outer.end <= at || outer.start >= span.end {
                continue;
            }
            said.push_str(self.words(Span::new(at, outer.start.max(at))));
            said.push(' ');
            at = outer.end.min(span.end);
        }
        said.push_str(self.words(Span::new(at, span.end)));
        said.to_lowercase()
    }
}

/// Whether a text holds one of these words or beginnings of words, all in lower case.
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        text.match_indices(word)
            .any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
    })
}

/// Shorter words of a name tell nobody.
const TELLING: usize = 4;

/// Whether words hold a telling word of one of a source's names.
pub fn is_named(source: &Source, words: &str) -> bool {
    let mut there = HashSet::new();
    each_word(words, &mut |word| {
        there.insert(word.to_owned());
    });
    let mut found = false;
    for name in std::iter::once(&source.name).chain(&source.aliases) {
        let is_short = name.chars().count() < TELLING;
        each_word(name, &mut |word| {
            found |= (is_short || word.chars().count() >= TELLING) && there.contains(word);
        });
    }
    found
}
