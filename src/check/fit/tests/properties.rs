//! What holds of every text, whatever its words.

use proptest::prelude::*;

use super::{Given, Utterance, fit};
use crate::check::fit::{Fitted, best};
use crate::text::fold::fold;

/// Words of several languages, none of which a fold or a list touches in a way of its own.
const WORDS: [&str; 24] = [
    "bridge",
    "water",
    "stone",
    "evening",
    "mountain",
    "paper",
    "river",
    "window",
    "ponte",
    "strada",
    "vento",
    "mattina",
    "Brücke",
    "Straße",
    "Wasser",
    "Abend",
    "fenêtre",
    "montaña",
    "камень",
    "дорога",
    "garden",
    "market",
    "colour",
    "silver",
];
const MARKS: [&str; 9] = ["", "", "", "", ",", ";", " –", ":", "!"];

prop_compose! {
    /// A sentence of 4 to 16 words, no word twice, with a number and a sign among them.
    fn sentence()(words in prop::sample::subsequence(WORDS.to_vec(), 4..16).prop_shuffle(), marks in prop::collection::vec(0..MARKS.len(), 16), number in 2u32..9999, at in 1usize..3, asks: bool) -> String {
        let mut parts: Vec<String> = words.iter().zip(marks).map(|(word, mark)| format!("{word}{}", MARKS[mark])).collect();
        parts.insert(at, format!("−{number}"));
        parts.insert(at + 2, format!("{number} %"));
        format!("{}{}", parts.join(" ").trim_end_matches(" –"), if asks { "?" } else { "." })
    }
}

fn fitted(recorded: &str, given: &str) -> Option<Fitted> {
    fit(&Given::new(given, Some("en")), &Utterance::of(recorded, Some("en")))
}

fn is_fine(recorded: &str, given: &str) -> bool {
    fitted(recorded, given).is_some_and(|fitted| fitted.may_stand())
}

/// Habits of print, each as a change of a text.
fn variants(text: &str) -> Vec<(&'static str, String)> {
    vec![
        ("marks", format!("“{text}”")),
        ("guillemets", format!("« {text} »")),
        ("dashes", text.replace('–', "—")),
        ("minus", text.replace('−', "-")),
        ("spaces", text.replace(' ', "  ")),
        ("no-break spaces", text.replace(' ', "\u{a0}")),
        ("lines", text.replace(' ', "\n> ")),
        ("soft hyphens", text.replace("er", "e\u{ad}r")),
        ("zero width", text.replace('e', "e\u{200b}")),
        ("decomposed", text.replace('ü', "u\u{308}").replace('ñ', "n\u{303}")),
        ("entities", text.replace('ü', "&uuml;").replace('%', "&#37;")),
        ("emphasis", text.replace("stone", "*stone*").replace("river", "__river__")),
        ("full width", text.replace('a', "ａ")),
        ("no comma", text.replace(',', "")),
        ("end", text.trim_end_matches('.').to_owned()),
    ]
}

/// Each word of a text, with the bytes it stands at.
fn words(text: &str) -> Vec<(usize, &str)> {
    let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| (at(word), word))
        .filter(|(_, word)| word.chars().any(char::is_alphanumeric))
        .collect()
}

