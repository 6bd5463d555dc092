//! Words and pairs of neighbouring words as hashes, as fast as a text can be read.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::fold::fold;
use super::glyphs::{is_invisible, is_pointing, is_presentation_form, is_unspaced};

/// The plain letters of Latin letters with accents, `0` for what needs a longer look: German or French text would otherwise
/// pay for every accent.
#[derive(Debug)]
pub(super) struct Latin([u8; LAST_LATIN - FIRST_LATIN]);

const FIRST_LATIN: usize = 0xc0;
const LAST_LATIN: usize = 0x180;

impl Latin {
    pub fn new() -> Self {
        let mut table = [0; LAST_LATIN - FIRST_LATIN];
        for (plain, code) in table.iter_mut().zip(0xc0u32..) {
            let mut first = None;
            let c = char::from_u32(code).unwrap_or_default();
            decompose_canonical(c, |part| first = first.or(Some(part)));
            let ascii = first.filter(char::is_ascii_alphabetic).and_then(|c| u8::try_from(c).ok());
            *plain = ascii.map_or(0, |byte| byte.to_ascii_lowercase());
        }
        Self(table)
    }

    fn plain(&self, c: char) -> u8 {
        let at = (c as usize).wrapping_sub(FIRST_LATIN);
        self.0.get(at).copied().unwrap_or(0)
    }
}

/// What a byte is.
const PARTS_WORDS: u8 = 0;
const ASCII_LETTER: u8 = 1;
const BEYOND_ASCII: u8 = 2;

/// For each byte, what it is.
static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [PARTS_WORDS; 256];
    let mut byte = 0u8;
    loop {
        if !byte.is_ascii() {
            table[byte as usize] = BEYOND_ASCII;
        } else if byte.is_ascii_alphanumeric() {
            table[byte as usize] = ASCII_LETTER;
        }
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
}

/// Sets the bit that makes a capital a small letter, in each byte; digits have it set.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Words as they stream by: eight letters at a time are mixed into a hash.
pub(super) struct Shingles<'a> {
    latin: &'a Latin,
    seed: u64,
    /// The word before, or 0.
    before: u64,
    hash: u64,
    letters: u64,
    length: u32,
}

impl<'a> Shingles<'a> {
    pub fn new(seed: u64, latin: &'a Latin) -> Self {
        Self { latin, seed, before: 0, hash: seed, letters: 0, length: 0 }
    }

    /// Calls `each` with the hash of every word of `text` and its length, and of every pair of words and 0. The lowest bit of a
    /// pair's hash is 1, of a word's 0.
    #[inline]
    pub fn walk(mut self, text: &str, each: &mut impl FnMut(u64, u32)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            while at < bytes.len() && CLASS[bytes[at] as usize] == ASCII_LETTER {
                at += 1;
            }
            let next = bytes.get(at).map_or(PARTS_WORDS, |byte| CLASS[*byte as usize]);
            if next == PARTS_WORDS && self.length == 0 {
                self.word(bytes, start, at, each);
                at += 1;
                continue;
            }
            bytes[start..at].iter().for_each(|byte| self.letter(byte | 0x20));
            if next == PARTS_WORDS {
                self.end(each);
                at += 1;
                continue;
            }
            let Some(c) = text[at..].chars().next() else {
                return;
            };
            at += c.len_utf8();
            match self.latin.plain(c) {
                0 => self.wide(c, each),
                letter => self.letter(letter),
            }
        }
        self.end(each);
    }

    /// A word of ASCII letters, eight at a time: what [`Self::letter`] and [`Self::end`] do, several times as fast.
    #[inline]
    fn word(&mut self, bytes: &[u8], start: usize, end: usize, each: &mut impl FnMut(u64, u32)) {
        let mut at = start;
        while at < end {
            let taken = (end - at).min(8);
            let mut eight = [0; 8];
            match bytes.get(at..at + 8) {
                Some(all) => eight.copy_from_slice(all),
                None => eight[..taken].copy_from_slice(&bytes[at..at + taken]),
            }
            let mask = u64::MAX >> (64 - 8 * taken);
            self.letters = (u64::from_le_bytes(eight) | SMALL) & mask;
            if taken == 8 {
                self.hash = mix(self.hash ^ self.letters);
                self.letters = 0;
            }
            at += taken;
        }
        self.length = u32::try_from(end - start).unwrap_or(u32::MAX);
        self.end(each);
    }

    #[inline]
    fn letter(&mut self, letter: u8) {
        self.letters |= u64::from(letter) << (self.length % 8 * 8);
        self.length = self.length.saturating_add(1);
        if self.length.is_multiple_of(8) {
            self.hash = mix(self.hash ^ self.letters);
            self.letters = 0;
        }
    }

    #[inline]
    fn end(&mut self, each: &mut impl FnMut(u64, u32)) {
        if self.length == 0 {
            return;
        }
        let word = mix(self.hash ^ self.letters ^ u64::from(self.length) << 56);
        each(word & !1, self.length);
        if self.before != 0 {
            each(mix(self.before.rotate_left(23) ^ word) | 1, 0);
        }
        self.before = word;
        self.hash = self.seed;
        self.letters = 0;
        self.length = 0;
    }

    /// A character beyond Latin: letters without their accents, as a spelling variant must still be found.
    #[cold]
    fn wide(&mut self, c: char, each: &mut impl FnMut(u64, u32)) {
        if is_invisible(c) || is_pointing(c) || is_combining_mark(c) {
            return;
        }
        if is_unspaced(c) {
            self.end(each);
            self.code(c);
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
            'ß' => [b's', b's'].into_iter().for_each(|letter| self.letter(letter)),
            'œ' | 'Œ' => [b'o', b'e'].into_iter().for_each(|letter| self.letter(letter)),
            'æ' | 'Æ' => [b'a', b'e'].into_iter().for_each(|letter| self.letter(letter)),
            c => decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    part.to_lowercase().for_each(|lower| self.code(lower));
                }
            }),
        }
    }

    fn code(&mut self, c: char) {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            self.letter(byte);
        }
    }
}

/// One multiplication that spreads every bit; the seed makes it a keyed hash.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
const fn mix(value: u64) -> u64 {
    let wide = (value ^ 0x9e37_79b9_7f4a_7c15) as u128 * 0xd6e8_feb8_6659_fd93_u128;
    (wide as u64) ^ ((wide >> 64) as u64)
}
