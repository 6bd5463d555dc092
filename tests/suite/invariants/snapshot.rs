//! A saved text of any words, held against a small ledger.

use std::fs;

use news_claims::check::Question;
use news_claims::check::rules::{Numbered, Printed, Subject, check_file};
use news_claims::finding::{Finding, Spot};
use news_claims::ledger::{Snapshot, Today};
use news_claims::load::{Item, fold, snapshot};
use news_claims::text::paragraph::paragraphs;

use super::{GO_ON, assert_inside, folder, gathered, known};

/// Paragraphs lie in the text in order; every
/// finding lies in the text or in the ledger.
pub fn hold(bytes: &[u8]) {
    let path = folder().join("any.txt");
    fs::write(&path, bytes).expect("is written");
    let Ok(saved) = snapshot::from_path(&path) else { return };
    let text = saved.text.as_str();
    let mut before = 0;
    for paragraph in paragraphs(text) {
        assert_inside(text, paragraph);
        assert!(before <= paragraph.start && !text[paragraph.range()].trim().is_empty());
        before = paragraph.end;
    }
    let printed = Printed::new(text, Some("it"));
    for words in ["Il ponte tornerà sicuro", "", "\u{301}", "…", "[…]"] {
        let _ = printed.prints(words);
    }
    let mut findings: Vec<Finding> = Vec::new();
    let written: Snapshot =
        serde_json::from_str(r#"{ "file": "any.txt" }"#).expect("is a snapshot");
    let unread = fold(
        &known(),
        |claims: &mut Vec<Numbered>, batch: &mut Vec<Finding>, item| match item {
            Item::Claim(entry) => {
                claims.push(Numbered { position: entry.position, claim: *entry.claim });
            }
            Item::End(end) => {
                let subject = Subject::new(&end.file.shown, end.head, claims);
                batch.extend(check_file(&subject.snapshot(Some(&written), Some(&saved))));
            }
        },
        |batch| {
            findings.extend(batch);
            GO_ON
        },
    );
    assert!(unread.is_empty(), "the small ledger is sound");
    for finding in &findings {
        assert!(!finding.message.trim().is_empty());
        if let (Spot::Text(span), true) = (&finding.place.spot, *finding.place.file == *saved.shown)
        {
            assert_inside(text, *span);
        }
    }
    found_in_prose(text);
}

/// The first words of each paragraph, asked about, are judged without a claim that credits anybody.
fn found_in_prose(text: &str) {
    let first = |span: &news_claims::span::Span| -> String {
        text[span.range()].split_whitespace().take(8).collect::<Vec<_>>().join(" ")
    };
    let questions: Vec<Question> =
        paragraphs(text).iter().take(4).map(first).map(Question::new).collect();
    let gathered = gathered(&questions, Some(text));
    let today = "2026-05-01".parse::<Today>().expect("is a day");
    for (number, question) in questions.iter().enumerate() {
        super::quotation::judged(question, &gathered.answer(number, today));
    }
}
