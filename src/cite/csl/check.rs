//! What is held against a reference before it is printed: a wrong one is worse than a plain one.

use hayagriva::citationberg::taxonomy::{Locator, OtherTerm, Term};
use hayagriva::citationberg::{IndependentStyle, Locale as Terms, TermForm};

use crate::cite::doubt::Doubt;
use crate::cite::prose::Prose;
use crate::ledger::Article;
use crate::ledger::csl::CslName;

/// What is being checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A full reference: says all that is known.
    Reference,
    /// A cite in a text: names the article by one thing.
    Cite,
}

/// What a style says in a locale where a date is missing or uncertain, or names are cut off.
pub struct Check<'a> {
    style: &'a IndependentStyle,
    terms: &'a Terms,
}

impl<'a> Check<'a> {
    /// A check of what this style prints in this locale.
    pub const fn new(style: &'a IndependentStyle, terms: &'a Terms) -> Self {
        Self { style, terms }
    }

    /// Fails where the text must not be printed as a reference to this article.
    ///
    /// # Errors
    /// Says why.
    pub fn distrust(&self, prose: &Prose, article: &Article, kind: Kind) -> Result<(), Doubt> {
        let words = bare(&prose.words());
        let holds = |text: &str| words.contains(&bare(text));
        if !words.chars().any(char::is_alphanumeric) {
            return Err(Doubt::Blank);
        }
        let issued = article.issued().and_then(|date| date.start);
        if issued.is_some() && self.says(&words, OtherTerm::NoDate) {
            return Err(Doubt::FalseNoDate);
        }
        let year = issued.map(|date| date.to_string().chars().take(4).collect::<String>());
        let outlets = [article.outlet(), article.text("container-title-short")];
        match kind {
            Kind::Cite => {
                let mut names = article.authors().iter().map(family);
                let outlets = outlets.into_iter().flatten();
                let mut titles = [article.title(), article.text("title-short")]
                    .into_iter()
                    .flatten()
                    .chain(outlets);
                let is_named = names.any(|name| holds_name(&words, name)) || titles.any(holds);
                if !is_named {
                    return Err(Doubt::Blank);
                }
                let year = year.filter(|year| words.contains(year));
                return self.distrust_certainty(&words, article, year.as_deref());
            }
            Kind::Reference => {}
        }
        if article.title().is_some_and(|title| !holds(title)) {
            return Err(Doubt::Title);
        }
        if article.outlet().is_some() && !outlets.into_iter().flatten().any(holds) {
            return Err(Doubt::Outlet);
        }
        self.distrust_authors(&words, article.authors())?;
        if year.as_ref().is_some_and(|year| !words.contains(year)) {
            return Err(Doubt::Year);
        }
        self.distrust_certainty(&words, article, year.as_deref())?;
        let is_preprint = words.to_lowercase().contains("preprint");
        let says_so =
            |text: Option<&str>| text.is_some_and(|text| text.to_lowercase().contains("preprint"));
        let of_record = says_so(article.title())
            || says_so(article.outlet())
            || says_so(article.text("genre"))
            || says_so(article.text("medium"))
            || says_so(article.url());
        if is_preprint && !of_record { Err(Doubt::Preprint) } else { Ok(()) }
    }

    /// An approximate year is shown as one.
    fn distrust_certainty(
        &self,
        words: &str,
        article: &Article,
        year: Option<&str>,
    ) -> Result<(), Doubt> {
        let is_approximate = article.issued().is_some_and(|date| date.circa);
        let is_certain = |year: &str| !self.says_about(words, year);
        if is_approximate && year.is_some_and(is_certain) {
            return Err(Doubt::FalseCertainty);
        }
        Ok(())
    }

    /// The first author stands there, and all others unless it says that there are more.
    fn distrust_authors(&self, words: &str, authors: &[CslName]) -> Result<(), Doubt> {
        let is_there = |author: &CslName| holds_name(words, family(author));
        let Some(first) = authors.first() else {
            return Ok(());
        };
        let all = authors.iter().all(is_there);
        let says_more = || {
            self.says(words, OtherTerm::EtAl)
                || self.says(words, OtherTerm::AndOthers)
                || words.contains('…')
                || words.contains(". . .")
        };
        if all || is_there(first) && says_more() { Ok(()) } else { Err(Doubt::Author) }
    }

    /// Whether the paragraph stands there with the word for it, in any form.
    pub fn says_paragraph(&self, prose: &Prose, place: Option<&str>) -> bool {
        let words = bare(&prose.words()).to_lowercase();
        let said = self.forms(Term::Locator(Locator::Paragraph));
        place
            .is_some_and(|place| said.iter().any(|said| words.contains(&format!("{said} {place}"))))
    }

    /// Whether the year stands there as an uncertain one: `ca. 2025`, `2025?`.
    fn says_about(&self, words: &str, year: &str) -> bool {
        let words = words.to_lowercase();
        words.contains(&format!("{year}?"))
            || self.forms(Term::Other(OtherTerm::Circa)).iter().any(|about| {
                words.contains(&format!("{about} {year}"))
                    || words.contains(&format!("{about}{year}"))
            })
    }

    /// Whether the text holds the term, in any form, of the style or of the locale.
    fn says(&self, words: &str, term: OtherTerm) -> bool {
        let words = words.to_lowercase();
        self.forms(Term::Other(term)).iter().any(|said| holds_word(&words, said))
    }

    /// A term in every form that the style or the locale has for it.
    fn forms(&self, term: Term) -> Vec<String> {
        let forms = [TermForm::Long, TermForm::Short, TermForm::Symbol];
        self.style
            .locale
            .iter()
            .chain([self.terms])
            .flat_map(|terms| forms.map(|form| terms.term(term, form)))
            .flatten()
            .flat_map(|term| [term.single(), term.multiple()])
            .flatten()
            .map(|said| bare(said).to_lowercase())
            .filter(|said| !said.is_empty())
            .collect()
    }
}

/// What of a name a style may not change or leave out.
fn family(name: &CslName) -> &str {
    name.family.as_deref().or(name.literal.as_deref()).or(name.given.as_deref()).unwrap_or_default()
}

/// Whether the words hold the name, in capitals or not, whole.
fn holds_name(words: &str, name: &str) -> bool {
    let name = bare(name).to_lowercase();
    !name.is_empty() && words.to_lowercase().contains(&name)
}

/// Whether the words hold this one and not as part of a longer: "s. d." is none of "cas. dans".
fn holds_word(words: &str, word: &str) -> bool {
    let ends_in_letter = word.chars().next_back().is_some_and(char::is_alphanumeric);
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    words.match_indices(word).any(|(at, _)| {
        let after = words[at + word.len()..].chars().next();
        let goes_on = ends_in_letter && is_letter(after);
        !goes_on && !is_letter(words[..at].chars().next_back())
    })
}

/// Text without quotation marks and with single blanks: styles put marks in marks another way.
fn bare(text: &str) -> String {
    const MARKS: [char; 18] = [
        '"', '\'', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '「', '」', '『',
        '』',
    ];
    let kept: String = text.chars().filter(|letter| !MARKS.contains(letter)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
