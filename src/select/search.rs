//! Words that must stand in a claim, without case and accents.

use crate::ledger::Claim;
use crate::text::plain::plain;

/// The words of `--search`, each of which must stand somewhere in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search(Vec<String>);

impl Search {
    /// The words to look for; a word is found inside longer ones too.
    pub fn new(words: &str) -> Self {
        Self(words.split_whitespace().map(searched).collect())
    }

    /// Whether every word stands in the claim: in its id, statement, quotes and their renderings,
    /// topics, subjects or note.
    pub fn finds(&self, claim: &Claim) -> bool {
        let texts = texts_of(claim).map(searched).collect::<Vec<_>>();
        self.0.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    }
}

fn texts_of(claim: &Claim) -> impl Iterator<Item = &str> {
    let quotes = claim.quotes.iter().flat_map(|quote| {
        let renderings = quote.renderings.iter().map(|(_, words)| words);
        std::iter::once(quote.exact.as_str()).chain(renderings)
    });
    [claim.id.as_str(), claim.statement.as_str()]
        .into_iter()
        .chain(quotes)
        .chain(claim.topics.iter().map(AsRef::as_ref))
        .chain(claim.about.iter().map(AsRef::as_ref))
        .chain(claim.note.as_deref())
}

fn searched(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Print has curly apostrophes, keyboards have straight ones.
    plain(text).replace(['’', '‘', 'ʼ'], "'")
}

#[cfg(test)]
mod tests {
    use super::Search;
    use crate::ledger::Claim;

    #[test]
    fn all_words_must_stand_in_the_claim() {
        let claim: Claim = serde_json::from_str(
            r#"{"id":"ito-safe","statement":"The bridge’s piers will be safe again.","kind":"forecast",
                "source":"ito","mode":"direct","quotes":[{"exact":"Il ponte tornerà sicuro"}]}"#,
        )
        .expect("is a claim");
        for (words, found) in [
            ("bridge", true),
            ("TORNERA ponte", true),
            ("bridge closed", false),
            ("bridge's", true),
            ("", true),
        ] {
            assert_eq!(Search::new(words).finds(&claim), found, "{words}");
        }
    }
}
