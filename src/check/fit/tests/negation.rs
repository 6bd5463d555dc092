//! A part that was cut loose from its negation.

use super::{Case, run};

#[rustfmt::skip] // one case a line
const A_NEGATION_THAT_GOVERNS_THE_PART_MAY_NOT_BE_LEFT_OUT: &[Case] = &[
    ("directly before, Italian", "it", "Questo non è un ponte sicuro", "un ponte sicuro", "fragment: hidden-negation"),
    ("before a che", "it", "Il ritardo non significa che il ponte sia perduto", "il ponte sia perduto", "fragment: hidden-negation"),
    ("before the che that is quoted", "it", "Nessuno crede che il ponte sia perduto", "che il ponte sia perduto", "fragment: hidden-negation (clipped)"),
    ("nobody, Italian", "it", "Nessuno ha visto crollare il ponte", "ha visto crollare il ponte", "fragment: hidden-negation"),
    ("without, Italian", "it", "È partito senza salutare i colleghi", "salutare i colleghi", "fragment: hidden-negation"),
    ("a denial, Italian", "it", "Il sindaco nega che il ponte sia chiuso", "il ponte sia chiuso", "fragment: hidden-negation"),
    ("a later predicate, Italian", "it", "Cedere interi mercati non farebbe altro che aiutarli", "Cedere interi mercati", "fragment"),
    ("another sentence, Italian", "it", "Non lo so. Il ponte è sicuro", "Il ponte è sicuro", "fragment"),
    ("not only, Italian", "it", "Non solo il ponte è sicuro, anche la strada lo è", "il ponte è sicuro", "fragment (clipped)"),
    ("joined by a conjunction, the safe side", "it", "Non ho paura e credo che il ponte sia sicuro", "il ponte sia sicuro", "fragment: hidden-negation (clipped)"),
    ("directly before, English", "en", "This is not a safe bridge", "a safe bridge", "fragment: hidden-negation"),
    ("before a that", "en", "Nobody said that the bridge is closed", "the bridge is closed", "fragment: hidden-negation"),
    ("before a that, with however", "en", "It is not, however, true that the bridge is closed", "the bridge is closed", "fragment: hidden-negation"),
    ("a that left out", "en", "I don't think the bridge will fall", "the bridge will fall", "fragment: hidden-negation (clipped)"),
    ("never", "en", "We never closed the bridge", "closed the bridge", "fragment: hidden-negation"),
    ("no one", "en", "No one closed the bridge", "closed the bridge", "fragment: hidden-negation"),
    ("without", "en", "He left without closing the bridge", "closing the bridge", "fragment: hidden-negation"),
    ("fail to", "en", "They failed to close the bridge", "close the bridge", "fragment: hidden-negation"),
    ("deny that", "en", "They deny that the bridge is closed", "the bridge is closed", "fragment: hidden-negation"),
    ("an auxiliary before its not", "en", "The bridge is not open to cars", "The bridge is", "fragment: hidden-negation"),
    ("a not of its own after the part", "en", "The option of not paying remains", "The option of", "fragment"),
    ("not only, English", "en", "It is not only a bridge", "a bridge", "fragment (clipped)"),
    ("no doubt, English", "en", "There is no doubt that the bridge is safe", "the bridge is safe", "fragment"),
    ("a double negation keeps one", "en", "It is not impossible to close it", "impossible to close it", "fragment: hidden-negation"),
    ("a semicolon parts them", "en", "I do not know; the bridge is safe", "the bridge is safe", "fragment"),
    ("directly before, German", "de", "Das ist keine sichere Brücke", "sichere Brücke", "fragment: hidden-negation"),
    ("after its verb, German", "de", "Ich glaube das nicht", "Ich glaube das", "fragment: hidden-negation"),
    ("before a daß", "de", "Ich glaube nicht, dass die Brücke hält", "die Brücke hält", "fragment: hidden-negation"),
    ("without, German, after the part", "de", "Wir bauen Brücken ohne Geld", "Wir bauen Brücken", "fragment"),
    ("not only, German", "de", "Nicht nur die Brücke ist alt", "die Brücke ist alt", "fragment (clipped)"),
    ("half of a French negation before", "fr", "Il ne tient pas debout", "tient pas debout", "fragment"),
    ("after its verb, French", "fr", "Je sais pas nager", "Je sais", "fragment: hidden-negation"),
    ("before a que", "fr", "Personne ne dit que le pont est fermé", "le pont est fermé", "fragment: hidden-negation"),
    ("not only, French", "fr", "Non seulement le pont est vieux", "le pont est vieux", "fragment (clipped)"),
    ("directly before, Spanish", "es", "Nunca cerraron el puente", "cerraron el puente", "fragment: hidden-negation"),
    ("before a que, Spanish", "es", "No creo que el puente sea seguro", "el puente sea seguro", "fragment: hidden-negation (clipped)"),
    ("without doubt, Spanish", "es", "Sin duda el puente es seguro", "el puente es seguro", "fragment"),
    ("directly before, Portuguese", "pt", "Não é um lugar seguro", "um lugar seguro", "fragment: hidden-negation"),
    ("before a dat, Dutch", "nl", "Ik geloof niet dat de brug veilig is", "de brug veilig is", "fragment: hidden-negation"),
    ("directly before, Russian", "ru", "Мы не закрыли мост вчера", "закрыли мост вчера", "fragment: hidden-negation"),
    ("before a że, Polish", "pl", "Nie sądzę, że most jest bezpieczny", "most jest bezpieczny", "fragment: hidden-negation"),
    ("before a že, Czech", "cs", "Nemyslím, že most je bezpečný", "most je bezpečný", "fragment: hidden-negation"),
    ("directly before, Chinese", "zh", "这座桥不安全", "安全", "fragment: hidden-negation"),
    ("an adverb, Chinese", "zh", "这座桥非常安全", "安全", "fragment"),
    ("after the verb, Japanese", "ja", "彼は来ない", "彼は来", "fragment: hidden-negation"),
    ("directly before, Arabic", "ar", "لم يغلق الوزير الجسر", "يغلق الوزير الجسر", "fragment: hidden-negation"),
    ("a denial before its infinitive, German", "de", "Er weigert sich, die Brücke zu schließen", "die Brücke zu schließen", "fragment: hidden-negation"),
    ("a denied object after its verb, English", "en", "They said nothing about the bridge", "They said", "fragment: hidden-negation"),
    ("a denied object after its verb, German", "de", "Wir haben keine Brücke", "Wir haben", "fragment: hidden-negation"),
    ("another's subject after the part, English", "en", "The bridge nobody wants is here", "is here", "fragment"),
    ("an unknown language takes every list", "", "Il ponte non crolla mai", "crolla mai", "fragment: hidden-negation"),
];

#[test]
fn a_negation_that_governs_the_part_may_not_be_left_out() {
    run(A_NEGATION_THAT_GOVERNS_THE_PART_MAY_NOT_BE_LEFT_OUT);
}
