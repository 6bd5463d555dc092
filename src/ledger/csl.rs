//! What the variables of a CSL-JSON item hold, read as leniently as its producers write them.
//!
//! The variables and their types are those of CSL 1.0.2, appendix IV, and of its JSON schema
//! (`csl-data.json`, citation-style-language/schema).

use std::fmt;

use compact_str::CompactString;
use serde::Deserialize;
use serde_json::{Map, Value};

/// What a variable holds, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text or a number.
    Text,
    /// People and organisations.
    Names,
    /// A date or a range of two.
    Date,
}

#[rustfmt::skip] // many to a line
const NAMES: &[&str] = &[
    "author", "chair", "collection-editor", "compiler", "composer", "container-author",
    "contributor", "curator", "director", "editor", "editor-translator",
    "editorial-director", "executive-producer", "guest", "host", "illustrator",
    "interviewer", "narrator", "organizer", "original-author", "performer", "producer",
    "recipient", "reviewed-author", "script-writer", "series-creator", "translator",
];

#[rustfmt::skip] // many to a line
const DATES: &[&str] = &[
    "accessed", "available-date", "event-date", "issued", "original-date", "submitted",
];

#[rustfmt::skip] // many to a line
const TEXTS: &[&str] = &[
    "DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL", "abstract", "annote", "archive",
    "archive-place", "archive_collection", "archive_location", "authority", "call-number",
    "chapter-number", "citation-key", "citation-label", "citation-number",
    "collection-number", "collection-title", "container-title", "container-title-short",
    "dimensions", "division", "edition", "event", "event-place", "event-title",
    "first-reference-note-number", "genre", "issue", "journalAbbreviation", "jurisdiction",
    "keyword", "language", "locator", "medium", "note", "number", "number-of-pages",
    "number-of-volumes", "original-publisher", "original-publisher-place", "original-title",
    "page", "page-first", "part-number", "part-title", "printing-number", "publisher",
    "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "section",
    "shortTitle", "source", "status", "supplement-number", "title", "title-short",
    "version", "volume", "volume-title", "volume-title-short", "year-suffix",
];

/// The types of CSL item: `article` where no better one is known.
#[rustfmt::skip] // many to a line
pub const ITEM_TYPES: &[&str] = &[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
];

/// What the variable of this name holds; none where CSL knows no such variable.
pub fn type_of(variable: &str) -> Option<Type> {
    if TEXTS.contains(&variable) {
        Some(Type::Text)
    } else if NAMES.contains(&variable) {
        Some(Type::Names)
    } else if DATES.contains(&variable) {
        Some(Type::Date)
    } else {
        None
    }
}

/// Every variable that CSL knows, with what it holds.
pub fn variables() -> impl Iterator<Item = (&'static str, Type)> {
    let of = |names: &'static [&'static str], kind| names.iter().map(move |name| (*name, kind));
    of(TEXTS, Type::Text).chain(of(NAMES, Type::Names)).chain(of(DATES, Type::Date))
}

/// A person or an organisation as CSL names it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CslName {
    /// `Bellandi`.
    pub family: Option<CompactString>,
    /// `Chiara`.
    pub given: Option<CompactString>,
    /// A particle that is dropped with the given name: `de` in "de La Fontaine" when sorted.
    pub dropping_particle: Option<CompactString>,
    /// A particle that stays with the family name: `van`.
    pub non_dropping_particle: Option<CompactString>,
    /// `Jr.`
    pub suffix: Option<CompactString>,
    /// The whole name, of an organisation or where its parts are not known.
    pub literal: Option<CompactString>,
}

impl fmt::Display for CslName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            &self.given,
            &self.dropping_particle,
            &self.non_dropping_particle,
            &self.family,
            &self.suffix,
            &self.literal,
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().map(CompactString::as_str).collect();
        out.write_str(&parts.join(" "))
    }
}

/// Text, or a number that a producer did not put in quotation marks.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum TextOrNumber {
    Text(CompactString),
    Number(serde_json::Number),
}

impl TextOrNumber {
    pub(super) fn into_text(self) -> CompactString {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string().into(),
        }
    }
}

