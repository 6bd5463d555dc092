//! The one safe mend of altered words: the recorded ones in their place, or a cut that is marked.

use crate::check::answer::{Answer, Change};
use crate::check::fit::ChangeKind;
use crate::check::verdict::{FoundIn, Verdict};

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
