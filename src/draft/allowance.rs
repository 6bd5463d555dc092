//! Allowances: `<!-- claims: allow RULE because REASON -->`.

use super::walk::Walk;
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
    let mut found = Vec::new();
    for &(html, before) in &walk.html {
        let Some(text) = draft.get(html.range()) else { continue };
        for (start, _) in text.match_indices("<!--") {
            let opened = start + "<!--".len();
            let Some(len) = text[opened..].find("-->") else { break };
            let words = &text[opened..opened + len];
            let Some(order) = words.trim().strip_prefix("claims:") else { continue };
            let end = opened + len + "-->".len();
            let span = Span::new(html.start + start, html.start + end);
            let (rule, reason) = rule_and_reason(order);
            found.push(Allowance { rule, reason, span, about: about(walk, span, before) });
        }
    }
    found
}

/// `allow RULE because REASON`; a comment with our name that says something else has an empty rule.
fn rule_and_reason(order: &str) -> (String, Option<String>) {
    let order = order.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(rest) = order.strip_prefix("allow ") else { return (String::new(), None) };
    let (rule, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let reason = rest.strip_prefix("because ").map(str::trim).filter(|reason| !reason.is_empty());
    (rule.to_owned(), reason.map(str::to_owned))
}

/// The passage that holds the comment, else the one after it; one in a block quotation stands for all of it.
fn about(walk: &Walk, comment: Span, before: usize) -> Span {
    let page = &walk.page;
    let passages = page.passages.iter().enumerate().skip(before.saturating_sub(1));
    for (at, passage) in passages {
        let here = page.in_draft(passage.text);
        if at >= before || (here.start <= comment.start && comment.end <= here.end) {
            return passage.block.and_then(|block| page.blocks.get(block).copied()).unwrap_or(here);
        }
    }
    comment
}
