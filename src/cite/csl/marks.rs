//! Quotation marks in a title that a style sets in quotation marks.

use hayagriva::citationberg::taxonomy::OtherTerm;
use hayagriva::citationberg::{Locale as Terms, LocalizedTerm, TermForm};

use crate::cite::prose::{Piece, Prose};

/// The title with the locale's inner marks, where it stands in the outer ones; the engine leaves
/// “Ito: “Il ponte è sicuro””.
///
/// Only marks that pair are changed, and none where the inner ones are there already.
pub fn set_inner(mut prose: Prose, title: &str, terms: &Terms) -> Prose {
    let term = |of: OtherTerm| {
        let found = terms.term(of.into(), TermForm::Long);
        found.and_then(LocalizedTerm::single).unwrap_or_default()
    };
    let inner = [term(OtherTerm::OpenInnerQuote), term(OtherTerm::CloseInnerQuote)];
    let outer = term(OtherTerm::OpenQuote);
    let Some(title_inside) = with_inner(title, inner) else {
        return prose;
    };
    if outer.is_empty() || inner.contains(&"") {
        return prose;
    }
    for piece in prose.pieces_mut() {
        if let Piece::Words(_, words) = piece {
            let quoted = format!("{outer}{title}");
            *words = words.replace(&quoted, &format!("{outer}{title_inside}"));
        }
    }
    prose
}

/// The title with other marks around what stands in double ones; none where they do not pair.
fn with_inner(title: &str, [open, close]: [&str; 2]) -> Option<String> {
    let mut inside = String::with_capacity(title.len());
    let mut is_open = false;
    let mut is_changed = false;
    for letter in title.chars() {
        let opens = match letter {
            '“' => true,
            '”' => false,
            '"' => !is_open,
            other => {
                // A second level within would need a third kind of mark.
                if matches!(other, '‘' | '«' | '„') {
                    return None;
                }
                inside.push(other);
                continue;
            }
        };
        if opens == is_open {
            return None;
        }
        is_open = opens;
        is_changed = true;
        inside.push_str(if opens { open } else { close });
    }
    (is_changed && !is_open).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::with_inner;

    #[test]
    fn marks_that_pair_become_inner_ones() {
        let cases = [
            ("Ito: “Il ponte è sicuro”", Some("Ito: ‘Il ponte è sicuro’")),
            ("Ito: \"Il ponte\", \"no\"", Some("Ito: ‘Il ponte’, ‘no’")),
            ("L'autorità", None),
            ("a “b", None),
            ("a ” b “", None),
            ("a “b ‘c’ d”", None),
        ];
        for (title, inside) in cases {
            assert_eq!(with_inner(title, ["‘", "’"]).as_deref(), inside, "{title}");
        }
    }
}
