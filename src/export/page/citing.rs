//! Claims as they are cited: what the page's buttons copy.

use crate::cite::{Citer, Form, Locale, Style, TextFormat, draw};
use crate::export::page::{Recorded, Texts};

/// Of each claim its Markdown and its plain text, in the order of the page, as JSON that may stand in
/// a script element: nothing in it ends that element or begins a comment.
pub(super) fn citations(claims: &[Recorded], printed: &Texts<'_>) -> String {
    let citer = Citer::new(Form::Block, Style::Plain, Locale::EnUs);
    let of_claim = |recorded: &Recorded| {
        let saved = printed.get(recorded.head.article.id.as_str());
        let citation = citer.cite(&recorded.claim, &recorded.head, saved);
        [TextFormat::Markdown, TextFormat::Text]
            .map(|format| draw(&citation.blocks, format).trim_end().to_owned())
    };
    let citations: Vec<[String; 2]> = claims.iter().map(of_claim).collect();
    // Lists of texts are always JSON.
    let json = serde_json::to_string(&citations).unwrap_or_default();
    json.replace('<', "\\u003c")
}
