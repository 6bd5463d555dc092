//! What each step of an alignment costs, and what it is.

use crate::text::language::Language;
use crate::text::likeness::{Likeness, likeness};
use crate::text::token::{Kind, Token};
use crate::text::words::Classes;

use super::given::{Given, Item};
use super::recorded::{Recorded, Unit};

/// One hard change. Everything that is fine costs so little that no number of it in a text that fits the table amounts to one.
pub(super) const HARD: u64 = 1 << 24;
/// A spelling variant: worse than fine, better than any other change.
const SPELLING: u64 = HARD / 2;
/// A word for another: dearer than one too few, cheaper than one too many, so that a word that differs at an edge is read
/// as another word, and not as one too many beside a shorter part.
const REPLACED: u64 = HARD / 10 * 14;
/// One word too many; with one too few it is dearer than a word for another, and cheaper than two, so that words that
/// changed places are read as one that moved.
const ADDED: u64 = HARD / 10 * 15;
/// A bracket for a word that carries meaning, or a negation swallowed: read so rather than as words missing beside it.
const HIDDEN: u64 = HARD / 100 * 98;
/// Not to be.
pub(super) const NEVER: u64 = u64::MAX / 4;

/// What a step of an alignment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The same word.
    Same,
    /// A word of the cue, given or left out.
    Cue,
    /// A marked cut.
    Cut,
    /// A recorded word inside a marked cut.
    Skipped,
    /// A word of the writer's, in brackets.
    Bracket,
    /// A recorded pronoun or misprint that a bracket replaces.
    Replaced,
    /// A mark that only shows: a recorded bracket, a hyphen where a dash stands.
    Mark,
    /// Another capital, accent or spelling.
    Spelling,
    /// A misprint put right in silence.
    Correction,
    /// A negation that a cut or a bracket swallows or adds.
    Hidden,
    /// A word for another, one too many, or one too few.
    Change,
}

impl Step {
    /// Whether a change is left to report.
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Change | Self::Hidden | Self::Spelling | Self::Correction)
    }
}

/// One quotation and one utterance, side by side.
pub(super) struct Sides<'a> {
    pub given: &'a Given,
    pub items: &'a [Item],
    pub recorded: &'a Recorded<'a>,
    pub classes: Vec<Classes>,
}

impl<'a> Sides<'a> {
    pub fn new(given: &'a Given, items: &'a [Item], recorded: &'a Recorded<'a>) -> Self {
        let tokens: Vec<&Token> = items.iter().map(|item| given.token(*item)).collect();
        let classes = recorded.lexicon.classes(&tokens);
        Self { given, items, recorded, classes }
    }

    pub fn token(&self, i: usize) -> &Token {
        self.given.token(self.items[i])
    }

    pub fn unit(&self, j: usize) -> &Unit {
        &self.recorded.units[j]
    }

    /// Item `i` stands for unit `j`.
    pub fn pair(&self, i: usize, j: usize) -> (u64, Step) {
        let (token, unit) = (self.token(i), self.unit(j));
        if token.kind == unit.token.kind
            && token.key == unit.token.key
            && token.text == unit.token.text
        {
            return if unit.cue { (1, Step::Cue) } else { (0, Step::Same) };
        }
        if !is_word_like(token.kind) || !is_word_like(unit.token.kind) {
            return Self::pair_marks(token, unit);
        }
        let like = likeness(token, &unit.token);
        match like {
            Likeness::Same if unit.cue => (1, Step::Cue),
            Likeness::Same => (0, Step::Same),
            Likeness::Different => self.replace(i, unit),
            _ if self.loses_an_apostrophe(i, unit) => (1, Step::Same),
            _ if self.is_two_words(&token.key, &unit.token.key) => self.replace(i, unit),
            _ if self.items[i].bracketed => (2, Step::Replaced),
            Likeness::Case => (SPELLING / 4, Step::Spelling),
            Likeness::Spelling => (SPELLING, Step::Spelling),
        }
    }

    /// Whether an accent, or the apostrophe that stands for it, makes two words of these.
    fn is_two_words(&self, a: &str, b: &str) -> bool {
        let lexicon = self.recorded.lexicon;
        lexicon.are_two_words(a, b)
            || [(a, b), (b, a)].into_iter().any(|(plain, marked)| {
                marked.strip_suffix('\'') == Some(plain) && lexicon.has_accented_twin(plain)
            })
    }

    /// Whether the last word lacks the apostrophe that stands for its accent.
    ///
    /// Habit of print: the apostrophe of `realta'` is taken for the closing mark and goes with it.
    fn loses_an_apostrophe(&self, i: usize, unit: &Unit) -> bool {
        i + 1 == self.items.len()
            && unit.token.key.strip_suffix('\'') == Some(self.token(i).key.as_str())
    }

