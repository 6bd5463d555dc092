//! Changes that are not marked, and their names.

use super::{Case, Given, Utterance, fit, run};

#[rustfmt::skip] // one case a line
const CHANGES_ARE_NAMED: &[Case] = &[
    ("a negation dropped", "it", "Il ponte non è sicuro oggi", "Il ponte è sicuro oggi", "altered: negation"),
    ("a negation added", "en", "The bridge is safe today", "The bridge is not safe today", "altered: negation"),
    ("a contraction", "en", "They don't trust the bridge", "They do trust the bridge", "altered: negation"),
    ("a determiner that negates", "de", "Wir haben keine Brücke", "Wir haben eine Brücke", "altered: negation, number"),
    ("half of a French negation", "fr", "Le pont ne tient pas", "Le pont tient", "altered: hidden-negation, negation"),
    ("a prefix", "en", "They were happy with it", "They were unhappy with it", "altered: negation"),
    ("a Spanish negation", "es", "Nunca dijo la verdad", "Dijo la verdad", "fragment: hidden-negation"),
    ("a Russian negation", "ru", "Мост не безопасен сегодня", "Мост безопасен сегодня", "altered: negation"),
    ("a Czech negation", "cs", "Most dnes není bezpečný", "Most dnes je bezpečný", "altered: negation"),
    ("a Chinese negation", "zh", "这座桥不安全", "这座桥安全", "altered: negation"),
    ("digits", "en", "It took 12 years", "It took 21 years", "altered: number"),
    ("a number in words", "it", "Servono tre anni di lavori", "Servono due anni di lavori", "altered: number"),
    ("a model's number", "en", "The R2 was late again", "The R3 was late again", "altered: number, name"),
    ("a name", "en", "I told Chiara the truth", "I told Marta the truth", "altered: name"),
    ("a hedge", "it", "Il ponte potrebbe crollare", "Il ponte può crollare", "altered: hedge"),
    ("a hedge dropped", "en", "It will probably be finished in May", "It will be finished in May", "altered: hedge"),
    ("a quantifier", "es", "Todos los puentes son viejos", "Cada los puentes son viejos", "altered: quantifier"),
    ("a word for another", "it", "Il ponte tornerà sicuro", "Il ponte resterà sicuro", "altered: replaced"),
    ("a word for the last", "it", "Il ponte tornerà sicuro", "Il ponte tornerà bello", "altered: replaced"),
    ("a word added", "en", "The bridge is safe", "The old bridge is safe", "altered: added"),
    ("a word dropped", "en", "The old bridge is safe", "The bridge is safe", "altered: dropped"),
    ("two words that changed places", "es", "Se llega acá desde allí", "Se llega desde acá allí", "altered: order"),
    ("two words that are all", "it", "fatiche iniziali", "iniziali fatiche", "altered: order"),
    ("a word from the end put first", "en", "The bridge holds well", "well The bridge holds", "altered: order"),
    ("a word from farther off", "en", "The bridge will hold in every storm", "storm bridge will hold", "altered: replaced"),
    ("sentences that changed places", "en", "Steel rusts in the rain. Wood rots in the sun.", "Wood rots in the sun. Steel rusts in the rain.", "altered: order"),
    ("a cut without a mark", "en", "The bridge, which was built in 1932, is safe", "The bridge is safe", "altered: unmarked-cut"),
    ("a cut with a dash", "en", "The bridge that was built by my father is safe", "The bridge — is safe", "altered: unmarked-cut"),
    ("an ellipsis of the source left out", "en", "I thought... it would hold", "I thought it would hold", "altered: unmarked-cut"),
    ("words joined otherwise", "en", "They work on line every day", "They work online every day", "spelling"),
    ("a compound without its hyphen", "en", "They will co-operate with us", "They will cooperate with us", "spelling"),
    ("thousands are not joined otherwise", "fr", "il y a 1 000 ponts ici", "il y a 1000 ponts ici", "altered: number"),
    ("the source's brackets left out", "en", "It [the old bridge] is safe now", "It the old bridge is safe now", "altered: symbol"),
    ("another text", "en", "The bridge is safe", "Nobody reads newspapers any more", "nothing near"),
];

#[test]
fn changes_are_named() {
    run(CHANGES_ARE_NAMED);
}

#[rustfmt::skip] // one case a line
const A_PART_MUST_NOT_BREAK_WHAT_BELONGS_TOGETHER: &[Case] = &[
    ("words from the middle", "it", "Il ponte tornerà sicuro entro giugno", "tornerà sicuro", "fragment"),
    ("the number without its sign", "it", "a −5 gradi si gela", "5 gradi si gela", "altered: symbol"),
    ("the number without its per cent", "en", "It rose by 15 % in May", "It rose by 15", "altered: symbol"),
    ("the number without its currency", "en", "It cost $300 in May", "300 in May", "altered: symbol"),
    ("the numeral without its magnitude", "en", "They lost 3 million euros", "They lost 3", "altered: number"),
    ("the magnitude without its numeral", "it", "Hanno perso tre milioni di euro", "milioni di euro", "altered: number"),
    ("the numeral without its per cent", "it", "Cresce del 3 per cento ogni anno", "Cresce del 3", "altered: number"),
    ("an ordinal may go", "en", "We saw the first two bridges", "two bridges", "fragment"),
    ("the magnitude swallowed by a cut", "en", "They lost 3 million euros", "They lost 3 … euros", "altered: number"),
    ("the per cent swallowed by a cut", "de", "Es waren 15 Prozent der Stimmen", "Es waren 15 … der Stimmen", "altered: number"),
    ("the sign swallowed by a cut", "en", "It rose by 15 % of last year", "It rose by 15 … of last year", "altered: symbol"),
    ("characters of a numeral swallowed by a cut", "zh", "三百万人来了大桥", "三…人来了大桥", "altered: number"),
    ("a numeral swallowed whole", "en", "They lost 3 million euros in May", "They lost … euros in May", "elided"),
    ("half of a compound", "en", "It is a non-profit company", "profit company", "altered: dropped"),
    ("thousands without their head", "fr", "il y a 20 000 ponts", "000 ponts", "nothing near"),
    ("an elided article may go", "it", "Decide l'autorità portuale", "autorità portuale", "fragment"),
    ("half of a question", "en", "Why would the bridge be safe?", "the bridge be safe", "fragment (clipped)"),
    ("all of a question but its mark", "en", "It fell. Will it be safe again?", "Will it be safe again", "altered: ending"),
];

#[test]
fn a_part_must_not_break_what_belongs_together() {
    run(A_PART_MUST_NOT_BREAK_WHAT_BELONGS_TOGETHER);
}

#[test]
fn more_changes_than_anybody_reads_are_said_to_be_too_many() {
    let recorded = "The bridge of my youth is safe";
    let given = "The bridge … of my … youth is … safe … ".repeat(1_000);
    let fitted = fit(&Given::new(&given, Some("en")), &Utterance::of(recorded, Some("en")));
    let fitted = fitted.expect("the words are near");
    assert!(fitted.bounded && !fitted.may_stand());
    assert!(fitted.changes.iter().filter(|change| change.kind.is_hard()).count() < 600);
}
