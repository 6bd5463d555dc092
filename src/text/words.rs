//! Word lists: what negates, hedges, counts, conditions; data files, parsed on first use.
//!
//! They decide only at cuts, brackets and the edges of a part; elsewhere they only name a change.

use std::sync::OnceLock;

mod files;

use compact_str::CompactString;

use self::files::{ACCENTS, FILES};
use super::fold::fold;
use super::language::Language;
use super::listed::Listed;
use super::token::{Kind, Token};

/// The classes that a word can belong to, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);
    /// It negates: `not`, `non`, `kein`.
    pub const NEGATION: Self = Self(1);
    /// It denies what follows: `deny`, `fail`, `hardly`.
    pub const DENIAL: Self = Self(1 << 1);
    /// It weakens or modalises: `perhaps`, `dovrebbe`.
    pub const HEDGE: Self = Self(1 << 2);
    /// It says how many: `all`, `ogni`.
    pub const QUANTIFIER: Self = Self(1 << 3);
    /// It makes a condition: `if`, `purché`.
    pub const CONDITION: Self = Self(1 << 4);
    /// It contrasts or concedes: `but`, `tuttavia`.
    pub const CONTRAST: Self = Self(1 << 5);
    /// It stands for another word, which a bracket may spell out.
    pub const PRONOUN: Self = Self(1 << 6);
    /// It is a number in words.
    pub const NUMBER: Self = Self(1 << 7);
    /// It leads to a clause: `that`, `che`.
    pub const LEADS: Self = Self(1 << 8);
    /// It may stand between a negation and what it governs.
    pub const LIGHT: Self = Self(1 << 9);
    /// It is an auxiliary, to which a negation right after it belongs.
    pub const AUXILIARY: Self = Self(1 << 10);
    /// It is a negation that may follow what it negates: `nicht`, `pas`.
    pub const AFTER: Self = Self(1 << 11);
    /// It negates inside a cut only.
    pub const IN_CUT: Self = Self(1 << 12);
    /// With its neighbour it negates nothing, but may not be cut: `not only`.
    pub const EXEMPT: Self = Self(1 << 13);
    /// It belongs to the word before it: a magnitude to its numeral, `not` to its auxiliary.
    pub const BOUND: Self = Self(1 << 15);
    /// With its neighbours it is an idiom that negates nothing: `no doubt`, `sin embargo`.
    pub const IDIOM: Self = Self(1 << 14);

    /// After a negation it makes an "only" of it: `altro che`, `anything but`.
    pub const EXCEPT: Self = Self(1 << 16);
    /// An editor's remark, which adds nothing to what is said: `sic`.
    pub const REMARK: Self = Self(1 << 17);
    /// It keeps a clause from being said outright: `just because`, `does not mean`, `hope that`.
    pub const DISOWN: Self = Self(1 << 18);
    /// It denies what follows, but may be cut together with it: `rather than`.
    pub const SPARED: Self = Self(1 << 19);

    /// It takes a clause without a complementizer: `says`, `glaubt`.
    pub const SAYS: Self = Self(1 << 20);
    /// It joins two clauses: `and`, `und`.
    pub const JOINS: Self = Self(1 << 21);
    /// At the beginning of a clause it denies all of it: `nobody`, `under no circumstances`, `few`.
    pub const FRONTED: Self = Self(1 << 22);
    /// It joins alternatives, which a negation before the first denies together: `or`, `né`.
    pub const OR: Self = Self(1 << 23);

    /// It denies outright what follows it: `deny`, `refuse`.
    pub const OUTRIGHT: Self = Self(1 << 24);

    /// It begins another clause, or says when: `when`, `later`.
    pub const SUBORDINATES: Self = Self(1 << 25);
    /// It compares, or begins what something is compared with: `than`, `peor`.
    pub const COMPARES: Self = Self(1 << 26);
    /// It takes a clause with `that`, so that a `more` between compares nothing: `crois`, `certo`.
    pub const THINKS: Self = Self(1 << 27);
    /// A preposition or an adverb that may follow a noun without being its verb: `von`, `heute`.
    pub const FOLLOWS_NOUNS: Self = Self(1 << 28);
    /// It begins a noun phrase: `the`, `suo`.
    pub const DETERMINES: Self = Self(1 << 29);
    /// A finite form of being, having or a modal verb, where the auxiliaries have no list: `ha`, `soit`.
    pub const FINITE: Self = Self(1 << 30);

    /// Whether any class of `other` is among these.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without those of `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it negates what it governs.
    pub const fn negates(self) -> bool {
        self.has(Self::NEGATION) && !self.has(Self::EXEMPT) && !self.has(Self::IDIOM)
    }

    /// Whether it negates, or denies what follows it.
    pub const fn denies(self) -> bool {
        self.negates() || self.has(Self::DENIAL) && !self.has(Self::IDIOM)
    }

    /// Whether it says how many, how surely or whether at all, so that adding it changes what is said.
    pub const fn weighs(self) -> bool {
        self.denies()
            || self.has(Self::QUANTIFIER)
            || self.has(Self::HEDGE) && !self.has(Self::BOUND)
            || self.has(Self::NUMBER) && !self.has(Self::LIGHT)
    }

    /// Whether a cut may not swallow it.
    pub const fn may_not_be_cut(self) -> bool {
        let negates = self.has(Self::NEGATION) || self.has(Self::DENIAL) || self.has(Self::IN_CUT);
        negates && !self.has(Self::IDIOM) && (!self.has(Self::SPARED) || self.negates())
    }
}

