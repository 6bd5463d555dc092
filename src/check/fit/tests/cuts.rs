//! Marked cuts, brackets, and what they may not hide.

use super::{Case, run};
use crate::check::fit::{Given, Utterance, fit};

#[rustfmt::skip] // one case a line
const MARKED_CUTS_STAND_IN_ORDER: &[Case] = &[
    ("an ellipsis", "it", "Il ponte vecchio tornerà sicuro entro giugno", "Il ponte … tornerà sicuro", "elided"),
    ("three dots", "en", "The bridge of my youth is safe", "The bridge ... is safe", "elided"),
    ("square brackets", "de", "Die Brücke aus Stahl hält lange", "Die Brücke […] hält lange", "elided"),
    ("dots in brackets", "fr", "Le pont en acier tient bon", "Le pont [...] tient bon", "elided"),
    ("parentheses", "es", "El puente de acero resiste bien", "El puente (…) resiste bien", "elided"),
    ("two cuts", "en", "The old bridge of my youth is still quite safe for cars", "The old bridge … is … safe … cars", "elided (clipped)"),
    ("cuts at the edges", "en", "The bridge of my youth is safe", "… of my youth …", "fragment"),
    ("a cut that is wrong beside a cut that is right", "en", "The bridge of my youth is safe", "The bridge … is strong", "altered: replaced"),
    ("a negation cut away", "it", "Il ponte non è mai stato sicuro per tutti", "Il ponte … sicuro per tutti", "altered: hidden-negation"),
    ("a denial cut away", "en", "The bridge fails to hold in winter", "The bridge … hold in winter", "altered: hidden-negation"),
    ("a denial cut away, Italian", "it", "Il sindaco nega che il ponte sia chiuso", "Il sindaco … che il ponte sia chiuso", "altered: hidden-negation"),
    ("not only, cut", "en", "It is not only a bridge but a home", "It is … a bridge", "altered: hidden-negation"),
    ("half of an idiom", "en", "There is no doubt about it", "There is … doubt about it", "altered: hidden-negation"),
    ("a whole idiom", "es", "El puente, sin embargo, resiste bien", "El puente … resiste bien", "elided (clipped)"),
    ("a condition cut away", "it", "Il ponte, se paghiamo, tornerà sicuro", "Il ponte … tornerà sicuro", "elided (clipped)"),
    ("a contrast right beside a part", "en", "The bridge is safe, but the road is gone", "The bridge is safe", "fragment (clipped)"),
    ("a hedge right beside a part", "de", "Vielleicht hält die Brücke", "hält die Brücke", "fragment (clipped)"),
    ("a language without lists", "fi", "Silta on vanha mutta turvallinen yhä", "Silta on … turvallinen yhä", "elided (clipped)"),
];

#[test]
fn marked_cuts_stand_in_order() {
    run(MARKED_CUTS_STAND_IN_ORDER);
}

