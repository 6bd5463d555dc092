//! What is given to the program, in any size: ledgers, drafts, questions and saved texts, made of words that
//! nobody uses, the same at every run.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::desk::Desk;

/// A claim that is in every ledger.
pub const ID: &str = "c-0";
/// Its words, which are in every saved text too.
pub const QUESTION: &str = "the bridge of the old harbour will be closed to boats";
/// A source that is in every ledger.
pub const SOURCE: &str = "s-1";
/// A word that is in some statements.
pub const WORD: &str = "harbour";

/// What stays as large as it is when something else grows.
const FEW: usize = 24;

/// Claims of one file, where a ledger has many.
const OF_A_FILE: usize = 10;

/// An input, and whether it grows.
pub struct Input<'n> {
    name: &'n str,
    grows: bool,
}

impl<'n> Input<'n> {
    /// An input by its name, with `few:` before it where it stays as it is.
    pub fn named(name: &'n str) -> Self {
        match name.strip_prefix("few:") {
            Some(name) => Self { name, grows: false },
            None => Self { name, grows: true },
        }
    }

    /// The path of this input in a size, in the desk's folder; made where it is not there yet.
    pub fn of_size(&self, desk: &Desk, size: usize) -> String {
        let size = if self.grows { size } else { FEW };
        let path = format!("{size}/{}", self.name);
        let at = desk.path(&path);
        if !at.exists() {
            fs::create_dir_all(desk.path(&size.to_string())).expect("a folder");
            self.make(&at, size);
        }
        path
    }

    fn make(&self, at: &Path, size: usize) {
        let ledger = |claim: fn(usize) -> Value| ledger(0, 0..size, claim).to_string();
        let each = |line: fn(usize) -> String| (0..size).map(line).collect::<String>();
        let text = match self.name {
            "many" => return many(at, size),
            "one.json" => ledger(claim),
            "wrong.json" => ledger(without_quotes),
            "related.json" => ledger(related),
            "alike.json" => ledger(alike),
            "shapeless.json" => ledger(shapeless),
            "saved.json" => {
                fs::write(at.with_extension("txt"), each(paragraph)).expect("is written");
                saved(size).to_string()
            }
            "draft.md" => each(quoting),
            // One sentence, however long.
            "commas.md" => vec![known(); size].join(", ") + "\n",
            "dashes.md" => vec![known(); size].join("— ") + "\n",
            "cited.md" => "The boats may pass.[^c-0] ".repeat(size) + "\n",
            "prose.md" => each(|number| format!("{}\n\n", sentence(number, 60))),
            "questions.jsonl" => each(|number| json!({ "text": asked(number) }).to_string() + "\n"),
            "questions.csv" => "text\n".to_owned() + &each(|number| asked(number) + "\n"),
            other => panic!("no input is called {other}"),
        };
        fs::write(at, text).expect("is written");
    }
}

/// Recorded words in quotation marks, and nobody beside them.
fn known() -> String {
    format!("“{}”", quote(0))
}

fn many(folder: &Path, size: usize) {
    fs::create_dir(folder).expect("a folder");
    for (file, from) in (0..size).step_by(OF_A_FILE).enumerate() {
        let text = ledger(file, from..size.min(from + OF_A_FILE), claim).to_string();
        fs::write(folder.join(format!("{file:05}.json")), text).expect("is written");
    }
}

/// A ledger file with a source for every ten claims, and two at least.
fn ledger(file: usize, claims: std::ops::Range<usize>, claim: fn(usize) -> Value) -> Value {
    let sources = (0..2 + claims.len() / 10).map(|number| {
        let name = format!("{} {}", name(2 * number), name(2 * number + 1));
        (format!("s-{number}"), json!({ "name": name, "kind": "person", "role": "engineer" }))
    });
    json!({
        "format": 1,
        "article": { "id": format!("a-{file}"), "type": "article", "title": sentence(file, 5), "language": "en", "URL": format!("https://g.example/{file}") },
        "sources": sources.collect::<serde_json::Map<_, _>>(),
        "claims": claims.map(claim).collect::<Vec<_>>(),
    })
}