/// The word lists of one language, or of all where the language is not known.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Listed<CompactString, Classes>,
    /// By their first word: the other words, and the classes.
    phrases: Listed<CompactString, Vec<(Vec<CompactString>, Classes)>>,
    /// Endings that negate: `-n't`.
    endings: Vec<CompactString>,
    /// Beginnings that negate: Czech `ne-`.
    beginnings: Vec<CompactString>,
    /// What makes the opposite of a word: `un-`, `-less`.
    opposites: Opposites,
    accents: Vec<(CompactString, CompactString)>,
}

#[derive(Debug, Default)]
struct Opposites {
    before: Vec<CompactString>,
    after: Vec<CompactString>,
}

impl Lexicon {
    /// The lists of `language`; of all languages together where it is not known, which is the safe side.
    pub fn of(language: Option<Language>) -> &'static Self {
        static ALL: OnceLock<Lexicon> = OnceLock::new();
        static EACH: [OnceLock<Lexicon>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        match language {
            None => ALL.get_or_init(|| Self::parse(|_| true)),
            Some(language) => {
                EACH[language as usize].get_or_init(|| Self::parse(|other| other == language))
            }
        }
    }

    fn parse(wanted: impl Fn(Language) -> bool) -> Self {
        let mut lexicon = Self::default();
        for (classes, language, text) in
            FILES.into_iter().filter(|(_, language, _)| wanted(*language))
        {
            for entry in entries(text) {
                lexicon.add(entry, classes, language);
            }
        }
        for (_, text) in ACCENTS.into_iter().filter(|(language, _)| wanted(*language)) {
            lexicon.accents.extend(
                entries(text)
                    .filter_map(|entry| entry.split_once(' '))
                    .map(|(a, b)| (a.into(), b.into())),
            );
        }
        lexicon
    }

    /// Adds one line of a data file; the files say what the marks mean.
    fn add(&mut self, entry: &str, classes: Classes, language: Language) {
        let negates = classes == Classes::NEGATION;
        let marks = [
            ("! ", Classes::EXEMPT),
            ("!! ", Classes::IDIOM),
            ("~ ", Classes::DENIAL),
            ("= ", Classes::DENIAL.and(Classes::SPARED)),
            ("^ ", Classes::DENIAL.and(Classes::SPARED).and(Classes::OUTRIGHT)),
            ("? ", Classes::IN_CUT),
            ("+ ", classes.and(Classes::BOUND)),
        ];
        let marked =
            marks.into_iter().find_map(|(mark, class)| Some((entry.strip_prefix(mark)?, class)));
        if let Some((words, class)) = marked {
            self.add_words(words, class, language);
        } else if let Some(beginning) = entry.strip_suffix('~') {
            self.beginnings.push(beginning.into());
        } else if let (true, Some(ending)) = (negates, entry.strip_prefix('-')) {
            let list =
                if ending.contains('\'') { &mut self.endings } else { &mut self.opposites.after };
            list.push(ending.into());
        } else if let (true, Some(before)) = (negates, entry.strip_suffix('-')) {
            self.opposites.before.push(before.into());
        } else {
            self.add_words(entry, classes, language);
        }
    }

