//! Which recorded quotes are worth a closer look: many questions, each quote read once.
//!
//! The questions' word pairs and rare words are hashed, and every recorded quote streams past them. The score only ranks;
//! it decides nothing. Hashes are keyed by the standard library's random state, so that texts which collide by intent cannot
//! be written.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::fold::fold;
use super::glyphs::{is_invisible, is_pointing, is_presentation_form, is_unspaced};
use super::token::Kind;

/// A pair of neighbouring words says more than a word.
const PAIR: u32 = 4;
/// A long word says a little.
const SINGLE: u32 = 1;
/// Shorter words are too common to be worth a look by themselves.
const LONG_WORD: usize = 5;
/// A key that more questions share than this tells none of them apart.
const COMMON: usize = 48;
/// More pairs of one question than this rank no better; the first and last are kept.
const MOST_WORDS: usize = 4096;

/// The word pairs and rare words of many questions.
#[derive(Debug)]
pub struct Sieve {
    seed: u64,
    /// One bit for each hash, so that most words of most quotes cost one look into the cache.
    filter: Vec<u64>,
    /// For each hash: its own number, and the questions that have it.
    keys: HashMap<u64, (u32, Vec<u32>)>,
    questions: usize,
}

/// One reader's scratch space; each thread has its own.
#[derive(Debug)]
pub struct Pass<'a> {
    sieve: &'a Sieve,
    scores: Vec<u32>,
    touched: Vec<u32>,
    /// For each hash, the quote that had it last: what a quote repeats counts once.
    seen: Vec<u32>,
    quote: u32,
}

impl Sieve {
    /// A sieve for `questions`, which are then known by their position.
    pub fn new<'a>(questions: impl Iterator<Item = &'a str>) -> Self {
        let mut sieve = Self {
            seed: RandomState::new().hash_one(0u8),
            filter: Vec::new(),
            keys: HashMap::new(),
            questions: 0,
        };
        let mut found: HashMap<u64, Vec<u32>> = HashMap::new();
        for (number, question) in (0u32..).zip(questions) {
            sieve.questions += 1;
            sieve.walk(&spoken(question), &mut |hash, _| {
                let numbers = found.entry(hash).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            });
        }
        found.retain(|hash, numbers| is_pair(*hash) || numbers.len() <= COMMON);
        let bits = (found.len() * 16).next_power_of_two().max(1024);
        sieve.filter = vec![0; bits / 64];
        for hash in found.keys() {
            let (word, bit) = sieve.slot(*hash);
            sieve.filter[word] |= bit;
        }
        sieve.keys =
            (0u32..).zip(found).map(|(own, (hash, numbers))| (hash, (own, numbers))).collect();
        sieve
    }

    /// How many questions it was built from.
    pub const fn questions(&self) -> usize {
        self.questions
    }

    /// A reader of recorded quotes.
    pub fn pass(&self) -> Pass<'_> {
        Pass {
            sieve: self,
            scores: vec![0; self.questions],
            touched: Vec::new(),
            seen: vec![0; self.keys.len()],
            quote: 0,
        }
    }

    #[inline]
    fn slot(&self, hash: u64) -> (usize, u64) {
        let at = (hash >> 1) as usize & (self.filter.len() * 64 - 1);
        (at / 64, 1 << (at % 64))
    }

    #[inline]
    fn look(&self, hash: u64) -> Option<&(u32, Vec<u32>)> {
        let (word, bit) = self.slot(hash);
        if self.filter[word] & bit == 0 {
            return None;
        }
        self.keys.get(&hash)
    }

    /// Calls `each` with the hash and the weight of every pair of words, and of every long word, of `text`.
    #[inline]
    fn walk(&self, text: &str, each: &mut impl FnMut(u64, u32)) {
        let mut words = Words { seed: self.seed, before: 0, hash: self.seed, length: 0 };
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte < 0x80 {
                at += 1;
                match CLASS[byte as usize] {
                    0 => words.end(each),
                    letter => words.letter(u32::from(letter)),
                }
            } else {
                let Some(c) = text[at..].chars().next() else {
                    return;
                };
                at += c.len_utf8();
                words.wide(c, each);
            }
        }
        words.end(each);
    }
}

