//! Those whom a sentence gives words to without a name, told by the noun that the ledger has for them: for `a senior
//! player`, "three players said".

/// Whom the words beside a quotation speak of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Speakers {
    /// As they stand in the draft.
    pub words: String,
    /// How many they are, where that is said.
    pub number: Option<u32>,
    /// Whether the noun is in the plural, while the ledger has it in the singular.
    pub is_plural: bool,
}

/// Shorter words are no noun that tells whom.
const TELLING: usize = 4;

/// Words of saying that may stand before whoever says it, in the languages that drafts are read in.
const SAYS: [&str; 21] = [
    "said",
    "say",
    "says",
    "hanno",
    "detto",
    "dicono",
    "dissero",
    "raccontano",
    "spiegano",
    "sagten",
    "sagen",
    "erklärten",
    "ont",
    "dit",
    "disent",
    "dicen",
    "dijeron",
    "affirment",
    "according",
    "to",
    "secondo",
];

/// Articles, and words for many, that may stand before the noun.
const BEFORE: [&str; 28] = [
    "the",
    "several",
    "some",
    "many",
    "other",
    "these",
    "those",
    "i",
    "gli",
    "le",
    "alcuni",
    "alcune",
    "molti",
    "molte",
    "diversi",
    "diverse",
    "die",
    "mehrere",
    "einige",
    "viele",
    "les",
    "plusieurs",
    "des",
    "los",
    "las",
    "varios",
    "varias",
    "algunos",
];

/// Numbers in words.
const NUMBERS: [(&str, u32); 42] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("due", 2),
    ("tre", 3),
    ("quattro", 4),
    ("cinque", 5),
    ("sei", 6),
    ("sette", 7),
    ("otto", 8),
    ("nove", 9),
    ("dieci", 10),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
];

/// The speakers in a sentence in lower case, where they begin a clause or follow its verb of saying.
pub(super) fn speakers(sentence: &str, source: &str) -> Option<Speakers> {
    let nouns: Vec<&str> = words(source).filter(|word| word.chars().count() >= TELLING).collect();
    sentence.split([',', '.', ';', ':', '!', '?', '—', '–']).find_map(|clause| {
        let clause: Vec<&str> = words(clause).collect();
        let mut number = None;
        let mut start = None;
        for (at, word) in clause.iter().enumerate() {
            if let Some(count) = number_of(word) {
                number = Some(count);
                start = start.or(Some(at));
                continue;
            }
            let same = nouns.iter().find(|noun| *noun == word || is_plural_of(word, noun));
            // An adjective of the source's own name goes before its noun.
            let goes_on = clause.get(at + 1).is_some_and(|next| {
                nouns.iter().any(|noun| noun == next || is_plural_of(next, noun))
            });
            match same {
                Some(_) if goes_on => start = start.or(Some(at)),
                Some(noun) => {
                    let from = start.unwrap_or(at);
                    let words = clause[from..=at].join(" ");
                    return Some(Speakers { words, number, is_plural: noun != word });
                }
                None if BEFORE.contains(word) || SAYS.contains(word) => {}
                None => return None,
            }
        }
        None
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn number_of(word: &str) -> Option<u32> {
    let known = NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    known.or_else(|| word.parse().ok())
}

/// Whether a word is the plural of another by the endings of English, Italian, French, Spanish and German.
fn is_plural_of(word: &str, noun: &str) -> bool {
    const ENDINGS: [(&str, &str); 13] = [
        ("", "s"),
        ("", "es"),
        ("y", "ies"),
        ("io", "i"),
        ("o", "i"),
        ("e", "i"),
        ("a", "e"),
        ("a", "i"),
        ("", "e"),
        ("", "en"),
        ("", "n"),
        ("", "nen"),
        ("al", "aux"),
    ];
    ENDINGS.iter().any(|(one, several)| {
        let stem = noun.strip_suffix(one);
        stem.is_some_and(|stem| word.strip_suffix(several) == Some(stem))
    })
}

#[cfg(test)]
mod tests {
    use super::{Speakers, speakers};

    #[test]
    fn speakers_are_told_by_the_noun_of_the_ledger() {
        let (player, crew) = ("a senior player", "two firefighters");
        let cases = [
            ("the plural", " players said.", player, Some(("players", None, true))),
            ("after the verb", " said several players.", player, Some(("players", None, true))),
            (
                "the adjective",
                " senior players said.",
                player,
                Some(("senior players", None, true)),
            ),
            ("the one", " a senior player said.", player, None),
            ("whom they are told", " he told players.", player, None),
            ("of whom it is said", " a coach said of the players.", player, None),
            (
                "a number",
                " three firefighters said.",
                crew,
                Some(("three firefighters", Some(3), false)),
            ),
            (
                "the same number",
                " 2 firefighters said.",
                crew,
                Some(("2 firefighters", Some(2), false)),
            ),
            (
                "Italian",
                " hanno detto i funzionari.",
                "un funzionario",
                Some(("funzionari", None, true)),
            ),
        ];
        for (name, sentence, source, expected) in cases {
            let expected = expected.map(|(words, number, is_plural)| Speakers {
                words: words.to_owned(),
                number,
                is_plural,
            });
            assert_eq!(speakers(sentence, source), expected, "{name}");
        }
    }
}