#[rustfmt::skip] // one case a line
const BRACKETS_ARE_THE_WRITERS: &[Case] = &[
    ("a capital", "en", "I know that the bridge is safe", "[T]he bridge is safe", "fragment"),
    ("a small letter", "it", "Il ponte è sicuro", "[i]l ponte è sicuro", "verbatim"),
    ("sic", "en", "The brige is safe", "The brige [sic] is safe", "elided"),
    ("a laugh", "en", "The bridge is safe", "The bridge [laughs] is safe", "elided"),
    ("a clarification", "en", "He built it in May", "He [the engineer] built it in May", "elided"),
    ("a name for a pronoun", "en", "He built it in May", "[Ito] built it in May", "elided"),
    ("several words for a pronoun", "it", "Lo ha costruito lei in maggio", "Lo ha costruito [l'ingegnera] in maggio", "elided"),
    ("a bracket for a word that carries meaning", "en", "The engineer built it in May", "The [mayor] built it in May", "altered: replaced"),
    ("a bracket for a subject", "en", "In a crisis sales will fall by half", "[The company] will fall by half", "altered: replaced"),
    ("a bracket after a part", "en", "They closed the bridge in May", "They closed the bridge [in Genoa]", "altered: replaced"),
    ("a bracket for a pronoun before the edge", "en", "They closed it in May", "They closed [the bridge]", "elided"),
    ("a bracket beside a pronoun at the edge", "en", "They told us in May", "They told us [the town]", "elided"),
    ("a bracket in place of an adverbial, Italian", "it", "Riaprirà a maggio", "Riaprirà [a Genova]", "altered: replaced"),
    ("a bracket in place of an adverbial, French", "fr", "Le pont rouvrira en mai", "Le pont rouvrira [à Gênes]", "altered: replaced"),
    ("a bracket for a number", "en", "Two of them fell", "[Three] of them fell", "altered: number"),
    ("a bracket that adds a negation", "en", "The bridge is safe", "The bridge is [not] safe", "altered: hidden-negation"),
    ("a bracket that swallows a negation", "en", "The bridge has not been safe", "The bridge [has] been safe", "altered: hidden-negation"),
    ("a bracket for a contraction", "en", "They didn't see the bridge", "They [did] see the bridge", "altered: hidden-negation"),
    ("a bracket for a double negation", "it", "Non ha visto nessuno sul ponte", "[Ha] visto nessuno sul ponte", "altered: hidden-negation"),
    ("a bracket for the next word, Italian", "it", "Si parla di sicurezza nazionale americana", "di sicurezza nazionale [cinese]", "altered: replaced"),
    ("a bracket for the next word, English", "en", "They closed the bridge yesterday", "They closed the bridge [today]", "altered: replaced"),
    ("a bracket for the next word, German", "de", "Sie haben die Brücke gestern geschlossen", "Sie haben die Brücke [heute]", "altered: replaced"),
    ("a bracket after the last word", "it", "Si parla di sicurezza nazionale", "di sicurezza nazionale [cinese]", "elided"),
    ("a bracket after a sentence", "en", "They closed the bridge. Nobody came", "They closed the bridge [in Genoa].", "elided"),
    ("sic at the end", "en", "They closed the brige yesterday", "They closed the brige [sic]", "elided"),
    ("a denial in a bracket, Italian", "it", "Il ponte è sicuro da anni", "[È falso che] il ponte è sicuro da anni", "altered: hidden-negation"),
    ("a negation in a bracket, English", "en", "The bridge is safe", "[It is not true that] the bridge is safe", "altered: hidden-negation"),
    ("a denial in a bracket, French", "fr", "Le pont est sûr depuis des années", "[Il est faux que] le pont est sûr depuis des années", "altered: hidden-negation"),
    ("a denial in a bracket, Spanish", "es", "El puente es seguro desde mayo", "[Es falso que] el puente es seguro desde mayo", "altered: hidden-negation"),
    ("a hedge in a bracket, Italian", "it", "Il ponte è sicuro da anni", "Il ponte è [forse] sicuro da anni", "altered: hedge"),
    ("a hedge in a bracket, English", "en", "The bridge is safe", "[Perhaps] the bridge is safe", "altered: hedge"),
    ("a hedge for a pronoun", "en", "He built the bridge in May", "[Perhaps Ito] built the bridge in May", "altered: hedge"),
    ("a hedge that is a name", "en", "I know that he built the bridge", "I know that [Will] built the bridge", "elided"),
    ("a quantifier in a bracket, Italian", "it", "Il ponte è sicuro da anni", "Il ponte è [poco] sicuro da anni", "altered: quantifier"),
    ("a quantifier in a bracket, English", "en", "Engineers trust the bridge", "[Some] engineers trust the bridge", "altered: hedge, quantifier"),
    ("a number in a bracket, German", "de", "Ingenieure prüfen die Brücke", "[Drei] Ingenieure prüfen die Brücke", "altered: number"),
    ("an article in a bracket", "it", "Lo ha costruito lei in maggio", "Lo ha costruito [un ingegnere] in maggio", "elided"),
    ("about, in a bracket", "en", "They spoke for hours in May", "They spoke [about the bridge] for hours in May", "elided"),
    ("the source's own bracket", "en", "It [the bridge] is safe", "It [the bridge] is safe", "verbatim"),
    ("another word in the source's bracket", "en", "[Bridges and roads], we need them both now", "[Bridges and cars], we need them both now", "altered: replaced"),
];

#[test]
fn brackets_are_the_writers() {
    run(BRACKETS_ARE_THE_WRITERS);
}

#[test]
fn words_in_brackets_are_listed() {
    let cases = [
        (
            "a clarification",
            "He built it in May",
            "He [the engineer] built it in May",
            "the engineer",
        ),
        ("a name for a pronoun", "He built it in May", "[Ito] built it in May", "Ito"),
        ("a letter's case", "I know that the bridge is safe", "[T]he bridge is safe", ""),
        ("a remark", "He built it in May", "He built [sic] it in May", ""),
        ("the source's own", "It [the bridge] is safe", "It [the bridge] is safe", ""),
        ("two", "He built it in May", "[Ito] built it in May [in Genoa]", "Ito; in Genoa"),
    ];
    for (name, recorded, given, expected) in cases {
        let fitted = fit(&Given::new(given, Some("en")), &Utterance::of(recorded, Some("en")));
        let inserted = fitted.map(|fitted| fitted.inserted.join("; ")).unwrap_or_default();
        assert_eq!(inserted, expected, "{name}");
    }
}
