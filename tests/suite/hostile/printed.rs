//! Everything that the program prints of what others wrote, with what may not stand in it.
//!
//! A new command or format is one line of [`PRINTED`]; every hostile text of every test passes it.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

/// A form of output, by what reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A person at a terminal.
    People,
    /// A reader of one JSON document.
    Json,
    /// A reader of JSON Lines.
    Lines,
    /// A spreadsheet.
    Csv,
    /// A script that takes ids.
    Ids,
    /// Whatever renders Markdown.
    Markdown,
    /// The runner of GitHub Actions.
    Github,
    /// A browser.
    Html,
}

/// Every command that prints something of a ledger, a draft or a question, in each of its forms. They are
/// run beside `claims/`, `drafts/` and `questions.jsonl`; the ledger has the claims `ito-safe-again`
/// and `ito-afraid`.
pub const PRINTED: &[(&[&str], Form)] = &[
    (&["list", "--format", "table"], Form::People),
    (&["list", "--format", "json"], Form::Json),
    (&["list", "--format", "jsonl"], Form::Lines),
    (&["list", "--format", "csv"], Form::Csv),
    (&["list", "--format", "ids"], Form::Ids),
    (&["list", "--format", "markdown"], Form::Markdown),
    (&["list", "--source", "nobody"], Form::People),
    (&["list", "--topic", "safty"], Form::People),
    (&["list", "--article", "harbor"], Form::People),
    (&["show", "ito-safe-again", "ito-afraid", "--format", "text"], Form::People),
    (&["show", "ito-safe-again", "ito-afraid", "--format", "json"], Form::Json),
    (&["sources", "--format", "table"], Form::People),
    (&["sources", "--format", "json"], Form::Json),
    (&["sources", "--format", "csv"], Form::Csv),
    (&["cite", "--format", "markdown"], Form::Markdown),
    (&["cite", "--format", "text"], Form::People),
    (&["cite", "--format", "csl-json"], Form::Json),
    (&["export", "--format", "jsonl"], Form::Lines),
    (&["export", "--format", "csv"], Form::Csv),
    (&["export", "--format", "jsonld"], Form::Json),
    (&["check", "ito-safe-again", "--format", "text", "--why"], Form::People),
    (&["check", "--from", "questions.jsonl", "--format", "text", "--why"], Form::People),
    (&["check", "--from", "questions.jsonl", "--format", "json"], Form::Json),
    (&["check", "--from", "questions.jsonl", "--format", "jsonl"], Form::Lines),
    (&["check", "--from", "questions.jsonl", "--format", "table"], Form::People),
    (&["check", "--from", "questions.jsonl", "--format", "csv"], Form::Csv),
    (&["lint", "drafts", "--format", "human", "--statistics"], Form::People),
    (&["lint", "drafts", "--format", "concise"], Form::People),
    (&["lint", "drafts", "--format", "json"], Form::Json),
    (&["lint", "drafts", "--format", "jsonl"], Form::Lines),
    (&["lint", "drafts", "--format", "github"], Form::Github),
    (&["lint", "drafts", "--format", "sarif"], Form::Json),
    (&["lint", "drafts", "--diff"], Form::People),
    (&["validate", "--format", "human"], Form::People),
    (&["validate", "--format", "concise"], Form::People),
    (&["validate", "--format", "json"], Form::Json),
    (&["validate", "--format", "jsonl"], Form::Lines),
    (&["validate", "--format", "github"], Form::Github),
    (&["validate", "--format", "sarif"], Form::Json),
];

/// Whether a character acts where it is printed: C0 but for the line break, DEL, C1, the line and
/// paragraph separators, and the bidirectional controls of Unicode (UAX #9).
pub fn is_active(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Form {
    /// What acts in an output of this form, where something does.
    pub fn trouble(self, output: &str) -> Option<String> {
        if self == Self::Csv {
            // Off a terminal a cell is exact, controls and line breaks included.
            return formula(output);
        }
        let acts = |(at, letter): (usize, char)| {
            let line = output[..at].lines().last().unwrap_or_default();
            format!("{letter:?} after {line:?}")
        };
        if let Some(active) = output.char_indices().find(|(_, letter)| is_active(*letter)) {
            return Some(acts(active));
        }
        if self != Self::Github
            && let Some(line) = output.lines().find(|line| line.trim_start().starts_with("::"))
        {
            return Some(format!("a command of GitHub's runner: {line:?}"));
        }
        match self {
            Self::People | Self::Csv => None,
            Self::Json => serde_json::from_str::<Value>(output).err().map(|why| why.to_string()),
            Self::Lines => output.lines().find_map(|line| {
                let why = serde_json::from_str::<Value>(line).err()?;
                Some(format!("{why}: {line:?}"))
            }),
            Self::Ids => {
                let is_id = |line: &str| line.bytes().all(is_of_slug);
                output.lines().find(|line| !is_id(line)).map(str::to_owned)
            }
            Self::Markdown => markup(output),
            Self::Github => output.lines().find_map(no_annotation),
            Self::Html => element(output),
        }
    }
}

const fn is_of_slug(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

/// A cell that a spreadsheet takes for a formula, or a row of another length than its header.
fn formula(output: &str) -> Option<String> {
    const STARTERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(output.as_bytes());
    for row in table.records() {
        let row = match row {
            Ok(row) => row,
            Err(why) => return Some(why.to_string()),
        };
        if let Some(cell) = row.iter().find(|cell| cell.starts_with(STARTERS)) {
            return Some(format!("the cell {cell:?}"));
        }
    }
    None
}

/// HTML, an image, or a link that leads elsewhere than to a page.
fn markup(output: &str) -> Option<String> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(output, options).into_offset_iter().find_map(|(event, range)| {
        let acts = match &event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) => true,
            Event::Start(Tag::Link { dest_url, .. }) => {
                !["https://", "http://"].iter().any(|scheme| dest_url.starts_with(scheme))
            }
            _ => false,
        };
        acts.then(|| format!("{event:?} of {:?}", &output[range]))
    })
}

