//! What the variables of a CSL-JSON item hold, read as leniently as its producers write them.
//!
//! The variables and their types are those of CSL 1.0.2, appendix IV, and of its JSON schema
//! (`csl-data.json`, citation-style-language/schema).

use std::fmt;

use compact_str::CompactString;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::ledger::date::PartialDate;

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

/// A date as CSL writes it: parts where they are known, and the user's words where they are not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CslDate {
    /// The day, month or year, or the first of a range.
    pub start: Option<PartialDate>,
    /// The end of a range.
    pub end: Option<PartialDate>,
    /// `season`, `literal` or `raw`, where the parts do not tell all.
    pub words: Option<CompactString>,
    /// Whether it is approximate.
    pub circa: bool,
}

impl fmt::Display for CslDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.circa {
            out.write_str("about ")?;
        }
        match (self.start, self.end, &self.words) {
            (Some(start), Some(end), _) => write!(out, "{start} to {end}"),
            (Some(start), None, Some(words)) => write!(out, "{words} {start}"),
            (Some(start), None, None) => write!(out, "{start}"),
            (None, _, Some(words)) => out.write_str(words),
            (None, _, None) => Ok(()),
        }
    }
}

/// Text, or a number that a producer did not put in quotation marks.
#[derive(Deserialize)]
#[serde(untagged)]
enum TextOrNumber {
    Text(CompactString),
    Number(serde_json::Number),
}

impl TextOrNumber {
    fn into_text(self) -> CompactString {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string().into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Circa {
    Bool(bool),
    Other(TextOrNumber),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenDate {
    date_parts: Option<Vec<Vec<TextOrNumber>>>,
    season: Option<TextOrNumber>,
    circa: Option<Circa>,
    literal: Option<CompactString>,
    raw: Option<CompactString>,
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

/// The date of a variable that holds one.
///
/// # Errors
/// When the JSON is no CSL date, or names a day that does not exist.
pub fn date(json: &str) -> Result<CslDate, String> {
    let why = || {
        let dates = "{ \"date-parts\": [[2025, 8, 14]] }, or { \"raw\": \"2025-08-14\" }";
        format!("found {}, expected a date: {dates}", found(json))
    };
    let written: Map<String, Value> = serde_json::from_str(json).map_err(|_| why())?;
    let odd = odd_field(&written, part_of_date);
    let written =
        WrittenDate::deserialize(Value::Object(written)).map_err(|_| odd.unwrap_or_else(why))?;
    let mut ends = Vec::new();
    for parts in written.date_parts.unwrap_or_default() {
        ends.push(from_parts(parts)?);
    }
    if ends.len() > 2 {
        return Err("a date has one list of parts, a range two".to_owned());
    }
    let raw = written.raw.map(|raw| raw.trim().parse::<PartialDate>().map_err(|_| raw));
    let (raw_date, raw_words) = match raw {
        Some(Ok(date)) => (Some(date), None),
        Some(Err(words)) => (None, Some(words)),
        None => (None, None),
    };
    let mut ends = ends.into_iter().flatten();
    Ok(CslDate {
        start: ends.next().or(raw_date),
        end: ends.next(),
        words: written.literal.or(raw_words).or(written.season.map(season)),
        circa: match written.circa {
            None | Some(Circa::Bool(false)) => false,
            Some(Circa::Bool(true)) => true,
            Some(Circa::Other(other)) => !matches!(other.into_text().as_str(), "" | "0" | "false"),
        },
    })
}

/// What a part of a name should hold, where it does not.
fn part_of_name(part: &str, value: &Value) -> Option<&'static str> {
    let is_known = matches!(
        part,
        "family" | "given" | "dropping-particle" | "non-dropping-particle" | "suffix" | "literal"
    );
    (is_known && !value.is_string()).then_some("text")
}

/// What a part of a date should hold, where it does not.
fn part_of_date(part: &str, value: &Value) -> Option<&'static str> {
    let is_text_or_number = value.is_string() || value.is_number();
    match part {
        "date-parts" if !value.is_array() => Some("a list of lists such as [[2025, 8, 14]]"),
        "literal" | "raw" if !value.is_string() => Some("text"),
        "season" if !is_text_or_number => Some("text or a number"),
        "circa" if !is_text_or_number && !value.is_boolean() => Some("true or false"),
        _ => None,
    }
}

/// The first field that does not hold what it should: what it holds and what it should.
fn odd_field(
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
fn found(json: &str) -> &str {
    match json.as_bytes() {
        [b'{', ..] if json.len() > 40 => "an object { … }",
        [b'[', ..] if json.len() > 40 => "a list [ … ]",
        [b'"', ..] if json.len() > 40 => "a text",
        _ => json,
    }
}

fn season(written: TextOrNumber) -> CompactString {
    match written.into_text().as_str() {
        "1" => "spring".into(),
        "2" => "summer".into(),
        "3" => "autumn".into(),
        "4" => "winter".into(),
        other => other.into(),
    }
}

/// A date from its parts; an empty list, as some producers write, is no date, and an empty part at
/// the end is none. In the middle it is refused: a day must not be read as a month.
fn from_parts(parts: Vec<TextOrNumber>) -> Result<Option<PartialDate>, String> {
    let mut parts: Vec<CompactString> = parts.into_iter().map(TextOrNumber::into_text).collect();
    while parts.pop_if(|part| part.trim().is_empty()).is_some() {}
    let shown = || format!("found {parts:?}, expected year, month and day, as in [2025, 8, 14]");
    let mut numbers = Vec::new();
    for part in &parts {
        numbers.push(part.trim().parse::<i32>().map_err(|_| shown())?);
    }
    let small = |number: Option<&i32>| {
        number.map(|number| u32::try_from(*number)).transpose().map_err(|_| shown())
    };
    match numbers.as_slice() {
        [] => Ok(None),
        [_, _, _, _, ..] => Err(shown()),
        [year, ..] => {
            PartialDate::from_parts(*year, small(numbers.get(1))?, small(numbers.get(2))?)
                .map(Some)
                .ok_or_else(|| format!("there is no such day as {numbers:?}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Type, date, names, text, type_of, variables};

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
    fn dates_are_read_as_producers_write_them() {
        let cases = [
            (r#"{"date-parts":[[2025,8,14]]}"#, "2025-08-14"),
            (r#"{"date-parts":[["2025","8"]]}"#, "2025-08"),
            (r#"{"date-parts":[[2025]],"season":"1"}"#, "spring 2025"),
            (r#"{"date-parts":[[2025,1],[2025,3]]}"#, "2025-01 to 2025-03"),
            (r#"{"raw":"2025-08-14"}"#, "2025-08-14"),
            (r#"{"raw":"mid August"}"#, "mid August"),
            (r#"{"literal":"undated"}"#, "undated"),
            (r#"{"date-parts":[[2025]],"circa":1}"#, "about 2025"),
            (r#"{"date-parts":[[]]}"#, ""),
            (r#"{"date-parts":[[2025,"",""]]}"#, "2025"),
        ];
        for (json, shown) in cases {
            assert_eq!(date(json).map(|date| date.to_string()).as_deref(), Ok(shown), "{json}");
        }
        for json in [
            "1",
            r#"{"date-parts":[[2025,13]]}"#,
            r#"{"date-parts":[[2025,2,30]]}"#,
            r#"{"date-parts":[["soon"]]}"#,
            r#"{"date-parts":[[2025,"",5]]}"#,
            r#"[[[2025]],"1"]"#,
        ] {
            assert!(date(json).is_err(), "{json}");
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
