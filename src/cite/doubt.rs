//! Why a reference is not trusted, so that the plain one is printed in its place.

use std::fmt;

/// Why the reference that a style gives, or would give, is not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Neither title nor author nor outlet is recorded: the style would name nothing.
    Nameless,
    /// The date is a range, a season or words; the engine knows only a day, a month or a year.
    OddDate,
    /// It prints nothing that names the article.
    Blank,
    /// The title is missing or changed.
    Title,
    /// The outlet is missing or changed.
    Outlet,
    /// An author is missing and nothing says that there are more.
    Author,
    /// The year is missing.
    Year,
    /// It says that a dated article has no date.
    FalseNoDate,
    /// It shows an approximate date as a certain one.
    FalseCertainty,
    /// It calls a published piece a preprint.
    Preprint,
    /// The engine failed.
    Failure,
}

impl fmt::Display for Doubt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Nameless => "the record has no title, author or outlet that it could print",
            Self::OddDate => "it can print a day, a month or a year only, and the record has another kind of date",
            Self::Blank => "it would print nothing that names the article",
            Self::Title => "it would change or drop the title",
            Self::Outlet => "it would change or drop the outlet",
            Self::Author => "it would change or drop an author",
            Self::Year => "it would drop the year",
            Self::FalseNoDate => "it would say that there is no date",
            Self::FalseCertainty => "it would show an approximate date as a certain one",
            Self::Preprint => "it would call the article a preprint",
            Self::Failure => "its engine failed",
        })
    }
}
