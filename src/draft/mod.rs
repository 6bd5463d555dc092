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
mod lexicon;
mod mention;
mod page;
mod quotation;
mod scene;
mod sentence;
mod token;
mod walk;

pub use allowance::Allowance;
pub use cast::{KnownName, Who};
pub use citation::{Citation, Form};
pub use credit::{By, Credit, Ground, Place};
pub use page::{Page, Passage, Setting};
pub use quotation::{Class, Quotation};

use self::cast::Cast;
use self::lexicon::Lexicon;
use self::scene::Scene;
use crate::span::Span;

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
}

/// Reads a Markdown draft; `names` are the sources of the ledger that it might name.
pub fn read(text: &str, names: &[KnownName<'_>]) -> Draft {
    let mut walk = walk::walk(text);
    let citations = citation::citations(&mut walk);
    let allowances = allowance::allowances(text, &walk);
    let page = walk.page;
    let (mut quotations, unclosed) = quotation::quotations(text, &page);
    credit(&page, &mut quotations, names);
    Draft { page, quotations, citations, allowances, unclosed }
}

fn credit(page: &Page, quotations: &mut [Quotation], names: &[KnownName<'_>]) {
    let mut scene = Scene::new(Cast::new(names));
    let main = Lexicon::of_text(page.text(), &Lexicon::all()[0]);
    let mut held: Vec<Vec<(usize, Span)>> = vec![Vec::new(); page.passages().len()];
    for (number, quotation) in quotations.iter().enumerate() {
        if quotation.depth > 0 || quotation.block {
            continue;
        }
        for passage in quotation.passages.0..=quotation.passages.1 {
            let text = page.passages()[passage].text;
            let (start, end) =
                (quotation.place.start.max(text.start), quotation.place.end.min(text.end));
            held[passage].push((number, Span::new(start, end)));
        }
    }
    let ending = |number: usize| quotations[number].ending();
    for (number, passage) in page.passages().iter().enumerate() {
        if passage.block.is_some() {
            continue;
        }
        let lexicon = Lexicon::of_text(&page.text()[passage.text.range()], main);
        let tokens = token::tokens(page.text(), passage.text, &held[number], lexicon);
        let sentences = sentence::sentences(&tokens, ending);
        let passage = scene::Passage {
            number,
            tokens: &tokens,
            sentences: &sentences,
            lexicon,
            text: page.text(),
        };
        scene.read(&passage, &ending);
    }
    for (number, quotation) in quotations.iter_mut().enumerate() {
        if let Some(credit) = scene.credits.remove(&number) {
            quotation.credit = credit;
        }
        quotation.continues = scene.continues.get(&number).copied();
    }
}
