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
fn a_negation_governs_across_the_cue() {
    let cases = [
        ("it", ["Non credo", "che il ponte sia sicuro"], "che il ponte sia sicuro", true),
        ("it", ["Non credo", "che il ponte sia sicuro"], "il ponte sia sicuro", true),
        ("it", ["Non credo", "che il ponte sia sicuro"], "Non credo", false),
        ("it", ["Non c'è fretta", "Il ponte è sicuro"], "Il ponte è sicuro", false),
        ("en", ["I don't think", "the bridge is safe"], "the bridge is safe", true),
        ("en", ["I don't think", "Genoa will wait"], "Genoa will wait", true),
        ("en", ["I don't believe", "I said that"], "I said that", true),
        ("it", ["Non credo", "Genova aspetterà"], "Genova aspetterà", true),
        ("it", ["No", "Il ponte è sicuro"], "Il ponte è sicuro", false),
        ("it", ["Credo di no", "Il ponte è sicuro"], "Il ponte è sicuro", false),
        ("en", ["There is no hurry", "The bridge is safe"], "The bridge is safe", false),
        (
            "de",
            ["Ich glaube nicht", "dass die Brücke sicher ist"],
            "dass die Brücke sicher ist",
            true,
        ),
        ("fr", ["Je ne crois pas", "que le pont soit sûr"], "que le pont soit sûr", true),
        ("es", ["No creo", "que el puente sea seguro"], "que el puente sea seguro", true),
    ];
    for (language, parts, given, is_hidden) in cases {
        let utterance = Utterance {
            parts: parts.map(|words| Part { words, sic: &[] }).to_vec(),
            cue: Some("Ito"),
            language: Some(language),
        };
        let fitted = fit(&Given::new(given, Some(language)), &utterance).expect("is near");
        assert_eq!(fitted.hides_negation(), is_hidden, "{language}: {parts:?}: {given}");
        assert_eq!(fitted.may_stand(), !is_hidden, "{language}: {parts:?}: {given}");
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
