//! Block quotations: what frames them, what they hold, and whom it credits.

use super::read_with_harbour;
use crate::draft::{Credit, Who};

/// Each quotation that is not in another, or in an excerpt: its words and whom it is credited to.
fn read_as(text: &str) -> Vec<String> {
    let draft = read_with_harbour(text);
    let name = |credit: &Credit| match credit.who() {
        Some(Who::Source(id)) => id.clone(),
        Some(Who::Name(name)) => format!("={name}"),
        None => "-".to_owned(),
    };
    let shown = draft.quotations.iter().filter(|quotation| !quotation.excerpt);
    shown.map(|one| format!("{} | {}", one.text, name(&one.credit))).collect()
}

#[test]
fn what_frames_a_block_is_none_of_its_words() {
    let safe = "The bridge is safe.";
    let cases: [(&str, &str, &str); 20] = [
        ("the same line", "> The bridge is safe. — Mei Ito", "ito"),
        ("with what she is", "> The bridge is safe. – Mei Ito, engineer", "ito"),
        ("two hyphens", "> The bridge is safe. -- Mei Ito", "ito"),
        ("emphasized", "> The bridge is safe.\n> *— Mei Ito, engineer*", "ito"),
        ("bold", "> The bridge is safe.\n>\n> **— Mei Ito**", "ito"),
        ("an item", "> The bridge is safe.\n> - Mei Ito", "ito"),
        ("the next paragraph", "> The bridge is safe.\n\n— Mei Ito", "ito"),
        ("the next one, emphasized", "> The bridge is safe.\n\n*— Mei Ito, engineer*", "ito"),
        ("a label", "> **Mei Ito:** The bridge is safe.", "ito"),
        ("a label in plain letters", "> Mei Ito: The bridge is safe.", "ito"),
        ("a label with an office", "> **Ito, engineer:** The bridge is safe.", "ito"),
        ("a number", "Ito writes:\n\n> The bridge is safe. [4]", "ito"),
        ("a work", "Ito writes:\n\n> The bridge is safe. (Moss 2026: 14)", "ito"),
        ("the editor's", "Ito writes:\n\n> The bridge is safe. (emphasis added)", "ito"),
        ("somebody else's turn", "> The bridge is safe.\n\nMei Ito said she had read it.", "-"),
        ("who disagrees", "> The bridge is safe.\n\nMei Ito does not agree with Rossi.", "-"),
        ("another clause", "> The bridge is safe.\n\nMei Ito told me that it fell.", "-"),
        ("a cue and no more", "> The bridge is safe.\n\nMei Ito told the council.", "ito"),
        ("a dialogue's dash", "> The bridge is safe.\n\n— And so it was.", "-"),
        ("a paragraph", "> The bridge is safe.\n\nMei Ito", "-"),
    ];
    for (name, text, who) in cases {
        assert_eq!(read_as(text), [format!("{safe} | {who}")], "{name}");
    }
    let kept = [
        "> We love one man — Carlo Rossi",
        "> Remember: the bridge is safe.",
        "> The bridge is safe. (We looked.)",
    ];
    for text in kept {
        assert_eq!(read_as(text), [format!("{} | -", &text[2..])], "words of its own");
    }
}

#[test]
fn an_excerpt_credits_its_own_quotations() {
    let cases: [(&str, &str, &[&str]); 8] = [
        ("a cue", "> “It is safe,” Ito said in May.", &["It is safe, | ito"]),
        ("a cue before", "> He ran. Ito said: “It is safe.”", &["It is safe. | ito"]),
        (
            "a dialogue",
            "> “It is safe,” said Mei Ito.\n>\n> “It is late,” said Carlo Rossi.",
            &["It is safe, | ito", "It is late, | rossi"],
        ),
        (
            "led by another",
            "Rossi has read this:\n\n> “It is safe,” said Mei Ito.",
            &["It is safe, | ito"],
        ),
        (
            "marks alone",
            "Ito wrote:\n\n> “It is safe.”",
            &["“It is safe.” | ito", "It is safe. | -"],
        ),
        ("a term", "> The “old” bridge fell.", &["The “old” bridge fell. | -", "old | -"]),
        (
            "told of oneself",
            "> I said “no” and left.\n> — Mei Ito",
            &["I said “no” and left. | ito", "no | -"],
        ),
        (
            "behind it",
            "> “It is safe,” said Ito.\n\n“Yes,” Rossi said.",
            &["It is safe, | ito", "Yes, | rossi"],
        ),
    ];
    for (name, text, expected) in cases {
        assert_eq!(read_as(text), expected, "{name}");
    }
}

#[test]
fn words_that_lead_to_an_inner_quotation_credit_it() {
    let cases: [(&str, &str, &[&str]); 3] = [
        (
            "told",
            "“Ito told me, ‘It is safe,’ and I left,” Rossi said.",
            &["Ito told me, ‘It is safe,’ and I left, | rossi", "It is safe, | ito"],
        ),
        (
            "a pronoun",
            "“She told me ‘it is safe’,” Rossi said.",
            &["She told me ‘it is safe’, | rossi", "it is safe | -"],
        ),
        ("a term", "“The ‘old’ bridge,” Rossi said.", &["The ‘old’ bridge, | rossi", "old | -"]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(read_as(text), expected, "{name}");
    }
}
