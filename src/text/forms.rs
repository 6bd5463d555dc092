//! Which forms some words have: most other words are told from them without a look-up.

/// One bit for each first letter, last letter and length of some words.
#[derive(Debug)]
pub struct Forms([u64; 64]);

impl Default for Forms {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Forms {
    /// Adds a word's form.
    pub fn add(&mut self, word: &str) {
        let (at, bit) = Self::bit(word);
        self.0[at] |= bit;
    }

    /// Whether the word may be one of those that were added: never no for one that is.
    pub fn has(&self, word: &str) -> bool {
        let (at, bit) = Self::bit(word);
        self.0[at] & bit != 0
    }

    fn bit(word: &str) -> (usize, u64) {
        let form = form(word);
        (form / 64 % 64, 1 << (form % 64))
    }
}

/// A number made of a word's first letter, last letter and length.
pub(super) fn form(word: &str) -> usize {
    let letters = word.as_bytes();
    let first = letters.first().map_or(0, |letter| usize::from(*letter));
    let last = letters.last().map_or(0, |letter| usize::from(*letter));
    first * 131 + last * 29 + letters.len() * 7
}

#[cfg(test)]
mod tests {
    use super::Forms;

    #[test]
    fn every_word_that_was_added_is_told() {
        let mut forms = Forms::default();
        assert!(!forms.has("") && !forms.has("bridge"));
        let words = ["", "a", "bridge", "桥", "è"];
        for word in words {
            forms.add(word);
        }
        assert!(words.iter().all(|word| forms.has(word)));
        assert!(!forms.has("harbour"));
    }
}
