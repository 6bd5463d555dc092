//! Allowances: `<!-- claims: allow RULE because REASON -->`.

use super::walk::{Comment, Walk};
use crate::span::Span;

/// A comment that permits the findings of one rule in one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name as it is written; empty where it is missing.
    pub rule: String,
    /// Why; none where the comment gives no reason, and then it permits nothing.
    pub reason: Option<String>,
    /// Bytes of the draft: the comment.
    pub span: Span,
    /// Bytes of the draft that it is about: the passage that it stands in, else the next one.
    pub about: Span,
}

/// The allowances of a draft.
pub(super) fn allowances(draft: &str, walk: &Walk) -> Vec<Allowance> {
    let orders = walk.comments.iter().filter_map(|comment| {
        let words = draft.get(comment.span.range())?.strip_prefix("<!--")?.strip_suffix("-->")?;
        let (rule, reason) = rule_and_reason(words.trim().strip_prefix("claims:")?);
        Some(Allowance { rule, reason, span: comment.span, about: about(walk, *comment) })
    });
    orders.collect()
}

/// `allow RULE because REASON`; a comment with our name that says something else has an empty rule.
fn rule_and_reason(order: &str) -> (String, Option<String>) {
    let order = order.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(rest) = order.strip_prefix("allow ") else { return (String::new(), None) };
    let (rule, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let reason = rest.strip_prefix("because ").map(str::trim).filter(|reason| !reason.is_empty());
    (rule.to_owned(), reason.map(str::to_owned))
}

/// The passage that holds the comment, else the next one of its item or footnote, else the one before it there,
/// else the next one of all; one in a block quotation stands for all of it.
fn about(walk: &Walk, comment: Comment) -> Span {
    let page = &walk.page;
    let here = |at: usize| page.passages.get(at).map(|passage| page.in_draft(passage.text));
    let holds = |outer: Span, inner: Span| outer.start <= inner.start && inner.end <= outer.end;
    let is_held = |at: &usize| match (comment.holder, here(*at)) {
        (Some(holder), Some(passage)) => holds(holder, passage),
        (holder, passage) => holder.is_none() && passage.is_some(),
    };
    let (next, last) = (comment.before, comment.before.checked_sub(1));
    let around = last.filter(|at| here(*at).is_some_and(|passage| holds(passage, comment.span)));
    let last_held = || last.filter(|at| comment.holder.is_some() && is_held(at));
    let at = around.or_else(|| Some(next).filter(is_held)).or_else(last_held).unwrap_or(next);
    let Some(passage) = page.passages.get(at) else { return comment.span };
    let block = passage.block.and_then(|block| page.blocks.get(block).copied());
    block.unwrap_or_else(|| page.in_draft(passage.text))
}
