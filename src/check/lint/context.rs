//! The words around a place in a draft, as a reader takes them in.

use std::cell::{OnceCell, RefCell};
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use crate::draft::{Draft, Quotation, Setting};
use crate::ledger::{Source, SourceKind};
use crate::span::Span;
use crate::text::plain::each_word;

/// The passages and sentences around a place.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The draft's Markdown.
    pub text: &'a str,
    /// The draft.
    pub draft: &'a Draft,
    /// Its passages, as bytes of the draft, in order.
    passages: Vec<Span>,
    /// What its footnotes say.
    notes: Told,
    /// The paragraphs that were asked for last: quotations follow each other, and a paragraph may hold many.
    near: RefCell<Option<(Range<usize>, Rc<Told>)>>,
    /// Its outermost quotations, in order.
    outermost: Vec<Span>,
    /// The passages that are quotations and marks alone, by their numbers.
    only_quotations: HashSet<usize>,
    /// The quotations that another one goes on from, by their numbers.
    continued: HashSet<usize>,
}

impl<'a> Context<'a> {
    /// The context of a draft that was read.
    pub fn new(text: &'a str, draft: &'a Draft) -> Self {
        let all = draft.page.passages().iter();
        let all = all.map(|passage| (passage.setting, draft.page.in_draft(passage.text)));
        let words = |span: Span| text.get(span.range()).unwrap_or_default();
        let is_note = |(setting, _): &(Setting, Span)| *setting == Setting::Footnote;
        let mut outermost: Vec<Span> = Vec::new();
        for quotation in &draft.quotations {
            if outermost.last().is_none_or(|last| last.end <= quotation.outer.start) {
                outermost.push(quotation.outer);
            }
        }
        let mut context = Self {
            text,
            draft,
            passages: all.clone().map(|(_, span)| span).collect(),
            notes: Told::new(all.filter(is_note).map(|(_, span)| words(span))),
            near: RefCell::default(),
            outermost,
            only_quotations: HashSet::new(),
            continued: draft.quotations.iter().filter_map(|one| one.continues).collect(),
        };
        // Each passage is read once: many quotations may stand in one.
        let numbered = context.passages.iter().enumerate();
        let says_nothing =
            |span: &Span| !context.outside_quotations(*span).chars().any(char::is_alphanumeric);
        let silent = numbered.filter(|(_, span)| says_nothing(span)).map(|(number, _)| number);
        context.only_quotations = silent.collect();
        context
    }

    fn words(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The passages that a place stands in, by their numbers.
    fn here(&self, place: Span) -> std::ops::Range<usize> {
        let first = self.passages.partition_point(|span| span.end <= place.start);
        let after = self.passages.partition_point(|span| span.start < place.end);
        first..after.max(first)
    }

    /// The bytes of all passages that a place stands in, the place itself included.
    pub fn passages_around(&self, place: Span) -> Span {
        let here = &self.passages[self.here(place)];
        let start = here.first().map_or(place.start, |first| first.start.min(place.start));
        Span::new(start, here.last().map_or(place.end, |last| last.end.max(place.end)))
    }

    /// The quotations that a place touches.
    fn quotations(&self, place: Span) -> &[Span] {
        let first = self.outermost.partition_point(|outer| outer.end <= place.start);
        let after = self.outermost.partition_point(|outer| outer.start < place.end);
        &self.outermost[first..after.max(first)]
    }

    /// Whether a quotation stands in a place, or the other way round.
    pub fn has_quotation(&self, place: Span) -> bool {
        !self.quotations(place).is_empty()
    }

    /// The paragraph that a place stands in, those before and after it, and all footnotes: where a reader
    /// expects to be told about it.
    pub fn around(&self, place: Span) -> Around<'_> {
        let here = self.here(place);
        let near = here.start.saturating_sub(1)..(here.end + 1).min(self.passages.len());
        let mut kept = self.near.borrow_mut();
        let known = kept.as_ref().filter(|(known, _)| *known == near).map(|(_, told)| told);
        let told = known.cloned().unwrap_or_else(|| {
            let words = self.passages[near.clone()].iter().map(|span| self.words(*span));
            Rc::new(Told::new(words))
        });
        *kept = Some((near, Rc::clone(&told)));
        Around { near: told, notes: &self.notes }
    }

    /// A sentence around a place, as far as a sentence is read: one without an end costs no more than others.
    pub fn sentence_at(&self, sentence: Span, place: Span) -> Span {
        const FAR: usize = 2_000;
        let mut start = sentence.start.max(place.start.saturating_sub(FAR)).min(place.start);
        let mut end = sentence.end.min(place.end + FAR).max(place.end).min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        Span::new(start, end)
    }

    /// The paragraphs that a place stands in, and the footnote of this label: what a reader takes for said of it.
    pub fn told_with(&self, place: Span, label: &str) -> String {
        let start = format!("[^{label}]:");
        let is_note = |span: &&Span| self.text[..span.start].trim_end().ends_with(&start);
        let note = self.passages.iter().filter(is_note);
        let here = self.passages[self.here(place)].iter();
        here.chain(note).map(|span| self.words(*span)).collect::<Vec<_>>().join("\n").to_lowercase()
    }

    /// Whether a place lies within one paragraph.
    pub fn is_one_paragraph(&self, place: Span) -> bool {
        self.here(place).len() == 1
    }

