//! Words that a sentence tells of and that are not its first speaker's; and names that are more than a run of capitals.

use super::credit::hold;

#[test]
fn a_name_may_hold_small_words_commas_and_possessives() {
    hold(&[
        ("of", "“The grant is set aside,” the Ministry of Culture said.", "ministry"),
        ("of, before", "The Ministry of Culture said “the grant is set aside”.", "ministry"),
        ("a possessive", "“The grant is set aside,” said the Lock Supporters' Trust.", "trust"),
        (
            "a noun in small letters",
            "According to the Lockwood report, “the doors were open”.",
            "report",
        ),
        ("verb first", "“The doors were open,” says the Lockwood report.", "report"),
        ("commas", "The Arts, Media and Sport Committee said that “the grant is late”.", "arts"),
        (
            "the ministry",
            "The Ministry of Culture waits. “The grant is late,” the Ministry said.",
            "ministry",
        ),
        (
            "in small letters",
            "The Ministry of Culture waits. “It is late,” the ministry said.",
            "ministry",
        ),
        ("another apostrophe", "“We are late,” O'Brien said.", "obrien"),
        ("capitals", "ROSSI: “We are late.”", "rossi"),
        ("a party's member", "Mei Ito rose. “We are late,” the Labour MP told the House.", "ito?"),
    ]);
}

#[test]
fn words_of_others_are_not_the_teller_s() {
    hold(&[
        ("quoted as saying", "The Port Authority quoted Mei Ito as saying “it is safe”.", "ito"),
        ("was quoted", "“It is safe,” Mei Ito was quoted as saying.", "ito"),
        ("for calling", "Rossi criticised Ito for calling it “a gift”.", "ito"),
        ("of saying", "Rossi accused Ito of saying “it is a gift”.", "ito"),
        ("remembers saying", "Rossi remembers Mei Ito saying: “It is safe.”", "ito"),
        ("heard say", "Rossi had heard Mei Ito say “it is safe”.", "ito"),
        ("after she said", "Rossi complained after Mei Ito said “it is safe”.", "ito"),
        ("as she writes", "As Mei Ito writes, “it is safe”.", "ito"),
        ("another's claim", "Rossi rejected Ito's claim that it was “a gift”.", "rossi?"),
        ("dismissed", "Rossi dismissed “a gift to the ferries” as nonsense.", "rossi?"),
        ("denied", "Rossi denied that it was “a gift to the ferries”.", "rossi?"),
        ("denied, a turn", "“It is no gift,” Rossi denied.", "rossi"),
        ("denied, a colon", "Rossi denied it: “It is no gift.”", "rossi"),
        ("would not call", "Rossi would not call it “a gift to the ferries”.", "rossi?"),
        ("never called", "Rossi never called it “a gift to the ferries”.", "rossi?"),
        ("declined", "Rossi declined to comment on “a gift to the ferries”.", "rossi?"),
        ("wrong to call", "Rossi said Ito was wrong to call it “a gift”.", "rossi?"),
        (
            "turned and said",
            "Rossi told me that Ito turned to her and said, “It is safe.”",
            "rossi?",
        ),
        ("accused of", "Rossi, accused of running “a gift shop”, said: “We are late.”", "- rossi?"),
        ("dismissed by", "The bridge, dismissed by Mei Ito as “a gift”, goes on.", "ito"),
        ("asked, replied", "Rossi asked Tom Reed who paid. “Nobody,” he replied.", "rossi?"),
        (
            "somebody leaned over",
            "Ito sat down. A council official leaned over. “We are late,” she said.",
            "-",
        ),
        ("her predecessor", "Ito's predecessor agrees. “We are late,” he said.", "-"),
        (
            "two in one sentence",
            "“It is safe,” Ito said, and Rossi, beside her: “It is late.”",
            "ito ito?",
        ),
        (
            "after she said, he replied",
            "After Ito said “it is safe”, Rossi replied with a smile.",
            "ito",
        ),
        ("quoting", "Rossi, quoting Mei Ito, told the House: “It is safe.”", "rossi?"),
        ("what she read", "Rossi read on a poster that this was “a gift”.", "rossi?"),
        ("what the club says", "Ito came. “It is late,” the club says.", "-"),
    ]);
}

