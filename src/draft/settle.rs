//! What is known once a draft is read through: sentences, the citations of a quotation, what it is.

use super::citation::Citation;
use super::credit::Credit;
use super::lexicon::{Lexicon, Traits};
use super::page::Page;
use super::quotation::{Class, Code, Quotation};
use crate::span::Span;
use crate::text::language::Language;

/// Gives each quotation and citation the sentence that it stands in; `sentences` are in order.
pub(super) fn place(
    page: &Page,
    sentences: &[Span],
    quotations: &mut [Quotation],
    citations: &mut [Citation],
) {
    let at = |place: usize| {
        let after = sentences.partition_point(|sentence| sentence.start <= place);
        after.checked_sub(1).map(|before| sentences[before])
    };
    for quotation in quotations.iter_mut() {
        let ends = at(quotation.place.start).zip(at(quotation.place.end.saturating_sub(1)));
        let Some((first, last)) = ends else { continue };
        if first.end >= quotation.place.start && !quotation.block {
            let end = last.end.max(quotation.place.end);
            quotation.sentence = page.in_draft(Span::new(first.start, end));
        }
    }
    for citation in citations.iter_mut() {
        let after = page.passages().partition_point(|passage| passage.text.start <= citation.at);
        let passage = after.checked_sub(1).map(|before| page.passages()[before].text);
        let sentence = at(citation.at)
            .filter(|sentence| passage.is_some_and(|text| sentence.start >= text.start));
        if let Some(sentence) = sentence.or(passage) {
            citation.sentence = page.in_draft(sentence);
        }
    }
}

/// Gives each quotation the citations that stand in it, or behind it with nothing between them but
/// the rest of its sentence.
pub(super) fn cite(page: &Page, quotations: &mut [Quotation], citations: &[Citation]) {
    for (number, citation) in citations.iter().enumerate() {
        let before = number.checked_sub(1).map(|before| &citations[before]);
        // Two labels in one bracket, or two brackets in a row, stand for the same words.
        let from = before
            .filter(|before| !page.text[before.at..citation.at.max(before.at)].trim().is_empty());
        let from = from.map_or(0, |before| before.at);
        let after = quotations.partition_point(|quotation| quotation.place.start < citation.at);
        for quotation in quotations[..after].iter_mut().rev() {
            let place = quotation.place;
            let within = citation.at < place.end;
            let same = quotation.sentence == citation.sentence && place.start >= from;
            let between = || {
                page.text.get(place.end..citation.at).is_some_and(|text| text.chars().all(is_mark))
            };
            if within || same || between() {
                quotation.citations.push(number);
            } else if quotation.sentence.end < citation.sentence.start && quotation.depth == 0 {
                break;
            }
        }
    }
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && letter != '\n'
}

/// What a quotation is: somebody's words, unless its form says that it is a term or a title.
pub(super) fn class(quotation: &Quotation) -> Class {
    const TERM: usize = 3;
    let words: Vec<&str> = quotation
        .text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    if words.is_empty() || quotation.code == Code::All {
        return Class::Empty;
    }
    let is_credited =
        !matches!(quotation.credit, Credit::Nobody) || !quotation.citations.is_empty();
    let is_sentence = quotation.ending().is_some_and(|letter| matches!(letter, '!' | '?' | '…'));
    if is_credited || quotation.block || is_sentence {
        return Class::Speech;
    }
    match words.len() {
        2.. if is_title(&words) && !is_german_sentence(&words) => Class::Title,
        ..=TERM => Class::Scare,
        _ if quotation.code == Code::Part && words.len() <= TERM + 2 => Class::Scare,
        _ => Class::Speech,
    }
}

/// Whether a small word shows a sentence in German, whose nouns all begin with a capital: `Das Haus ist eine Ruine`.
fn is_german_sentence(words: &[&str]) -> bool {
    let small = Traits::BE.and(Traits::AUXILIARY).and(Traits::PRONOUN).and(Traits::ADVERB);
    let is_of = |language: Language, word: &str, traits: Traits| {
        let mut lexicons = Lexicon::all().iter();
        lexicons.any(|one| one.language == language && one.traits(word).has(traits))
    };
    words.iter().any(|word| {
        is_of(Language::German, word, small) && !is_of(Language::English, word, Traits::SMALL)
    })
}

/// English title case, or a short name: every word of weight begins with a capital.
fn is_title(words: &[&str]) -> bool {
    const LONGEST: usize = 12;
    let weighs = |word: &&&str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 4;
    let begins = |word: &str| {
        word.trim_start_matches(|letter: char| !letter.is_alphanumeric())
            .starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric())
    };
    words.len() <= LONGEST
        && words.first().is_some_and(|word| begins(word))
        && words.last().is_some_and(|word| begins(word))
        && words.iter().filter(weighs).all(|word| begins(word))
}
