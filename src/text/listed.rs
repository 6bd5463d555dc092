//! A fixed list of words, with what it says of each.

use super::forms::form;

/// Rows that the words are spread over.
const ROWS: usize = 2048;

/// Words of a data file of ours, each with what the file says of it; looked up by form, and then letter by letter.
///
/// Every word of every text is looked up, and a keyed hash would cost several times as much. It is not needed where
/// others choose only what is asked for: nothing that they write makes a row longer.
#[derive(Debug)]
pub struct Listed<K, V> {
    rows: Vec<Vec<(K, V)>>,
}

impl<K, V> Default for Listed<K, V> {
    fn default() -> Self {
        Self { rows: std::iter::repeat_with(Vec::new).take(ROWS).collect() }
    }
}

impl<K: AsRef<str>, V: Default> Listed<K, V> {
    /// What the list says of a word; nothing where it is not listed.
    pub fn get(&self, word: &str) -> Option<&V> {
        let row = &self.rows[form(word) % ROWS];
        row.iter().find(|(listed, _)| listed.as_ref() == word).map(|(_, said)| said)
    }

    /// What the list says of a word, to be added to; it is listed from now on.
    pub fn entry(&mut self, word: K) -> &mut V {
        let row = &mut self.rows[form(word.as_ref()) % ROWS];
        let known = row.iter().position(|(listed, _)| listed.as_ref() == word.as_ref());
        let at = known.unwrap_or(row.len());
        if known.is_none() {
            row.push((word, V::default()));
        }
        &mut row[at].1
    }
}

#[cfg(test)]
mod tests {
    use super::Listed;

    #[test]
    fn every_word_is_found_with_what_was_said_of_it() {
        let mut list: Listed<String, Vec<usize>> = Listed::default();
        // Words of one form stand in one row.
        let words = ["", "a", "bridge", "badge", "bodge", "桥", "è"];
        for (number, word) in words.iter().enumerate() {
            list.entry((*word).to_owned()).push(number);
        }
        list.entry("badge".to_owned()).push(9);
        assert_eq!(list.get("badge"), Some(&vec![3, 9]));
        assert_eq!(list.get("bodge"), Some(&vec![4]));
        assert_eq!(list.get("budge"), None);
        assert!(words.iter().all(|word| list.get(word).is_some()));
    }
}