    /// Whether a quotation is all that its paragraph says, and no line before it leads to it.
    pub fn stands_alone(&self, quotation: &Quotation) -> bool {
        let here = self.here(quotation.outer);
        let leads = here.start.checked_sub(1).map(|before| self.words(self.passages[before]));
        // A dash opens a turn of a dialogue, whose speakers are told at its beginning.
        let is_turn = |span: &Span| {
            self.words(Span::new(span.start, quotation.outer.start.max(span.start)))
                .trim_start()
                .starts_with(['—', '–', '―'])
        };
        here.clone().all(|number| {
            self.only_quotations.contains(&number) && !is_turn(&self.passages[number])
        }) && !leads.is_some_and(|words| words.trim_end().ends_with([':', ',', '—', '–']))
    }

    /// The writer's own words in the sentence around a quotation.
    pub fn beside(&self, quotation: &Quotation) -> String {
        self.own_words(self.sentence_at(quotation.sentence, quotation.outer))
    }

    /// The writer's own words in a span: not those of quotations, labels of citations, targets of links and HTML.
    pub fn own_words(&self, span: Span) -> String {
        let cited = &self.draft.citations;
        let first = cited.partition_point(|citation| citation.span.start < span.start);
        let after = cited.partition_point(|citation| citation.span.start < span.end);
        let labels = cited[first..after.max(first)].iter().map(|citation| citation.span);
        let mut holes: Vec<Span> = self.quotations(span).iter().copied().chain(labels).collect();
        holes.sort_by_key(|hole| hole.start);
        let mut said = String::new();
        let mut at = span.start;
        for hole in holes {
            said.push_str(self.words(Span::new(at, hole.start.max(at))));
            said.push(' ');
            at = at.max(hole.end.min(span.end));
        }
        said.push_str(self.words(Span::new(at, span.end)));
        without_targets(&said)
    }

    /// Whether another quotation goes on from the one of this number.
    pub fn is_continued(&self, number: usize) -> bool {
        self.continued.contains(&number)
    }

    /// The words of a span without those of the quotations in it, in lower case.
    pub fn outside_quotations(&self, span: Span) -> String {
        let mut said = String::new();
        let mut at = span.start;
        for outer in self.quotations(span) {
            said.push_str(self.words(Span::new(at, outer.start.max(at))));
            said.push(' ');
            at = outer.end.min(span.end);
        }
        said.push_str(self.words(Span::new(at, span.end)));
        said.to_lowercase()
    }
}

/// A text in Markdown without the targets of its links and its HTML.
fn without_targets(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', ']']) {
        let (before, from) = rest.split_at(at);
        let closes = if from.starts_with("](") { ')' } else { '>' };
        let is_word = |letter: char| letter.is_alphabetic() || matches!(letter, '/' | '!');
        let opens = from.starts_with("](")
            || from[1..].starts_with(is_word) && closes == '>' && from.starts_with('<');
        let end = from.find(closes).filter(|_| opens);
        kept.push_str(before);
        if end.is_none() {
            kept.push_str(&from[..1]);
        }
        rest = &from[end.unwrap_or_default() + 1..];
    }
    kept.push_str(rest);
    kept
}

/// Whether a text holds one of these words or beginnings of words, all in lower case.
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        text.match_indices(word)
            .any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
    })
}

/// Shorter words of a name tell nobody, where they are not written as a name.
const TELLING: usize = 4;

/// What some paragraphs say.
#[derive(Clone, Debug)]
struct Told {
    /// Their words, folded as names are.
    words: HashSet<String>,
    /// The short ones that begin with a capital, as they stand: a surname may be as short as any word.
    short_names: HashSet<String>,
    /// All of it in lower case.
    lower: String,
    /// Whether it tells that words are a translation, once that was asked.
    translates: OnceCell<bool>,
}

impl Told {
    fn new<'w>(paragraphs: impl Iterator<Item = &'w str>) -> Self {
        let text = paragraphs.collect::<Vec<_>>().join("\n");
        let mut words = HashSet::new();
        each_word(&text, &mut |word| {
            if !words.contains(word) {
                words.insert(word.to_owned());
            }
        });
        let runs = text.split(|letter: char| !letter.is_alphanumeric());
        let is_short_name =
            |run: &&str| run.starts_with(char::is_uppercase) && run.chars().count() < TELLING;
        let short_names = runs.filter(is_short_name).map(str::to_owned).collect();
        Self { words, short_names, lower: text.to_lowercase(), translates: OnceCell::new() }
    }
}

/// The paragraphs around a place, and all footnotes.
#[derive(Clone, Debug)]
pub struct Around<'c> {
    near: Rc<Told>,
    notes: &'c Told,
}

impl Around<'_> {
    /// Whether a telling word of one of a source's names stands there.
    pub fn names(&self, source: &Source) -> bool {
        let mut found = false;
        for name in std::iter::once(&source.name).chain(&source.aliases) {
            let is_short = name.chars().count() < TELLING;
            each_word(name, &mut |word| {
                let is_there = || self.near.words.contains(word) || self.notes.words.contains(word);
                found |= (is_short || word.chars().count() >= TELLING) && is_there();
            });
            found |= source.kind == SourceKind::Person && self.has_short_surname(name);
        }
        found
    }

    /// Whether the surname of a person's name is short and stands there, written as a name.
    fn has_short_surname(&self, name: &str) -> bool {
        /// Shorter ones are an initial.
        const SHORTEST: usize = 2;
        let last = name.split_whitespace().next_back().unwrap_or_default();
        last.chars().count() >= SHORTEST
            && [&*self.near, self.notes].iter().any(|told| told.short_names.contains(last))
    }

    /// Whether it is told there that words are a translation, which `discloses` tells of a text in lower case.
    pub fn translates(&self, discloses: fn(&str) -> bool) -> bool {
        let tells = |told: &Told| *told.translates.get_or_init(|| discloses(&told.lower));
        tells(&self.near) || tells(self.notes)
    }
}
