//! What an editor says of a quotation, in every language with word lists: one case a line, with the language, the answer,
//! the recorded words and the quotation. `‖ … ‖` is a cue that interrupts the recorded words.
//!
//! `ok` is words that may stand, `care` is words that may stand and are clipped, `no` is all else.

use crate::check::fit::{Fitted, Given, Part, Utterance, fit};

const CASES: &str = include_str!("editor.txt");
const SUBJECTS: &str = include_str!("subject.txt");

#[test]
fn an_editor_says_the_same() {
    holds(CASES, 800);
}

#[test]
fn a_predicate_is_denied_without_its_subject_and_an_object_is_not() {
    holds(SUBJECTS, 90);
}

fn holds(cases: &str, fewest: usize) {
    let cases: Vec<&str> =
        cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(cases.len() > fewest, "{}", cases.len());
    let wrong: Vec<String> = cases.into_iter().filter_map(judged_otherwise).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The case, where the judge says something else.
fn judged_otherwise(case: &str) -> Option<String> {
    let fields: Vec<&str> = case.split('|').map(|field| field.trim_matches(' ')).collect();
    let [language, expected, recorded, given] = fields[..] else {
        return Some(format!("not a case: {case}"));
    };
    let pieces: Vec<&str> = recorded.split('‖').map(str::trim).collect();
    let parts = pieces.iter().step_by(2).map(|words| Part { words, sic: &[] }).collect();
    let utterance = Utterance { parts, cue: pieces.get(1).copied(), language: Some(language) };
    let found = said(fit(&Given::new(given, Some(language)), &utterance).as_ref());
    let is_right = found == expected || expected == "ok" && found == "care";
    (!is_right).then(|| format!("{case}: {found}"))
}

fn said(fitted: Option<&Fitted>) -> &'static str {
    match fitted {
        Some(fitted) if fitted.may_stand() && fitted.notes.clipped => "care",
        Some(fitted) if fitted.may_stand() => "ok",
        _ => "no",
    }
}
