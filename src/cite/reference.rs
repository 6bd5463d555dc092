//! A plain reference to an article: author, title, outlet, date, address, and what is not known.

use crate::ledger::Article;
use crate::wording;

/// The article's reference in plain text: what is recorded, then what is not known.
///
/// The order is that of newspaper references in the Chicago Manual of Style (18th ed., 14.98): author,
/// title, outlet, date.
pub fn plain(article: &Article) -> String {
    let mut parts = Vec::new();
    let authors = article.authors();
    if !authors.is_empty() {
        parts.push(wording::all_of(authors));
    }
    match article.title() {
        Some(title) => parts.push(format!("“{title}”")),
        None => parts.push(format!("article {}", article.id)),
    }
    parts.extend(article.outlet().map(str::to_owned));
    parts.extend(article.issued().map(ToString::to_string));
    let unknown = unknown_parts(article);
    let known = parts.join(", ");
    if unknown.is_empty() {
        known
    } else {
        format!("{known} ({} unknown)", wording::all_of(unknown))
    }
}

/// What a reader would want to know of an article and its record does not say.
pub fn unknown_parts(article: &Article) -> Vec<&'static str> {
    let parts = [
        (article.authors().is_empty(), "author"),
        (article.title().is_none(), "title"),
        (article.outlet().is_none(), "outlet"),
        (article.issued().is_none(), "date"),
        (article.url().is_none(), "address"),
    ];
    parts.into_iter().filter(|(is_unknown, _)| *is_unknown).map(|(_, part)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::ledger::Article;

    fn article(json: &str) -> Article {
        serde_json::from_str(json).expect("is an item")
    }

    #[test]
    fn what_is_not_known_is_said() {
        let bare = article(r#"{"id":"ponte","type":"article"}"#);
        assert_eq!(plain(&bare), "article ponte (author, title, outlet, date and address unknown)");
        let full = article(
            r#"{"id":"ponte","type":"article-newspaper","title":"Ponte sul porto",
                "author":[{"family":"Bellandi","given":"Chiara"}],"container-title":"La Gazzetta del Molo",
                "issued":{"date-parts":[[2025,8,14]]},"URL":"https://gazzetta.example/ponte"}"#,
        );
        assert_eq!(
            plain(&full),
            "Chiara Bellandi, “Ponte sul porto”, La Gazzetta del Molo, 2025-08-14"
        );
    }
}
