//! Citations and allowances, and what they are about.

use super::read_with_harbour;
use crate::draft::Form;

#[test]
fn labels_are_read_in_both_forms() {
    type Label = (&'static str, Form, bool);
    let cases: [(&str, &str, &[Label]); 8] = [
        ("none", "A [link](x) and [x] and [^ ].", &[]),
        ("a footnote", "Text.[^ito-safe]", &[("ito-safe", Form::Footnote, false)]),
        ("defined", "Text.[^a]\n\n[^a]: Note.", &[("a", Form::Footnote, true)]),
        ("pandoc", "Text [@ito-safe].", &[("ito-safe", Form::Pandoc, false)]),
        ("pandoc with words", "Text [see @ito-safe, p. 3].", &[("ito-safe", Form::Pandoc, false)]),
        ("two", "Text [@a; @b].", &[("a", Form::Pandoc, false), ("b", Form::Pandoc, false)]),
        ("an address", "Write to [me@x.example].", &[]),
        ("code", "`[^a]` and `[@b]`", &[]),
    ];
    for (name, text, expected) in cases {
        let found = read_with_harbour(text).citations;
        let found: Vec<(&str, Form, bool)> =
            found.iter().map(|c| (c.label.as_str(), c.form, c.defined)).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_citation_belongs_to_the_words_before_it() {
    let cases: [(&str, &str, &[&[usize]]); 7] = [
        ("behind", "“The bridge is safe,” Ito said.[^a]", &[&[0]]),
        ("inside the sentence", "“The bridge is safe,”[^a] Ito said.", &[&[0]]),
        ("inside the marks", "“The bridge is safe.[^a]” Good.", &[&[0]]),
        ("both parts", "“The bridge,” Ito said, “is safe.”[@a]", &[&[0], &[0]]),
        ("each its own", "Ito said “safe”[^a] and “new”[^b].", &[&[0], &[1]]),
        ("another sentence", "“The bridge is safe,” Ito said. It is new.[^a]", &[&[]]),
        ("a block", "> The bridge is safe.[^a]", &[&[0]]),
    ];
    for (name, text, expected) in cases {
        let draft = read_with_harbour(text);
        let found: Vec<&[usize]> =
            draft.quotations.iter().map(|quotation| quotation.citations.as_slice()).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_citation_knows_its_sentence() {
    let text = "The bridge may open. Ito hopes that it opens.[^a] So it is.";
    let draft = read_with_harbour(text);
    assert_eq!(&text[draft.citations[0].sentence.range()], "Ito hopes that it opens.");
    assert_eq!(&text[draft.citations[0].span.range()], "[^a]");
}

#[test]
fn an_allowance_has_a_rule_a_reason_and_a_place() {
    let text = "One.\n\n<!-- claims: allow wrong-source because she quotes him -->\nTwo.\n\nThree <!-- claims:allow x -->.\n\n<!-- other --> <!--> <!--->\n";
    let draft = read_with_harbour(text);
    let found: Vec<(&str, Option<&str>, &str)> = draft
        .allowances
        .iter()
        .map(|one| (one.rule.as_str(), one.reason.as_deref(), &text[one.about.range()]))
        .collect();
    assert_eq!(
        found,
        [
            ("wrong-source", Some("she quotes him"), "Two."),
            ("x", None, "Three <!-- claims:allow x -->."),
        ]
    );
}

#[test]
fn an_allowance_is_about_the_item_or_paragraph_in_which_it_stands() {
    let order = "<!-- claims: allow x because y -->";
    let about = |text: String| -> Vec<String> {
        let allowances = read_with_harbour(&text).allowances;
        allowances.iter().map(|one| text[one.about.range()].trim().to_owned()).collect()
    };
    let cases = [
        ("the line's own words", format!("{order} One.\n\nTwo."), "One."),
        ("the item's own words", format!("- {order} One.\n- Two."), "One."),
        ("under the item's words", format!("- One.\n  {order}\n- Two."), "One."),
        ("between the item's words", format!("- One.\n\n  {order}\n\n  More.\n- Two."), "More."),
        ("in its footnote", format!("x[^1]\n\n[^1]: One.\n    {order}\n\nTwo."), "One."),
        ("before a list", format!("{order}\n\n- One.\n- Two."), "One."),
        ("in a tag's words", format!("<p>{order} One.</p>\n\nTwo."), "One."),
        ("in a cell", format!("| a |\n|---|\n| {order} One. |\n| Two. |"), "One."),
    ];
    for (name, text, expected) in cases {
        assert_eq!(about(text), [expected], "{name}");
    }
}
