//! The second reading: slow, and only of a file that the first one could not read. It says where and
//! what, finds every further fault, and still hands on the claims that are sound.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::finding::{Finding, JsonPath, Place, Rule, Spot, Step};
use crate::ledger::file::FORMAT;
use crate::ledger::{Article, Claim, Head, Own, Snapshot, Source, Sources};
use crate::load::find::LedgerFile;
use crate::load::parse::{SAME_ID, Take};
use crate::load::rules::{
    DUPLICATE_ID, DUPLICATE_KEY, NEWER_FORMAT, NOT_JSON, UNSAFE_SNAPSHOT, WRONG_SHAPE,
};
use crate::load::shape::{self, Fault};
use crate::load::snapshot::is_inside;
use crate::load::syntax::{offset, syntax};
use crate::load::twice;
use crate::span::Span;
use crate::wording::{did_you_mean, one_of, ticked};

/// What is sound of a file, and what is wrong with it.
pub(super) type Again = (Option<(Head, Option<Snapshot>)>, Vec<Finding>);

const FIELDS: [&str; 7] = ["$schema", "format", "article", "snapshot", "sources", "claims", "x"];

/// Reads a broken file again. The first `handed` claims were handed on before, with their head: where the file is no JSON
/// they are all there is of it.
pub(super) fn read_again(
    file: &LedgerFile,
    text: &str,
    (handed, head): (usize, Option<Head>),
    why: &serde_json::Error,
    take: Take<'_>,
) -> ControlFlow<(), Again> {
    let mut told = Told { file, findings: Vec::new() };
    let Some(mut fields) = told.json(text) else {
        let known = head.filter(|_| handed > 0).map(|head| (head, None));
        return ControlFlow::Continue((known, told.findings));
    };
    if !told.format(&fields) {
        return ControlFlow::Continue((None, told.findings));
    }
    let (twice, is_doubtful) = told.duplicate_keys(text);
    let claims = fields.remove("claims");
    let head = told.head(&fields);
    let snapshot = told.snapshot(&mut fields);
    let sound = told.claims(claims, &twice);
    // Two ids may have one hash and not be the same; then nothing is wrong.
    if told.findings.is_empty() && !why.to_string().starts_with(SAME_ID) {
        told.tell(&WRONG_SHAPE, Spot::File, why.to_string(), None);
    }
    let Some(head) = head.filter(|_| !is_doubtful) else {
        return ControlFlow::Continue((None, told.findings));
    };
    // The first reading counted the claims that it handed on; those stand before the first fault.
    for (position, claim) in sound.into_iter().skip(handed) {
        take(&head, position, Box::new(claim))?;
    }
    ControlFlow::Continue((Some((head, snapshot)), told.findings))
}

/// What is wrong with one file, as it comes to light.
struct Told<'f> {
    file: &'f LedgerFile,
    findings: Vec<Finding>,
}

