//! Our own phrases around a claim and its reference: one data file a language.

use std::fmt::Display;

use serde::Deserialize;

/// The phrases of one language. In each `{}` stands for what it speaks of, in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    and: Phrase,
    /// An article that has no title: `article {}`.
    pub article: Phrase,
    /// Words in quotation marks.
    pub quotation: Phrase,
    /// A date that is not certain.
    pub about: Phrase,
    /// From a date to a date.
    pub range: Phrase,
    /// A season or other words, and a year.
    pub season: Phrase,
    paragraph: Phrase,
    paragraphs: Phrase,
    par: Phrase,
    pars: Phrase,
    /// What the record lacks.
    pub unknown: Unknown,
    /// Who is credited.
    pub party: PartyPhrases,
    /// Whether printed words are a translation.
    pub translation: Translation,
    /// What is said of a claim in running text.
    pub body: Body,
    /// What leads to the reference in a cite.
    pub cite: Cite,
    /// What is added to a reference.
    pub aside: Aside,
}

/// A phrase with its gaps.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Phrase(String);

/// What the record lacks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is the phrase that its name says")]
pub struct Unknown {
    pub one: Phrase,
    pub several: Phrase,
    pub author: Phrase,
    pub title: Phrase,
    pub outlet: Phrase,
    pub date: Phrase,
    pub address: Phrase,
}

/// Who is credited.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is the phrase that its name says")]
pub struct PartyPhrases {
    pub unnamed: Phrase,
    pub unrecorded: Phrase,
    pub person: Phrase,
    pub people: Phrase,
    pub relayed: Phrase,
}

/// Whether printed words are a translation, and who says so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is the phrase that its name says")]
pub struct Translation {
    pub stated: Phrase,
    pub presumed: Phrase,
}

/// What is said of a claim in running text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is the phrase that its name says")]
pub struct Body {
    pub line: Phrase,
    pub quotes: Phrase,
    pub reports: Phrase,
    pub own_voice: Phrase,
    pub untold: Phrase,
    pub in_marks: Phrase,
    pub credits_nobody: Phrase,
    pub colon: Phrase,
}

/// What leads to the reference in a cite.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is the phrase that its name says")]
pub struct Cite {
    pub unnamed: Phrase,
    pub quoted: Phrase,
    pub quoted_stated: Phrase,
    pub quoted_presumed: Phrase,
    pub partly_quoted: Phrase,
    pub partly_quoted_stated: Phrase,
    pub partly_quoted_presumed: Phrase,
    pub reported: Phrase,
    pub own_voice: Phrase,
    pub uncredited: Phrase,
    pub untold: Phrase,
}

/// What is added to a reference.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is the phrase that its name says")]
pub struct Aside {
    pub doubt: Phrase,
    pub inferred: Phrase,
    pub corrected: Phrase,
    pub retracted: Phrase,
    pub superseded: Phrase,
    pub on: Phrase,
}

impl Phrase {
    /// The phrase as it stands.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The phrase with its one gap filled.
    pub fn of(&self, what: impl Display) -> String {
        let (before, after) = self.around();
        format!("{before}{what}{after}")
    }

    /// The phrase with its two gaps filled.
    pub fn of_two(&self, first: impl Display, second: impl Display) -> String {
        let (before, rest) = self.around();
        let (between, after) = rest.split_once("{}").unwrap_or((rest, ""));
        format!("{before}{first}{between}{second}{after}")
    }

    /// What stands before its gap and after it.
    pub fn around(&self) -> (&str, &str) {
        self.0.split_once("{}").unwrap_or((&self.0, ""))
    }
}

impl Phrases {
    /// Reads the phrases of one language, which are part of the program.
    pub(super) fn read(file: &str) -> Self {
        serde_json::from_str(file).expect("a test reads every file of phrases")
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn all_of<T: Display>(&self, items: impl IntoIterator<Item = T>) -> String {
        let mut items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
        match items.pop() {
            None => String::new(),
            Some(last) if items.is_empty() => last,
            Some(last) => format!("{} {} {last}", items.join(", "), self.and.as_str()),
        }
    }

    /// `paragraph 7`, `paragraphs 3 and 7`; none where no paragraph is known.
    pub fn place(&self, paragraphs: &[u32]) -> Option<String> {
        match paragraphs {
            [] => None,
            [one] => Some(self.paragraph.of(one)),
            several => Some(self.paragraphs.of(self.all_of(several))),
        }
    }

    /// `para. 7`, `paras. 3, 7`; none where no paragraph is known.
    pub fn short_place(&self, paragraphs: &[u32]) -> Option<String> {
        let listed: Vec<String> = paragraphs.iter().map(u32::to_string).collect();
        match paragraphs {
            [] => None,
            [one] => Some(self.par.of(one)),
            _ => Some(self.pars.of(listed.join(", "))),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cite::locale::Locale;

    #[test]
    fn every_language_has_every_phrase_with_its_gaps() {
        let gaps = |locale: Locale| {
            let phrases = format!("{:?}", locale.phrases());
            assert!(!phrases.contains("\"\""), "{locale} has an empty phrase: {phrases}");
            phrases
                .split("Phrase(\"")
                .map(|phrase| phrase.split("\")").next().unwrap_or_default().matches("{}").count())
                .collect::<Vec<_>>()
        };
        for locale in Locale::ALL {
            assert_eq!(gaps(locale), gaps(Locale::EnUs), "{locale}");
        }
    }

    #[test]
    fn lists_and_places_are_in_the_language() {
        let italian = Locale::ItIt.phrases();
        assert_eq!(italian.all_of(["a", "b", "c"]), "a, b e c");
        assert_eq!(italian.place(&[3, 7]).as_deref(), Some("paragrafi 3 e 7"));
        assert_eq!(italian.short_place(&[7]).as_deref(), Some("par. 7"));
        assert_eq!(italian.place(&[]), None);
        assert_eq!(italian.range.of_two("2024", "2025"), "da 2024 a 2025");
    }
}
