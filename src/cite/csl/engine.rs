//! A style in a locale, ready to give references that are checked.

use hayagriva::citationberg::json::Value;
use hayagriva::citationberg::{
    CitationFormat, IndependentStyle, Locale as Terms, LocaleCode, StyleCategory, StyleClass,
};

use crate::cite::csl::check::{Check, Kind};
use crate::cite::csl::item::item;
use crate::cite::csl::load;
use crate::cite::csl::marks::set_inner;
use crate::cite::csl::render::{Question, Rendered, render};
use crate::cite::doubt::Doubt;
use crate::cite::locale::Locale;
use crate::cite::prose::{Address, Prose};
use crate::cite::style::{Entry, NoStyle};
use crate::ledger::Article;

/// A style in a locale.
#[derive(Debug)]
pub struct Engine {
    style: IndependentStyle,
    code: LocaleCode,
    terms: [Terms; 1],
}

impl Engine {
    /// The style of the archive that has this name there.
    pub(in crate::cite) fn archived(name: &str, locale: Locale) -> Result<Self, NoStyle> {
        load::archived(name).map(|style| Self::new(style, locale))
    }

    /// The style in a `.csl` file.
    pub(in crate::cite) fn of_file(xml: &str, locale: Locale) -> Result<Self, NoStyle> {
        load::of_file(xml).map(|style| Self::new(style, locale))
    }

    fn new(style: IndependentStyle, locale: Locale) -> Self {
        let code = LocaleCode(locale.tag().to_owned());
        Self { style, code, terms: [load::terms(locale)] }
    }

    /// The full reference: a note for a style of notes, else an entry of a list of references.
    ///
    /// # Errors
    /// When it cannot be trusted; says why.
    pub fn entry(
        &self,
        article: &Article,
        place: Option<&str>,
        address: Option<&Address>,
    ) -> Result<Entry, Doubt> {
        let Rendered { cite, entry } = self.ask(article, place, address)?;
        let is_note = self.style.settings.class == StyleClass::Note;
        let prose = match entry {
            Some(entry) if !is_note => entry,
            _ => cite,
        };
        self.check().distrust(&prose, article, Kind::Reference)?;
        let says_place = is_note && place.is_some_and(|place| prose.words().contains(place));
        Ok(Entry { prose, says_place })
    }

    /// The cite in a text, without its brackets, for a style that cites by author; none for the others,
    /// whose cites name nothing or are notes.
    ///
    /// # Errors
    /// When it cannot be trusted; says why.
    pub fn in_text(&self, article: &Article, place: Option<&str>) -> Result<Option<Entry>, Doubt> {
        if !self.cites_by_author() {
            return Ok(None);
        }
        let Rendered { cite, .. } = self.ask(article, place, None)?;
        self.check().distrust(&cite, article, Kind::Cite)?;
        let words = cite.words();
        let bare = words.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
        let bare = bare.unwrap_or(&words);
        let says_place = place.is_some_and(|place| bare.contains(place));
        Ok(Some(Entry { prose: Prose::of(bare), says_place }))
    }

    /// Whether cites in a text name the author, so that a list of references belongs to them.
    pub fn cites_by_author(&self) -> bool {
        let by_author = StyleCategory::CitationFormat { format: CitationFormat::Author };
        let by_date = StyleCategory::CitationFormat { format: CitationFormat::AuthorDate };
        let said = &self.style.info.category;
        self.style.settings.class == StyleClass::InText
            && (said.contains(&by_author) || said.contains(&by_date))
    }

    fn ask(
        &self,
        article: &Article,
        place: Option<&str>,
        address: Option<&Address>,
    ) -> Result<Rendered, Doubt> {
        let item = item(article)?;
        let question = Question { item: &item, place, address };
        let rendered = render(&question, &self.style, &self.code, &self.terms)?;
        let title = item.0.get("title").and_then(Value::to_str).unwrap_or_default();
        let marked = |prose| set_inner(prose, &title, &self.terms[0]);
        Ok(Rendered { cite: marked(rendered.cite), entry: rendered.entry.map(marked) })
    }

    fn check(&self) -> Check<'_> {
        Check::new(&self.style, &self.terms[0])
    }
}
