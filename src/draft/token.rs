//! The words around a draft's quotations, each quotation one token.

use std::borrow::Cow;

use super::lexicon::{Lexicon, Traits};
use crate::span::Span;
use crate::text::language::Language;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word in letters.
    Word,
    /// Digits.
    Number,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    /// A full stop, a question or an exclamation mark.
    Stop,
    /// A quotation, by its number in the draft.
    Quote(usize),
    /// A sign that says nothing here.
    Other,
}

/// A word, a mark or a quotation of a passage.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub kind: Kind,
    /// As it is written, without a possessive ending.
    pub text: &'t str,
    pub traits: Traits,
    /// Bytes of the page.
    pub span: Span,
    /// `Ito's`, `Rossis'`.
    pub possessive: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Token<'_> {
    pub fn is(&self, traits: Traits) -> bool {
        self.kind == Kind::Word && self.traits.has(traits)
    }

    pub fn quote(&self) -> Option<usize> {
        if let Kind::Quote(quote) = self.kind { Some(quote) } else { None }
    }
}

/// The tokens of a stretch of the page; `quotes` are the outermost quotations in it, in order.
pub(super) fn tokens<'t>(
    text: &'t str,
    stretch: Span,
    quotes: &[(usize, Span)],
    lexicon: &Lexicon,
) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut at = stretch.start;
    for &(number, span) in quotes {
        words(text, Span::new(at, span.start.max(at)), lexicon, &mut tokens);
        tokens.push(mark(text, Kind::Quote(number), span));
        at = span.end;
    }
    words(text, Span::new(at, stretch.end.max(at)), lexicon, &mut tokens);
    tokens
}

fn mark(text: &str, kind: Kind, span: Span) -> Token<'_> {
    let text = text.get(span.range()).unwrap_or_default();
    Token { kind, text, traits: Traits::default(), span, possessive: false, capital: false }
}

fn words<'t>(text: &'t str, stretch: Span, lexicon: &Lexicon, tokens: &mut Vec<Token<'t>>) {
    let mut at = stretch.start;
    while let Some(letter) = text.get(at..stretch.end).and_then(|rest| rest.chars().next()) {
        let end = at + letter.len_utf8();
        if letter.is_alphabetic() {
            at = word(text, Span::new(at, stretch.end), lexicon, tokens);
            continue;
        }
        let rest = &text[end..stretch.end];
        if letter.is_numeric() {
            let len = rest
                .find(|next: char| !next.is_alphanumeric() && !matches!(next, '.' | ',' | '\''))
                .unwrap_or(rest.len());
            let number = text[at..end + len].trim_end_matches(['.', ',', '\'']);
            let span = Span::new(at, at + number.len());
            tokens.push(mark(text, Kind::Number, span));
            at = span.end;
            continue;
        }
        if let Some(kind) = kind_of(letter, text[..at].chars().next_back(), rest.chars().next()) {
            tokens.push(mark(text, kind, Span::new(at, end)));
        }
        at = end;
    }
}

fn kind_of(letter: char, before: Option<char>, after: Option<char>) -> Option<Kind> {
    Some(match letter {
        ',' | '、' | '，' => Kind::Comma,
        ':' | '：' => Kind::Colon,
        ';' => Kind::Semicolon,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => Kind::Stop,
        '—' | '–' | '―' => Kind::Dash,
        // A hyphen between spaces, or two, stand for a dash.
        '-' if before.is_none_or(|letter| letter == ' ' || letter == '-')
            || after == Some(' ') && before == Some('-') =>
        {
            Kind::Dash
        }
        '(' | '[' => Kind::Open,
        ')' | ']' => Kind::Close,
        _ if letter.is_whitespace() => return None,
        _ => Kind::Other,
    })
}

/// Where the pronoun begins that French hangs on a verb: `dit-il`, `a-t-elle`.
fn hung_pronoun(word: &str, lexicon: &Lexicon) -> Option<usize> {
    let (verb, pronoun) = word.rsplit_once('-')?;
    let hangs = lexicon.language == Language::French
        && lexicon.traits(&pronoun.to_lowercase()).has(Traits::PRONOUN);
    (hangs && !verb.is_empty()).then_some(word.len() - pronoun.len())
}

