//! The writer's clause that leads to a quotation, and the negation that it keeps or leaves out.

use crate::check::answer::Change;
use crate::check::lint::{Manuscript, Said};
use crate::text::fold::fold;
use crate::text::language::Language;
use crate::text::token::Token;
use crate::text::words::{Classes, Lexicon};

/// Shorter words are in any clause.
const TELLING: usize = 4;

/// Words with their classes.
#[derive(Debug)]
struct Words {
    tokens: Vec<Token>,
    classes: Vec<Classes>,
}

impl Words {
    fn new(text: &str, language: Option<&str>) -> Self {
        let mut tokens = fold(text, language).into_tokens();
        tokens.retain(|token| token.kind.is_spoken());
        let lexicon = Lexicon::of(language.and_then(Language::of_tag));
        let classes = lexicon.classes(&tokens.iter().collect::<Vec<_>>());
        Self { tokens, classes }
    }

    fn denies(&self) -> bool {
        self.classes.iter().any(|class| class.denies())
    }

    fn ends_in_negation(&self) -> bool {
        self.classes.last().is_some_and(|class| class.negates())
    }

    /// Whether it negates once and denies by no other word; `ne … pas` is one negation.
    fn negates_once(&self) -> bool {
        /// Words between the two parts of one negation, both counted.
        const TOGETHER: usize = 3;
        let negations: Vec<usize> =
            (0..self.classes.len()).filter(|at| self.classes[*at].negates()).collect();
        let denies = self.classes.iter().any(|class| class.denies() && !class.negates());
        !denies
            && !negations.is_empty()
            && negations.windows(2).all(|pair| pair[1] - pair[0] <= TOGETHER)
    }

    /// The last word that is not in any clause.
    fn last(&self) -> Option<&str> {
        let mut keys = self.tokens.iter().rev().map(|token| token.key.as_str());
        keys.find(|key| key.chars().count() >= TELLING)
    }
}

/// The words of the clause that leads to a quotation.
fn clause(said: &Said<'_>, page: &Manuscript<'_>, language: Option<&str>) -> Words {
    let ends = |letter: char| {
        matches!(letter, ',' | ';' | ':' | '.' | '?' | '!' | '”' | '"' | '»' | '“' | '«')
    };
    let sentence = page.context.sentence_at(said.quotation.sentence, said.outer);
    let lead = page.context.text.get(sentence.start..said.outer.start).unwrap_or_default();
    // German and others put a comma before the clause that is quoted: "glaubt nicht, „dass …“".
    let leads = Words::new(&said.answer.text, language)
        .classes
        .first()
        .is_some_and(|class| class.has(Classes::LEADS));
    let trimmed = lead.trim_end().strip_suffix(',').filter(|_| leads);
    Words::new(trimmed.unwrap_or(lead).rsplit(ends).next().unwrap_or_default(), language)
}

fn language_of(said: &Said<'_>) -> Option<String> {
    said.claim().and_then(|kept| kept.language(kept.claim.quotes.first()?))
}

/// Whether the clause that leads to the quotation denies in place of the words that were left out: it leads to it by
/// the word that they end with, "no firma un contrato «que nadie ha leído»", by another form of it, "non crede «che …»"
/// for "non credo che …", or by the negation itself, "does not “give …”".
pub(super) fn is_denied(said: &Said<'_>, hidden: &Change, page: &Manuscript<'_>) -> bool {
    let language = language_of(said);
    let clause = clause(said, page, language.as_deref());
    if !clause.denies() {
        return false;
    }
    let left_out = Words::new(&hidden.recorded, language.as_deref());
    if clause.last().is_some() && clause.last() == left_out.last() {
        return true;
    }
    // What denies the denial must stay as well: "it is not true that it does not [give]".
    let ends = |letter: char| matches!(letter, '.' | '?' | '!' | ';');
    let before = said.recorded().get(..hidden.recorded_at.start).unwrap_or_default();
    let before = Words::new(before.rsplit(ends).next().unwrap_or_default(), language.as_deref());
    let is_led = clause.ends_in_negation() && left_out.ends_in_negation()
        || are_forms(clause.last(), left_out.last());
    hidden.given_at.start == 0 && clause.negates_once() && !before.denies() && is_led
}

/// The negation of the word right before a part, where the writer's clause leads to the part by that word without it:
/// `the bill gives “the regulator power”` for "does not give the regulator power".
pub(super) fn negation(said: &Said<'_>, page: &Manuscript<'_>) -> Option<String> {
    if !said.is_telling() || said.recorded().len() <= said.answer.text.len() {
        return None;
    }
    let language = language_of(said);
    let language = language.as_deref();
    let recorded = Words::new(said.recorded(), language);
    let given = Words::new(&said.answer.text, language);
    let many = given.tokens.len().max(1);
    let same = |part: &[Token]| {
        part.iter().zip(&given.tokens).all(|(recorded, given)| recorded.key == given.key)
    };
    let first = recorded.tokens.windows(many).position(same)?;
    let led = first.checked_sub(1)?;
    let light =
        |at: &usize| recorded.classes[*at].has(Classes::LIGHT) && !recorded.classes[*at].negates();
    let negation = (0..led).rev().find(|at| !light(at))?;
    let is_negated = recorded.classes[negation].negates() && !recorded.classes[led].denies();
    let clause = clause(said, page, language);
    let by = clause.tokens.last().map(|token| token.key.as_str());
    let is_led = are_forms(by, Some(recorded.tokens[led].key.as_str()));
    let denies = || Words::new(&page.context.beside(said.quotation), language).denies();
    (is_negated && is_led && !denies()).then(|| recorded.tokens[negation].key.to_string())
}

/// Whether two are forms of one word: `credo` and `crede`, `give` and `gives`.
fn are_forms(one: Option<&str>, other: Option<&str>) -> bool {
    /// A form may have so many letters of its own.
    const ENDING: usize = 3;
    let Some((one, other)) = one.zip(other) else { return false };
    let (a, b) = (one.chars().count(), other.chars().count());
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    a.min(b) >= TELLING && same >= TELLING.max(a.max(b).saturating_sub(ENDING))
}