/// What is wrong with a line that should be one annotation.
fn no_annotation(line: &str) -> Option<String> {
    const PROPERTIES: [&str; 6] = ["file", "line", "endLine", "col", "endColumn", "title"];
    let told = || Some(format!("no annotation: {line:?}"));
    let kinds = ["::error ", "::warning ", "::notice "];
    let Some(rest) = kinds.iter().find_map(|kind| line.strip_prefix(kind)) else { return told() };
    let Some((properties, _)) = rest.split_once("::") else { return told() };
    let names: Vec<&str> = properties
        .split(',')
        .map(|one| one.split_once('=').map_or(one, |(name, _)| name))
        .collect();
    let once: BTreeSet<&&str> = names.iter().collect();
    let known = names.iter().all(|name| PROPERTIES.contains(name)) && once.len() == names.len();
    if known && !properties.contains(':') { None } else { told() }
}

/// A tag that runs something or loads something.
fn element(output: &str) -> Option<String> {
    const ACTIVE: [&str; 9] = [
        "<script",
        "<img",
        "<iframe",
        "<object",
        "<embed",
        "<svg",
        "<math",
        "<form",
        "javascript:",
    ];
    let lower = output.to_lowercase();
    if let Some(tag) = ACTIVE.iter().find(|tag| lower.contains(*tag)) {
        return Some(format!("{tag} in a page"));
    }
    let mut tags = lower.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
    let handler = tags.find(|tag| tag.split_whitespace().any(|word| word.starts_with("on")));
    handler.map(|tag| format!("a handler: {tag:?}"))
}

#[test]
fn what_acts_is_seen() {
    let cases = [
        (Form::People, "a \u{1b}[2J b"),
        (Form::People, "a \u{9b}2J b"),
        (Form::People, "a \u{202e} b"),
        (Form::People, "a\n  ::error::b"),
        (Form::Json, "{\"a\": 1"),
        (Form::Json, "{\"a\": \"\u{7f}\"}"),
        (Form::Lines, "{\"a\": 1}\n{\n"),
        (Form::Csv, "id,text\na,=1+1\n"),
        (Form::Csv, "id,text\na,\"-1\n\"\n"),
        (Form::Csv, "id,text\na,b,c\n"),
        (Form::Ids, "a\nb c\n"),
        (Form::Markdown, "a <b>c</b>"),
        (Form::Markdown, "<script>\n"),
        (Form::Markdown, "![a](https://x.example/a.png)"),
        (Form::Markdown, "[a](javascript:alert(1))"),
        (Form::Github, "::error file=a::b\nplain\n"),
        (Form::Github, "::error file=a,file=b::c\n"),
        (Form::Github, "::set-output name=a::b\n"),
        (Form::Html, "<p><img src=x onerror=alert(1)>"),
        (Form::Html, "<p onclick=\"a()\">"),
    ];
    for (form, output) in cases {
        assert!(form.trouble(output).is_some(), "{form:?}: {output:?}");
    }
    let mute = [
        (Form::People, "a ::error b\n"),
        (Form::Json, "{\"a\": \"\\u007f\"}"),
        (Form::Csv, "id,text\na,'=1+1\n"),
        (Form::Markdown, "a \\<b> [c](https://x.example)"),
        (Form::Github, "::error file=a%3Ab,line=1,title=c::d: ::e\n"),
        (Form::Html, "<p>&lt;script&gt; on the bridge</p>"),
    ];
    for (form, output) in mute {
        assert_eq!(form.trouble(output), None, "{output:?}");
    }
}
