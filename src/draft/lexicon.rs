//! Words that tell who speaks: one data file a language, parsed on first use.

use std::sync::OnceLock;

use crate::text::language::Language;
use crate::text::listed::Listed;

/// What a word may be in a sentence, as bits; a word may be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    /// A verb of saying that stands by itself: `said`, `dice`.
    pub const SAY: Self = Self(1);
    /// A participle of one, which needs an auxiliary: `detto`, `gesagt`.
    pub const PARTICIPLE: Self = Self(1 << 1);
    /// A verb that judges or names, which only what follows it is credited by: `called`, `definisce`.
    pub const JUDGE: Self = Self(1 << 2);
    /// `saying`, `aggiungendo`: its subject is the sentence's.
    pub const GERUND: Self = Self(1 << 3);
    pub const HE: Self = Self(1 << 4);
    pub const SHE: Self = Self(1 << 5);
    /// A pronoun of several, or of nobody in particular.
    pub const THEY: Self = Self(1 << 6);
    pub const DETERMINER: Self = Self(1 << 7);
    pub const INDEFINITE: Self = Self(1 << 8);
    pub const PREPOSITION: Self = Self(1 << 9);
    pub const CONJUNCTION: Self = Self(1 << 10);
    pub const RELATIVE: Self = Self(1 << 11);
    pub const AUXILIARY: Self = Self(1 << 12);
    /// A form of `be`: a participle after it is passive.
    pub const BE: Self = Self(1 << 13);
    pub const ADVERB: Self = Self(1 << 14);
    /// A day or a month.
    pub const CALENDAR: Self = Self(1 << 15);
    /// A title or an office that stands before a name.
    pub const TITLE: Self = Self(1 << 16);
    /// A title of a man.
    pub const HONORIFIC: Self = Self(1 << 17);
    /// A title of a woman.
    pub const HONORESS: Self = Self(1 << 18);
    /// Capitalised and no part of the name that follows: a party, a people, a chamber.
    pub const GROUP: Self = Self(1 << 19);
    /// Its full stop ends no sentence.
    pub const ABBREVIATION: Self = Self(1 << 20);
    /// Another word that a sentence may begin with and that is no name.
    pub const KNOWN: Self = Self(1 << 21);
    /// German `so`: after a quotation it leads to the speaker.
    pub const SO: Self = Self(1 << 22);

    /// A verb that only says something with its particle: `pointed out`.
    pub const SPLIT: Self = Self(1 << 23);

    /// A preposition of place: nobody's name follows it.
    pub const PLACE: Self = Self(1 << 24);

    /// The first word of a phrase that leads to a speaker, or follows one.
    pub const PHRASE: Self = Self(1 << 25);

    /// At the start of a sentence it leads to whose view is told: `for Ito, …`.
    pub const FOR: Self = Self(1 << 26);

    /// What words are published in: `on Twitter`, `in a statement`.
    pub const MEDIUM: Self = Self(1 << 27);
    /// What somebody says, as a noun: `answer`, `verdetto`.
    pub const UTTERANCE: Self = Self(1 << 28);
    /// What it is said of may be another's words: `denied`, `respinge`.
    pub const DISPUTE: Self = Self(1 << 29);
    /// It says that something was not said: `never`, `declined`.
    pub const NOT: Self = Self(1 << 30);
    /// Who speaks for an organisation: `spokesman`, `portavoce`.
    pub const VOICE: Self = Self(1 << 31);

    /// He, she, they.
    pub const PRONOUN: Self = Self::HE.and(Self::SHE).and(Self::THEY);
    /// Every form of a verb that credits.
    pub const CUE: Self = Self::SAY.and(Self::PARTICIPLE).and(Self::JUDGE).and(Self::GERUND);
    /// Small words: common in any text of the language, never a name.
    pub const SMALL: Self = Self::PRONOUN
        .and(Self::DETERMINER)
        .and(Self::INDEFINITE)
        .and(Self::PREPOSITION)
        .and(Self::CONJUNCTION)
        .and(Self::RELATIVE)
        .and(Self::AUXILIARY)
        .and(Self::BE);
    /// Never part of a name, although a sentence may begin with it in a capital.
    pub const NO_NAME: Self =
        Self::SMALL.and(Self::ADVERB).and(Self::CALENDAR).and(Self::KNOWN).and(Self::GERUND);

    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const SECTIONS: [(&str, Traits); 29] = [
    ("dispute", Traits::DISPUTE),
    ("not", Traits::NOT),
    ("voice", Traits::VOICE),
    ("utterance", Traits::UTTERANCE),
    ("medium", Traits::MEDIUM),
    ("for", Traits::FOR),
    ("place", Traits::PLACE),
    ("say", Traits::SAY),
    ("participle", Traits::PARTICIPLE),
    ("judge", Traits::JUDGE),
    ("gerund", Traits::GERUND),
    ("he", Traits::HE),
    ("she", Traits::SHE),
    ("they", Traits::THEY),
    ("determiner", Traits::DETERMINER),
    ("indefinite", Traits::INDEFINITE),
    ("preposition", Traits::PREPOSITION),
    ("conjunction", Traits::CONJUNCTION),
    ("relative", Traits::RELATIVE),
    ("auxiliary", Traits::AUXILIARY),
    ("be", Traits::BE),
    ("adverb", Traits::ADVERB),
    ("calendar", Traits::CALENDAR),
    ("title", Traits::TITLE),
    ("honorific", Traits::HONORIFIC),
    ("honoress", Traits::HONORESS),
    ("group", Traits::GROUP),
    ("abbreviation", Traits::ABBREVIATION),
    ("known", Traits::KNOWN),
];

