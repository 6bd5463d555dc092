//! A negation that is kept, cut loose from what makes it say something else.

use super::{Case, run};

const MARKETS: &str = "cedere interi mercati non farebbe altro che danneggiare l'economia";

#[rustfmt::skip] // one case a line
const AN_ONLY_MAY_NOT_BECOME_A_NOT: &[Case] = &[
    ("swallowed with its verb, Italian", "it", MARKETS, "cedere interi mercati non … danneggiare l'economia", "elided: hidden-negation (clipped)"),
    ("swallowed, Italian", "it", MARKETS, "interi mercati non farebbe […] danneggiare l'economia", "elided: hidden-negation (clipped)"),
    ("the part ends before it, Italian", "it", MARKETS, "cedere interi mercati non farebbe", "fragment: hidden-negation (clipped)"),
    ("the part ends in it, Italian", "it", MARKETS, "cedere interi mercati non farebbe altro", "fragment: hidden-negation (clipped)"),
    ("the part begins in it, Italian", "it", MARKETS, "altro che danneggiare l'economia", "fragment: hidden-negation"),
    ("what is only restricted, Italian", "it", MARKETS, "danneggiare l'economia", "fragment (clipped)"),
    ("kept, Italian", "it", MARKETS, "non farebbe altro che danneggiare l'economia", "fragment"),
    ("before the negation, Italian", "it", MARKETS, "cedere interi mercati", "fragment"),
    ("non fa che, Italian", "it", "Il sindaco non fa che parlare del ponte", "Il sindaco non fa", "fragment: hidden-negation (clipped)"),
    ("the part ends before it, English", "en", "The mayor does nothing but harm the city", "The mayor does nothing", "fragment: hidden-negation (clipped)"),
    ("swallowed, English", "en", "The mayor does not do anything but harm the city", "The mayor does not do … harm the city", "altered: hidden-negation"),
    ("what is only restricted, English", "en", "The mayor does not do anything but harm the city", "harm the city", "fragment (clipped)"),
    ("no choice, English", "en", "We have no choice but to close the bridge", "We have no choice", "fragment: hidden-negation (clipped)"),
    ("half of not only, English", "en", "It is not only a bridge but a home", "only a bridge", "fragment: hidden-negation (clipped)"),
    ("not without its only, English", "en", "It is not only a bridge but a home", "It is not", "fragment: hidden-negation (clipped)"),
    ("half of non solo, Italian", "it", "Non solo il ponte è sicuro, anche la strada lo è", "solo il ponte è sicuro", "fragment: hidden-negation (clipped)"),
    ("half of an idiom, English", "en", "There is no doubt about the bridge", "There is no", "fragment: hidden-negation"),
    ("swallowed, German", "de", "Der Plan hat nichts als Schaden gebracht", "Der Plan hat nichts … gebracht", "elided: hidden-negation (clipped)"),
    ("the part ends before it, French", "fr", "Le maire ne fait que parler du pont", "Le maire ne fait", "fragment: hidden-negation (clipped)"),
    ("what is only restricted, French", "fr", "Le maire ne fait que parler du pont", "parler du pont", "fragment (clipped)"),
    ("the part ends before it, Spanish", "es", "El alcalde no hace más que hablar del puente", "El alcalde no hace", "fragment: hidden-negation (clipped)"),
];

#[test]
fn an_only_may_not_become_a_not() {
    run(AN_ONLY_MAY_NOT_BECOME_A_NOT);
}

