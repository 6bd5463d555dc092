//! Marked cuts, brackets, and what they may not hide.

use super::{Case, run};

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
    ("a bracket after a part", "en", "They closed the bridge in May", "They closed the bridge [in Genoa]", "elided"),
    ("a bracket for a number", "en", "Two of them fell", "[Three] of them fell", "altered: replaced"),
    ("a bracket that adds a negation", "en", "The bridge is safe", "The bridge is [not] safe", "altered: hidden-negation"),
    ("a bracket that swallows a negation", "en", "The bridge has not been safe", "The bridge [has] been safe", "altered: hidden-negation"),
    ("a bracket for a contraction", "en", "They didn't see the bridge", "They [did] see the bridge", "altered: hidden-negation"),
    ("a bracket for a double negation", "it", "Non ha visto nessuno sul ponte", "[Ha] visto nessuno sul ponte", "altered: hidden-negation"),
    ("the source's own bracket", "en", "It [the bridge] is safe", "It [the bridge] is safe", "verbatim"),
    ("another word in the source's bracket", "en", "[Bridges and roads], we need them both now", "[Bridges and cars], we need them both now", "altered: replaced"),
];

#[test]
fn brackets_are_the_writers() {
    run(BRACKETS_ARE_THE_WRITERS);
}
