//! Text from outside made harmless for where it goes: terminal, JSON, CSV cell, Markdown, HTML.
//!
//! Ledgers and drafts are written by others. An escape sequence in a name could repaint a terminal, a
//! bidirectional control could turn a sentence round, a cell that begins with `=` could run in a
//! spreadsheet. Nothing is dropped: what cannot be printed is shown as `\u{1b}`.

use std::borrow::Cow;
use std::fmt::Write;

/// Text on one line of a terminal: controls and line breaks are shown as `\u{…}`.
///
/// Shown are C0, DEL, C1, the line and paragraph separators, and the bidirectional controls of Unicode
/// (`Bidi_Control`, UAX #9). Zero-width joiners and spaces stay: Persian, Thai and emoji need them, and
/// they do nothing to a terminal.
pub fn terminal(text: &str) -> Cow<'_, str> {
    replaced(text, is_active, |letter, out| {
        // Writing to a string cannot fail.
        let _ = write!(out, "\\u{{{:x}}}", u32::from(letter));
    })
}

/// The same where the text begins a line: none that the runner of GitHub Actions, which reads all that
/// is printed, would take for a command (`::stop-commands::…`, blanks before it or not).
pub fn line(text: &str) -> Cow<'_, str> {
    let line = terminal(text);
    match line.find(|letter: char| !letter.is_whitespace()) {
        Some(at) if line[at..].starts_with("::") => {
            Cow::Owned(format!("{}\\u{{3a}}{}", &line[..at], &line[at + 1..]))
        }
        _ => line,
    }
}

/// A JSON document that is safe to print: what `serde_json` leaves raw (DEL, C1, bidirectional
/// controls, U+2028, U+2029) is written as JSON's own `\uXXXX`. It reads as the same document.
pub fn json(document: &str) -> Cow<'_, str> {
    replaced(
        document,
        |letter| !letter.is_ascii_control() && is_active(letter) || letter == '\u{7f}',
        |letter, out| {
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        },
    )
}

/// A CSV cell that no spreadsheet takes for a formula: a leading `'` where it begins with `= + - @`, a
/// tab or a line break (OWASP, "CSV Injection"), full-width forms included.
pub fn csv_cell(cell: &str) -> Cow<'_, str> {
    const STARTERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(STARTERS) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// Text that Markdown prints as it stands: `CommonMark`, GitHub's tables, autolinks, strikethrough and
/// mathematics, footnotes, pandoc's citations. Line breaks become spaces; controls are shown.
pub fn markdown(text: &str) -> Cow<'_, str> {
    let line = one_line(text);
    let escaped = replaced(&line, is_markup, |letter, out| {
        if is_active(letter) {
            let _ = write!(out, "\\\\u{{{:x}}}", u32::from(letter));
        } else {
            out.push('\\');
            out.push(letter);
        }
    });
    let block = block_start(&escaped);
    if matches!(escaped, Cow::Borrowed(_)) && block.is_none() && !links_itself(&escaped) {
        return line;
    }
    let mut escaped = escaped.into_owned();
    if let Some(at) = block {
        escaped.insert(at, '\\');
    }
    for (link, inert) in AUTOLINKS {
        escaped = without(&escaped, link, inert);
    }
    Cow::Owned(escaped)
}

/// A path that may begin a line, and names the same file: what the runner of GitHub Actions would take
/// for a command (`::stop-commands::x.md`) begins with `./`.
pub fn path(path: &str) -> Cow<'_, str> {
    if path.trim_start().starts_with("::") {
        Cow::Owned(format!("./{path}"))
    } else {
        Cow::Borrowed(path)
    }
}

/// Text in an HTML page, in an element or in a quoted attribute; controls are shown.
pub fn html(text: &str) -> Cow<'_, str> {
    let active = |letter| is_active(letter) && !matches!(letter, '\n' | '\t');
    replaced(
        text,
        |letter| matches!(letter, '&' | '<' | '>' | '"' | '\'') || active(letter),
        |letter, out| match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(other));
            }
        },
    )
}

