//! What stands for the engine in a program that is built without it: there is none.

use crate::cite::doubt::Doubt;
use crate::cite::locale::Locale;
use crate::cite::prose::Address;
use crate::cite::style::{Entry, NoStyle};
use crate::ledger::Article;

/// An engine that nobody has.
#[derive(Debug)]
pub enum Engine {}

impl Engine {
    pub(in crate::cite) const fn archived(_: &str, _: Locale) -> Result<Self, NoStyle> {
        Err(NoStyle::LeftOut)
    }

    pub(in crate::cite) const fn of_file(_: &str, _: Locale) -> Result<Self, NoStyle> {
        Err(NoStyle::LeftOut)
    }

    /// Nobody asks.
    ///
    /// # Errors
    /// Never.
    pub const fn entry(
        &self,
        _: &Article,
        _: Option<&str>,
        _: Option<&Address>,
    ) -> Result<Entry, Doubt> {
        match *self {}
    }

    /// Nobody asks.
    ///
    /// # Errors
    /// Never.
    pub const fn in_text(&self, _: &Article, _: Option<&str>) -> Result<Option<Entry>, Doubt> {
        match *self {}
    }

    /// Nobody asks.
    pub const fn cites_by_author(&self) -> bool {
        match *self {}
    }
}
