//! Many questions from a file: JSON Lines, or CSV with a header.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::check::Question;
use crate::cli::trouble::Trouble;
use crate::load::read::{self, LARGEST_TEXT, NotText};

/// The questions of a file, and what is wrong with some of its lines.
#[derive(Debug, Default)]
pub struct Questions {
    /// In the order of the file.
    pub asked: Vec<Question>,
    /// Lines that hold no question: number and reason.
    pub bad: Vec<(u64, String)>,
}

/// Reads a file of questions; `-` is standard input.
///
/// # Errors
/// When it cannot be read, is larger than 64 MiB, is not UTF-8, or is a table without a column `text`.
pub fn read(path: &Path) -> Result<Questions, Trouble> {
    let shown = if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        format!("`{}`", path.display())
    };
    let cannot = |why: NotText| {
        Trouble::new(format!("cannot read the questions from {shown}: {why}")).help(why.help())
    };
    let mut bytes = Vec::new();
    let text = if path == Path::new("-") {
        standard_input(&mut bytes).map_err(cannot)?
    } else {
        read::text(path, Some(LARGEST_TEXT), &mut bytes).map_err(cannot)?
    };
    let questions = parse(path, text)?;
    if questions.asked.is_empty() && questions.bad.is_empty() {
        return Err(Trouble::new(format!("{shown} holds no question"))
            .help("give one a line: {\"text\": \"…\", \"by\": \"…\"}, or a CSV table with a column `text`"));
    }
    Ok(questions)
}

/// The questions of a text, whose form is told by the ending of its `path`, else by its first letter.
///
/// # Errors
/// When it is a table without a column `text`, or with a column that is meant for `by`.
pub fn parse(path: &Path, text: &str) -> Result<Questions, Trouble> {
    if is_json(path, text) { Ok(from_lines(text)) } else { from_table(text) }
}

fn standard_input(bytes: &mut Vec<u8>) -> Result<&str, NotText> {
    let mut input = io::stdin().lock().take(LARGEST_TEXT + 1);
    input.read_to_end(bytes).map_err(NotText::Io)?;
    if bytes.len() as u64 > LARGEST_TEXT {
        return Err(NotText::TooLarge(bytes.len() as u64));
    }
    read::decode(bytes)
}

/// Told by the file's ending, else by the first letter.
fn is_json(path: &Path, text: &str) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "jsonl" | "ndjson" | "json" => true,
        "csv" | "tsv" => false,
        _ => text.trim_start().starts_with(['{', '[']),
    }
}

/// What a speaker's name is called where it is not called `by`. Overlooked, a wrong speaker would pass.
const MEANS_BY: [&str; 9] =
    ["speaker", "source", "author", "who", "name", "person", "attribution", "said_by", "said by"];

/// The name of a field that was meant for `by`, where there is no `by`.
fn meant_as_by<'f>(mut fields: impl Iterator<Item = &'f str> + Clone) -> Option<&'f str> {
    let is = |field: &str, known: &str| field.trim().eq_ignore_ascii_case(known);
    let has_by = fields.clone().any(|field| is(field, "by"));
    let meant = fields.find(|field| MEANS_BY.iter().any(|known| is(field, known)));
    meant.filter(|_| !has_by)
}

/// A question as it is written; further fields are the asker's own.
#[derive(Deserialize)]
struct Written {
    text: String,
    #[serde(default)]
    id: Option<Label>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(flatten)]
    #[allow(clippy::zero_sized_map_values, reason = "a set would read the values as names")]
    others: BTreeMap<String, IgnoredAny>,
}

/// An id may be written as a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Label {
    Words(String),
    Number(serde_json::Number),
}

impl Written {
    fn question(self) -> Result<Question, String> {
        let others = self.others.keys().map(String::as_str);
        if let Some(meant) = meant_as_by(others.chain(self.by.iter().map(|_| "by"))) {
            return Err(format!("the field `{meant}` is not known; did you mean `by`?"));
        }
        let id = self.id.map(|id| match id {
            Label::Words(words) => words,
            Label::Number(number) => number.to_string(),
        });
        question(id, self.text, self.by, self.language)
    }
}

fn question(
    id: Option<String>,
    text: String,
    by: Option<String>,
    language: Option<String>,
) -> Result<Question, String> {
    if text.trim().is_empty() {
        return Err("`text` is empty".to_owned());
    }
    let given = |field: Option<String>| field.filter(|field| !field.trim().is_empty());
    Ok(Question { id: given(id), text, by: given(by), language: given(language) })
}

fn from_lines(text: &str) -> Questions {
    let mut questions = Questions::default();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let read = serde_json::from_str::<Written>(line)
            .map_err(|why| plain(&why))
            .and_then(Written::question);
        match read {
            Ok(question) => questions.asked.push(question),
            Err(why) => questions.bad.push((number, why)),
        }
    }
    questions
}