#[rustfmt::skip] // one case a line
const A_NEGATION_MAY_NOT_GOVERN_OTHER_WORDS: &[Case] = &[
    ("a cut right after, Italian", "it", "La città non vuole vendere la strada e demolire il ponte", "La città non … demolire il ponte", "elided: hidden-negation"),
    ("a cut right after, English", "en", "We will not sell the road and we will close the bridge", "We will not … close the bridge", "elided: hidden-negation (clipped)"),
    ("a cut right after, German", "de", "Wir wollen nicht die Straße verkaufen und das Geld für die Brücke ausgeben", "Wir wollen nicht … das Geld für die Brücke ausgeben", "elided: hidden-negation"),
    ("a parenthesis may go", "it", "La città non, a mio avviso, vuole demolire il ponte", "La città non … vuole demolire il ponte", "elided"),
    ("a sentence of its own", "en", "No, my friend, the bridge is safe", "No … the bridge is safe", "elided"),
    ("a cut after the clause", "en", "We will not sell the road in May or in June of this year", "We will not sell the road … in June of this year", "elided (clipped)"),
    ("a but swallowed, Italian", "it", "La città non vuole aiutare ma demolire il ponte", "La città non vuole … demolire il ponte", "elided: hidden-negation (clipped)"),
    ("a but swallowed, English", "en", "They do not want to save but to sell the bridge", "They do not want … to sell the bridge", "elided: hidden-negation (clipped)"),
    ("a sondern swallowed", "de", "Sie wollen die Brücke nicht retten, sondern schnell verkaufen", "Sie wollen die Brücke nicht retten … schnell verkaufen", "elided: hidden-negation (clipped)"),
    ("a sino swallowed", "es", "Amar no es mirarse a los ojos, sino mirar juntos al puente", "Amar no es mirarse a los ojos […] mirar juntos al puente", "elided: hidden-negation (clipped)"),
    ("a but that begins a clause", "en", "The road is not safe, but the bridge is safe", "The road is not safe … the bridge is safe", "elided (clipped)"),
];

#[test]
fn a_negation_may_not_govern_other_words() {
    run(A_NEGATION_MAY_NOT_GOVERN_OTHER_WORDS);
}

#[rustfmt::skip] // one case a line
const A_DENIAL_IN_OTHER_WORDS_GOVERNS_TOO: &[Case] = &[
    ("anything but, cut", "en", "The bridge is anything but safe today", "The bridge is … safe today", "altered: hidden-negation"),
    ("anything but, before the part", "en", "The bridge is anything but safe today", "safe today", "fragment: hidden-negation (clipped)"),
    ("tutt'altro che, cut", "it", "Il ponte è tutt'altro che sicuro", "Il ponte è … sicuro", "altered: hidden-negation"),
    ("doubt without that", "en", "I doubt the bridge is safe", "the bridge is safe", "fragment: hidden-negation"),
    ("no evidence without that", "en", "There is no evidence the bridge is safe", "the bridge is safe", "fragment: hidden-negation"),
    ("little doubt", "en", "There is little doubt the bridge is safe", "the bridge is safe", "fragment"),
    ("a denial that", "en", "His denial that he sold the bridge was brief", "he sold the bridge", "fragment: hidden-negation"),
    ("a mistake to think, Italian", "it", "Sarebbe un errore pensare che il ponte sia sicuro", "il ponte sia sicuro", "fragment: hidden-negation"),
    ("instead of, English", "en", "Instead of closing the bridge, they painted it", "closing the bridge", "fragment: hidden-negation"),
    ("invece di, Italian", "it", "Invece di chiudere il ponte, lo hanno dipinto", "chiudere il ponte", "fragment: hidden-negation"),
    ("anstatt, German", "de", "Anstatt die Brücke zu schließen, malten sie", "die Brücke zu schließen", "fragment: hidden-negation"),
    ("au lieu de, French", "fr", "Au lieu de fermer le pont, ils le peignent", "fermer le pont", "fragment: hidden-negation"),
    ("en vez de, Spanish", "es", "En vez de cerrar el puente, lo pintaron", "cerrar el puente", "fragment: hidden-negation"),
    ("rather than, cut with what it denies", "en", "They painted the bridge rather than closing it in May", "They painted the bridge … in May", "elided (clipped)"),
    ("rather than, cut without what it denies", "en", "They painted the bridge rather than closing it in May", "They painted the bridge … closing it in May", "elided: hidden-negation (clipped)"),
    ("a parenthesis, English", "en", "Nobody, not even the mayor, closed the bridge", "closed the bridge", "fragment: hidden-negation"),
    ("a parenthesis, Italian", "it", "Nessuno, nemmeno il sindaco, ha chiuso il ponte", "ha chiuso il ponte", "fragment: hidden-negation"),
    ("a no by itself", "en", "No, my friend, the bridge is safe", "the bridge is safe", "fragment"),
    ("denied after the part, English", "en", "That the bridge is safe is not true", "the bridge is safe", "fragment (clipped)"),
    ("denied after the part, Italian", "it", "Che il ponte sia sicuro è falso", "il ponte sia sicuro", "fragment (clipped)"),
    ("denied after the part, German", "de", "Dass die Brücke sicher sei, ist falsch", "die Brücke sicher sei", "fragment (clipped)"),
];

#[test]
fn a_denial_in_other_words_governs_too() {
    run(A_DENIAL_IN_OTHER_WORDS_GOVERNS_TOO);
}
