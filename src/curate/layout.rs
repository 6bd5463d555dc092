//! The one way a ledger file is written.
//!
//! Two spaces a level. The file, its article, the list of its sources and each claim have one field a line:
//! that is what people edit, and what a difference should show apart. Everything smaller, such as a source,
//! a list of topics, a passage, stands on one line where it fits in [`WIDTH`] columns, and else has one part
//! a line. Two objects in a list are always apart, so that one more quote or passage is one more line.

use serde::Serialize;

use crate::curate::parts::{Parts, document};
use crate::ledger::{Claim, File, Source, csl};
use crate::span::Span;

/// So many columns a line has where a part could as well be broken: the wide line of terminals and printers
/// since the VT100, and room for a quote with its rendering. Counted in Unicode scalars; the words of one
/// text are never broken.
pub const WIDTH: usize = 132;

/// The fields of a file, in their order.
pub(super) const FILE_ORDER: [&str; 7] =
    ["$schema", "format", "article", "snapshot", "sources", "claims", "x"];

/// The fields of a claim, in their order.
pub(super) const CLAIM_ORDER: [&str; 22] = [
    "id",
    "statement",
    "kind",
    "topics",
    "about",
    "source",
    "via",
    "voice_of",
    "mode",
    "cue",
    "inferred",
    "hedges",
    "quotes",
    "passages",
    "when",
    "due",
    "status",
    "conflicts",
    "supports",
    "qualified_by",
    "note",
    "x",
];

/// One level.
const STEP: &str = "  ";

/// What stands at a place, as far as it decides how that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    File,
    Article,
    Sources,
    Source,
    Claims,
    Claim,
    Quotes,
    Quote,
    Plain,
    /// The user's own: kept byte for byte.
    AsWritten,
}

/// A ledger file as `fmt` writes it, with a final newline.
pub fn print(file: &File) -> String {
    let mut text = laid_out(Part::File, file, "");
    text.push('\n');
    text
}

/// A claim whose lines after the first begin with `indent`.
pub(super) fn claim(claim: &Claim, indent: &str) -> String {
    laid_out(Part::Claim, claim, indent)
}

/// A source, the same way; `before` columns of its first line are taken.
pub(super) fn source(source: &Source, indent: &str, before: usize) -> String {
    let compact = compact(source);
    let mut out = String::new();
    Layout { text: &compact }.draw(Part::Source, document(&compact), indent, before, &mut out);
    out
}

/// A list of ids, the same way.
pub(super) fn ids(ids: &[String], indent: &str, before: usize) -> String {
    let compact = compact(ids);
    let mut out = String::new();
    Layout { text: &compact }.draw(Part::Plain, document(&compact), indent, before, &mut out);
    out
}

fn laid_out(part: Part, value: &impl Serialize, indent: &str) -> String {
    let compact = compact(value);
    let mut out = String::with_capacity(compact.len() * 5 / 4);
    let before = indent.chars().count();
    Layout { text: &compact }.draw(part, document(&compact), indent, before, &mut out);
    out
}

/// JSON without a space; what cannot be JSON no type of a ledger holds.
fn compact<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

impl Part {
    /// Whether it has one part a line however short it is.
    const fn is_broken(self) -> bool {
        matches!(self, Self::File | Self::Article | Self::Sources | Self::Claims | Self::Claim)
    }

    /// What the field of an object is.
    fn field(self, name: &str) -> Self {
        match (self, name) {
            (Self::File, "article") => Self::Article,
            (Self::File, "sources") => Self::Sources,
            (Self::File, "claims") => Self::Claims,
            (Self::File, "x" | "$schema")
            | (Self::Source | Self::Claim | Self::Quote, "x")
            | (Self::AsWritten, _) => Self::AsWritten,
            (Self::Sources, _) => Self::Source,
            (Self::Claim, "quotes") => Self::Quotes,
            (Self::Article, name)
                if !matches!(name, "id" | "type") && csl::type_of(name).is_none() =>
            {
                Self::AsWritten
            }
            _ => Self::Plain,
        }
    }

    /// What the items of a list are.
    const fn item(self) -> Self {
        match self {
            Self::Claims => Self::Claim,
            Self::Quotes => Self::Quote,
            _ => Self::Plain,
        }
    }
}

struct Layout<'t> {
    text: &'t str,
}

impl Layout<'_> {
    /// Writes a value; so many columns of its first line are taken.
    fn draw(&self, part: Part, span: Span, indent: &str, before: usize, out: &mut String) {
        if !part.is_broken()
            && let Some(line) = self.on_one_line(part, span)
            // Room is kept for a comma, so that what follows the value does not decide how it is written.
            && before + line.chars().count() < WIDTH
        {
            out.push_str(&line);
            return;
        }
        let deeper = format!("{indent}{STEP}");
        let start = |out: &mut String, at: usize| {
            out.push_str(if at == 0 { "\n" } else { ",\n" });
            out.push_str(&deeper);
        };
        match self.parts(part, span) {
            Parts::Object(fields) if !fields.is_empty() => {
                out.push('{');
                for (at, field) in fields.iter().enumerate() {
                    let key = &self.text[field.key.range()];
                    start(out, at);
                    out.push_str(key);
                    out.push_str(": ");
                    let before = deeper.chars().count() + key.chars().count() + 2;
                    self.draw(part.field(&field.name), field.value, &deeper, before, out);
                }
                close(out, indent, '}');
            }
            Parts::List(items) if !items.is_empty() => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    start(out, at);
                    self.draw(part.item(), *item, &deeper, deeper.chars().count(), out);
                }
                close(out, indent, ']');
            }
            Parts::Object(_) => out.push_str("{}"),
            Parts::List(_) => out.push_str("[]"),
            Parts::Atom => out.push_str(&self.text[span.range()]),
        }
    }

    /// The value on one line, where it may stand on one.
    fn on_one_line(&self, part: Part, span: Span) -> Option<String> {
        match self.parts(part, span) {
            Parts::Atom => {
                let written = &self.text[span.range()];
                (!written.contains(['\n', '\r'])).then(|| written.to_owned())
            }
            Parts::Object(fields) if fields.is_empty() => Some("{}".to_owned()),
            Parts::Object(fields) => {
                let fields: Option<Vec<String>> = fields
                    .iter()
                    .map(|field| {
                        let value = self.on_one_line(part.field(&field.name), field.value)?;
                        Some(format!("{}: {value}", &self.text[field.key.range()]))
                    })
                    .collect();
                Some(format!("{{ {} }}", fields?.join(", ")))
            }
            Parts::List(items) => {
                let objects = items.iter().filter(|item| self.text[item.start..].starts_with('{'));
                if objects.count() > 1 {
                    return None;
                }
                let items: Option<Vec<String>> =
                    items.iter().map(|item| self.on_one_line(part.item(), *item)).collect();
                Some(format!("[{}]", items?.join(", ")))
            }
        }
    }

    fn parts(&self, part: Part, span: Span) -> Parts {
        match part {
            Part::AsWritten => Parts::Atom,
            _ => Parts::of(self.text, span),
        }
    }
}

fn close(out: &mut String, indent: &str, bracket: char) {
    out.push('\n');
    out.push_str(indent);
    out.push(bracket);
}
