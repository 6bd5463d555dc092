//! The records of articles for other programs to read: CSL-JSON, BibTeX, RIS.

mod bibtex;
mod fields;
mod latex;
mod ris;

use crate::ledger::Article;
use crate::safe;

/// A format of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordFormat {
    /// CSL-JSON 1.0.2.
    CslJson,
    /// `BibTeX`, with the types and fields of `BibLaTeX`.
    Bibtex,
    /// RIS, as Research Information Systems specified it in 2011.
    Ris,
}

/// Records in a format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// The document.
    pub text: String,
    /// What the format has no place for.
    pub remarks: Vec<String>,
}

/// The articles' records in a format, in their order.
pub fn records(articles: &[Article], format: RecordFormat) -> Records {
    match format {
        RecordFormat::CslJson => Records { text: csl_json(articles), remarks: Vec::new() },
        RecordFormat::Bibtex => Records {
            text: articles.iter().map(bibtex::entry).collect::<Vec<_>>().join("\n"),
            remarks: unknown(articles),
        },
        RecordFormat::Ris => {
            Records { text: articles.iter().map(ris::record).collect(), remarks: unknown(articles) }
        }
    }
}

/// The items as they were recorded, unknown variables included.
fn csl_json(articles: &[Article]) -> String {
    let document = serde_json::to_string_pretty(articles).unwrap_or_default();
    safe::json(&document).into_owned() + "\n"
}

/// Variables that CSL does not know have no place in another format.
fn unknown(articles: &[Article]) -> Vec<String> {
    let lost = |article: &Article| {
        let names: Vec<String> =
            article.unknown_variables().map(|name| format!("`{name}`")).collect();
        (!names.is_empty()).then(|| format!("`{}`: left out {}", article.id, names.join(", ")))
    };
    articles.iter().filter_map(lost).collect()
}
