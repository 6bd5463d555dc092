//! Citations in Markdown.

use crate::cite::prose::{Block, Face, Piece, Prose};
use crate::safe;

/// The blocks with a blank line between them.
pub fn draw(blocks: &[Block]) -> String {
    let drawn: Vec<String> = blocks.iter().map(block).collect();
    drawn.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Quotation { words, by } => format!("> {}\n>\n> — {}", prose(words), prose(by)),
        Block::Paragraph(text) => prose(text),
        Block::Note(of, text) => format!("[^{of}]: {}", prose(text)),
    }
}

fn prose(text: &Prose) -> String {
    text.pieces().iter().map(piece).collect()
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Words(face, words) => {
            let mark = match face {
                Face::Upright => "",
                Face::Italic => "*",
                Face::Bold => "**",
            };
            set_off(words, mark)
        }
        Piece::Link { address, shown } => match shown.as_deref() {
            Some(shown) if shown != address.as_str() => {
                format!("[{}](<{}>)", safe::markdown(shown), address.as_str())
            }
            _ => format!("<{}>", address.as_str()),
        },
        Piece::Mark(of) => format!("[^{of}]"),
        Piece::Open => "[".to_owned(),
        Piece::Key(article) => format!("@{article}"),
        Piece::Close => "]".to_owned(),
    }
}

/// Words between marks, with the blanks at their ends outside: a mark beside a blank is none.
fn set_off(words: &str, mark: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return " ".repeat(usize::from(!words.is_empty()));
    }
    let before = if words.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if words.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{mark}{}{mark}{after}", safe::markdown(inner))
}
