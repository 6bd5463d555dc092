//! Floor 3: a Markdown draft, read: its quotations and whom it credits with them, its citations and
//! its allowances.
//!
//! Markdown events become passages of prose, passages become quotations, and the sentences around a
//! quotation say whom it is credited to. Nothing here knows what is recorded.

mod allowance;
mod cast;
mod citation;
mod credit;
mod cue;
mod doubt;
mod frame;
mod fullname;
mod given;
mod governing;
mod inset;
mod label;
mod lexicon;
mod markup;
mod memory;
mod mention;
mod office;
mod page;
mod particle;
mod quotation;
mod scene;
mod sentence;
mod settle;
mod stage;
mod subject;
#[cfg(test)]
mod tests;
mod token;
mod utterance;
mod verb;
mod walk;
mod whom;
mod within;

pub use allowance::Allowance;
pub use cast::{KnownName, Who};
pub use citation::{Citation, Form};
pub use credit::{By, Credit, Ground, Place};
pub use page::{Page, Passage, Setting};
pub use quotation::{Class, Quotation};

use std::ops::Range;

use self::cast::Cast;
use self::cue::Cue;
use self::fullname::FullNames;
use self::lexicon::Lexicon;
use self::mention::Phrases;
use self::scene::Scene;
use crate::cores;
use crate::span::Span;

/// How a scene reads what stands beside a quotation: a byline, or an inset that tells who speaks.
type ReadBeside<'k> = fn(&mut Scene<'k>, usize, &scene::Passage<'_, '_>);

/// A draft, read.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Its prose.
    pub page: Page,
    /// Its quotations, in the order in which they open; a nested one follows the one that holds it.
    pub quotations: Vec<Quotation>,
    /// Its citations.
    pub citations: Vec<Citation>,
    /// Its allowances.
    pub allowances: Vec<Allowance>,
    /// Marks that open a quotation and that nothing closes: bytes of the draft.
    pub unclosed: Vec<Span>,
    /// Where an HTML comment opens that nothing closes, and hides all that follows: a byte of the draft.
    pub endless_comment: Option<usize>,
}

/// What a draft quotes, cites and allows, before the ledger's names are known: without credits, sentences and
/// classes.
pub fn skim(text: &str) -> Draft {
    let mut walk = walk::walk(text);
    let citations = citation::citations(&mut walk);
    let allowances = allowance::allowances(text, &walk);
    let (quotations, unclosed) = quotation::quotations(text, &walk.page);
    let endless_comment = walk.endless;
    Draft { page: walk.page, quotations, citations, allowances, unclosed, endless_comment }
}

/// Reads a Markdown draft; `names` are the sources of the ledger that it might name.
pub fn read(text: &str, names: &[KnownName<'_>]) -> Draft {
    skim(text).credited(names)
}

impl Draft {
    /// A draft that was skimmed, with whom it credits; `names` are the sources of the ledger that it might name.
    #[must_use]
    pub fn credited(mut self, names: &[KnownName<'_>]) -> Self {
        let sentences = credit(&self.page, &mut self.quotations, names);
        settle::place(&self.page, &sentences, &mut self.quotations, &mut self.citations);
        settle::cite(&self.page, &mut self.quotations, &self.citations);
        for quotation in &mut self.quotations {
            quotation.class = settle::class(quotation);
        }
        self
    }
}

/// Passages whose words are held at a time.
const BLOCK: usize = 2048;

/// Gives each quotation its credit, and returns the sentences of the page.
fn credit(page: &Page, quotations: &mut [Quotation], names: &[KnownName<'_>]) -> Vec<Span> {
    let main = Lexicon::of_draft(page.text());
    let cast = Cast::new(names);
    let full = FullNames::new(names);
    let capitals = capitals(page.text()).chain(cast.words()).collect();
    for number in within::excerpts(page, quotations, main, &capitals) {
        quotations[number].excerpt = true;
    }
    let held = stage::Stage::new(page, quotations, main);
    let mut scene = Scene::new(cast);
    let ending = |number: usize| held.ending(quotations, number);
    let worded = |number: &usize| {
        let words = &page.text()[page.passages()[*number].text.range()];
        let lexicon = Lexicon::of_passage(words, main);
        let tokens = full.join(page.text(), held.tokens(page, *number, lexicon)?);
        let sentences = sentence::sentences(&tokens, ending);
        let read = |sentence: &Range<usize>| {
            let (start, end) = (sentence.start, sentence.end);
            cue::cues(Phrases { tokens: &tokens, start, end, capitals: &capitals }, lexicon)
        };
        let cues: Vec<Vec<Cue>> = sentences.iter().map(read).collect();
        Some((lexicon, tokens, sentences, cues))
    };
    let numbers: Vec<usize> = (0..page.passages().len()).collect();
    let mut read = 0;
    for block in numbers.chunks(BLOCK) {
        // The words of one passage tell nothing of another's; who speaks does.
        for (lexicon, tokens, sentences, cues) in cores::each(block, worded).into_iter().flatten() {
            read += 1;
            let passage = scene::Passage {
                number: read,
                tokens: &tokens,
                sentences: &sentences,
                cues: &cues,
                lexicon,
                text: page.text(),
                capitals: &capitals,
            };
            scene.read(&passage, &ending);
        }
    }
    let bylines = quotations.iter().map(|quotation| quotation.byline).enumerate();
    let insets = quotations.iter().map(|quotation| quotation.inset).enumerate();
    let bylines = bylines.map(|beside| (beside, Scene::read_byline as ReadBeside<'_>));
    let insets = insets.map(|beside| (beside, Scene::read_inset as ReadBeside<'_>));
    for ((number, beside), read) in bylines.chain(insets) {
        let Some(beside) = beside else { continue };
        let tokens = full.join(page.text(), token::tokens(page.text(), beside, &[], main));
        let passage = scene::Passage {
            number: 0,
            tokens: &tokens,
            sentences: &[],
            cues: &[],
            lexicon: main,
            text: page.text(),
            capitals: &capitals,
        };
        read(&mut scene, number, &passage);
    }
    for number in 0..quotations.len() {
        scene.read_within(page, quotations, number, (main, &capitals));
    }
    for (number, quotation) in quotations.iter_mut().enumerate() {
        if let Some(credit) = scene.credits.remove(&number) {
            quotation.credit = credit;
        }
        quotation.continues = scene.continues.get(&number).copied();
    }
    scene.sentences
}

/// The words that a text writes with a capital behind a word without one: names, in most languages.
fn capitals(text: &str) -> impl Iterator<Item = &str> {
    let mut within = false;
    text.split(' ').filter_map(move |run| {
        let is_within = std::mem::replace(&mut within, run.ends_with(char::is_lowercase));
        let word = run.trim_matches(|letter: char| !letter.is_alphanumeric());
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        (is_within && bare.starts_with(char::is_uppercase)).then_some(bare)
    })
}
