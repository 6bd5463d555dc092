//! The manual pages: one a command, in ASCII, as roff's readers take it, the same page every day.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::desk::{Desk, skipped};

/// The macros that a page is made of.
const MACROS: [&str; 11] =
    [".TH", ".SH", ".TP", ".PP", ".IP", ".RS", ".RE", ".br", ".sp", ".nf", ".fi"];

fn page(desk: &Desk, args: &[&str]) -> String {
    let output = desk.claims().arg("man").args(args).output().expect("runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).expect("is text")
}

/// Every page by its name: that of the program, and one for each command.
fn pages(desk: &Desk) -> Vec<(String, String)> {
    let commands = desk.commands();
    assert!(commands.len() > 10, "{commands:?}");
    let of_command = |name: &String| (format!("claims-{name}"), page(desk, &[name]));
    let first = ("claims".to_owned(), page(desk, &[]));
    std::iter::once(first).chain(commands.iter().map(of_command)).collect()
}

/// The text of a page as a reader sees it.
fn plain(page: &str) -> String {
    let mut text = page.replace(r"\fB", "").replace(r"\fI", "").replace(r"\fR", "");
    for (escape, letter) in [
        (r"\-", "-"),
        (r"\&", ""),
        (r"\(aq", "'"),
        (r"\(ga", "`"),
        (r"\(ha", "^"),
        (r"\(ti", "~"),
        (r"\e", "\\"),
    ] {
        text = text.replace(escape, letter);
    }
    let mut parts = text.split(r"\[u");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(']').expect("ends");
        let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32);
        plain.push(letter.expect("is a letter's number"));
        plain.push_str(rest);
    }
    plain
}

#[test]
fn every_command_has_its_page() {
    let desk = Desk::new();
    for (name, page) in pages(&desk) {
        let title = format!(".TH {name} 1 \"\" \"claims {}\" ", env!("CARGO_PKG_VERSION"));
        assert!(page.starts_with(&title), "{name}: {page}");
        let sections = [".SH NAME\n", ".SH SYNOPSIS\n", ".SH DESCRIPTION\n", ".SH EXAMPLES\n"];
        assert!(sections.iter().all(|section| page.contains(section)), "{name}: {page}");
        assert!(page.contains(&format!(".SH NAME\n{} \\- ", name.replace('-', r"\-"))), "{name}");
        assert_eq!(
            page.contains(".SH \"SEE ALSO\"\n\\fBclaims\\fR(1)\n"),
            name != "claims",
            "{name}"
        );
    }
}

#[test]
fn a_page_is_ascii_and_no_text_of_ours_is_a_request() {
    for (name, page) in pages(&Desk::new()) {
        assert!(page.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)), "{name}");
        for line in page.lines() {
            let request = line.split(' ').next().unwrap_or_default();
            let is_request = line.starts_with(['.', '\'']);
            assert!(!is_request || MACROS.contains(&request), "{name}: {line}");
            assert!(!line.is_empty() && !line.ends_with(' '), "{name}: {line:?}");
        }
    }
}

#[test]
fn a_page_says_what_the_help_says() {
    let desk = Desk::new();
    for name in desk.commands() {
        let page = plain(&page(&desk, &[&name]));
        let words: Vec<&str> = page.split_whitespace().collect();
        let help =
            desk.claims().env("COLUMNS", "300").args([&name, "--help"]).output().expect("runs");
        let help = String::from_utf8(help.stdout).expect("is text");
        let mut flags = 0;
        for line in help.lines().map(str::trim) {
            let is_flag = line.starts_with('-') && line.contains("--") && !line.starts_with("- ");
            if is_flag {
                let long =
                    line.split([' ', ',']).find(|part| part.starts_with("--")).expect("is long");
                assert!(words.contains(&long), "{name}: {long}");
                flags += 1;
            } else if line.starts_with("claims ") || line.starts_with("Exit codes: ") {
                let said = line.trim_start_matches("Exit codes: ");
                assert!(page.replace('\n', " ").contains(said), "{name}: {said}");
            }
        }
        assert!(flags > 3, "{name}: only {flags} flags");
    }
}

#[test]
fn a_page_bears_the_day_that_is_named() {
    let desk = Desk::new();
    let day = |name: &str, value: &str| {
        let output = desk.claims().env(name, value).arg("man").output().expect("runs");
        String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned()
    };
    assert!(day("SOURCE_DATE_EPOCH", "1767225600").contains(" 1 2026-01-01 "));
    assert!(day("SOURCE_DATE_EPOCH", "").contains(" 1 \"\" "));
    assert!(page(&desk, &["list", "--today", "2025-08-14"]).contains(" 1 2025-08-14 "));
    assert_eq!(page(&desk, &["ls"]), page(&desk, &["list"]), "an alias is the same command");
}

#[test]
fn all_pages_are_written_into_a_folder() {
    let desk = Desk::new();
    let all = |args: &[&str]| {
        let output = desk.claims().args(["man", "--all"]).args(args).output().expect("runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let pages = pages(&desk);
    let told = format!("note: wrote {} pages into `share/man1`\n", pages.len());
    assert_eq!(all(&["-o", "share/man1"]), (Some(0), told.clone()));
    let written = || std::fs::read_dir(desk.path("share/man1")).expect("is a folder").count();
    assert_eq!(written(), pages.len());
    for (name, page) in &pages {
        let path = desk.path("share/man1").join(format!("{name}.1"));
        assert_eq!(&std::fs::read_to_string(path).expect(name), page, "{name}");
    }
    // What is there is replaced only when asked, and none is written where one may not be.
    std::fs::remove_file(desk.path("share/man1/claims.1")).expect("is there");
    let (code, said) = all(&["-o", "share/man1"]);
    assert_eq!(code, Some(2));
    assert!(said.contains(".1` is there already\n  help: "), "{said}");
    assert_eq!(written(), pages.len() - 1);
    assert_eq!(all(&["-o", "share/man1", "--force"]), (Some(0), told));
    assert_eq!(written(), pages.len());
    let (code, said) = all(&["-o", "share/man1/claims.1"]);
    assert!(code == Some(2) && said.starts_with("error: cannot write"), "{said}");
    let (code, said) = all(&[]);
    assert!(code == Some(2) && said.contains("--output"), "{said}");
    let (code, said) = all(&["list", "-o", "elsewhere"]);
    assert!(code == Some(2) && said.contains("cannot be used with"), "{said}");
}

/// What a program says of a page; none where it is not at hand.
fn said(program: &str, args: &[&str], page: &str) -> Option<String> {
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().ok()?;
    // A reader that stops early says why, which is what is looked at.
    let _ = child.stdin.take().expect("is piped").write_all(page.as_bytes());
    let output = child.wait_with_output().expect("runs");
    let said = [output.stdout, output.stderr].concat();
    Some(String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn groff_has_nothing_to_say() {
    for (name, page) in pages(&Desk::new()) {
        let Some(said) = said("groff", &["-ww", "-man", "-Tutf8", "-z"], &page) else {
            skipped("no `groff` (Debian: groff)");
            return;
        };
        assert_eq!(said, "", "{name}");
    }
}

#[test]
fn mandoc_has_nothing_to_warn_of() {
    let desk = Desk::new();
    for name in desk.commands() {
        let page = page(&desk, &[&name, "--today", "2025-08-14"]);
        let Some(said) = said("mandoc", &["-Tlint", "-Wwarning"], &page) else {
            skipped("no `mandoc` (Debian: mandoc)");
            return;
        };
        assert_eq!(said, "", "{name}");
    }
}
