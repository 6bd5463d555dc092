//! Ids: slugs, told apart by what they name.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use compact_str::CompactString;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The id of a `T`: a slug, `[a-z0-9][a-z0-9-]*`. The id of a claim is never taken for a source's.
pub struct Id<T> {
    slug: CompactString,
    of: PhantomData<fn() -> T>,
}

/// Why a text is no id; says what would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnId {
    given: String,
}

impl<T> Id<T> {
    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.slug
    }
}

/// Whether a text has the form of an id.
pub fn is_slug(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase() || first.is_ascii_digit())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The slug that a person would make of a text: its letters without case and accents, joined by `-`.
pub fn slug_of(text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let text = text.split_once("://").map_or(text, |(_, address)| address);
    let mut slug = String::new();
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !unicode_normalization::char::is_combining_mark(letter)
            && !slug.is_empty()
            && !slug.ends_with('-')
        {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

impl<T> TryFrom<CompactString> for Id<T> {
    type Error = NotAnId;

    fn try_from(slug: CompactString) -> Result<Self, NotAnId> {
        if is_slug(&slug) {
            Ok(Self { slug, of: PhantomData })
        } else {
            Err(NotAnId { given: slug.into() })
        }
    }
}

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        CompactString::from(text).try_into()
    }
}

impl fmt::Display for NotAnId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = &self.given;
        if given.is_empty() {
            out.write_str("an empty text is no id")?;
        } else {
            write!(out, "`{given}` is no id")?;
        }
        out.write_str(": an id is made of a-z, 0-9 and `-`, and does not begin with `-`")?;
        match slug_of(given) {
            Some(slug) => write!(out, "; `{slug}` would do"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for NotAnId {}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        CompactString::deserialize(from)?.try_into().map_err(de::Error::custom)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.slug)
    }
}

// Derived impls would ask the same of `T`, which is only a mark.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self { slug: self.slug.clone(), of: PhantomData }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.slug.cmp(&other.slug)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<T> Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        &self.slug
    }
}

impl<T> AsRef<str> for Id<T> {
    fn as_ref(&self) -> &str {
        &self.slug
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.slug)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}`", self.slug)
    }
}

#[cfg(test)]
mod tests {
    use super::{Id, is_slug, slug_of};

    #[test]
    fn slugs_are_told_from_other_text() {
        for good in ["a", "0", "harbour-bridge", "r2-", "a--b"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-a", "A", "a_b", "a b", "é", "a/b", "https://x.example"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn a_refused_id_comes_with_a_proposal() {
        let cases = [
            ("https://gazzetta.example/ponte", "gazzetta-example-ponte"),
            ("Città di Ferro", "citta-di-ferro"),
            ("Harbour  Bridge!", "harbour-bridge"),
        ];
        for (given, proposed) in cases {
            assert_eq!(slug_of(given).as_deref(), Some(proposed));
            let refused = given.parse::<Id<()>>().expect_err("is no slug").to_string();
            assert!(refused.contains(&format!("`{proposed}` would do")), "{refused}");
        }
        assert_eq!(slug_of("!?"), None);
    }
}
