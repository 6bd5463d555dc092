//! `claims lint --fix` and `--diff`: what is mended and what is left to the writer, and how both are told.

use std::fs;

use crate::desk::Desk;

/// What Nora Quist says in the ledger, a claim each.
const SAID: [&str; 14] = [
    "We do not burn a single lamp in the tower after midnight",
    "The council does not plan to sell the mill this winter",
    "We counted seven lamps that nobody had ever lit",
    "The keepers rang twice, and nobody came down",
    "The U.S. captain never paid for the harbour lights",
    "We bought the new cable from AT&T on the first day",
    "We hang the *old* sign under the church clock",
    "We keep the <b>tall</b> ladder behind the coal shed",
    "The price is five|six crowns for every wick in town",
    "I said no, no, no and the miller laughed at me again",
    "We call the crane the \"heron\" because it never moves",
    "We painted the long wall behind the quay and the shed in one afternoon",
    "The oil was cold in the lower tanks, but nobody had thinned it",
    "The harbour took it because there was no other buyer",
];

fn desk() -> Desk {
    let claims = SAID.iter().enumerate().map(|(number, words)| {
        serde_json::json!({
            "id": format!("quist-{number}"), "statement": "x", "kind": "fact", "source": "quist", "mode": "direct",
            "quotes": [{ "exact": words }]
        })
    });
    let ledger = serde_json::json!({
        "format": 1,
        "article": { "id": "lamps", "type": "article", "language": "en" },
        "sources": {
            "quist": { "name": "Nora Quist", "kind": "person" },
            "brandt": { "name": "Otto Brandt", "kind": "person" }
        },
        "claims": claims.collect::<Vec<_>>()
    });
    Desk::new().with("claims/lamps.json", ledger.to_string())
}

/// What a draft is after `--fix`, and what was said.
fn fixed(draft: &str) -> (String, String) {
    let desk = desk().with("one.md", draft);
    let fix = desk.claims().args(["lint", "--fix", "one.md"]).output().expect("it runs");
    let said = String::from_utf8_lossy(&fix.stderr).into_owned();
    (fs::read_to_string(desk.path("one.md")).expect("it is there"), said)
}

#[test]
fn what_is_mended_is_what_is_printed() {
    let cases = [
        (
            "a negation left out",
            "We burn a single lamp in the tower after midnight",
            "We do not burn a single lamp in the tower after midnight",
        ),
        (
            "a verb for a negated one",
            "The council plans to sell the mill this winter",
            "The council does not plan to sell the mill this winter",
        ),
        (
            "a word at the head",
            "Look, we counted seven lamps that nobody had ever lit",
            "We counted seven lamps that nobody had ever lit",
        ),
        (
            "a word between commas",
            "We counted, honestly, seven lamps that nobody had ever lit",
            "We counted seven lamps that nobody had ever lit",
        ),
        (
            "a word at the end",
            "We counted seven lamps that nobody had ever lit, honestly",
            "We counted seven lamps that nobody had ever lit",
        ),
        (
            "a comma with its word",
            "The keepers rang twice, nobody came down",
            "The keepers rang twice, and nobody came down",
        ),
        (
            "full stops within a word",
            "The American captain never paid for the harbour lights",
            "The U.S. captain never paid for the harbour lights",
        ),
        (
            "a sign within a word",
            "We bought the new cable from Verizon on the first day",
            "We bought the new cable from AT&T on the first day",
        ),
        (
            "what Markdown takes for emphasis",
            "We hang the new sign under the church clock",
            "We hang the \\*old\\* sign under the church clock",
        ),
        (
            "what Markdown takes for HTML",
            "We keep the short ladder behind the coal shed",
            "We keep the \\<b\\>tall\\</b\\> ladder behind the coal shed",
        ),
        (
            "words told over",
            "I said yes and the miller laughed at me again",
            "I said no, no, no and the miller laughed at me again",
        ),
        (
            "a cut",
            "We painted the long wall and the shed in one afternoon",
            "We painted the long wall […] and the shed in one afternoon",
        ),
        (
            "a cut before a comma",
            "The oil was cold, but nobody had thinned it",
            "The oil was cold […], but nobody had thinned it",
        ),
    ];
    for (name, words, expected) in cases {
        let (mended, said) = fixed(&format!("“{words}”, said Nora Quist.\n"));
        assert_eq!(mended, format!("“{expected}”, said Nora Quist.\n"), "{name}: {said}");
        let (again, _) = fixed(&mended);
        assert_eq!(again, mended, "{name}, mended again");
    }
}

