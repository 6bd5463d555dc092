//! Ids that a person would give.

use crate::curate::edit::{Edit, apply};
use crate::curate::parts::{Parts, field};
use crate::ledger::id::slug_of;

/// So many words of a statement make an id that one remembers and types.
const WORDS: usize = 4;

/// Letters of a word that says something: what is shorter are articles and prepositions in most languages.
const TELLING: usize = 4;

/// An id for a claim: its source, and the first telling words of its statement.
///
/// `ito-bridge-will-safe-again`, of "The bridge will be safe again." by `ito`.
pub fn id_for(source: &str, statement: &str) -> String {
    let slug = slug_of(statement).unwrap_or_default();
    let words = slug.split('-').filter(|word| !word.is_empty());
    let telling: Vec<&str> =
        words.clone().filter(|word| word.len() >= TELLING).take(WORDS).collect();
    let chosen = if telling.len() < 2 { words.take(WORDS).collect() } else { telling };
    let source = slug_of(source);
    let parts: Vec<&str> = source.as_deref().into_iter().chain(chosen).collect();
    if parts.is_empty() { "claim".to_owned() } else { parts.join("-") }
}

/// The same id, or with the first number from 2 on that makes it one of its own.
pub fn free_id(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u64| format!("{wanted}-{number}"));
    let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
    ids.find(|id| !is_taken(id)).unwrap_or_else(|| wanted.to_owned())
}

/// The text of a ledger file, in which each claim without an id has one that is made of its source and
/// statement; and which claims these are, in their order.
pub fn with_ids(text: &str) -> (String, Vec<bool>) {
    let file = Parts::of_document(text).fields();
    let claims = field(&file, "claims").map(|claims| Parts::of(text, claims.value).items());
    let (mut edits, mut proposed) = (Vec::new(), Vec::new());
    for claim in claims.unwrap_or_default() {
        let parts = Parts::of(text, claim);
        let is_object = matches!(parts, Parts::Object(_));
        let fields = parts.fields();
        let is_nameless = is_object && field(&fields, "id").is_none();
        proposed.push(is_nameless);
        if is_nameless {
            let said = |name: &str| -> String {
                let value = field(&fields, name).map(|field| &text[field.value.range()]);
                value.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
            };
            let id = id_for(&said("source"), &said("statement"));
            let comma = if fields.is_empty() { "" } else { "," };
            edits.push(Edit::insert(claim.start + 1, format!("\"id\":\"{id}\"{comma}")));
        }
    }
    (apply(text, edits), proposed)
}

#[cfg(test)]
mod tests {
    use super::{free_id, id_for, with_ids};
    use crate::ledger::id::is_slug;

    #[test]
    fn an_id_tells_who_and_what() {
        let cases = [
            ("ito", "The bridge will be safe again.", "ito-bridge-will-safe-again"),
            ("article", "È così.", "article-e-cosi"),
            ("nvidia", "桥，安全", "nvidia"),
            ("ito", "In 2031, it is at an end", "ito-in-2031-it-is"),
            ("", "!?", "claim"),
        ];
        for (source, statement, expected) in cases {
            let id = id_for(source, statement);
            assert_eq!(id, expected);
            assert!(is_slug(&id), "{id}");
        }
        let taken = ["a", "a-2"];
        assert_eq!(free_id("a", |id| taken.contains(&id)), "a-3");
        assert_eq!(free_id("b", |id| taken.contains(&id)), "b");
    }

    #[test]
    fn only_claims_without_an_id_are_given_one() {
        let text = r#"{"claims":[{"id":"a","statement":"S."},{"statement":"The tide turns.","source":"ito"},{},7]}"#;
        let (named, proposed) = with_ids(text);
        let expected = r#"{"claims":[{"id":"a","statement":"S."},{"id":"ito-tide-turns","statement":"The tide turns.","source":"ito"},{"id":"claim"},7]}"#;
        assert_eq!((named.as_str(), proposed), (expected, vec![false, true, true, false]));
        assert_eq!(with_ids("[]"), ("[]".to_owned(), vec![]));
    }
}
