//! Every command of the README is run, and its output compared.

use std::path::Path;

use crate::desk::{PROGRAM, UNSET};

struct Example {
    command: String,
    shown: String,
}

/// The commands of the ```` ```console ```` blocks, each with the lines that follow it.
fn examples(markdown: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut inside = false;
    for line in markdown.lines() {
        match (inside, line) {
            (false, "```console") => inside = true,
            (true, "```") => inside = false,
            (true, _) => match (line.strip_prefix("$ "), examples.last_mut()) {
                (Some(command), _) => {
                    examples.push(Example { command: command.to_owned(), shown: String::new() });
                }
                (None, Some(example)) => {
                    example.shown.push_str(line);
                    example.shown.push('\n');
                }
                (None, None) => panic!("output without a command: {line}"),
            },
            (false, _) => {}
        }
    }
    examples
}

/// What a shell shows of a command in the project's folder, both streams in their order.
fn run(command: &str) -> String {
    let command = command.replace("cargo run --release -- ", "claims ");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shell = std::process::Command::new("sh");
    let folder = Path::new(PROGRAM).parent().expect("is in a folder");
    let path = std::env::var("PATH").expect("is set");
    shell
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(root)
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("SOURCE_DATE_EPOCH", "1767225600");
    for name in UNSET.iter().filter(|name| **name != "SOURCE_DATE_EPOCH") {
        shell.env_remove(name);
    }
    String::from_utf8(shell.output().expect("runs").stdout).expect("is text")
}

#[test]
fn every_command_shows_what_the_readme_shows() {
    let readme = include_str!("../../README.md");
    let examples = examples(readme);
    assert!(examples.len() >= 5, "the README shows too little");
    for Example { command, shown } in examples {
        if command == "cargo test" || command.starts_with("cargo install") {
            continue;
        }
        let seen = run(&command);
        // A blank line before the closing fence is the README's own.
        assert_eq!(seen.trim_end(), shown.trim_end(), "\n$ {command}\n{seen}");
    }
}

#[test]
fn the_readme_is_short() {
    assert!(include_str!("../../README.md").lines().count() < 250);
}
