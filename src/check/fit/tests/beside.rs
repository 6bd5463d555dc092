//! What stands around a part and gives its words another sense.

use super::{Case, run};
use crate::check::fit::{Given, Utterance, fit};

const MODELS: &str =
    "Il fatto che oggi non vediamo modelli addestrati qui non significa che non accadrà in futuro";

#[rustfmt::skip] // one case a line
const A_CLAUSE_CUT_LOOSE_IS_CLIPPED: &[Case] = &[
    ("before what it does not mean, Italian", "it", MODELS, "oggi non vediamo modelli addestrati qui", "fragment (clipped)"),
    ("part of it, Italian", "it", MODELS, "oggi non vediamo modelli", "fragment (clipped)"),
    ("what it does not mean, Italian", "it", MODELS, "non accadrà in futuro", "fragment: hidden-negation"),
    ("just because, English", "en", "Just because we see no cars today, it does not mean that the bridge is closed", "we see no cars today", "fragment (clipped)"),
    ("does not mean, English", "en", "That the road is empty doesn't mean that the bridge is closed", "the road is empty", "fragment (clipped)"),
    ("solo perché, Italian", "it", "Non chiudono il ponte solo perché la strada è vuota oggi", "la strada è vuota oggi", "fragment (clipped)"),
    ("nur weil, German", "de", "Nur weil die Straße leer ist, heißt das nicht, dass die Brücke zu ist", "die Straße leer ist", "fragment (clipped)"),
    ("heißt nicht, German", "de", "Dass die Straße leer ist, heißt nicht, dass die Brücke zu ist", "die Straße leer ist", "fragment (clipped)"),
    ("ce n'est pas parce que, French", "fr", "Ce n'est pas parce que la route est vide que le pont est fermé", "la route est vide", "fragment (clipped)"),
    ("what it denies, French", "fr", "Ce n'est pas parce que la route est vide que le pont est fermé", "le pont est fermé", "fragment: hidden-negation"),
    ("solo porque, Spanish", "es", "Solo porque la calle está vacía, no significa que el puente esté cerrado", "la calle está vacía", "fragment (clipped)"),
    ("a wish, Italian", "it", "Spero che il ponte sia sicuro", "il ponte sia sicuro", "fragment (clipped)"),
    ("a wish, English", "en", "We hope that the bridge is safe", "the bridge is safe", "fragment (clipped)"),
    ("a claim, English", "en", "The mayor claims that the bridge is safe", "the bridge is safe", "fragment (clipped)"),
    ("another sentence", "it", "Spero che vengano. Il ponte è sicuro", "Il ponte è sicuro", "fragment"),
];

#[test]
fn a_clause_cut_loose_is_clipped() {
    run(A_CLAUSE_CUT_LOOSE_IS_CLIPPED);
}

#[rustfmt::skip] // one case a line
const A_CONDITION_LEFT_OUT_IS_CLIPPED: &[Case] = &[
    ("before the main clause, Italian", "it", "Se piove ancora, chiudiamo il ponte", "chiudiamo il ponte", "fragment (clipped)"),
    ("before the main clause, English", "en", "If the rain goes on, we close the bridge", "we close the bridge", "fragment (clipped)"),
    ("in the middle of its clause, English", "en", "If the old bridge falls we pay", "bridge falls", "fragment (clipped)"),
    ("after the main clause, Italian", "it", "Chiudiamo il ponte domani se piove ancora", "Chiudiamo il ponte", "fragment (clipped)"),
    ("after the main clause, English", "en", "We close the bridge tomorrow, unless the rain stops", "We close the bridge", "fragment (clipped)"),
    ("after the main clause, German", "de", "Wir schließen die Brücke morgen, falls es regnet", "Wir schließen die Brücke", "fragment (clipped)"),
    ("in another sentence, English", "en", "If it rains, we stay. We close the bridge", "We close the bridge", "fragment"),
    ("a doubt before an article, English", "en", "Allegedly the bridge is closed", "bridge is closed", "fragment (clipped)"),
    ("a part of a question, English", "en", "Who would say that the bridge is safe today?", "the bridge is safe", "fragment (clipped)"),
    ("a part of a question, Italian", "it", "Chi direbbe che il ponte è sicuro oggi?", "il ponte è sicuro", "fragment (clipped)"),
];

#[test]
fn a_condition_left_out_is_clipped() {
    run(A_CONDITION_LEFT_OUT_IS_CLIPPED);
}

#[test]
fn the_words_left_out_are_shown() {
    let cases = [
        (
            MODELS,
            "oggi non vediamo modelli addestrati qui",
            "non significa che non accadrà in futuro",
        ),
        ("Il sindaco non farebbe altro che parlare", "parlare", "non farebbe altro che"),
        ("Se piove ancora, chiudiamo il ponte", "chiudiamo il ponte", "Se piove ancora"),
    ];
    for (recorded, given, expected) in cases {
        let fitted = fit(&Given::new(given, Some("it")), &Utterance::of(recorded, Some("it")));
        let shown = fitted.and_then(|fitted| fitted.left_out.last().map(|left| left.words.clone()));
        assert_eq!(shown.as_deref(), Some(expected), "{given}");
    }
}
