//! HTML on the walk: what its tags make of the words between them.

use super::super::markup::{Effect, Part, effect, name};
use super::super::page::Setting;
use super::{Comment, Walker};
use crate::span::Span;

impl Walker<'_> {
    pub(super) fn read_html(&mut self, piece: Span) {
        for part in self.markup.read(self.draft, piece) {
            let is_shown = self.silent == 0 && self.hidden.is_empty();
            match part {
                Part::Comment(span) => {
                    let is_holder =
                        |(setting, _): &&(Setting, Span)| *setting != Setting::Paragraph;
                    let holder = self.open.iter().rev().find(is_holder).map(|(_, range)| *range);
                    let before = self.found.page.passages.len();
                    self.found.comments.push(Comment { span, before, holder });
                }
                Part::Tag(tag, span) => self.take_tag(tag, span),
                Part::Words(span) if is_shown => self.add_words(span),
                Part::Letter(letter, span) if is_shown => {
                    self.add(letter.encode_utf8(&mut [0; 4]), span, false);
                }
                Part::Words(_) | Part::Letter(..) => {}
            }
        }
    }

    /// Adds the words of HTML; no passage begins with the white space between its tags.
    fn add_words(&mut self, span: Span) {
        let words = &self.draft[span.range()];
        let is_new = self.begun.is_none_or(|(start, _)| start == self.found.page.text.len());
        let words = if is_new { words.trim_start() } else { words };
        if !words.is_empty() {
            self.add(words, Span::new(span.end - words.len(), span.end), true);
        }
    }

    fn take_tag(&mut self, tag: &str, span: Span) {
        let (name, closes) = name(tag);
        if let Some(hidden) = self.hidden.last() {
            if closes && *hidden == name {
                self.hidden.pop();
            }
            return;
        }
        if self.silent > 0 {
            return;
        }
        match (effect(&name), closes) {
            (Effect::Parts | Effect::Heading | Effect::Item | Effect::Cell, true)
            | (Effect::Parts, false) => self.end_passage(),
            (Effect::Heading, false) => self.begin(Setting::Heading),
            (Effect::Item, false) => self.begin(Setting::Item),
            (Effect::Cell, false) => self.begin(Setting::Cell),
            (Effect::Breaks, _) => self.add(" ", span, false),
            (Effect::Shows, _) => self.add_no_word("", span),
            (Effect::Hides(_), _) if tag.ends_with('/') => {}
            (Effect::Hides(is_seen), false) => {
                if is_seen {
                    self.add_no_word("…", span);
                }
                self.hidden.push(name);
            }
            (Effect::Quotes, closes) => self.add(if closes { "”" } else { "“" }, span, false),
            (Effect::Raises, false) => self.raised = Some((self.found.page.text.len(), span.end)),
            (Effect::Raises, true) => self.lower(span.start),
            (Effect::Hides(_), true) | (Effect::Nothing, _) => {}
        }
    }

    /// Ends raised words: the mark of a note is no word, and digits become an exponent.
    fn lower(&mut self, end: usize) {
        let Some((at, start)) = self.raised.take() else { return };
        let page = &mut self.found.page;
        let is_here = self.begun.is_some_and(|(begun, _)| begun <= at);
        let Some(raised) = page.text.get(at..).filter(|_| is_here) else { return };
        let is_note = |letter: char| letter.is_ascii_digit() || "*†‡§[](), ".contains(letter);
        if !raised.chars().all(is_note) {
            return;
        }
        let exponent = exponent(&page.text[..at], raised);
        page.cut(at);
        if let Some(exponent) = exponent {
            page.push(&exponent, Span::new(start, end), false);
        }
    }

    /// Ends what HTML has open: its block or its paragraph is over.
    pub(super) fn end_html(&mut self) {
        self.hidden.clear();
        self.raised = None;
        if let Some(start) = self.markup.finish().filter(|at| !self.draft[*at..].contains("-->")) {
            self.found.endless = self.found.endless.or(Some(start));
        }
    }

    /// Whether what begins here goes on with the words that HTML ended in the line before.
    pub(super) fn goes_on(&mut self, start: usize) -> bool {
        let between = self.loose.take().and_then(|end| self.draft.get(end..start));
        self.begun.is_some() && between.is_some_and(|between| !between.contains('\n'))
    }
}

/// Digits raised behind a digit or behind a short sign of a unit: `10²`, `m²`; behind a word they are a note's mark.
fn exponent(before: &str, raised: &str) -> Option<String> {
    const UNIT: usize = 2;
    let raised: Option<String> = raised.chars().map(superscript).collect();
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_number = word.ends_with(|letter: char| letter.is_numeric());
    let is_unit = !word.is_empty() && word.chars().count() <= UNIT;
    raised.filter(|_| is_number || is_unit)
}

fn superscript(digit: char) -> Option<char> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok())?;
    RAISED.get(digit).copied()
}
