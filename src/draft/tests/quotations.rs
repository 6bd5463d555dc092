//! Which words of a Markdown draft are quotations, and where they stand.

use super::read_with_harbour;
use crate::draft::{Class, Quotation};

fn words(text: &str) -> Vec<String> {
    read_with_harbour(text).quotations.into_iter().map(|quotation| quotation.text).collect()
}

#[test]
fn words_in_marks_are_found_in_any_setting() {
    let cases: [(&str, &str, &[&str]); 36] = [
        ("none", "The bridge is safe.", &[]),
        ("curly", "“The bridge,” she said.", &["The bridge,"]),
        ("straight", "\"The bridge,\" she said.", &["The bridge,"]),
        ("guillemets", "«Il ponte», ha detto.", &["Il ponte"]),
        ("French", "« Le pont », dit-il.", &["Le pont"]),
        ("German", "„Die Brücke“, sagte sie.", &["Die Brücke"]),
        ("German, single", "Die ‚Brücke‘ fällt.", &["Brücke"]),
        ("British", "‘The bridge,’ she said.", &["The bridge,"]),
        ("Swiss, single", "‹Brücke›", &["Brücke"]),
        ("Japanese", "「橋は安全だ」と言った", &["橋は安全だ"]),
        ("Japanese, nested", "「橋は『安全』だ」", &["橋は『安全』だ", "安全"]),
        ("Chinese", "她说“桥很安全”。", &["桥很安全"]),
        ("nested", "“He said ‘safe’ twice.”", &["He said ‘safe’ twice.", "safe"]),
        ("opened straight, closed curly", "\"The bridge” fell.", &["The bridge"]),
        ("across a line break", "“The\nbridge” fell.", &["The bridge"]),
        ("across a hard break", "“The  \nbridge” fell.", &["The bridge"]),
        ("emphasis inside", "“The *old* bridge” fell.", &["The old bridge"]),
        ("emphasis around", "*“The old bridge”* fell.", &["The old bridge"]),
        ("emphasis across the mark", "**“The** bridge” fell.", &["The bridge"]),
        ("a link inside", "“The [old](http://x.example/“) bridge”.", &["The old bridge"]),
        ("a link around", "[“The bridge”](x \"a title\") fell.", &["The bridge"]),
        ("entities", "&ldquo;The&nbsp;bridge&rdquo; fell.", &["The bridge"]),
        ("an escape", "\\\"The bridge\\\" fell.", &["The bridge"]),
        ("a heading", "# “The bridge”", &["The bridge"]),
        ("a list", "- “The bridge”\n- “The port”", &["The bridge", "The port"]),
        ("a table", "| a |\n|---|\n| “The bridge” |", &["The bridge"]),
        ("a footnote", "x[^1]\n\n[^1]: “The bridge”", &["The bridge"]),
        ("code", "`\"a\"` and\n\n    \"b\"\n\n```\n\"c\"\n```", &[]),
        ("HTML", "<p class=\"a\">\n\nA <b title=\"b\">c</b>.", &[]),
        ("front matter", "---\ntitle: \"The bridge\"\n---\n\nText.", &[]),
        ("front matter of TOML", "+++\ntitle = \"The bridge\"\n+++\n\nText.", &[]),
        ("a comment", "<!-- \"a\" -->\n\nText <!-- “b” -->.", &[]),
        ("an image", "![“The bridge”](a.png \"b\")", &[]),
        ("measures and decades", "5'6\", 5′6″, the ’90s, rock ’n’ roll", &[]),
        ("apostrophes", "L'autorità dell'anno, l’autorità dell’anno", &[]),
        ("a reference", "[a]: http://x.example \"The bridge\"\n\nText [a].", &[]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(words(text), expected, "{name}");
    }
}

#[test]
fn what_html_shows_is_read() {
    let cases: [(&str, &str, &[&str]); 22] = [
        ("behind a comment", "<!-- ask --> “The bridge,” she said.", &["The bridge,"]),
        ("before a comment", "“The bridge,” she said. <!-- ask -->", &["The bridge,"]),
        ("behind one of two lines", "<!-- ask\nher --> “The bridge.”", &["The bridge."]),
        ("over the end of its line", "<!-- a --> “The\nbridge.”", &["The bridge."]),
        ("the same in an item", "- <!-- a --> “The\n  bridge.”", &["The bridge."]),
        ("two comments in two lines", "<!-- a --> “The\n<!-- b --> bridge.”", &["The bridge."]),
        ("not over a blank line", "<!-- a --> “The\n\nbridge.”", &[]),
        ("in an item", "- <!-- a --> “The bridge.”\n- “The port.”", &["The bridge.", "The port."]),
        ("in a footnote", "x[^1]\n\n[^1]: <!-- a --> “The bridge.”", &["The bridge."]),
        ("a paragraph", "<p>“The bridge.”</p>", &["The bridge."]),
        ("parted", "<div>“The</div><div>bridge.”</div>", &[]),
        ("a line break", "<p>“The<br>bridge.”</p>", &["The bridge."]),
        ("tags in it", "<p>“The <b class='”'>old</b> bridge.”</p>", &["The old bridge."]),
        ("entities in it", "<p>&ldquo;The&nbsp;bridge.&rdquo;</p>", &["The bridge."]),
        ("a comment in it", "<div>\n“The <!-- ” --> bridge.”\n</div>", &["The bridge."]),
        ("a script", "<script>\na = \"b\";\n</script>\n\n“The bridge.”", &["The bridge."]),
        ("a style", "<style>\np { content: “x” }\n</style>", &[]),
        ("marks of a tag's own", "She said <q>the bridge</q> twice.", &["the bridge"]),
        ("struck out", "“The ~~old~~ <s>red</s> bridge.”", &["The bridge."]),
        ("a note's mark", "“The bridge.<sup>3</sup> It stands.”", &["The bridge. It stands."]),
        ("an exponent", "“It is 10<sup>2</sup> m<sup>2</sup>.”", &["It is 10² m²."]),
        ("never closed", "<!-- a\n\n“The bridge.”", &[]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(words(text), expected, "{name}");
    }
    assert_eq!(read_with_harbour("x\n\n<!-- a\n\n“b”").endless_comment, Some(3));
    assert_eq!(read_with_harbour("<!-- a\n\nb -->\n\n“b”").endless_comment, None);
}

#[test]
fn a_rule_across_the_page_is_no_front_matter() {
    assert_eq!(words("---\n\n“The bridge.”\n\n---\n\nx"), ["The bridge."]);
    assert_eq!(words("---\na: “b”\n\n---\n\n“The bridge.”"), ["The bridge."]);
}

#[test]
fn blocks_are_quotations_without_their_byline() {
    let cases: [(&str, &str, &[&str]); 7] = [
        ("plain", "> The bridge is safe.", &["The bridge is safe."]),
        ("two paragraphs", "> The bridge.\n>\n> The port.", &["The bridge. The port."]),
        ("under an item's words", "- Ito said:\n  > The bridge.", &["The bridge."]),
        ("lazy", "> The bridge\nis safe.", &["The bridge is safe."]),
        ("a byline", "> The bridge.\n>\n> — Mei Ito", &["The bridge."]),
        ("marks inside", "> The “old” bridge.", &["The “old” bridge.", "old"]),
        ("a note of GitHub's", "> [!NOTE]\n> The bridge is safe.", &[]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(words(text), expected, "{name}");
    }
}

#[test]
fn spans_are_of_the_draft() {
    let text = "---\na: 1\n---\n\nÀ *b* “The **old**\nbridge” fell.";
    let draft = read_with_harbour(text);
    let quotation = &draft.quotations[0];
    assert_eq!(&text[quotation.outer.range()], "“The **old**\nbridge”");
    assert_eq!(&text[quotation.inner.range()], "The **old**\nbridge");
    assert_eq!(&text[quotation.sentence.range()], "À *b* “The **old**\nbridge” fell.");
    let block = "x\n\n> a\n> b\n\ny";
    assert_eq!(&block[read_with_harbour(block).quotations[0].outer.range()], "> a\n> b");
}

#[test]
fn a_mark_that_nothing_closes_costs_its_paragraph() {
    let text = "She said “the bridge.\n\nHe said “the port” too.";
    let draft = read_with_harbour(text);
    assert_eq!(draft.quotations.len(), 1);
    assert_eq!(draft.quotations[0].text, "the port");
    assert_eq!(&text[draft.unclosed[0].range()], "“");
}

#[test]
fn a_quotation_of_several_paragraphs_is_one() {
    let text = "“The bridge is safe.\n\n“The port is not,” Ito said.";
    let draft = read_with_harbour(text);
    assert_eq!(draft.quotations.len(), 1);
    assert_eq!(draft.quotations[0].text, "The bridge is safe. The port is not,");
    let parts: Vec<&str> =
        draft.quotations[0].parts.iter().map(|part| &text[part.range()]).collect();
    assert_eq!(parts, ["The bridge is safe.", "The port is not,"]);
    let apart = read_with_harbour("# “The bridge\n\n“The port” is.");
    assert_eq!(apart.quotations[0].text, "The port", "a heading is not gone on from");
}

#[test]
fn a_quotation_goes_on_behind_its_cue() {
    let goes_on = |text: &str| -> Vec<Option<usize>> {
        read_with_harbour(text).quotations.iter().map(|quotation| quotation.continues).collect()
    };
    assert_eq!(goes_on("“The bridge,” Ito said, “is safe.”"), [None, Some(0)]);
    assert_eq!(goes_on("«Il ponte», ha detto Ito, «è sicuro»."), [None, Some(0)]);
    assert_eq!(goes_on("“It is safe,” Ito said. “We checked.”"), [None, None]);
    assert_eq!(goes_on("Ito called it “safe” and “new.”"), [None, None]);
}

#[test]
fn terms_and_titles_are_told_from_speech() {
    let class = |text: &str| {
        let draft = read_with_harbour(text);
        draft.quotations.first().map(|quotation: &Quotation| quotation.class)
    };
    let cases = [
        ("speech", "“The bridge is safe,” Ito said.", Class::Speech),
        ("one word of somebody's", "Ito called it “safe.”", Class::Speech),
        ("nobody's sentence", "On the wall: “The bridge will never be built.”", Class::Speech),
        ("a scare quote", "The so-called “safety” was none.", Class::Scare),
        ("a term", "A “flying buttress” holds it.", Class::Scare),
        ("a title", "It was on “The Bridge Hour” last week.", Class::Title),
        ("code", "Write “`x`” here.", Class::Empty),
    ];
    for (name, text, expected) in cases {
        assert_eq!(class(text), Some(expected), "{name}");
    }
}
