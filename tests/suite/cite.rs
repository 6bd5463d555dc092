//! `claims cite`: every form, style and language, and what `lint` says of it.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::desk::Desk;

const HARBOUR: &str = include_str!("harbour/harbour-bridge.json");

/// A day before any forecast of the ledgers is over.
const TODAY: [&str; 2] = ["--today", "2025-09-01"];

fn run(desk: &Desk, args: &[&str]) -> Output {
    let mut claims = desk.claims();
    claims.args(args).args(TODAY);
    claims.output().expect("it runs")
}

fn printed(desk: &Desk, args: &[&str]) -> String {
    let output = run(desk, args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).expect("is UTF-8")
}

/// The harbour's ledger with a complete record of its article.
fn harbour() -> Desk {
    let complete = HARBOUR.replace(
        "\"container-title\":",
        "\"author\": [{ \"family\": \"Bellandi\", \"given\": \"Chiara\" }], \"URL\": \"https://gazzetta.example/ponte\", \"container-title\":",
    );
    assert_ne!(complete, HARBOUR);
    Desk::new()
        .with("claims/harbour-bridge.json", complete)
        .with("claims/harbour-bridge.it.txt", include_str!("harbour/harbour-bridge.it.txt"))
}

/// The ledgers that hold claims of every mode, each in a desk of its own.
fn ledgers() -> Vec<(&'static str, Desk)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let first = fs::read(root.join("claims/deepseek-r2-delay.json")).expect("is there");
    vec![
        ("the first ledger", Desk::new().with("claims/deepseek-r2-delay.json", first)),
        ("the harbour", harbour()),
    ]
}

/// Every form in every language, and every style in two of the forms.
fn ways() -> Vec<Vec<&'static str>> {
    let mut ways = Vec::new();
    for locale in ["en-US", "en-GB", "it-IT", "de-DE", "fr-FR", "es-ES"] {
        for form in ["block", "footnote", "inline", "pandoc"] {
            ways.push(vec!["--form", form, "--locale", locale]);
        }
        ways.push(vec!["--form", "footnote", "--style", "ieee", "--locale", locale]);
    }
    let styles = [
        "chicago-notes",
        "chicago-author-date",
        "apa",
        "mla",
        "harvard-cite-them-right",
        "iso-690-numeric",
    ];
    for style in styles {
        ways.push(vec!["--form", "block", "--style", style]);
        ways.push(vec!["--form", "inline", "--style", style]);
    }
    ways
}

/// A claim that no citation can put right: the article does not print its words.
const UNSOUND: [&str; 1] = ["money-dangling"];

/// Whether each citation carries the id of its claim.
fn names_claims(way: &[&str]) -> bool {
    way.contains(&"block") || way.contains(&"footnote")
}

#[test]
fn whatever_is_cited_in_whatever_way_passes_lint() {
    for (name, desk) in ledgers() {
        let standing = printed(&desk, &["list", "--format", "ids", "--status", "standing"]);
        let ids: Vec<&str> = standing.lines().filter(|id| !UNSOUND.contains(id)).collect();
        assert!(ids.len() > 8, "{name}: {standing}");
        for way in ways() {
            let cited = printed(&desk, &[&["cite"], ids.as_slice(), way.as_slice()].concat());
            assert!(cited.matches("\n\n").count() + 1 >= ids.len(), "{cited}");
            fs::write(desk.path("cited.md"), &cited).expect("is written");
            let linted = run(&desk, &["lint", "cited.md", "--format", "concise"]);
            let found = String::from_utf8_lossy(&linted.stdout).into_owned();
            // A note leaves it to the writer; that a sentence names its speaker far off is one. Without a
            // footnote nothing names the claim, and what qualifies it is found by its words only.
            let is_named = |line: &&str| !line.contains("[one-sided]") || names_claims(&way);
            let grave: Vec<&str> = found
                .lines()
                .filter(|line| line.contains(": error[") || line.contains(": warning["))
                .filter(is_named)
                .collect();
            assert!(grave.is_empty(), "{name}, {way:?}: {}\n{cited}", grave.join("\n"));
        }
    }
}

