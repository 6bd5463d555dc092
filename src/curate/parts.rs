//! A JSON text taken apart, one level at a time, with the bytes of every part.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::span::Span;

/// A value, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// The fields of an object, in the order written.
    Object(Vec<Field>),
    /// The items of a list.
    List(Vec<Span>),
    /// A string, a number, `true`, `false` or `null`.
    Atom,
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// Its name, as it reads.
    pub name: String,
    /// Its name as it is written, quotation marks included.
    pub key: Span,
    /// Its value.
    pub value: Span,
}

impl Parts {
    /// The parts of the value at `span`; an atom where it is no object and no list.
    pub fn of(text: &str, span: Span) -> Self {
        let Ok(taken) = serde_json::from_str::<Taken<'_>>(&text[span.range()]) else {
            return Self::Atom;
        };
        match taken {
            Taken::List(items) => {
                Self::List(items.into_iter().map(|item| span_of(text, item)).collect())
            }
            Taken::Object(fields) => {
                let mut before = span.start + 1;
                let field = |(name, raw)| {
                    let value = span_of(text, raw);
                    let key = key_between(text, before, value.start);
                    before = value.end;
                    Field { name, key, value }
                };
                Self::Object(fields.into_iter().map(field).collect())
            }
        }
    }

    /// The parts of a whole document.
    pub fn of_document(text: &str) -> Self {
        Self::of(text, document(text))
    }

    /// The fields of an object; none of anything else.
    pub fn fields(self) -> Vec<Field> {
        if let Self::Object(fields) = self { fields } else { Vec::new() }
    }

    /// The items of a list; none of anything else.
    pub fn items(self) -> Vec<Span> {
        if let Self::List(items) = self { items } else { Vec::new() }
    }
}

/// The bytes of a whole document, without the white space around it.
pub(super) fn document(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    Span::new(start, text.trim_end().len().max(start))
}

/// The field of this name.
pub(super) fn field<'f>(fields: &'f [Field], name: &str) -> Option<&'f Field> {
    fields.iter().find(|field| field.name == name)
}

/// Where a value, a slice of `text`, lies in it.
fn span_of(text: &str, value: &RawValue) -> Span {
    let start = value.get().as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start, start + value.get().len())
}

/// The key between the value before, or the opening bracket, and its own value.
fn key_between(text: &str, from: usize, to: usize) -> Span {
    let between = &text[from..to];
    let start = between.find('"').unwrap_or_default();
    let end = between.rfind('"').map_or(between.len(), |at| at + 1);
    Span::new(from + start, from + end)
}

enum Taken<'t> {
    Object(Vec<(String, &'t RawValue)>),
    List(Vec<&'t RawValue>),
}

struct TakeApart;

impl<'t> Visitor<'t> for TakeApart {
    type Value = Taken<'t>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut fields: A) -> Result<Taken<'t>, A::Error> {
        let mut taken = Vec::new();
        while let Some(field) = fields.next_entry()? {
            taken.push(field);
        }
        Ok(Taken::Object(taken))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Taken<'t>, A::Error> {
        let mut taken = Vec::new();
        while let Some(item) = items.next_element()? {
            taken.push(item);
        }
        Ok(Taken::List(taken))
    }
}

impl<'de: 't, 't> Deserialize<'de> for Taken<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TakeApart)
    }
}
