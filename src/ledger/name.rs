//! The one matcher of names: what `--source`, `--by` and a draft's credit are compared with.

use std::sync::LazyLock;

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::ledger::source::{OWN_VOICE, Source, SourceKind};

/// How well a name answers to what was asked; the better is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answers {
    /// A part of it made of whole words: `Gupta` for Ritwik Gupta, `R. Gupta`.
    InPart,
    /// The id, or the whole of a name or alias.
    Whole,
}

/// A name as it is asked for, folded once and compared often: without case, accents, titles and
/// punctuation, and with "Last, First" turned round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    id: String,
    words: Vec<String>,
}

impl Name {
    /// The name in a person's or another program's words.
    pub fn new(asked: &str) -> Self {
        Self { id: asked.trim().to_owned(), words: plain_words(asked) }
    }

    /// Whether a source answers to this name, and how well.
    pub fn answers(&self, id: &str, source: &Source) -> Option<Answers> {
        if self.id == id {
            return Some(Answers::Whole);
        }
        let names = std::iter::once(&source.name).chain(&source.aliases);
        names.filter_map(|name| self.answers_name(name, source.kind, source.anonymous)).max()
    }

    /// Whether a bare name, such as one in a claim's `about`, answers to this one.
    pub fn answers_text(&self, name: &str) -> Option<Answers> {
        self.answers_name(name, SourceKind::Person, false)
    }

    /// Its folded words: two names with the same key are the same name.
    pub fn key(&self) -> String {
        self.words.join(" ")
    }

    /// Whether it is, to the letter, this id.
    pub fn is_id(&self, id: &str) -> bool {
        self.id == id
    }

    /// Whether it asks for the article's own voice.
    pub fn is_own_voice(&self) -> bool {
        self.is_id(OWN_VOICE)
    }

    /// As it was asked for.
    pub fn asked(&self) -> &str {
        &self.id
    }

    /// Whether it has no word to compare.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn answers_name(&self, name: &str, kind: SourceKind, anonymous: bool) -> Option<Answers> {
        let words = plain_words(name);
        if self.words.is_empty() || words.is_empty() {
            return None;
        }
        if self.words == words {
            return Some(Answers::Whole);
        }
        match kind {
            SourceKind::Person if !anonymous => {
                Bearer::of(&self.words).answers(&Bearer::of(&words))
            }
            _ => answers_as_body(&self.words, &words),
        }
    }

    /// The words that are compared: without case, accents and punctuation.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

/// An organisation's name, or the description of somebody unnamed: whole, or a run of its words.
fn answers_as_body(asked: &[String], name: &[String]) -> Option<Answers> {
    let (asked, name) = (without_forms(asked), without_forms(name));
    if asked == name {
        return Some(Answers::Whole);
    }
    is_run_of(&asked, &name).then_some(Answers::InPart)
}

/// A person's name, taken apart.
struct Bearer<'a> {
    /// Without titles, degrees and what tells generations apart.
    words: Vec<&'a str>,
    /// `jr`, `ii`: another generation is another person.
    generation: Option<&'a str>,
    /// Whether a title stood before it.
    has_title: bool,
}

impl<'a> Bearer<'a> {
    fn of(words: &'a [String]) -> Self {
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        let drop_last = |words: &mut Vec<&'a str>, list: &[&str]| -> Option<&'a str> {
            let is_one = words.len() > 1 && words.last().is_some_and(|word| list.contains(word));
            is_one.then(|| words.pop()).flatten()
        };
        while drop_last(&mut words, &SUFFIXES).is_some() {}
        let generation = drop_last(&mut words, &GENERATIONS).map(|generation| match generation {
            "junior" => "jr",
            "senior" => "sr",
            other => other,
        });
        let titles = words.iter().take_while(|word| TITLES.contains(word)).count();
        let titles = titles.min(words.len() - 1);
        Self { words: words.split_off(titles), generation, has_title: titles > 0 }
    }

    /// How well this asked name answers to a person's recorded one.
    fn answers(&self, name: &Self) -> Option<Answers> {
        // `John Paul II` is not `John Paul I`, nor a `John Paul` of whom no more is known.
        if self.generation.is_some() && self.generation != name.generation {
            return None;
        }
        // `King` is the whole of no Don King, though `Don` may be a title.
        let is_cut_to_one = name.words.len() == 1 && name.has_title;
        if self.words == name.words && self.generation == name.generation && !is_cut_to_one {
            return Some(Answers::Whole);
        }
        is_part_of_person(&self.words, &name.words).then_some(Answers::InPart)
    }
}

