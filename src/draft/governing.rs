//! Which verb of saying a quotation hangs on.

use super::cue::{Cue, Reader};
use super::lexicon::Traits;
use super::mention::Phrases;
use super::token::Kind;

/// The cue that credits a quotation in its sentence, by its number, and whether that is sure.
pub(super) fn cue_of(
    reader: &Reader<'_, '_>,
    cues: &[Cue],
    at: usize,
    ending: Option<char>,
) -> Option<(usize, bool)> {
    let phrases = reader.phrases;
    let numbered = || cues.iter().enumerate();
    let before = numbered().rev().find(|(_, cue)| cue.verb < at);
    let right_after = numbered().find(|(_, cue)| {
        cue.start > at
            && cue.may_follow()
            && (at + 1..cue.start).all(|between| is_pause(phrases, between))
    });
    let pauses = matches!(ending, Some(',' | '?' | '!' | '—' | '–' | '…'))
        || matches!(phrases.kind(at + 1), Some(Kind::Comma | Kind::Dash));
    // `After Ito said “…,” Rossi replied`: the words stand right behind her verb.
    let is_led = before.is_some_and(|(_, cue)| {
        let is_short =
            |between| is_pause(phrases, between) || phrases.is(between, Traits::CONJUNCTION);
        let begins = phrases.is(phrases.start, Traits::PREPOSITION.and(Traits::CONJUNCTION));
        begins && (cue.end..at).all(is_short)
    });
    let right_after = right_after.filter(|_| !is_led);
    if let Some((number, _)) = right_after.filter(|_| pauses || before.is_none()) {
        // `Al «…» di Rossi ha risposto Ito`.
        return Some((number, !reader.is_owned_behind(at)));
    }
    if let Some((number, cue)) = before {
        // `For Ito, “…”` is hers; what `for Ito` is said to be may be the writer's words.
        let is_view = cue.traits.has(Traits::FOR);
        let sure = !is_view || (cue.end..at).all(|between| is_pause(phrases, between));
        return Some((number, sure && !reader.is_doubtful(cue, at)));
    }
    let tail = numbered().find(|(_, cue)| cue.start > at && cue.may_follow());
    tail.map(|(number, _)| (number, !reader.is_owned_behind(at)))
}

fn is_pause(phrases: Phrases<'_, '_>, at: usize) -> bool {
    matches!(phrases.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Other))
        || phrases.get(at).is_some_and(|token| token.is(Traits::ADVERB.and(Traits::CALENDAR)))
}
