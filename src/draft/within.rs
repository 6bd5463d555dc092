//! Quotations that stand in others: in an excerpt, which credits its own, and in words that lead to them.

use std::collections::HashSet;

use super::cue::{Reader, cues};
use super::governing::cue_of;
use super::lexicon::Lexicon;
use super::mention::{Mention, Phrases};
use super::page::Page;
use super::quotation::Quotation;
use super::scene::{Passage, Scene};
use super::sentence::sentences;
use super::token::{Kind, tokens};
use crate::span::Span;

/// Who tells of themselves what they said credits nobody else.
const MYSELF: [&str; 9] = ["i", "we", "ich", "wir", "je", "nous", "io", "noi", "yo"];

/// The numbers of the quotations that stand in this one and in no other in it.
fn children(quotations: &[Quotation], number: usize) -> Vec<(usize, Span)> {
    let outer = &quotations[number];
    let after = quotations.iter().enumerate().skip(number + 1);
    let inside = after.take_while(|(_, one)| one.outer.start < outer.outer.end);
    let inside = inside.filter(|(_, one)| one.depth == outer.depth + 1 && !one.block);
    inside.map(|(number, one)| (number, one.place)).collect()
}

/// The block quotations that are excerpts: they hold words in marks and say themselves who speaks them.
pub(super) fn excerpts(
    page: &Page,
    quotations: &[Quotation],
    main: &'static Lexicon,
    capitals: &HashSet<&str>,
) -> HashSet<usize> {
    let blocks = quotations.iter().enumerate().filter(|(_, quotation)| quotation.block);
    let is_excerpt = |&(number, block): &(usize, &Quotation)| {
        let inside = children(quotations, number);
        let (first, last) = block.passages;
        !inside.is_empty()
            && page.passages[first..=last].iter().any(|passage| {
                let here = |(_, place): &&(usize, Span)| {
                    passage.text.start <= place.start && place.end <= passage.text.end
                };
                let quotes: Vec<_> = inside.iter().filter(here).copied().collect();
                !quotes.is_empty()
                    && credits(page, passage.text, &quotes, quotations, main, capitals)
            })
    };
    blocks.filter(is_excerpt).map(|(number, _)| number).collect()
}

/// Whether a passage credits somebody with the quotations in it.
fn credits(
    page: &Page,
    stretch: Span,
    quotes: &[(usize, Span)],
    quotations: &[Quotation],
    main: &'static Lexicon,
    capitals: &HashSet<&str>,
) -> bool {
    let lexicon = Lexicon::of_passage(&page.text()[stretch.range()], main);
    let tokens = tokens(page.text(), stretch, quotes, lexicon);
    let sentences = sentences(&tokens, |number| quotations[number].ending());
    sentences.into_iter().any(|sentence| {
        let (start, end) = (sentence.start, sentence.end);
        let phrases = Phrases { tokens: &tokens, start, end, capitals };
        let has_quote = (start..end).any(|at| matches!(phrases.kind(at), Some(Kind::Quote(_))));
        let is_other = |at: usize| {
            !MYSELF.contains(&tokens[at.min(tokens.len() - 1)].text.to_lowercase().as_str())
        };
        has_quote && cues(phrases, lexicon).iter().any(|cue| is_other(cue.speaker.start()))
    })
}

impl Scene<'_> {
    /// Credits the quotations in another one where its words name who speaks them: `“Ito told me, ‘…’”`.
    pub fn read_within(
        &mut self,
        page: &Page,
        quotations: &[Quotation],
        number: usize,
        (main, capitals): (&'static Lexicon, &HashSet<&str>),
    ) {
        let quotes = children(quotations, number);
        if quotes.is_empty() || quotations[number].block {
            return;
        }
        let place = quotations[number].place;
        let words = &page.text()[place.range()];
        let mark = |letter: Option<char>| letter.map_or(0, char::len_utf8);
        let (opens, closes) = (mark(words.chars().next()), mark(words.chars().next_back()));
        let stretch = Span::new(place.start + opens, place.end - closes);
        let lexicon = Lexicon::of_passage(words, main);
        let tokens = tokens(page.text(), stretch, &quotes, lexicon);
        let ending = |quote: usize| quotations[quote].ending();
        for sentence in sentences(&tokens, ending) {
            let (start, end) = (sentence.start, sentence.end);
            let phrases = Phrases { tokens: &tokens, start, end, capitals };
            let reader = Reader { phrases, lexicon };
            let cues = cues(phrases, lexicon);
            let passage = Passage {
                number: 0,
                tokens: &tokens,
                sentences: &[],
                cues: &[],
                lexicon,
                text: page.text(),
                capitals,
            };
            for at in sentence {
                let Some(Kind::Quote(quote)) = phrases.kind(at) else { continue };
                let Some((cue, true)) = cue_of(&reader, &cues, at, ending(quote)) else { continue };
                let speaker = cues[cue].speaker;
                // Whom a pronoun stands for there is the speaker's to know.
                if matches!(speaker, Mention::Name(..)) {
                    let credit = self.memory.speaker(&passage, phrases, speaker);
                    self.credits.insert(quote, credit);
                }
            }
        }
    }
}
