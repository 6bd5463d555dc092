//! The recorded side: one utterance, its parts, its cue, and what its words are.

use crate::span::Span;
use crate::text::fold::fold;
use crate::text::language::Language;
use crate::text::token::{Kind, Token};
use crate::text::words::{Classes, Lexicon};

use super::Place;
use super::correlatives::{mark_correlatives, mark_restrictions, unmark_clauses};

/// The words of one recorded quote.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part<'a> {
    /// The words, as printed.
    pub words: &'a str,
    /// Its misprints: as printed, as meant.
    pub sic: &'a [(&'a str, &'a str)],
}

/// One utterance: a quote, or several that only the cue interrupts; or a paragraph of prose.
#[derive(Clone, Debug, Default)]
pub struct Utterance<'a> {
    /// The quotes, in order.
    pub parts: Vec<Part<'a>>,
    /// The words of attribution between them.
    pub cue: Option<&'a str>,
    /// The language of the words, a BCP 47 tag.
    pub language: Option<&'a str>,
}

impl<'a> Utterance<'a> {
    /// An utterance of one quote, or a paragraph.
    pub fn of(words: &'a str, language: Option<&'a str>) -> Self {
        Self { parts: vec![Part { words, sic: &[] }], cue: None, language }
    }
}

/// How strongly punctuation parts a word from the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    #[default]
    None,
    /// A comma, a dash, a parenthesis.
    Phrase,
    /// A semicolon or a colon.
    Clause,
    /// The end of a sentence.
    Sentence,
}

/// A recorded token that counts.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub token: Token,
    /// The part it stands in; the cue belongs to the part before it.
    pub part: usize,
    /// Its place among the part's tokens.
    pub index: usize,
    /// Whether it is a word of the cue.
    pub cue: bool,
    pub break_before: Break,
    pub dash_before: bool,
    pub class: Classes,
    /// What a misprint was meant to say.
    pub meant: Option<Box<Token>>,
}

impl Unit {
    /// The word as printed and as meant, each without accents.
    pub fn skeletons(&self) -> impl Iterator<Item = &str> {
        let meant = self.meant.as_ref().map(|token| token.skeleton.as_str());
        std::iter::once(self.token.skeleton.as_str()).chain(meant)
    }
}

/// A recorded utterance, folded.
#[derive(Debug)]
pub(super) struct Recorded<'a> {
    pub units: Vec<Unit>,
    pub language: Option<Language>,
    pub lexicon: &'static Lexicon,
    /// Whether the engine has word lists for the language.
    pub is_listed: bool,
    /// The tokens of each part, soft ones included.
    pub tokens: Vec<Vec<Token>>,
    parts: Vec<&'a str>,
    /// The same as one text, where the cue interrupts it.
    uninterrupted: Option<Box<Uninterrupted<'a>>>,
}

/// An utterance without the cue: what one part says governs the next across it, as in «Non credo», ha detto,
/// «che il ponte sia sicuro».
#[derive(Debug)]
pub(super) struct Uninterrupted<'a> {
    /// The utterance, its parts joined.
    pub joined: Recorded<'a>,
    /// For each of its units, the place among the units with the cue.
    pub places: Vec<usize>,
}

impl<'a> Recorded<'a> {
    /// Folds an utterance; `asked` is the quotation's language, where the utterance's is not known.
    pub fn new(utterance: &Utterance<'a>, asked: Option<&str>) -> Self {
        let tag = utterance.language.or(asked);
        let language = tag.and_then(Language::of_tag);
        let lexicon = Lexicon::of(language);
        let mut recorded = Self {
            units: Vec::new(),
            language,
            lexicon,
            is_listed: language.is_some(),
            tokens: Vec::new(),
            parts: utterance.parts.iter().map(|part| part.words).collect(),
            uninterrupted: None,
        };
        for (number, part) in utterance.parts.iter().enumerate() {
            if number > 0 {
                recorded.add_cue(utterance.cue.unwrap_or_default(), number - 1, tag);
            }
            recorded.add_part(part, number, tag);
        }
        let tokens: Vec<&Token> = recorded.units.iter().map(|unit| &unit.token).collect();
        let classes = lexicon.classes(&tokens);
        for (unit, class) in recorded.units.iter_mut().zip(classes) {
            unit.class = class;
        }
        unmark_clauses(&mut recorded.units);
        match language {
            Some(Language::French) => mark_restrictions(&mut recorded.units),
            Some(Language::German) => mark_correlatives(&mut recorded.units),
            _ => {}
        }
        if utterance.parts.len() > 1 {
            recorded.uninterrupted = Some(Box::new(recorded.without_cue()));
        }
        recorded
    }

