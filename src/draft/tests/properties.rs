//! What holds of any draft.

use proptest::prelude::{Strategy, any, prop, proptest};
use proptest::prop_oneof;

use super::read_with_harbour;

/// Words, marks and Markdown, in any order.
fn draft() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        prop::sample::select(vec![
            "“",
            "”",
            "\"",
            "«",
            "»",
            "„",
            "‚",
            "‘",
            "’",
            "「",
            "」",
            "'",
            " ",
            " ",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "# ",
            "*",
            "**",
            "_",
            "`",
            "[",
            "](x)",
            "[^a]",
            "[@b]",
            "<!-- claims: allow ",
            "-->",
            "<!-- ",
            "<p>",
            "</p>",
            "<q>",
            "</q>",
            "<sup>",
            "</sup>",
            "<code>",
            "<b title='",
            "~~",
            "Ito",
            "Mei Ito",
            "said",
            "who",
            ",",
            ".",
            ":",
            "—",
            "(",
            ")",
            "she",
            "the",
            "of",
            "ha detto",
            "sagte",
            "dit-il",
            "U.S.",
            "Mr.",
            "&amp;",
            "\\",
            "|",
            "\r\n",
            "5\"",
            "’s",
            "ﬁ",
            "è",
            "日本",
            "\u{feff}",
            "---\n",
            "+++\n",
            "according to",
            "to",
            "and",
            "was",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(|letter| letter.to_string()),
    ];
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::trial::with(256))]

    #[test]
    fn every_span_is_text_of_the_draft(text in draft()) {
        let read = read_with_harbour(&text);
        for quotation in &read.quotations {
            let spans = [quotation.outer, quotation.inner, quotation.sentence];
            for span in spans.iter().chain(&quotation.parts) {
                assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
            }
            assert!(quotation.outer.start <= quotation.inner.start);
            assert!(quotation.inner.end <= quotation.outer.end);
            assert!(quotation.citations.iter().all(|citation| *citation < read.citations.len()));
        }
        let citations = read.citations.iter().flat_map(|citation| [citation.span, citation.sentence]);
        let allowances = read.allowances.iter().flat_map(|one| [one.span, one.about]);
        for span in citations.chain(allowances).chain(read.unclosed.iter().copied()) {
            assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
        }
    }
}
