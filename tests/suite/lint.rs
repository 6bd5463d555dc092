//! `claims lint`: how it is told what is wrong with a draft, and what it makes of files and flags.

use std::fs;
use std::path::Path;

use crate::desk::{Desk, skipped};
use crate::drafts::{TODAY, folder};

/// A ledger without its article's text, and a draft that misquotes it.
pub fn desk() -> Desk {
    let ledger = fs::read_to_string(folder().join("claims/harbour.json")).expect("it");
    let named = "  \"snapshot\": {\n    \"file\": \"harbour.en.txt\"\n  },\n";
    assert!(ledger.contains(named), "{ledger}");
    Desk::new()
        .with("claims/harbour.json", ledger.replace(named, ""))
        .with("piece.md", "“We found four cracks that nobody had seen before,” said Mei Ito.\n")
}

#[test]
fn a_person_sees_what_is_wrong_and_what_is_printed() {
    insta::assert_snapshot!(
        desk()
            .with("fine.md", "“We found three cracks that nobody had seen before,” said Mei Ito.\n")
            .run(&["lint", "piece.md"])
            .run(&["lint", "fine.md", "--statistics"])
            .run(&["lint", "piece.md", "--format", "concise", "--ignore", "altered-wording"])
            .run(&["lint", "piece.md", "--select", "altered-words"])
            .run(&["lint", "piece.md", "--diff"])
            .run(&["lint", "piece.md", "--format", "github"])
            .run(&["lint", "nothing.md"])
            .seen()
    );
}

#[test]
fn a_mend_is_written_and_found_fine() {
    let desk = desk();
    let fix = desk.claims().args(["lint", "--fix", "piece.md"]).output().expect("it runs");
    assert_eq!(fix.status.code(), Some(0), "nothing is left: {fix:?}");
    assert_eq!(
        String::from_utf8_lossy(&fix.stderr),
        "piece.md:1:11: altered-wording: `four` becomes `three`\nmended 1 finding\n\
         piece.md: 1 quotation, no finding\n"
    );
    let mended = fs::read_to_string(desk.path("piece.md")).expect("is there");
    assert_eq!(mended, "“We found three cracks that nobody had seen before,” said Mei Ito.\n");
    let again = desk.claims().args(["lint", "piece.md"]).output().expect("it runs");
    assert_eq!(again.status.code(), Some(0), "{again:?}");
}

#[test]
fn a_mend_leaves_the_lines_the_emphasis_and_the_links_as_they_are() {
    let cases = [
        (
            "lines",
            "“We found four cracks that\nnobody had seen before,” said Mei Ito.\n",
            "“We found three cracks that\nnobody had seen before,” said Mei Ito.\n",
        ),
        (
            "emphasis",
            "“We *found* four cracks that nobody had **seen** before,” said Mei Ito.\n",
            "“We *found* three cracks that nobody had **seen** before,” said Mei Ito.\n",
        ),
        (
            "a link",
            "“We found [four](http://x.org/four) cracks that nobody had seen before,” said Mei Ito.\n",
            "“We found [three](http://x.org/four) cracks that nobody had seen before,” said Mei Ito.\n",
        ),
        (
            "at a line's end",
            "“We found three cracks that had\nseen before,” said Mei Ito.\n",
            "“We found three cracks that nobody had\nseen before,” said Mei Ito.\n",
        ),
        (
            "a block",
            "Mei Ito said:\n\n> We found four cracks that\n> nobody had seen before\n",
            "Mei Ito said:\n\n> We found three cracks that\n> nobody had seen before\n",
        ),
        (
            "a block with marks",
            "> “We found four cracks that\n> nobody had seen before,” said Mei Ito.\n",
            "> “We found three cracks that\n> nobody had seen before,” said Mei Ito.\n",
        ),
        (
            "a table",
            "| a | b |\n|---|---|\n| “We found four cracks that nobody had *seen* before,” said Mei Ito | x |\n",
            "| a | b |\n|---|---|\n| “We found three cracks that nobody had *seen* before,” said Mei Ito | x |\n",
        ),
        (
            "hard blanks",
            "« We\u{a0}found four\u{a0}cracks that nobody had *seen* before », dit Mei Ito.\n",
            "« We\u{a0}found three\u{a0}cracks that nobody had *seen* before », dit Mei Ito.\n",
        ),
        (
            "within a word",
            "“We found **fo**ur cracks that nobody had seen before,” said Mei Ito.\n",
            "“We found **fo**ur cracks that nobody had seen before,” said Mei Ito.\n",
        ),
    ];
    for (name, draft, expected) in cases {
        let desk = desk().with("one.md", draft);
        let fix = desk.claims().args(["lint", "--fix", "one.md"]).output().expect("it runs");
        let mended = fs::read_to_string(desk.path("one.md")).expect("is there");
        assert_eq!(mended, expected, "{name}");
        assert_eq!(fix.status.code(), Some(i32::from(draft == expected)), "{name}: {fix:?}");
    }
}