    /// The utterance without its cue, where the cue interrupts it.
    pub fn uninterrupted(&self) -> Option<&Uninterrupted<'a>> {
        self.uninterrupted.as_deref()
    }

    fn without_cue(&self) -> Uninterrupted<'a> {
        let spoken = self.units.iter().enumerate().filter(|(_, unit)| !unit.cue);
        let (places, mut units): (Vec<usize>, Vec<Unit>) =
            spoken.map(|(at, unit)| (at, unit.clone())).unzip();
        for at in 1..units.len() {
            if units[at].part != units[at - 1].part {
                // The comma before the cue is the cue's. A capital begins a sentence of its own, but not
                // after a verb of thinking, where it may be a name's: “I don't think,” she said, “Genoa …”.
                let before = units[at - 1].class;
                let is_led_to = before.has(Classes::HEDGE) && before.has(Classes::LIGHT);
                let begins = starts_sentence(&units[at].token) && !is_led_to;
                units[at].break_before = match begins {
                    true if self.may_be_a_noun(&units[..at]) => Break::Phrase,
                    true => Break::Sentence,
                    false => Break::None,
                };
            }
        }
        let joined = Self {
            units,
            language: self.language,
            lexicon: self.lexicon,
            is_listed: self.is_listed,
            tokens: Vec::new(),
            parts: Vec::new(),
            uninterrupted: None,
        };
        Uninterrupted { joined, places }
    }

    /// Whether a capital after these words may be a German noun's, in the clause that they lead to: «Ich glaube nicht», sagte er,
    /// «Brücken …». A verb of thinking with an object of its own leads to nothing: «Ich glaube das nicht».
    fn may_be_a_noun(&self, before: &[Unit]) -> bool {
        let mut before = before.iter().rev().map(|unit| unit.class);
        self.language == Some(Language::German)
            && before.next().is_some_and(|class| class.has(Classes::AFTER) && class.negates())
            && before.next().is_some_and(|class| class.has(Classes::SAYS))
    }

    fn add_part(&mut self, part: &Part<'_>, number: usize, tag: Option<&str>) {
        let first = self.units.len();
        let folded = fold(part.words, tag);
        self.units.extend(units(folded.tokens(), number, false));
        for (printed, meant) in part.sic {
            mark_misprint(&mut self.units[first..], printed, meant, tag);
        }
        self.tokens.push(folded.into_tokens());
    }

    fn add_cue(&mut self, cue: &str, number: usize, tag: Option<&str>) {
        let folded = fold(cue, tag);
        self.units.extend(units(folded.tokens(), number, true));
    }

    /// The recorded words of the units from `first` to `last`, up to the end of the first one's part.
    pub fn slice(&self, first: usize, last: usize) -> (String, Place) {
        let start = &self.units[first];
        let part = start.part;
        let end = self.units[first..=last]
            .iter()
            .rev()
            .find(|unit| unit.part == part && !unit.cue)
            .unwrap_or(start);
        let span =
            Span::new(start.token.span.start, end.token.span.end.max(start.token.span.start));
        if start.cue {
            return (start.token.text.to_string(), Place { part, span: Span::default() });
        }
        let words = self.parts[part].get(span.range()).unwrap_or_default().to_owned();
        (words, Place { part, span })
    }

    /// The place right before a unit, or after the last one.
    pub fn before(&self, at: usize) -> Place {
        match (self.units.get(at), self.units.last()) {
            (Some(unit), _) => Place {
                part: unit.part,
                span: Span::new(unit.token.span.start, unit.token.span.start),
            },
            (None, Some(last)) => {
                Place { part: last.part, span: Span::new(last.token.span.end, last.token.span.end) }
            }
            (None, None) => Place { part: 0, span: Span::default() },
        }
    }
}

fn units(tokens: &[Token], part: usize, cue: bool) -> Vec<Unit> {
    let mut units = Vec::with_capacity(tokens.len());
    let mut break_before = if cue { Break::Phrase } else { Break::None };
    let mut dash_before = false;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind.is_soft() {
            dash_before |= token.text == "—";
            break_before = break_before.max(break_of(&token.text));
            continue;
        }
        let is_start = break_before == Break::Sentence && !starts_sentence(token);
        let here = if is_start { Break::Phrase } else { break_before };
        units.push(Unit {
            token: token.clone(),
            part,
            index,
            cue,
            break_before: here,
            dash_before,
            class: Classes::NONE,
            meant: None,
        });
        break_before = if token.kind == Kind::Question { Break::Sentence } else { Break::None };
        dash_before = false;
    }
    units
}

/// Whether a full stop before this token ended a sentence: an abbreviation's is followed by a small letter.
fn starts_sentence(token: &Token) -> bool {
    !token.text.starts_with(char::is_lowercase)
}

fn break_of(mark: &str) -> Break {
    match mark {
        "." | "!" | "。" | "．" | "｡" | "।" | "॥" | "۔" | "።" | "։" | "‼" => {
            Break::Sentence
        }
        ";" | ":" | "；" | "：" | "؛" => Break::Clause,
        _ => Break::Phrase,
    }
}

/// Marks where `printed` stands, word for word, with what was meant.
fn mark_misprint(units: &mut [Unit], printed: &str, meant: &str, tag: Option<&str>) {
    let hard = |text: &str| -> Vec<Token> {
        fold(text, tag).tokens().iter().filter(|token| !token.kind.is_soft()).cloned().collect()
    };
    let (printed, meant) = (hard(printed), hard(meant));
    if printed.is_empty() || printed.len() != meant.len() || printed.len() > units.len() {
        return;
    }
    for first in 0..=units.len() - printed.len() {
        let here = &mut units[first..first + printed.len()];
        if here.iter().zip(&printed).all(|(unit, token)| unit.token.key == token.key) {
            for (unit, token) in here.iter_mut().zip(&meant) {
                if unit.token.key != token.key {
                    unit.meant = Some(Box::new(token.clone()));
                }
            }
        }
    }
}