/// Calls `each` with the words of a name as they are compared; quick for a name in plain ASCII, as most are.
pub fn each_word(name: &str, each: &mut impl FnMut(&str)) {
    if name.bytes().all(|byte| byte.is_ascii() && byte != b'\'' && byte != b'`') {
        let mut lower = CompactString::default();
        let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            lower.clear();
            lower.push_str(word);
            lower.make_ascii_lowercase();
            each(&lower);
        }
    } else {
        plain_words(name).iter().for_each(|word| each(word));
    }
}

/// The words of a name without case, accents and punctuation; "Last, First" is turned round.
fn plain_words(name: &str) -> Vec<String> {
    let turned = match name.split_once(',') {
        Some((last, first)) if !first.trim().is_empty() && !is_suffix(first) => {
            format!("{first} {last}")
        }
        _ => name.to_owned(),
    };
    let plain: String = turned
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ı' => 'i',
            // An apostrophe joins (O'Brien); an initial's stop parts (J.R.R.).
            letter => letter,
        })
        .filter(|letter| !matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`'))
        .collect();
    plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_suffix(after_comma: &str) -> bool {
    plain_words(&after_comma.replace(',', " ")).iter().all(|word| {
        [&*SUFFIXES, &*GENERATIONS, &*TITLES].iter().any(|list| list.contains(&word.as_str()))
    })
}

/// Degrees and honours, which a byline may drop.
static SUFFIXES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| list(include_str!("names/suffixes.txt")));

/// What tells generations apart, which changes who is meant.
static GENERATIONS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| list(include_str!("names/generations.txt")));

/// Titles, which a byline may drop: style guides give a title once, then the name.
static TITLES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| list(include_str!("names/titles.txt")));

/// Forms of incorporation, which news copy drops: AP Stylebook, "company names".
static COMPANY_FORMS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| list(include_str!("names/company_forms.txt")));

fn list(text: &'static str) -> Vec<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// The words of a company's name without its form of incorporation.
fn without_forms(words: &[String]) -> Vec<&str> {
    let all = words.iter().map(String::as_str);
    let kept: Vec<&str> = all.clone().filter(|word| !COMPANY_FORMS.contains(word)).collect();
    if kept.is_empty() { all.collect() } else { kept }
}

/// Whether the asked words are a person's name with some left out or cut to initials: in order,
/// with a whole word among them, and with no middle name that the person does not have.
fn is_part_of_person(asked: &[&str], name: &[&str]) -> bool {
    let has_whole_word = asked.iter().any(|word| name.contains(word) && !is_initial(word));
    if !has_whole_word || asked.len() > name.len() {
        return false;
    }
    // `George W. Bush` is not `George H. W. Bush`: once a middle name is given, none is skipped
    // between it and the first.
    let starts_at_first = stands_for(asked[0], name[0]);
    if starts_at_first && asked.len() > 2 {
        let (last_asked, last_name) = (asked[asked.len() - 1], name[name.len() - 1]);
        let middle = &asked[1..asked.len() - 1];
        return stands_for(last_asked, last_name)
            && middle.iter().zip(&name[1..]).all(|(a, n)| stands_for(a, n));
    }
    let mut left = name.iter();
    asked.iter().all(|word| left.any(|part| stands_for(word, part)))
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// Whether an asked word is a name's word or its initial.
fn stands_for(asked: &str, word: &str) -> bool {
    asked == word || (is_initial(asked) && word.starts_with(asked))
}

fn is_run_of(asked: &[&str], name: &[&str]) -> bool {
    !asked.is_empty() && name.windows(asked.len()).any(|run| run == asked)
}

#[cfg(test)]
mod tests {
    use super::{Answers, Name};
    use crate::ledger::source::{Source, SourceKind};

    fn source(name: &str, kind: SourceKind, aliases: &[&str]) -> Source {
        Source {
            name: name.into(),
            kind,
            role: None,
            affiliation: None,
            aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
            anonymous: false,
            count: None,
            x: None,
        }
    }

    #[test]
    fn a_person_answers_to_every_form_of_the_name() {
        let ito = source("Mei Kanako Itō", SourceKind::Person, &["The Bridge Doctor"]);
        let cases = [
            ("the id", "ito", Some(Answers::Whole)),
            ("the full name", "Mei Kanako Itō", Some(Answers::Whole)),
            ("without accents and case", "mei kanako ITO", Some(Answers::Whole)),
            ("last, first", "Itō, Mei Kanako", Some(Answers::Whole)),
            ("with a title", "Dr. Mei Kanako Ito", Some(Answers::Whole)),
            ("with a suffix", "Mei Kanako Ito, PhD", Some(Answers::Whole)),
            ("an alias", "the bridge doctor", Some(Answers::Whole)),
            ("the surname", "Ito", Some(Answers::InPart)),
            ("title and surname", "Dr Ito", Some(Answers::InPart)),
            ("first and last", "Mei Ito", Some(Answers::InPart)),
            ("an initial", "M. Ito", Some(Answers::InPart)),
            ("all initials", "M. K. Ito", Some(Answers::InPart)),
            ("last, initial", "Ito, M.", Some(Answers::InPart)),
            ("a part of an alias", "Bridge Doctor", Some(Answers::InPart)),
            ("another first name", "Rei Ito", None),
            ("another initial", "R. Ito", None),
            ("only initials", "M. K. I.", None),
            ("part of a word", "It", None),
            ("more than the name", "Mei Kanako Ito Rossi", None),
            ("nothing", " ", None),
        ];
        for (case, asked, answer) in cases {
            assert_eq!(Name::new(asked).answers("ito", &ito), answer, "{case}");
        }
    }

    #[test]
    fn titles_are_dropped_only_where_titles_stand() {
        let cases = [
            ("a surname that is a title elsewhere", "John King", "John Bishop", None),
            ("the same, two names", "Stephen Prince", "Stephen King", None),
            ("a surname alone", "King", "Stephen King", Some(Answers::InPart)),
            ("a first name that is a title elsewhere", "King", "Don King", Some(Answers::InPart)),
            ("the same, in full", "Don King", "Don King", Some(Answers::Whole)),
            ("the same, another", "Stephen King", "Don King", None),
            ("a title before", "President Ito", "Mei Ito", Some(Answers::InPart)),
            ("a title on both", "Dr Mei Ito", "Prof. Mei Ito", Some(Answers::Whole)),
            ("another pope", "John Paul II", "John Paul I", None),
            ("no number given", "John Paul", "Pope John Paul II", Some(Answers::InPart)),
            ("a number that is not recorded", "John Paul II", "John Paul", None),
            ("father and son", "Carlo Bellandi Jr.", "Carlo Bellandi Sr.", None),
            (
                "the son, in words",
                "Carlo Bellandi, junior",
                "Carlo Bellandi Jr.",
                Some(Answers::Whole),
            ),
            ("more than is recorded", "Steve Sweeny", "Sweeny", None),
            ("another name before the same", "Peter Agustin", "San Agustín", None),
        ];
        for (case, asked, name, answer) in cases {
            let bearer = source(name, SourceKind::Person, &[]);
            assert_eq!(Name::new(asked).answers("x", &bearer), answer, "{case}");
        }
    }

    #[test]
    fn two_who_share_words_are_not_confused() {
        let father = source("George H. W. Bush", SourceKind::Person, &[]);
        let cases = [
            ("George Bush", Some(Answers::InPart)),
            ("George H. Bush", Some(Answers::InPart)),
            ("George W. Bush", None),
            ("G. W. Bush", None),
            ("Jeb Bush", None),
        ];
        for (asked, answer) in cases {
            assert_eq!(Name::new(asked).answers("bush-41", &father), answer, "{asked}");
        }
        let obrien = source("Conor O’Brien", SourceKind::Person, &[]);
        assert_eq!(Name::new("O'Brien").answers("x", &obrien), Some(Answers::InPart));
        assert_eq!(Name::new("Brien").answers("x", &obrien), None);
    }

    #[test]
    fn an_organisation_answers_without_its_legal_form() {
        let nvidia = source("Nvidia Corporation", SourceKind::Organization, &["NVDA"]);
        let authority = source("Port Authority", SourceKind::Organization, &["Autorità portuale"]);
        assert_eq!(Name::new("nvidia").answers("n", &nvidia), Some(Answers::Whole));
        assert_eq!(Name::new("Nvidia Corp.").answers("n", &nvidia), Some(Answers::Whole));
        assert_eq!(Name::new("autorita portuale").answers("p", &authority), Some(Answers::Whole));
        assert_eq!(Name::new("Authority").answers("p", &authority), Some(Answers::InPart));
        assert_eq!(Name::new("Authority Port").answers("p", &authority), None);
    }
}