proptest! {
    #![proptest_config(crate::trial::with(96))]

    #[test]
    fn folding_is_idempotent(text in "\\PC{0,60}") {
        for language in [None, Some("it"), Some("en")] {
            let once = fold(&text, language);
            let twice = fold(&once.text(), language);
            let plain = |folded: &crate::text::fold::Folded| folded.tokens().iter().map(|token| (token.kind, token.text.clone())).collect::<Vec<_>>();
            prop_assert_eq!(plain(&once), plain(&twice), "{}", once.text());
        }
    }

    #[test]
    fn spans_are_of_the_text(text in "\\PC{0,60}") {
        for token in fold(&text, None).tokens() {
            prop_assert!(text.get(token.span.range()).is_some_and(|words| !words.is_empty()));
        }
    }

    #[test]
    fn nothing_panics(recorded in "\\PC{0,80}", given in "\\PC{0,80}") {
        let utterances = [Utterance::of(&recorded, None), Utterance::of(&given, Some("it"))];
        let _ = best(&Given::new(&given, None), &utterances);
    }

    #[test]
    fn dots_and_brackets_do_not_panic(recorded in "[a-c .…?\\[\\]()'’%−-]{0,40}", given in "[a-c .…?\\[\\]()'’%−-]{0,40}") {
        let _ = best(&Given::new(&given, Some("en")), &[Utterance::of(&recorded, Some("en"))]);
    }

    #[test]
    fn a_text_fits_itself(text in "\\PC{1,60}") {
        let given = Given::new(&text, None);
        if given.words() > 0 && !text.contains(['[', '［', '…', '.', '(']) {
            let found = fit(&given, &Utterance::of(&text, None)).map(|fitted| (fitted.fit.as_str(), fitted.may_stand()));
            prop_assert_eq!(found, Some(("verbatim", true)));
        }
    }

    #[test]
    fn typography_is_fine(text in sentence()) {
        for (name, variant) in variants(&text) {
            let found = fitted(&text, &variant).map(|fitted| fitted.fit.as_str());
            prop_assert_eq!(found, Some("verbatim"), "{}: {}", name, variant);
        }
    }

    #[test]
    fn a_part_of_whole_words_is_fine(text in sentence(), from in 0usize..6, length in 1usize..8) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let part: Vec<&str> = words.iter().skip(from).take(length).copied().collect();
        let cuts_a_sign = words.get(from + part.len()).is_some_and(|word| word.starts_with('%')) || part.first().is_some_and(|word| word.starts_with('%'));
        if part.iter().any(|word| word.chars().any(char::is_alphanumeric)) && !cuts_a_sign {
            prop_assert!(is_fine(&text, &part.join(" ")), "{:?}", fitted(&text, &part.join(" ")));
        }
    }

    #[test]
    fn one_word_changed_is_never_fine(text in sentence(), new in "[a-z]{3,9}") {
        for (at, word) in words(&text) {
            let core = word.trim_matches(|c: char| !c.is_alphanumeric());
            let start = at + word.find(core).unwrap_or_default();
            for replacement in [new.clone(), format!("{new} {core}"), format!("{core}{new}")] {
                let given = format!("{}{replacement}{}", &text[..start], &text[start + core.len()..]);
                prop_assert!(!is_fine(&text, &given), "{}", given);
            }
        }
    }

    #[test]
    fn one_word_dropped_inside_is_never_fine(text in sentence()) {
        let all = words(&text);
        for window in all.windows(3) {
            let (end, next) = (window[0].0 + window[0].1.len(), window[2].0);
            if window[0].1 != window[1].1 && window[1].1 != window[2].1 {
                let given = format!("{} {}", &text[..end], &text[next..]);
                prop_assert!(!is_fine(&text, &given), "{}", given);
            }
        }
    }

    #[test]
    fn two_words_swapped_are_never_fine(text in sentence()) {
        let plain: Vec<&str> = text.split_whitespace().collect();
        for at in 1..plain.len() - 2 {
            let is_word = |word: &str| word.chars().all(char::is_alphabetic);
            if is_word(plain[at]) && is_word(plain[at + 1]) && plain[at].to_lowercase() != plain[at + 1].to_lowercase() {
                let mut swapped = plain.clone();
                swapped.swap(at, at + 1);
                prop_assert!(!is_fine(&text, &swapped.join(" ")), "{:?}", swapped);
            }
        }
    }

    #[test]
    fn one_digit_or_sign_changed_is_never_fine(text in sentence()) {
        for (at, c) in text.char_indices() {
            let others: &[&str] = match c {
                '0'..='8' => &["9", "", "1,0"],
                '9' => &["3", "", ".9"],
                '%' => &["‰", "", "$"],
                '−' => &["+", "", "±"],
                '?' => &[".", "", "!"],
                _ => continue,
            };
            for other in others {
                let given = format!("{}{other}{}", &text[..at], &text[at + c.len_utf8()..]);
                prop_assert!(given == text || !is_fine(&text, &given), "{}", given);
            }
        }
    }

    #[test]
    fn a_question_mark_anywhere_is_never_fine(text in sentence()) {
        for (at, word) in words(&text) {
            let end = at + word.len();
            let given = format!("{}?{}", &text[..end], &text[end..]);
            if !text[end..].starts_with('?') && !text[..end].ends_with('?') {
                prop_assert!(!is_fine(&text, &given), "{}", given);
            }
        }
    }

    #[test]
    fn a_swallowed_negation_is_never_fine(text in sentence(), at in 1usize..4, negation in prop::sample::select(vec!["not", "never", "nobody", "without", "no"])) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut negated = words.clone();
        negated.insert(at, negation);
        let cut: Vec<&str> = words[..at].iter().copied().chain(["…"]).chain(words[at..].iter().copied()).collect();
        prop_assert!(!is_fine(&negated.join(" "), &cut.join(" ")), "{}", cut.join(" "));
    }
}
