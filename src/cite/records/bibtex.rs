//! Records in `BibTeX`: its own types of entry, and besides its own the fields of `BibLaTeX` (P. Lehman and
//! others, "The biblatex package", 2.2), which it passes over.

use crate::cite::records::fields::{one_line, parts, variables, words};
use crate::cite::records::latex;
use crate::ledger::Article;
use crate::ledger::csl::{CslName, Type};
use crate::ledger::csl_date::CslDate;

/// One entry, ending in a line break.
pub fn entry(article: &Article) -> String {
    let kind = kind(article);
    let mut fields: Vec<(String, String)> = Vec::new();
    for (name, holds) in variables() {
        match holds {
            Type::Text => fields.extend(article.text(name).map(|text| {
                let field = field(name, kind);
                let value = match name {
                    "URL" | "DOI" => latex::address(text),
                    // Two pairs keep `DeepSeek` from becoming `Deepseek`.
                    "title" => format!("{{{}}}", latex::text(text)),
                    "page" => latex::text(text).replace('–', "--"),
                    _ => latex::text(text),
                };
                (field, value)
            })),
            Type::Names => {
                let names = article.names(name);
                if !names.is_empty() {
                    let written: Vec<String> = names.iter().map(person).collect();
                    fields.push((field(name, kind), written.join(" and ")));
                }
            }
            Type::Date => {
                if let Some(date) = article.date(name) {
                    dated(name, date, &mut fields);
                }
            }
        }
    }
    if article.kind == "article-newspaper" || article.kind == "article-magazine" {
        let subtype = article.kind.trim_start_matches("article-").to_owned();
        fields.push(("entrysubtype".to_owned(), subtype));
    }
    let language = article.language().and_then(babel);
    fields.extend(language.map(|name| ("langid".to_owned(), name.to_owned())));
    let written: Vec<String> =
        fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!("@{kind}{{{},\n{}\n}}\n", article.id, written.join(",\n"))
}

/// The type of entry: what a newspaper, magazine or journal prints is an article.
fn kind(article: &Article) -> &'static str {
    match article.kind.as_str() {
        "article-newspaper" | "article-magazine" | "article-journal" | "review" | "review-book" => {
            "article"
        }
        "article" if article.outlet().is_some() => "article",
        "book" => "book",
        "chapter" => "incollection",
        "paper-conference" => "inproceedings",
        "report" => "techreport",
        // `@online` and `@thesis` are of BibLaTeX alone: readers of BibTeX drop the entry.
        _ => "misc",
    }
}

/// The name that LaTeX's babel has for a language, by which words are broken.
fn babel(tag: &str) -> Option<&'static str> {
    let names = [
        ("de", "german"),
        ("en", "english"),
        ("es", "spanish"),
        ("fr", "french"),
        ("it", "italian"),
        ("nl", "dutch"),
        ("pl", "polish"),
        ("pt", "portuguese"),
        ("ru", "russian"),
    ];
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    names.into_iter().find(|(code, _)| primary.eq_ignore_ascii_case(code)).map(|(_, name)| name)
}

/// The field of a variable; one that `BibLaTeX` does not know keeps its name, without its hyphens.
fn field(variable: &str, kind: &str) -> String {
    let known = match variable {
        "container-title" if kind == "article" => "journal",
        "container-title" if kind == "misc" => "organization",
        "container-title" => "booktitle",
        "publisher" if kind == "techreport" => "institution",
        "container-title-short" | "journalAbbreviation" => "shortjournal",
        "title-short" | "shortTitle" => "shorttitle",
        "publisher-place" => "location",
        "collection-title" => "series",
        "issue" | "number" => "number",
        "page" => "pages",
        "keyword" => "keywords",
        "event-title" => "eventtitle",
        "event-place" => "venue",
        "number-of-pages" => "pagetotal",
        "number-of-volumes" => "volumes",
        "annote" => "annotation",
        "genre" => "type",
        "medium" => "howpublished",
        other => return other.replace(['-', '_'], "").to_lowercase(),
    };
    known.to_owned()
}

/// A name as `BibTeX` takes it apart; what it would take apart wrongly is held together by braces.
fn person(name: &CslName) -> String {
    let part = |part: &Option<compact_str::CompactString>| {
        part.as_deref().map(one_line).filter(|part| !part.is_empty())
    };
    let (Some(family), Some(given), None) = (part(&name.family), part(&name.given), &name.literal)
    else {
        return format!("{{{}}}", latex::text(&name.to_string()));
    };
    let particles = [part(&name.dropping_particle), part(&name.non_dropping_particle)];
    let particles: Vec<String> =
        particles.into_iter().flatten().map(|particle| latex::text(&particle) + " ").collect();
    let suffix = part(&name.suffix).map(|suffix| format!(", {}", whole(&suffix)));
    let (family, given) = (whole(&family), whole(&given));
    format!("{}{family}{}, {given}", particles.concat(), suffix.unwrap_or_default())
}

/// A part of a name, in braces where a comma, an `and` or a small letter would break it up.
fn whole(part: &str) -> String {
    let breaks = part.contains(',')
        || part.split(' ').any(|word| word.eq_ignore_ascii_case("and"))
        || part.starts_with(char::is_lowercase);
    let text = latex::text(part);
    if breaks { format!("{{{text}}}") } else { text }
}

/// A date as ISO 8601-2 has it, as `BibLaTeX` reads it; for `BibTeX` year and month besides.
fn dated(variable: &str, date: &CslDate, fields: &mut Vec<(String, String)>) {
    let field = match variable {
        "issued" => "date",
        "accessed" => "urldate",
        "event-date" => "eventdate",
        "original-date" => "origdate",
        "submitted" => "submitted",
        _ => "availabledate",
    };
    let circa = if date.circa { "~" } else { "" };
    if let Some(start) = date.start {
        let end = date.end.map(|end| format!("/{end}{circa}")).unwrap_or_default();
        fields.push((field.to_owned(), format!("{start}{circa}{end}")));
    }
    if variable == "issued"
        && let Some(start) = date.start
    {
        let (year, month, _) = parts(start);
        fields.push(("year".to_owned(), year));
        fields.extend(
            month.map(|month| ("month".to_owned(), month.trim_start_matches('0').to_owned())),
        );
    }
    if date.words.is_some()
        && let Some(words) = words(date)
    {
        fields.push((format!("{field}note"), latex::text(&words)));
    }
}