#[test]
fn what_cannot_be_mended_is_left_and_said() {
    let desk = desk().with(
        "two.md",
        "“We found four cracks that nobody had seen before,” said Mei Ito. “Nobody will walk to school \
         because of us,” said Mei Ito.\n",
    );
    let fix = desk
        .claims()
        .args(["lint", "--fix", "--format", "concise", "two.md"])
        .output()
        .expect("it");
    assert_eq!(fix.status.code(), Some(1), "{fix:?}");
    let left = String::from_utf8_lossy(&fix.stdout);
    assert!(left.starts_with("two.md:1:68: error[wrong-source]:"), "{left}");
    assert_eq!(left.lines().count(), 1, "{left}");
}

#[test]
fn half_a_ledger_calls_nothing_fine() {
    let desk = desk().with("claims/broken.json", "{").with("empty.md", "No words.\n");
    for draft in ["piece.md", "empty.md"] {
        let output = desk.claims().args(["lint", draft]).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
    }
}

#[test]
fn strict_takes_what_nobody_recorded_for_a_warning() {
    let desk = desk().with("other.md", "“No summer was ever as long as this one,” said Mei Ito.\n");
    for (flags, code) in [(vec!["lint", "other.md"], 0), (vec!["lint", "--strict", "other.md"], 1)]
    {
        let output = desk.claims().args(&flags).output().expect("it runs");
        assert_eq!(output.status.code(), Some(code), "{flags:?} {output:?}");
    }
}

#[test]
fn folders_and_standard_input_are_drafts_too() {
    let desk = desk().with("drafts/.hidden/x.md", "x").with("drafts/a/b.md", "“Well,” he said.\n");
    let folder = desk.claims().args(["lint", "drafts"]).output().expect("it runs");
    assert_eq!(folder.status.code(), Some(0), "{folder:?}");
    assert!(String::from_utf8_lossy(&folder.stderr).contains("drafts/a/b.md: 1 quotation"));
    let input = desk
        .claims()
        .args(["lint", "-", "--stdin-filename", "piece.md", "--format", "concise"])
        .write_stdin("“We found four cracks that nobody had seen before,” said Mei Ito.\n")
        .output()
        .expect("it runs");
    assert_eq!(input.status.code(), Some(1), "{input:?}");
    assert!(String::from_utf8_lossy(&input.stdout).starts_with("piece.md:1:1: error["));
}

#[test]
fn a_folder_is_read_as_git_sees_it() {
    let wrong = "“We found four cracks that nobody had seen before,” said Mei Ito.\n";
    let desk = desk()
        .with_folder("all/.git")
        .with("all/.gitignore", "built/\n*.old.md\n")
        .with("all/b.md", wrong)
        .with("all/a/c.MD", wrong)
        .with("all/built/b.md", wrong)
        .with("all/b.old.md", wrong)
        .with("all/note.txt", wrong)
        .with_folder("all/folder.md");
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(desk.path("all"), desk.path("all/a/round")).expect("a link");
        symlink(desk.path("all"), desk.path("all/round.md")).expect("a link");
        symlink(desk.path("all/b.md"), desk.path("all/link.md")).expect("a link");
    }
    let run = |args: &[&str]| {
        let output = desk.claims().args(["lint", "--format", "concise"]).args(args).output();
        String::from_utf8(output.expect("it runs").stdout).expect("UTF-8")
    };
    let places = |shown: &str| -> Vec<String> {
        shown.lines().map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(places(&run(&["all"])), ["all/a/c.MD", "all/b.md"]);
    assert_eq!(places(&run(&["all/b.md", "all", "./all/b.md"])), ["all/b.md", "all/a/c.MD"]);
    assert_eq!(places(&run(&["all/b.old.md"])), ["all/b.old.md"], "what is named is read");
}