const FILES: [(Language, &str); 5] = [
    (Language::English, include_str!("words/en.txt")),
    (Language::Italian, include_str!("words/it.txt")),
    (Language::German, include_str!("words/de.txt")),
    (Language::French, include_str!("words/fr.txt")),
    (Language::Spanish, include_str!("words/es.txt")),
];

/// The words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub language: Language,
    words: Listed<&'static str, Traits>,
    particles: Listed<&'static str, Vec<&'static str>>,
    /// Phrases that lead to a speaker: `according to`.
    pub before: Vec<Vec<&'static str>>,
    /// Phrases that follow one: `zufolge`.
    pub after: Vec<Vec<&'static str>>,
}

impl Lexicon {
    /// The lexicons, one a language.
    pub fn all() -> &'static [Self] {
        static ALL: OnceLock<Vec<Lexicon>> = OnceLock::new();
        ALL.get_or_init(|| {
            FILES.into_iter().map(|(language, text)| Self::parse(language, text)).collect()
        })
    }

    fn parse(language: Language, text: &'static str) -> Self {
        let mut lexicon = Self {
            language,
            words: Listed::default(),
            particles: Listed::default(),
            before: Vec::new(),
            after: Vec::new(),
        };
        let mut section = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']');
                continue;
            }
            let words = line.split_whitespace();
            match section {
                _ if line.trim().is_empty() => {}
                "before" | "after" => {
                    let words: Vec<&str> = words.collect();
                    lexicon.add(words[0], Traits::PHRASE);
                    let phrases =
                        if section == "after" { &mut lexicon.after } else { &mut lexicon.before };
                    phrases.push(words);
                }
                "so" => words.for_each(|word| lexicon.add(word, Traits::SO)),
                _ => {
                    let known = SECTIONS.iter().find(|(name, _)| *name == section);
                    let traits = known.map(|(_, traits)| *traits).unwrap_or_default();
                    words.for_each(|word| lexicon.add(word, traits));
                }
            }
        }
        // The longest phrase first: `a detta della` before `a detta`.
        lexicon.before.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        lexicon
    }

    fn add(&mut self, word: &'static str, traits: Traits) {
        if let Some((verb, particle)) = word.split_once('_') {
            self.particles.entry(verb).push(particle);
            return self.add(verb, traits.and(Traits::SPLIT));
        }
        let known = self.words.entry(word);
        *known = known.and(traits);
    }

    /// What a word in lower case may be; nothing where it is not listed.
    pub fn traits(&self, word: &str) -> Traits {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Whether a word that is not listed is an adverb by its form: `repeatedly`.
    pub fn is_adverb_by_form(&self, word: &str) -> bool {
        self.language == Language::English && word.len() > 4 && word.ends_with("ly")
    }

    /// The words of which one must follow a verb, so that it is one of saying: `pointed out`.
    pub fn particles(&self, verb: &str) -> &[&'static str] {
        self.particles.get(verb).map_or(&[], Vec::as_slice)
    }

    /// How many of these words are small words of the language, or say that somebody speaks.
    fn votes(&self, words: &FirstWords) -> usize {
        let counts = |word: &&str| self.traits(word).has(Traits::SMALL.and(Traits::CUE));
        words.lower.split_ascii_whitespace().filter(counts).count()
    }

    /// The lexicon whose words a text uses most.
    pub fn of_draft(text: &str) -> &'static Self {
        let words = FirstWords::of(text, 2000);
        // Of equals the first is taken: the order of the files.
        let most = Self::all().iter().rev().max_by_key(|lexicon| lexicon.votes(&words));
        most.unwrap_or(&Self::all()[0])
    }

    /// The lexicon of one passage in a draft of another language: only where it is clearly ahead.
    pub fn of_passage(text: &str, draft: &'static Self) -> &'static Self {
        let words = FirstWords::of(text, 60);
        let own = draft.votes(&words);
        // A third of running text is small words: no other language can be clearly ahead.
        if 3 * own >= words.many {
            return draft;
        }
        let votes = Self::all().iter().map(|lexicon| (lexicon.votes(&words), lexicon));
        match votes.max_by_key(|(votes, _)| *votes) {
            Some((most, lexicon)) if most >= 3 && 2 * most > 3 * own => lexicon,
            _ => draft,
        }
    }
}

/// The words by which a language is told; some tell it as well as all of a long text.
struct FirstWords {
    /// In lower case, with a space after each.
    lower: String,
    /// How many there are.
    many: usize,
}

impl FirstWords {
    fn of(text: &str, enough: usize) -> Self {
        let words = text.split(|letter: char| !letter.is_alphabetic());
        let mut first = Self { lower: String::with_capacity(text.len().min(8 * enough)), many: 0 };
        for word in words.filter(|word| !word.is_empty()).take(enough) {
            let start = first.lower.len();
            if word.is_ascii() {
                first.lower.push_str(word);
                first.lower[start..].make_ascii_lowercase();
            } else {
                first.lower.push_str(&word.to_lowercase());
            }
            first.lower.push(' ');
            first.many += 1;
        }
        first
    }
}
