//! Where in a JSON text a path leads: looked up only for files that have findings.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::finding::{JsonPath, Spot, Step};
use crate::span::Span;

/// The bytes of a spot, or of the nearest thing around it that is there; none for the file itself.
pub fn locate(text: &str, spot: &Spot) -> Option<Span> {
    match spot {
        Spot::File => None,
        Spot::Text(span) => Some(*span),
        Spot::Json(path) => nearest(text, path, false),
        Spot::JsonKey(path) => nearest(text, path, true),
    }
}

/// The value at the path, or what holds it where it is missing, cut to its opening bracket.
fn nearest(text: &str, path: &JsonPath, key: bool) -> Option<Span> {
    let mut found = Found { value: whole(text)?, key: None };
    for step in path.steps() {
        match below(text, found.value, step) {
            Some(next) => found = next,
            None => return Some(opening(text, found.value)),
        }
    }
    Some(if key { found.key.unwrap_or(found.value) } else { opening(text, found.value) })
}

#[derive(Clone, Copy)]
struct Found {
    value: Span,
    key: Option<Span>,
}

/// An object or array is shown by its opening bracket: a caret under forty lines says nothing.
fn opening(text: &str, value: Span) -> Span {
    if text[value.range()].starts_with(['{', '[']) {
        Span::new(value.start, value.start + 1)
    } else {
        value
    }
}

fn whole(text: &str) -> Option<Span> {
    let value: &RawValue = serde_json::from_str(text).ok()?;
    Some(span_of(text, value.get()))
}

fn below(text: &str, value: Span, step: &Step) -> Option<Found> {
    let json = &text[value.range()];
    match step {
        Step::Index(index) => {
            let Items(items) = serde_json::from_str(json).ok()?;
            let item = items.get(*index)?;
            Some(Found { value: span_of(text, item.get()), key: None })
        }
        Step::Key(key) => {
            let Fields(fields) = serde_json::from_str(json).ok()?;
            // The last of two keys alike: the first is the one that is not in doubt.
            let at = fields.iter().rposition(|(name, _)| name == key)?;
            let before = match at.checked_sub(1) {
                Some(before) => span_of(text, fields[before].1.get()).end,
                None => value.start + 1,
            };
            let value = span_of(text, fields[at].1.get());
            let key = key_between(text, before, value.start);
            Some(Found { value, key })
        }
    }
}

/// The key's own bytes, quotation marks included, between the value before and its value.
fn key_between(text: &str, from: usize, to: usize) -> Option<Span> {
    let between = &text[from..to];
    let start = between.find('"')?;
    let end = between.rfind('"')?;
    Some(Span::new(from + start, from + end + 1))
}

/// Where `part`, a slice of `text`, lies in it.
fn span_of(text: &str, part: &str) -> Span {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start, start + part.len())
}

struct Items<'t>(Vec<&'t RawValue>);

struct Fields<'t>(Vec<(String, &'t RawValue)>);

struct Unfold;

impl<'t> Visitor<'t> for Unfold {
    type Value = Fields<'t>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Fields<'t>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

struct UnfoldItems;

impl<'t> Visitor<'t> for UnfoldItems {
    type Value = Items<'t>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<Items<'t>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Items(items))
    }
}

impl<'de: 't, 't> Deserialize<'de> for Fields<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Unfold)
    }
}

impl<'de: 't, 't> Deserialize<'de> for Items<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(UnfoldItems)
    }
}

#[cfg(test)]
mod tests {
    use super::locate;
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
        for (name, spot, found) in cases {
            let span = locate(TEXT, &spot).expect(name);
            assert_eq!(&TEXT[span.range()], found, "{name}");
        }
        assert_eq!(locate(TEXT, &Spot::File), None);
        assert_eq!(locate("{", &Spot::Json(JsonPath::root())), None);
    }
}
