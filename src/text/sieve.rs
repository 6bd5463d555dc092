//! Which recorded quotes are worth a closer look: many questions, each quote read once.
//!
//! The questions' word pairs and rare words are hashed, and every recorded quote streams past them. The score only ranks;
//! it decides nothing. Hashes are keyed by the standard library's random state, so that texts which collide by intent cannot
//! be written.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::fold::fold;
use super::shingles::{Latin, Shingles};
use crate::cores;

/// A pair of neighbouring words says more than a word.
const PAIR: u32 = 4;
/// A word that most questions lack says a little.
const SINGLE: u32 = 1;
/// A pair that more questions share tells none of them apart.
const COMMON_PAIR: usize = 16;
/// The same for a word.
const COMMON_WORD: usize = 6;
/// Every question keeps so many of its rarest pairs, however common: it may share all of its words with other questions.
const OWN_PAIRS: usize = 12;
/// A question of so few words keeps every word: it has hardly a pair.
const SHORTEST: usize = 2;
/// A shorter word is in every other quote.
const LONG_WORD: u32 = 5;
/// More words of one question than this rank no better; the first and last are kept.
const MOST_WORDS: usize = 4096;

/// The word pairs and rare words of many questions.
#[derive(Debug)]
pub struct Sieve {
    seed: u64,
    latin: Latin,
    /// One bit for each hash, so that most words of most quotes cost one look into the cache.
    filter: Vec<u64>,
    /// For each hash: its own number, its weight, and the questions that have it.
    keys: HashMap<u64, Key>,
    questions: usize,
    /// The shortest word that is a key by itself.
    shortest: u32,
}

#[derive(Debug)]
struct Key {
    own: u32,
    weight: u32,
    questions: Vec<u32>,
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

/// The words and pairs of one question.
struct Hashed {
    /// Their hashes, each once.
    hashes: Vec<u64>,
    /// Whether it is so short that all its words are keys.
    is_shortest: bool,
}

impl Sieve {
    /// A sieve for `questions`, which are then known by their position.
    pub fn new<'a>(questions: impl Iterator<Item = &'a str>) -> Self {
        let seed = RandomState::new().hash_one(0u8);
        let latin = Latin::new();
        let questions: Vec<&str> = questions.collect();
        let hashed = cores::each(&questions, |question| Hashed::new(question, seed, &latin));
        let questions = hashed.len();
        let is_shortest = hashed.iter().any(|question| question.is_shortest);
        let shortest = if is_shortest { 1 } else { LONG_WORD };
        let keys = keys(hashed);
        let mut sieve = Self {
            seed,
            latin,
            filter: vec![0; filter_words(keys.len())],
            keys,
            questions,
            shortest,
        };
        let slots: Vec<(usize, u64)> = sieve.keys.keys().map(|hash| sieve.slot(*hash)).collect();
        for (word, bit) in slots {
            sieve.filter[word] |= bit;
        }
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
        let at = (hash >> 6) & (self.filter.len() as u64 - 1);
        (usize::try_from(at).unwrap_or_default(), 1 << (hash & 63))
    }

    #[inline]
    fn look(&self, hash: u64) -> Option<&Key> {
        let (word, bit) = self.slot(hash);
        if self.filter[word] & bit == 0 {
            return None;
        }
        self.keys.get(&hash)
    }
}

impl Pass<'_> {
    /// Holds one recorded quote against all questions; `hit` gets the number of each question that it resembles, and a score
    /// that grows with the resemblance.
    pub fn offer(&mut self, words: &str, hit: &mut impl FnMut(usize, u32)) {
        let Self { sieve, scores, touched, seen, quote } = self;
        *quote = quote.wrapping_add(1);
        Shingles::new(sieve.seed, &sieve.latin).walk(words, &mut |hash, length| {
            if length > 0 && length < sieve.shortest {
                return;
            }
            let Some(key) = sieve.look(hash) else { return };
            if std::mem::replace(&mut seen[key.own as usize], *quote) == *quote {
                return;
            }
            for number in &key.questions {
                let score = &mut scores[*number as usize];
                if *score == 0 {
                    touched.push(*number);
                }
                *score += key.weight;
            }
        });
        for number in touched.drain(..) {
            let score = std::mem::take(&mut scores[number as usize]);
            hit(number as usize, score);
        }
    }
}

