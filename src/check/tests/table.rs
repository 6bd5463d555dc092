//! Cases by rule, in Italian and English.

use super::{BRIDGE, Ledger};
use crate::check::{Attributed, Caution, FoundIn, MayQuote, Verdict};

use Attributed::{AmbiguousName, AnonymousSource, Confirmed, NoSource, OtherSource, Unasked};
use MayQuote::{No, WithCare, Yes};
use Verdict::{
    Altered, Elided, Fragment, Reported, Spelling, Stitched, Translation, Unknown, Verbatim,
};

/// A case: its name, the words, who is asked for, and what must be answered.
type Case<'a> = (&'a str, &'a str, Option<&'a str>, (Verdict, Option<Attributed>, MayQuote));

fn holds(ledger: &Ledger, cases: &[Case<'_>]) {
    for (name, text, by, (verdict, attribution, may_quote)) in cases {
        let answer = ledger.ask(text, *by);
        let found = (answer.verdict, answer.attribution, answer.may_quote);
        assert_eq!(found, (*verdict, *attribution, *may_quote), "{name}: {answer:#?}");
        assert!(!answer.advice.is_empty(), "{name}");
        assert!(!answer.steps.is_empty(), "{name}");
    }
}

#[test]
fn the_words_and_the_mouth_are_answered_apart() {
    let serene = Some("mei-ito");
    holds(
        &Ledger::bridge(),
        &[
            ("a quote, whole", "più debole del previsto", serene, (Verbatim, Some(Confirmed), Yes)),
            (
                "other typography",
                "« Più  debole del previsto. »",
                serene,
                (Verbatim, Some(Confirmed), Yes),
            ),
            ("a part", "120 giorni di pesca", Some("Kenji Ito"), (Fragment, Some(Confirmed), Yes)),
            (
                "a short part",
                "giorni di pesca",
                Some("Kenji Ito"),
                (Fragment, Some(Confirmed), WithCare),
            ),
            (
                "a cut that is marked",
                "Abbiamo perso […] 3,5 milioni di euro",
                Some("Kenji Ito"),
                (Elided, Some(Confirmed), Yes),
            ),
            (
                "a cut that is not",
                "Abbiamo perso 3,5 milioni di euro",
                Some("Kenji Ito"),
                (Altered, Some(Confirmed), No),
            ),
            (
                "a number",
                "Abbiamo perso 210 giorni di pesca e 3,5 milioni di euro",
                Some("Kenji Ito"),
                (Altered, Some(Confirmed), No),
            ),
            (
                "a decimal",
                "Abbiamo perso 120 giorni di pesca e 35 milioni di euro",
                Some("Kenji Ito"),
                (Altered, Some(Confirmed), No),
            ),
            (
                "an accent that makes no other word",
                "piu debole del previsto",
                serene,
                (Spelling, Some(Confirmed), No),
            ),
            ("nothing near", "Domani pioverà su tutta la costa", serene, (Unknown, None, No)),
            ("nobody asked", "più debole del previsto", None, (Verbatim, Some(Unasked), Yes)),
            (
                "joined across its cue",
                "Il ponte tornerà sicuro … Non c'è fretta",
                serene,
                (Elided, Some(Confirmed), WithCare),
            ),
            (
                "joined, bare",
                "Il ponte tornerà sicuro. Non c'è fretta",
                serene,
                (Elided, Some(Confirmed), WithCare),
            ),
            (
                "two speakers joined",
                "Il cemento è più debole del previsto e abbiamo perso 120 giorni di pesca",
                serene,
                (Altered, Some(OtherSource), No),
            ),
        ],
    );
}

#[test]
fn what_turns_the_sense_round_is_refused() {
    let serene = Some("mei-ito");
    holds(
        &Ledger::bridge(),
        &[
            (
                "a negation left out",
                "il ponte crollerà domani",
                serene,
                (Fragment, Some(Confirmed), No),
            ),
            (
                "a negation hidden by a cut",
                "[…] il ponte crollerà domani",
                serene,
                (Fragment, Some(Confirmed), No),
            ),
            (
                "a question made a statement",
                "Quando finiranno i lavori",
                Some("serra"),
                (Altered, Some(Confirmed), No),
            ),
            (
                "taken back",
                "Quando finiranno i lavori?",
                Some("serra"),
                (Verbatim, Some(Confirmed), No),
            ),
            (
                "the rendering",
                "The bridge will be safe again",
                serene,
                (Translation, Some(Confirmed), No),
            ),
            (
                "near the rendering",
                "The bridge will soon be safe again",
                serene,
                (Translation, Some(Confirmed), No),
            ),
            (
                "a misprint kept",
                "bulloni della serie 2O25",
                None,
                (Fragment, Some(Unasked), WithCare),
            ),
            (
                "a misprint put right in silence",
                "bulloni della serie 2025, quasi tutti da cambiare",
                None,
                (Altered, Some(Unasked), No),
            ),
            (
                "a misprint put right in brackets",
                "bulloni della serie [2025], quasi tutti da cambiare",
                None,
                (Elided, Some(Unasked), WithCare),
            ),
        ],
    );
}

#[test]
fn right_words_in_the_wrong_mouth_are_refused() {
    let words = "Abbiamo perso 120 giorni di pesca e 3,5 milioni di euro";
    let weak = "più debole del previsto";
    let bolts = "bulloni della serie 2O25, quasi tutti da cambiare";
    let money = "Non abbiamo finito il denaro";
    holds(
        &Ledger::bridge(),
        &[
            ("somebody else", words, Some("Paola Serra"), (Verbatim, Some(OtherSource), No)),
            ("a stranger", words, Some("Ada Rossi"), (Verbatim, Some(OtherSource), No)),
            ("a surname that two bear", words, Some("Ito"), (Verbatim, Some(AmbiguousName), No)),
            (
                "an initial tells them apart",
                words,
                Some("K. Ito"),
                (Verbatim, Some(Confirmed), Yes),
            ),
            ("the other's initial", words, Some("M. Ito"), (Verbatim, Some(OtherSource), No)),
            ("last, first", words, Some("ITO, Kenji"), (Verbatim, Some(Confirmed), Yes)),
            ("a title", weak, Some("Dr. Mei Ito"), (Verbatim, Some(Confirmed), Yes)),
            (
                "more than the article says",
                weak,
                Some("Mei Kanako Ito"),
                (Verbatim, Some(OtherSource), No),
            ),
            ("the article itself", weak, Some("article"), (Verbatim, Some(OtherSource), No)),
            (
                "a name, where nobody is named",
                bolts,
                Some("Mei Ito"),
                (Verbatim, Some(AnonymousSource), No),
            ),
            (
                "a part of a description",
                bolts,
                Some("Port Authority"),
                (Verbatim, Some(AnonymousSource), No),
            ),
            (
                "the description itself",
                bolts,
                Some("a technician of the Port Authority"),
                (Verbatim, Some(Confirmed), WithCare),
            ),
            (
                "the article, where nobody is named",
                bolts,
                Some("article"),
                (Verbatim, Some(AnonymousSource), No),
            ),
            (
                "an organisation by its alias",
                money,
                Some("Autorità Portuale"),
                (Verbatim, Some(Confirmed), WithCare),
            ),
            (
                "a part of an organisation's name",
                money,
                Some("Authority"),
                (Verbatim, Some(OtherSource), No),
            ),
            ("who only relayed it", money, Some("Radio Molo"), (Verbatim, Some(OtherSource), No)),
            (
                "words that nobody is credited with",
                "in piena attività",
                Some("serra"),
                (Verbatim, Some(NoSource), No),
            ),
            (
                "the same, given to the article",
                "in piena attività",
                Some("article"),
                (Verbatim, Some(NoSource), No),
            ),
            (
                "the same, given to nobody",
                "in piena attività",
                None,
                (Verbatim, Some(Unasked), WithCare),
            ),
            (
                "a source that is not recorded",
                "Il tunnel costava meno",
                Some("nobody-recorded"),
                (Verbatim, Some(OtherSource), No),
            ),
        ],
    );
}

#[test]
fn the_article_s_prose_is_reported() {
    holds(
        &Ledger::bridge().with_text(),
        &[
            (
                "indirect speech",
                "i fondi sono finiti",
                Some("close-to-the-works"),
                (Reported, Some(Confirmed), No),
            ),
            (
                "indirect speech as its own",
                "i fondi sono finiti",
                Some("article"),
                (Reported, Some(AnonymousSource), No),
            ),
            (
                "its own voice",
                "Il ponte fu aperto nel 1931",
                Some("article"),
                (Reported, Some(Confirmed), Yes),
            ),
            (
                "its own voice, given to somebody",
                "Il ponte fu aperto nel 1931",
                Some("serra"),
                (Reported, Some(OtherSource), No),
            ),
            (
                "its own voice, given to nobody",
                "Il ponte fu aperto nel 1931",
                None,
                (Reported, Some(Unasked), No),
            ),
            (
                "partly in marks",
                "il cemento dei piloni è più debole del previsto",
                Some("mei-ito"),
                (Reported, Some(Confirmed), No),
            ),
            (
                "past the closing mark",
                "più debole del previsto e che servono altre prove",
                Some("mei-ito"),
                (Reported, Some(Confirmed), No),
            ),
            (
                "in marks, of no claim",
                "Nessuno ci ha avvertiti",
                Some("serra"),
                (Reported, Some(NoSource), No),
            ),
            (
                "the same as its own voice",
                "Nessuno ci ha avvertiti",
                Some("article"),
                (Reported, Some(NoSource), No),
            ),
            (
                "marks of nobody taken as its own voice",
                "Il cantiere resta in piena attività",
                Some("article"),
                (Reported, Some(NoSource), No),
            ),
            (
                "its prose, changed",
                "Il ponte fu aperto nel 1913 e non è mai stato chiuso così a lungo",
                Some("article"),
                (Altered, Some(Confirmed), No),
            ),
            (
                "a cut in its own voice",
                "Il ponte […] nel 1931",
                Some("article"),
                (Reported, Some(Confirmed), Yes),
            ),
            (
                "a negation cut from its own voice",
                "Il ponte fu aperto nel 1931 […] stato chiuso così a lungo",
                Some("article"),
                (Altered, Some(Confirmed), No),
            ),
            (
                "a quote goes before prose",
                "più debole del previsto",
                Some("mei-ito"),
                (Verbatim, Some(Confirmed), Yes),
            ),
        ],
    );
}

#[test]
fn of_several_who_say_the_same_the_asked_one_is_shown() {
    let told_twice = BRIDGE.replace(
        r#""claims": ["#,
        r#""claims": [{
            "id": "mayor-on-money", "statement": "The money ran out.", "kind": "fact", "source": "serra",
            "mode": "indirect", "passages": [{ "paragraph": 3, "start": "I lavori", "end": "ai lavori" }]
        },"#,
    );
    let ledger = Ledger::of(&[&told_twice]).with_text();
    for (by, claim) in [("serra", "mayor-on-money"), ("close-to-the-works", "money-ran-out")] {
        let answer = ledger.ask("i fondi sono finiti", Some(by));
        assert_eq!(answer.attribution, Some(Confirmed), "{answer:#?}");
        assert_eq!(answer.claims[0], claim);
        assert_eq!(answer.claims.len(), 2);
    }
}

