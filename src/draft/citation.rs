//! Citations: `[^claim-id]`, and pandoc's `[@claim-id]` and `[@article-id]`.

use super::page::Page;
use super::walk::Walk;
use crate::span::Span;

/// A label in square brackets that points at a claim, an article, or a footnote of the draft's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The label, without its mark.
    pub label: String,
    /// How it is written.
    pub form: Form,
    /// Whether the draft itself says what stands behind the label.
    pub defined: bool,
    /// Bytes of the draft: the whole citation, brackets included.
    pub span: Span,
    /// The sentence that it stands in or right behind: bytes of the draft.
    pub sentence: Span,
    /// Where in the page it stood.
    pub(super) at: usize,
}

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `[^id]`.
    Footnote,
    /// `[@id]`, of pandoc.
    Pandoc,
}

/// Finds the citations and takes them out of the prose, where blanks are left.
pub(super) fn citations(walk: &mut Walk) -> Vec<Citation> {
    let mut found: Vec<Citation> = walk
        .references
        .drain(..)
        .map(|(label, span)| {
            let at = walk.page.page_place(span.start);
            Citation { label, form: Form::Footnote, defined: true, span, sentence: span, at }
        })
        .collect();
    let mut holes = Vec::new();
    for (open, _) in walk.page.text.match_indices('[') {
        if let Some((form, hole)) = bracket(&walk.page.text, open) {
            let inside = &walk.page.text[open + 1..hole.end - 1];
            let span = walk.page.in_draft(hole);
            found.extend(labels(inside, form).map(|label| Citation {
                defined: walk.defined.contains(label),
                label: label.to_owned(),
                form,
                span,
                sentence: span,
                at: hole.start,
            }));
            holes.push(hole);
        }
    }
    blank(&mut walk.page, &holes);
    found.sort_by_key(|citation| citation.span.start);
    found
}

/// The bracket that opens here, where it holds a citation.
fn bracket(text: &str, open: usize) -> Option<(Form, Span)> {
    let rest = &text[open + 1..];
    let end = rest.find([']', '[', '\n'])?;
    let inside = rest.get(..end).filter(|_| rest[end..].starts_with(']'))?;
    let form = match inside.as_bytes() {
        [b'^', ..] => Form::Footnote,
        // `[see @id, p. 3]` and `[-@id]` are pandoc's as well.
        _ if inside.starts_with('@') || inside.contains(" @") || inside.starts_with("-@") => {
            Form::Pandoc
        }
        _ => return None,
    };
    labels(inside, form).next()?;
    Some((form, Span::new(open, open + 1 + end + 1)))
}

/// The labels in a bracket: one of a footnote, any number of pandoc's.
fn labels(inside: &str, form: Form) -> impl Iterator<Item = &str> {
    let mark = if form == Form::Footnote { '^' } else { '@' };
    inside.split(mark).skip(1).filter_map(move |after| {
        let end = after.find(|letter: char| !is_of_label(letter)).unwrap_or(after.len());
        let whole = form == Form::Pandoc || end == after.len();
        let label = after[..end].trim_end_matches(['.', ':', '-', '_', '/']);
        (whole && !label.is_empty()).then_some(label)
    })
}

fn is_of_label(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':' | '/')
}

/// Sets blanks where the citations stood: they are no words of the sentence, nor of a quotation.
fn blank(page: &mut Page, holes: &[Span]) {
    if holes.is_empty() {
        return;
    }
    let mut text = String::with_capacity(page.text.len());
    let mut done = 0;
    for hole in holes {
        text.push_str(&page.text[done..hole.start]);
        text.extend(std::iter::repeat_n(' ', hole.len()));
        done = hole.end;
    }
    text.push_str(&page.text[done..]);
    page.text = text;
}
