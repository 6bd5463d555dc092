//! Text made harmless for LaTeX, and for the programs that read `BibTeX` before LaTeX does.

use std::fmt::Write;

use crate::cite::records::fields::one_line;

/// Text that LaTeX prints as it stands and that leaves the braces of an entry balanced.
///
/// The ten characters that LaTeX reads as commands (L. Lamport, "LaTeX", 2nd ed., 2.2) and the pairs that
/// its fonts join to another (`--`, ` `` `, `''`) are written out.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in one_line(text).chars() {
        let joins = letter == before && matches!(letter, '-' | '`' | '\'' | '<' | '>' | ',');
        if joins {
            out.push_str("{}");
        }
        match letter {
            '\\' => out.push_str("{\\textbackslash}"),
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '#' | '$' | '%' | '&' | '_' => {
                let _ = write!(out, "\\{letter}");
            }
            other => out.push(other),
        }
        before = letter;
    }
    out
}

/// An address: read as it stands, so only what would end the field, or is no part of an address, is
/// encoded.
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for letter in one_line(url).chars() {
        match letter {
            '{' | '}' | '\\' | ' ' | '"' | '<' | '>' | '^' | '`' => {
                let _ = write!(out, "%{:02X}", u32::from(letter));
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{address, text};

    #[test]
    fn what_latex_would_run_is_text() {
        let cases = [
            ("A & B", r"A \& B"),
            ("100 % of $5 #1 a_b", r"100 \% of \$5 \#1 a\_b"),
            (
                r"\input{/etc/passwd}",
                r"{\textbackslash}input{\textbraceleft}/etc/passwd{\textbraceright}",
            ),
            ("a ~ b ^ c", r"a {\textasciitilde} b {\textasciicircum} c"),
            ("1939--1945", "1939-{}-1945"),
            ("È, 学, “q”", "È, 学, “q”"),
            ("a\nb\u{1b}[31m", r"a b{\textbackslash}u{\textbraceleft}1b{\textbraceright}[31m"),
        ];
        for (given, written) in cases {
            assert_eq!(text(given), written);
        }
        assert_eq!(
            address("https://a.example/x_y?a=1&b=%20{c}"),
            "https://a.example/x_y?a=1&b=%20%7Bc%7D"
        );
    }
}