#[test]
fn a_changed_quote_is_shown_as_a_quote() {
    let answer = Ledger::bridge().with_text().ask("Il ponte tornerà bello", Some("mei-ito"));
    assert_eq!(answer.found_in, Some(FoundIn::Quote), "{answer:#?}");
    let straddling = "il cemento dei piloni è più forte del previsto";
    let answer = Ledger::bridge().with_text().ask(straddling, Some("mei-ito"));
    assert_eq!(answer.found_in, Some(FoundIn::Prose), "{answer:#?}");
}

#[test]
fn one_party_is_one_whatever_the_file() {
    let file = |article: &str, sources: &str, claims: &str| {
        format!(
            r#"{{"format":1,"article":{{"id":"{article}","type":"article","language":"en"}},"sources":{{{sources}}},"claims":[{claims}]}}"#
        )
    };
    let claim = |id: &str, source: &str, exact: &str| {
        format!(
            r#"{{"id":"{id}","statement":"S.","kind":"fact","source":"{source}","mode":"direct","quotes":[{{"exact":"{exact}"}}]}}"#
        )
    };
    let jane = r#""chen":{"name":"Jane Chen","kind":"person"}"#;
    let john = r#""john-chen":{"name":"John Chen","kind":"person"}"#;
    let insiders = r#""insiders":{"name":"insiders","kind":"group","anonymous":true}"#;
    let words = "The tide took the old pier away";
    let first = file("a", &format!("{jane},{insiders}"), &claim("a-1", "chen", words));
    let same = file("b", jane, &claim("b-1", "chen", "Nobody saw it coming at all"));
    let other = file("b", &format!("{john},{insiders}"), &claim("b-1", "john-chen", words));
    let silent = file("b", john, &claim("b-1", "john-chen", "Nobody saw it coming at all"));
    let both = file("a", &format!("{jane},{john}"), &claim("a-1", "chen", words));
    let twin = r#""jane-chen":{"name":"Jane Chen","kind":"person"}"#;
    let twins = file("a", &format!("{jane},{twin}"), &claim("a-1", "chen", words));
    let known = r#""chen-the-poet":{"name":"Chen","kind":"person"}"#;
    let known = file("b", known, &claim("b-1", "chen-the-poet", "Nobody saw it coming at all"));
    let amy = r#""jane-amy-chen":{"name":"Jane Amy Chen","kind":"person"}"#;
    let longer = file("b", amy, &claim("b-1", "jane-amy-chen", words));
    let elsewhere = file("a", jane, &claim("a-1", "chen", "Nobody saw it coming at all"));
    let short = r#""j-chen":{"name":"J. Chen","kind":"person"}"#;
    let written_twice = file("a", &format!("{jane},{short}"), &claim("a-1", "chen", words));
    let written_short = file("b", short, &claim("b-1", "j-chen", "Nobody saw it coming at all"));
    let said_short = file("b", short, &claim("b-1", "j-chen", words));
    let alias = r#""chen":{"name":"Jane Chen","kind":"person","aliases":["Chen"]}"#;
    let aliased = file("a", alias, &claim("a-1", "chen", words));
    let cases: &[(&str, &[&str], &str, Attributed, bool)] = &[
        ("the same id in two files", &[&first, &same], "Chen", Confirmed, false),
        ("a surname that two bear, both said it", &[&first, &other], "Chen", AmbiguousName, false),
        ("a surname that two bear in two articles", &[&first, &silent], "Chen", Confirmed, true),
        ("a surname that two bear in one article", &[&both], "Chen", AmbiguousName, false),
        ("known by the surname alone elsewhere", &[&first, &known], "Chen", Confirmed, true),
        ("somebody else's whole name", &[&first, &longer], "Jane Chen", Confirmed, false),
        (
            "a part of one's name, another's whole",
            &[&longer, &elsewhere],
            "Jane Chen",
            AmbiguousName,
            false,
        ),
        ("the id tells them apart", &[&first, &other], "john-chen", Confirmed, false),
        ("the first name tells them apart", &[&first, &other], "Jane Chen", Confirmed, false),
        ("the first name tells them apart in one article", &[&both], "Jane Chen", Confirmed, false),
        ("one name under two ids", &[&twins], "Jane Chen", AmbiguousName, false),
        (
            "one name in two writings, in two articles",
            &[&first, &written_short],
            "Chen",
            Confirmed,
            false,
        ),
        (
            "one name in two writings that both said it",
            &[&first, &said_short],
            "Chen",
            Confirmed,
            false,
        ),
        (
            "two people of one article, one by an initial",
            &[&written_twice],
            "Chen",
            AmbiguousName,
            false,
        ),
        ("an alias elsewhere, both said it", &[&aliased, &other], "Chen", AmbiguousName, false),
        (
            "an alias elsewhere, both said it, the other way round",
            &[&other, &aliased],
            "Chen",
            AmbiguousName,
            false,
        ),
    ];
    for (name, files, by, attribution, is_shared) in cases {
        let answer = Ledger::of(files).ask(words, Some(by));
        assert_eq!(answer.attribution, Some(*attribution), "{name}: {answer:#?}");
        assert_eq!(answer.cautions.contains(&Caution::Namesake), *is_shared, "{name}: {answer:#?}");
    }
    let both = Ledger::of(&[&first, &other]).ask(words, None);
    assert_eq!(both.claims, ["a-1", "b-1"]);
    assert!(both.cautions.contains(&Caution::Ambiguous));
}