/// A claim as most are; every third has words in quotation marks.
fn claim(number: usize) -> Value {
    let mut claim = json!({
        "id": format!("c-{number}"), "statement": format!("{}.", sentence(3 * number, 10)), "kind": "fact", "topics": [word(number % 30)],
        "source": format!("s-{}", number % 2), "mode": "indirect", "cue": "said",
        "passages": [{ "paragraph": number + 1, "start": words(number, 2), "end": "said" }],
    });
    if number.is_multiple_of(3) {
        claim["mode"] = json!("direct");
        claim["quotes"] = json!([{ "exact": quote(number) }]);
    }
    claim
}

/// A claim that breaks a rule.
fn without_quotes(number: usize) -> Value {
    let mut claim = claim(number);
    claim["mode"] = json!("direct");
    claim["quotes"] = json!([]);
    claim
}

/// A claim in conflict with the one after it, which says nothing of it.
fn related(number: usize) -> Value {
    let mut claim = claim(number);
    claim["conflicts"] = json!([format!("c-{}", number + 1)]);
    claim
}

/// Claims that say the same.
fn alike(number: usize) -> Value {
    let mut claim = claim(3 * number);
    claim["id"] = json!(format!("c-{number}"));
    claim["statement"] = json!("Boats may pass.");
    claim["quotes"] = json!([{ "exact": QUESTION }]);
    claim
}

/// A claim with a field that there is not.
fn shapeless(number: usize) -> Value {
    let mut claim = claim(number);
    claim["colour"] = json!("red");
    claim
}

/// A ledger whose text is saved beside it, with all of its words in it.
fn saved(size: usize) -> Value {
    let mut ledger = ledger(0, 0..size, |number| {
        let mut claim = claim(3 * number);
        claim["id"] = json!(format!("c-{number}"));
        claim["passages"] =
            json!([{ "paragraph": number + 1, "start": words(3 * number, 2), "end": "said" }]);
        claim
    });
    ledger["snapshot"] = json!({ "file": "saved.txt" });
    ledger
}

/// A paragraph of the saved text.
fn paragraph(number: usize) -> String {
    format!("“{}”, he said. {}.\n\n", quote(3 * number), sentence(7 * number, 20))
}

/// A paragraph of a draft: a quotation, every second of them altered.
fn quoting(number: usize) -> String {
    format!("“{}”, said {} {}.[^c-{}]\n\n", asked(number), name(0), name(1), 3 * number % FEW)
}

/// What is asked: words that are in the ledger, every second time with another among them.
fn asked(number: usize) -> String {
    let printed = quote(3 * number % FEW / 3 * 3);
    if number.is_multiple_of(2) {
        return printed;
    }
    let mut words: Vec<&str> = printed.split(' ').collect();
    words[5] = "never";
    words.join(" ")
}

/// The words of a claim.
fn quote(number: usize) -> String {
    if number == 0 { QUESTION.to_owned() } else { sentence(number, 11) }
}

fn words(number: usize, count: usize) -> String {
    let quote = quote(number);
    quote.split(' ').take(count).collect::<Vec<_>>().join(" ")
}

/// So many words.
fn sentence(number: usize, count: usize) -> String {
    let words = (0..count).map(|at| match at % 4 {
        0 => "the".to_owned(),
        2 if number.is_multiple_of(50) => WORD.to_owned(),
        _ => word(number * 64 + at),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn name(number: usize) -> String {
    let word = word(number + 1_000_000);
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// One of two hundred thousand words.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 24] = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu",
        "va", "we", "xi", "zo", "bri", "cla", "dro", "fle", "gra",
    ];
    let mut rest = (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
    (0..4)
        .map(|_| {
            let syllable = SYLLABLES[rest % SYLLABLES.len()];
            rest /= SYLLABLES.len();
            syllable
        })
        .collect()
}
