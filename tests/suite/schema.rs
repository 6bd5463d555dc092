//! The schema and the loader say the same of every ledger file, and know the same fields and words.

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use news_claims::finding::{Finding, JsonPath, Spot, Step};
use news_claims::ledger::{File, SCHEMA, Strict, csl};
use news_claims::load;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::validator::{self, Verdict};

/// One fault or oddity a file; the folder is named after the rule that refuses it, or `valid`.
const LEDGERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/ledgers");

/// What the loader refuses and a schema cannot, by the beginning of its path, and why.
const UNSEEN: [(&str, &str); 8] = [
    ("duplicate-key/", "a parser keeps one of the two before the schema is asked"),
    ("duplicate-id/", "a schema compares no two items by one of their fields"),
    ("not-json/lone-surrogate", "half a character is JSON to a parser that does not decode it"),
    ("wrong-shape/due-on-february-30", "a pattern knows no calendar"),
    ("wrong-shape/issued-on-february-30", "a range of days knows no months"),
    ("wrong-shape/issued-without-month-but-day", "each part is judged apart from the others"),
    ("wrong-shape/format-written-1.0", "1.0 and 1 are one number to a schema"),
    ("wrong-shape/paragraph-written-7.0", "7.0 and 7 are one number to a schema"),
];

/// What a validator says of each document against the schema; none where there is no validator.
fn by_schema(documents: &[Vec<u8>]) -> Option<Vec<Verdict>> {
    validator::verdicts(SCHEMA, documents)
}

/// What the loader says of each document: the rules that it names, and its words.
fn by_loader(documents: &[Vec<u8>]) -> Vec<Verdict> {
    let folder = tempfile::tempdir().expect("a folder");
    let verdict = |bytes: &Vec<u8>| {
        let path = folder.path().join("one.json");
        fs::write(&path, bytes).expect("is written");
        let said: Vec<String> = findings(&path)
            .iter()
            .map(|finding| format!("{}: {}", finding.rule.name, finding.message))
            .collect();
        if said.is_empty() { Ok(()) } else { Err(said.join("; ")) }
    };
    documents.iter().map(verdict).collect()
}

fn findings(path: &Path) -> Vec<Finding> {
    let files = load::find::named(&[path.to_owned()]).expect("is there");
    load::fold(&files, |(): &mut (), (): &mut (), _| (), |()| ControlFlow::Continue(()))
}

