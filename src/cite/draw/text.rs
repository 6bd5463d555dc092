//! Citations as plain text.

use crate::cite::prose::{Block, Piece, Prose};
use crate::safe;

/// The blocks with a blank line between them.
pub fn draw(blocks: &[Block]) -> String {
    let drawn: Vec<String> = blocks.iter().map(block).collect();
    drawn.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Quotation { words, by } => format!("“{}”\n— {}", prose(words), prose(by)),
        Block::Paragraph(text) => prose(text),
        Block::Note(of, text) => format!("[{of}] {}", prose(text)),
    }
}

fn prose(text: &Prose) -> String {
    text.pieces().iter().map(piece).collect()
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Words(_, words) => {
            safe::terminal(&words.replace(['\n', '\r', '\t'], " ")).into_owned()
        }
        // Plain text has nothing behind it: an address is shown where it leads.
        Piece::Link { address, .. } => safe::terminal(address.as_str()).into_owned(),
        Piece::Mark(of) => format!(" [{of}]"),
        Piece::Open => "[".to_owned(),
        Piece::Key(article) => format!("@{article}"),
        Piece::Close => "]".to_owned(),
    }
}
