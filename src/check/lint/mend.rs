//! The one safe mend of altered words: the recorded ones in their place, or a cut that is marked.
//!
//! A mend is built from the recorded bytes, and then proved: what is not, letter for letter, what is printed
//! is not offered.

use crate::check::answer::{Answer, Change};
use crate::check::fit::ChangeKind;
use crate::check::lint::proof;
use crate::check::shown::CUE;
use crate::check::verdict::{FoundIn, Verdict};
use crate::span::Span;
use crate::text::glyphs::is_quotation_mark;

/// More changes than these are another sentence: whoever wrote it must look at it.
const MOST_CHANGES: usize = 3;

/// So many words of the writer's may go without others in their place; more are a sentence of the writer's own.
const MOST_DELETED: usize = 2;

/// What stands for words that were left out.
const CUT: &str = " […]";

/// The words with each change undone; none where that is not safe, which the judge says of the result.
pub(super) fn mended(answer: &Answer, judge: impl Fn(&str) -> Answer) -> Option<String> {
    let may_be = matches!(answer.verdict, Verdict::Altered | Verdict::Spelling)
        && answer.found_in == Some(FoundIn::Quote);
    let changes: Vec<&Change> =
        answer.changes.iter().filter(|change| change.kind.is_hard()).collect();
    if !may_be || changes.is_empty() || changes.len() > MOST_CHANGES {
        return None;
    }
    let recorded = &answer.matches.first()?.recorded;
    let places = places(&answer.text, recorded, &changes)?;
    // Where the cue stood, nothing may stand, or a comma.
    let joined = [recorded.clone(), recorded.replace(CUE, " "), recorded.replace(CUE, ", ")];
    let is_right = |words: &String| {
        let mended = judge(words);
        *words != answer.text
            && joined.iter().any(|recorded| proof::is_printed(words, recorded))
            && mended.verdict.is_fine()
            && !hides_negation(&mended)
    };
    let marks_cuts = [true, false].into_iter();
    marks_cuts.filter_map(|marks| undone(&answer.text, recorded, &places, marks)).find(is_right)
}

fn hides_negation(answer: &Answer) -> bool {
    answer.changes.iter().any(|change| change.kind == ChangeKind::HiddenNegation)
}

/// Where the given words and the recorded ones part, from the word before to the word behind.
#[derive(Clone, Copy, Debug)]
struct Parting {
    given: Span,
    recorded: Span,
    /// Whether all that happened is that words were left out.
    is_cut: bool,
}

/// The places of all changes in order, those that touch as one; none where one may not be undone.
fn places(given: &str, recorded: &str, changes: &[&Change]) -> Option<Vec<Parting>> {
    let mut all = Vec::new();
    for change in changes {
        if matches!(
            change.kind,
            ChangeKind::HiddenNegation | ChangeKind::Order | ChangeKind::Ending
        ) {
            return None;
        }
        all.push(Parting {
            given: between_words(given, change.given_at)?,
            recorded: between_words(recorded, change.recorded_at)?,
            is_cut: change.kind == ChangeKind::UnmarkedCut,
        });
    }
    all.sort_by_key(|place| (place.given, place.recorded));
    let mut places: Vec<Parting> = Vec::new();
    for next in all {
        match places.last_mut() {
            Some(last)
                if next.given.start < last.given.end
                    || next.recorded.start < last.recorded.end
                    || next.given == last.given =>
            {
                let joined = |a: Span, b: Span| Span::new(a.start.min(b.start), a.end.max(b.end));
                last.given = joined(last.given, next.given);
                last.recorded = joined(last.recorded, next.recorded);
                last.is_cut &= next.is_cut;
            }
            _ => places.push(next),
        }
    }
    let may_go =
        |place: &Parting| may_go(&given[place.given.range()], &recorded[place.recorded.range()]);
    let is_safe = |place: &Parting| may_go(place) && !ends_midway(given, recorded, *place);
    places.iter().all(is_safe).then_some(places)
}

/// Whether the writer's own ending, or beginning, would be replaced by recorded words that go on: “because I liked it” by
/// “because there was no” of “because there was no other buyer”.
fn ends_midway(given: &str, recorded: &str, place: Parting) -> bool {
    let (old, new) = (&given[place.given.range()], &recorded[place.recorded.range()]);
    let is_plain = words_in(new) == 0 || (words_in(old), words_in(new)) == (1, 1);
    let is_blank = |edge: &str| edge.chars().all(char::is_whitespace);
    let behind = &new[new.trim_end_matches(is_between).len()..];
    let before = &new[..new.len() - new.trim_start_matches(is_between).len()];
    let goes_on =
        place.given.end == given.len() && place.recorded.end < recorded.len() && is_blank(behind);
    let went_before = place.given.start == 0 && place.recorded.start > 0 && is_blank(before);
    !is_plain && (goes_on || went_before)
}

/// A place widened over all that is no letter, to the words on both sides.
fn between_words(text: &str, at: Span) -> Option<Span> {
    let (before, after) = (text.get(..at.start)?, text.get(at.end..)?);
    Some(Span::new(
        before.trim_end_matches(is_between).len(),
        text.len() - after.trim_start_matches(is_between).len(),
    ))
}

fn is_between(letter: char) -> bool {
    !letter.is_alphanumeric()
}

fn words_in(text: &str) -> usize {
    text.split(is_between).filter(|word| !word.is_empty()).count()
}

