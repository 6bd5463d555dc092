//! What is cited drawn in a format: Markdown, a fragment of HTML, plain text.

mod html;
mod markdown;
mod text;

use crate::cite::prose::Block;

/// A format that citations are drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// As GitHub, Obsidian and pandoc read it.
    Markdown,
    /// A fragment of a page.
    Html,
    /// Plain text.
    Text,
}

/// The blocks in a format, ending in a line break; whatever the ledger says is made harmless for it.
pub fn draw(blocks: &[Block], format: TextFormat) -> String {
    match format {
        TextFormat::Markdown => markdown::draw(blocks),
        TextFormat::Html => html::draw(blocks),
        TextFormat::Text => text::draw(blocks),
    }
}
