//! Sources, claims and relations put into the text of a ledger file.

use crate::curate::edit::{Edit, apply, column_of, indent_of, put_field, separator};
use crate::curate::layout::{self, CLAIM_ORDER, FILE_ORDER};
use crate::curate::parts::{Field, Parts, field};
use crate::ledger::{Claim, Id, Source};
use crate::span::Span;

/// What is to be added to a ledger file.
#[derive(Clone, Debug, Default)]
pub struct Addition<'a> {
    /// New sources.
    pub sources: &'a [(Id<Source>, Source)],
    /// New claims, which come last.
    pub claims: &'a [Claim],
    /// What claims that are there already say of others from now on.
    pub relations: &'a [Relation],
}

/// What a claim says of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The claim that is there.
    pub of: String,
    /// The field: `conflicts` or `supports`.
    pub field: &'static str,
    /// The claim that it names from now on.
    pub to: String,
}

/// The text of a ledger file with something added. It has been read whole: what is not one is given back as
/// it is.
///
/// Whoever edits a ledger by hand, and looks at each change in git, sees what was added and nothing else: so
/// the rest stays byte for byte, and only what is put in is written as [`print`](crate::curate::print)
/// writes it. A file that is written so stays so.
pub fn add(text: &str, addition: &Addition<'_>) -> String {
    let fields = Parts::of_document(text).fields();
    let mut edits = Vec::new();
    edits.extend(add_sources(text, &fields, addition.sources));
    let claims = field(&fields, "claims").map(|claims| claims.value);
    let there = claims.map(|claims| Parts::of(text, claims).items()).unwrap_or_default();
    edits.extend(add_claims(text, &fields, &there, addition.claims));
    edits.extend(relate(text, &there, addition.relations));
    apply(text, edits)
}

fn add_sources(text: &str, file: &[Field], new: &[(Id<Source>, Source)]) -> Option<Edit> {
    let lines = |separator: &str| -> String {
        let indent = separator.rsplit('\n').next().unwrap_or_default();
        let line = |(id, source): &(Id<Source>, Source)| {
            let before = indent.chars().count() + id.as_str().len() + 4;
            format!("{separator}\"{id}\": {}", layout::source(source, indent, before))
        };
        new.iter().map(line).collect::<Vec<_>>().join(",")
    };
    if new.is_empty() {
        return None;
    }
    let Some(sources) = field(file, "sources") else {
        return put_field(text, file, &FILE_ORDER, "sources", |indent, _| {
            format!("{{{}\n{indent}}}", lines(&format!("\n{indent}  ")))
        });
    };
    Some(if let Some(last) = Parts::of(text, sources.value).fields().last() {
        let separator = separator(text, last.key.start);
        Edit::insert(last.value.end, format!(",{}", lines(&separator)))
    } else {
        let indent = indent_of(text, sources.key.start);
        let with = format!("{{{}\n{indent}}}", lines(&format!("\n{indent}  ")));
        Edit { span: sources.value, with }
    })
}

fn add_claims(text: &str, file: &[Field], there: &[Span], new: &[Claim]) -> Option<Edit> {
    let blocks = |separator: &str| -> String {
        let indent = separator.rsplit('\n').next().unwrap_or_default();
        let block = |claim| format!("{separator}{}", layout::claim(claim, indent));
        new.iter().map(block).collect::<Vec<_>>().join(",")
    };
    if new.is_empty() {
        return None;
    }
    let Some(claims) = field(file, "claims") else {
        return put_field(text, file, &FILE_ORDER, "claims", |indent, _| {
            format!("[{}\n{indent}]", blocks(&format!("\n{indent}  ")))
        });
    };
    Some(if let Some(last) = there.last() {
        let separator = separator(text, last.start);
        Edit::insert(last.end, format!(",{}", blocks(&separator)))
    } else {
        let indent = indent_of(text, claims.key.start);
        let with = format!("[{}\n{indent}]", blocks(&format!("\n{indent}  ")));
        Edit { span: claims.value, with }
    })
}

/// The new relations of claims that are there, several of one field together.
fn relate(text: &str, there: &[Span], relations: &[Relation]) -> Vec<Edit> {
    let mut edits = Vec::new();
    if relations.is_empty() {
        return edits;
    }
    for claim in there {
        let fields = Parts::of(text, *claim).fields();
        let Some(id) = field(&fields, "id").and_then(|id| read(text, id.value)) else { continue };
        for name in ["conflicts", "supports"] {
            let new = relations.iter().filter(|new| new.field == name && new.of == id);
            edits.extend(name_others(text, &fields, name, new.map(|new| new.to.clone())));
        }
    }
    edits
}

fn name_others(
    text: &str,
    claim: &[Field],
    name: &str,
    new: impl Iterator<Item = String>,
) -> Option<Edit> {
    let written = field(claim, name);
    let mut ids: Vec<String> = written
        .map(|list| Parts::of(text, list.value).items())
        .unwrap_or_default()
        .into_iter()
        .filter_map(|item| read(text, item))
        .collect();
    let before = ids.len();
    for id in new {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.len() == before {
        return None;
    }
    let Some(list) = written else {
        return put_field(text, claim, &CLAIM_ORDER, name, |indent, columns| {
            layout::ids(&ids, indent, columns)
        });
    };
    let indent = indent_of(text, list.key.start);
    let with = layout::ids(&ids, indent, column_of(text, list.value.start));
    Some(Edit { span: list.value, with })
}

/// The text that a JSON string stands for.
fn read(text: &str, string: Span) -> Option<String> {
    serde_json::from_str(&text[string.range()]).ok()
}
