//! Claims as they are cited: what the page's buttons copy.

use crate::cite;
use crate::cite::fragment::{self, Printed};
use crate::export::page::Recorded;
use crate::ledger::{Claim, Credit, Head, Mode};
use crate::wording::all_of;

/// Of each claim its Markdown and its plain text, in the order of the page, as JSON that may stand in
/// a script element: nothing in it ends that element or begins a comment.
pub(super) fn citations<'a>(
    claims: impl Iterator<Item = (&'a Recorded, Option<&'a Printed<'a>>)>,
) -> String {
    let of_claim = |(recorded, printed): (&Recorded, Option<&Printed<'_>>)| {
        let Recorded { head, claim, .. } = recorded;
        [cite::markdown(claim, head).trim_end().to_owned(), in_plain_text(claim, head, printed)]
    };
    let citations: Vec<[String; 2]> = claims.map(of_claim).collect();
    // Lists of texts are always JSON.
    let json = serde_json::to_string(&citations).unwrap_or_default();
    json.replace('<', "\\u003c")
}

/// The claim in plain text: the words or the statement, who is credited, where it stands.
fn in_plain_text(claim: &Claim, head: &Head, printed: Option<&Printed<'_>>) -> String {
    let credit = Credit::of(claim, head);
    let quotes: Vec<String> =
        claim.quotes.iter().map(|quote| format!("“{}”", quote.exact)).collect();
    let statement = claim.statement.trim();
    let said = match claim.mode {
        Mode::Direct if !quotes.is_empty() => {
            format!("{} — {}", quotes.join(" […] "), credit.line())
        }
        _ if quotes.is_empty() => format!("{}: {statement}", credit.lead()),
        _ => format!("{}: {statement} (in quotation marks: {})", credit.lead(), all_of(quotes)),
    };
    let place: Vec<String> =
        claim.passages.iter().map(|passage| format!(", paragraph {}", passage.paragraph)).collect();
    let address = fragment::address(&head.article, claim.passages.first(), printed);
    let address = address.map(|address| format!(", {address}")).unwrap_or_default();
    format!("{said}\n{}{}{address}", cite::plain(&head.article), place.concat())
}