#[test]
fn each_style_says_who_is_quoted_and_how() {
    let mut desk = harbour();
    for style in ["plain", "chicago-notes", "apa", "ieee"] {
        desk = desk.run(&["cite", "ito-safe-again", "--form", "footnote", "--style", style]);
        desk = desk.run(&["cite", "ito-weak-concrete", "--form", "inline", "--style", style]);
    }
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn each_language_says_it_in_its_words() {
    let mut desk = harbour();
    for locale in ["en-GB", "it-IT", "de-DE", "fr-FR", "es-ES"] {
        let way = ["--form", "footnote", "--style", "chicago-notes", "--locale", locale];
        let ids =
            ["cite", "authority-has-money", "technician-bolts", "money-ran-out", "opened-in-1931"];
        desk = desk.run(&[&ids[..], &way].concat());
    }
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn pandoc_gets_its_references_beside() {
    let desk = harbour()
        .run(&["cite", "ito-safe-again", "--form", "pandoc"])
        .run(&["cite", "ito-safe-again", "--form", "pandoc", "-o", "out.md"])
        .run(&["cite", "ito-safe-again", "--form", "pandoc", "-o", "out.md"])
        .run(&["cite", "ito-safe-again", "--form", "pandoc", "-o", "new.json"])
        .run(&["cite", "ito-safe-again", "--form", "pandoc", "--format", "html"]);
    let references = fs::read_to_string(desk.path("out.json")).expect("is written");
    assert!(references.contains("\"id\": \"harbour-bridge\""), "{references}");
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn formats_hold_the_same() {
    let desk = harbour()
        .run(&["cite", "ito-safe-again", "--format", "text"])
        .run(&["cite", "ito-safe-again", "--format", "html"])
        .run(&["cite", "--source", "serra", "--format", "csl-json"])
        .run(&["cite", "--source", "serra", "--format", "bibtex"])
        .run(&["cite", "--source", "serra", "--format", "ris"]);
    insta::assert_snapshot!(desk.seen().replace('\r', ""));
}

#[test]
fn each_link_leads_to_its_own_passage() {
    let desk = harbour();
    let ids = ["cite", "ito-safe-again", "opened-in-1931"];
    for style in ["apa", "chicago-notes"] {
        let cited = printed(&desk, &[&ids[..], &["--style", style]].concat());
        for start in ["text=Il%20ponte%20torner", "-,Il%20ponte,"] {
            assert_eq!(cited.matches(start).count(), 1, "{style}: {cited}");
        }
        let said = cited.matches("paragraph 7").count() + cited.matches("para. 7").count();
        assert_eq!(said, 1, "{style}: {cited}");
    }
}

/// The words of the saved text that a citation's link leads to.
fn led_to(cited: &str) -> &str {
    let (_, link) = cited.split_once("#:~:text=").expect("leads to a passage");
    link.split(['>', '"', ' ', ')', '\n']).next().unwrap_or(link)
}

#[test]
fn with_a_saved_text_a_link_leads_to_this_passage_alone() {
    let beside = harbour();
    let elsewhere = harbour();
    fs::rename(elsewhere.path("claims/harbour-bridge.it.txt"), elsewhere.path("saved.txt"))
        .expect("is moved");
    let named = ["--snapshot", "harbour-bridge=saved.txt"];
    // Paragraphs 6 and 7 begin a sentence as the passage begins.
    for which in [&["opened-in-1931"][..], &["--search", "1931"]] {
        for format in ["markdown", "text", "html"] {
            let args = [&["cite", "--format", format], which].concat();
            let blind = "Il%20ponte,cos%C3%AC%20a%20lungo";
            assert!(led_to(&printed(&elsewhere, &args)).starts_with(blind), "{format}");
            let exact = format!("cambiare%22%2E-,{blind}");
            assert!(led_to(&printed(&beside, &args)).starts_with(&exact), "{format}");
            let told = printed(&elsewhere, &[&args[..], &named].concat());
            assert!(led_to(&told).starts_with(&exact), "{format}");
        }
    }
    let page = printed(&beside, &["export", "--format", "html"]);
    let (_, copied) = page.split_once("id=\"_citations\"").expect("has what it copies");
    assert!(copied.contains("#:~:text=cambiare%22%2E-,Il%20ponte,"), "{copied}");
    let refused = beside.run(&[
        "cite",
        "opened-in-1931",
        "--snapshot",
        "harbor-bridge=claims/harbour-bridge.it.txt",
    ]);
    insta::assert_snapshot!(refused.seen());
}

#[test]
fn a_list_of_references_holds_each_article_once() {
    let desk = harbour();
    let args = ["cite", "ito-safe-again", "opened-in-1931", "--form", "inline", "--style", "apa"];
    let cited = printed(&desk, &args);
    assert_eq!(cited.matches("Bellandi, C. (2025, August 14).").count(), 1, "{cited}");
    let first = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    let args = ["cite", "article-r2-postponed", "--form", "inline", "--style", "apa", "--ledger"];
    let cited = printed(&desk, &[&args[..], &[&first.to_string_lossy()]].concat());
    assert_eq!(cited.matches("unknown)").count(), 1, "nothing is listed twice: {cited}");
}

#[test]
fn a_style_that_is_not_there_is_asked_back() {
    let dependent = r#"<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>D</title><id>d</id><link href="http://www.zotero.org/styles/not-here" rel="independent-parent"/><updated>2025-01-01T00:00:00+00:00</updated></info></style>"#;
    let own = r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>O</title><id>o</id><updated>2025-01-01T00:00:00+00:00</updated></info><citation><layout suffix="!"><group delimiter=" / "><names variable="author"/><text variable="title"/><text variable="container-title" font-style="italic"/><date variable="issued" form="text"/></group></layout></citation></style>"#;
    let titles_only = own.replace(r#"<date variable="issued" form="text"/>"#, "");
    let desk = harbour()
        .with("dependent.csl", dependent)
        .with("own.csl", own)
        .with("titles.csl", titles_only)
        .with("broken.csl", "<style>")
        .with_folder("folder.csl")
        .run(&["cite", "opened-in-1931", "--style", "chicago-note"])
        .run(&["cite", "opened-in-1931", "--style", "nature"])
        .run(&["cite", "opened-in-1931", "--style", "nature.csl"])
        .run(&["cite", "opened-in-1931", "--style", "folder.csl"])
        .run(&["cite", "opened-in-1931", "--style", "broken.csl"])
        .run(&["cite", "opened-in-1931", "--style", "dependent.csl"])
        .run(&["cite", "opened-in-1931", "--style", "titles.csl"])
        .run(&["cite", "opened-in-1931", "--style", "./own.csl"]);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn cautions_and_shared_names_are_remarked() {
    let desk = harbour()
        .run(&["cite", "--source", "ito", "--mode", "mixed"])
        .run(&["cite", "serra-asks-when", "--form", "inline"])
        .run(&["cite", "--source", "nobody-here"]);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn the_help_names_every_style() {
    let help = printed(&Desk::new(), &["cite", "--help"]);
    for (name, _) in news_claims::cite::STYLES {
        assert!(help.contains(name), "{name} is not in the help");
    }
}

#[test]
fn what_could_be_read_of_a_broken_file_is_cited() {
    let whole = include_str!("harbour/harbour-bridge.json");
    let second = whole.match_indices("\n    {\n      \"id\"").nth(1).expect("has claims").0;
    let broken = format!("{} !", &whole[..second]);
    let with_address =
        broken.replacen("\"type\"", "\"URL\": \"https://gazzetta.example/ponte\", \"type\"", 1);
    for (what, text) in [("without an address", &broken), ("with an address", &with_address)] {
        let desk = Desk::new().with("claims/harbour-bridge.json", text);
        let output = run(&desk, &["cite"]);
        let cited = String::from_utf8(output.stdout).expect("is text");
        assert_eq!(cited.matches("\n[^").count(), 1, "{what}: {cited}");
        assert_eq!(output.status.code(), Some(2), "{what}");
    }
}
