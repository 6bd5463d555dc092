//! What a name itself tells: a woman's, a man's, or nobody's.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::Traits;

/// Given names by their pronoun; no pronoun for the words of streets, houses and offices.
static WORDS: LazyLock<HashMap<&'static str, Option<Traits>>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    let mut section = None;
    for line in include_str!("words/given.txt").lines().filter(|line| !line.starts_with('#')) {
        match line {
            "[he]" => section = Some(Traits::HE),
            "[she]" => section = Some(Traits::SHE),
            "[thing]" => section = None,
            _ => words.extend(line.split_whitespace().map(|word| (word, section))),
        }
    }
    words
});

/// The pronoun that a person's given name tells; none where it tells none.
pub(super) fn gender(name: &str) -> Option<Traits> {
    let (first, _) = name.trim().split_once(' ')?;
    WORDS.get(first.to_lowercase().as_str()).copied().flatten()
}

/// Whether a word in a name makes it the name of no person: `Street`, `Ministero`.
pub(super) fn is_thing(word: &str) -> bool {
    let known = WORDS.get(word.to_lowercase().as_str());
    matches!(known, Some(None))
}
