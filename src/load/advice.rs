//! What to do about a fault in the shape of a ledger file.

use crate::finding::Step;
use crate::wording::{all_of, did_you_mean, one_of, ticked};

/// What to do about a field that nobody knows.
pub(super) fn known_fields(name: &str, known: &[&str]) -> String {
    if let Some(meant) = did_you_mean(name, known.iter().copied()) {
        return format!("did you mean `{meant}`?");
    }
    let own = if known.contains(&"x") { "; your own go under `x`" } else { "" };
    format!("the fields here are {}{own}", all_of(known.iter().map(ticked)))
}

/// What to do about a word that is none of those known.
pub(super) fn known_words(name: &str, known: &[&str]) -> String {
    /// A list that a person still reads; the types of CSL are 45.
    const READABLE: usize = 8;
    let part_of =
        |word: &&&str| !name.is_empty() && word.split(['-', '_']).any(|part| part == name);
    let meant =
        did_you_mean(name, known.iter().copied()).or_else(|| known.iter().find(part_of).copied());
    match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if known.len() <= READABLE => {
            format!("it is one of {}", one_of(known.iter().map(ticked)))
        }
        None => format!(
            "it is one of {} words that `claims schema` lists; `article` will do where none fits",
            known.len()
        ),
    }
}

/// What to write instead of a value of the wrong type, where that can be said.
pub(super) fn instead(
    found: &str,
    expected: &str,
    field: Option<&Step>,
    is_claim: bool,
) -> Option<String> {
    let required = match field {
        Some(Step::Key(name)) if REQUIRED.contains(&name.as_str()) => Some(name),
        _ => None,
    };
    if found == "null" || expected == "words" {
        let leave = || "leave the field out where it is not known".to_owned();
        return Some(required.map_or_else(leave, |name| needed(name, is_claim)));
    }
    match (found.strip_prefix("text "), expected) {
        (Some(text), "a list [ … ]") => Some(format!("put it in a list: [{text}]")),
        _ => None,
    }
}

/// A message long enough to recognise what it shows, and short enough to be read.
pub(super) fn short(message: &str) -> String {
    const READABLE: usize = 300;
    match message.char_indices().nth(READABLE) {
        Some((end, _)) => format!("{} …", &message[..end]),
        None => message.to_owned(),
    }
}

/// The fields that cannot be left out.
const REQUIRED: [&str; 16] = [
    "format",
    "article",
    "id",
    "type",
    "statement",
    "kind",
    "source",
    "mode",
    "name",
    "exact",
    "paragraph",
    "start",
    "end",
    "printed",
    "meant",
    "file",
];

/// What a missing field is for.
pub(super) fn needed(name: &str, is_claim: bool) -> String {
    let what = match name {
        "format" => "`\"format\": 1` says how the file is to be read",
        "article" => "add the published piece: `\"article\": { \"id\": …, \"type\": \"article\" }`",
        "id" => "give it an id of its own, made of a-z, 0-9 and `-`",
        "type" => "`\"type\": \"article\"` will do where the kind of publication is not known",
        "statement" => "say in your own words what is claimed",
        "source" => "name who is credited by a source's id, or `article` for its own voice",
        "mode" => "say how the article gives it: `direct`, `mixed`, `indirect` or `own-voice`",
        "name" => "name the source, or describe it where the article leaves it unnamed",
        "exact" => "add the words as printed, without the quotation marks",
        "kind" if is_claim => {
            "say what sort of statement it is: `fact`, `opinion`, `forecast`, `call` or `private-state`"
        }
        "kind" => {
            "say what the source is: `person`, `organization`, `group`, `publication` or `document`"
        }
        "paragraph" => {
            "count the lines of the article that are not blank, headline included, from 1"
        }
        "start" => "add the first words of the passage; a few are enough",
        "end" => "add the last words of the passage; a few are enough",
        "printed" => "add the misprint as it is printed",
        "meant" => "add what was meant",
        "file" => "name the text file, relative to the ledger's folder",
        "state" => "say what became of it: `corrected`, `retracted` or `superseded`",
        _ => return format!("add `{name}`"),
    };
    what.to_owned()
}
