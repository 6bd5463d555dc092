//! Keys that stand twice in one object, wherever they are: readers of JSON differ in which they take.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::finding::JsonPath;

/// The paths of all keys that stand twice, as far as the text could be walked, and why no further.
pub(super) fn keys(text: &str) -> (Vec<JsonPath>, Option<serde_json::Error>) {
    let mut twice = Vec::new();
    let mut parser = serde_json::Deserializer::from_str(text);
    let walked = Walk { at: JsonPath::root(), twice: &mut twice }.deserialize(&mut parser);
    (twice, walked.err())
}

/// Walks a whole document and gathers the keys that stand twice in an object.
struct Walk<'w> {
    at: JsonPath,
    twice: &'w mut Vec<JsonPath>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0;
        while items
            .next_element_seed(Walk { at: self.at.clone().then(index), twice: self.twice })?
            .is_some()
        {
            index += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = fields.next_key::<String>()? {
            let at = self.at.clone().then(key.as_str());
            if !seen.insert(key) {
                self.twice.push(at.clone());
            }
            fields.next_value_seed(Walk { at, twice: self.twice })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn every_key_that_stands_twice_is_found() {
        let text = r#"{"a": 1, "b": [{"c": 1, "c": 2, "d": {"c": 3}}], "a": {"e": 0, "e": 0}}"#;
        let (twice, broken) = keys(text);
        let shown: Vec<String> = twice.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["b[0].c", "a", "a.e"]);
        assert!(broken.is_none());
    }
}
