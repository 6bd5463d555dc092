//! A mend as it is written into a draft: the fewest words, in Markdown that reads as what is meant.

use crate::check::lint::context::Context;
use crate::draft::{Draft, Quotation, skim};
use crate::finding::Fix;
use crate::safe;
use crate::span::Span;

/// How many words beside a change are taken in, so that it is told from others in the same quotation.
const BESIDE: usize = 4;

/// A passage of more bytes is not read again for a mend: with a quotation in each line it would never end.
const LONGEST_READ_AGAIN: usize = 16 * 1024;

/// Puts `mended` in place of the words of a quotation: the fewest of them that must go, so that line breaks, emphasis
/// and links stay as they are. None where those stand within a change, or where the draft with it would not be read
/// as meant.
pub(super) fn fix(
    context: &Context<'_>,
    (outer, inner): (Span, Span),
    words: &str,
    mended: &str,
) -> Option<Fix> {
    let draft = context.text.get(inner.range())?;
    let (changed, end) = changed(words, mended);
    let beside = (0..=BESIDE).flat_map(|all| (0..=all).map(move |before| (before, all - before)));
    let (span, old, new) = beside.into_iter().find_map(|(before, after)| {
        let start = back(words, changed.start, before)?;
        let after = forth(words, changed.end, after)?;
        let old = Some(&words[start..after]).filter(|old| !old.is_empty())?;
        let in_draft = draft
            .match_indices(old)
            .map(|(at, _)| Span::new(inner.start + at, inner.start + at + old.len()));
        let span = only(in_draft.filter(|span| context.draft.page.prints(*span, old)))?;
        only(words.match_indices(old))?;
        Some((span, old, &mended[start..end + (after - changed.end)]))
    })?;
    let again = Again::of(context.text, context.passages_around(inner), outer)?;
    if safe::line(new) != new {
        return None;
    }
    let plain = may_stand_plain(old, new).then(|| Fix { span, with: new.to_owned() });
    let escaped = || Fix { span, with: safe::markdown(new).into_owned() };
    plain.into_iter().chain(std::iter::once_with(escaped)).find(|fix| {
        let reads = Mending { fix, old, new, mended };
        again.reads_as_meant(&reads)
    })
}

/// Whether words mean nothing to Markdown that lines further off in the draft could decide: the rows of a table, what
/// a comment or a link's definition begins there.
fn may_stand_plain(old: &str, new: &str) -> bool {
    let brackets = |text: &str| text.replace("[…]", "").matches(['[', ']']).count();
    !new.contains(['|', '<', '`', '*', '~', '$']) && brackets(new) <= brackets(old)
}

/// A mend, and what it shall read as.
struct Mending<'m> {
    fix: &'m Fix,
    old: &'m str,
    new: &'m str,
    mended: &'m str,
}

/// The lines of a draft around a quotation, to be read once more with its mend.
struct Again<'t> {
    text: &'t str,
    lines: Span,
    outer: Span,
    draft: Draft,
}

impl<'t> Again<'t> {
    fn of(text: &'t str, passages: Span, outer: Span) -> Option<Self> {
        let line = text[..passages.start].rfind('\n').map_or(0, |at| at + 1);
        // What is set in far enough would be code by itself.
        let start = line + text[line..].len() - text[line..].trim_start_matches([' ', '\t']).len();
        let end = text[passages.end..].find('\n').map_or(text.len(), |at| passages.end + at);
        let lines = Some(Span::new(start.min(passages.start), end))
            .filter(|lines| lines.end - lines.start <= LONGEST_READ_AGAIN)?;
        Some(Self { text, lines, outer, draft: skim(&text[lines.range()]) })
    }

    /// Whether the lines with the mend print what they printed, but for it, and hold the same quotations.
    fn reads_as_meant(&self, mending: &Mending<'_>) -> bool {
        let span = mending.fix.span;
        let parts = [
            self.text.get(self.lines.start..span.start),
            Some(mending.fix.with.as_str()),
            self.text.get(span.end..self.lines.end),
        ];
        let Some(parts) = parts.into_iter().collect::<Option<Vec<&str>>>() else { return false };
        let read = skim(&parts.concat());
        let (was, is) = (self.draft.page.text(), read.page.text());
        let is_it = |(at, old): (usize, &str)| {
            let rest = is.strip_prefix(&was[..at]).and_then(|rest| rest.strip_prefix(mending.new));
            rest == Some(&was[at + old.len()..])
        };
        let here =
            |quotation: &&Quotation| quotation.outer.start + self.lines.start == self.outer.start;
        let (before, after) =
            (self.draft.quotations.iter().find(here), read.quotations.iter().find(here));
        let is_same = match (before, after) {
            (Some(before), Some(after)) if before.parts.len() < 2 => {
                words_of(&after.text).eq(words_of(mending.mended))
            }
            (None, None) | (Some(_), Some(_)) => true,
            _ => false,
        };
        was.match_indices(mending.old).any(is_it)
            && is_same
            && read.quotations.len() == self.draft.quotations.len()
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
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
