//! Clauses of which the part is the predicate, only their subject left outside: "It is not true that the board [hid the data]".
//!
//! Who said that the board did not has not said that it "hid the data". An object or an adverbial of the clause says nothing
//! by itself, and may be quoted. Huddleston & Pullum (2002), ch. 11 § 3; Duden, Die Grammatik (2016), Verbletztsatz.

use crate::text::language::Language;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};
use super::verb_last::{COPULAS, is_capital, is_verb_last};

/// How many words may stand between the complementizer and the predicate: "the new head of the port authority has".
const LONGEST_SUBJECT: usize = 8;

/// What leads to the clause whose predicate begins at `first`: a complementizer, or a verb of saying that needs none.
pub(super) fn leads_to_predicate(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    if is_verb_last(recorded.language) {
        return None;
    }
    let units = &recorded.units;
    for that in (first.saturating_sub(LONGEST_SUBJECT + 1)..first).rev() {
        if units[that + 1].break_before != Break::None || units[that].cue {
            return None;
        }
        let class = units[that].class;
        let clause = Clause {
            language: recorded.language,
            between: &units[that + 1..first],
            part: &units[first..],
            is_bare: !class.has(Classes::LEADS),
        };
        if class.has(Classes::LEADS.and(Classes::SAYS)) && clause.has_only_its_subject_outside() {
            return Some(that);
        }
    }
    None
}

/// A clause that the part ends, or seems to end.
struct Clause<'a> {
    language: Option<Language>,
    /// The words between what leads to the clause and the part.
    between: &'a [Unit],
    /// The words from the beginning of the part on.
    part: &'a [Unit],
    /// Whether a verb of saying leads to it without a complementizer, so that it may be no clause.
    is_bare: bool,
}

impl Clause<'_> {
    fn has_only_its_subject_outside(&self) -> bool {
        let subject = self.between.iter().rposition(|unit| !is_verbal(unit));
        let Some(subject) = subject.map(|last| &self.between[..=last]) else { return false };
        let verbs = &self.between[subject.len()..];
        if let Some(verb) = verbs.last() {
            let is_copula = COPULAS.contains(&verb.token.key.as_str());
            let is_there = subject.len() == 1 && subject[0].token.key == "there";
            if self.begins_with_a_noun() && (!is_copula || is_there) {
                return false;
            }
        }
        match self.certainty(subject) {
            Certainty::Subject if self.is_bare => !verbs.is_empty() || !self.begins_no_predicate(),
            Certainty::Subject => true,
            Certainty::Likely => !verbs.is_empty() || !self.begins_no_predicate(),
            Certainty::Open => !verbs.is_empty() || self.begins_with_a_verb(),
            Certainty::None => false,
        }
    }

    fn certainty(&self, subject: &[Unit]) -> Certainty {
        let is_pronoun =
            |unit: &Unit| unit.class.has(Classes::PRONOUN) && !unit.class.has(Classes::BOUND);
        if subject.iter().all(is_pronoun) || is_name(subject) {
            return Certainty::Subject;
        }
        let names = subject.iter().take_while(|unit| determines(unit)).count();
        let has_clitic = matches!(
            self.language,
            Some(Language::Italian | Language::Spanish | Language::Portuguese) | None
        );
        // "Che la vedano", "that this happened": what looks like an article may be the object or the subject itself.
        let may_be_pronoun = names == 1
            && subject[0].class.has(Classes::PRONOUN)
            && (has_clitic || !subject[0].class.has(Classes::BOUND));
        let Some(nouns) = nouns(&subject[names..]) else { return Certainty::None };
        match (names, nouns, self.language) {
            (1.., 0..=1, _) if may_be_pronoun => Certainty::Likely,
            (1.., 0..=1, _) => Certainty::Subject,
            (0, 1, Some(Language::English | Language::French)) if !self.is_bare => {
                Certainty::Likely
            }
            (1.., 2..=3, _)
            | (0, 1..=3, Some(Language::English))
            | (0, 1..=2, Some(Language::Polish | Language::Czech | Language::Russian)) => {
                Certainty::Open
            }
            (0, 1, Some(Language::Arabic)) if subject[0].token.key.starts_with("ال") => {
                Certainty::Subject
            }
            _ => Certainty::None,
        }
    }

    fn begins_with_a_noun(&self) -> bool {
        self.part.first().is_some_and(|unit| determines(unit) && !self.begins_with_a_clitic())
    }

    /// Whether the part begins as an object, an adverbial or another clause does.
    fn begins_no_predicate(&self) -> bool {
        let other = Classes::FOLLOWS_NOUNS
            .and(Classes::SUBORDINATES)
            .and(Classes::LEADS)
            .and(Classes::JOINS)
            .and(Classes::CONTRAST)
            .and(Classes::COMPARES);
        let Some(unit) = self.part.first() else { return true };
        let is_participle = self.is_bare && unit.token.key.ends_with("ing");
        let begins_other = determines(unit) || unit.class.has(other) || is_participle;
        begins_other && !self.begins_with_a_clitic()
    }

    /// Whether an object pronoun stands before its verb, as in "[lo ha nascosto]".
    fn begins_with_a_clitic(&self) -> bool {
        let finite = |unit: &Unit| unit.class.has(Classes::FINITE);
        self.part.first().is_some_and(|unit| unit.class.has(Classes::PRONOUN))
            && self.part.get(1).is_some_and(finite)
    }

    /// Whether the part's first word, adverbs aside, can be told for a verb: by itself, or by the article right after it.
    fn begins_with_a_verb(&self) -> bool {
        if self.begins_no_predicate() {
            return false;
        }
        let is_adverb = |unit: &Unit| {
            ["ly", "mente", "ment"].iter().any(|ending| unit.token.key.ends_with(ending))
        };
        let at = usize::from(is_adverb(&self.part[0]));
        let Some(verb) = self.part.get(at) else { return false };
        let takes_an_object = self.part.get(at + 1).is_some_and(|next| {
            next.break_before == Break::None
                && (determines(next) || next.class.has(Classes::PRONOUN))
        });
        is_verbal(verb)
            || self.begins_with_a_clitic()
            || takes_an_object
            || self.ends_as_a_past(&verb.token.key)
    }

    /// The Slavic past, told by its ending.
    fn ends_as_a_past(&self, word: &str) -> bool {
        let endings: &[&str] = match self.language {
            Some(Language::Polish) => &["ł", "ła", "li", "ły", "ło"],
            Some(Language::Czech) => &["l", "la", "li", "ly", "lo"],
            Some(Language::Russian) => &["л", "ла", "ли", "ло"],
            _ => &[],
        };
        let is_past = |word: &str| endings.iter().any(|ending| word.ends_with(ending));
        let has_verb = self.between.iter().any(|unit| is_past(&unit.token.key));
        is_past(word) && !has_verb
    }
}

