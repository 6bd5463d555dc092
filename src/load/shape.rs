//! Every fault in the shape of one part of a ledger file, found by reading it until nothing is
//! wrong any more: what was wrong is said, replaced, and the part read again.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::Segment;

use crate::finding::{JsonPath, Step};
use crate::ledger::{Strict, csl};
use crate::load::advice::{instead, known_fields, known_words, needed, short};

/// One fault.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where, from the part's top.
    pub path: JsonPath,
    /// Whether the key itself is wrong, not its value.
    pub is_key: bool,
    /// What was found and what was expected.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// More faults than these in one part are not told: it is something else altogether.
const MOST: usize = 40;

/// Reads a part as a `T`; what is wrong with it where it is none.
pub(super) fn read<T: DeserializeOwned>(mut part: Value) -> Result<T, Vec<Fault>> {
    let mut faults: Vec<Fault> = Vec::new();
    loop {
        match serde_path_to_error::deserialize::<_, T>(Strict(&part)) {
            Ok(read) if faults.is_empty() => return Ok(read),
            Ok(_) => return Err(faults),
            Err(why) => {
                let path = path_of(why.path());
                let said = why.inner().to_string();
                let is_claim = is_claim(&mut part, path.steps());
                let is_mended = mend(&mut part, &path, &said);
                let fault = fault(path, &said, is_claim);
                let is_new = !faults.contains(&fault);
                if is_new {
                    faults.push(fault);
                }
                if !is_new || !is_mended || faults.len() == MOST {
                    return Err(faults);
                }
            }
        }
    }
}

fn path_of(path: &serde_path_to_error::Path) -> JsonPath {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    };
    path.iter().filter_map(step).collect()
}

/// The words in ticks of a message of serde's, in their order.
fn names_in(said: &str) -> Vec<&str> {
    said.split('`').skip(1).step_by(2).collect()
}

/// Says in our words what serde said in its own.
fn fault(path: JsonPath, said: &str, is_claim: bool) -> Fault {
    let names = names_in(said);
    let (name, known) = names.split_first().unwrap_or((&"", &[]));
    let (message, help) = if said.starts_with("unknown field") {
        let path =
            if path.steps().last() == Some(&Step::from(*name)) { path } else { path.then(*name) };
        return Fault {
            path,
            is_key: true,
            message: short(&format!("unknown field `{name}`")),
            help: Some(known_fields(name, known)),
        };
    } else if said.starts_with("unknown variant") {
        let message = format!("`{name}` is not known here");
        (message, Some(known_words(name, known)))
    } else if said.starts_with("missing field") {
        let message = format!("`{name}` is missing");
        (message, Some(needed(name, is_claim)))
    } else if let Some((found, expected)) = wrong_type(said) {
        let field = path.steps().last();
        let help = instead(&found, &expected, field, is_claim);
        (format!("found {found}, expected {expected}"), help)
    } else {
        (said.to_owned(), None)
    };
    Fault { path, is_key: false, message: short(&message), help }
}

/// `invalid type: integer `3`, expected a string`, in its two halves.
fn wrong_type(said: &str) -> Option<(String, String)> {
    let rest =
        said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "))?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    let found = match found.split([' ', '`']).next() {
        Some("string") => found.replacen("string", "text", 1),
        Some("integer" | "floating") => format!("the number {}", names_in(found).concat()),
        Some("boolean") => names_in(found).concat(),
        Some("map") => "an object { … }".to_owned(),
        Some("sequence") => "a list [ … ]".to_owned(),
        _ => found.to_owned(),
    };
    let expected = match expected {
        "a string" => "text in quotation marks",
        "a boolean" => "true or false",
        "a sequence" => "a list [ … ]",
        "u64" | "u32" => "a whole number",
        "a nonzero u32" => "a whole number from 1",
        "struct Claim" => "a claim { \"id\": …, \"statement\": …, … }",
        "struct Source" => "a source { \"name\": …, \"kind\": … }",
        "struct Quote" => "a quote { \"exact\": … }",
        "struct Passage" => "a passage { \"paragraph\": …, \"start\": …, \"end\": … }",
        "struct Misprint" => "a misprint { \"printed\": …, \"meant\": … }",
        "struct Status" => "a status { \"state\": … }",
        "struct Snapshot" => "a snapshot { \"file\": … }",
        other => other,
    };
    Some((found, expected.to_owned()))
}

/// Puts something sound where the fault was, so that the next one shows; whether that could be done.
fn mend(part: &mut Value, path: &JsonPath, said: &str) -> bool {
    let names = names_in(said);
    let name = names.first().copied().unwrap_or_default();
    if said.starts_with("unknown field") {
        let steps = path.steps();
        let holder = match steps.split_last() {
            Some((Step::Key(key), above)) if key == name => above,
            _ => steps,
        };
        let fields = at(part, holder).and_then(Value::as_object_mut);
        return fields.is_some_and(|fields| fields.remove(name).is_some());
    }
    if said.starts_with("missing field") {
        let is_claim = is_claim(part, path.steps());
        let fields = at(part, path.steps()).and_then(Value::as_object_mut);
        return fields
            .is_some_and(|fields| fields.insert(name.to_owned(), sound(name, is_claim)).is_none());
    }
    let key = path.steps().iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    let in_list = matches!(path.steps().last(), Some(Step::Index(_)));
    let holder = path.steps().split_last().map_or(&[][..], |(_, above)| above);
    let is_claim = is_claim(part, holder);
    let Some((key, value)) = key.and_then(|key| Some((key, at(part, path.steps())?))) else {
        return false;
    };
    *value = if in_list { sound_item(key) } else { sound(key, is_claim) };
    true
}

