//! Sentences of a passage, a quotation being one word of them.

use std::ops::Range;

use super::lexicon::Traits;
use super::token::{Kind, Token};

/// The sentences, as runs of tokens; `ending` gives the last letter of a quotation's words.
pub(super) fn sentences(
    tokens: &[Token<'_>],
    ending: impl Fn(usize) -> Option<char>,
) -> Vec<Range<usize>> {
    /// A list without full stops is cut, so that no sentence costs more than its length.
    const LONGEST: usize = 160;
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let ends = match token.kind {
            Kind::Stop => ends_at_stop(tokens, at),
            Kind::Quote(quote) => ends_at_quote(tokens, at, ending(quote)),
            Kind::Word if token.text.ends_with('.') => ends_at_abbreviation(tokens, at),
            // A bracket or a stray mark behind the full stop.
            Kind::Close | Kind::Other if at > start => {
                tokens[at - 1].kind == Kind::Stop && ends_at_stop(tokens, at)
            }
            _ => false,
        };
        if ends || at - start >= LONGEST {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

fn ends_at_stop(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    let spaced = next.span.start > tokens[at].span.end;
    match next.kind {
        Kind::Word => next.capital && spaced,
        Kind::Quote(_) => spaced || next.span.is_empty(),
        Kind::Number | Kind::Open => spaced,
        _ => false,
    }
}

/// "in the U.S. He said": a small word in a capital begins a sentence.
fn ends_at_abbreviation(tokens: &[Token<'_>], at: usize) -> bool {
    let inner = tokens[at].text.trim_end_matches('.').contains('.');
    let next = tokens.get(at + 1);
    inner && next.is_some_and(|next| next.capital && next.is(Traits::SMALL.and(Traits::ADVERB)))
}

fn ends_at_quote(tokens: &[Token<'_>], at: usize, ending: Option<char>) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    let strong = matches!(ending, Some('.' | '!' | '?' | '…' | '—' | '–'));
    match next.kind {
        Kind::Quote(_) => strong,
        Kind::Word if next.capital && strong => {
            // `…, telling her, “Well done!” She replied`: the words before lead to the quotation.
            let is_led = at
                .checked_sub(1)
                .is_some_and(|before| matches!(tokens[before].kind, Kind::Comma | Kind::Colon));
            ending == Some('.') || is_led || !leads_to_cue(&tokens[at + 1..])
        }
        // `“….” (Carlo Rossi, harbour master)` belongs to the words.
        Kind::Open => matches!(ending, Some('.')) && !names_somebody(&tokens[at + 1..]),
        _ => false,
    }
}

/// Whether a bracket opens with a name: a word in a capital that no sentence begins.
fn names_somebody(tokens: &[Token<'_>]) -> bool {
    let close = tokens.iter().position(|token| token.kind == Kind::Close);
    let is_name = tokens.get(1).is_some_and(|token| {
        token.kind == Kind::Word && token.capital && !token.traits.has(Traits::NO_NAME)
    });
    let inside = &tokens[..close.unwrap_or(0)];
    is_name
        && inside.iter().all(|token| !matches!(token.kind, Kind::Stop | Kind::Quote(_)))
        && !inside.iter().any(|token| token.is(Traits::CUE.and(Traits::BE).and(Traits::AUXILIARY)))
}

/// `“Really?” Mei Ito asked.`: a name or pronoun and a verb of saying, right behind.
pub(super) fn leads_to_cue(tokens: &[Token<'_>]) -> bool {
    const LONGEST: usize = 6;
    let verb =
        tokens.iter().take(LONGEST).position(|token| !token.capital && token.is(Traits::SAY));
    verb.is_some_and(|verb| {
        verb > 0
            && tokens[..verb].iter().all(|token| {
                token.kind == Kind::Word
                    && (token.capital || token.traits.has(Traits::ADVERB.and(Traits::AUXILIARY)))
            })
    })
}
