//! The one safe mend of altered words: the recorded ones in their place, or a cut that is marked.

use crate::check::answer::{Answer, Change};
use crate::check::fit::ChangeKind;
use crate::check::lint::context::Context;
use crate::check::verdict::{FoundIn, Verdict};
use crate::finding::Fix;
use crate::span::Span;

/// More changes than these are another sentence: whoever wrote it must look at it.
const MOST_CHANGES: usize = 3;

/// The words with each change undone; none where that is not safe, which the judge says of the result.
pub(super) fn mended(answer: &Answer, judge: impl Fn(&str) -> Answer) -> Option<String> {
    let may_be = matches!(answer.verdict, Verdict::Altered | Verdict::Spelling)
        && answer.found_in == Some(FoundIn::Quote);
    let mut changes: Vec<&Change> =
        answer.changes.iter().filter(|change| change.kind.is_hard()).collect();
    if !may_be || changes.is_empty() || changes.len() > MOST_CHANGES {
        return None;
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.given_at.start));
    let mut words = answer.text.clone();
    for change in changes {
        words = undone(&words, change)?;
    }
    let mended = judge(&words);
    // Brackets that hold nothing any more were an aside: whether it goes or is marked, the writer decides.
    let is_empty = words.contains("()") || words.contains("( )");
    let is_right = !is_empty && mended.verdict.is_fine() && !hides_negation(&mended);
    (is_right && words != answer.text).then_some(words)
}

fn hides_negation(answer: &Answer) -> bool {
    answer.changes.iter().any(|change| change.kind == ChangeKind::HiddenNegation)
}

/// How many words beside a change are taken in, so that it is told from others in the same quotation.
const BESIDE: usize = 4;

/// Puts `mended` in place of the words of a quotation: the fewest of them that must go, so that line breaks, emphasis
/// and links stay as they are. None where those stand within a change.
pub(super) fn fix(context: &Context<'_>, inner: Span, words: &str, mended: &str) -> Option<Fix> {
    let draft = context.text.get(inner.range())?;
    let (changed, end) = changed(words, mended);
    let beside = (0..=BESIDE).flat_map(|all| (0..=all).map(move |before| (before, all - before)));
    beside.into_iter().find_map(|(before, after)| {
        let start = back(words, changed.start, before)?;
        let after = forth(words, changed.end, after)?;
        let old = Some(&words[start..after]).filter(|old| !old.is_empty())?;
        let in_draft = draft
            .match_indices(old)
            .map(|(at, _)| Span::new(inner.start + at, inner.start + at + old.len()));
        let span = only(in_draft.filter(|span| context.draft.page.prints(*span, old)))?;
        only(words.match_indices(old))?;
        let with = mended[start..end + (after - changed.end)].to_owned();
        Some(Fix { span, with })
    })
}

/// The first of some, where there is no other.
fn only<T>(mut some: impl Iterator<Item = T>) -> Option<T> {
    some.next().filter(|_| some.next().is_none())
}

/// The whole words of `old` that `new` changes, and where in `new` the same end.
fn changed(old: &str, new: &str) -> (Span, usize) {
    let length = |same: &mut dyn Iterator<Item = (char, char)>| -> usize {
        same.take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum()
    };
    let before = length(&mut old.chars().zip(new.chars()));
    let start = word_start(&old[..before]);
    let after = length(&mut old[start..].chars().rev().zip(new[start..].chars().rev()));
    let end = old.len() - after + word_end(&old[old.len() - after..]);
    (Span::new(start, end), new.len() - (old.len() - end))
}

/// Where the word begins that these words end with.
fn word_start(words: &str) -> usize {
    words.trim_end_matches(|letter: char| !letter.is_whitespace()).len()
}

/// Where the word ends that these words begin with.
fn word_end(words: &str) -> usize {
    words.len() - words.trim_start_matches(|letter: char| !letter.is_whitespace()).len()
}

/// Where the word begins that stands so many words before a place.
fn back(words: &str, at: usize, many: usize) -> Option<usize> {
    (0..many).try_fold(at, |at, _| {
        let before = words[..at].trim_end();
        (!before.is_empty()).then(|| word_start(before))
    })
}

/// Where the word ends that stands so many words behind a place.
fn forth(words: &str, at: usize, many: usize) -> Option<usize> {
    (0..many).try_fold(at, |at, _| {
        let after = words[at..].trim_start();
        (!after.is_empty()).then(|| words.len() - after.len() + word_end(after))
    })
}

fn undone(words: &str, change: &Change) -> Option<String> {
    let at = change.given_at;
    let (before, after) = (words.get(..at.start)?, words.get(at.end..)?);
    let put = match change.kind {
        ChangeKind::UnmarkedCut => "[…]",
        ChangeKind::HiddenNegation | ChangeKind::Order | ChangeKind::Ending => return None,
        _ => change.recorded.trim(),
    };
    let (before, after) = (before.trim_end(), after.trim_start());
    let needs_blank = |left: &str, right: &str| {
        let (last, first) = (left.chars().next_back(), right.chars().next());
        // `n'` stands right before its word.
        matches!((last, first), (Some(last), Some(first))
            if !matches!(last, '\'' | '’') && !first.is_ascii_punctuation() || first == '[' && last != ' ')
    };
    if at.is_empty() || put.is_empty() {
        let blank = |left: &str, right: &str| if needs_blank(left, right) { " " } else { "" };
        let middle = format!("{before}{}{put}", blank(before, put));
        return Some(format!("{middle}{}{after}", blank(&middle, after)));
    }
    Some(format!("{}{put}{}", words.get(..at.start)?, words.get(at.end..)?))
}