impl Hashed {
    fn new(question: &str, seed: u64, latin: &Latin) -> Self {
        let words = spoken(question);
        let is_shortest = words.split(' ').nth(SHORTEST).is_none();
        let mut hashes = Vec::new();
        Shingles::new(seed, latin).walk(&words, &mut |hash, length| {
            if length == 0 || length >= LONG_WORD || is_shortest {
                hashes.push(hash);
            }
        });
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes, is_shortest }
    }
}

/// The keys that tell questions apart, and the rarest keys of each question.
fn keys(questions: Vec<Hashed>) -> HashMap<u64, Key> {
    // How many questions have a hash.
    let mut common: HashMap<u64, usize> = HashMap::new();
    for hash in questions.iter().flat_map(|question| &question.hashes) {
        *common.entry(*hash).or_default() += 1;
    }
    let common = |hash: &u64| common.get(hash).copied().unwrap_or(0);
    let mut keys: HashMap<u64, Key> = HashMap::new();
    for (number, Hashed { mut hashes, .. }) in (0u32..).zip(questions) {
        hashes.sort_by_cached_key(|hash| (!is_pair(*hash), common(hash)));
        let is_shortest = hashes.len() < 2 * SHORTEST;
        for (at, hash) in hashes.into_iter().enumerate() {
            let most = if is_pair(hash) { COMMON_PAIR } else { COMMON_WORD };
            if common(&hash) <= most || is_shortest || (at < OWN_PAIRS && is_pair(hash)) {
                let own = u32::try_from(keys.len()).unwrap_or(u32::MAX);
                let weight = if is_pair(hash) { PAIR } else { SINGLE };
                keys.entry(hash)
                    .or_insert(Key { own, weight, questions: Vec::new() })
                    .questions
                    .push(number);
            }
        }
    }
    keys
}

/// The lowest bit says whether a hash is a pair's.
const fn is_pair(hash: u64) -> bool {
    hash & 1 == 1
}

/// The filter's size in words of 64 bits: sixteen bits a key keep it to one false look in sixteen.
fn filter_words(keys: usize) -> usize {
    (keys / 4).next_power_of_two().max(16)
}

/// The words of a question without its typography, and without the middle of what is too long to matter.
fn spoken(question: &str) -> String {
    let folded = fold(question, None);
    let tokens = folded.tokens().iter().filter(|token| token.kind.is_spoken());
    let words: Vec<&str> = tokens.map(|token| token.text.as_str()).collect();
    match words.len() {
        0..=MOST_WORDS => words.join(" "),
        many => {
            [words[..MOST_WORDS / 2].join(" "), words[many - MOST_WORDS / 2..].join(" ")].join(" ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    const RECORDED: [&str; 5] = [
        "The bridge will be safe again before the summer ends.",
        "again the summer bridge be ends will before safe the",
        "这座桥会安全的，请大家放心。",
        "Die Brücke hält, und das weiß jeder hier.",
        "Nobody should drive a lorry over an arch that sings.",
    ];

    /// The recorded quote that ranks first.
    fn first(question: &str) -> Option<usize> {
        let sieve = Sieve::new(["something else entirely", question].into_iter());
        let mut pass = sieve.pass();
        let mut best: Option<(u32, usize)> = None;
        for (at, words) in RECORDED.iter().enumerate() {
            pass.offer(words, &mut |number, score| {
                if number == 1 && best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, at));
                }
            });
        }
        best.map(|(_, at)| at)
    }

    #[test]
    fn the_recorded_quote_ranks_first() {
        let cases = [
            ("whole", "The bridge will be safe again before the summer ends.", Some(0)),
            ("changed", "The bridge will not be safe again after the summer ends", Some(0)),
            ("other typography", "&quot;THE BRIDGE will\u{a0}be sa\u{ad}fe again&quot;", Some(0)),
            ("one word", "lorry", Some(4)),
            ("two short words", "an arch", Some(4)),
            ("no spaces", "桥会安全的", Some(2)),
            ("no umlauts, no sharp s", "die Brucke halt, und das weiss jeder", Some(3)),
            ("decomposed", "Die Bru\u{308}cke ha\u{308}lt", Some(3)),
            ("nothing in common", "xylophone", None),
        ];
        for (name, question, expected) in cases {
            assert_eq!(first(question), expected, "{name}");
        }
    }

    #[test]
    fn what_is_repeated_counts_once() {
        let sieve = Sieve::new(["the bridge will"].into_iter());
        let mut pass = sieve.pass();
        let mut scores = Vec::new();
        for words in ["the bridge will", "the bridge the bridge the bridge"] {
            pass.offer(words, &mut |_, score| scores.push(score));
        }
        assert!(scores[0] > scores[1], "{scores:?}");
    }
}
