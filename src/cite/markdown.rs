//! A claim cited in Markdown: the printed words where there are any, who is credited and how, and a
//! footnote with the reference.

use crate::cite::fragment;
use crate::cite::reference;
use crate::ledger::{Claim, Credit, Head, Mode, Party, State};
use crate::safe;
use crate::wording;

/// The claim in Markdown, with its footnote, ending in a line break.
///
/// A `direct` claim is a block quotation of its quotes; a `mixed` one a sentence and then the printed
/// words in quotation marks; any other a sentence without quotation marks.
pub fn markdown(claim: &Claim, head: &Head) -> String {
    let credit = Credit::of(claim, head);
    let id = &claim.id;
    let body = match claim.mode {
        Mode::Direct if !claim.quotes.is_empty() => {
            let words = safe::markdown(&joined(claim)).into_owned();
            let line = safe::markdown(&credit.line()).into_owned();
            format!("> {words}\n>\n> — {line}[^{id}]")
        }
        _ => {
            let lead = safe::markdown(&credit.lead()).into_owned();
            let statement = safe::markdown(claim.statement.trim()).into_owned();
            format!("{lead}: {statement}{}[^{id}]", printed(claim, &credit))
        }
    };
    format!("{body}\n\n[^{id}]: {}\n", footnote(claim, head))
}

/// The quotes as one text; ` […] ` marks where the article's own words stand between.
fn joined(claim: &Claim) -> String {
    let words: Vec<&str> = claim.quotes.iter().map(|quote| quote.exact.as_str()).collect();
    words.join(" […] ")
}

/// The printed words after a sentence, in quotation marks.
fn printed(claim: &Claim, credit: &Credit<'_>) -> String {
    if claim.quotes.is_empty() {
        return String::new();
    }
    let words = claim.quotes.iter().map(|quote| format!("“{}”", safe::markdown(&quote.exact)));
    let translated = credit.translation().map(|said| format!(", {said}")).unwrap_or_default();
    let nobody = match credit.party {
        Party::Uncredited => ", crediting nobody",
        _ => "",
    };
    format!(" (in quotation marks{nobody}{translated}: {})", wording::all_of(words))
}

/// Reference, address, paragraph, the words of doubt, and what became of the claim.
fn footnote(claim: &Claim, head: &Head) -> String {
    let article = &head.article;
    let reference = safe::markdown(&reference::plain(article)).into_owned();
    let paragraphs: Vec<u32> = claim.passages.iter().map(|at| at.paragraph.get()).collect();
    let place = match paragraphs.as_slice() {
        [] => String::new(),
        [one] => format!(", paragraph {one}"),
        several => format!(", paragraphs {}", wording::all_of(several)),
    };
    let address = fragment::address(article, claim.passages.first(), None);
    let address = address.map(|address| format!(", <{address}>")).unwrap_or_default();
    let state = match (claim.state(), claim.status.as_ref().and_then(|status| status.date)) {
        (State::Standing, _) => String::new(),
        (state, Some(date)) => format!("; {state} on {date}"),
        (state, None) => format!("; {state}"),
    };
    let doubts: Vec<String> =
        claim.hedges.iter().map(|hedge| format!("*{}*", safe::markdown(hedge))).collect();
    let hedged = match doubts.as_slice() {
        [] => String::new(),
        doubts => format!("; its words of doubt: {}", wording::all_of(doubts)),
    };
    let inferred = if claim.inferred { "; the passage does not name who speaks" } else { "" };
    format!("{reference}{place}{address}{hedged}{inferred}{state}.")
}

#[cfg(test)]
mod tests {
    use super::markdown;
    use crate::ledger::{File, Head};

    const LEDGER: &str = include_str!("harbour-bridge.json");

    fn cited(ledger: &str) -> Vec<String> {
        let File { article, sources, claims, .. } =
            serde_json::from_str(ledger).expect("is a ledger");
        let head = Head { article, sources };
        claims.iter().map(|claim| markdown(claim, &head)).collect()
    }

    #[test]
    fn every_mode_is_cited_in_its_own_way() {
        insta::assert_snapshot!(cited(LEDGER).join("\n"));
    }

    #[test]
    fn what_is_cited_is_read_as_it_was_meant() {
        use pulldown_cmark::{Event, Options, Parser, Tag};
        let hostile = "*a* _b_ `c` <b>d</b> [e](x) ![f](y) | g ~~h~~ &amp; # 1. - + > \\ $x$ @i https://j.example [^k]";
        let ledger = LEDGER
            .replace("The bridge will be safe again.", &hostile.replace('\\', "\\\\"))
            .replace("Il ponte tornerà sicuro", &hostile.replace('\\', "\\\\"));
        // The words of doubt are set off by emphasis of our own.
        for text in cited(&ledger).iter().map(|text| text.replace("*sarebbe*", "sarebbe")) {
            for event in Parser::new_ext(&text, Options::all()) {
                let is_active = matches!(
                    event,
                    Event::Html(_)
                        | Event::InlineHtml(_)
                        | Event::Code(_)
                        | Event::InlineMath(_)
                        | Event::Start(
                            Tag::Emphasis
                                | Tag::Strong
                                | Tag::Image { .. }
                                | Tag::Heading { .. }
                                | Tag::List(_)
                                | Tag::Strikethrough
                        )
                );
                assert!(!is_active, "{event:?} in {text}");
            }
        }
    }
}
