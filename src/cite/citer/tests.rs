//! Claims of a made-up ledger, cited in every form.

use super::markdown;
use crate::ledger::{File, Head};

const LEDGER: &str = include_str!("../harbour-bridge.json");

fn cited(ledger: &str) -> Vec<String> {
    let File { article, sources, claims, .. } = serde_json::from_str(ledger).expect("is a ledger");
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
