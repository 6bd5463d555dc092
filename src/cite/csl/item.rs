//! An article as the engine is given it; what the engine is known to get wrong is refused here.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{
    DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};

use crate::cite::doubt::Doubt;
use crate::ledger::csl::{self, CslName, Type};
use crate::ledger::csl_date::CslDate;
use crate::ledger::{Article, PartialDate};

/// What a reader's reference has no use for, or the engine would take for something else: remarks,
/// the library's own marks, and what is set by the cite.
const LEFT_OUT: [&str; 14] = [
    "abstract",
    "annote",
    "citation-key",
    "citation-label",
    "citation-number",
    "first-reference-note-number",
    "keyword",
    "language",
    "locator",
    "note",
    "references",
    "source",
    "status",
    "year-suffix",
];

/// The article for the engine.
///
/// # Errors
/// When the record names nothing, or has a date that the engine panics on or shows as another.
pub fn item(article: &Article) -> Result<Item, Doubt> {
    let is_named =
        article.title().is_some() || !article.authors().is_empty() || article.outlet().is_some();
    if !is_named {
        return Err(Doubt::Nameless);
    }
    let mut fields = BTreeMap::new();
    for (name, kind) in csl::variables().filter(|(name, _)| !LEFT_OUT.contains(name)) {
        let value = match kind {
            Type::Text => article.text(name).map(|text| Value::String(one_line(text))),
            Type::Names => names(article.names(name)).map(Value::Names),
            Type::Date => match article.date(name) {
                None => None,
                Some(date) => match certain(date) {
                    Some(date) => Some(Value::Date(date)),
                    // Only the date of publication is one that a reference may not leave out.
                    None if name == "issued" => return Err(Doubt::OddDate),
                    None => None,
                },
            },
        };
        fields.extend(value.map(|value| (name.to_owned(), value)));
    }
    let fixed = [("id", article.id.as_str()), ("type", kind(article)), ("language", UNDETERMINED)];
    fields.extend(fixed.map(|(name, text)| (name.to_owned(), Value::String(text.to_owned()))));
    Ok(Item(fields))
}

/// The engine sets English titles in title case and writes `Deepseek` and `Openai`; BCP 47 has a tag
/// for a language that is not said. The words around follow the locale and do not change.
const UNDETERMINED: &str = "und";

/// `article` is what a ledger says where the type is not known; to CSL it is a preprint. What has an
/// outlet is printed as what a newspaper prints, what has only an address as a page.
fn kind(article: &Article) -> &str {
    match article.kind.as_str() {
        "article" if article.outlet().is_some() => "article-newspaper",
        "article" if article.url().is_some() => "webpage",
        "article" => "document",
        known => known,
    }
}

/// A day, a month or a year; the engine panics on ranges and on empty dates, and drops all words.
fn certain(date: &CslDate) -> Option<DateValue> {
    let (Some(start), None, None) = (date.start, date.end, &date.words) else {
        return None;
    };
    let parts = parts(start)?;
    Some(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts)]),
        literal: None,
        season: None,
        circa: date.circa,
    })
}

fn parts(date: PartialDate) -> Option<Vec<i16>> {
    let written = date.to_string();
    written.split('-').map(|part| part.parse().ok()).collect()
}

fn names(names: &[CslName]) -> Option<Vec<NameValue>> {
    (!names.is_empty()).then(|| names.iter().map(name).collect())
}

/// A name whose parts are not all known is given whole: the engine would look for a particle in it.
fn name(name: &CslName) -> NameValue {
    let part = |part: &Option<compact_str::CompactString>| {
        part.as_deref().map(one_line).filter(|part| !part.is_empty())
    };
    match (part(&name.family), part(&name.given)) {
        (Some(family), Some(given)) if name.literal.is_none() => NameValue::Item(NameItem {
            family,
            given: Some(given),
            non_dropping_particle: part(&name.non_dropping_particle),
            dropping_particle: part(&name.dropping_particle),
            suffix: part(&name.suffix),
            comma_suffix: None,
        }),
        _ => NameValue::Literal(LiteralName { literal: one_line(&name.to_string()) }),
    }
}

/// Text without line breaks and the blanks around them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::item;
    use crate::cite::doubt::Doubt;

    #[test]
    fn what_the_engine_gets_wrong_is_not_given_to_it() {
        let cases = [
            (
                "nothing to name",
                r#"{"id":"a","type":"article","URL":"https://a.example"}"#,
                Some(Doubt::Nameless),
            ),
            (
                "a range",
                r#"{"id":"a","type":"article","title":"T","issued":{"date-parts":[[2025,1],[2025,2]]}}"#,
                Some(Doubt::OddDate),
            ),
            (
                "a season",
                r#"{"id":"a","type":"article","title":"T","issued":{"date-parts":[[2025]],"season":1}}"#,
                Some(Doubt::OddDate),
            ),
            (
                "words",
                r#"{"id":"a","type":"article","title":"T","issued":{"literal":"last week"}}"#,
                Some(Doubt::OddDate),
            ),
            (
                "an empty date is none",
                r#"{"id":"a","type":"article","title":"T","issued":{"date-parts":[[]]}}"#,
                None,
            ),
            (
                "a range that is not the date of issue",
                r#"{"id":"a","type":"article","title":"T","event-date":{"date-parts":[[2025,1],[2025,2]]}}"#,
                None,
            ),
        ];
        for (name, json, doubt) in cases {
            let article = serde_json::from_str(json).expect(name);
            assert_eq!(item(&article).err(), doubt, "{name}");
        }
    }

    #[test]
    fn an_unknown_type_is_no_preprint() {
        let cases = [
            (
                r#"{"id":"a","type":"article","title":"T","container-title":"C"}"#,
                "article-newspaper",
            ),
            (r#"{"id":"a","type":"article","title":"T","URL":"https://a.example"}"#, "webpage"),
            (r#"{"id":"a","type":"article","title":"T"}"#, "document"),
            (r#"{"id":"a","type":"broadcast","title":"T"}"#, "broadcast"),
        ];
        for (json, kind) in cases {
            let article = serde_json::from_str(json).expect(json);
            assert_eq!(item(&article).expect("is named").type_().as_deref(), Some(kind));
        }
    }
}
