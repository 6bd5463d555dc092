//! What shells complete: the names of the ledger, without noise, and nothing that a shell would act upon.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

use crate::desk::{Desk, PROGRAM, UNSET, skipped};

/// Topics that a shell would act upon, each as it would where it is not quoted.
const HOSTILE: [&str; 14] = [
    "sa$(touch pwned)",
    "sa`touch pwned`",
    "sa;touch pwned",
    "sa|touch pwned",
    "sa&touch pwned&",
    "sa\ntouch pwned\n",
    "sa\u{b}touch",
    "sa\u{1b}[31m",
    "sa\u{202e}b",
    "sa>pwned",
    "sa two",
    "sa'\"",
    "*",
    "-safe",
];

fn ledger() -> String {
    let topics: Vec<&str> = HOSTILE.into_iter().chain(["safety", "安全"]).collect();
    let claim = |id: &str| json!({ "id": id, "statement": id, "kind": "fact", "source": "ito", "mode": "indirect", "topics": topics });
    json!({
        "format": 1,
        "article": { "id": "harbour-bridge", "type": "article" },
        "sources": {
            "ito": { "name": "Mei Ito", "kind": "person" },
            "port": { "name": "The Port", "kind": "organization" },
        },
        "claims": [claim("ito-safe-again"), claim("ito-afraid"), claim("port-open")],
    })
    .to_string()
}

fn desk() -> Desk {
    let other = ledger().replace("ito-", "roe-").replace("port-", "quay-");
    Desk::new()
        .with("claims/harbour-bridge.json", ledger())
        .with("other/a.json", other)
        .with("drafts/a$(touch pwned).md", "")
}

/// What the program answers to the script of a shell.
fn asked(desk: &Desk, shell: &str, words: &[&str]) -> Output {
    let mut claims = desk.claims();
    claims.env("CLAIMS_COMPLETE", shell).env("_CLAP_IFS", "\n");
    claims.env("_CLAP_COMPLETE_INDEX", words.len().to_string());
    claims.args(["--", "claims"]).args(words).output().expect("runs")
}

#[test]
fn names_are_completed_where_they_are_asked_for() {
    let cases: [(&[&str], &[&str]); 16] = [
        (&["sh"], &["show"]),
        (&["show", "ito"], &["ito-afraid", "ito-safe-again"]),
        (&["show", "ito-afraid", "p"], &["port-open"]),
        (&["cite", "port"], &["port-open"]),
        (&["check", "ito-a"], &["ito-afraid"]),
        (&["check", "words", "--by", "p"], &["port"]),
        (&["list", "--source", ""], &["article", "ito", "port"]),
        (&["ls", "--source", "i"], &["ito"]),
        (&["list", "--topic", ""], &["safety", "安全"]),
        (&["list", "--article", "h"], &["harbour-bridge"]),
        (&["add", "--conflicts", "ito-s"], &["ito-safe-again"]),
        (&["explain", "altered"], &["altered-wording"]),
        (&["man", "l"], &["lint", "list"]),
        (&["show", "--ledger", "other", "r"], &["roe-afraid", "roe-safe-again"]),
        (&["show", "--ledger=other", "q"], &["quay-open"]),
        (&["show", "--ledger", "other", "ito"], &[]),
    ];
    let desk = desk();
    for (words, expected) in cases {
        let output = asked(&desk, "bash", words);
        let told = String::from_utf8(output.stdout).expect("is text");
        assert_eq!(told.lines().collect::<Vec<_>>(), expected, "{words:?}");
        assert!(output.status.success() && output.stderr.is_empty(), "{words:?}");
    }
}

#[test]
fn a_ledger_that_cannot_be_read_makes_no_noise() {
    let ledgers = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/ledgers");
    let is_name = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let mut tried = 0;
    let mut quiet = |desk: &Desk, what: &str| {
        for words in [["show", "i"], ["--topic", ""], ["--source", "i"], ["--article", ""]] {
            let words: Vec<&str> =
                words[0].starts_with('-').then_some("list").into_iter().chain(words).collect();
            let output = asked(desk, "bash", &words);
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{what}: {words:?}");
            assert_eq!(output.status.code(), Some(0), "{what}: {words:?}");
            let told = String::from_utf8(output.stdout).expect("is text");
            assert!(told.lines().all(is_name), "{what}: {told}");
        }
        tried += 1;
    };
    quiet(&Desk::new(), "no ledger");
    quiet(&Desk::new().with_folder("claims"), "an empty folder");
    quiet(&Desk::new().with_folder("claims/a.json"), "a folder with the name of a file");
    for rule in fs::read_dir(ledgers).expect("is there") {
        let rule = rule.expect("is there").path();
        for file in fs::read_dir(rule).expect("is a folder") {
            let file = file.expect("is there").path();
            let desk = Desk::new().with("claims/a.json", fs::read(&file).expect("is readable"));
            quiet(&desk, &file.to_string_lossy());
        }
    }
    assert!(tried > 20, "only {tried} ledgers");
}

