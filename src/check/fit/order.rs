//! Words that moved: missing in one place, added in another.

use crate::text::likeness::skeleton;

use super::cost::Sides;
use super::table::Alignment;
use super::{Change, ChangeKind};

/// Makes one `order` change of words that are missing here and added there, and of added words that the recorded quote has
/// outside the part that corresponds.
pub(super) fn reunite(sides: &Sides<'_>, alignment: &Alignment, changes: &mut Vec<Change>) {
    let mut at = 0;
    while at < changes.len() {
        if let Some(partner) = partner(changes, at) {
            let added = changes.remove(partner);
            let moved = &mut changes[at - usize::from(partner < at)];
            moved.kind = ChangeKind::Order;
            moved.given = added.given;
            moved.span = added.span;
            at = 0;
        } else {
            at += 1;
        }
    }
    for change in changes.iter_mut().filter(|change| change.kind == ChangeKind::Added) {
        if let Some((recorded, place)) = elsewhere(sides, alignment, change) {
            (change.kind, change.recorded, change.place) = (ChangeKind::Order, recorded, place);
        }
    }
}

/// The added words that are the missing words of change `at`.
fn partner(changes: &[Change], at: usize) -> Option<usize> {
    let missing = &changes[at];
    let moved = plain(&missing.recorded);
    if !missing.given.is_empty() || moved.is_empty() {
        return None;
    }
    changes.iter().position(|other| other.recorded.is_empty() && plain(&other.given) == moved)
}

fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The recorded words outside the part that corresponds which are the added words: two at least, or the word right beside.
fn elsewhere(
    sides: &Sides<'_>,
    alignment: &Alignment,
    change: &Change,
) -> Option<(String, super::Place)> {
    let words: Vec<_> = change
        .given
        .split_whitespace()
        .map(|word| skeleton(&plain(word)))
        .filter(|word| !word.is_empty())
        .collect();
    let units: Vec<usize> = (0..alignment.first)
        .chain(alignment.end..sides.recorded.units.len())
        .filter(|at| {
            let unit = &sides.recorded.units[*at];
            unit.token.kind.is_spoken() && !unit.cue
        })
        .collect();
    let is_beside = |at: usize| at + 1 == alignment.first || at == alignment.end;
    let found = units.windows(words.len().max(1)).find(|window| {
        (words.len() > 1 || is_beside(window[0]))
            && window
                .iter()
                .zip(&words)
                .all(|(at, word)| skeleton(&plain(&sides.recorded.units[*at].token.key)) == *word)
    })?;
    (!words.is_empty()).then(|| sides.recorded.slice(found[0], found[found.len() - 1]))
}
