//! Dates that know only what is known: a year, a month, a day; and today as an argument.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A calendar date or a coarser one: `2025-08-14`, `2025-08`, `2025`. Years run from 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// A year.
    Year(i32),
    /// A month of a year.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

/// The day that counts as today; given by who runs the program, never read in passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Today(pub NaiveDate);

impl PartialDate {
    /// The date made of the parts that are known; `None` where there is no such day.
    pub fn from_parts(year: i32, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), 1)?;
        if !(1..=9999).contains(&year) {
            return None;
        }
        match (month, day) {
            (None, None) => Some(Self::Year(year)),
            (None, Some(_)) => None,
            (Some(month), None) => Some(Self::Month(year, month)),
            (Some(_), Some(day)) => first.with_day(day).map(Self::Day),
        }
    }

    /// The last day that it may mean; none only past the end of the calendar.
    pub fn last_day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1)?
                .checked_add_months(Months::new(1))?
                .pred_opt(),
        }
    }

    /// Whether all of it lies before `today`.
    pub fn is_past(self, today: Today) -> bool {
        self.last_day().is_some_and(|last| last < today.0)
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let number = |part: &str, digits: usize| {
            let right_size = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            right_size.then(|| part.parse::<u32>().ok()).flatten().ok_or(NotADate)
        };
        let mut parts = text.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| number(part, 2)).transpose()?;
        let day = parts.next().map(|part| number(part, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(NotADate);
        }
        Self::from_parts(i32::try_from(year).map_err(|_| NotADate)?, month, day).ok_or(NotADate)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Day(day) => write!(out, "{}", day.format("%Y-%m-%d")),
        }
    }
}

impl fmt::Display for NotADate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(
            "a date is a day of the calendar such as `2025-08-14`, or `2025-08`, or `2025`",
        )
    }
}

impl std::error::Error for NotADate {}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = compact_str::CompactString::deserialize(from)?;
        text.parse().map_err(|why| de::Error::custom(format_args!("`{text}` is no date: {why}")))
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl FromStr for Today {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        match text.parse() {
            Ok(PartialDate::Day(day)) => Ok(Self(day)),
            _ => Err(NotADay),
        }
    }
}

impl fmt::Display for NotADay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("expected a day of the calendar such as `2025-08-14`")
    }
}

impl std::error::Error for NotADay {}

#[cfg(test)]
mod tests {
    use super::{PartialDate, Today};

    #[test]
    fn a_date_is_a_day_or_coarser() {
        for good in ["2025", "2025-02", "2024-02-29", "0001-01-01"] {
            assert_eq!(
                good.parse::<PartialDate>().map(|date| date.to_string()).as_deref(),
                Ok(good)
            );
        }
        for bad in [
            "",
            "25",
            "2025-13",
            "2025-2-1",
            "2025-02-30",
            "2023-02-29",
            "2025-01-01-01",
            "0000",
            "next year",
            "٢٠٢٥",
        ] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_date_is_past_when_its_last_day_is() {
        let today: Today = "2026-03-01".parse().expect("is a day");
        let cases = [
            ("2025", true),
            ("2026", false),
            ("2026-02", true),
            ("2026-03", false),
            ("2026-02-28", true),
            ("2026-03-01", false),
        ];
        for (date, past) in cases {
            assert_eq!(
                date.parse::<PartialDate>().expect("is a date").is_past(today),
                past,
                "{date}"
            );
        }
    }
}
