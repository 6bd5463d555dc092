//! The claims as a Markdown document: an article is a heading, a claim a section.

use std::fmt::Write;

use crate::cite::{Locale, fragment, plain};
use crate::export::account::Account;
use crate::ledger::Article;
use crate::safe;

/// What every reader has to know before the first claim.
pub const PROVISO: &str = "What follows is what this article prints and whom it credits. It does not say \
that anyone really said it, nor that it is true. Headings are a curator's summaries; only words in “…” \
are the article's.";

/// The heading of an article: its title, its reference, and what the document does not say.
pub fn heading(article: &Article) -> String {
    let title = article.title().map_or_else(|| article.id.to_string(), str::to_owned);
    let address = fragment::address(article, None, None);
    let address = address.map(|address| format!(", <{address}>")).unwrap_or_default();
    let reference = safe::markdown(&plain(article, &Locale::EnUs.phrases())).into_owned();
    format!("# {}\n\n{reference}{address}.\n\n{PROVISO}\n", safe::markdown(&title))
}

/// The section of a claim.
pub fn section(account: &Account<'_>) -> String {
    let statement = safe::markdown(account.claim.statement.trim()).into_owned();
    let mut section = format!("## {statement}\n\n`{}`\n\n", account.claim.id);
    // The heading above names the article, and its file with it.
    let told =
        account.entries().into_iter().filter(|(label, _)| !["article", "recorded"].contains(label));
    for (label, text) in told {
        // Writing to a string cannot fail.
        let _ = writeln!(section, "- **{label}:** {}", safe::markdown(&text));
    }
    let link = fragment::address(&account.head.article, account.claim.passages.first(), None);
    if let Some(link) = link {
        let _ = writeln!(section, "- **open:** <{link}>");
    }
    section
}
