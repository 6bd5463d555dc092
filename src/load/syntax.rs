//! What is wrong with a text that is not JSON, in the words of someone who does not write it every
//! day.

/// The byte that serde's line and column (bytes from 1) name.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let start =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    // serde counts a line break as column 0 of the line that it begins.
    let mut at = (start + column).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What is wrong with the JSON, which ends to be any at a byte, and what to do.
pub(super) fn syntax(text: &str, at: usize, why: &serde_json::Error) -> (String, String) {
    let said = why.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let (message, help) = if let Some(odd) = oddity(text, at) {
        odd
    } else if why.is_eof() {
        let inside = said.trim_start_matches("EOF while parsing ");
        return (
            format!("not JSON: the file ends inside {inside}"),
            "a bracket or quotation mark is not closed, or the file was cut short".to_owned(),
        );
    } else if said.contains("trailing comma") {
        ("a comma before the closing bracket", "remove it")
    } else if said.contains("control character") && text[at..].starts_with(['\n', '\r']) {
        (
            "a line break inside a text",
            "close the quotation mark on this line, or write the line break as \\n",
        )
    } else if said.contains("control character") {
        ("a control character inside a text", "remove it, or write it as an escape such as \\t")
    } else if said.contains("surrogate") || said.contains("hex escape") {
        (
            "a `\\u` escape that is half of a character",
            "write the character itself, or both halves of its escape",
        )
    } else if said.contains("escape") {
        ("a backslash that begins no escape", "write a backslash itself as \\\\")
    } else if said.contains("recursion") {
        (
            "brackets nested deeper than 127",
            "a ledger needs seven: look for a bracket that is not closed",
        )
    } else if said.contains("expected `,`") {
        (
            "expected a comma or a closing bracket",
            "a comma is missing before this, or a quotation mark inside a text needs a backslash: \\\"",
        )
    } else if said.contains("trailing characters") {
        (
            "something follows the end of the ledger",
            "remove it; a second article goes into a file of its own",
        )
    } else if said.contains("key must be") {
        (
            "expected a field's name in double quotation marks",
            "write `\"name\": value`, with commas between",
        )
    } else {
        return (
            format!("not JSON: {said}"),
            "a value is a text in double quotation marks, a number, true, false, a list [ … ] or an object { … }".to_owned(),
        );
    };
    (format!("not JSON: {message}"), help.to_owned())
}

/// What people write who do not write JSON every day, recognised by how it begins.
fn oddity(text: &str, at: usize) -> Option<(&'static str, &'static str)> {
    let rest = &text[at..];
    if text.trim().is_empty() {
        Some(("the file is empty", "`claims init` starts a ledger file"))
    } else if text.trim_start().starts_with('<') {
        Some((
            "this is a web page or XML",
            "a ledger file is written by hand; `claims init` starts one",
        ))
    } else if ["//", "/*", "#"].iter().any(|mark| rest.starts_with(mark)) {
        Some(("a comment", "JSON has none: write it under `note`, or under `x`"))
    } else if rest.starts_with(['“', '”', '„', '«', '»', '‘', '’', '\'']) {
        Some((
            "a quotation mark that is not straight and double",
            "write \" around names and texts; some editors make it curly by themselves",
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn a_line_and_a_column_are_a_byte() {
        let cases = [
            ("the start", "ab", (1, 1), 0),
            ("the second line", "ab\ncd", (2, 2), 4),
            ("a line break", "ab\ncd", (2, 0), 2),
            ("inside a letter", "é", (1, 2), 0),
            ("past the end", "ab", (1, 9), 2),
            ("nowhere", "", (0, 0), 0),
        ];
        for (name, text, (line, column), at) in cases {
            assert_eq!(offset(text, line, column), at, "{name}");
        }
    }
}