    fn add_words(&mut self, entry: &str, classes: Classes, language: Language) {
        for phrase in alternatives(entry) {
            let keys = phrase.split(' ').flat_map(|word| keys(word, language)).collect();
            self.add_phrase(keys, classes);
        }
    }

    fn add_phrase(&mut self, mut keys: Vec<CompactString>, classes: Classes) {
        if keys.is_empty() {
            return;
        }
        let first = keys.remove(0);
        if keys.is_empty() {
            let known = self.words.entry(first);
            *known = known.and(classes);
        } else {
            self.phrases.entry(first).push((keys, classes));
        }
    }

    /// The classes of each token; words that stand for a phrase share its class.
    pub fn classes(&self, tokens: &[&Token]) -> Vec<Classes> {
        let mut found: Vec<Classes> = tokens.iter().map(|token| self.word(token)).collect();
        for (at, token) in tokens.iter().enumerate() {
            for (rest, classes) in self.phrases.get(&token.key).into_iter().flatten() {
                let follows = tokens.get(at + 1..at + 1 + rest.len());
                if follows.is_some_and(|follows| {
                    follows
                        .iter()
                        .zip(rest)
                        .all(|(token, key)| stands_for(key, &token.key) && !token.leads)
                }) {
                    found[at] = found[at].and(*classes);
                    for (here, key) in found[at + 1..].iter_mut().zip(rest) {
                        if key == ANY || !key.starts_with(ANY) {
                            *here = here.and(*classes);
                        }
                    }
                }
            }
        }
        found
    }

    fn word(&self, token: &Token) -> Classes {
        let stem = token.key.strip_suffix("'s");
        let known = self.words.get(&token.key).or_else(|| self.words.get(stem?));
        let mut classes = known.copied().unwrap_or_default();
        if token.kind == Kind::Number {
            classes = classes.and(Classes::NUMBER);
        }
        if token.kind == Kind::Word && self.negates_by_form(&token.key) {
            classes = classes.and(Classes::NEGATION);
        }
        classes
    }

    fn negates_by_form(&self, key: &str) -> bool {
        self.endings.iter().any(|ending| key.ends_with(ending.as_str()))
            || self.beginnings.iter().any(|beginning| {
                key.starts_with(beginning.as_str()) && key.len() > beginning.len() + 2
            })
    }

    /// Whether one word is the other with a negative prefix or suffix: `happy` and `unhappy`.
    pub fn are_opposites(&self, a: &str, b: &str) -> bool {
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let is =
            |stem: Option<&str>| stem.is_some_and(|stem| stem == short && stem.chars().count() > 2);
        self.opposites.before.iter().any(|prefix| is(long.strip_prefix(prefix.as_str())))
            || self.opposites.after.iter().any(|suffix| is(long.strip_suffix(suffix.as_str())))
            || self.beginnings.iter().any(|prefix| is(long.strip_prefix(prefix.as_str())))
    }

    /// Whether another word is written as `plain` is, but for an accent: `e`, which is not `è`.
    pub fn has_accented_twin(&self, plain: &str) -> bool {
        self.accents.iter().any(|(known, _)| known == plain)
    }

    /// Whether an accent alone makes `a` and `b` two words: `e` and `è`.
    pub fn are_two_words(&self, a: &str, b: &str) -> bool {
        self.accents
            .iter()
            .any(|(plain, accented)| (plain == a && accented == b) || (plain == b && accented == a))
    }
}