/// Every file of a folder and below, in order.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("is a folder") {
        let path = entry.expect("is readable").path();
        if path.is_dir() {
            files.extend(files_in(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn everything() -> Value {
    let path = Path::new(LEDGERS).join("valid/everything.json");
    serde_json::from_slice(&fs::read(path).expect("is there")).expect("is JSON")
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("is JSON")
}

#[test]
fn schema_and_loader_judge_each_ledger_alike() {
    let paths = files_in(Path::new(LEDGERS));
    let read = |path: &PathBuf| fs::read(path).expect("is readable");
    let documents: Vec<Vec<u8>> = paths.iter().map(read).collect();
    let by_schema = by_schema(&documents);
    for (at, path) in paths.iter().enumerate() {
        let name = path.strip_prefix(LEDGERS).expect("is below").display().to_string();
        let (folder, _) = name.split_once('/').expect("is in a folder");
        let rules: BTreeSet<&str> =
            findings(path).iter().map(|finding| finding.rule.name).collect();
        let expected = if folder == "valid" { vec![] } else { vec![folder] };
        assert_eq!(rules.into_iter().collect::<Vec<_>>(), expected, "{name}");
        let Some(verdicts) = &by_schema else { continue };
        let unseen = UNSEEN.iter().any(|(start, _)| name.starts_with(start));
        let accepts = folder == "valid" || unseen;
        assert_eq!(verdicts[at].is_ok(), accepts, "{name}: {:?}", verdicts[at]);
    }
}

#[test]
fn every_exception_is_needed() {
    let paths = files_in(Path::new(LEDGERS));
    for (start, why) in UNSEEN {
        let is_there = paths.iter().any(|path| {
            path.strip_prefix(LEDGERS)
                .is_ok_and(|name| name.display().to_string().starts_with(start))
        });
        assert!(is_there, "no ledger shows that {why}");
    }
}

#[test]
fn shipped_ledgers_fit_the_schema() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    if !folder.is_dir() {
        return;
    }
    let paths: Vec<PathBuf> = files_in(&folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    let (copies, ledgers): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| path.to_string_lossy().ends_with(".schema.json"));
    for copy in copies {
        assert_eq!(fs::read_to_string(&copy).expect("is text"), SCHEMA, "{}", copy.display());
    }
    let documents: Vec<Vec<u8>> =
        ledgers.iter().map(|path| fs::read(path).expect("is readable")).collect();
    let verdicts = by_schema(&documents).unwrap_or_default();
    for (path, verdict) in ledgers.iter().zip(verdicts) {
        assert_eq!(verdict, Ok(()), "{}", path.display());
    }
}

#[test]
fn a_ledger_that_uses_everything_is_printed_as_it_was_read() {
    let text =
        fs::read_to_string(Path::new(LEDGERS).join("valid/everything.json")).expect("is text");
    let mut parser = serde_json::Deserializer::from_str(&text);
    let file = File::deserialize(Strict(&mut parser)).expect("is a ledger");
    let printed: Value = serde_json::to_value(&file).expect("is JSON");
    assert_eq!(printed, everything());
    let mut parser = serde_json::Deserializer::from_str(&text);
    let keys = |text: &str| -> Vec<String> {
        let quoted = text.split('"').skip(1).step_by(2);
        quoted.map(str::to_owned).collect()
    };
    let again =
        serde_json::to_string(&File::deserialize(Strict(&mut parser)).expect("is a ledger"));
    assert_eq!(keys(&again.expect("is JSON")), keys(&text), "in the order of writing");
}

/// One place in a document that holds an object, with the schema of that place.
struct Object {
    path: JsonPath,
    schema: Map<String, Value>,
}

/// Every object of `value` for which the schema knows fields, outermost first.
fn objects(value: &Value, schema: &Value, whole: &Value, path: &JsonPath) -> Vec<Object> {
    let mut found = Vec::new();
    let schema = resolved(schema, whole);
    match value {
        Value::Object(fields) => {
            if schema.get("properties").is_some() {
                found.push(Object { path: path.clone(), schema: schema.clone() });
            }
            for (name, below) in fields {
                let known = schema.get("properties").and_then(|known| known.get(name));
                let other = schema.get("additionalProperties").filter(|other| other.is_object());
                if let Some(described) = known.or(other) {
                    found.extend(objects(
                        below,
                        described,
                        whole,
                        &path.clone().then(name.as_str()),
                    ));
                }
            }
        }
        Value::Array(items) => {
            let described = schema.get("items").unwrap_or(&Value::Null);
            for (index, item) in items.iter().enumerate() {
                found.extend(objects(item, described, whole, &path.clone().then(index)));
            }
        }
        _ => {}
    }
    found
}

/// A schema, or what it refers to.
fn resolved(schema: &Value, whole: &Value) -> Map<String, Value> {
    let target = schema.get("$ref").and_then(Value::as_str).map(|target| {
        whole.pointer(target.trim_start_matches('#')).expect("refers to what is there")
    });
    target.unwrap_or(schema).as_object().cloned().unwrap_or_default()
}

fn at<'v>(value: &'v mut Value, path: &JsonPath) -> &'v mut Value {
    path.steps().iter().fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key).expect("is there"),
        Step::Index(index) => value.get_mut(*index).expect("is there"),
    })
}

fn fields_at<'v>(value: &'v mut Value, path: &JsonPath) -> &'v mut Map<String, Value> {
    at(value, path).as_object_mut().expect("is an object")
}

fn names(known: &Value) -> BTreeSet<String> {
    match known {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(words) => words.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => BTreeSet::new(),
    }
}

/// What serde lists in ticks after "expected", when it is shown a name that nobody has.
fn expected_by(types: &Value) -> BTreeSet<String> {
    let text = types.to_string();
    let mut parser = serde_json::Deserializer::from_str(&text);
    let why = File::deserialize(Strict(&mut parser)).expect_err("no such name").to_string();
    assert!(why.starts_with("unknown "), "{why}");
    let mut ticked = why.split('`').skip(1).step_by(2);
    assert_eq!(ticked.next(), Some(NOBODYS));
    ticked.map(str::to_owned).collect()
}

const NOBODYS: &str = "nobody-s-name";

#[test]
fn types_and_schema_know_the_same_fields() {
    let (schema, everything) = (schema(), everything());
    let objects = objects(&everything, &schema, &schema, &JsonPath::root());
    assert!(objects.len() > 12, "the walk goes to the end");
    for object in objects {
        if object.schema.get("additionalProperties") != Some(&json!(false)) {
            continue;
        }
        let mut types = everything.clone();
        fields_at(&mut types, &object.path).insert(NOBODYS.to_owned(), json!(1));
        assert_eq!(expected_by(&types), names(&object.schema["properties"]), "{}", object.path);
    }
}

#[test]
fn types_and_schema_know_the_same_words() {
    let (schema, everything) = (schema(), everything());
    let mut walked = 0;
    for object in objects(&everything, &schema, &schema, &JsonPath::root()) {
        let fields = fields_at(&mut everything.clone(), &object.path).clone();
        for (name, described) in object.schema["properties"].as_object().expect("are fields") {
            let Some(words) = described.get("enum").filter(|_| fields.contains_key(name)) else {
                continue;
            };
            let mut types = everything.clone();
            fields_at(&mut types, &object.path).insert(name.clone(), json!(NOBODYS));
            assert_eq!(expected_by(&types), names(words), "{}.{name}", object.path);
            walked += 1;
        }
    }
    assert!(walked >= 9, "article, sources, claims, quotes, status");
}

