//! Small phrases: counts, lists, reasons, and the name that was probably meant.

use std::fmt;
use std::io;

/// `1 quotation`, `2 quotations`.
pub fn counted(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, _) => format!("1 {noun}"),
        (_, "person") => format!("{count} people"),
        _ if noun.ends_with(['s', 'x']) => format!("{count} {noun}es"),
        _ => format!("{count} {noun}s"),
    }
}

/// `a`, `a and b`, `a, b and c`, each as it is given.
pub fn all_of<T: fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    joined(items, "and")
}

/// `a`, `a or b`, `a, b or c`, each as it is given.
pub fn one_of<T: fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    joined(items, "or")
}

/// The first `most` of the items, and how many more there are: `a, b and 7 more`.
pub fn some_of<T: fmt::Display>(items: impl ExactSizeIterator<Item = T>, most: usize) -> String {
    let more = items.len().saturating_sub(most);
    let rest = (more > 0).then(|| format!("{more} more"));
    all_of(items.map(|item| item.to_string()).take(most).chain(rest))
}

/// The same with its first letter in capitals.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name in ticks, as messages show it.
pub fn ticked(name: impl fmt::Display) -> String {
    format!("`{name}`")
}

/// The system's reason in its own words, without its number: `permission denied`.
pub fn reason(why: &io::Error) -> String {
    let said = why.to_string();
    let plain = said.split(" (os error").next().unwrap_or(&said);
    let mut letters = plain.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn joined<T: fmt::Display>(items: impl IntoIterator<Item = T>, word: &str) -> String {
    let mut items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    match items.pop() {
        None => String::new(),
        Some(last) if items.is_empty() => last,
        Some(last) => format!("{} {word} {last}", items.join(", ")),
    }
}

/// The known name nearest to `given`, where one is near enough to have been meant.
///
/// Near means at most a third of its letters apart by Damerau-Levenshtein distance (a swap of
/// neighbours is one slip), the measure that cargo and git use for their own suggestions.
pub fn did_you_mean<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::osa_distance(&given, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= name.chars().count().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{all_of, counted, did_you_mean, one_of, some_of};

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(counted(1, "quotation"), "1 quotation");
        assert_eq!(counted(0, "claim"), "0 claims");
        assert_eq!(counted(2, "alias"), "2 aliases");
    }

    #[test]
    fn lists_end_in_a_word() {
        let none: [&str; 0] = [];
        assert_eq!(all_of(none), "");
        assert_eq!(all_of(["a"]), "a");
        assert_eq!(all_of(["a", "b"]), "a and b");
        assert_eq!(one_of(["a", "b", "c"]), "a, b or c");
        assert_eq!(some_of(["a", "b", "c", "d"].iter(), 2), "a, b and 2 more");
        assert_eq!(some_of(["a", "b"].iter(), 2), "a and b");
    }

    #[test]
    fn only_a_near_name_is_meant() {
        let known = ["quotes", "source", "mode"];
        assert_eq!(did_you_mean("quots", known), Some("quotes"));
        assert_eq!(did_you_mean("Mdoe", known), Some("mode"), "a swap is one slip");
        assert_eq!(did_you_mean("mine", known), None, "half of a short name is another name");
        assert_eq!(did_you_mean("soucre", known), Some("source"));
        assert_eq!(did_you_mean("banana", known), None);
    }
}