#[test]
fn every_recorded_quote_is_verbatim() {
    let shipped = include_str!("../../../claims/deepseek-r2-delay.json");
    for ledger in [Ledger::bridge().with_text(), Ledger::of(&[shipped])] {
        for (_, claims) in &ledger.files {
            for quote in claims.iter().flat_map(|kept| &kept.claim.quotes) {
                let answer = ledger.ask(&quote.exact, None);
                assert_eq!(answer.verdict, Verbatim, "{answer:#?}");
            }
        }
    }
}

#[test]
fn several_true_things_are_all_said() {
    let answer = Ledger::bridge().ask("Il ponte tornerà sicuro", Some("Kenji Ito"));
    assert_eq!(answer.attribution, Some(OtherSource));
    assert_eq!(answer.cautions, [Caution::Inferred, Caution::Translated, Caution::Forecast]);
    let later = Ledger::bridge().ask("Non abbiamo finito il denaro", None);
    assert_eq!(later.cautions, [Caution::Relayed, Caution::Conflicted]);
    assert_eq!(later.remarks, ["it conflicts with `money-ran-out`"]);
}

#[test]
fn without_a_saved_text_the_answer_says_so() {
    let blind = Ledger::bridge().ask("Il ponte fu aperto nel 1931", None);
    assert_eq!(blind.verdict, Unknown);
    assert!(blind.advice.contains("--snapshot"), "{}", blind.advice);
    let seeing = Ledger::bridge().with_text().ask("Domani pioverà su tutta la costa", None);
    assert!(!seeing.advice.contains("--snapshot"), "{}", seeing.advice);
}

#[test]
fn pieces_that_are_printed_apart_are_stitched() {
    let answer = Ledger::bridge().ask(
        "Non abbiamo finito il denaro, abbiamo perso 120 giorni di pesca",
        Some("port-authority"),
    );
    assert_eq!((answer.verdict, answer.may_quote), (Stitched, No), "{answer:#?}");
    assert_eq!(answer.claims, ["authority-has-money", "fishermen-lost-days"]);
}