/// The text of a variable that holds text.
///
/// # Errors
/// When the JSON is neither a string nor a number.
pub fn text(json: &str) -> Result<CompactString, String> {
    serde_json::from_str::<TextOrNumber>(json)
        .map(TextOrNumber::into_text)
        .map_err(|_| format!("found {}, expected text or a number", found(json)))
}

/// The names of a variable that holds names.
///
/// # Errors
/// When the JSON is no list of CSL names.
pub fn names(json: &str) -> Result<Vec<CslName>, String> {
    let why = || {
        let names = "[{ \"family\": …, \"given\": … }] or [{ \"literal\": … }]";
        format!("found {}, expected a list of names: {names}", found(json))
    };
    let written: Vec<Map<String, Value>> = serde_json::from_str(json).map_err(|_| why())?;
    let read = |(at, name): (usize, Map<String, Value>)| {
        let odd = odd_field(&name, part_of_name);
        let odd = odd.map(|odd| format!("{odd}, in name {}", at + 1));
        CslName::deserialize(Value::Object(name)).map_err(|_| odd.unwrap_or_else(why))
    };
    written.into_iter().enumerate().map(read).collect()
}

/// What a part of a name should hold, where it does not.
fn part_of_name(part: &str, value: &Value) -> Option<&'static str> {
    let is_known = matches!(
        part,
        "family" | "given" | "dropping-particle" | "non-dropping-particle" | "suffix" | "literal"
    );
    (is_known && !value.is_string()).then_some("text")
}

/// The first field that does not hold what it should: what it holds and what it should.
pub(super) fn odd_field(
    fields: &Map<String, Value>,
    expected: fn(&str, &Value) -> Option<&'static str>,
) -> Option<String> {
    // `null` is read as nothing: some programs write it.
    let mut written = fields.iter().filter(|(_, value)| !value.is_null());
    written.find_map(|(name, value)| {
        let expected = expected(name, value)?;
        let found = found(&value.to_string()).to_owned();
        Some(format!("found {found} under `{name}`, expected {expected}"))
    })
}

/// What a JSON text holds, in the words of a message; a long one is named and not shown.
pub(super) fn found(json: &str) -> &str {
    match json.as_bytes() {
        [b'{', ..] if json.len() > 40 => "an object { … }",
        [b'[', ..] if json.len() > 40 => "a list [ … ]",
        [b'"', ..] if json.len() > 40 => "a text",
        _ => json,
    }
}

#[cfg(test)]
mod tests {
    use super::{Type, names, text, type_of, variables};
    use crate::ledger::csl_date::date;

    #[test]
    fn each_variable_has_one_type() {
        assert_eq!(type_of("title"), Some(Type::Text));
        assert_eq!(type_of("author"), Some(Type::Names));
        assert_eq!(type_of("issued"), Some(Type::Date));
        assert_eq!(type_of("Title"), None);
        for (name, kind) in variables() {
            assert_eq!(type_of(name), Some(kind), "{name}");
        }
    }

    #[test]
    fn what_is_odd_is_shown() {
        let cases = [
            (
                names(r#"[{"literal":"Redazione"},{"family":["Gogh"]}]"#).err(),
                r#"found ["Gogh"] under `family`, expected text, in name 2"#,
            ),
            (
                date(r#"{"date-parts":[[2025]],"circa":[]}"#).err(),
                "found [] under `circa`, expected true or false",
            ),
            (
                date(r#"{"date-parts":"2025"}"#).err(),
                r#"found "2025" under `date-parts`, expected a list of lists such as [[2025, 8, 14]]"#,
            ),
        ];
        for (refused, why) in cases {
            assert_eq!(refused.as_deref(), Some(why));
        }
    }

    #[test]
    fn names_and_text_are_read() {
        let shown = |json: &str| names(json).map(|all| all[0].to_string());
        assert_eq!(
            shown(r#"[{"family":"Gogh","given":"Vincent","non-dropping-particle":"van"}]"#)
                .as_deref(),
            Ok("Vincent van Gogh")
        );
        assert_eq!(shown(r#"[{"literal":"Port Authority"}]"#).as_deref(), Ok("Port Authority"));
        assert!(names(r#""Vincent""#).is_err());
        assert!(names(r#"[["Gogh","Vincent"]]"#).is_err());
        assert_eq!(text("3").as_deref(), Ok("3"));
        assert!(text("[]").is_err());
    }
}
