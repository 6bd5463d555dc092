//! Listing, showing, counting and citing the first ledger.

use std::path::Path;
use std::process::Output;

use crate::desk::{BRIDGE, Desk};

fn run(args: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = Desk::new();
    let mut claims = desk.claims();
    claims.current_dir(root).env("SOURCE_DATE_EPOCH", "1767225600").args(args);
    claims.output().expect("runs")
}

/// Both streams and the exit code, as a person sees them.
fn seen(args: &[&str]) -> String {
    let output = run(args);
    format!(
        "{}{}[exit {}]",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
        output.status.code().expect("was not killed")
    )
}

fn ids(args: &[&str]) -> Vec<String> {
    let output = run(&[&["list", "--format", "ids"], args].concat());
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn list_shows_what_is_credited_to_a_source() {
    insta::assert_snapshot!(seen(&["list", "--source", "gupta"]));
    insta::assert_snapshot!(seen(&[
        "list",
        "--source",
        "Gupta, R.",
        "--mode",
        "direct",
        "--format",
        "json"
    ]));
    insta::assert_snapshot!(seen(&["list", "--source", "nvidia", "--format", "csv"]));
    insta::assert_snapshot!(seen(&["list", "--source", "nvidia", "--format", "markdown"]));
    insta::assert_snapshot!(seen(&["list", "--source", "nvidia", "--format", "jsonl"]));
}

#[test]
fn list_answers_names_that_nobody_bears() {
    insta::assert_snapshot!(seen(&["list", "--source", "liang"]));
    insta::assert_snapshot!(seen(&["list", "--source", "gupat"]));
    insta::assert_snapshot!(seen(&["list", "--source", "nobody at all"]));
    insta::assert_snapshot!(seen(&["list", "--topic", "nvidia-falback"]));
    insta::assert_snapshot!(seen(&["list", "--source", "gupta", "--kind", "call"]));
    insta::assert_snapshot!(seen(&["list", "--source", "..."]));
}

#[test]
fn several_sources_that_answer_are_all_listed_and_named() {
    let two = BRIDGE.replace(
        "\"ito\": {",
        "\"ito-2\": { \"name\": \"Rei Ito\", \"kind\": \"person\" }, \"ito\": {",
    );
    let desk = Desk::new().with("claims/a.json", two);
    let seen = desk.run(&["list", "--source", "ito", "--format", "ids"]).seen();
    assert!(seen.contains("note: 2 sources match: `Mei Ito` and `Rei Ito`"), "{seen}");
}

#[test]
fn a_name_that_is_asked_for_in_vain_beside_another_is_told() {
    let seen = seen(&["list", "--format", "ids", "--source", "nvidia", "--source", "gupat"]);
    assert!(seen.starts_with("nvidia-"), "{seen}");
    assert!(
        seen.ends_with(
            "note: no source answers to `gupat`; did you mean `Ritwik Gupta`?\n[exit 0]"
        ),
        "{seen}"
    );
}

#[test]
fn a_name_that_is_known_is_not_called_unknown() {
    let told =
        BRIDGE.replace("\"source\": \"ito\"", "\"source\": \"article\", \"voice_of\": \"ito\"");
    let desk = Desk::new().with("claims/a.json", told);
    let seen = desk
        .run(&["list", "--about", "ito", "--kind", "call"])
        .run(&["list", "--article", "ponte", "--kind", "call"])
        .seen();
    assert_eq!(seen.matches("note: no claim fits all that is asked for").count(), 2, "{seen}");
}

#[test]
fn a_file_that_is_named_twice_is_read_once() {
    let desk = Desk::new().with("claims/a.json", BRIDGE);
    let list = ["list", "--format", "ids", "--ledger"];
    let once = desk.claims().args(list).arg("claims").output().expect("runs").stdout;
    let twice = ["claims/a.json", "--ledger", "./claims", "--ledger", "claims"];
    let twice = desk.claims().args(list).args(twice).output().expect("runs").stdout;
    assert_eq!(String::from_utf8_lossy(&twice), String::from_utf8_lossy(&once));
    assert!(!once.is_empty());
}

#[test]
fn each_filter_holds_what_it_says() {
    let all = ids(&[]);
    let cases: [(&[&str], usize); 14] = [
        (&["--attribution", "named"], 9),
        (&["--attribution", "anonymous"], 7),
        (&["--attribution", "uncredited"], 1),
        (&["--attribution", "own-voice"], 13),
        (&["--attribution", "own-voice", "--attribution", "uncredited"], 14),
        (&["--source", "article"], 14),
        (&["--source-kind", "organization"], 2),
        (&["--mode", "direct"], 2),
        (&["--kind", "forecast"], 3),
        (&["--hedged"], 1),
        (&["--about", "liang"], 2),
        (&["--search", "QWEN3 efficient"], 1),
        (&["--status", "retracted"], 0),
        (&["--article", "deepseek-r2-delay"], 30),
    ];
    assert_eq!(all.len(), 30);
    for (args, count) in cases {
        let found = ids(args);
        assert_eq!(found.len(), count, "{args:?}: {found:?}");
        assert!(found.iter().all(|id| all.contains(id)), "{args:?}");
    }
    assert!(
        ids(&["--overdue", "--today", "2030-01-01"]).is_empty(),
        "no claim here has a due date"
    );
    assert!(ids(&["--conflicted"]).is_empty());
}

#[test]
fn show_tells_one_claim_in_full() {
    insta::assert_snapshot!(seen(&["show", "gupta-question-of-time"]));
    insta::assert_snapshot!(seen(&[
        "show",
        "article-liang-dissatisfied",
        "chinese-media-r2-in-weeks"
    ]));
    insta::assert_snapshot!(seen(&["show", "nvidia-ceding-markets-harms-us", "--format", "json"]));
    insta::assert_snapshot!(seen(&["show", "gupta-question-of-tim"]));
}

#[test]
fn sources_counts_who_speaks() {
    insta::assert_snapshot!(seen(&["sources"]));
    insta::assert_snapshot!(seen(&["sources", "--topic", "nvidia-fallback", "--format", "json"]));
    insta::assert_snapshot!(seen(&["sources", "--format", "csv"]));
}

#[test]
fn cite_prints_each_mode_in_its_way() {
    insta::assert_snapshot!(seen(&[
        "cite",
        "gupta-question-of-time",
        "gupta-ascend-initial-struggles",
        "person-slow-data-labelling",
        "article-persistent-ascend-problems",
        "article-liang-urged-time",
    ]));
    let all = run(&["cite"]);
    let filtered = run(&["cite", "--article", "deepseek-r2-delay"]);
    assert_eq!(all.stdout, filtered.stdout);
}

#[test]
fn init_makes_a_ledger_that_is_read() {
    let desk = Desk::new()
        .run(&["init", "harbour-bridge"])
        .run(&["list"])
        .run(&["validate"])
        .run(&["init", "harbour-bridge"])
        .run(&["init", "Città di Ferro"]);
    insta::assert_snapshot!(desk.seen());
}

#[test]
fn every_example_of_the_help_runs() {
    let commands = Desk::new().commands();
    assert!(commands.len() >= 8, "{commands:?}");
    let mut examples = 0;
    for command in [""].into_iter().chain(commands.iter().map(String::as_str)) {
        let help =
            run(&[command, "--help"].into_iter().filter(|arg| !arg.is_empty()).collect::<Vec<_>>());
        let help = String::from_utf8_lossy(&help.stdout).into_owned();
        for line in help.lines().filter_map(|line| line.trim().strip_prefix("claims ")) {
            let example = line.split("  ").next().unwrap_or(line);
            if example.starts_with("says") {
                continue;
            }
            examples += 1;
            // A copy of the ledger, since examples may write.
            let ledger = include_str!("../../claims/deepseek-r2-delay.json");
            let desk = Desk::new()
                .with("claims/deepseek-r2-delay.json", ledger)
                .with(
                    "claim.json",
                    r#"{"statement":"S.","kind":"fact","source":"gupta","mode":"indirect"}"#,
                )
                .with("article.txt", "The saved text of the article.\n")
                .with("piece.md", "“Well,” he said.\n")
                .with("drafts/piece.md", "“Well,” he said.\n")
                .with("quotations.csv", "text,by\nfatiche iniziali,gupta\n");
            let folder = Path::new(crate::desk::PROGRAM).parent().expect("is in a folder");
            let path = std::env::var("PATH").expect("is set");
            let output = std::process::Command::new("sh")
                .args(["-c", &format!("claims {example}")])
                .env("PATH", format!("{}:{path}", folder.display()))
                .env_remove("CLAIMS_LEDGER")
                .current_dir(desk.path(""))
                .output()
                .expect("runs");
            let said = String::from_utf8_lossy(&output.stderr);
            let refused = output.status.code() == Some(1);
            assert!(output.status.success() || refused, "claims {example}: {said}");
        }
    }
    assert!(examples >= 10, "only {examples} examples");
}

#[test]
fn every_command_says_what_it_is_for_wherever_it_is_asked() {
    let desk = Desk::new();
    let help = |args: &[&str]| {
        let output = desk.claims().args(args).output().expect("runs");
        String::from_utf8(output.stdout).expect("is text")
    };
    let all = help(&["--help"]);
    let listed = all.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed: Vec<&str> = listed.take_while(|line| !line.is_empty()).collect();
    assert!(listed.len() > 10, "{all}");
    for line in listed {
        let (name, about) = line.trim().split_once(' ').expect("a name and what it is for");
        if name == "help" {
            continue;
        }
        let own = help(&[name, "-h"]);
        let first = own.lines().next().unwrap_or_default();
        assert!(
            about.trim().starts_with(first) && !first.is_empty(),
            "{name}: {first:?} {about:?}"
        );
    }
}
