//! Changes of a text: what was written by hand and is not changed keeps every byte.

use crate::curate::parts::Field;
use crate::span::Span;

/// These bytes, written anew; an empty span is where something is put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub span: Span,
    pub with: String,
}

impl Edit {
    /// Puts something in after the byte before `at`.
    pub const fn insert(at: usize, with: String) -> Self {
        Self { span: Span::new(at, at), with }
    }
}

/// The text with all edits made; they do not overlap.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.span);
    // What is put in breaks its lines as the text breaks its first.
    let first = text.find('\n').map_or("", |at| &text[..at]);
    let breaks = if first.ends_with('\r') { "\r\n" } else { "\n" };
    let mut new = String::with_capacity(text.len() + 512);
    let mut at = 0;
    for edit in edits {
        new.push_str(&text[at..edit.span.start]);
        new.push_str(&edit.with.replace('\n', breaks));
        at = edit.span.end;
    }
    new.push_str(&text[at..]);
    new
}

/// The white space right before a byte.
pub(super) fn space_before(text: &str, at: usize) -> &str {
    &text[text[..at].trim_end().len()..at]
}

/// The white space at the beginning of the line in which a byte stands.
pub(super) fn indent_of(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line = &text[start..at];
    &line[..line.len() - line.trim_start().len()]
}

/// How many columns of its line stand before a byte.
pub(super) fn column_of(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    text[start..at].chars().count()
}

/// The white space that parts the things of one list or object: that before one of them; where it holds no
/// line break, one is made, since what is added is read by people.
pub(super) fn separator(text: &str, at: usize) -> String {
    let space = space_before(text, at);
    if space.contains('\n') {
        return space.replace('\r', "");
    }
    format!("\n{}  ", indent_of(text, at))
}

/// Puts a field into an object that holds others, where the order of the design has it. `value` is given
/// the field's indent and the columns before its value.
pub(super) fn put_field(
    text: &str,
    fields: &[Field],
    order: &[&str],
    name: &str,
    value: impl FnOnce(&str, usize) -> String,
) -> Option<Edit> {
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let own = rank(name);
    let before = fields.iter().rfind(|field| rank(&field.name) < own);
    let beside = before.or(fields.first())?;
    let space = space_before(text, beside.key.start);
    let indent = space.rsplit('\n').next().unwrap_or_default();
    let indent = if space.contains('\n') { indent } else { indent_of(text, beside.key.start) };
    let columns = indent.chars().count() + name.chars().count() + 4;
    let written = format!("\"{name}\": {}", value(indent, columns));
    let space = space.replace('\r', "");
    Some(match before {
        Some(before) => Edit::insert(before.value.end, format!(",{space}{written}")),
        None => Edit::insert(beside.key.start, format!("{written},{space}")),
    })
}
