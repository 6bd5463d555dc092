//! Words and letters without case and accents, as names and searches are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{
    canonical_combining_class, decompose_compatible, is_combining_mark,
};

/// Calls `each` with the words of a name as it stands, without case, accents and punctuation; quick for a name in
/// plain ASCII, as most are.
pub fn each_word(name: &str, each: &mut impl FnMut(&str)) {
    if name.is_ascii() { each_ascii_word(name, each) } else { each_folded_word(name, each) }
}

fn each_ascii_word(name: &str, each: &mut impl FnMut(&str)) {
    /// Names of up to so many bytes cost no allocation.
    const COMMON: usize = 64;
    let (mut stack, mut heap) = ([0; COMMON], Vec::new());
    let room = if name.len() <= COMMON {
        stack.as_mut_slice()
    } else {
        heap.resize(name.len(), 0);
        heap.as_mut_slice()
    };
    let mut length = 0;
    for byte in name.bytes().filter(|byte| !joins(char::from(*byte))) {
        room[length] = byte.to_ascii_lowercase();
        length += 1;
    }
    let lower = std::str::from_utf8(&room[..length]).unwrap_or_default();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).for_each(each);
}

fn each_folded_word(name: &str, each: &mut impl FnMut(&str)) {
    let mut plain = plain(name);
    plain.retain(|letter| !joins(letter));
    let words = plain.split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter));
    words.filter(|word| !word.is_empty()).for_each(each);
}

/// The words of a name as it stands, without case, accents and punctuation.
pub fn plain_words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(name, &mut |word| words.push(word.to_owned()));
    words
}

/// An apostrophe joins (O'Brien); an initial's stop parts (J.R.R.).
const fn joins(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`')
}

/// A text without case and accents, for names and searches; what is not printed is left out.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    if text.chars().any(is_combining_mark) {
        text.nfkd().for_each(|letter| push(&mut plain, letter));
    } else {
        // Marks change places only where some stand apart from their letters.
        for letter in text.chars() {
            if letter.is_ascii() {
                plain.push(letter.to_ascii_lowercase());
            } else {
                decompose_compatible(letter, |part| push(&mut plain, part));
            }
        }
    }
    plain
}

fn push(plain: &mut String, letter: char) {
    match letter {
        _ if is_accent(letter) || is_unprinted(letter) => {}
        'ß' | 'ẞ' => plain.push_str("ss"),
        'æ' | 'Æ' => plain.push_str("ae"),
        'œ' | 'Œ' => plain.push_str("oe"),
        'ł' | 'Ł' => plain.push('l'),
        'ø' | 'Ø' => plain.push('o'),
        'đ' | 'Đ' => plain.push('d'),
        'ı' => plain.push('i'),
        'ς' => plain.push('σ'),
        _ => plain.extend(letter.to_lowercase()),
    }
}

/// Whether a mark is an accent that print may leave out: those above, below and through a letter, and the
/// points of Hebrew and Arabic. The vowel signs of Devanagari, Bengali or Thai are letters of the word, and
/// the voicing marks of kana tell か from が.
fn is_accent(letter: char) -> bool {
    is_combining_mark(letter)
        && matches!(canonical_combining_class(letter), 1 | 10..=36 | 200..=240)
}

/// Soft hyphens, zero-width and bidirectional controls, as they come along with copied text.
const fn is_unprinted(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use unicode_normalization::UnicodeNormalization;

    use super::{each_ascii_word, each_folded_word, plain, plain_words, push};

    #[test]
    fn a_name_is_its_words() {
        let cases: [(&str, &str, &[&str]); 9] = [
            ("a name", "Mei Ito", &["mei", "ito"]),
            ("an apostrophe joins", "Sinéad O’Brien, O'Brien", &["sinead", "obrien", "obrien"]),
            ("a stop parts", "J.R.R. Tolkien", &["j", "r", "r", "tolkien"]),
            ("a hyphen parts", "Jean-Luc", &["jean", "luc"]),
            ("letters that fold", "Łódź Straße", &["lodz", "strasse"]),
            ("an accent apart", "Sine\u{301}ad", &["sinead"]),
            ("signs that are letters", "हिन्दी", &["हिन्दी"]),
            ("another script", "梁文锋", &["梁文锋"]),
            ("nothing", " .'-", &[]),
        ];
        for (case, name, expected) in cases {
            assert_eq!(plain_words(name), expected, "{case}");
        }
    }

    proptest! {
        #![proptest_config(crate::trial::with(256))]

        #[test]
        fn the_quick_way_is_the_long_one(name in "[ -~]{0,80}") {
            let (mut quick, mut long) = (Vec::new(), Vec::new());
            each_ascii_word(&name, &mut |word| quick.push(word.to_owned()));
            each_folded_word(&name, &mut |word| long.push(word.to_owned()));
            prop_assert_eq!(quick, long);
        }

        #[test]
        fn letter_by_letter_is_as_a_whole(text in "\\PC{0,40}") {
            let mut whole = String::new();
            text.nfkd().for_each(|letter| push(&mut whole, letter));
            prop_assert_eq!(plain(&text), whole);
        }
    }
}
