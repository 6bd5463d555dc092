//! The published piece: a CSL-JSON item, whose `id` is a slug.

use std::fmt;

use compact_str::CompactString;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::ledger::csl::{self, CslName, Type};
use crate::ledger::csl_date::{self, CslDate};
use crate::ledger::id::Id;
use crate::ledger::verbatim::Verbatim;

/// The published piece.
///
/// What is not known is left out; nothing here fills it in.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its slug, unique in the ledger.
    pub id: Id<Article>,
    /// The CSL type: `article-newspaper`, or `article` where it is not known.
    pub kind: CompactString,
    /// Every other variable, in the order written.
    variables: Vec<Variable>,
}

#[derive(Clone, Debug, PartialEq)]
struct Variable {
    name: CompactString,
    value: Value,
    written: Verbatim,
}

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(CompactString),
    Names(Vec<CslName>),
    Date(CslDate),
    Unknown,
}

impl Article {
    /// The title as it was recorded.
    pub fn title(&self) -> Option<&str> {
        self.text("title")
    }

    /// The outlet: newspaper, magazine, site.
    pub fn outlet(&self) -> Option<&str> {
        self.text("container-title").or_else(|| self.text("publisher"))
    }

    /// The address.
    pub fn url(&self) -> Option<&str> {
        self.text("URL")
    }

    /// The language, as a BCP 47 tag.
    pub fn language(&self) -> Option<&str> {
        self.text("language")
    }

    /// Who wrote it.
    pub fn authors(&self) -> &[CslName] {
        self.names("author")
    }

    /// The people and organisations that a variable names.
    pub fn names(&self, variable: &str) -> &[CslName] {
        match self.value(variable) {
            Some(Value::Names(names)) => names,
            _ => &[],
        }
    }

    /// When it was published.
    pub fn issued(&self) -> Option<&CslDate> {
        self.date("issued")
    }

    /// A variable that holds a date; an empty date is none.
    pub fn date(&self, variable: &str) -> Option<&CslDate> {
        match self.value(variable) {
            Some(Value::Date(date)) if *date != CslDate::default() => Some(date),
            _ => None,
        }
    }

    /// A variable that holds text; blank text is none.
    pub fn text(&self, variable: &str) -> Option<&str> {
        match self.value(variable) {
            Some(Value::Text(text)) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    /// The variables that CSL does not know; kept, and shown by nobody.
    pub fn unknown_variables(&self) -> impl Iterator<Item = &str> {
        let unknown = |variable: &&Variable| matches!(variable.value, Value::Unknown);
        self.variables.iter().filter(unknown).map(|variable| variable.name.as_str())
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.variables.iter().find(|variable| variable.name == name).map(|found| &found.value)
    }
}

/// Reads a variable by its name, so that what is wrong with it is said at its place.
struct VariableSeed(CompactString);

impl<'de> DeserializeSeed<'de> for VariableSeed {
    type Value = Variable;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Variable, D::Error> {
        Variable::read(self.0, Verbatim::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl Variable {
    fn read(name: CompactString, written: Verbatim) -> Result<Self, String> {
        let json = written.get();
        let value = match csl::type_of(&name) {
            Some(Type::Text) => csl::text(json).map(Value::Text),
            Some(Type::Names) => csl::names(json).map(Value::Names),
            Some(Type::Date) => csl_date::date(json).map(Value::Date),
            None => Ok(Value::Unknown),
        };
        match value {
            Ok(value) => Ok(Self { name, value, written }),
            Err(why) => Err(why),
        }
    }
}

struct ArticleVisitor;

impl<'de> Visitor<'de> for ArticleVisitor {
    type Value = Article;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a CSL-JSON item: { \"id\": …, \"type\": … }")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Article, A::Error> {
        let (mut id, mut kind) = (None, None);
        let mut variables: Vec<Variable> = Vec::new();
        while let Some(name) = fields.next_key::<CompactString>()? {
            let twice = match name.as_str() {
                "id" => id.replace(fields.next_value()?).is_some(),
                "type" => kind.replace(fields.next_value::<CompactString>()?).is_some(),
                _ => {
                    let twice = variables.iter().any(|variable| variable.name == name);
                    variables.push(fields.next_value_seed(VariableSeed(name.clone()))?);
                    twice
                }
            };
            if twice {
                return Err(de::Error::custom(format_args!("duplicate field `{name}`")));
            }
        }
        let kind = kind.ok_or_else(|| de::Error::missing_field("type"))?;
        if !csl::ITEM_TYPES.contains(&kind.as_str()) {
            return Err(de::Error::unknown_variant(&kind, csl::ITEM_TYPES));
        }
        Ok(Article { id: id.ok_or_else(|| de::Error::missing_field("id"))?, kind, variables })
    }
}

impl<'de> Deserialize<'de> for Article {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(ArticleVisitor)
    }
}

impl Serialize for Article {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_map(None)?;
        fields.serialize_entry("id", &self.id)?;
        fields.serialize_entry("type", &self.kind)?;
        for variable in &self.variables {
            fields.serialize_entry(variable.name.as_str(), &variable.written)?;
        }
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::Article;

    const BRIDGE: &str = r#"{"id":"harbour-bridge","type":"article-newspaper","title":"Ponte sul porto","author":[{"family":"Bellandi","given":"Chiara"}],"issued":{"date-parts":[["2025","8",14]]},"volume":3,"mood":{"calm": 1.0}}"#;

    #[test]
    fn a_pasted_item_is_read_and_kept() {
        let article: Article = serde_json::from_str(BRIDGE).expect("is an item");
        assert_eq!(article.title(), Some("Ponte sul porto"));
        assert_eq!(article.authors()[0].to_string(), "Chiara Bellandi");
        assert_eq!(article.issued().map(ToString::to_string).as_deref(), Some("2025-08-14"));
        assert_eq!(article.outlet(), None);
        assert_eq!(article.unknown_variables().collect::<Vec<_>>(), ["mood"]);
        assert_eq!(serde_json::to_string(&article).expect("is JSON"), BRIDGE);
    }

    #[test]
    fn what_is_no_item_is_refused() {
        let cases = [
            (r#"{"type":"article"}"#, "missing field `id`"),
            (r#"{"id":"a"}"#, "missing field `type`"),
            (r#"{"id":"a","type":"artcle"}"#, "unknown variant `artcle`"),
            (r#"{"id":"a","type":"article","title":[]}"#, "found [], expected text or a number"),
            (r#"{"id":"a","type":"article","title":"x","title":"y"}"#, "duplicate field `title`"),
            (r#"{"id":"https://a.example/b","type":"article"}"#, "`a-example-b` would do"),
        ];
        for (json, why) in cases {
            let refused = serde_json::from_str::<Article>(json).expect_err(json).to_string();
            assert!(refused.contains(why), "{refused}");
        }
    }
}