fn at<'v>(part: &'v mut Value, steps: &[Step]) -> Option<&'v mut Value> {
    steps.iter().try_fold(part, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(index),
    })
}

/// Whether what stands there, or holds it, is a claim: a source has a `kind` too.
fn is_claim(part: &mut Value, steps: &[Step]) -> bool {
    let mut tells = |steps| {
        at(part, steps).is_some_and(|value| {
            ["statement", "mode", "source"].iter().any(|field| value.get(field).is_some())
        })
    };
    tells(steps) || steps.split_last().is_some_and(|(_, above)| tells(above))
}

/// A value that is sound for a field of this name.
fn sound(field: &str, is_claim: bool) -> Value {
    match field {
        "format" | "paragraph" | "count" => json!(1),
        "kind" if is_claim => json!("fact"),
        "kind" => json!("person"),
        "mode" => json!("direct"),
        "state" => json!("corrected"),
        "translated" => json!("stated"),
        "due" | "date" => json!("2000"),
        "sha256" => json!("0".repeat(64)),
        "status" => json!({ "state": "corrected" }),
        "continues" | "inferred" | "anonymous" => json!(false),
        "x" | "renderings" => json!({}),
        "topics" | "about" | "via" | "hedges" | "quotes" | "passages" | "conflicts"
        | "supports" | "qualified_by" | "aliases" | "sic" => json!([]),
        "type" | "source" => json!("article"),
        _ => match csl::type_of(field) {
            Some(csl::Type::Names) => json!([]),
            Some(csl::Type::Date) => json!({}),
            Some(csl::Type::Text) | None => json!("a"),
        },
    }
}

/// An item that is sound in a list of this name.
fn sound_item(list: &str) -> Value {
    match list {
        "quotes" => json!({ "exact": "a" }),
        "passages" => json!({ "paragraph": 1, "start": "a", "end": "a" }),
        "sic" => json!({ "printed": "a", "meant": "b" }),
        _ => json!("a"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, read};
    use crate::ledger::{Article, Claim, Source};
    use serde_json::{Value, json};

    fn shown<T: serde::de::DeserializeOwned>(part: Value) -> Vec<String> {
        let line = |fault: Fault| {
            let help = fault.help.map(|help| format!(" ({help})")).unwrap_or_default();
            format!("{}: {}{help}", fault.path, fault.message)
        };
        match read::<T>(part) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.into_iter().map(line).collect(),
        }
    }

    #[test]
    fn every_fault_of_a_claim_is_told() {
        let claim = json!({
            "id": "Ito Safe", "statement": 3, "kind": "forcast", "source": "ito", "mode": "direct",
            "quots": [], "quotes": ["x", { "exakt": "y" }], "passages": [{ "paragraph": 0, "start": "a", "end": "b" }],
            "due": "2025-02-30", "inferred": "yes", "topics": "safety", "cue": null, "note": "",
        });
        insta::assert_snapshot!(shown::<Claim>(claim).join("\n"), @r#"
        cue: found null, expected text in quotation marks (leave the field out where it is not known)
        due: `2025-02-30` is no date: a date is a day of the calendar such as `2025-08-14`, or `2025-08`, or `2025`
        id: `Ito Safe` is no id: an id is made of a-z, 0-9 and `-`, and does not begin with `-`; `ito-safe` would do
        inferred: found text "yes", expected true or false
        kind: `forcast` is not known here (did you mean `forecast`?)
        note: found text "", expected words (leave the field out where it is not known)
        passages[0].paragraph: found the number 0, expected a whole number from 1
        quotes[0]: found text "x", expected a quote { "exact": … }
        quotes[1].exakt: unknown field `exakt` (did you mean `exact`?)
        quotes[1]: `exact` is missing (add the words as printed, without the quotation marks)
        quots: unknown field `quots` (did you mean `quotes`?)
        statement: found the number 3, expected text in quotation marks
        topics: found text "safety", expected a list [ … ] (put it in a list: ["safety"])
        "#);
    }

    #[test]
    fn every_fault_of_a_source_and_an_article_is_told() {
        let source = json!({ "kind": "human", "roll": "engineer", "aliases": [1] });
        insta::assert_snapshot!(shown::<Source>(source).join("\n"), @r"
        aliases[0]: found the number 1, expected text in quotation marks
        kind: `human` is not known here (it is one of `person`, `organization`, `group`, `publication` or `document`)
        roll: unknown field `roll` (did you mean `role`?)
        : `name` is missing (name the source, or describe it where the article leaves it unnamed)
        ");
        let article = json!({ "id": "https://gazzetta.example/ponte", "title": [], "issued": "2025", "author": 3 });
        insta::assert_snapshot!(shown::<Article>(article).join("\n"), @r#"
        author: found 3, expected a list of names: [{ "family": …, "given": … }] or [{ "literal": … }]
        id: `https://gazzetta.example/ponte` is no id: an id is made of a-z, 0-9 and `-`, and does not begin with `-`; `gazzetta-example-ponte` would do
        issued: found "2025", expected a date: { "date-parts": [[2025, 8, 14]] }, or { "raw": "2025-08-14" }
        title: found [], expected text or a number
        : `type` is missing (`"type": "article"` will do where the kind of publication is not known)
        "#);
    }

    #[test]
    fn what_is_sound_is_read() {
        let claim = json!({ "id": "a", "statement": "b", "kind": "fact", "source": "article", "mode": "own-voice" });
        assert!(shown::<Claim>(claim).is_empty());
    }
}
