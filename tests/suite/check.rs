//! Judging quotations: what a person is told, and what a program reads.

use std::path::Path;

use serde_json::Value;

use crate::desk::Desk;

const LEDGER: &str = include_str!("harbour/harbour-bridge.json");
const TEXT: &str = include_str!("harbour/harbour-bridge.it.txt");

/// A desk with the ledger of the bridge, without its text.
fn blind() -> Desk {
    Desk::new().with("claims/harbour-bridge.json", LEDGER)
}

/// The same with the text beside it.
fn seeing() -> Desk {
    blind().with("claims/harbour-bridge.it.txt", TEXT)
}

const TODAY: [&str; 2] = ["--today", "2026-03-01"];

fn check(desk: Desk, args: &[&str]) -> Desk {
    desk.run(&[&["check"], args, &TODAY].concat())
}

fn checks(desk: Desk, all: &[&[&str]]) -> String {
    all.iter().fold(desk, |desk, args| check(desk, args)).seen()
}

/// What the answers of one run say in JSON Lines, and the exit code.
fn answers(desk: &Desk, args: &[&str]) -> (Vec<Value>, Option<i32>) {
    let mut claims = desk.claims();
    claims.arg("check").args(args).args(["--format", "jsonl"]).args(TODAY);
    let output = claims.output().expect("runs");
    let text = String::from_utf8(output.stdout).expect("is UTF-8");
    let parsed = text.lines().map(|line| serde_json::from_str(line).expect("is JSON"));
    (parsed.collect(), output.status.code())
}

#[test]
fn a_claim_says_how_it_may_be_quoted() {
    insta::assert_snapshot!(checks(
        blind(),
        &[
            &["ito-weak-concrete"],
            &["ito-safe-again", "--by", "Mei Ito"],
            &["authority-has-money"],
            &["money-ran-out"],
            &["site-in-full-swing"],
            &["opened-in-1931"],
            &["technician-bolts"],
            &["serra-asks-when"],
            &["ito-weak-concrete", "--by", "Kenji Ito"],
            &["ito-weak-concrete", "--strict"],
            &["ito-safe-again", "--strict"],
        ],
    ));
}

#[test]
fn words_are_judged_and_the_differences_shown() {
    insta::assert_snapshot!(checks(
        blind(),
        &[
            &["più debole del previsto", "--by", "Mei Ito"],
            &["Abbiamo perso 210 giorni di pesca e 35 milioni di euro", "--by", "K. Ito"],
            &["Abbiamo perso […] 3,5 milioni di euro", "--by", "Kenji Ito"],
            &["il ponte crollerà domani", "--by", "mei-ito"],
            &["piu debole del previsto", "--by", "Mei Ito"],
            &["Non abbiamo finito il denaro, abbiamo perso 120 giorni di pesca"],
            &["The bridge will be safe again", "--by", "Mei Ito"],
            &["The bridge is going to hold", "--by", "Mei Ito", "--language", "en"],
            &["bulloni della serie [2025], quasi tutti da cambiare"],
            &["Domani pioverà su tutta la costa", "--by", "Serra"],
        ],
    ));
}

#[test]
fn right_words_in_the_wrong_mouth_name_the_right_one() {
    let words = "Abbiamo perso 120 giorni di pesca e 3,5 milioni di euro";
    insta::assert_snapshot!(checks(
        blind(),
        &[
            &[words, "--by", "Paola Serra"],
            &[words, "--by", "Ada Rossi"],
            &[words, "--by", "Ito"],
            &["bulloni della serie 2O25", "--by", "Port Authority"],
            &["in piena attività", "--by", "article"],
            &["Non abbiamo finito il denaro", "--by", "Radio Molo"],
        ],
    ));
}

#[test]
fn the_article_s_text_is_looked_through() {
    insta::assert_snapshot!(checks(
        seeing(),
        &[
            &["i fondi sono finiti", "--by", "close-to-the-works"],
            &["il cemento dei piloni è più debole del previsto", "--by", "Mei Ito"],
            &["Il ponte fu aperto nel 1931", "--by", "article"],
            &["Il ponte fu aperto nel 1913", "--by", "article"],
            &["Nessuno ci ha avvertiti", "--by", "Paola Serra"],
        ],
    ));
}

#[test]
fn the_steps_name_the_guideline() {
    insta::assert_snapshot!(checks(
        blind(),
        &[
            &["Il ponte tornerà sicuro", "--by", "Kenji Ito", "--why"],
            &["Il ponte tornerà sicuro. Non c'è fretta", "--by", "Mei Ito", "--why"],
            &["money-ran-out", "--why"],
        ],
    ));
}

#[test]
fn an_id_is_a_claim_and_all_else_is_words() {
    insta::assert_snapshot!(checks(
        blind(),
        &[
            &["ito-save-again"],
            &["ito-save-again", "--words"],
            &["ito-safe-again", "--words"],
            &["attività"],
            &["no-such-claim-at-all"],
            &["  "],
            &["in piena attività", "--by", " "],
            &[],
            &["a", "--from", "b"],
        ],
    ));
}

