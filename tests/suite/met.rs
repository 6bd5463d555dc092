//! What people met who tried `check`, each a test of what they should have seen.

use crate::desk::Desk;

const LEDGER: &str = include_str!("../../claims/deepseek-r2-delay.json");

/// What a person sees of `check` with these arguments beside the first ledger.
fn checked(args: &[&str]) -> String {
    let desk = Desk::new().with("claims/deepseek-r2-delay.json", LEDGER);
    desk.run_with(("SOURCE_DATE_EPOCH", "1767225600"), &[&["check"], args].concat()).seen()
}

#[test]
fn the_cue_is_never_printed_as_quoted_words() {
    let whole = "“Solo perché oggi non vediamo modelli leader addestrati su Huawei non significa che non \
                 accadrà in futuro”, ha affermato. “È questione di tempo”";
    for words in [whole, "in futuro. È questione di tempo"] {
        let seen = checked(&[words, "--by", "gupta"]);
        let print = seen.lines().find(|line| line.starts_with("print")).expect("may be printed");
        assert!(print.contains("in futuro” … “È questione di tempo”"), "{seen}");
        assert!(!print.contains("ha affermato"), "{seen}");
        assert!(!seen.contains("cuts and insertions marked"), "{seen}");
    }
}

#[test]
fn the_recorded_words_are_shown_whole() {
    let seen = checked(&["persistenti problemi tecnici"]);
    assert!(seen.contains("Print the recorded words: “problemi tecnici persistenti”"), "{seen}");
    assert!(seen.contains("[exit 1]"), "{seen}");
}

#[test]
fn a_name_that_is_nearly_right_is_asked_back() {
    for name in ["Ritwick Gupta", "Gupta Ritwik"] {
        let seen = checked(&["fatiche iniziali", "--by", name]);
        assert!(seen.contains("(did you mean Ritwik Gupta?)"), "{name}: {seen}");
        assert!(seen.contains("[exit 1]"), "{name}: {seen}");
    }
}

#[test]
fn words_that_the_saved_text_does_not_print_are_refused() {
    let ledger = r#"{
      "format": 1,
      "article": { "id": "bridge", "type": "article", "language": "it" },
      "snapshot": { "file": "bridge.txt" },
      "sources": { "ito": { "name": "Mei Ito", "kind": "person" } },
      "claims": [{
        "id": "ito-safe", "statement": "The bridge is not safe.", "kind": "opinion", "source": "ito",
        "mode": "direct", "quotes": [{ "exact": "Il ponte è sicuro" }],
        "passages": [{ "paragraph": 1, "start": "Il ponte", "end": "detto Ito" }]
      }]
    }"#;
    let text = "«Il ponte non è sicuro», ha detto Ito.\n";
    let desk = Desk::new().with("claims/bridge.json", ledger).with("claims/bridge.txt", text);
    let seen = desk
        .run(&["check", "Il ponte è sicuro", "--by", "ito"])
        .run(&["check", "ito-safe"])
        .run(&["check", "Il ponte non è sicuro", "--by", "ito"])
        .seen();
    assert_eq!(seen.matches("[exit 1]").count(), 3, "{seen}");
    insta::assert_snapshot!(seen);
}

#[test]
fn a_column_meant_for_the_speaker_is_not_overlooked() {
    let desk = Desk::new()
        .with("claims/deepseek-r2-delay.json", LEDGER)
        .with("q.csv", "text,speaker\nfatiche iniziali,Nvidia\n")
        .with("loose.csv", "text,by\ncedere interi mercati, e sviluppatori,Nvidia\n");
    insta::assert_snapshot!(
        desk.run(&["check", "--from", "q.csv"]).run(&["check", "--from", "loose.csv"]).seen()
    );
}
