//! Which quotations each passage holds; a block quotation stands in the sentence that leads to it or goes on after it.

use std::collections::HashSet;

use super::lexicon::{Lexicon, Traits};
use super::page::{Page, Setting};
use super::quotation::Quotation;
use super::sentence::leads_to_cue;
use super::token::{self, Kind, Token};
use crate::span::Span;

/// The outermost quotations of each passage.
#[derive(Debug)]
pub(super) struct Stage {
    inside: Vec<Vec<(usize, Span)>>,
    /// Block quotations that the passage goes on from, or leads to.
    above: Vec<Option<usize>>,
    below: Vec<Option<usize>>,
    /// The blocks that a passage goes on from.
    led: HashSet<usize>,
    /// The blocks that are read as running text, since they say themselves who speaks.
    excerpts: HashSet<usize>,
    /// The language of the draft.
    main: &'static Lexicon,
}

impl Stage {
    pub fn new(page: &Page, quotations: &[Quotation], main: &'static Lexicon) -> Self {
        let count = page.passages().len();
        let mut stage = Self {
            inside: vec![Vec::new(); count],
            above: vec![None; count],
            below: vec![None; count],
            led: HashSet::new(),
            excerpts: HashSet::new(),
            main,
        };
        for (number, quotation) in quotations.iter().enumerate() {
            let block = page.passages()[quotation.passages.0].block;
            if quotation.block {
                stage.set_block(page, number, quotation);
                stage.excerpts.extend(block.filter(|_| quotation.excerpt));
            } else if quotation.depth == 0
                || quotation.depth == 1 && block.is_some_and(|at| stage.excerpts.contains(&at))
            {
                stage.set_marked(page, number, quotation);
            }
        }
        stage
    }

    fn set_marked(&mut self, page: &Page, number: usize, quotation: &Quotation) {
        for passage in quotation.passages.0..=quotation.passages.1 {
            let text = page.passages()[passage].text;
            let start = quotation.place.start.max(text.start);
            let end = quotation.place.end.min(text.end);
            self.inside[passage].push((number, Span::new(start, end)));
        }
    }

    fn set_block(&mut self, page: &Page, number: usize, quotation: &Quotation) {
        let running = |at: &usize| {
            page.passages().get(*at).is_some_and(|passage| {
                passage.block.is_none() && passage.setting != Setting::Heading
            })
        };
        let words = |at: usize| page.text()[page.passages()[at].text.range()].trim();
        let before = quotation.passages.0.checked_sub(1).filter(running);
        let after = Some(quotation.passages.1 + 1).filter(running);
        let leads = before.is_some_and(|at| words(at).ends_with([':', '：']));
        let is_ended = matches!(quotation.ending(), Some('.' | '!' | '?' | '…'));
        let cue = after.filter(|_| !leads).and_then(|at| self.first_cue(page, at));
        // Who begins to tell something else credits nothing; and whoever spoke before is not said to go on.
        if is_ended && cue == Some(Telling::More) {
            return;
        }
        let goes_on = after.filter(|at| {
            let starts_low = words(*at).starts_with(char::is_lowercase);
            starts_low || quotation.ending() == Some(',') || cue.is_some()
        });
        match (before, goes_on) {
            (_, Some(after)) if !leads => {
                self.above[after] = Some(number);
                self.led.insert(number);
            }
            (Some(before), _) => self.below[before] = Some(number),
            _ => {}
        }
    }

    /// How much a paragraph tells that begins with somebody who says something.
    fn first_cue(&self, page: &Page, at: usize) -> Option<Telling> {
        let text = page.passages()[at].text;
        let lexicon = Lexicon::of_passage(&page.text()[text.range()], self.main);
        let tokens = token::tokens(page.text(), text, &[], lexicon);
        leads_to_cue(&tokens)
            .then(|| if is_bare_cue(&tokens) { Telling::Nothing } else { Telling::More })
    }

    /// The last letter of a quotation's words; a block that the sentence goes on from ends nothing.
    pub fn ending(&self, quotations: &[Quotation], number: usize) -> Option<char> {
        if self.led.contains(&number) { Some(',') } else { quotations[number].ending() }
    }

    /// The tokens of a passage with its quotations; nothing of a block quotation's own.
    pub fn tokens<'t>(
        &self,
        page: &'t Page,
        number: usize,
        lexicon: &Lexicon,
    ) -> Option<Vec<Token<'t>>> {
        let passage = page.passages()[number];
        if passage.block.is_some_and(|block| !self.excerpts.contains(&block)) {
            return None;
        }
        let edge = |at: usize| Span::new(at, at);
        let mut quotes = Vec::with_capacity(self.inside[number].len() + 2);
        quotes.extend(self.above[number].map(|block| (block, edge(passage.text.start))));
        quotes.extend_from_slice(&self.inside[number]);
        quotes.extend(self.below[number].map(|block| (block, edge(passage.text.end))));
        Some(token::tokens(page.text(), passage.text, &quotes, lexicon))
    }
}

/// What somebody is said to say who begins the paragraph after a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Telling {
    /// Nothing: it must be the block.
    Nothing,
    /// Something of its own: `Ito said she had read it.`
    More,
}

/// Whether a text begins with a sentence that only says who says, to whom, where and when: `Mei Ito told the
/// council on Monday.`
fn is_bare_cue(tokens: &[Token<'_>]) -> bool {
    let clause = Traits::BE.and(Traits::AUXILIARY).and(Traits::CONJUNCTION).and(Traits::RELATIVE);
    let ends = |token: &&Token<'_>| matches!(token.kind, Kind::Stop);
    let first = tokens.iter().take_while(|token| !ends(token));
    let said: Vec<&Token<'_>> = first.collect();
    let Some(verb) = said.iter().position(|token| !token.capital && token.is(Traits::SAY)) else {
        return false;
    };
    let subject = |token: &&Token<'_>| token.is(Traits::HE.and(Traits::SHE).and(Traits::THEY));
    let after = &said[verb + 1..];
    let is_other = |token: &&Token<'_>| {
        token.is(clause) || token.is(Traits::SAY) || matches!(token.kind, Kind::Colon | Kind::Other)
    };
    !said[..verb].iter().any(|token| token.is(clause))
        && !after.iter().copied().any(|token| is_other(&token) || subject(&token))
}