#[test]
fn more_ways_to_give_words_to_somebody() {
    hold(&[
        ("it said", "The Port Authority denied that. “We are on time,” it said.", "authority"),
        (
            "a spokesperson for",
            "“We are on time,” a spokesperson for the Port Authority said.",
            "authority",
        ),
        (
            "its spokesman",
            "“We are on time,” said a spokesman for the Port Authority.",
            "authority",
        ),
        (
            "its statement",
            "“We are on time,” a statement from the Port Authority read.",
            "authority",
        ),
        ("found that", "The Lockwood report found that “the doors were open”.", "report"),
        ("a spokesman for a person", "“We are on time,” said a Rossi spokesman.", "-"),
        ("found a thing", "Ito found “the doors” open.", "-"),
        ("with an office", "**Carlo Rossi, harbour master:** “We are on time.”", "rossi"),
        ("in brackets", "Carlo Rossi (harbour master): “We are on time.”", "rossi"),
        ("a dash", "**Carlo Rossi**, harbour master — “We are on time.”", "rossi"),
        ("brackets behind", "- “We are on time.” (Carlo Rossi, harbour master)", "rossi"),
        ("brackets in a sentence", "It was late: “We are on time” (Rossi 2024).", "rossi"),
        ("an age", "Mei Ito stayed. “It is safe,” the 43-year-old said.", "ito"),
        ("sighed", "“It is late,” Ito sighed.", "ito"),
        ("and", "“It is safe,” Ito said. And: “It is late.”", "ito ito"),
        ("after a pause", "“It is safe,” Ito said. Then, after a pause: “It is late.”", "ito ito"),
        ("heard from", "Members heard from Mei Ito that “it is safe”.", "ito"),
    ]);
}

#[test]
fn other_languages_tell_of_others_too() {
    hold(&[
        (
            "che gli ha risposto",
            "Rossi ne ha parlato con Mei Ito, che gli ha risposto: «È sicuro».",
            "ito",
        ),
        ("in fondo siede", "Rossi tace. In fondo siede Mei Ito. «È sicuro», dice.", "rossi?"),
        ("tocca a", "Rossi è furioso. Tocca a Mei Ito rispondere. «È sicuro», assicura.", "rossi?"),
        (
            "un ufficio",
            "Ito è furiosa. Il presidente del porto non la ascolta. «È sicuro», dice.",
            "-",
        ),
        ("al plurale", "Ito è netta. «Siamo in ritardo», spiegano dal porto.", "-"),
        (
            "dopo che",
            "Dopo che Ito aveva detto «è sicuro», Rossi ha risposto con un sorriso.",
            "ito",
        ),
        ("al … di", "Al «non è sicuro» di Carlo Rossi ha risposto Mei Ito.", "ito?"),
        ("cita", "Rossi cita Mei Ito: «È sicuro».", "rossi?"),
        ("le parole di", "Rossi ricorda le parole di Mei Ito: «È sicuro».", "rossi?"),
        ("replica di", "Replica di Carlo Rossi: «Siamo in ritardo».", "rossi"),
        ("fa sapere", "«Siamo in ritardo», fa sapere Carlo Rossi.", "rossi"),
        ("il commento di", "«Siamo in ritardo», il commento di Carlo Rossi.", "rossi"),
        ("così", "«Siamo in ritardo e lo sappiamo», così il sindaco Carlo Rossi.", "rossi"),
        ("titolo, nome, due punti", "Il sindaco Carlo Rossi: «Siamo in ritardo».", "rossi"),
        ("all'agenzia", "Carlo Rossi all'Agenzia Nord: «Siamo in ritardo».", "rossi"),
        ("quien", "Rossi habló con Mei Ito, quien le respondió: «Es seguro».", "ito"),
        (
            "después intervino",
            "Rossi habló primero. Después intervino Mei Ito. «Es seguro», explicó.",
            "ito",
        ),
        ("desde", "Rossi lo niega todo. «Vamos tarde», señalan desde el puerto.", "-"),
        ("Dativ", "Dem Rundfunk sagte Mei Ito: „Die Brücke ist sicher.“", "ito"),
        (
            "wörtlich",
            "„Die Maschinen sind längst verkauft, das weiß jeder“, so Rossi wörtlich.",
            "rossi",
        ),
        ("laut", "„Die Brücke ist sicher“, sagte Mei Ito laut Rundfunk.", "ito"),
        (
            "der Satz der",
            "Rossi erinnert an den Satz der Ingenieurin Mei Ito: „Sie ist sicher.“",
            "rossi?",
        ),
    ]);
}

#[test]
fn a_verb_between_dashes_is_none_of_the_words() {
    let cases = [
        (
            "«Le porte sono chiuse da un anno – dice – e nessuno ci avvisa».",
            "Le porte sono chiuse da un anno e nessuno ci avvisa",
        ),
        (
            "«Las puertas llevan un año cerradas —denuncia— y nadie nos avisa».",
            "Las puertas llevan un año cerradas y nadie nos avisa",
        ),
    ];
    for (text, expected) in cases {
        let draft = super::read_with_harbour(text);
        assert_eq!(draft.quotations[0].text, expected);
    }
}
