//! The styles of reference: our own plain one, and those of the Citation Style Language.

use std::fmt;

use crate::cite::csl::Engine;
use crate::cite::locale::Locale;
use crate::cite::prose::Prose;

/// The styles known by name, with what each is called where it comes from; `plain` is ours.
///
/// Help, errors and tests walk this list. The second name is that of the `CSL` archive.
pub const STYLES: [(&str, &str); 7] = [
    ("chicago-notes", "chicago-notes"),
    ("chicago-author-date", "chicago-author-date"),
    ("apa", "apa"),
    ("mla", "mla"),
    ("ieee", "ieee"),
    ("harvard-cite-them-right", "harvard-cite-them-right"),
    ("iso-690-numeric", "iso-690-numeric"),
];

/// The name of our own style.
pub const PLAIN: &str = "plain";

/// A style of reference.
#[derive(Debug)]
pub enum Style {
    /// Our own.
    Plain,
    /// One of the Citation Style Language, in one locale.
    Csl(Box<Engine>),
}

/// Why there is no such style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoStyle {
    /// No style has this name.
    Unknown,
    /// The program was built without the styles of the Citation Style Language.
    LeftOut,
    /// The file holds no style; says why not.
    NotCsl(String),
    /// The file only points at another style, which is not at hand.
    Dependent(String),
    /// A macro of the file comes back to itself.
    Endless(String),
}

/// A reference as a style gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The reference.
    pub prose: Prose,
    /// Whether it says the paragraph.
    pub says_place: bool,
}

impl Style {
    /// The style of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(name: &str, locale: Locale) -> Result<Self, NoStyle> {
        if name == PLAIN {
            return Ok(Self::Plain);
        }
        let known = STYLES.iter().find(|(ours, _)| *ours == name).ok_or(NoStyle::Unknown)?;
        Engine::archived(known.1, locale).map(Box::new).map(Self::Csl)
    }

    /// The style that a `.csl` file holds.
    ///
    /// # Errors
    /// When it holds none that can be used.
    pub fn of_file(xml: &str, locale: Locale) -> Result<Self, NoStyle> {
        Engine::of_file(xml, locale).map(Box::new).map(Self::Csl)
    }
}

impl fmt::Display for NoStyle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => out.write_str("no style has this name"),
            Self::LeftOut => out.write_str("this `claims` was built with the plain style only"),
            Self::NotCsl(why) => {
                write!(out, "it is no style of the Citation Style Language: {why}")
            }
            Self::Dependent(on) => write!(out, "it only points at another style, `{on}`"),
            Self::Endless(name) => write!(out, "its macro `{name}` comes back to itself"),
        }
    }
}

impl std::error::Error for NoStyle {}