#[test]
fn what_cannot_be_read_keeps_no_other_draft_from_being_read() {
    let wrong = "“We found four cracks that nobody had seen before,” said Mei Ito.\n";
    let desk = desk()
        .with("all/a.md", wrong)
        .with("all/b.md", b"Two lines,\nna\xEFve")
        .with("all/c.md", wrong)
        .with("nul.md", "A\0 letter.\n");
    insta::assert_snapshot!(
        desk.run(&["lint", "all", "gone.md", "--format", "concise"])
            .run(&["lint", "all/b.md"])
            .run(&["lint", "nul.md"])
            .run(&["lint", "claims/harbour.json"])
            .run(&["lint", "piece.md", "--stdin-filename", "other.md"])
            .run(&["lint", "piece.md", "--select", "wrong-source, hidden-negation"])
            .run(&["lint", "piece.md", "-o", "piece.md", "--force"])
            .run(&["lint", "piece.md", "-o", "claims/harbour.json", "--force"])
            .seen()
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_looked_through_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk().with("all/in/shut/a.md", "x\n").with("all/b.md", "x\n");
    let shut = desk.path("all/in/shut");
    let allow = |mode| fs::set_permissions(&shut, fs::Permissions::from_mode(mode)).expect("it");
    allow(0o000);
    if fs::read_dir(&shut).is_ok() {
        allow(0o700);
        skipped("no folder is shut to this user");
        return;
    }
    let output = desk.claims().args(["lint", "all"]).output().expect("it runs");
    allow(0o700);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("cannot look through `all/in/shut`: "), "{said}");
    assert!(said.contains("all/b.md: no quotation"), "{said}");
}

#[test]
fn the_statistics_agree_with_what_is_reported() {
    let cases = [
        (
            "right",
            "“We found three cracks that nobody had seen before,” said Mei Ito.",
            "1 confirmed, 0 unrecorded, 0 wrong",
        ),
        (
            "a claim of another's cited",
            "“We found three cracks that nobody had seen before,” it was said.[^weber-gift]",
            "0 confirmed, 0 unrecorded, 1 wrong",
        ),
        ("a term", "The \"cracks too far\" jokes go on.", "0 confirmed, 1 unrecorded, 0 wrong"),
        (
            "altered",
            "“We found four cracks that nobody had seen before,” said Mei Ito.",
            "0 confirmed, 0 unrecorded, 1 wrong",
        ),
        (
            "permitted",
            "<!-- claims: allow altered-wording because she rang -->\n“We found four cracks that nobody had seen before,” said Mei Ito.",
            "0 confirmed, 0 unrecorded, 0 wrong, 1 permitted",
        ),
    ];
    for (name, draft, expected) in cases {
        let desk = desk().with("some.md", format!("{draft}\n"));
        let output = desk.claims().args(["lint", "some.md", "--statistics"]).output();
        let output = output.expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(&format!("1 quotation: {expected}\n")), "{name}: {said}");
        assert_eq!(output.status.code(), Some(i32::from(expected.contains("1 wrong"))), "{name}");
    }
}

#[test]
fn a_variable_without_a_value_names_no_ledger() {
    let desk = desk();
    for (flag, code) in [(None, 1), (Some("--ledger="), 2)] {
        let mut claims = desk.claims();
        if flag.is_none() {
            claims.env("CLAIMS_LEDGER", "");
        }
        let output = claims.args(["lint", "piece.md"]).args(flag).output().expect("it runs");
        assert_eq!(output.status.code(), Some(code), "{flag:?} {output:?}");
    }
}

#[test]
fn a_text_is_found_beside_its_ledger_file_and_missed_aloud() {
    let file = |id: &str| {
        format!(
            r#"{{ "format": 1, "article": {{ "id": "{id}", "type": "article", "language": "en" }},
                  "snapshot": {{ "file": "{id}.txt" }},
                  "sources": {{ "vik": {{ "name": "Nora Vik", "kind": "person" }} }},
                  "claims": [{{ "id": "{id}-well", "statement": "The well.", "kind": "fact",
                               "source": "vik", "mode": "indirect" }}] }}"#
        )
    };
    let draft = "“The well behind the chapel was dry by June,” said Nora Vik.\n";
    let text = "Nora Vik said the well behind the chapel was dry by June.\n";
    let desk = Desk::new()
        .with("claims/north/well.json", file("well"))
        .with("claims/north/well.txt", text)
        .with("claims/south/mill.json", file("mill"))
        .with("claims/south/quay.json", file("quay"))
        .with("piece.md", draft);
    insta::assert_snapshot!(desk.run(&["lint", "piece.md", "--format", "concise"]).seen());
}

#[test]
fn what_no_mark_closes_is_told() {
    let desk = desk().with("open.md", "Fine.\n\nShe said: «We found four cracks that nobody\n");
    let output = desk.claims().args(["lint", "open.md"]).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("no mark closes the quotation that opens in line 3"), "{said}");
}