/// The parser's reason without its "at line 1", which is the line of a line.
fn plain(why: &serde_json::Error) -> String {
    let said = why.to_string();
    let reason = said.split(" at line ").next().unwrap_or(&said);
    match why.column() {
        0 => reason.to_owned(),
        column => format!("column {column}: {reason}"),
    }
}

fn from_table(text: &str) -> Result<Questions, Trouble> {
    let header = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|mark| (header.bytes().filter(|byte| byte == mark).count(), *mark == b','))
        .unwrap_or(b',');
    let mut table =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let columns = table.headers().cloned().unwrap_or_default();
    let column = |name: &str| columns.iter().position(|own| own.trim().eq_ignore_ascii_case(name));
    let Some(words) = column("text") else {
        return Err(Trouble::new("the table of questions has no column `text`")
            .help("name the columns in its first line: text, and where known id, by, language"));
    };
    if let Some(meant) = meant_as_by(columns.iter()) {
        return Err(Trouble::new(format!("the column `{meant}` is not known"))
            .help("did you mean `by`? Words without it are given to nobody"));
    }
    let others = [column("id"), column("by"), column("language")];
    let mut questions = Questions::default();
    for row in table.records() {
        let row = match row {
            Ok(row) => row,
            Err(why) => {
                let line = why.position().map_or(0, csv::Position::line);
                questions.bad.push((line, why.to_string()));
                continue;
            }
        };
        let line = row.position().map_or(0, csv::Position::line);
        if row.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
            let (cells, named) = (row.len(), columns.len());
            questions.bad.push((
                line,
                format!(
                    "found {cells} fields, expected {named} as in the first line: put quotation marks \
                     around a text that holds a comma"
                ),
            ));
            continue;
        }
        let cell = |column: Option<usize>| column.and_then(|at| row.get(at)).map(str::to_owned);
        let [id, by, language] = others.map(cell);
        match question(id, cell(Some(words)).unwrap_or_default(), by, language) {
            Ok(question) => questions.asked.push(question),
            Err(why) => questions.bad.push((line, why)),
        }
    }
    Ok(questions)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{from_lines, from_table, is_json};

    #[test]
    fn a_line_is_a_question_or_says_why_it_is_none() {
        let text = "{\"text\": \"a\", \"id\": 7, \"x\": []}\n\n{\"text\": \" \"}\nnonsense\n{\"text\": \"b\", \"by\": \"\"}\n{}";
        let questions = from_lines(text);
        let asked: Vec<_> = questions
            .asked
            .iter()
            .map(|q| (q.id.as_deref(), q.text.as_str(), q.by.as_deref()))
            .collect();
        assert_eq!(asked, [(Some("7"), "a", None), (None, "b", None)]);
        let bad: Vec<u64> = questions.bad.iter().map(|(line, _)| *line).collect();
        assert_eq!(bad, [3, 4, 6]);
        assert_eq!(questions.bad[2].1, "column 2: missing field `text`");
    }

    #[test]
    fn a_table_may_come_from_any_spreadsheet() {
        for table in ["id,text,by\n1,\"a, b\",ito\n2,,x\n", "ID;Text;BY\n1;a, b;ito\n2;;x\n"] {
            let questions = from_table(table).expect("is a table");
            assert_eq!(questions.asked.len(), 1, "{table}");
            assert_eq!(questions.asked[0].text, "a, b");
            assert_eq!(questions.asked[0].by.as_deref(), Some("ito"));
            assert_eq!(questions.bad[0].0, 3);
        }
        assert!(from_table("quote,by\na,b\n").is_err());
    }

    #[test]
    fn a_speaker_is_not_overlooked() {
        assert!(from_table("text,speaker\na,ito\n").is_err());
        assert!(from_table("text,by,source\na,ito,https://g.example\n").is_ok());
        let questions = from_lines(
            "{\"text\":\"a\",\"speaker\":\"ito\"}\n{\"text\":\"a\",\"by\":\"ito\",\"source\":1}",
        );
        assert_eq!((questions.asked.len(), questions.bad[0].0), (1, 1));
        assert_eq!(questions.bad[0].1, "the field `speaker` is not known; did you mean `by`?");
    }

    #[test]
    fn a_row_with_a_loose_comma_is_told() {
        let questions = from_table("text,by\na, and b,ito\na,ito,\n").expect("is a table");
        assert_eq!((questions.asked.len(), questions.bad[0].0), (1, 2));
        assert!(questions.bad[0].1.starts_with("found 3 fields, expected 2"));
    }

    #[test]
    fn the_form_is_told_by_the_ending_or_the_first_letter() {
        let cases = [
            ("a.jsonl", "", true),
            ("a.csv", "{", false),
            ("-", "  {\"text\"", true),
            ("-", "text,by", false),
        ];
        for (path, text, json) in cases {
            assert_eq!(is_json(Path::new(path), text), json, "{path} {text}");
        }
    }
}
