//! Where in a JSON text a path leads: looked up only for files that have findings.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::finding::{JsonPath, Spot, Step};
use crate::span::Span;

/// The places of one text. An object or list is taken apart once, for all paths that lead through it:
/// of many claims, each may have a finding.
pub struct Places<'t> {
    text: &'t str,
    whole: Option<Span>,
    /// The parts of objects and lists, by the byte at which these begin.
    taken_apart: HashMap<usize, HashMap<Step, Part>>,
}

/// A value in an object or list, and its key where it has one.
#[derive(Clone, Copy)]
struct Part {
    value: Span,
    key: Option<Span>,
}

impl<'t> Places<'t> {
    /// The places of `text`.
    pub fn new(text: &'t str) -> Self {
        let whole = serde_json::from_str(text).ok().map(|whole| span_of(text, whole));
        Self { text, whole, taken_apart: HashMap::new() }
    }

    /// The bytes of a spot, or of the nearest thing around it that is there; none for the file itself.
    pub fn locate(&mut self, spot: &Spot) -> Option<Span> {
        match spot {
            Spot::File => None,
            Spot::Text(span) => Some(*span),
            Spot::Json(path) => self.nearest(path, false),
            Spot::JsonKey(path) => self.nearest(path, true),
        }
    }

    /// The value at the path, or what holds it where it is missing, cut to its opening bracket.
    fn nearest(&mut self, path: &JsonPath, key: bool) -> Option<Span> {
        let mut found = Part { value: self.whole?, key: None };
        for step in path.steps() {
            match self.below(found.value, step) {
                Some(next) => found = next,
                None => return Some(opening(self.text, found.value)),
            }
        }
        let value = opening(self.text, found.value);
        Some(found.key.filter(|_| key).unwrap_or(value))
    }

    fn below(&mut self, value: Span, step: &Step) -> Option<Part> {
        let text = self.text;
        let parts = self.taken_apart.entry(value.start);
        parts.or_insert_with(|| take_apart(text, value)).get(step).copied()
    }
}

/// An object or array is shown by its opening bracket: a caret under forty lines says nothing.
fn opening(text: &str, value: Span) -> Span {
    if text[value.range()].starts_with(['{', '[']) {
        Span::new(value.start, value.start + 1)
    } else {
        value
    }
}

/// The parts of a value; none of what is neither object nor list.
fn take_apart(text: &str, value: Span) -> HashMap<Step, Part> {
    let Ok(Parts(listed)) = serde_json::from_str(&text[value.range()]) else {
        return HashMap::new();
    };
    let mut parts = HashMap::new();
    let mut before = value.start + 1;
    for (step, raw) in listed {
        let value = span_of(text, raw);
        let key = match step {
            Step::Key(_) => key_between(text, before, value.start),
            Step::Index(_) => None,
        };
        before = value.end;
        // The last of two keys alike stays: the first is the one that is not in doubt.
        parts.insert(step, Part { value, key });
    }
    parts
}

/// The key's own bytes, quotation marks included, between the value before and its value.
fn key_between(text: &str, from: usize, to: usize) -> Option<Span> {
    let between = &text[from..to];
    let start = between.find('"')?;
    let end = between.rfind('"')?;
    Some(Span::new(from + start, from + end + 1))
}

/// Where a value, a slice of `text`, lies in it.
fn span_of(text: &str, value: &RawValue) -> Span {
    let start = value.get().as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start, start + value.get().len())
}

/// The values of an object or list as they are written, each with the step that leads to it.
struct Parts<'t>(Vec<(Step, &'t RawValue)>);

struct TakeApart;

impl<'t> Visitor<'t> for TakeApart {
    type Value = Parts<'t>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut fields: A) -> Result<Parts<'t>, A::Error> {
        let mut parts = Vec::new();
        while let Some((key, value)) = fields.next_entry()? {
            parts.push((Step::Key(key), value));
        }
        Ok(Parts(parts))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Parts<'t>, A::Error> {
        let mut parts = Vec::new();
        while let Some(value) = items.next_element()? {
            parts.push((Step::Index(parts.len()), value));
        }
        Ok(Parts(parts))
    }
}

impl<'de: 't, 't> Deserialize<'de> for Parts<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TakeApart)
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::finding::{JsonPath, Spot};

    const TEXT: &str = r#" { "a": [ {"b": "é"}, 2 ], "c": {"d": null, "d": true} } "#;

    #[test]
    fn a_path_leads_to_its_bytes() {
        let a = || JsonPath::root().then("a");
        let d = || JsonPath::root().then("c").then("d");
        let cases = [
            ("a string", Spot::Json(a().then(0).then("b")), "\"é\""),
            ("a number in an array", Spot::Json(a().then(1)), "2"),
            ("a key", Spot::JsonKey(JsonPath::root().then("c")), "\"c\""),
            ("the last of two keys alike", Spot::Json(d()), "true"),
            ("an object, by its bracket", Spot::Json(JsonPath::root().then("c")), "{"),
            ("what is missing, by what holds it", Spot::Json(a().then(0).then("z")), "{"),
            ("past the end, by the array", Spot::Json(a().then(9)), "["),
            ("the whole", Spot::Json(JsonPath::root()), "{"),
        ];
        let mut places = Places::new(TEXT);
        for (name, spot, found) in cases {
            let span = places.locate(&spot).expect(name);
            assert_eq!(&TEXT[span.range()], found, "{name}");
        }
        assert_eq!(places.locate(&Spot::File), None);
        assert_eq!(Places::new("{").locate(&Spot::Json(JsonPath::root())), None);
    }
}