#[test]
fn nothing_active_leaves_in_any_form() {
    let hostile = "“We found four \u{1b}[2Jcracks \u{202e}that nobody had seen before,” said Mei Ito.\n\n\
                   “We found five cracks::error file=x,line=1::that nobody had seen before,” said Ito.\n";
    let desk = desk().with("hostile.md", hostile);
    for format in ["human", "concise", "json", "jsonl", "github", "sarif"] {
        let output = desk
            .claims()
            .args(["lint", "hostile.md", "--color", "never", "--format", format])
            .output()
            .expect("it runs");
        let shown = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(!shown.is_empty() && !shown.contains(['\u{1b}', '\u{202e}']), "{format}: {shown}");
        assert!(!shown.lines().any(|line| line.starts_with("::error file=x")), "{format}: {shown}");
    }
}

/// Every way in which `cite` prints Markdown.
const CITED: [&[&str]; 1] = [&[]];

#[test]
fn whatever_cite_prints_has_no_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = Desk::new();
    for ledger in [
        root.join("claims"),
        root.join("tests/suite/harbour/harbour-bridge.json"),
        folder().join("claims"),
    ] {
        let run = |args: &[&str]| {
            let mut claims = desk.claims();
            claims.args(args).arg("--ledger").arg(&ledger).args(TODAY);
            claims.output().expect("it runs")
        };
        let ids = String::from_utf8(run(&["list", "--format", "ids"]).stdout).expect("UTF-8");
        assert!(ids.lines().count() > 5, "{}", ledger.display());
        for (id, form) in ids.lines().flat_map(|id| CITED.map(|form| (id, form))) {
            let cited = run(&[&["cite", id], form].concat()).stdout;
            fs::write(desk.path("cited.md"), &cited).expect("is written");
            let linted = run(&["lint", "cited.md", "--format", "concise"]);
            let found = String::from_utf8_lossy(&linted.stdout);
            let shown = String::from_utf8_lossy(&cited);
            // What is said of the claim itself, or of its ledger, is no fault of the citation.
            let of_claim = ["[overdue-forecast]", "[one-sided]", "the saved text of the article"];
            let rest = found.lines().find(|line| !of_claim.iter().any(|rule| line.contains(rule)));
            assert_eq!(rest, None, "{id} {form:?}: {shown}");
        }
    }
}

/// Drafts that are made to cost: each is a shape that some reader of Markdown or of marks took too long for.
fn hostile_shapes(many: usize) -> Vec<(&'static str, String)> {
    const WRONG: &str = "“We found four cracks that nobody had seen before,” said Mei Ito.";
    let times = |words: &str| words.repeat(many);
    let numbered = |words: &str| -> String {
        (0..many).map(|number| words.replace('#', &number.to_string())).collect()
    };
    vec![
        ("marks that nothing closes", times("“abc ")),
        ("a mark a paragraph", times("“abc\n\n")),
        ("marks of all kinds", times("«a “b ‘c „d \"e ")),
        ("marks in marks", times("“a ") + &times("b” ")),
        ("deep blocks", "> ".repeat(100_000) + "a"),
        ("deep lists", (0..many).map(|depth| " ".repeat(2 * depth.min(500)) + "- a\n").collect()),
        ("open brackets", times("[") + "a" + &times("]")),
        ("open links", times("[a](")),
        ("open emphasis", times("*a **a ")),
        ("backticks", (1..500).flat_map(|many| ["e".to_owned(), "`".repeat(many)]).collect()),
        ("open comments", times("<!-- ")),
        ("allowances", times("<!-- claims: allow wrong-source because x -->\n") + "\n" + WRONG),
        ("notes", numbered("[^n#]: a note\n\n") + &times(&format!("{WRONG}\n\n"))),
        ("citations", times("[@ito-cracks; @ito-crack] ")),
        ("one paragraph", times(&format!("{WRONG} "))),
        ("names", numbered("Name# Surname# ") + "said " + WRONG),
        ("cues", times("he said that ")),
        ("cues inside marks", format!("« {} »", times("a, dit-il, "))),
        ("definitions", numbered("[a#]: x\n") + &numbered("[a#] ")),
    ]
}

#[test]
fn no_draft_takes_long() {
    for (name, draft) in hostile_shapes(1_000) {
        let desk = desk().with("hostile.md", draft);
        // The harness ends the program after twenty seconds, and this is a program built to be debugged.
        let output = desk.claims().args(["lint", "hostile.md", "--format", "concise"]).output();
        let output = output.expect("it runs");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{name}: {:?}", output.status);
    }
}

