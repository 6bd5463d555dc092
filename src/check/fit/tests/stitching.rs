//! Quotations joined from several places.

use crate::check::fit::{Given, Utterance, best, stitched};

const RECORDED: [&str; 4] = [
    "The bridge will be safe again before the summer ends.",
    "Nobody should drive a lorry over an arch that sings.",
    "We counted every rivet twice. Then we painted the railing green.",
    "The bridge will be safe again, as the mayor likes to say.",
];

fn utterances() -> Vec<Utterance<'static>> {
    RECORDED.iter().map(|words| Utterance::of(words, Some("en"))).collect()
}

#[test]
fn joined_quotations_are_found() {
    let cases = [
        (
            "the head of one and the tail of another",
            "The bridge will be safe again over an arch that sings",
            true,
        ),
        (
            "two, with an ellipsis",
            "Nobody should drive a lorry ... we painted the railing green",
            true,
        ),
        (
            "two, with a semicolon",
            "Then we painted the railing green; Nobody should drive a lorry",
            true,
        ),
        (
            "one, in another order, with a cut",
            "we painted the railing green … We counted every rivet",
            true,
        ),
        (
            "one, in another order, unmarked",
            "Then we painted the railing green. We counted every rivet twice.",
            false,
        ),
        (
            "one, with an unmarked cut",
            "We counted every rivet and painted the railing green",
            false,
        ),
        (
            "one, with a word that another has too",
            "The bridge will never be safe again before the summer ends",
            false,
        ),
        ("one, whole", "The bridge will be safe again before the summer ends.", false),
        ("none", "Seagulls do not read what we write about them", false),
    ];
    for (name, given, expected) in cases {
        let found = stitched(&Given::new(given, Some("en")), &utterances());
        assert_eq!(found.is_some(), expected, "{name}: {found:?}");
    }
}

#[test]
fn short_quotes_that_are_given_whole_are_stitched() {
    let recorded = ["weak concrete", "rotten old bolts", "bridge", "It is a weak bridge, and old"];
    let recorded = recorded.map(|words| Utterance::of(words, Some("en")));
    let cases = [
        ("a word between", "rotten old bolts and weak concrete", true),
        ("few words in all", "weak concrete, rotten old bolts", true),
        ("two words between", "rotten old bolts and then weak concrete", false),
        ("a part of one", "rotten bolts and weak concrete", false),
        ("one alone", "the weak concrete", false),
        ("one twice", "weak concrete and weak concrete", false),
        ("a quote of one word", "weak concrete bridge", false),
    ];
    for (name, given, expected) in cases {
        let found = stitched(&Given::new(given, Some("en")), &recorded);
        assert_eq!(found.is_some(), expected, "{name}: {found:?}");
    }
}

/// A word that is changed in words that two quotes share in part joins nothing.
#[test]
fn a_changed_word_between_long_runs_joins_nothing() {
    let recorded =
        ["We counted every rivet twice, and then we painted it", "and then we painted it green"];
    let recorded = recorded.map(|words| Utterance::of(words, Some("en")));
    let given = Given::new("We counted every rivet once, and then we painted it", Some("en"));
    assert_eq!(stitched(&given, &recorded), None);
}

#[test]
fn pieces_say_where_they_come_from() {
    let given =
        Given::new("Nobody should drive a lorry ... we painted the railing green", Some("en"));
    let pieces = stitched(&given, &utterances()).map(|found| found.pieces).unwrap_or_default();
    let words: Vec<&str> =
        pieces.iter().map(|piece| &RECORDED[piece.utterance][piece.place.span.range()]).collect();
    assert_eq!(words, ["Nobody should drive a lorry", "we painted the railing green"]);
}

#[test]
fn the_best_come_first() {
    let cases = [
        (
            "whole before part",
            "The bridge will be safe again before the summer ends",
            0,
            "verbatim",
        ),
        ("a part of two: the first offered", "The bridge will be safe again", 0, "fragment"),
        ("the one that is near", "We counted every rivet thrice", 2, "altered"),
    ];
    for (name, given, first, fit) in cases {
        let ranked = best(&Given::new(given, Some("en")), &utterances());
        let found = ranked.fits.first().map(|(at, fitted)| (*at, fitted.fit.as_str()));
        assert_eq!(found, Some((first, fit)), "{name}");
        assert!(ranked.stitching.is_none(), "{name}");
    }
}