/// Whether a character does something to the text around it, or to the device that prints it.
const fn is_active(letter: char) -> bool {
    letter.is_ascii_control()
        || matches!(letter,
            '\u{80}'..='\u{9f}'
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{2028}' | '\u{2029}')
}

/// Whether a character may begin markup anywhere in a line.
const fn is_markup(letter: char) -> bool {
    is_active(letter)
        || matches!(
            letter,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '&'
                | '~'
                | '|'
                | '#'
                | '^'
                | '$'
                | '@'
        )
}

/// What GitHub makes a link of without being asked, and the same with its trigger escaped.
const AUTOLINKS: [(&str, &str); 4] =
    [("://", "\\://"), ("www.", "www\\."), ("mailto:", "mailto\\:"), ("xmpp:", "xmpp\\:")];

fn links_itself(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    AUTOLINKS.iter().any(|(link, _)| lower.contains(link))
}

/// `text` with every `link`, in any case, given its backslash.
fn without(text: &str, link: &str, inert: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let backslash = inert.find('\\').unwrap_or_default();
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for (at, _) in lower.match_indices(link) {
        out.push_str(&text[done..at + backslash]);
        out.push('\\');
        done = at + backslash;
    }
    out.push_str(&text[done..]);
    out
}

/// Where a backslash keeps the first characters from being a list item, a heading's underline or a
/// block that another tool reads: `- `, `+ `, `=`, `1.`, `1)`, `: `.
fn block_start(text: &str) -> Option<usize> {
    let indent = text.len() - text.trim_start_matches(' ').len();
    let rest = &text[indent..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match rest.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => Some(indent),
        Some(b'.' | b')') if digits > 0 => Some(indent + digits),
        _ => None,
    }
}

/// The text with its line breaks and tabs as single spaces, and without the indentation that would
/// make it code.
fn one_line(text: &str) -> Cow<'_, str> {
    const BREAKS: [char; 6] = ['\n', '\r', '\t', '\u{85}', '\u{2028}', '\u{2029}'];
    let text = text.trim_matches(|letter| letter == ' ' || BREAKS.contains(&letter));
    if !text.contains(BREAKS) {
        return Cow::Borrowed(text);
    }
    let parts: Vec<&str> = text
        .split(BREAKS)
        .map(|part| part.trim_matches(' '))
        .filter(|part| !part.is_empty())
        .collect();
    Cow::Owned(parts.join(" "))
}