#[test]
fn the_hook_runs_what_the_program_has() {
    let hooks = include_str!("../../.pre-commit-hooks.yaml");
    let value = |key: &str| {
        let line =
            hooks.lines().find_map(|line| line.trim_start_matches("- ").trim().strip_prefix(key));
        line.unwrap_or_else(|| panic!("`{key}` is missing")).trim().to_owned()
    };
    assert_eq!(value("language:"), "rust", "built from this repository");
    assert_eq!(value("types:"), "[markdown]");
    let entry = value("entry:");
    let mut words = entry.split_whitespace();
    assert_eq!(words.next(), Some("claims"), "the program that the package installs");
    // As pre-commit calls it: the entry's words, then the files.
    let desk = desk();
    let mut claims = desk.claims();
    let output = claims.args(words).args(["piece.md", "piece.md"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
}

#[test]
fn no_example_of_commonmark_is_found_fault_with() {
    let Some(shared) = std::env::var_os("CLAIMS_SHARED") else {
        skipped("CLAIMS_SHARED does not lead to the examples of CommonMark");
        return;
    };
    let spec = Path::new(&shared).join("suites/commonmark-spec.txt");
    let spec = fs::read_to_string(spec).expect("the specification");
    let begins = format!("{} example\n", "`".repeat(32));
    let examples = spec.split(&begins).skip(1);
    let examples: Vec<String> = examples
        .filter_map(|rest| rest.split("\n.\n").next())
        .map(|markdown| markdown.replace('→', "\t"))
        .collect();
    assert!(examples.len() > 600, "{}", examples.len());
    let mut desk = desk();
    for (number, example) in examples.iter().enumerate() {
        desk = desk.with(&format!("examples/{number:03}.md"), example);
    }
    let mut claims = desk.claims();
    claims.args(["lint", "examples", "--severity", "warning", "--format", "concise"]);
    let output = claims.output().expect("it runs");
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
}

/// Who speaks for an organisation speaks for nobody else, whether the article names them or not.
#[test]
fn an_office_may_speak_for_its_own() {
    let ledger = r#"{
      "format": 1,
      "article": { "id": "toll", "type": "article", "language": "en", "issued": { "date-parts": [[2025, 1, 1]] } },
      "sources": {
        "port": { "name": "Port Authority", "kind": "organization" },
        "voice": { "name": "a spokesman", "kind": "person", "anonymous": true, "affiliation": "Port Authority" },
        "ito": { "name": "Mei Ito", "kind": "person", "affiliation": "Port Authority" },
        "reed": { "name": "Tom Reed", "kind": "person", "affiliation": "Harbour Union" }
      },
      "claims": [
        { "id": "voice-on-time", "statement": "S.", "kind": "fact", "source": "voice", "mode": "direct",
          "quotes": [{ "exact": "We are on time with every pillar of the bridge" }] },
        { "id": "ito-drawings", "statement": "S.", "kind": "fact", "source": "ito", "mode": "direct",
          "quotes": [{ "exact": "Nobody has asked us for the drawings of the arch" }] },
        { "id": "reed-toll", "statement": "S.", "kind": "fact", "source": "reed", "mode": "direct",
          "quotes": [{ "exact": "The toll is a tax on those who cannot swim" }] }
      ]
    }"#;
    let cases = [
        (
            "“We are on time with every pillar of the bridge,” a spokesman for the Port Authority said.",
            None,
        ),
        (
            "“We are on time with every pillar of the bridge,” said a Port Authority spokesman.",
            None,
        ),
        (
            "“Nobody has asked us for the drawings of the arch,” a Port Authority spokeswoman said.",
            None,
        ),
        (
            "“The toll is a tax on those who cannot swim,” a spokesman for the Port Authority said.",
            Some("wrong-source"),
        ),
        (
            "“We are on time with every pillar of the bridge,” the Port Authority said.",
            Some("anonymous-as-named"),
        ),
        (
            "The Port Authority is calm. “We are on time with every pillar of the bridge,” the authority said.",
            Some("anonymous-as-named"),
        ),
    ];
    for (draft, rule) in cases {
        let desk = Desk::new().with("claims/toll.json", ledger).with("one.md", draft);
        let lint = desk
            .claims()
            .args(["lint", "one.md", "--format", "concise"])
            .output()
            .expect("it runs");
        let found = String::from_utf8_lossy(&lint.stdout).into_owned();
        match rule {
            None => assert!(!found.contains("error["), "{draft}\n{found}"),
            Some(rule) => assert!(found.contains(&format!("error[{rule}]")), "{draft}\n{found}"),
        }
    }
}
