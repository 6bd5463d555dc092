//! Tables of cases: what an editor would say of each. They are the documentation of the engine.

mod beside;
mod changes;
mod cuts;
mod editor;
mod negation;
mod properties;
mod stitching;
mod tongues;
mod turned;
mod typography;
mod utterance;

use super::{Fit, Fitted, Given, Utterance, fit};

/// A case: its name, the language, the recorded words, the given words, and what is said of them.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// The fit, the kinds of the hard changes, and the notes, in words: `altered: negation`, `elided (clipped)`.
fn verdict(language: &str, recorded: &str, given: &str) -> String {
    let language = Some(language).filter(|tag| !tag.is_empty());
    match fit(&Given::new(given, language), &Utterance::of(recorded, language)) {
        Some(fitted) => summary(&fitted),
        None => "nothing near".to_owned(),
    }
}

fn summary(fitted: &Fitted) -> String {
    let mut text = fitted.fit.to_string();
    let mut kinds: Vec<&str> = fitted
        .changes
        .iter()
        .filter(|change| change.kind.is_hard())
        .map(|change| change.kind.as_str())
        .collect();
    kinds.dedup();
    if fitted.fit != Fit::Spelling && !kinds.is_empty() {
        text = format!("{text}: {}", kinds.join(", "));
    }
    let notes = [
        (fitted.notes.clipped, "clipped"),
        (fitted.notes.interrupted, "interrupted"),
        (fitted.notes.sic, "sic"),
    ];
    let notes: Vec<&str> =
        notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect();
    if !notes.is_empty() {
        text = format!("{text} ({})", notes.join(", "));
    }
    text
}

/// Runs a table, and lists every case that fails rather than the first.
fn run(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, language, recorded, given, expected)| {
            let found = verdict(language, recorded, given);
            (found != *expected).then(|| format!("{name}: expected `{expected}`, found `{found}`"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
