//! The paragraphs of an article's plain text.

use crate::span::Span;

/// The non-blank lines, headline and headings included, without the white space around them. The first
/// is paragraph 1.
///
/// Lines end in LF, CRLF or CR: saved pages come with any of them.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split(['\n', '\r']) {
        let words = line.trim_matches(is_blank);
        if !words.is_empty() {
            let indent = line.len() - line.trim_start_matches(is_blank).len();
            found.push(Span::new(start + indent, start + indent + words.len()));
        }
        start += line.len() + 1;
    }
    found
}

/// White space, and what a reader cannot see: a page's empty paragraph often holds a zero-width space.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn blank_lines_do_not_count() {
        let cases: [(&str, &str, &[&str]); 6] = [
            ("nothing", "", &[]),
            ("one line", "Il ponte", &["Il ponte"]),
            ("blank lines", "\n\na\n \t\nb\n\n", &["a", "b"]),
            ("CRLF and CR", "a\r\n\r\nb\rc", &["a", "b", "c"]),
            ("indented", "  a b  \n\u{a0}c", &["a b", "c"]),
            ("a line that only looks empty", "a\n\u{200b}\nb", &["a", "b"]),
        ];
        for (name, text, expected) in cases {
            let found: Vec<&str> =
                paragraphs(text).into_iter().map(|span| &text[span.range()]).collect();
            assert_eq!(found, expected, "{name}");
        }
    }
}
