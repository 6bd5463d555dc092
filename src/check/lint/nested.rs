//! Quotations that stand in others: which of them are judged.

use std::collections::HashMap;

use crate::check::lint::said::Said;
use crate::check::verdict::{FoundIn, Verdict};
use crate::text::plain::each_word;

/// The quotations that are judged, in order; `as_new` gives one as if nothing like it were recorded.
pub fn judged_apart<'a>(
    judged: Vec<Said<'a>>,
    as_new: &dyn Fn(&Said<'a>) -> Said<'a>,
) -> Vec<Said<'a>> {
    let mut kept = Vec::with_capacity(judged.len());
    let mut rest = judged.into_iter().peekable();
    while let Some(first) = rest.next() {
        let quotation = first.quotation;
        // The paragraphs of a quotation come before what stands in any of them.
        let mut parts = vec![first];
        while let Some(part) = rest.next_if(|next| std::ptr::eq(next.quotation, quotation)) {
            parts.push(part);
        }
        let is_inside = |inner: &Said<'_>| {
            quotation.outer.start <= inner.outer.start
                && inner.outer.end <= quotation.outer.end
                && quotation.depth < inner.quotation.depth
        };
        let mut inside = Vec::new();
        while let Some(inner) = rest.next_if(is_inside) {
            inside.push(inner);
        }
        let mut inside = judged_apart(inside, as_new).into_iter().peekable();
        for outer in parts {
            let mut here = Vec::new();
            while let Some(inner) = inside.next_if(|inner| inner.outer.start < outer.outer.end) {
                here.push(inner);
            }
            if here.is_empty() {
                kept.push(outer);
            } else {
                kept.extend(of_nested(outer, here, as_new));
            }
        }
        kept.extend(inside);
    }
    kept
}

/// Of a quotation and those in it, which are judged: the outer one, unless it is no more than what it holds.
fn of_nested<'a>(
    outer: Said<'a>,
    inside: Vec<Said<'a>>,
    as_new: &dyn Fn(&Said<'a>) -> Said<'a>,
) -> Vec<Said<'a>> {
    let is_unknown = |said: &Said<'_>| said.answer.verdict == Verdict::Unknown;
    let is_excerpt = outer.quotation.excerpt;
    if outer.is_fine() {
        return vec![outer];
    }
    let is_told_inside = inside.iter().any(|inner| is_nearer(inner, &outer));
    // An excerpt's words outside the marks are the article's, and no quotation.
    if is_excerpt && (is_told_inside || is_unknown(&outer) || outer.is_in_prose()) {
        return inside;
    }
    let mut kept = Vec::new();
    let known = |said: &Said<'_>| !is_unknown(said);
    match (is_told_inside, outer.quotation.block) {
        // A block that holds marks and somebody's name besides is no more than its quotation.
        (true, true) => {}
        // Somebody's new words around those that are recorded.
        (true, false) => kept.push(as_new(&outer)),
        // Somebody unknown who quotes what is recorded: the recorded words are judged, too.
        (false, _) if is_unknown(&outer) => kept.push(outer),
        (false, _) => return vec![outer],
    }
    kept.extend(inside.into_iter().filter(known));
    kept
}

/// Whether an inner quotation is nearer to what is recorded than the outer one that holds it: it has fewer changes,
/// and all of the recorded words that the outer one has.
fn is_nearer(inner: &Said<'_>, outer: &Said<'_>) -> bool {
    let changes = |said: &Said<'_>| said.hard_changes().len();
    let is_unknown = inner.answer.verdict == Verdict::Unknown;
    let recorded = outer.recorded();
    // What a quote records is nearer than prose that the words beside the marks were found in.
    let is_quote = |said: &Said<'_>| said.answer.found_in == Some(FoundIn::Quote);
    let is_as_near = is_quote(inner) && !is_quote(outer) && changes(inner) <= changes(outer);
    !is_unknown
        && (inner.is_fine() || is_as_near || changes(inner) < changes(outer))
        && shared(&inner.answer.text, recorded) >= shared(&outer.answer.text, recorded)
}

/// How many words two texts have in common.
fn shared(one: &str, other: &str) -> usize {
    let mut left: HashMap<String, usize> = HashMap::new();
    each_word(other, &mut |word| *left.entry(word.to_owned()).or_default() += 1);
    let mut count = 0;
    each_word(one, &mut |word| {
        if let Some(known) = left.get_mut(word).filter(|known| **known > 0) {
            *known -= 1;
            count += 1;
        }
    });
    count
}
