//! A ledger file of any bytes.

use news_claims::check::rules::{Index, Numbered, Outline, Subject, check_file, check_ledger};
use news_claims::finding::{Finding, Spot};
use news_claims::ledger::{Claim, File, Strict};
use news_claims::load::{Item, Places, fold};
use serde::Deserialize;

use super::{GO_ON, assert_inside, file};

/// What a file came to.
#[derive(Default)]
struct Read {
    claims: Vec<Claim>,
    findings: Vec<Finding>,
    outline: Option<Outline>,
    is_whole: bool,
}

/// Reading ends with every claim or with a reason; what was read is printed and read as the same; every
/// finding lies in the text.
pub fn hold(bytes: &[u8]) {
    let file = file("any.json", bytes);
    let mut read = Vec::new();
    let unread = fold(
        std::slice::from_ref(&file),
        |claims: &mut Vec<Numbered>, batch: &mut Vec<Read>, item| match item {
            Item::Claim(entry) => {
                claims.push(Numbered { position: entry.position, claim: *entry.claim });
            }
            Item::End(end) => {
                let subject = Subject::new(&end.file.shown, end.head, claims);
                batch.push(Read {
                    claims: claims.iter().map(|one| one.claim.clone()).collect(),
                    findings: check_file(&subject),
                    outline: Some(Outline::of(&subject)),
                    is_whole: end.is_whole,
                });
            }
        },
        |batch| {
            read.extend(batch);
            GO_ON
        },
    );
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let is_sound = unread.is_empty();
    let mut index = Index::default();
    let mut findings = unread;
    assert!(read.len() <= 1);
    assert!(
        is_sound == read.iter().any(|read| read.is_whole),
        "sound and not whole, or the reverse"
    );
    for read in read {
        if is_sound {
            assert_printed_and_read(text, &read.claims);
        }
        findings.extend(read.findings);
        index.add(read.outline.expect("is made"));
    }
    findings.extend(check_ledger(&index));
    let mut places = Places::new(text);
    for finding in &findings {
        assert!(!finding.message.trim().is_empty());
        if let Some(span) = places.locate(&finding.place.spot)
            && std::str::from_utf8(bytes).is_ok()
        {
            assert_inside(text, span);
        }
        let is_located = matches!(finding.place.spot, Spot::File) || !is_sound;
        assert!(is_located || places.locate(&finding.place.spot).is_some(), "{finding:?}");
    }
}

/// Printing a file that was read, and reading what was printed, changes nothing.
fn assert_printed_and_read(text: &str, claims: &[Claim]) {
    let read = |text: &str| {
        let mut parser = serde_json::Deserializer::from_str(text);
        File::deserialize(Strict(&mut parser)).expect("is sound")
    };
    let once = serde_json::to_string_pretty(&read(text)).expect("is JSON");
    let again = read(&once);
    assert_eq!(serde_json::to_string_pretty(&again).expect("is JSON"), once);
    let printed = |claim: &Claim| serde_json::to_string(claim).expect("is JSON");
    let both: [Vec<String>; 2] =
        [claims, &again.claims].map(|claims| claims.iter().map(printed).collect());
    assert_eq!(both[0], both[1]);
}