impl Pass<'_> {
    /// Holds one recorded quote against all questions; `hit` gets the number of each question that it resembles, and a score
    /// that grows with the resemblance.
    pub fn offer(&mut self, words: &str, hit: &mut impl FnMut(usize, u32)) {
        let Self { sieve, scores, touched, seen, quote } = self;
        *quote = quote.wrapping_add(1);
        sieve.walk(words, &mut |hash, weight| {
            let Some((own, numbers)) = sieve.look(hash) else {
                return;
            };
            if std::mem::replace(&mut seen[*own as usize], *quote) == *quote {
                return;
            }
            for number in numbers {
                let score = &mut scores[*number as usize];
                if *score == 0 {
                    touched.push(*number);
                }
                *score += weight;
            }
        });
        for number in touched.drain(..) {
            let score = std::mem::take(&mut scores[number as usize]);
            hit(number as usize, score);
        }
    }
}

/// The words of a question without its typography, and without the middle of what is too long to matter.
fn spoken(question: &str) -> String {
    let folded = fold(question, None);
    let words: Vec<&str> = folded
        .tokens()
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Number))
        .map(|token| token.text.as_str())
        .collect();
    match words.len() {
        0..=MOST_WORDS => words.join(" "),
        many => {
            [words[..MOST_WORDS / 2].join(" "), words[many - MOST_WORDS / 2..].join(" ")].join(" ")
        }
    }
}

/// For each ASCII byte: its lower-case letter or digit, or 0 for what parts words.
static CLASS: [u8; 128] = classes();

const fn classes() -> [u8; 128] {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        let c = (byte as u8).to_ascii_lowercase();
        if c.is_ascii_alphanumeric() {
            table[byte] = c;
        }
        byte += 1;
    }
    table
}

/// Words as they stream by: a running hash, and the word before.
struct Words {
    seed: u64,
    before: u64,
    hash: u64,
    length: usize,
}

impl Words {
    #[inline]
    fn letter(&mut self, letter: u32) {
        self.hash = mix(self.hash ^ u64::from(letter));
        self.length += 1;
    }

    #[inline]
    fn end(&mut self, each: &mut impl FnMut(u64, u32)) {
        if self.length == 0 {
            return;
        }
        let word = self.hash;
        if self.length >= LONG_WORD {
            each(word & !1, SINGLE);
        }
        if self.before != 0 {
            each(mix(self.before.rotate_left(23) ^ word) | 1, PAIR);
        }
        self.before = word;
        self.hash = self.seed;
        self.length = 0;
    }

    /// A character beyond ASCII: letters without their accents, as a spelling variant must still be found.
    #[cold]
    fn wide(&mut self, c: char, each: &mut impl FnMut(u64, u32)) {
        if is_invisible(c) || is_pointing(c) || is_combining_mark(c) {
            return;
        }
        if is_unspaced(c) {
            self.end(each);
            self.letter(c as u32);
            self.end(each);
        } else if is_presentation_form(c) {
            for plain in fold(c.encode_utf8(&mut [0; 4]), None).text().chars() {
                self.plain(plain);
            }
        } else if c.is_alphanumeric() {
            self.plain(c);
        } else {
            self.end(each);
        }
    }

    fn plain(&mut self, c: char) {
        match c {
            'ß' => {
                self.letter(u32::from(b's'));
                self.letter(u32::from(b's'));
            }
            c => decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    for lower in part.to_lowercase() {
                        self.letter(lower as u32);
                    }
                }
            }),
        }
    }
}

const fn is_pair(hash: u64) -> bool {
    hash & 1 == 1
}

/// One multiplication that spreads every bit; the seed makes it a keyed hash.
#[inline]
const fn mix(value: u64) -> u64 {
    let wide = (value ^ 0x9e37_79b9_7f4a_7c15) as u128 * 0xd6e8_feb8_6659_fd93_u128;
    (wide as u64) ^ ((wide >> 64) as u64)
}