/// Whether folding would leave a letter of a list as it is, so that most entries need none.
fn is_plain(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_lowercase() && !c.is_ascii() && !matches!(c, 'ё')
}

/// In a phrase: any one word; `*ing` any one that ends so, which belongs to no class by that.
const ANY: &str = "*";

/// Whether a word of a phrase stands for `word`.
fn stands_for(pattern: &str, word: &str) -> bool {
    pattern == word || pattern.strip_prefix(ANY).is_some_and(|ending| word.ends_with(ending))
}

/// The phrases that an entry stands for: `a|b` is either word.
fn alternatives(entry: &str) -> Vec<String> {
    entry.split_whitespace().fold(vec![String::new()], |phrases, words| {
        let each = |phrase: &String| -> Vec<String> {
            let space = if phrase.is_empty() { "" } else { " " };
            words.split('|').map(|word| format!("{phrase}{space}{word}")).collect()
        };
        phrases.iter().flat_map(each).collect()
    })
}

/// The keys of a word as a text's tokens have them.
fn keys(word: &str, language: Language) -> Vec<CompactString> {
    // An elided word stands before another: `n'`, `qu'`.
    if word.starts_with(ANY) || word.trim_end_matches('\'').chars().all(is_plain) {
        return vec![word.into()];
    }
    let folded = fold(word, Some(language.code()));
    folded.tokens().iter().map(|token| token.key.clone()).collect()
}

/// The lines of a data file that are neither blank nor a comment.
fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::{Classes, Lexicon};
    use crate::text::fold::fold;
    use crate::text::language::Language;
    use crate::text::token::Token;

    /// The classes of each word of a text.
    fn classes(language: Language, text: &str) -> Vec<Classes> {
        let folded = fold(text, Some(language.code()));
        let tokens: Vec<&Token> =
            folded.tokens().iter().filter(|token| !token.kind.is_soft()).collect();
        Lexicon::of(Some(language)).classes(&tokens)
    }

    #[test]
    fn every_language_negates() {
        let cases = [
            (Language::Arabic, "لا"),
            (Language::Czech, "nevím"),
            (Language::German, "keineswegs"),
            (Language::English, "don’t"),
            (Language::Spanish, "jamás"),
            (Language::French, "ne"),
            (Language::Italian, "né"),
            (Language::Japanese, "ません"),
            (Language::Dutch, "geen"),
            (Language::Polish, "nigdy"),
            (Language::Portuguese, "não"),
            (Language::Russian, "не"),
            (Language::Chinese, "没"),
        ];
        for (language, word) in cases {
            assert!(classes(language, word).iter().all(|class| class.negates()), "{word}");
            assert!(
                Lexicon::of(None).classes(&fold(word, None).tokens().iter().collect::<Vec<_>>())[0]
                    .has(Classes::NEGATION),
                "{word}, language unknown"
            );
        }
        assert_eq!(cases.len(), Language::ALL.len());
    }

    #[test]
    fn what_looks_like_a_negation_and_is_none() {
        let cases = [
            ("a Czech conjunction", Language::Czech, "nebo", false),
            ("not only", Language::English, "not only", false),
            ("not, only", Language::English, "not. Only", true),
            ("elided", Language::French, "n'est", true),
            ("an idiom", Language::Spanish, "sin embargo", false),
            ("half of the idiom", Language::Spanish, "sin", true),
            ("an adverb of degree", Language::Chinese, "非常", false),
        ];
        for (name, language, text, expected) in cases {
            assert_eq!(classes(language, text)[0].negates(), expected, "{name}");
        }
    }

    #[test]
    fn opposites_and_twins() {
        let lexicon = Lexicon::of(Some(Language::English));
        assert!(lexicon.are_opposites("happy", "unhappy"));
        assert!(lexicon.are_opposites("careless", "care"));
        assert!(!lexicon.are_opposites("happy", "happier"));
        let italian = Lexicon::of(Some(Language::Italian));
        assert!(italian.are_two_words("e", "è"));
        assert!(!italian.are_two_words("perché", "perchè"));
    }
}