/// `text` with each character that `is_bad` written by `write`; borrowed where there is none.
fn replaced(
    text: &str,
    is_bad: impl Fn(char) -> bool,
    write: impl Fn(char, &mut String),
) -> Cow<'_, str> {
    let Some(first) = text.find(&is_bad) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..first]);
    for letter in text[first..].chars() {
        if is_bad(letter) {
            write(letter, &mut out);
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{csv_cell, html, json, line, markdown, path, terminal};

    /// Every bidirectional control.
    const BIDI: [char; 12] = [
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}',
        '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    ];

    #[test]
    fn nothing_active_reaches_a_terminal() {
        let cases = [
            ("plain", "Mei Ito, 学", "Mei Ito, 学"),
            ("an escape sequence", "\u{1b}[31mred\u{1b}[0m", r"\u{1b}[31mred\u{1b}[0m"),
            ("a title set by OSC", "\u{1b}]0;x\u{7}", r"\u{1b}]0;x\u{7}"),
            ("C1: the one-byte CSI", "\u{9b}2J", r"\u{9b}2J"),
            ("DEL", "a\u{7f}", r"a\u{7f}"),
            ("NUL", "\0", r"\u{0}"),
            ("line breaks", "a\nb\r\nc", r"a\u{a}b\u{d}\u{a}c"),
            ("a tab", "a\tb", r"a\u{9}b"),
            ("separators", "\u{2028}\u{2029}\u{85}", r"\u{2028}\u{2029}\u{85}"),
            ("an override", "\u{202e}evil", r"\u{202e}evil"),
            (
                "zero width, which scripts need",
                "می\u{200c}خواهم👩\u{200d}🔬",
                "می\u{200c}خواهم👩\u{200d}🔬",
            ),
            ("a soft hyphen", "a\u{ad}b", "a\u{ad}b"),
        ];
        for (name, text, shown) in cases {
            assert_eq!(terminal(text), shown, "{name}");
        }
    }

    #[test]
    fn controls_pass_no_door() {
        let controls = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32);
        for control in controls.chain(BIDI).chain(['\u{2028}', '\u{2029}']) {
            let text = format!("a{control}b");
            assert!(!terminal(&text).contains(control), "terminal {control:?}");
            assert!(!markdown(&text).contains(control), "markdown {control:?}");
            if !matches!(control, '\n' | '\t') {
                assert!(!html(&text).contains(control), "html {control:?}");
            }
            let document = serde_json::to_string(&text).expect("a string is JSON");
            let shown = json(&document);
            assert!(!shown.contains(control), "json {control:?}");
            let read: String = serde_json::from_str(&shown).expect("it is still JSON");
            assert_eq!(read, text, "json {control:?}");
        }
    }

    #[test]
    fn json_keeps_its_own_line_breaks() {
        assert_eq!(json("{\n  \"a\": \"\u{9b}\"\n}"), "{\n  \"a\": \"\\u009b\"\n}");
    }

    #[test]
    fn no_line_is_a_command() {
        let cases = [
            ("Mei Ito: ::a", "Mei Ito: ::a"),
            ("::error::a", r"\u{3a}:error::a"),
            ("\u{a0} ::a", "\u{a0} \\u{3a}:a"),
            ("\n::a", r"\u{a}::a"),
            ("", ""),
        ];
        for (text, shown) in cases {
            assert_eq!(line(text), shown);
        }
    }

    #[test]
    fn no_path_is_a_command() {
        let cases = [
            ("a.md", "a.md"),
            ("a::b.md", "a::b.md"),
            ("::error::a.md", "./::error::a.md"),
            (" ::a", "./ ::a"),
        ];
        for (named, shown) in cases {
            assert_eq!(path(named), shown);
        }
    }

    #[test]
    fn cells_are_no_formulas() {
        let cases = [
            ("Mei Ito", "Mei Ito"),
            ("=1+1", "'=1+1"),
            ("+39", "'+39"),
            ("-1", "'-1"),
            ("@cmd", "'@cmd"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("", ""),
        ];
        for (cell, shown) in cases {
            assert_eq!(csv_cell(cell), shown, "{cell:?}");
        }
    }

    #[test]
    fn pages_show_tags_as_text() {
        let shown = html("<b a=\"1\" c='2'>&amp;</b>\u{1b}");
        let expected = r"&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;\u{1b}";
        assert_eq!(shown, expected);
        assert_eq!(html("Mei Ito"), "Mei Ito");
    }

    /// What a reader of the rendered page sees, and whether anything but text was made of it.
    fn rendered(source: &str) -> (String, bool) {
        use pulldown_cmark::{Event, Options, Parser, Tag};
        let (mut text, mut is_plain) = (String::new(), true);
        for event in Parser::new_ext(source, Options::all()) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                _ => is_plain = false,
            }
        }
        (text, is_plain)
    }

    #[test]
    fn markdown_is_printed_as_it_stands() {
        let cases = [
            "Mei Ito",
            "*not* _emphasis_ `code` ~~struck~~",
            "[a link](https://x.example) ![an image](x)",
            "[^note] and [@key] and [x]: y",
            "<script>alert(1)</script> <!-- no -->",
            "&lt; &#65; AT&T",
            "# no heading",
            "> no quotation",
            "- no item",
            "+ no item",
            "* no item",
            "12. no item",
            "1) no item",
            "=====",
            "-----",
            "***",
            "```",
            "~~~",
            "| a | b |",
            "a\\*b \\",
            "$x$ and $$y$$ H~2~O x^2^",
            "https://x.example www.x.example WWW.X.example a@b.example mailto:x",
            ": definition",
            "[[wiki]]",
            "+++",
        ];
        for text in cases {
            for before in ["", "word "] {
                let source = format!("{before}{}", markdown(text));
                let (shown, is_plain) = rendered(&source);
                assert!(is_plain, "{source}");
                // Typographic quotation marks are not asked for here, dashes are left alone.
                let wanted = format!("{before}{text}");
                assert_eq!(plain_dashes(&shown), wanted, "{source}");
            }
        }
    }

    /// `Options::all` sets dashes and ellipses; print does, too.
    fn plain_dashes(text: &str) -> String {
        text.replace('—', "---").replace('–', "--").replace('…', "...")
    }

    #[test]
    fn markdown_has_no_lines() {
        let cases = [
            ("a\n\n# b", "a \\# b"),
            ("  a\r\n- b", "a - b"),
            ("\n- a", "\\- a"),
            ("a\u{2028}b", "a b"),
            ("    code", "code"),
            ("\u{1b}[0m", r"\\u{1b}\[0m"),
            ("see www.x.example", "see www\\.x.example"),
        ];
        for (text, escaped) in cases {
            assert_eq!(markdown(text), escaped, "{text:?}");
        }
    }
}