/// How surely words are a subject and nothing more.
enum Certainty {
    Subject,
    /// A subject, if the part does not begin as an object does.
    Likely,
    /// A subject or a subject and its verb: "the town council", "the board hid".
    Open,
    None,
}

/// A word that begins a noun phrase: an article, a possessive, a number; a name with `'s`.
fn determines(unit: &Unit) -> bool {
    let begins = Classes::DETERMINES.and(Classes::NUMBER).and(Classes::QUANTIFIER);
    unit.class.has(begins) || unit.token.key.ends_with("'s")
}

/// An auxiliary, or another light verb.
fn is_verbal(unit: &Unit) -> bool {
    let nominal = Classes::DETERMINES
        .and(Classes::PRONOUN)
        .and(Classes::FOLLOWS_NOUNS)
        .and(Classes::LEADS)
        .and(Classes::NEGATION);
    unit.class.has(Classes::AUXILIARY.and(Classes::FINITE))
        || unit.class.has(Classes::LIGHT) && !unit.class.has(nominal)
}

/// Whether the words are a name or several: "Rossi", "Anna de Vries", "Rossi and Bianchi".
fn is_name(words: &[Unit]) -> bool {
    let joins = Classes::FOLLOWS_NOUNS.and(Classes::JOINS).and(Classes::DETERMINES);
    words.first().is_some_and(is_capital)
        && words.last().is_some_and(is_capital)
        && words.iter().all(|unit| is_capital(unit) || unit.class.has(joins))
}

/// How many words of a noun phrase, its article aside, may be nouns or something else; none where it has a verb or an adverbial.
/// Names are its own, and so is what a preposition of belonging or an "and" adds to the first noun.
fn nouns(words: &[Unit]) -> Option<usize> {
    let other = Classes::SAYS
        .and(Classes::AUXILIARY)
        .and(Classes::FINITE)
        .and(Classes::PRONOUN)
        .and(Classes::LEADS)
        .and(Classes::SUBORDINATES)
        .and(Classes::CONDITION);
    let mut nouns = 0;
    let mut rest = words;
    while let Some((unit, after)) = rest.split_first() {
        rest = after;
        let adds = unit.class.has(Classes::JOINS) || is_genitive(&unit.token.key);
        if adds && nouns <= 1 && !words.is_empty() {
            let articles = rest.iter().take_while(|unit| determines(unit)).count();
            // A part that begins right here is a part of the subject.
            rest = rest.get(articles + 1..)?;
        } else if unit.class.has(other.and(Classes::FOLLOWS_NOUNS)) || unit.class.denies() {
            return None;
        } else if !is_capital(unit) && !unit.token.key.ends_with("'s") {
            nouns += 1;
        }
    }
    Some(nouns)
}

/// A preposition that joins a noun to a noun in most of its uses.
fn is_genitive(word: &str) -> bool {
    matches!(
        word,
        "of" | "di"
            | "del"
            | "dello"
            | "della"
            | "dell'"
            | "dei"
            | "degli"
            | "delle"
            | "de"
            | "d'"
            | "du"
            | "des"
            | "do"
            | "dos"
            | "das"
    )
}
