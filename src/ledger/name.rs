//! The one matcher of names: what `--source`, `--by` and a draft's credit are compared with.

use std::sync::LazyLock;

use crate::ledger::source::{OWN_VOICE, Source, SourceKind};
use crate::text::plain::{each_word, plain_words};

/// How well a name answers to what was asked; the better is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answers {
    /// A part of it made of whole words: `Mei` for Mei Ito.
    InPart,
    /// A part that holds the last word, by which news copy calls a person: `Ito`.
    Surname,
    /// All of its words, some of them as initials: `M. Ito`.
    Initials,
    /// The whole of it, but for titles or the form of incorporation.
    Whole,
    /// The same words, but for case, accents and "Last, First".
    Words,
    /// Letter for letter.
    Letters,
    /// The id.
    Id,
}

impl Answers {
    /// Whether it is the whole of a name, or the id.
    pub fn is_whole(self) -> bool {
        self >= Self::Whole
    }
}

/// A name as it is asked for, folded once and compared often: without case, accents, titles and
/// punctuation, and, where it may be a person's, with "Last, First" turned round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    id: String,
    /// As a person's name.
    words: Vec<String>,
    /// As they stand: the comma in "Ministry of Health, Labour and Welfare" turns nothing round.
    as_written: Vec<String>,
}

impl Name {
    /// The name in a person's or another program's words.
    pub fn new(asked: &str) -> Self {
        Self {
            id: asked.trim().to_owned(),
            words: person_words(asked),
            as_written: plain_words(asked),
        }
    }

    /// Whether a source answers to this name, and how well.
    pub fn answers(&self, id: &str, source: &Source) -> Option<Answers> {
        if self.id == id {
            return Some(Answers::Id);
        }
        let names = std::iter::once(&source.name).chain(&source.aliases);
        names.filter_map(|name| self.answers_name(name, source.kind, source.anonymous)).max()
    }

    /// Whether a bare name, such as one in a claim's `about`, answers to this one.
    pub fn answers_text(&self, name: &str) -> Option<Answers> {
        self.answers_name(name, SourceKind::Person, false)
    }

    /// Whether these words stand side by side in what is no name: a topic, a title.
    pub fn stands_in(&self, text: &str) -> bool {
        is_run_of(&self.as_written, &plain_words(text))
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

    /// Whether it is one word, titles aside: a surname, which many bear.
    pub fn is_bare(&self) -> bool {
        !self.words.is_empty() && Bearer::of(&self.words).words.len() == 1
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
        if !self.shares_a_word_with(name) {
            return None;
        }
        let is_person = kind == SourceKind::Person && !anonymous;
        let (asked, words) = if is_person {
            (&self.words, person_words(name))
        } else {
            (&self.as_written, plain_words(name))
        };
        if asked.is_empty() || words.is_empty() {
            return None;
        }
        if *asked == words {
            let is_same = self.id == name.trim();
            return Some(if is_same { Answers::Letters } else { Answers::Words });
        }
        if !is_person {
            return answers_as_body(asked, &words);
        }
        Bearer::of(&self.words).answers(&Bearer::of(&words))
    }

    /// Whether a name has one of these words: cheap, and no name answers without one.
    fn shares_a_word_with(&self, name: &str) -> bool {
        let mut shares = false;
        each_word(name, &mut |word| shares |= self.as_written.iter().any(|asked| asked == word));
        shares
    }

    /// The words that are compared: without case, accents and punctuation.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

/// An organisation's name, or the description of somebody unnamed: whole, or a run of its words.
fn answers_as_body(asked: &[String], name: &[String]) -> Option<Answers> {
    let (bare_asked, bare_name) = (without_forms(asked), without_forms(name));
    if bare_asked.is_empty() {
        return None;
    }
    if bare_asked == bare_name {
        return Some(Answers::Whole);
    }
    // In "people close to the company", the company is no form of incorporation.
    let is_part = is_run_of(&bare_asked, &bare_name) || is_run_of(asked, name);
    is_part.then_some(Answers::InPart)
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
        let titles = words.iter().take_while(|word| TITLES.contains(word)).count();
        let titles = titles.min(words.len() - 1);
        // `Don King` may be a first name and a surname: no title is dropped that leaves one word of
        // what may be somebody else's name.
        let is_given_name = titles > 0 && GIVEN_NAMES.contains(&words[titles - 1]);
        let titles = if is_given_name && words.len() == titles + 1 { titles - 1 } else { titles };
        // `President Xi` is not the eleventh of a name.
        let has_name_before = words.len() > titles + 1;
        let generation = has_name_before.then(|| drop_last(&mut words, &GENERATIONS)).flatten();
        let generation = generation.map(|generation| match generation {
            "junior" => "jr",
            "senior" => "sr",
            other => other,
        });
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
        if !is_part_of_person(&self.words, &name.words) {
            return None;
        }
        let (last, surname) = (self.words.last()?, name.words.last()?);
        Some(match last == surname {
            true if self.words.len() == name.words.len() && !is_cut_to_one => Answers::Initials,
            true => Answers::Surname,
            false => Answers::InPart,
        })
    }
}

/// The words of a person's name; "Last, First" is turned round, and what follows a name stays last.
fn person_words(name: &str) -> Vec<String> {
    let mut parts: Vec<&str> = name.split(',').collect();
    let mut after = Vec::new();
    while let Some(suffix) = parts.pop_if(|part| is_suffix(part)) {
        after.insert(0, suffix);
    }
    if parts.len() > 1 {
        parts.rotate_left(1);
    }
    parts.into_iter().chain(after).flat_map(plain_words).collect()
}

fn is_suffix(after_comma: &str) -> bool {
    plain_words(after_comma)
        .iter()
        .all(|word| [&*SUFFIXES, &*GENERATIONS].iter().any(|list| list.contains(&word.as_str())))
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

/// Titles that are first names too.
static GIVEN_NAMES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| list(include_str!("names/given_titles.txt")));

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

/// A letter for a name; in a script without capitals, such as Chinese, one letter is a name.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
}

