//! Dates as CSL-JSON writes them, read as leniently as their producers write them.

use std::fmt;

use compact_str::CompactString;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::ledger::csl::{TextOrNumber, found, odd_field};
use crate::ledger::date::PartialDate;

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
    use super::date;

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
}