impl Told<'_> {
    fn tell(&mut self, rule: &'static Rule, spot: Spot, message: String, help: Option<String>) {
        let place = Place { file: self.file.shown.clone(), spot };
        self.findings.push(Finding { rule, message, place, help, about: None });
    }

    fn tell_faults(&mut self, at: &JsonPath, faults: Vec<Fault>) {
        for fault in faults {
            let path = at.clone().join(&fault.path);
            let spot = if fault.is_key { Spot::JsonKey(path) } else { Spot::Json(path) };
            self.tell(&WRONG_SHAPE, spot, fault.message, fault.help);
        }
    }

    /// The fields of the file, where it is JSON and an object.
    fn json(&mut self, text: &str) -> Option<Map<String, Value>> {
        match serde_json::from_str::<Value>(text) {
            Ok(Value::Object(fields)) => Some(fields),
            Ok(_) => {
                let said = "a ledger file is a JSON object: { \"format\": 1, \"article\": …, \"claims\": […] }";
                self.tell(&WRONG_SHAPE, Spot::Json(JsonPath::root()), said.to_owned(), None);
                None
            }
            Err(why) => {
                self.not_json(text, &why);
                None
            }
        }
    }

    fn not_json(&mut self, text: &str, why: &serde_json::Error) {
        let at = offset(text, why.line(), why.column());
        let (message, help) = syntax(text, at, why);
        self.tell(&NOT_JSON, Spot::Text(Span::new(at, at)), message, Some(help));
    }

    /// Whether the file is of the format that is understood here.
    fn format(&mut self, fields: &Map<String, Value>) -> bool {
        let path = JsonPath::root().then("format");
        let format = fields.get("format").map(|format| (format, format.as_u64()));
        let (message, help) = match format {
            Some((_, Some(FORMAT))) => return true,
            Some((_, Some(newer))) if newer > FORMAT => {
                let said = format!(
                    "this ledger needs a newer claims: its format is {newer}, this program reads format {FORMAT}"
                );
                self.tell(
                    &NEWER_FORMAT,
                    Spot::Json(path),
                    said,
                    Some("install a newer claims".to_owned()),
                );
                return false;
            }
            Some((other, _)) => (format!("found {other}, expected {FORMAT}"), None),
            None => ("`format` is missing".to_owned(), Some("add `\"format\": 1`".to_owned())),
        };
        self.tell(&WRONG_SHAPE, Spot::Json(path), message, help);
        true
    }

    /// The positions of claims that hold a key twice, and whether it is in doubt which claims the file
    /// has, and of what article; every such key is told.
    fn duplicate_keys(&mut self, text: &str) -> (HashSet<usize>, bool) {
        let (twice, broken) = twice::keys(text);
        if let Some(why) = broken {
            self.not_json(text, &why);
        }
        let mut claims = HashSet::new();
        let mut is_doubtful = false;
        for path in twice {
            is_doubtful |= matches!(
                path.steps(),
                [Step::Key(part)] if ["article", "sources", "claims"].contains(&part.as_str())
            );
            if let [Step::Key(list), Step::Index(position), ..] = path.steps()
                && list == "claims"
            {
                claims.insert(*position);
            }
            let name = path.steps().last().map_or_else(String::new, |step| match step {
                Step::Key(key) => key.clone(),
                Step::Index(index) => index.to_string(),
            });
            let said = format!("`{name}` stands twice in the same object");
            let help = "keep one: readers of JSON differ in which of the two they take".to_owned();
            self.tell(&DUPLICATE_KEY, Spot::JsonKey(path), said, Some(help));
        }
        (claims, is_doubtful)
    }

    /// Article and sources, where both are sound.
    fn head(&mut self, fields: &Map<String, Value>) -> Option<Head> {
        for name in fields.keys().filter(|name| !FIELDS.contains(&name.as_str())) {
            let help = match did_you_mean(name, FIELDS) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!(
                    "the fields here are {}; your own go under `x`",
                    one_of(FIELDS.map(ticked))
                ),
            };
            let said = format!("unknown field `{name}`");
            self.tell(
                &WRONG_SHAPE,
                Spot::JsonKey(JsonPath::root().then(name.as_str())),
                said,
                Some(help),
            );
        }
        if let Some(own) = fields.get("x") {
            self.part::<Own>(&JsonPath::root().then("x"), own);
        }
        if let Some(schema) = fields.get("$schema") {
            self.part::<String>(&JsonPath::root().then("$schema"), schema);
        }
        let sources =
            fields.get("sources").map_or(Some(Sources::default()), |sources| self.sources(sources));
        let Some(article) = fields.get("article") else {
            let said = "`article` is missing".to_owned();
            let help =
                "add the published piece: `\"article\": { \"id\": …, \"type\": \"article\" }`"
                    .to_owned();
            self.tell(&WRONG_SHAPE, Spot::Json(JsonPath::root().then("article")), said, Some(help));
            return None;
        };
        let article = self.part::<Article>(&JsonPath::root().then("article"), article);
        Some(Head { article: article?, sources: sources? })
    }

    fn sources(&mut self, sources: &Value) -> Option<Sources> {
        let path = JsonPath::root().then("sources");
        let Some(listed) = sources.as_object() else {
            self.part::<Sources>(&path, sources);
            return None;
        };
        let before = self.findings.len();
        for (id, source) in listed {
            let path = path.clone().then(id.as_str());
            if let Err(why) =
                serde_json::from_value::<crate::ledger::Id<Source>>(Value::from(id.as_str()))
            {
                self.tell(&WRONG_SHAPE, Spot::JsonKey(path.clone()), why.to_string(), None);
            } else if id == crate::ledger::OWN_VOICE {
                let said =
                    "`article` is the article's own voice and is not listed among the sources";
                self.tell(
                    &WRONG_SHAPE,
                    Spot::JsonKey(path.clone()),
                    said.to_owned(),
                    Some("give the source another id".to_owned()),
                );
            }
            self.part::<Source>(&path, source);
        }
        if self.findings.len() == before { self.part(&path, sources) } else { None }
    }

    fn part<T: DeserializeOwned>(&mut self, at: &JsonPath, value: &Value) -> Option<T> {
        shape::read(value.clone()).map_err(|faults| self.tell_faults(at, faults)).ok()
    }

    fn snapshot(&mut self, fields: &mut Map<String, Value>) -> Option<Snapshot> {
        let path = JsonPath::root().then("snapshot");
        let snapshot: Snapshot = self.part(&path, &fields.remove("snapshot")?)?;
        if is_inside(&snapshot.file) {
            return Some(snapshot);
        }
        let said = format!("snapshot `{}` leads out of the ledger's folder", snapshot.file);
        let help = "keep it beside the ledger file and name it by a relative path, or use `--snapshot ID=PATH` for one run";
        self.tell(&UNSAFE_SNAPSHOT, Spot::Json(path.then("file")), said, Some(help.to_owned()));
        None
    }

    /// The claims that are sound, with their positions.
    fn claims(&mut self, claims: Option<Value>, twice: &HashSet<usize>) -> Vec<(usize, Claim)> {
        let listed = match claims {
            None => return Vec::new(),
            Some(Value::Array(listed)) => listed,
            Some(other) => {
                self.part::<Vec<Claim>>(&JsonPath::root().then("claims"), &other);
                return Vec::new();
            }
        };
        let mut first: HashMap<String, usize> = HashMap::new();
        let mut sound = Vec::new();
        for (position, value) in listed.into_iter().enumerate() {
            let path = JsonPath::claim(position);
            let id = value.get("id").and_then(Value::as_str).map(str::to_owned);
            let claim =
                shape::read::<Claim>(value).map_err(|faults| self.tell_faults(&path, faults));
            let earlier = id.and_then(|id| {
                let earlier = first.get(&id).map(|earlier| (id.clone(), *earlier));
                first.entry(id).or_insert(position);
                earlier
            });
            if let Some((id, earlier)) = earlier {
                let said =
                    format!("claim `{id}` is there already: `claims[{earlier}]` has this id");
                let help = "give one of the two another id; citations in drafts name claims by it";
                self.tell(&DUPLICATE_ID, Spot::Json(path.then("id")), said, Some(help.to_owned()));
            } else if let Ok(claim) = claim
                && !twice.contains(&position)
            {
                sound.push((position, claim));
            }
        }
        sound
    }
}