/// Whether an asked word is a name's word or its initial.
fn stands_for(asked: &str, word: &str) -> bool {
    asked == word || (is_initial(asked) && word.starts_with(asked))
}

fn is_run_of<T: PartialEq>(asked: &[T], name: &[T]) -> bool {
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
            ("the id", "ito", Some(true)),
            ("the full name", "Mei Kanako Itō", Some(true)),
            ("without accents and case", "mei kanako ITO", Some(true)),
            ("last, first", "Itō, Mei Kanako", Some(true)),
            ("with a title", "Dr. Mei Kanako Ito", Some(true)),
            ("a title after a comma", "Mei Kanako Ito, Dr.", Some(true)),
            ("with a suffix", "Mei Kanako Ito, PhD", Some(true)),
            ("an alias", "the bridge doctor", Some(true)),
            ("the surname", "Ito", Some(false)),
            ("title and surname", "Dr Ito", Some(false)),
            ("first and last", "Mei Ito", Some(false)),
            ("an initial", "M. Ito", Some(false)),
            ("all initials", "M. K. Ito", Some(false)),
            ("last, initial", "Ito, M.", Some(false)),
            ("a part of an alias", "Bridge Doctor", Some(false)),
            ("another first name", "Rei Ito", None),
            ("another initial", "R. Ito", None),
            ("only initials", "M. K. I.", None),
            ("part of a word", "It", None),
            ("more than the name", "Mei Kanako Ito Rossi", None),
            ("nothing", " ", None),
        ];
        for (case, asked, answer) in cases {
            assert_eq!(
                Name::new(asked).answers("ito", &ito).map(Answers::is_whole),
                answer,
                "{case}"
            );
        }
    }

    #[test]
    fn the_nearer_name_answers_better() {
        let cases = [
            ("Jean Paul", "Jean Paul", Answers::Letters),
            ("jean-paul", "Jean Paul", Answers::Words),
            ("Sir Jean Paul", "Jean Paul", Answers::Whole),
            ("J. Paul", "Jean Paul", Answers::Initials),
            ("Paul", "Jean Paul", Answers::Surname),
            ("J. Paul", "Jean Paul Rossi", Answers::InPart),
            ("Paul", "Paul Rossi", Answers::InPart),
        ];
        for (asked, name, answer) in cases {
            let bearer = source(name, SourceKind::Person, &[]);
            assert_eq!(Name::new(asked).answers("x", &bearer), Some(answer), "{asked} {name}");
        }
    }

    #[test]
    fn titles_are_dropped_only_where_titles_stand() {
        let cases = [
            ("a surname that is a title elsewhere", "John King", "John Bishop", None),
            ("the same, two names", "Stephen Prince", "Stephen King", None),
            ("a surname alone", "King", "Stephen King", Some(false)),
            ("a first name that is a title elsewhere", "King", "Don King", Some(false)),
            ("the same, in full", "Don King", "Don King", Some(true)),
            ("the same, another", "Stephen King", "Don King", None),
            ("a title before", "President Ito", "Mei Ito", Some(false)),
            ("a title on both", "Dr Mei Ito", "Prof. Mei Ito", Some(true)),
            ("another pope", "John Paul II", "John Paul I", None),
            ("no number given", "John Paul", "Pope John Paul II", Some(false)),
            ("a number that is not recorded", "John Paul II", "John Paul", None),
            ("father and son", "Carlo Bellandi Jr.", "Carlo Bellandi Sr.", None),
            ("the son, in words", "Carlo Bellandi, junior", "Carlo Bellandi Jr.", Some(true)),
            ("more than is recorded", "Steve Sweeny", "Sweeny", None),
            ("another name before the same", "Peter Agustin", "San Agustín", None),
        ];
        for (case, asked, name, answer) in cases {
            let bearer = source(name, SourceKind::Person, &[]);
            assert_eq!(
                Name::new(asked).answers("x", &bearer).map(Answers::is_whole),
                answer,
                "{case}"
            );
        }
    }

    #[test]
    fn two_who_share_words_are_not_confused() {
        let father = source("George H. W. Bush", SourceKind::Person, &[]);
        let cases = [
            ("George Bush", Some(false)),
            ("George H. Bush", Some(false)),
            ("George W. Bush", None),
            ("G. W. Bush", None),
            ("Jeb Bush", None),
        ];
        for (asked, answer) in cases {
            assert_eq!(
                Name::new(asked).answers("bush-41", &father).map(Answers::is_whole),
                answer,
                "{asked}"
            );
        }
        let obrien = source("Conor O’Brien", SourceKind::Person, &[]);
        assert_eq!(Name::new("O'Brien").answers("x", &obrien).map(Answers::is_whole), Some(false));
        assert_eq!(Name::new("Brien").answers("x", &obrien).map(Answers::is_whole), None);
    }

    #[test]
    fn names_are_compared_in_every_script() {
        let cases = [
            ("capitals without a final sigma", "ΜΗΤΣΟΤΑΚΗΣ", "Κυριάκος Μητσοτάκης", Some(false)),
            ("capitals without ß", "PETER WEISS", "Peter Weiß", Some(true)),
            ("a family name of one letter", "李", "李 明", Some(false)),
            ("another of one letter", "王", "李 明", None),
            ("vowel signs are letters", "राम", "रमा", None),
            ("a conjunct is one word", "गुप्ता", "रितविक गुप्ता", Some(false)),
            ("harakat are not", "محمد", "مُحَمَّد", Some(true)),
            ("a soft hyphen", "Gup\u{ad}ta", "Ritwik Gupta", Some(false)),
            ("a president who looks like a number", "President Xi", "Xi Jinping", Some(false)),
            (
                "last, first, generation",
                "King, Martin Luther, Jr.",
                "Martin Luther King Jr.",
                Some(true),
            ),
            ("first last, degree, honour", "Mei Ito, PhD, OBE", "Mei Ito", Some(true)),
        ];
        for (case, asked, name, answer) in cases {
            let bearer = source(name, SourceKind::Person, &[]);
            assert_eq!(
                Name::new(asked).answers("x", &bearer).map(Answers::is_whole),
                answer,
                "{case}"
            );
        }
    }

    #[test]
    fn a_description_is_found_by_its_own_words() {
        let ministry = "Ministry of Health, Labour and Welfare";
        let near = "people close to the company";
        let cases = [
            ("the whole", ministry, ministry, Some(true)),
            ("a run over the comma", "Health, Labour and Welfare", ministry, Some(false)),
            ("words that meet only when turned", "Welfare Ministry", ministry, None),
            ("a company that is no form", "company", near, Some(false)),
            ("the same with its article", "the company", near, Some(false)),
            ("another word", "the works", near, None),
            ("nothing", "…", near, None),
        ];
        for (case, asked, name, answer) in cases {
            let body = source(name, SourceKind::Group, &[]);
            assert_eq!(
                Name::new(asked).answers("x", &body).map(Answers::is_whole),
                answer,
                "{case}"
            );
        }
    }

    #[test]
    fn a_topic_is_no_name() {
        assert!(Name::new("delay").stands_in("r2-delay"));
        assert!(Name::new("R2 delay").stands_in("r2-delay"));
        assert!(!Name::new("General strike").stands_in("strike"), "a title is a word of it");
        assert!(!Name::new("r delay").stands_in("r2-delay"), "an initial is none");
        assert!(!Name::new("…").stands_in("strike"));
    }

    #[test]
    fn a_title_that_is_a_first_name_too_is_not_dropped() {
        let king = source("Stephen King", SourceKind::Person, &[]);
        let ginsburg = source("Ruth Bader Ginsburg", SourceKind::Person, &[]);
        let cases = [
            ("Don King", &king, None),
            ("Justice King", &king, None),
            ("King", &king, Some(Answers::Surname)),
            ("Mr. King", &king, Some(Answers::Surname)),
            ("Justice Ruth Bader Ginsburg", &ginsburg, Some(Answers::Whole)),
        ];
        for (asked, source, answer) in cases {
            assert_eq!(Name::new(asked).answers("x", source), answer, "{asked}");
        }
    }

    #[test]
    fn an_organisation_answers_without_its_legal_form() {
        let nvidia = source("Nvidia Corporation", SourceKind::Organization, &["NVDA"]);
        let authority = source("Port Authority", SourceKind::Organization, &["Autorità portuale"]);
        assert_eq!(Name::new("nvidia").answers("n", &nvidia).map(Answers::is_whole), Some(true));
        assert_eq!(
            Name::new("Nvidia Corp.").answers("n", &nvidia).map(Answers::is_whole),
            Some(true)
        );
        assert_eq!(
            Name::new("autorita portuale").answers("p", &authority).map(Answers::is_whole),
            Some(true)
        );
        assert_eq!(
            Name::new("Authority").answers("p", &authority).map(Answers::is_whole),
            Some(false)
        );
        assert_eq!(
            Name::new("Authority Port").answers("p", &authority).map(Answers::is_whole),
            None
        );
    }
}
