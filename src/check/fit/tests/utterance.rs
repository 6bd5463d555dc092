//! One utterance around its cue, and misprints.

use super::summary;
use crate::check::fit::{Given, Part, Utterance, fit};

#[test]
fn an_utterance_goes_on_after_its_cue() {
    let utterance = Utterance {
        parts: ["Il ponte tornerà sicuro", "Non c'è fretta"]
            .map(|words| Part { words, sic: &[] })
            .to_vec(),
        cue: Some("ha affermato"),
        language: Some("it"),
    };
    let cases = [
        ("one part, whole", "Il ponte tornerà sicuro", "verbatim"),
        ("the other part, whole", "Non c'è fretta", "verbatim"),
        ("less than a part", "tornerà sicuro", "fragment"),
        ("the cue before a part", "ha affermato. Non c'è fretta", "altered: added"),
        ("the cue after a part", "Il ponte tornerà sicuro, ha affermato", "altered: added"),
        ("with an ellipsis", "Il ponte tornerà sicuro … Non c'è fretta", "elided"),
        ("with its cue", "Il ponte tornerà sicuro», ha affermato. «Non c'è fretta", "elided"),
        ("bare", "Il ponte tornerà sicuro. Non c'è fretta", "elided (interrupted)"),
        ("over the cue, in part", "tornerà sicuro. Non c'è", "elided (interrupted)"),
        (
            "with another cue",
            "Il ponte tornerà sicuro», ha gridato. «Non c'è fretta",
            "altered: replaced",
        ),
        ("the cue alone", "ha affermato", "nothing near"),
        (
            "changed on one side",
            "Il ponte tornerà sicuro. Non c'è paura",
            "altered: replaced (interrupted)",
        ),
    ];
    for (name, given, expected) in cases {
        let found = fit(&Given::new(given, Some("it")), &utterance);
        let found = found.map_or("nothing near".to_owned(), |fitted| summary(&fitted));
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_misprint_is_kept_or_marked() {
    let utterance = Utterance {
        parts: vec![Part { words: "Il ponte aprirà nel 2O25 a maggio", sic: &[("2O25", "2025")] }],
        cue: None,
        language: Some("it"),
    };
    let cases = [
        ("as printed", "Il ponte aprirà nel 2O25 a maggio", "verbatim (sic)"),
        ("with sic", "Il ponte aprirà nel 2O25 [sic] a maggio", "elided (sic)"),
        ("put right in brackets", "Il ponte aprirà nel [2025] a maggio", "elided (sic)"),
        (
            "put right in silence",
            "Il ponte aprirà nel 2025 a maggio",
            "altered: silent-correction (sic)",
        ),
        ("another year", "Il ponte aprirà nel 2026 a maggio", "altered: number (sic)"),
        ("beside it", "Il ponte aprirà", "fragment"),
    ];
    for (name, given, expected) in cases {
        let found = fit(&Given::new(given, Some("it")), &utterance);
        assert_eq!(found.map(|fitted| summary(&fitted)).as_deref(), Some(expected), "{name}");
    }
}