    /// Whether only the ending differs by which German fits a word into the sentence, and brackets show it:
    /// `kein[en] Grund`. A noun's may be a plural, and `er` makes more of an adjective.
    fn is_declined(&self, given: &Token, recorded: &Token) -> bool {
        const ENDINGS: [&str; 6] = ["", "e", "en", "em", "es", "n"];
        let is_german = self.recorded.language == Some(Language::German);
        let written = if is_german { self.given.slice(given.span) } else { String::new() };
        let Some((stem, ending)) = written.split_once('[') else { return false };
        let ending = ending.strip_suffix(']').filter(|ending| !ending.is_empty());
        let own = recorded.text.strip_prefix(stem);
        let is_ending = |ending: Option<&str>| ending.is_some_and(|e| ENDINGS.contains(&e));
        stem.chars().count() > 2
            && stem.starts_with(char::is_lowercase)
            && is_ending(ending)
            && is_ending(own)
    }

    fn pair_marks(token: &Token, unit: &Unit) -> (u64, Step) {
        if token.kind == unit.token.kind && token.key == unit.token.key {
            return (0, Step::Same);
        }
        match (token.kind, unit.token.kind) {
            (Kind::Symbol, Kind::Symbol) => (REPLACED, Step::Change),
            (Kind::Symbol, Kind::Word | Kind::Number)
            | (Kind::Word | Kind::Number, Kind::Symbol) => (REPLACED + HARD / 4, Step::Change),
            _ => (NEVER, Step::Change),
        }
    }

    /// Whether a bracketed word says something that the recorded one does not; written as a name is, it is one: `[Will]`.
    fn weighs(&self, i: usize, unit: &Unit) -> bool {
        let is_name = self.token(i).text.starts_with(char::is_uppercase) && !unit.token.leads;
        self.classes[i].weighs() && !is_name
    }

    /// Another word stands there: fine only in brackets, for a pronoun or a misprint.
    fn replace(&self, i: usize, unit: &Unit) -> (u64, Step) {
        let (token, bracketed) = (self.token(i), self.items[i].bracketed);
        let is_meant = unit.meant.as_ref().is_some_and(|meant| meant.key == token.key);
        let negates = self.classes[i].negates() != unit.class.negates();
        if is_meant && bracketed {
            (2, Step::Replaced)
        } else if is_meant {
            (SPELLING, Step::Correction)
        } else if self.is_declined(token, &unit.token) {
            (2, Step::Replaced)
        } else if bracketed && stands_for_another(unit.class) && !negates && !self.weighs(i, unit) {
            (4, Step::Replaced)
        } else if bracketed && negates {
            (HIDDEN, Step::Hidden)
        } else if bracketed {
            (HIDDEN, Step::Change)
        } else {
            (REPLACED, Step::Change)
        }
    }

    /// Unit `j` has no item; `i` items stand before it.
    pub fn skip(&self, i: usize, j: usize) -> (u64, Step) {
        let unit = self.unit(j);
        let negates = unit.class.negates();
        let before = i.checked_sub(1).map(|i| self.items[i]);
        let kind = unit.token.kind;
        if unit.cue {
            (0, Step::Cue)
        } else if before.is_some_and(|item| self.given.token(item).kind == Kind::Ellipsis) {
            if unit.class.may_not_be_cut() { (HIDDEN, Step::Hidden) } else { (1, Step::Skipped) }
        } else if matches!(kind, Kind::Open | Kind::Close) {
            (2, Step::Mark)
        } else if before.is_some_and(|item| item.bracketed)
            && kind.is_spoken()
            && (negates || stands_for_another(unit.class))
        {
            if negates { (HIDDEN, Step::Hidden) } else { (4, Step::Replaced) }
        } else if kind == Kind::Hyphen {
            hyphen(self.items.get(i).is_some_and(|item| item.dash_before))
        } else {
            (HARD, Step::Change)
        }
    }

    /// Item `i` has no unit; `j` units stand before it.
    pub fn insert(&self, i: usize, j: usize) -> (u64, Step) {
        let item = self.items[i];
        match self.given.token(item).kind {
            Kind::Ellipsis => (0, Step::Cut),
            Kind::Open | Kind::Close => (1, Step::Bracket),
            _ if item.bracketed && self.classes[i].denies() => (HIDDEN, Step::Hidden),
            _ if item.bracketed && self.classes[i].weighs() => (HIDDEN, Step::Change),
            _ if item.bracketed => (1, Step::Bracket),
            Kind::Hyphen => hyphen(self.recorded.units.get(j).is_some_and(|unit| unit.dash_before)),
            _ => (ADDED, Step::Change),
        }
    }
}

/// A hyphen on one side only: a dash on the other is the same stroke; a space is a spelling variant.
const fn hyphen(dash_on_the_other_side: bool) -> (u64, Step) {
    if dash_on_the_other_side { (1, Step::Mark) } else { (SPELLING, Step::Spelling) }
}

/// Whether a bracket may spell out what the word stands for; a number or a negation says something itself.
pub(super) const fn stands_for_another(class: Classes) -> bool {
    class.has(Classes::PRONOUN) && !class.has(Classes::NUMBER) && !class.negates()
}

const fn is_word_like(kind: Kind) -> bool {
    matches!(kind, Kind::Word | Kind::Number)
}