/// Whether the writer's words may make room for these: no sentence of the writer's own, no brackets, no marks.
fn may_go(given: &str, recorded: &str) -> bool {
    // What ends the quotation ends nothing that goes.
    let goes_on = given.ends_with(char::is_whitespace);
    let inside = if goes_on { given } else { given.trim_end_matches(is_between) };
    let marks =
        |text: &str, is_mark: fn(char) -> bool| text.chars().filter(|c| is_mark(*c)).count();
    let parts = |c: char| {
        matches!(c, '.' | ':' | ';' | '?' | '!' | '‘' | '‚' | '‹') || is_quotation_mark(c)
    };
    let brackets = |c: char| matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '…');
    words_in(given) <= words_in(recorded) + MOST_DELETED
        && marks(inside, parts) <= marks(recorded, parts)
        && marks(given, brackets) <= marks(recorded, brackets)
}

/// The words with the recorded ones in all these places; a cut is marked, where that is asked.
fn undone(given: &str, recorded: &str, places: &[Parting], marks: bool) -> Option<String> {
    let tail = &given[given.trim_end_matches(is_between).len()..];
    let mut words = String::with_capacity(recorded.len());
    let (mut at, mut of) = (0, None);
    for place in places {
        let kept = given.get(at..place.given.start)?;
        words.push_str(as_recorded(
            kept,
            Rest { recorded, from: of, to: Some(place.recorded.start) },
        ));
        let put = recorded.get(place.recorded.range())?;
        let is_first = place.given.start == 0 && words.is_empty();
        let is_last = place.given.end == given.len();
        if marks && place.is_cut {
            words.push_str(CUT);
            words.push_str(behind_cut(&given[place.given.range()], put));
            (at, of) = (place.given.end, Some(place.recorded.end));
            continue;
        }
        words.push_str(match (is_first, is_last) {
            (true, false) => opened(put),
            (false, true) => put.trim_end_matches(is_between),
            _ => put,
        });
        (at, of) = (place.given.end, Some(place.recorded.end));
    }
    if at == given.len() {
        words.push_str(tail);
    } else {
        let kept = given.get(at..given.len() - tail.len())?;
        words.push_str(as_recorded(kept, Rest { recorded, from: of, to: None }));
        words.push_str(tail);
    }
    Some(words)
}

/// What stands between a mark of a cut and the next word: the comma that is printed there, where the writer has kept it.
fn behind_cut<'g>(given: &'g str, cut: &str) -> &'g str {
    let printed = &cut[cut.trim_end_matches(is_between).len()..];
    if proof::is_alike(given, printed) && given.ends_with(char::is_whitespace) {
        given
    } else {
        " "
    }
}

/// Words without what stands before the first of them, but for a mark that opens their sentence.
fn opened(words: &str) -> &str {
    words.trim_start_matches(|letter| is_between(letter) && !matches!(letter, '¿' | '¡'))
}

/// The recorded words between two places where the given ones part from them; open at the edges of the quotation.
#[derive(Clone, Copy, Debug)]
struct Rest<'r> {
    recorded: &'r str,
    from: Option<usize>,
    to: Option<usize>,
}

/// Words that did not change, as the writer set them where only the type differs, and else as they are printed.
fn as_recorded<'w>(kept: &'w str, rest: Rest<'w>) -> &'w str {
    let is_marked = kept.contains(['[', ']', '…']) || kept.contains("...");
    let printed = match (rest.from, rest.to) {
        (Some(from), Some(to)) => rest.recorded.get(from..to),
        (None, Some(to)) => rest.recorded.get(..to).and_then(|before| last_of(before, kept)),
        (Some(from), None) => rest.recorded.get(from..).and_then(|after| first_of(after, kept)),
        (None, None) => None,
    };
    match printed {
        // The first letter may be the writer's, where the quotation begins a sentence.
        Some(printed) if rest.from.is_none() && proof::is_alike_but_for_case(kept, printed) => kept,
        Some(printed)
            if !is_marked && !printed.contains(CUE) && !proof::is_alike(kept, printed) =>
        {
            printed
        }
        _ => kept,
    }
}

/// As many letters of the end of a text as these words have.
fn last_of<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let many = words.chars().filter(|letter| letter.is_alphanumeric()).count().checked_sub(1)?;
    let mut letters = text.char_indices().rev().filter(|(_, letter)| letter.is_alphanumeric());
    letters.nth(many).map(|(at, _)| &text[at..])
}

/// As many letters of the beginning of a text as these words have.
fn first_of<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let many = words.chars().filter(|letter| letter.is_alphanumeric()).count().checked_sub(1)?;
    let mut letters = text.char_indices().filter(|(_, letter)| letter.is_alphanumeric());
    letters.nth(many).map(|(at, letter)| &text[..at + letter.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::{MOST_DELETED, may_go};

    #[test]
    fn a_word_or_two_of_the_writer_may_go_and_no_sentence() {
        assert_eq!(MOST_DELETED, 2);
        let cases = [
            ("a word for another", " four ", " three ", true),
            ("a word too many", " ever ", " ", true),
            ("an aside of one word", ", honestly, ", " ", true),
            ("at the end", ", honestly.", "", true),
            ("a clause", " and this is new ", " ", false),
            ("a sentence", " agree. ", " ", false),
            ("a speaker", " told: ", " ", false),
            ("a title and a name", ". Hale ", ". Weber ", true),
            ("brackets", " (surely) ", " ", false),
            ("half a bracket", " (surely", " ", false),
            ("a mark of a cut", " […] ", " ", false),
            ("a mark", " “big ", " ", false),
        ];
        for (name, given, recorded, expected) in cases {
            assert_eq!(may_go(given, recorded), expected, "{name}");
        }
    }
}