#[test]
fn what_can_still_be_read_is_completed() {
    let desk = desk().with("claims/broken.json", "{");
    let told = asked(&desk, "bash", &["show", "port"]);
    assert_eq!(String::from_utf8_lossy(&told.stdout), "port-open");
    assert!(told.stderr.is_empty());
}

#[test]
fn nobody_else_is_answered_so() {
    let desk = Desk::new();
    let version = |shell: &str| {
        desk.claims().env("CLAIMS_COMPLETE", shell).arg("--version").output().expect("runs")
    };
    assert!(version("").stdout.starts_with(b"claims "), "an empty variable asks nothing");
    assert_eq!(version("fish").status.code(), Some(2), "no words to complete");
    let unknown = version("tcsh\u{1b}[31m");
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&unknown.stderr),
        "error: cannot complete: `CLAIMS_COMPLETE` is `tcsh\\u{1b}[31m`, expected `bash`, `fish` or `zsh`\n  \
         help: `CLAIMS_COMPLETE` is for the scripts of `claims completions`; unset it\n"
    );
}

/// What the script of a shell completes in `desk`, one word a line; none where there is no such shell.
fn completed(desk: &Desk, shell: &str, around: &[&str], script: &str) -> Option<String> {
    if Command::new(shell).arg("--version").output().is_err() {
        skipped(&format!("no `{shell}` (Debian: {shell})"));
        return None;
    }
    let registration = desk.claims().args(["completions", shell]).output().expect("runs");
    assert!(registration.status.success());
    fs::write(desk.path(&format!("script.{shell}")), registration.stdout).expect("is written");
    let folder = Path::new(PROGRAM).parent().expect("is in a folder");
    let path = std::env::var("PATH").expect("is set");
    let mut command = Command::new(shell);
    for name in UNSET {
        command.env_remove(name);
    }
    let output = command
        .args(around)
        .arg(script)
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("HOME", desk.path(""))
        .env("LC_ALL", "C.UTF-8")
        .current_dir(desk.path(""))
        .output()
        .expect("runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{shell}");
    assert!(!desk.path("pwned").exists(), "{shell} ran what the ledger holds");
    Some(String::from_utf8(output.stdout).expect("is text"))
}

/// What is completed everywhere: after what was typed, the words that follow.
const EVERYWHERE: [(&[&str], &[&str]); 5] = [
    (&["show", "ito"], &["ito-afraid", "ito-safe-again"]),
    (&["list", "--topic", ""], &["safety", "安全"]),
    (&["list", "--source", "p"], &["port"]),
    (&["list", "--article", "h"], &["harbour-bridge"]),
    (&["show", "--ledger", "nowhere", "x"], &[]),
];

fn assert_completes(shell: &str, around: &[&str], script: impl Fn(&[&str]) -> String) {
    let desk = desk();
    for (words, expected) in EVERYWHERE {
        let Some(told) = completed(&desk, shell, around, &script(words)) else { return };
        let told: BTreeSet<&str> = told.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(told, expected.iter().copied().collect(), "{shell}: {words:?}");
    }
}

fn quoted(words: &[&str]) -> String {
    format!(" '{}'", words.join("' '"))
}

#[test]
fn bash_completes() {
    // What is completed is run as if it had been typed, which is what Enter does.
    assert_completes("bash", &["--norc", "-c"], |words| {
        format!(
            "source ./script.bash; COMP_WORDS=(claims{}); COMP_CWORD={}; COMP_TYPE=9
            _clap_complete_claims claims \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"
            for word in \"${{COMPREPLY[@]}}\"; do eval \"printf '%s\\n' $word\"; done",
            quoted(words),
            words.len()
        )
    });
}

#[test]
fn bash_is_left_to_complete_names_of_files_itself() {
    for words in [["lint", "drafts/"], ["--ledger", "drafts/"]] {
        let told = |shell| asked(&desk(), shell, &words).stdout;
        assert_eq!(String::from_utf8_lossy(&told("bash")), "", "{words:?}");
        assert_eq!(told("zsh"), b"drafts/a$(touch pwned).md", "zsh quotes what it completes");
    }
}

#[test]
fn zsh_completes() {
    // `_describe` is what shows and quotes completions at a prompt; here it prints what it is given.
    assert_completes("zsh", &["-f", "-c"], |words| {
        format!(
            "compdef() {{ : }}; _describe() {{ print -rl -- ${{(P)@[-1]}} }}; source ./script.zsh
            words=(claims{}); CURRENT={}; _clap_dynamic_completer_claims; true",
            quoted(words),
            words.len() + 1
        )
    });
}

#[test]
fn fish_completes() {
    assert_completes("fish", &["--no-config", "-c"], |words| {
        format!("source script.fish; complete -C 'claims {}'", words.join(" "))
    });
}
