//! A style in a locale, ready to give references that are checked.

use std::sync::{Mutex, PoisonError};

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
    /// The entry that was asked for last: the claims of an article come one after another.
    last: Mutex<Option<(Article, Result<Prose, Doubt>)>>,
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
        Self { style, code, terms: [load::terms(locale)], last: Mutex::default() }
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
        if self.style.settings.class == StyleClass::Note || self.style.bibliography.is_none() {
            let cite = self.ask(article, place, address)?.cite;
            self.check().distrust(&cite, article, Kind::Reference)?;
            let says_place = self.check().says_paragraph(&cite, place);
            return Ok(Entry { prose: cite, says_place });
        }
        let listed = self.listed(article, address)?;
        let prose = address.map_or(listed.clone(), |address| listed.led_to(address));
        Ok(Entry { prose, says_place: false })
    }

    /// The article's entry in a list, which is the same for all its claims.
    fn listed(&self, article: &Article, address: Option<&Address>) -> Result<Prose, Doubt> {
        // Not held while the engine works: each thread reads another file.
        let last = || self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, listed)) = last().as_ref().filter(|(of, _)| of == article) {
            return listed.clone();
        }
        let listed = self.ask(article, None, address).and_then(|rendered| {
            let entry = rendered.entry.ok_or(Doubt::Blank)?;
            self.check().distrust(&entry, article, Kind::Reference).map(|()| entry)
        });
        *last() = Some((article.clone(), listed.clone()));
        listed
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
        let prose = Prose::of(bare);
        let says_place = self.check().says_paragraph(&prose, place);
        Ok(Some(Entry { prose, says_place }))
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
