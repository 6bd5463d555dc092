//! Words and letters without case and accents, as names and searches are compared.

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Calls `each` with the words of a name as it stands, without case, accents and punctuation; quick for a name in
/// plain ASCII, as most are.
pub fn each_word(name: &str, each: &mut impl FnMut(&str)) {
    if name.is_ascii() {
        let mut lower = CompactString::default();
        for word in name.split(|letter: char| !letter.is_ascii_alphanumeric() && !joins(letter)) {
            lower.clear();
            lower.extend(word.split(joins));
            lower.make_ascii_lowercase();
            if !lower.is_empty() {
                each(&lower);
            }
        }
    } else {
        let plain: String = plain_letters(name).filter(|letter| !joins(*letter)).collect();
        plain
            .split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter))
            .filter(|word| !word.is_empty())
            .for_each(each);
    }
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

/// The letters of a text without case and accents, for names and searches; what is not printed is left out.
pub fn plain_letters(text: &str) -> impl Iterator<Item = char> {
    text.nfkd().filter(|letter| !is_accent(*letter) && !is_unprinted(*letter)).flat_map(|letter| {
        let unfolded = match letter {
            'ß' | 'ẞ' => "ss",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'ł' | 'Ł' => "l",
            'ø' | 'Ø' => "o",
            'đ' | 'Đ' => "d",
            'ı' => "i",
            'ς' => "σ",
            _ => "",
        };
        let as_it_is = unfolded.is_empty().then(|| letter.to_lowercase());
        unfolded.chars().chain(as_it_is.into_iter().flatten())
    })
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
