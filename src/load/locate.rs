//! Where in a JSON text a path leads: looked up only for files that have findings.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::finding::{JsonPath, Spot, Step};
use crate::span::Span;

/// The bytes of a spot, or of the nearest thing around it that is there; none for the file itself.
pub fn locate(text: &str, spot: &Spot) -> Option<Span> {
    Places::new(text).locate(spot)
}

/// The places in a JSON text, for many questions: what was unfolded once is not read again, so that a
/// thousand findings in a file of a million bytes do not read a thousand million.
#[derive(Debug)]
pub struct Places<'t> {
    text: &'t str,
    whole: Option<Span>,
    /// By the first byte of the array or object.
    unfolded: HashMap<usize, Unfolded>,
}

#[derive(Debug)]
enum Unfolded {
    Array(Vec<Span>),
    Object(Vec<(String, Found)>),
    Neither,
}

#[derive(Clone, Copy, Debug)]
struct Found {
    value: Span,
    key: Option<Span>,
}

impl<'t> Places<'t> {
    /// The places of `text`.
    pub fn new(text: &'t str) -> Self {
        let whole = serde_json::from_str::<&RawValue>(text).ok();
        let whole = whole.map(|value| span_of(text, value.get()));
        Self { text, whole, unfolded: HashMap::new() }
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
        let mut found = Found { value: self.whole?, key: None };
        for step in path.steps() {
            match self.below(found.value, step) {
                Some(next) => found = next,
                None => return Some(opening(self.text, found.value)),
            }
        }
        Some(match found.key.filter(|_| key) {
            Some(key) => key,
            None => opening(self.text, found.value),
        })
    }

    fn below(&mut self, value: Span, step: &Step) -> Option<Found> {
        let text = self.text;
        let unfolded = self.unfolded.entry(value.start).or_insert_with(|| unfold(text, value));
        match (step, unfolded) {
            (Step::Index(index), Unfolded::Array(items)) => {
                items.get(*index).map(|value| Found { value: *value, key: None })
            }
            // The last of two keys alike: the first is the one that is not in doubt.
            (Step::Key(key), Unfolded::Object(fields)) => {
                fields.iter().rfind(|(name, _)| name == key).map(|(_, found)| *found)
            }
            _ => None,
        }
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

/// What stands in an array or object.
fn unfold(text: &str, value: Span) -> Unfolded {
    let json = &text[value.range()];
    if let Ok(Items(items)) = serde_json::from_str(json) {
        return Unfolded::Array(items.iter().map(|item| span_of(text, item.get())).collect());
    }
    let Ok(Fields(fields)) = serde_json::from_str(json) else { return Unfolded::Neither };
    let mut before = value.start + 1;
    let fields = fields.into_iter().map(|(name, field)| {
        let value = span_of(text, field.get());
        let key = key_between(text, before, value.start);
        before = value.end;
        (name, Found { value, key })
    });
    Unfolded::Object(fields.collect())
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
