//! The top of the page: what the article is, and what the page does not say.

use maud::{Markup, html};

use crate::cite::{Locale, fragment, unknown};
use crate::export::page::Recorded;
use crate::export::page::said::Said;
use crate::ledger::Article;
use crate::text::language::Language;
use crate::wording::{all_of, counted, sentence};

/// What the browser's tab shows.
pub(super) fn title(files: &[&[Recorded]]) -> String {
    match files {
        [claims] => format!("{} – claims", name(&claims[0].head.article)),
        files => format!("{} – claims", counted(files.len(), "article")),
    }
}

fn name(article: &Article) -> String {
    article.title().map_or_else(|| format!("Article {}", article.id), str::to_owned)
}

pub(super) fn header(files: &[&[Recorded]], shown: usize, of: usize) -> Markup {
    html! {
        header {
            p class="kicker" { "What is printed, and whom it is credited to" }
            @match files {
                [claims] => {
                    @let article = &claims[0].head.article;
                    h1 lang=[article.title().and(article.language()).map(Said)] dir="auto" { (Said(&name(article))) }
                    (record(article))
                }
                files => {
                    h1 { (counted(shown, "claim")) " of " (counted(files.len(), "article")) }
                }
            }
            @if shown < of {
                p class="part" { "A selection: " (shown) " of the " (counted(of, "claim")) " that the ledger holds." }
            }
            (proviso())
        }
    }
}

/// An article among several.
pub(super) fn article_heading(article: &Article) -> Markup {
    html! {
        h3 class="article" lang=[article.title().and(article.language()).map(Said)] dir="auto" { (Said(&name(article))) }
        (record(article))
    }
}

/// Who wrote it, where and when it was published; and what of this is not known.
fn record(article: &Article) -> Markup {
    let authors = article.authors();
    let by = (!authors.is_empty()).then(|| format!("by {}", all_of(authors)));
    let outlet = article.outlet().map(str::to_owned);
    let issued = article.issued().map(ToString::to_string);
    let language = article.language().map(in_language);
    let known: Vec<String> = [by, outlet, issued, language].into_iter().flatten().collect();
    let unknown = unknown(article, &Locale::EnUs.phrases());
    html! {
        p class="record" {
            (Said(&known.join(" · ")))
            @if let Some(address) = fragment::address(article, None, None) {
                @if !known.is_empty() { " · " }
                a href=(Said(&address)) rel="noreferrer" { "open the article" }
            }
            @if let Some(unknown) = unknown {
                span class="unknown" { (sentence(&unknown)) ". Not recorded, and not guessed." }
            }
        }
    }
}

fn proviso() -> Markup {
    html! {
        section class="proviso" aria-labelledby="_proviso-title" {
            h2 id="_proviso-title" { "What this page does not say" }
            p {
                "It says what an article prints and whom it credits. "
                strong { "It does not say that anyone really said it, nor that it is true." }
                " Headings are a curator’s summaries; only the words set as quotations are the article’s."
            }
        }
    }
}

/// `in Italian`: a language as English names it, which is what the known ones are called here; else by its tag.
pub(super) fn in_language(tag: &str) -> String {
    match Language::of_tag(tag) {
        Some(language) => format!("in {language:?}"),
        None => format!("in the language “{tag}”"),
    }
}
