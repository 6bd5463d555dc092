//! What checking reports: a rule, a place, a sentence, and the mend. Nothing here knows how it is drawn.

use std::fmt;
use std::sync::Arc;

use crate::span::Span;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; never changes the exit code but under `--strict`, and then not always.
    Note,
    /// Likely to mislead; changes the exit code under `--strict`.
    Warning,
    /// Wrong; the exit code says so.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One mechanical test, known by a name that reads after "allow".
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case: `mode-without-quotes`.
    pub name: &'static str,
    /// What a finding of this rule weighs.
    pub severity: Severity,
    /// Its documentation in Markdown: what is reported, why, how to mend it.
    pub text: &'static str,
}

impl Rule {
    /// A rule whose findings are wrong.
    pub const fn error(name: &'static str, text: &'static str) -> Self {
        Self::new(name, Severity::Error, text)
    }

    /// A rule whose findings are likely to mislead.
    pub const fn warning(name: &'static str, text: &'static str) -> Self {
        Self::new(name, Severity::Warning, text)
    }

    /// A rule whose findings are worth knowing.
    pub const fn note(name: &'static str, text: &'static str) -> Self {
        Self::new(name, Severity::Note, text)
    }

    const fn new(name: &'static str, severity: Severity, text: &'static str) -> Self {
        Self { name, severity, text }
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// One step down into a JSON document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into an object, by key.
    Key(String),
    /// Into an array, counted from 0 as in every JSON path.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// Where in a JSON document: `claims[3].mode`. The empty path is the whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsonPath(Vec<Step>);

impl JsonPath {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// The path of one claim of a file, by its position counted from 0.
    pub fn claim(position: usize) -> Self {
        Self::root().then("claims").then(position)
    }

    /// One step further down.
    #[must_use]
    pub fn then(mut self, step: impl Into<Step>) -> Self {
        self.0.push(step.into());
        self
    }

    /// All steps of `below`, taken from here.
    #[must_use]
    pub fn join(mut self, below: &Self) -> Self {
        self.0.extend_from_slice(&below.0);
        self
    }

    /// The path of what holds this, or none for the whole document.
    pub fn parent(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        Some(Self(above.to_vec()))
    }

    /// The steps, outermost first.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl FromIterator<Step> for JsonPath {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(out, "[{index}]")?,
                Step::Key(key) if is_plain(key) && depth > 0 => write!(out, ".{key}")?,
                Step::Key(key) if is_plain(key) => out.write_str(key)?,
                Step::Key(key) => write!(out, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '$'))
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The file itself: it is not there, or cannot be read.
    File,
    /// A place in the text.
    Text(Span),
    /// A value in a JSON document, whose bytes are looked up when it is drawn.
    Json(JsonPath),
    /// A key in a JSON document: the key's own bytes are shown, not its value's.
    JsonKey(JsonPath),
}

/// Where a finding stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file as a person would type it from here.
    pub file: Arc<str>,
    /// Where in it.
    pub spot: Spot,
}

/// What `lint`, `validate` or loading reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which test.
    pub rule: &'static Rule,
    /// What was found and what was expected: lower case, no final full stop, names in ticks.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to do about it.
    pub help: Option<String>,
    /// What it is about, where that is words of a draft.
    pub about: Option<Box<About>>,
}

/// Words of a draft that a finding is about, and what they were held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The words of the quotation; none where the finding is about something else.
    pub quotation: Option<String>,
    /// The claims that they were held against, by their ids, the nearest first.
    pub claims: Vec<String>,
    /// Whom the draft credits: the id of a source, or a name that is none.
    pub credited: Option<String>,
    /// The one safe mend, where there is one.
    pub fix: Option<Fix>,
    /// Where the ledger records what they were held against.
    pub recorded: Option<Recorded>,
}

/// A claim's words in the ledger; its place in the file is looked up when it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The ledger file as a person would type it from here.
    pub file: Arc<str>,
    /// The claim's place among those of the file, counted from 0.
    pub claim: usize,
    /// Which of its quotes, counted from 0; without one its statement is shown.
    pub quote: Option<usize>,
}

/// A mend: these bytes of the draft, written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is taken out.
    pub span: Span,
    /// What is put in its place.
    pub with: String,
}

impl Finding {
    /// A finding without help.
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        Self { rule, message: message.into(), place, help: None, about: None }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The same with what it is about.
    #[must_use]
    pub fn about(self, about: About) -> Self {
        Self { about: Some(Box::new(about)), ..self }
    }

    /// The mend, where there is a safe one.
    pub fn fix(&self) -> Option<&Fix> {
        self.about.as_ref()?.fix.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::JsonPath;

    #[test]
    fn paths_read_as_people_write_them() {
        let cases = [
            (JsonPath::root(), ""),
            (JsonPath::claim(3).then("mode"), "claims[3].mode"),
            (JsonPath::root().then("article").then("container-title"), "article.container-title"),
            (JsonPath::root().then("x").then("a b"), "x[\"a b\"]"),
        ];
        for (path, shown) in cases {
            assert_eq!(path.to_string(), shown);
        }
    }
}
