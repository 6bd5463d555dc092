//! A plain reference to an article: author, title, outlet, date, and what is not known.

use crate::cite::phrases::{Phrase, Phrases};
use crate::ledger::Article;
use crate::ledger::csl_date::CslDate;

/// The article's reference in plain text: what is recorded, then what is not known.
///
/// The order is that of newspaper references in the Chicago Manual of Style (18th ed., 14.98): author,
/// title, outlet, date. Dates stand as ISO 8601 has them, which reads the same in every language.
pub fn plain(article: &Article, phrases: &Phrases) -> String {
    let mut parts = Vec::new();
    let authors = article.authors();
    if !authors.is_empty() {
        parts.push(phrases.all_of(authors));
    }
    parts.push(match article.title() {
        Some(title) => phrases.quotation.of(title),
        None => phrases.article.of(&article.id),
    });
    parts.extend(article.outlet().map(str::to_owned));
    parts.extend(article.issued().map(|date| dated(date, phrases)));
    let known = parts.join(", ");
    match unknown(article, phrases) {
        Some(unknown) => format!("{known} ({unknown})"),
        None => known,
    }
}

/// What a reader would want to know of an article and its record does not say: `author and date
/// unknown`; none where all is known.
pub fn unknown(article: &Article, phrases: &Phrases) -> Option<String> {
    let said = &phrases.unknown;
    let parts = [
        (article.authors().is_empty(), &said.author),
        (article.title().is_none(), &said.title),
        (article.outlet().is_none(), &said.outlet),
        (article.issued().is_none(), &said.date),
        (article.url().is_none(), &said.address),
    ];
    let unknown: Vec<&str> = parts
        .into_iter()
        .filter(|(is_unknown, _)| *is_unknown)
        .map(|(_, part)| Phrase::as_str(part))
        .collect();
    match unknown.as_slice() {
        [] => None,
        [one] => Some(said.one.of(one)),
        several => Some(said.several.of(phrases.all_of(several))),
    }
}

fn dated(date: &CslDate, phrases: &Phrases) -> String {
    let said = match (date.start, date.end, &date.words) {
        (Some(start), Some(end), _) => phrases.range.of_two(start, end),
        (Some(start), None, Some(words)) => phrases.season.of_two(words, start),
        (Some(start), None, None) => start.to_string(),
        (None, _, words) => words.as_deref().unwrap_or_default().to_owned(),
    };
    if date.circa { phrases.about.of(said) } else { said }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::cite::locale::Locale;
    use crate::ledger::Article;

    fn article(json: &str) -> Article {
        serde_json::from_str(json).expect("is an item")
    }

    #[test]
    fn what_is_not_known_is_said_in_every_language() {
        let bare = article(r#"{"id":"ponte","type":"article"}"#);
        let cases = [
            (Locale::EnUs, "article ponte (author, title, outlet, date and address unknown)"),
            (Locale::EnGb, "article ponte (author, title, outlet, date and address unknown)"),
            (
                Locale::ItIt,
                "articolo ponte (non si conoscono: autore, titolo, testata, data e indirizzo)",
            ),
            (Locale::DeDe, "Artikel ponte (Verfasser, Titel, Medium, Datum und Adresse unbekannt)"),
            (
                Locale::FrFr,
                "article ponte (informations inconnues : auteur, titre, média, date et adresse)",
            ),
            (
                Locale::EsEs,
                "artículo ponte (se desconocen: autor, título, medio, fecha y dirección)",
            ),
        ];
        for (locale, said) in cases {
            assert_eq!(plain(&bare, &locale.phrases()), said);
        }
    }

    #[test]
    fn what_is_known_stands_in_order() {
        let full = article(
            r#"{"id":"ponte","type":"article-newspaper","title":"Ponte sul porto",
                "author":[{"family":"Bellandi","given":"Chiara"}],"container-title":"La Gazzetta del Molo",
                "issued":{"date-parts":[[2025,8,14]]},"URL":"https://gazzetta.example/ponte"}"#,
        );
        assert_eq!(
            plain(&full, &Locale::EnUs.phrases()),
            "Chiara Bellandi, “Ponte sul porto”, La Gazzetta del Molo, 2025-08-14"
        );
    }

    #[test]
    fn a_date_is_as_certain_as_its_record() {
        let cases = [
            (r#"{"date-parts":[[2025]],"circa":true}"#, "about 2025"),
            (r#"{"date-parts":[[2025,1],[2025,3]]}"#, "2025-01 to 2025-03"),
            (r#"{"literal":"mid August"}"#, "mid August"),
        ];
        for (date, said) in cases {
            let item = format!(r#"{{"id":"ponte","type":"article","title":"T","issued":{date}}}"#);
            let plain = plain(&article(&item), &Locale::EnUs.phrases());
            assert!(plain.contains(said), "{plain}");
        }
    }
}
