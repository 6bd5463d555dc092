//! Words that are marked, and what is recorded of them.

use std::fmt::Write as _;

use crate::curate::{Marking, NoPlace, Place, Quotes, mark};
use crate::text::printed::Printed;

const TEXT: &str = "\
Ponte sul porto, i lavori slittano ancora
Il cantiere resta \"in piena attività\", ma la consegna è rinviata. Il cantiere resta aperto.
\"Il ponte tornerà sicuro\", ha affermato Ito. \"Non c'è fretta\".
\"Quando finiranno i lavori?\", ha chiesto la sindaca Paola Serra.
Il ponte fu aperto nel 1931, e poi chiuso, e poi aperto nel 1932.
Il cantiere resta dov'è.
";

fn marking(words: &str) -> Marking<'_> {
    Marking { words, paragraph: None, cue: None, quotes: Quotes::None }
}

fn place(marking: Marking<'_>) -> Result<Place, NoPlace> {
    mark(&Printed::new(TEXT, Some("it")), &marking)
}

/// The passage, then the quotes with the words around them.
fn shown(place: &Place) -> String {
    let passage = &place.passage;
    let mut shown = format!("{} {}…{}", passage.paragraph, passage.start, passage.end);
    for quote in &place.quotes {
        let around =
            |words: &Option<compact_str::CompactString>| words.as_deref().unwrap_or("-").to_owned();
        let (prefix, suffix) = (around(&quote.prefix), around(&quote.suffix));
        let continues = if quote.continues { "+" } else { "" };
        let _ = write!(shown, " | {continues}{prefix} [{}] {suffix}", quote.exact);
    }
    shown
}

#[test]
fn words_are_found_with_what_is_recorded_of_them() {
    let quoted = |words| Marking { quotes: Quotes::Needed, ..marking(words) };
    let cases = [
        ("reported", marking("la consegna è rinviata"), "2 la consegna è…consegna è rinviata"),
        (
            "a quote",
            quoted("Il ponte tornerà sicuro"),
            "3 Il ponte tornerà…ponte tornerà sicuro | - [Il ponte tornerà sicuro] ha affermato Ito",
        ),
        (
            "with its marks",
            quoted("\"in piena attività\""),
            "2 in piena attività…in piena attività | Il cantiere resta [in piena attività] ma la consegna è",
        ),
        (
            "around its cue",
            Marking {
                cue: Some("ha affermato"),
                ..quoted("\"Il ponte tornerà sicuro\", ha affermato Ito. \"Non c'è fretta\"")
            },
            "3 Il ponte tornerà…c'è fretta | - [Il ponte tornerà sicuro] ha affermato Ito | +ha affermato Ito [Non c'è fretta] -",
        ),
        (
            "the cue is held",
            Marking { cue: Some("ha affermato"), ..quoted("Non c'è fretta") },
            "3 ha affermato Ito…c'è fretta | ha affermato Ito [Non c'è fretta] -",
        ),
        (
            "a question keeps its mark",
            quoted("Quando finiranno i lavori"),
            "4 Quando finiranno i…finiranno i lavori | - [Quando finiranno i lavori?] ha chiesto la sindaca",
        ),
        (
            "where the first words stand earlier, the passage is wider",
            marking("aperto nel 1932"),
            "5 aperto nel 1932…aperto nel 1932",
        ),
        (
            "a paragraph that is named",
            Marking { paragraph: Some(6), ..marking("Il cantiere resta") },
            "6 Il cantiere resta…Il cantiere resta",
        ),
        (
            "other marks and spaces",
            marking("la consegna  e\u{300} rinviata"),
            "2 la consegna è…consegna è rinviata",
        ),
    ];
    for (name, marking, expected) in cases {
        let place = place(marking).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(shown(&place), expected, "{name}");
        let printed = Printed::new(TEXT, Some("it"));
        let passage = &place.passage;
        let span = printed.between(passage.paragraph.get(), &passage.start, &passage.end);
        let held = printed.words_of(span.expect(name));
        for quote in &place.quotes {
            assert!(held.contains(quote.exact.trim_end_matches('?')), "{name}: {held}");
        }
    }
}

#[test]
fn words_that_are_no_place_say_why() {
    let words = |text: &str| Some((text.to_owned(), String::new())).map(|(agreed, _)| agreed);
    match place(marking("la consegna è annullata")) {
        Err(NoPlace::Nowhere(Some((agreed, goes_on)))) => {
            assert_eq!(
                (Some(agreed), goes_on.as_str()),
                (words("la consegna è"), "rinviata. Il cantiere")
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(place(marking("domani piove")), Err(NoPlace::Nowhere(None)));
    match place(marking("Il cantiere resta")) {
        Err(NoPlace::Several(places)) => {
            assert_eq!(places.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 2, 6]);
            assert_eq!(places[1].1, "la consegna è rinviata. Il cantiere resta aperto");
        }
        other => panic!("{other:?}"),
    }
    let elsewhere = Marking { paragraph: Some(1), ..marking("la consegna è rinviata") };
    assert_eq!(place(elsewhere), Err(NoPlace::OtherParagraph(vec![2])));
    assert_eq!(place(marking("slittano ancora Il cantiere")), Err(NoPlace::TwoParagraphs));
    let unmarked = Marking { quotes: Quotes::Needed, ..marking("la consegna è rinviata") };
    assert_eq!(place(unmarked), Err(NoPlace::NoMarks(2)));
}