#[test]
fn many_questions_are_answered_in_order() {
    let lines = r#"{"id": 1, "text": "più debole del previsto", "by": "Mei Ito"}

{"id": "2", "text": "Il ponte tornerà sicuro", "by": "serra", "language": "it"}
not a question
{"id": "4", "text": ""}
{"text": "Il ponte tornerà sicuro"}
"#;
    let table = "id,text,by\n1,più debole del previsto,Mei Ito\n2,\"Abbiamo perso, 120 giorni di pesca\",Kenji Ito\n";
    let desk = blind()
        .with("questions.jsonl", lines)
        .with("questions.csv", table)
        .with("wrong.csv", "quote,by\na,b\n")
        .with("empty.jsonl", "\n");
    insta::assert_snapshot!(checks(
        desk,
        &[
            &["--from", "questions.jsonl"],
            &["--from", "questions.csv", "--format", "text"],
            &["--from", "questions.csv", "--format", "json"],
            &["--from", "questions.csv", "--format", "table"],
            &["--from", "questions.csv", "--format", "csv"],
            &["--from", "wrong.csv"],
            &["--from", "empty.jsonl"],
            &["--from", "nowhere.jsonl"],
            &["--from", "claims"],
        ],
    ));
}

#[test]
fn questions_come_from_standard_input_too() {
    let desk = blind();
    let mut claims = desk.claims();
    claims.args(["check", "--from", "-"]).write_stdin("{\"text\": \"più debole del previsto\"}\n");
    let output = claims.output().expect("runs");
    assert_eq!(output.status.code(), Some(0));
    let answer: Value = serde_json::from_slice(&output.stdout).expect("is JSON");
    assert_eq!(answer["verdict"], "verbatim");
}

#[test]
fn the_json_has_every_field() {
    let desk = blind();
    let (found, code) =
        answers(&desk, &["Il ponte sarà sicuro", "--by", "mei-ito", "--language", "it"]);
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(serde_json::to_string_pretty(&found[0]).expect("is JSON"));
    let (unknown, _) = answers(&desk, &["Domani pioverà su tutta la costa"]);
    let fields =
        |answer: &Value| answer.as_object().expect("is one").keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&found[0]), fields(&unknown[0]), "every answer has every field");
}

#[test]
fn half_a_ledger_answers_nothing() {
    let desk = blind().with("claims/broken.json", "{ \"format\": 1, ");
    insta::assert_snapshot!(checks(
        desk,
        &[&["più debole del previsto"], &["ito-weak-concrete"], &["Domani pioverà"]],
    ));
}

#[test]
fn a_text_may_be_named_for_one_run() {
    let desk = blind().with("saved.txt", TEXT);
    insta::assert_snapshot!(checks(
        desk,
        &[
            &[
                "Il ponte fu aperto nel 1931",
                "--by",
                "article",
                "--snapshot",
                "harbour-bridge=saved.txt"
            ],
            &["Il ponte fu aperto nel 1931", "--snapshot", "harbor-bridge=saved.txt"],
            &["Il ponte fu aperto nel 1931", "--snapshot", "harbour-bridge=nowhere.txt"],
            &["Il ponte fu aperto nel 1931", "--snapshot", "nothing"],
        ],
    ));
}

#[test]
fn nothing_active_reaches_a_terminal() {
    let evil = "\u{1b}[31mrosso\u{202e} \u{9b}";
    let ledger = LEDGER
        .replace("Mei Ito", "Mei\\u001b[2J Ito")
        .replace("più debole del previsto", "più debole\\u202e del previsto");
    let desk = Desk::new().with("claims/a.json", ledger);
    for format in ["text", "json", "jsonl"] {
        for words in
            ["più debole del previsto", "più forte del previsto", "ito-weak-concrete", evil]
        {
            let mut claims = desk.claims();
            claims.args(["check", words, "--by", evil, "--why", "--format", format]);
            let output = claims.output().expect("runs");
            for stream in [output.stdout, output.stderr] {
                let text = String::from_utf8(stream).expect("is UTF-8");
                let active = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
                assert!(!text.contains(active), "{format} {words}: {text:?}");
            }
        }
    }
}

#[test]
fn colour_changes_no_letter() {
    let desk = blind();
    let args = [
        "check",
        "Abbiamo perso 210 giorni di pesca",
        "--by",
        "Kenji Ito",
        "--today",
        "2026-03-01",
    ];
    let plain = desk.claims().args(args).output().expect("runs").stdout;
    let mut claims = desk.claims();
    let colored = claims.args(args).args(["--color", "always"]).output().expect("runs").stdout;
    assert_ne!(plain, colored);
    let stripped = anstream::adapter::strip_bytes(&colored).into_vec();
    assert_eq!(String::from_utf8(plain), String::from_utf8(stripped));
}

