//! Quotations that stand in others, as `lint` judges them.

use crate::lint::desk;

/// Where what is found stands and which rule it breaks, one a line.
fn found(draft: &str) -> String {
    let desk = desk().with("nested.md", draft);
    let lint = ["lint", "nested.md", "--format", "concise"];
    let out = desk.claims().args(lint).output().expect("it runs");
    let lines = String::from_utf8_lossy(&out.stdout);
    let rules = lines.lines().map(|line| {
        let place = line.strip_prefix("nested.md:").unwrap_or(line);
        let end = place.find("]:").unwrap_or(place.len());
        place[..end].replace(": error[", " ").replace(": warning[", " ").replace(": note[", " ")
    });
    rules.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_an_excerpt_quotes_is_judged_by_itself() {
    let cracks = "“We found three cracks that nobody had seen before,”";
    let toll = "“The port does not intend to raise the toll this year,”";
    let cases = [
        ("right", format!("> {cracks} said Mei Ito.\n"), ""),
        ("another's", format!("> {cracks} said Karl Weber.\n"), "1:3 wrong-source"),
        (
            "two, both right",
            format!("> {cracks} said Mei Ito.\n>\n> {toll} the Port Authority wrote.\n"),
            "",
        ),
        (
            "two, both swapped",
            format!("> {cracks} the Port Authority wrote.\n>\n> {toll} said Mei Ito.\n"),
            "1:3 wrong-source, 3:3 wrong-source",
        ),
        (
            "altered",
            "From the Gazette:\n\n> It was noon. “We found four cracks that nobody had seen before,” said Mei Ito.\n"
                .to_owned(),
            "3:16 altered-wording",
        ),
        (
            "a few right words in altered ones",
            "> We found “three cracks” that somebody had seen before.\n>\n> — Mei Ito\n".to_owned(),
            "1:1 altered-wording",
        ),
    ];
    for (name, draft, expected) in cases {
        assert_eq!(found(&draft), expected, "{name}");
    }
}

#[test]
fn recorded_words_in_new_ones_are_judged_by_themselves() {
    let cracks = "‘We found three cracks that nobody had seen before,’";
    let cases = [
        (
            "right",
            format!("“Mei Ito told me, {cracks} and I believed her,” Karl Weber said.\n"),
            "1:1 unrecorded-quotation",
        ),
        (
            "another's",
            format!("“Karl Weber told me, {cracks} and I believed him,” Mei Ito said.\n"),
            "1:1 unrecorded-quotation, 1:22 wrong-source",
        ),
        (
            "a few right words in altered ones",
            "“We found ‘three cracks’ that somebody had seen before,” said Mei Ito.\n".to_owned(),
            "1:1 altered-wording",
        ),
    ];
    for (name, draft, expected) in cases {
        assert_eq!(found(&draft), expected, "{name}");
    }
}

#[test]
fn what_a_reader_sees_is_judged_and_named() {
    let desk = desk()
        .with("code.md", "“We found `four` cracks that nobody had seen before,” said Mei Ito.\n")
        .with(
            "bom.md",
            "\u{feff}“We found four cracks that nobody had seen before,” said Mei Ito.\n",
        )
        .with("endless.md", "x\n\n<!-- y\n\n“We found four cracks that nobody had seen before.”\n");
    let mut seen = desk;
    for draft in ["code.md", "bom.md", "endless.md"] {
        seen = seen.run(&["lint", draft, "--format", "concise"]);
    }
    insta::assert_snapshot!(seen.seen());
}
