//! Whom drafts credit: tables of sentences, a language each.

use super::read_with_harbour;
use crate::draft::{Credit, Who};

/// A credit in a word: `ito`, `ito?` where it is only likely, `=Name` for a name that is no source, `-`.
fn credits(text: &str) -> String {
    let who = |who: &Who| match who {
        Who::Source(id) => id.clone(),
        Who::Name(name) => format!("={name}"),
    };
    let draft = read_with_harbour(text);
    let outermost = draft.quotations.iter().filter(|quotation| quotation.depth == 0);
    let words: Vec<String> = outermost
        .map(|quotation| match &quotation.credit {
            Credit::Certain(certain, _) => who(certain),
            Credit::Likely(likely, _) => format!("{}?", who(likely)),
            Credit::Contested(several) => several.iter().map(who).collect::<Vec<_>>().join("|"),
            Credit::Nobody => "-".to_owned(),
        })
        .collect();
    words.join(" ")
}

#[track_caller]
pub(super) fn hold(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(_, text, expected)| credits(text) != *expected)
        .map(|(name, text, expected)| format!("{name}: {text}\n  {expected} != {}", credits(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english_sentences_credit_whoever_speaks() {
    hold(&[
        ("subject first", "“The bridge is safe,” Ito said.", "ito"),
        ("verb first", "“The bridge is safe,” said Mei Ito.", "ito"),
        ("shot back", "“The bridge,” Ito shot back, “is safe.”", "ito ito"),
        ("went on", "“The bridge,” Ito went on, “is safe.”", "ito ito"),
        ("went on, verb first", "“The bridge is safe,” went on Ito.", "ito"),
        ("shot somebody", "“The bridge” Ito shot the film on is “safe.”", "- -"),
        (
            "an office with its name takes the stage",
            "Ito said yes. The mayor, Carlo Rossi, prefers to wait. “We are late,” he says.",
            "rossi",
        ),
        ("before", "Ito said: “The bridge is safe.”", "ito"),
        ("that", "Mei Ito said that the bridge was “safe again.”", "ito"),
        ("an adverb between", "“The bridge is safe,” Ito later said.", "ito"),
        ("a day between", "“The bridge is safe,” Ito said Tuesday.", "ito"),
        ("a spokesman has the name", "“We are late,” Ito spokesman Rossi said.", "rossi"),
        ("a possessive", "“We are late,” said Ito's spokesman, Carlo Rossi.", "rossi"),
        ("a possessive before", "Ito's spokesman, Carlo Rossi, said “we are late.”", "rossi"),
        ("a spokesman without a name", "“We are late,” said Ito's spokesman.", "-"),
        ("an object", "“We are late,” Rossi told Ito.", "rossi"),
        ("an object before", "Rossi told O’Brien that they were “late.”", "rossi"),
        ("spoken of", "Rossi said of Ito: “She is late.”", "rossi"),
        ("according", "The bridge is “safe,” according to Ito.", "ito"),
        ("according before", "According to Mei Ito, the bridge is “safe again.”", "ito"),
        ("who", "Ito, who built the bridge with Rossi, said it was “safe again.”", "ito"),
        ("who said", "Rossi criticised Ito, who said the bridge was “safe again.”", "ito"),
        ("an age", "“The bridge is safe,” said Ito, 54, an engineer.", "ito"),
        (
            "an apposition",
            "Ito, an engineer at the Port Authority, said it was “safe again.”",
            "ito",
        ),
        ("a title", "“The bridge is safe,” said Harbour Commissioner Mei Ito.", "ito"),
        ("a passive", "Ito was told by Rossi that the bridge was “safe again.”", "rossi"),
        ("was asked", "Ito was asked about Rossi. Rossi said “no comment.”", "rossi"),
        ("no source of the ledger", "“The bridge is safe,” said Anna Kowalska.", "=Anna Kowalska"),
        (
            "later by the surname",
            "Anna Kowalska built it. “It is safe,” Kowalska said.",
            "=Anna Kowalska",
        ),
        ("another bearer", "“The bridge is safe,” said Keiko Ito.", "=Keiko Ito"),
        ("an organisation", "“We are late,” the Port Authority said.", "authority"),
        ("split by the cue", "“The bridge,” Ito said, “is safe.”", "ito ito"),
        ("the sentence after", "“It is safe,” Ito said. “We checked.”", "ito ito"),
        ("two speakers", "“It is safe,” Ito said. “It is not,” Rossi said.", "ito rossi"),
        ("adding", "“It is safe,” Ito said, adding that Rossi is “late.”", "ito ito"),
        ("an exclamation", "“It is safe!” Ito said.", "ito"),
        ("a headline", "# Ito: Bridge ‘safe again’", "ito"),
        ("a pronoun", "Ito built the bridge. “It is safe,” she said.", "ito"),
        ("a pronoun, the other one", "Mary Ito wed Carlo Rossi. “It is safe,” he said.", "rossi"),
        ("a pronoun from before", "“It is safe,” Ito said.\n\n“We checked,” she said.", "ito ito"),
        ("a pronoun for nobody", "“It is safe,” she said.", "-"),
        ("they", "Ito and Rossi came. “It is safe,” they said.", "-"),
        ("two together", "Ito and Rossi said they were “late.”", "-"),
        ("two together, verb first", "“We are late,” said Ito and Rossi.", "-"),
        ("and another said", "Ito left and Rossi said: “We are late.”", "rossi"),
        (
            "a list of quotations",
            "- “The bridge is safe.” — Mei Ito\n- “It is late.” -- Rossi, 2024",
            "ito rossi",
        ),
        ("an interview", "**Ito:** “The bridge is safe.”", "ito"),
        ("a role", "Ito and Rossi came. “It is safe,” the engineer said.", "-"),
        ("nobody", "The so-called “safe” bridge fell.", "-"),
        ("inches", "Ito said the 5\" pipe and the 6\" pipe were “safe.”", "ito"),
        ("published", "Ito celebrated it on Twitter: “It is safe.”", "ito"),
        ("a statement", "The Port Authority put out a statement: “We are late.”", "authority?"),
        ("somebody's statement", "Ito held up Rossi's statement: “We are late.”", "ito?"),
        ("a sign", "Ito pointed at the sign: “Keep out.”", "ito?"),
        ("a role of the ledger", "Ito came. “It is safe,” the nurse said.", "-"),
        ("brackets", "Ito (“It is safe again”) and Rossi (“It is late again”) met.", "ito rossi"),
        ("for", "For Ito, “it is safe.”", "ito"),
        ("for, from afar", "For Ito the bridge is “safe.”", "ito?"),
        ("a turn", "**Ito:** We looked. “It is safe.”", "ito"),
        ("an hour", "18:45 Ito has the floor: “It is safe.”", "ito?"),
        ("an unnamed byline", "> It is safe.\n> — a source at the Port Authority", "-"),
        ("somebody else", "“Yes,” an old man told Ito. “It is safe.”", "- -"),
        (
            "according to the newspaper",
            "Ito told Rossi that it was “safe,” according to the newspaper.",
            "ito",
        ),
        ("to blame", "According to Ito, the wind is to blame, but so is “the bolt.”", "ito"),
        ("a block and its cue", "Ito was clear:\n\n> The bridge is safe.", "ito?"),
        ("a block before its cue", "> The bridge is safe,\n\nIto said.", "ito"),
        ("a block that says whose", "> The bridge is safe.\n> — Mei Ito", "ito"),
    ]);
}

#[test]
fn italian_sentences_credit_whoever_speaks() {
    hold(&[
        ("ha detto", "«Il ponte è sicuro», ha detto Mei Ito.", "ito"),
        ("dice", "«Il ponte è sicuro», dice Ito.", "ito"),
        ("subject first", "Ito ha affermato: «Il ponte è sicuro».", "ito"),
        ("che", "Mei Ito ha detto che il ponte è «di nuovo sicuro».", "ito"),
        ("secondo", "Secondo Ito il ponte è «di nuovo sicuro».", "ito"),
        ("secondo, dopo", "Il ponte è «di nuovo sicuro», secondo Mei Ito.", "ito"),
        ("a detta di", "A detta di Rossi, il ponte è «di nuovo sicuro».", "rossi"),
        ("title", "«Il ponte è sicuro», ha spiegato l'ingegner Mei Ito.", "ito"),
        ("the office before", "«Il ponte è sicuro», ha spiegato il sindaco Carlo Rossi.", "rossi"),
        ("a relay", "«Siamo in ritardo», ha detto Rossi a Ito.", "rossi"),
        ("spoken of", "Rossi ha detto di Ito: «È in ritardo».", "rossi"),
        ("the organisation", "«Siamo in ritardo», ha comunicato l'Autorità portuale.", "authority"),
        ("apposition", "Ito, ingegnere dell'Autorità portuale, ha detto che è «sicuro».", "ito"),
        ("left out", "Mei Ito ha costruito il ponte. Ha aggiunto: «È sicuro».", "ito"),
        (
            "left out after",
            "«È sicuro», ha detto Ito. «Abbiamo controllato», ha aggiunto.",
            "ito ito",
        ),
        ("the spokesman", "«Siamo in ritardo», ha detto il portavoce di Ito.", "-"),
        ("split", "«Il ponte», ha detto Ito, «è sicuro».", "ito ito"),
        ("no source", "«Il ponte è sicuro», ha detto Anna Bianchi.", "=Anna Bianchi"),
        ("apostrophes", "L'autorità dell'anno, ha detto Ito, è «un'altra».", "ito"),
        ("colon", "Ito: «Il ponte è sicuro».", "ito"),
        ("who", "Ito, che ha costruito il ponte, sostiene che è «sicuro».", "ito"),
        ("gerund", "Rossi ha lasciato la sala dicendo: «Siamo in ritardo».", "rossi"),
        ("past", "«Il ponte è sicuro», rispose Ito.", "ito"),
        ("nobody", "Il cosiddetto «ponte» è caduto.", "-"),
    ]);
}

#[test]
fn german_sentences_credit_whoever_speaks() {
    hold(&[
        ("sagte", "„Die Brücke ist sicher“, sagte Mei Ito.", "ito"),
        ("subject first", "Ito sagte: „Die Brücke ist sicher.“", "ito"),
        ("hat gesagt", "Mei Ito hat gesagt, die Brücke sei „wieder sicher“.", "ito"),
        ("so", "„Die Brücke ist sicher“, so Ito.", "ito"),
        ("laut", "Laut Ito ist die Brücke „wieder sicher“.", "ito"),
        ("zufolge", "Mei Ito zufolge ist die Brücke „wieder sicher“.", "ito"),
        ("nach Angaben", "Nach Angaben von Rossi ist sie „wieder sicher“.", "rossi"),
        ("the office", "„Wir sind spät dran“, sagte der Bürgermeister Carlo Rossi.", "rossi"),
        ("an adverbial first", "Am Montag sagte Ito: „Die Brücke ist sicher.“", "ito"),
        ("a place first", "In Bremen sagte Ito: „Die Brücke ist sicher.“", "ito"),
        ("a pronoun", "Mei Ito hat die Brücke gebaut. „Sie ist sicher“, sagte sie.", "ito"),
        ("the speaker of", "„Wir sind spät dran“, sagte eine Sprecherin der Stadt.", "-"),
        ("no source", "„Die Brücke ist sicher“, sagte Anna Schmidt.", "=Anna Schmidt"),
        ("the authority", "„Wir sind spät dran“, erklärte die Hafenbehörde.", "authority"),
        ("a noun", "„Wir sind spät dran“, erklärte die Stadt.", "-"),
        ("guillemets", "»Die Brücke ist sicher«, sagte Ito.", "ito"),
        ("somebody unnamed first", "Ein Mitglied des Rates sagte: „Wir sind spät dran.“", "-"),
        (
            "unnamed, with a name in it",
            "Ein Freund Anna Schmidts sagte: „Wir sind spät dran.“",
            "-",
        ),
        ("several unnamed", "Mitglieder des Rates sagten: „Wir sind spät dran.“", "-"),
        (
            "a noble name",
            "Gestern sagte Ursula von der Leyen: „Wir sind da.“",
            "=Ursula von der Leyen",
        ),
        ("a noun does something", "Ein Hund bellt. „Wir sind spät dran.“", "-"),
        (
            "a noun between",
            "Ito wartet. Das Ende der Brücke liegt im Nebel. „Sie ist sicher“, sagte sie.",
            "ito",
        ),
        ("a verb in two parts", "„Sie ist sicher“, kündigte Ito an.", "ito"),
        (
            "in two parts, with an office",
            "„Wir sind spät dran“, räumte Bürgermeister Carlo Rossi ein.",
            "rossi",
        ),
        ("half of a verb", "„Die Brücke“ kündigte Ito den Vertrag.", "-"),
        (
            "said in passing",
            "Rossi wartet. Man habe, betonte er, „keinen Grund zur Eile“.",
            "rossi",
        ),
        ("sees", "Ito sieht „keinen Grund zur Eile“.", "ito"),
    ]);
}

#[test]
fn french_sentences_credit_whoever_speaks() {
    hold(&[
        ("inverted", "« Le pont est sûr », a déclaré Mei Ito.", "ito"),
        ("present", "« Le pont est sûr », explique Ito.", "ito"),
        ("subject first", "Mei Ito a déclaré : « Le pont est sûr. »", "ito"),
        ("selon", "Selon Ito, le pont est « à nouveau sûr ».", "ito"),
        ("d'après", "D'après Carlo Rossi, le pont est « à nouveau sûr ».", "rossi"),
        ("the office", "« Nous sommes en retard », a expliqué le maire Carlo Rossi.", "rossi"),
        ("a pronoun", "Mei Ito a construit le pont. « Il est sûr », a-t-elle ajouté.", "ito"),
        ("dit-il", "Carlo Rossi est en retard. « Nous sommes en retard », dit-il.", "rossi"),
        ("the spokesman", "« Nous sommes en retard », a dit le porte-parole de Rossi.", "-"),
        ("no source", "« Le pont est sûr », a dit Anne Martin.", "=Anne Martin"),
        ("inside the marks", "« Le pont, a dit Ito, est sûr. »", "ito"),
        ("inside, at the end", "« Le pont est sûr, affirme Ito. »", "ito"),
        ("inside, turned", "Ito a parlé. « Le pont, a-t-elle dit, est sûr. »", "ito"),
        ("inside, no cue", "Ito a dit : « Le pont, note la presse, est sûr. »", "ito"),
        ("pour", "Pour Mei Ito, « le pont est à nouveau sûr ».", "ito"),
        ("se défend", "« Nous sommes en retard », se défend le maire, Carlo Rossi.", "rossi"),
        (
            "in what language",
            "« Le pont est sûr », résume, en anglais, l'ingénieure Mei Ito.",
            "ito",
        ),
        ("s'étonne", "« Le pont est sûr », s'étonne Mei Ito.", "ito"),
        ("elision", "L’ingénieure Mei Ito affirme que l’ouvrage est « sûr ».", "ito"),
    ]);
}

#[test]
fn spanish_sentences_credit_whoever_speaks() {
    hold(&[
        ("inverted", "«El puente es seguro», dijo Mei Ito.", "ito"),
        ("perfect", "«El puente es seguro», ha declarado Ito.", "ito"),
        ("subject first", "Ito afirmó: «El puente es seguro».", "ito"),
        ("según", "Según Ito, el puente es «de nuevo seguro».", "ito"),
        ("de acuerdo con", "De acuerdo con Carlo Rossi, el puente es «seguro».", "rossi"),
        ("the office", "«Vamos tarde», explicó el alcalde Carlo Rossi.", "rossi"),
        ("left out", "Mei Ito construyó el puente. «Es seguro», añadió.", "ito"),
        ("dash", "“El puente es seguro” —dijo Ito—.", "ito"),
        ("repite", "—«El puente es seguro» —repite Ito—. No dice más.", "ito"),
        ("the spokesman", "«Vamos tarde», dijo el portavoz de Rossi.", "-"),
        ("no source", "«El puente es seguro», dijo Ana García.", "=Ana García"),
        ("split", "«El puente», dijo Ito, «es seguro».", "ito ito"),
        (
            "an office with its name takes the stage",
            "Ito dijo: «Voy». El alcalde, Carlo Rossi, prefiere recordar. «El puente», dice, «es seguro».",
            "ito rossi rossi",
        ),
        ("para", "Para Ito es «un puente seguro».", "ito?"),
    ]);
}

/// Somebody unnamed is told by whom they belong to, which is not to name that one as the speaker.
#[test]
fn whom_an_unnamed_source_belongs_to_does_not_speak() {
    let bylines = [
        "a technician of the Port Authority, whom the article does not name, as quoted in the article",
        "the technician of the Port Authority, whom the article does not name",
        "two people at the Port Authority, whom the article does not name",
        "un tecnico dell'Autorità portuale, di cui l'articolo non fa il nome",
        "il tecnico dell'Autorità portuale, di cui l'articolo non fa il nome",
        "ein Techniker der Hafenbehörde, im Artikel ohne Namen, wie im Artikel zitiert",
        "eine Quelle bei der Hafenbehörde, im Artikel ohne Namen",
        "un technicien de la Port Authority, sans nom dans l'article",
        "un técnico de la Port Authority, sin nombre en el artículo",
        "fuentes de la Port Authority, sin nombre en el artículo",
        "sources at the Port Authority, unnamed by the article",
    ];
    let bylines = bylines.map(|line| format!("> four cracks in the pillar\n>\n> — {line}[^x]"));
    let sentences = [
        "The article quotes a technician of the Port Authority, whom the article does not name: “four cracks”",
        "L'articolo cita un tecnico dell'Autorità portuale, di cui l'articolo non fa il nome: “quattro crepe”",
        "Der Artikel zitiert einen Techniker der Hafenbehörde, im Artikel ohne Namen: “vier Risse”",
        "L'article cite un technicien de la Port Authority, sans nom dans l'article : “quatre fissures”",
        "El artículo cita las palabras de un técnico de la Port Authority, sin nombre en el artículo: “cuatro grietas”",
        "L'article cite a technician of the Port Authority, sans nom dans l'article : “quatre fissures”",
        "El artículo cita las palabras de a technician of the Port Authority, sin nombre en el artículo: “cuatro grietas”",
        "The article quotes un tecnico dell'Autorità portuale, whom the article does not name: “four cracks”",
    ];
    let all = bylines.iter().map(String::as_str).chain(sentences);
    let wrong: Vec<&str> = all.filter(|text| credits(text) != "-").collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    hold(&[
        (
            "in the office",
            "> four cracks\n>\n> — Mei Ito, an engineer of the Port Authority",
            "ito",
        ),
        (
            "the office itself",
            "> four cracks\n>\n> — the Port Authority, in a statement",
            "authority",
        ),
        (
            "the office before",
            "> four cracks\n>\n> — engineer Mei Ito of the Port Authority",
            "ito",
        ),
    ]);
}

#[test]
fn a_noun_of_saying_credits_whose_it_is() {
    hold(&[
        ("a possessive", "Ito's verdict: “The bridge is safe again.”", "ito"),
        ("is clear", "Ito's verdict is clear: “The bridge is safe again.”", "ito"),
        ("asked", "Asked about the bridge, Ito's answer was: “It is safe again.”", "ito"),
        ("to whom", "Mr. Rossi's blunt answer to the critics: “We are on time.”", "rossi"),
        ("with an office", "The mayor Carlo Rossi's answer: “We are on time.”", "rossi"),
        ("a medium", "Ito's tweet: “The bridge is safe again.”", "ito"),
        ("from", "A message from Ito: “The bridge is safe again.”", "ito"),
        ("in her words", "In Ito's words: “The bridge is safe again.”", "ito"),
        (
            "doubted by another",
            "Rossi doubts Ito's verdict: “The bridge was never safe.”",
            "rossi?",
        ),
        ("another's", "Rossi's spokesman's verdict: “We are on time.”", "-"),
        ("said by another", "Rossi said that Ito's answer was: “It is safe again.”", "rossi?"),
        ("what it did", "Ito's verdict angered Rossi: “We are on time.”", "rossi?"),
        ("about her", "The verdict on Ito: “She was never there.”", "-"),
        ("Italian", "La risposta di Ito: «Il ponte è di nuovo sicuro».", "ito"),
        ("è netta", "La risposta di Mei Ito è netta: «Il ponte è di nuovo sicuro».", "ito"),
        ("nel comunicato", "Nel comunicato di Mei Ito: «Il ponte è sicuro».", "ito"),
        ("alla domanda", "Alla domanda di Ito: «Il ponte non è mai stato sicuro».", "-"),
        ("to her question", "To Ito's question: “The bridge was never safe.”", "-"),
        (
            "contestata",
            "Rossi contesta la risposta di Ito: «Il ponte non è mai stato sicuro».",
            "rossi?",
        ),
        ("German", "Die Antwort von Mei Ito: „Die Brücke ist wieder sicher.“", "ito"),
        ("French", "La réponse de Mei Ito : « Le pont est de nouveau sûr. »", "ito"),
        ("Spanish", "La respuesta de Mei Ito fue clara: «El puente es seguro otra vez».", "ito"),
    ]);
}
