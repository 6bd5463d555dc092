//! Records in RIS (Research Information Systems, "RIS Format Specifications", 2011): a tag, two blanks,
//! a hyphen, a blank, the text; lines end in CR LF.

use std::fmt::Write;

use compact_str::CompactString;

use crate::cite::records::fields::{one_line, parts, variables, words};
use crate::ledger::Article;
use crate::ledger::csl::{CslName, Type};
use crate::ledger::csl_date::CslDate;

/// One record, `TY` to `ER`.
pub fn record(article: &Article) -> String {
    let mut lines = vec![("TY", kind(&article.kind).to_owned()), ("ID", article.id.to_string())];
    for (name, holds) in variables() {
        match holds {
            Type::Text => {
                if let Some(text) = article.text(name) {
                    lines.extend(line(name, text));
                }
            }
            Type::Names => {
                let tag = match name {
                    "author" => "AU",
                    "editor" => "ED",
                    "translator" => "A4",
                    "collection-editor" => "A3",
                    _ => "A2",
                };
                lines.extend(article.names(name).iter().map(|of| (tag, person(of))));
            }
            Type::Date => {
                if let Some(date) = article.date(name) {
                    lines.extend(dated(name, date));
                }
            }
        }
    }
    lines.push(("ER", String::new()));
    let mut record = String::new();
    for (tag, text) in lines {
        // Writing to a string cannot fail.
        let _ = write!(record, "{tag}  - {text}\r\n");
    }
    record
}

/// The type of record; what is not known to be a newspaper's is not called so.
fn kind(kind: &str) -> &'static str {
    match kind {
        "article-newspaper" => "NEWS",
        "article-magazine" => "MGZN",
        "article-journal" | "review" | "review-book" => "JOUR",
        "webpage" => "ELEC",
        "post" | "post-weblog" => "BLOG",
        "book" => "BOOK",
        "chapter" => "CHAP",
        "report" => "RPRT",
        "thesis" => "THES",
        "paper-conference" => "CONF",
        "dataset" => "DATA",
        "broadcast" | "motion_picture" => "VIDEO",
        "song" => "SOUND",
        "interview" | "personal_communication" => "PCOMM",
        "legislation" | "bill" => "BILL",
        "hearing" => "HEAR",
        "legal_case" => "CASE",
        "software" => "COMP",
        "map" => "MAP",
        "manuscript" | "pamphlet" => "PAMP",
        "standard" => "STAND",
        _ => "GEN",
    }
}

/// The lines of a variable that holds text; what has no tag is a note that names it.
fn line(variable: &str, text: &str) -> Vec<(&'static str, String)> {
    let text = one_line(text);
    let tag = match variable {
        "title" => "TI",
        "container-title" => "T2",
        "collection-title" => "T3",
        "title-short" | "shortTitle" => "ST",
        "container-title-short" | "journalAbbreviation" => "J2",
        "volume" => "VL",
        "issue" | "number" => "IS",
        "publisher" => "PB",
        "publisher-place" => "CY",
        "edition" => "ET",
        "section" => "SE",
        "abstract" => "AB",
        "DOI" => "DO",
        "URL" => "UR",
        "ISSN" | "ISBN" => "SN",
        "language" => "LA",
        "note" => "N1",
        "call-number" => "CN",
        "medium" => "M3",
        "source" => "DP",
        "page" => return pages(&text),
        "keyword" => {
            return text.split([',', ';']).map(|word| ("KW", word.trim().to_owned())).collect();
        }
        other => return vec![("N1", format!("{other}: {text}"))],
    };
    vec![(tag, text)]
}

fn pages(text: &str) -> Vec<(&'static str, String)> {
    let halves = text.split_once(['–', '-']).filter(|(_, last)| !last.contains(['–', '-', ',']));
    match halves {
        Some((first, last)) => {
            vec![("SP", first.trim().to_owned()), ("EP", last.trim().to_owned())]
        }
        None => vec![("SP", text.to_owned())],
    }
}

/// Family, given, suffix; after a name that is known only whole a comma keeps readers from taking it apart.
fn person(name: &CslName) -> String {
    let (Some(family), Some(given), None) = (&name.family, &name.given, &name.literal) else {
        return one_line(&name.to_string()) + ",";
    };
    let particles = [&name.dropping_particle, &name.non_dropping_particle];
    let family = particles.into_iter().flatten().chain([family]);
    let family = family.map(CompactString::as_str).collect::<Vec<_>>().join(" ");
    let suffix = name.suffix.as_ref().map(|suffix| format!(", {suffix}")).unwrap_or_default();
    one_line(&format!("{family}, {given}{suffix}"))
}

/// `YYYY/MM/DD/words`, all three strokes there whatever is known.
fn dated(variable: &str, date: &CslDate) -> Vec<(&'static str, String)> {
    let words = words(date).unwrap_or_default();
    let (year, month, day) = date.start.map(parts).unwrap_or_default();
    let written =
        format!("{year}/{}/{}/{words}", month.unwrap_or_default(), day.unwrap_or_default());
    match variable {
        "issued" if year.is_empty() => vec![("DA", written)],
        "issued" => vec![("PY", year), ("DA", written)],
        "accessed" => vec![("Y2", written)],
        other => vec![("N1", format!("{other}: {}", written.trim_end_matches('/')))],
    }
}
