//! Citations as a fragment of HTML, to be pasted into a page.

use crate::cite::prose::{Block, Face, Piece, Prose};
use crate::safe;

/// The blocks, one a line.
pub fn draw(blocks: &[Block]) -> String {
    blocks.iter().map(|of| block(of) + "\n").collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Quotation { words, by } => {
            format!("<blockquote>\n<p>{}</p>\n<p>— {}</p>\n</blockquote>", prose(words), prose(by))
        }
        Block::Paragraph(text) => format!("<p>{}</p>", prose(text)),
        Block::Note(of, text) => {
            let back = format!("<a href=\"#from-{of}\">*</a>");
            format!(
                "<p id=\"note-{of}\" role=\"doc-footnote\"><sup>{back}</sup> {}</p>",
                prose(text)
            )
        }
    }
}

fn prose(text: &Prose) -> String {
    text.pieces().iter().map(piece).collect()
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Words(face, words) => {
            let line = words.replace(['\n', '\r', '\t'], " ");
            let words = safe::html(&line);
            match face {
                Face::Upright => words.into_owned(),
                Face::Italic => format!("<i>{words}</i>"),
                Face::Bold => format!("<b>{words}</b>"),
            }
        }
        Piece::Link { address, shown } => {
            let shown = shown.as_deref().unwrap_or(address.as_str());
            format!("<a href=\"{}\">{}</a>", safe::html(address.as_str()), safe::html(shown))
        }
        Piece::Mark(of) => {
            format!("<sup id=\"from-{of}\"><a href=\"#note-{of}\" role=\"doc-noteref\">*</a></sup>")
        }
        Piece::Open => "[".to_owned(),
        Piece::Key(article) => format!("@{article}"),
        Piece::Close => "]".to_owned(),
    }
}