#[test]
fn the_shipped_ledger_answers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ledger = root.join("claims").join("deepseek-r2-delay.json");
    let ledger = ledger.to_str().expect("is UTF-8");
    let desk = Desk::new();
    let cases = [
        ("È questione di tempo", Some("gupta"), "verbatim", "confirmed", "with-care"),
        ("E' questione di tempo", Some("Gupta, Ritwik"), "verbatim", "confirmed", "with-care"),
        ("È questione di tempo", Some("Liang Wenfeng"), "verbatim", "other-source", "no"),
        ("non accadrà in futuro", Some("R. Gupta"), "fragment", "confirmed", "no"),
        ("accadrà in futuro", Some("gupta"), "fragment", "confirmed", "no"),
        ("problemi tecnici persistenti", Some("DeepSeek"), "verbatim", "no-source", "no"),
        ("problemi tecnici persistenti", None, "verbatim", "unasked", "with-care"),
        (
            "cedere interi mercati e sviluppatori",
            Some("nvidia"),
            "fragment",
            "confirmed",
            "with-care",
        ),
    ];
    for (words, by, verdict, attribution, may_quote) in cases {
        let by: Vec<&str> = by.into_iter().flat_map(|by| ["--by", by]).collect();
        let (answers, _) = answers(&desk, &[&[words, "--ledger", ledger], by.as_slice()].concat());
        let found = ["verdict", "attribution", "may_quote"].map(|field| answers[0][field].clone());
        assert_eq!(found, [verdict, attribution, may_quote], "{words} {by:?}: {}", answers[0]);
    }
}

/// A file with one speaker who says something, and others who say nothing.
fn file(article: &str, words: &str, sources: &[(&str, &str)]) -> String {
    let people: Vec<String> = sources
        .iter()
        .map(|(id, name)| format!(r#""{id}":{{"name":"{name}","kind":"person"}}"#))
        .collect();
    format!(
        r#"{{"format":1,"article":{{"id":"{article}","type":"article","language":"en"}},"sources":{{{}}},
        "claims":[{{"id":"{article}-claim","statement":"S.","kind":"fact","source":"{}","mode":"direct","quotes":[{{"exact":"{words}"}}]}}]}}"#,
        people.join(","),
        sources[0].0
    )
}

#[test]
fn who_shares_a_name_is_told_apart_by_the_article_or_named_in_full() {
    let words = "The tide took the old pier away";
    let jane = ("jane-chen", "Jane Chen");
    let john = ("john-chen", "John Chen");
    let desk = Desk::new()
        .with("apart/a.json", file("a", words, &[jane]))
        .with("apart/b.json", file("b", "Nobody saw it coming at all", &[john]))
        .with("one/a.json", file("a", words, &[jane, john]));
    let asked = ["check", words, "--by", "Chen", "--ledger"];
    insta::assert_snapshot!(
        desk.run(&[&asked[..], &["apart"]].concat())
            .run(&[&asked[..], &["apart", "--strict"]].concat())
            .run(&[&asked[..], &["one"]].concat())
            .seen()
    );
}

#[test]
fn in_a_collection_of_quotations_a_shared_surname_says_nothing() {
    let words = "The tide took the old pier away";
    let ids: Vec<String> = (0..64).map(|number| format!("speaker-{number}")).collect();
    let mut people = vec![("jane-chen", "Jane Chen"), ("john-chen", "John Chen")];
    people.extend(ids.iter().map(|id| (id.as_str(), "Ada Rossi")));
    let desk = Desk::new()
        .with("claims/article.json", file("article", words, &people[..64]))
        .with("many/collection.json", file("collection", words, &people));
    let ask = |ledger: &str| {
        let (rows, code) = answers(&desk, &[words, "--by", "Chen", "--ledger", ledger]);
        (rows[0]["attribution"].clone(), rows[0]["cautions"].clone(), code)
    };
    assert_eq!(ask("claims"), ("ambiguous-name".into(), Value::Array(Vec::new()), Some(1)));
    assert_eq!(ask("many"), ("confirmed".into(), serde_json::json!(["namesake"]), Some(0)));
}

#[test]
fn the_order_of_files_makes_no_difference() {
    let words = "The tide took the old pier away";
    let desk = Desk::new()
        .with("a/a.json", file("a", words, &[("jane-chen", "Jane Chen")]))
        .with("b/b.json", file("b", words, &[("john-chen", "John Chen")]))
        .with(
            "c/c.json",
            file("c", "The tide took the new pier away", &[("ada-rossi", "Ada Rossi")]),
        );
    let questions = [
        (words, None),
        (words, Some("Chen")),
        (words, Some("Ada Rossi")),
        ("The tide took the pier away", None),
        ("The tide took the new old pier", Some("john-chen")),
    ];
    for (text, by) in questions {
        let by = by.map(|by| ["--by", by]);
        let ask = |order: [&str; 3]| {
            let ledgers = order.map(|folder| ["--ledger", folder]);
            let args = [&[text][..], by.as_slice().as_flattened(), ledgers.as_flattened()].concat();
            answers(&desk, &args)
        };
        let first = ask(["a", "b", "c"]);
        for order in
            [["a", "c", "b"], ["b", "a", "c"], ["b", "c", "a"], ["c", "a", "b"], ["c", "b", "a"]]
        {
            assert_eq!(ask(order), first, "{text:?} by {by:?} in {order:?}");
        }
    }
}
