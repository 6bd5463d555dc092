//! What must hold whatever the words.

use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

use super::Ledger;
use crate::check::{Attributed, Candidate, MayQuote, Verdict};

const WORDS: [&str; 24] = [
    "ponte", "porto", "lavori", "denaro", "vento", "marea", "nave", "molo", "sindaca", "pesca",
    "rete", "notte", "bridge", "harbour", "winter", "engine", "anchor", "silver", "copper",
    "lantern", "meadow", "orchard", "pebble", "saddle",
];

/// Words of which each stands once, so that a change of one is a change.
fn quote() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(WORDS.to_vec(), 5..12).prop_shuffle()
}

fn ledger(quotes: &[Vec<&str>]) -> Ledger {
    let claims: Vec<String> = quotes
        .iter()
        .enumerate()
        .map(|(number, words)| {
            format!(
                r#"{{"id":"c-{number}","statement":"S.","kind":"fact","source":"s-{number}","mode":"direct","quotes":[{{"exact":"{}"}}]}}"#,
                words.join(" ")
            )
        })
        .collect();
    let sources: Vec<String> = (0..quotes.len())
        .map(|number| {
            format!(r#""s-{number}":{{"name":"Name{number} Bearer{number}","kind":"person"}}"#)
        })
        .collect();
    let document = format!(
        r#"{{"format":1,"article":{{"id":"a","type":"article","language":"it"}},"sources":{{{}}},"claims":[{}]}}"#,
        sources.join(","),
        claims.join(",")
    );
    Ledger::of(&[&document])
}

proptest! {
    #![proptest_config(crate::trial::with(96))]

    #[test]
    fn every_recorded_quote_judges_itself_verbatim(quotes in prop::collection::vec(quote(), 1..4)) {
        let ledger = ledger(&quotes);
        for (number, words) in quotes.iter().enumerate() {
            let by = format!("s-{number}");
            let answer = ledger.ask(&words.join(" "), Some(&by));
            prop_assert_eq!(answer.verdict, Verdict::Verbatim);
            prop_assert_eq!(answer.attribution, Some(Attributed::Confirmed));
        }
    }

    #[test]
    fn typography_alters_nothing(words in quote(), space in "[ \u{a0}\u{2009}]{1,2}", outer in 0usize..4) {
        let ledger = ledger(std::slice::from_ref(&words));
        let (open, close) = [("“", "”"), ("«\u{a0}", "\u{a0}»"), ("\"", "\""), ("", ".")][outer];
        let text = format!("{open}{}{close}", words.join(&space));
        let answer = ledger.ask(&text, None);
        prop_assert_eq!(answer.verdict, Verdict::Verbatim);
    }

    #[test]
    fn one_hard_change_is_never_fine(words in quote(), at in any::<prop::sample::Index>(), change in 0usize..5) {
        let ledger = ledger(std::slice::from_ref(&words));
        let at = at.index(words.len());
        let mut changed: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        match change {
            0 => changed[at] = "qualcosa".to_owned(),
            1 => changed.insert(at, "non".to_owned()),
            2 if at > 0 && at + 1 < words.len() => drop(changed.remove(at)),
            3 if at > 0 => changed.swap(at, at - 1),
            _ => changed.push("?".to_owned()),
        }
        let answer = ledger.ask(&changed.join(" "), None);
        prop_assert_eq!(answer.may_quote, MayQuote::No, "{:?}", answer);
        prop_assert!(!answer.verdict.is_fine());
    }

    #[test]
    fn the_order_of_claims_makes_no_difference(quotes in prop::collection::vec(quote(), 2..5), text in quote(), shift in 1usize..4) {
        let ledger = ledger(&quotes);
        let mut candidates: Vec<Candidate> = ledger.candidates();
        for text in [text.join(" "), quotes[0][1..4].join(" "), format!("{} {}", quotes[0][..3].join(" "), quotes[1][..3].join(" "))] {
            let one = ledger.ask_among(&text, Some("s-0"), &candidates);
            let middle = shift % candidates.len();
            candidates.rotate_left(middle);
            let other = ledger.ask_among(&text, Some("s-0"), &candidates);
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,60}", by in "\\PC{0,20}") {
        let answer = Ledger::bridge().with_text().ask(&text, Some(&by));
        prop_assert!(!answer.advice.is_empty());
        let is_fine = answer.verdict.is_fine() || answer.verdict == Verdict::Reported;
        prop_assert!(answer.may_quote == MayQuote::No || is_fine);
    }

    #[test]
    fn pieces_of_the_article_never_panic(from in 0usize..1200, length in 0usize..200) {
        let letters: Vec<char> = super::TEXT.chars().collect();
        let piece: String = letters.iter().skip(from).take(length).collect();
        let answer = Ledger::bridge().with_text().ask(&piece, Some("article"));
        prop_assert!(!answer.advice.is_empty());
    }
}