#[test]
fn what_is_the_writers_own_is_left() {
    let cases = [
        (
            "a sentence",
            "“I agree. We counted six lamps that nobody had ever lit. That is bad”, said Nora Quist.\n",
        ),
        (
            "brackets",
            "“We counted (I think) six lamps that nobody had ever lit”, said Nora Quist.\n",
        ),
        (
            "a clause",
            "“We counted — and this is new — six lamps that nobody had ever lit”, said Nora Quist.\n",
        ),
        ("a phrase at the end", "“The harbour took it because I liked it”, said Nora Quist.\n"),
        ("another's mouth", "“We counted six lamps that nobody had ever lit”, said Otto Brandt.\n"),
        (
            "marks of the same kind",
            "\"We call the crane a heron because it never moves\", said Nora Quist.\n",
        ),
    ];
    for (name, draft) in cases {
        let (mended, said) = fixed(draft);
        assert_eq!(mended, draft, "{name}");
        assert!(said.contains("1 error"), "{name}: {said}");
    }
}

#[test]
fn words_in_inner_marks_are_mended_and_who_told_them_stays() {
    let draft = |many: &str| {
        format!(
            "“Quist told me: ‘We counted {many} lamps that nobody had ever lit’”, said Otto Brandt.\n"
        )
    };
    let (mended, said) = fixed(&draft("six"));
    assert_eq!(mended, draft("seven"), "{said}");
}

#[test]
fn a_bar_stays_within_its_cell() {
    let row = |words: &str| format!("| a | b |\n|---|---|\n| “{words}”, said Nora Quist. | x |\n");
    let (mended, said) = fixed(&row("The price is nine crowns for every wick in town"));
    assert_eq!(mended, row("The price is five\\|six crowns for every wick in town"), "{said}");
}

#[test]
fn a_person_sees_what_was_mended_and_what_is_somebody_elses() {
    insta::assert_snapshot!(
        desk()
            .with("lamps.md", "“We counted six lamps that nobody had ever lit”, said Nora Quist.\n")
            .with(
                "mouth.md",
                "“We counted six lamps that nobody had ever lit”, said Otto Brandt.\n"
            )
            .with("cut.md", "“We counted seven lamps that nobody […] lit”, said Nora Quist.\n")
            .run(&["lint", "lamps.md", "--diff"])
            .run(&["lint", "lamps.md", "--diff", "--format", "json"])
            .run(&["lint", "lamps.md", "--fix"])
            .run(&["lint", "mouth.md"])
            .run(&["lint", "cut.md"])
            .seen()
    );
}

#[test]
fn a_difference_keeps_the_ends_of_lines() {
    let draft = "One.\r\n“We counted six lamps that nobody had ever lit”, said Nora Quist.";
    let desk = desk().with("one.md", draft);
    let diff = desk.claims().args(["lint", "--diff", "one.md"]).output().expect("it runs");
    assert_eq!(
        String::from_utf8_lossy(&diff.stdout),
        "--- one.md\n+++ one.md\n@@ -1,2 +1,2 @@\n One.\r\n\
         -“We counted six lamps that nobody had ever lit”, said Nora Quist.\n\\ No newline at end of file\n\
         +“We counted seven lamps that nobody had ever lit”, said Nora Quist.\n\\ No newline at end of file\n"
    );
}

#[test]
fn no_draft_is_mended_where_one_cannot_be() {
    let draft = "“We counted six lamps that nobody had ever lit”, said Nora Quist.\n";
    let desk = desk().with("a.md", draft).with("b.md", draft).with("c.md", draft);
    let mut mode = fs::metadata(desk.path("b.md")).expect("it is there").permissions();
    mode.set_readonly(true);
    fs::set_permissions(desk.path("b.md"), mode).expect("it is ours");
    let fix =
        desk.claims().args(["lint", "--fix", "a.md", "b.md", "c.md"]).output().expect("it runs");
    assert_eq!(fix.status.code(), Some(2), "{fix:?}");
    let mut lint = desk.claims();
    let stdin =
        lint.args(["lint", "--fix", "a.md", "-"]).write_stdin(draft).output().expect("it runs");
    assert_eq!(stdin.status.code(), Some(2), "{stdin:?}");
    let said = String::from_utf8_lossy(&stdin.stderr);
    assert!(said.contains("standard input cannot be mended in place, so no draft was"), "{said}");
    for name in ["a.md", "b.md", "c.md"] {
        assert_eq!(fs::read_to_string(desk.path(name)).expect("it is there"), draft, "{name}");
    }
}