/// Reads one word and gives where it ends.
fn word<'t>(text: &'t str, from: Span, lexicon: &Lexicon, tokens: &mut Vec<Token<'t>>) -> usize {
    let mut end = from.start + length(&text[from.range()], lexicon);
    if let Some(verb) = hung_pronoun(&text[from.start..end], lexicon) {
        // The verb alone; its pronoun is the next word.
        end = from.start + verb;
    }
    let mut span = Span::new(from.start, end);
    let mut possessive = false;
    let written = &text[span.range()];
    if let Some(stem) = possessor(written, &text[end..from.end]) {
        span.end = from.start + stem;
        possessive = true;
    }
    let bare = &text[span.range()];
    let is_lower = bare.bytes().all(|byte| byte.is_ascii_lowercase());
    let lower = if is_lower { Cow::Borrowed(bare) } else { Cow::Owned(bare.to_lowercase()) };
    let plain = lower.trim_end_matches(['\'', '’', '.', '-']);
    let plain = plain.strip_suffix("-t").unwrap_or(plain);
    let capital = bare.chars().next().is_some_and(char::is_uppercase);
    let listed = if plain.contains('’') {
        lexicon.traits(&plain.replace('’', "'"))
    } else {
        lexicon.traits(plain)
    };
    let is_adverb = !capital && lexicon.is_adverb_by_form(plain);
    let traits = if is_adverb { listed.and(Traits::ADVERB) } else { listed };
    tokens.push(Token { kind: Kind::Word, text: bare, traits, span, possessive, capital });
    end
}

/// Where the stem of a possessive ends: `Ito's`; `Rossis'` before a word.
fn possessor(word: &str, rest: &str) -> Option<usize> {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    let stem = stem.or_else(|| word.strip_suffix('\'').or_else(|| word.strip_suffix('’')));
    let stem = stem.filter(|stem| !stem.is_empty())?;
    let plural = word.ends_with(['\'', '’']);
    (!plural || (stem.ends_with(['s', 'x', 'z']) && rest.starts_with(' '))).then_some(stem.len())
}

/// How long the word is that the text begins with: `O'Connor`, `U.S.`, `Gov.`, `dell'`, `well-known`.
fn length(text: &str, lexicon: &Lexicon) -> usize {
    let mut letters = text.char_indices().peekable();
    let mut has_stop = false;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let joins = next.is_some_and(char::is_alphanumeric);
        match letter {
            _ if letter.is_alphanumeric() || is_inside(letter) => {}
            '\'' | '’' if joins && elides(&text[..at], lexicon.language) => {
                return at + letter.len_utf8();
            }
            '\'' | '’' if joins || text[..at].ends_with(['s', 'x', 'z']) && next == Some(' ') => {
            }
            '-' | '‑' | '&' if joins => {}
            '.' if joins && (has_stop || text[..at].chars().count() <= 2) => has_stop = true,
            '.' if has_stop || is_abbreviation(&text[..at], lexicon) => return at + 1,
            _ => return at,
        }
    }
    text.len()
}

/// Joiners and combining marks: part of the word.
fn is_inside(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

fn is_abbreviation(word: &str, lexicon: &Lexicon) -> bool {
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    is_initial || lexicon.traits(&word.to_lowercase()).has(Traits::ABBREVIATION)
}

/// Whether an apostrophe after these letters elides: Italian and French set it between two words.
fn elides(word: &str, language: Language) -> bool {
    const ELIDED: &[&str] = &[
        "l", "d", "un", "c", "s", "n", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        "all", "dall", "dell", "nell", "sull", "coll", "quest", "quell", "dev", "com", "cos",
        "dov", "sant", "anch", "gl", "v",
    ];
    matches!(language, Language::Italian | Language::French)
        && ELIDED.contains(&word.to_lowercase().as_str())
}