#[test]
fn the_schema_knows_the_variables_of_csl() {
    let schema = schema();
    let item = &schema["properties"]["article"];
    assert_eq!(
        names(&item["properties"]["type"]["enum"]),
        csl::ITEM_TYPES.iter().map(|word| (*word).to_owned()).collect()
    );
    let described: BTreeSet<(String, String)> = item["properties"]
        .as_object()
        .expect("are fields")
        .iter()
        .filter(|(name, _)| !["id", "type"].contains(&name.as_str()))
        .map(|(name, described)| {
            (name.clone(), described["$ref"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    let of = |kind| match kind {
        csl::Type::Text => "#/$defs/csl-text",
        csl::Type::Names => "#/$defs/csl-names",
        csl::Type::Date => "#/$defs/csl-date",
    };
    let known =
        csl::variables().map(|(name, kind)| (name.to_owned(), of(kind).to_owned())).collect();
    assert_eq!(described, known);
}

#[test]
fn every_field_is_used_and_described() {
    let (schema, everything) = (schema(), everything());
    let objects = objects(&everything, &schema, &schema, &JsonPath::root());
    let (mut known, mut used) = (BTreeSet::new(), BTreeSet::new());
    for object in &objects {
        let title = object.schema["description"].to_string();
        let fields = object.schema["properties"].as_object().expect("are fields");
        for (name, described) in fields {
            let said = described.get("description").cloned();
            let said = said.or_else(|| resolved(described, &schema).get("description").cloned());
            assert!(said.is_some(), "{}.{name} is not described", object.path);
            if title.contains("CSL-JSON") && csl::type_of(name).is_some() {
                continue;
            }
            known.insert((title.clone(), name.clone()));
        }
        for name in names(at(&mut everything.clone(), &object.path)) {
            used.insert((title.clone(), name));
        }
    }
    let unused: Vec<_> = known.difference(&used).collect();
    assert!(unused.is_empty(), "everything.json does not use {unused:?}");
}

/// The ledger that uses everything, with one change.
struct Changed {
    label: String,
    /// The object that was changed.
    object: JsonPath,
    document: Vec<u8>,
}

/// Every field of the ledger that uses everything, left out, misspelt, and of every other type.
fn changes() -> Vec<Changed> {
    let (schema, everything) = (schema(), everything());
    let mut changes = Vec::new();
    for object in objects(&everything, &schema, &schema, &JsonPath::root()) {
        for name in names(at(&mut everything.clone(), &object.path)) {
            let mut without = everything.clone();
            let value = fields_at(&mut without, &object.path).remove(&name).expect("is there");
            let mut change = |label: String, add: Option<(String, Value)>| {
                let mut with = without.clone();
                fields_at(&mut with, &object.path).extend(add);
                changes.push(Changed {
                    label: format!("{}: {name} {label}", object.path),
                    object: object.path.clone(),
                    document: with.to_string().into_bytes(),
                });
            };
            change("left out".to_owned(), None);
            change("misspelt".to_owned(), Some((format!("{name}-s"), value)));
            for other in of_every_type() {
                change(format!("as {other}"), Some((name.clone(), other)));
            }
        }
    }
    changes
}

fn of_every_type() -> [Value; 12] {
    [
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("a"),
        json!("A b"),
        json!([]),
        json!([1]),
        json!({}),
        json!({ "a": 1 }),
    ]
}

#[test]
fn one_change_is_judged_alike() {
    let changes = changes();
    let documents: Vec<Vec<u8>> = changes.iter().map(|change| change.document.clone()).collect();
    let Some(by_schema) = by_schema(&documents) else {
        return;
    };
    for ((change, schema), loader) in changes.iter().zip(by_schema).zip(by_loader(&documents)) {
        let label = &change.label;
        assert_eq!(schema.is_ok(), loader.is_ok(), "{label}: schema {schema:?}, loader {loader:?}");
    }
}

#[test]
fn one_change_is_told_where_it_was_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("one.json");
    for change in changes() {
        fs::write(&path, &change.document).expect("is written");
        for finding in findings(&path) {
            let (Spot::Json(told) | Spot::JsonKey(told)) = &finding.place.spot else {
                panic!("{}: {finding:?} has no place", change.label);
            };
            // A variable of the CSL-JSON item is judged as a whole.
            let mut object = change.object.steps();
            if object.first() == Some(&Step::from("article")) {
                object = &object[..object.len().min(2)];
            }
            let is_there = told.steps().starts_with(object);
            assert!(is_there, "{}: told at {told}: {}", change.label, finding.message);
        }
    }
}
