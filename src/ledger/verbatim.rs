//! JSON kept byte for byte: the user's own fields, and CSL variables that nobody here knows.

use std::collections::HashSet;
use std::fmt;

use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

/// A JSON value as it was written, checked to be one that every reader reads alike: no key twice in
/// an object, no lone surrogate in a string.
#[derive(Clone)]
pub struct Verbatim(Box<RawValue>);

/// The user's own fields, under `x`: a JSON object kept byte for byte.
#[derive(Clone, Debug, PartialEq)]
pub struct Own(Verbatim);

impl Verbatim {
    /// The JSON text.
    pub fn get(&self) -> &str {
        self.0.get()
    }

    /// Whether the other is the same but for white space between its parts.
    pub fn reads_like(&self, other: &Self) -> bool {
        parts(self.get()).eq(parts(other.get()))
    }
}

/// The letters of a JSON text without the white space between its parts.
fn parts(json: &str) -> impl Iterator<Item = char> {
    let (mut is_text, mut is_escaped) = (false, false);
    json.chars().filter(move |letter| {
        if is_text {
            is_text = is_escaped || *letter != '"';
            is_escaped = !is_escaped && *letter == '\\';
            return true;
        }
        is_text = *letter == '"';
        !letter.is_ascii_whitespace()
    })
}

impl Own {
    /// The JSON text of the object.
    pub fn get(&self) -> &str {
        self.0.get()
    }
}

/// Walks a whole JSON value and refuses what two readers might read differently.
struct Unequivocal;

impl<'de> Deserialize<'de> for Unequivocal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Unequivocal {
    type Value = Self;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self, A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = fields.next_key::<String>()? {
            fields.next_value::<Self>()?;
            if let Some(twice) = seen.replace(key) {
                return Err(de::Error::custom(format_args!("duplicate field `{twice}`")));
            }
        }
        Ok(self)
    }
}

impl<'de> Deserialize<'de> for Verbatim {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(from)?;
        serde_json::from_str::<Unequivocal>(raw.get()).map_err(de::Error::custom)?;
        Ok(Self(raw))
    }
}

impl<'de> Deserialize<'de> for Own {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Verbatim::deserialize(from)?;
        if value.get().starts_with('{') {
            Ok(Self(value))
        } else {
            Err(de::Error::custom("`x` holds your own fields, so it is an object: { … }"))
        }
    }
}

impl Serialize for Verbatim {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl Serialize for Own {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl PartialEq for Verbatim {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl fmt::Debug for Verbatim {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.get())
    }
}

#[cfg(test)]
mod tests {
    use super::{Own, Verbatim};

    #[test]
    fn what_is_kept_is_kept_to_the_byte() {
        for json in ["{\"a\" :1.50, \"b\":[ ]}", "{}", "{\"a\":{\"b\":1},\"c\":{\"b\":2}}"] {
            assert_eq!(serde_json::from_str::<Own>(json).expect(json).get(), json);
        }
    }

    #[test]
    fn only_white_space_between_the_parts_says_nothing() {
        let read = |json: &str| serde_json::from_str::<Verbatim>(json).expect(json);
        let cases = [
            (r#"{"a" : [1, 2]}"#, "{\"a\":[1,\n2]}", true),
            (r#""a b""#, r#""ab""#, false),
            (r#"["\" a"]"#, r#"["\"a"]"#, false),
            (r#"["\\", 1]"#, r#"["\\",1]"#, true),
            ("1.50", "1.5", false),
        ];
        for (one, other, same) in cases {
            assert_eq!(read(one).reads_like(&read(other)), same, "{one} {other}");
        }
    }

    #[test]
    fn what_readers_read_differently_is_refused() {
        for json in [r#"{"a":1,"a":2}"#, r#"{"a":[{"b":1,"b":1}]}"#, r#"{"a":"\ud800"}"#] {
            assert!(serde_json::from_str::<Verbatim>(json).is_err(), "{json}");
        }
        assert!(serde_json::from_str::<Own>("[1]").is_err());
    }
}
