//! The first ledger, held against its article where the article's text is at hand.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use news_claims::ledger::{File, Mode};

use crate::desk::{Desk, skipped};

const LEDGER: &str = include_str!("../../claims/deepseek-r2-delay.json");
const SCHEMA: &str = include_str!("../../claims/ledger.schema.json");

fn ledger() -> File {
    serde_json::from_str(LEDGER).expect("the first ledger is read")
}

/// The article's text, in the folder that `CLAIMS_SHARED` names.
fn article() -> Option<PathBuf> {
    let shared = std::env::var_os("CLAIMS_SHARED")?;
    let path = Path::new(&shared).join("article/deepseek-r2-delay.it.txt");
    path.is_file().then_some(path)
}

fn validated(more: &[&str]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims/deepseek-r2-delay.json");
    let desk = Desk::new();
    let output = desk.claims().arg("validate").arg("--ledger").arg(path).args(more).output();
    let output = output.expect("runs");
    let seen = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{seen}");
    seen.into_owned()
}

#[test]
fn it_holds_without_the_article() {
    let seen = validated(&[]);
    assert!(!seen.contains("error["), "{seen}");
}

#[test]
fn it_holds_against_the_article() {
    let Some(path) = article() else {
        skipped("CLAIMS_SHARED names no folder with the article");
        return;
    };
    let seen =
        validated(&["--strict", "--snapshot", &format!("deepseek-r2-delay={}", path.display())]);
    assert!(!seen.contains("error[") && !seen.contains("warning["), "{seen}");
}

#[test]
fn it_records_no_more_of_the_article_than_it_may() {
    let file = ledger();
    for claim in &file.claims {
        for anchor in claim.passages.iter().flat_map(|passage| [&passage.start, &passage.end]) {
            assert!(anchor.split_whitespace().count() <= 4, "{}: {anchor}", claim.id);
        }
        for words in claim.cue.iter().chain(&claim.hedges).chain(&claim.when) {
            assert!(words.split_whitespace().count() <= 4, "{}: {words}", claim.id);
        }
    }
    for part in [file.article.title(), file.article.outlet(), file.article.url()] {
        assert_eq!(part, None, "the article's record invents nothing");
    }
    assert!(file.article.authors().is_empty() && file.article.issued().is_none());
    let Some(path) = article() else {
        skipped("CLAIMS_SHARED names no folder with the article");
        return;
    };
    let text = std::fs::read_to_string(path).expect("is text");
    let printed: BTreeSet<&str> = text.split('"').skip(1).step_by(2).collect();
    let recorded = file.claims.iter().flat_map(|claim| &claim.quotes);
    for quote in recorded {
        assert!(printed.contains(quote.exact.as_str()), "not in quotation marks: {}", quote.exact);
    }
}

#[test]
fn who_is_credited_is_who_the_article_credits() {
    let file = ledger();
    let by =
        |source: &str| file.claims.iter().filter(|claim| claim.source.as_str() == source).count();
    assert_eq!(by("liang-wenfeng"), 0, "he is spoken of, and credited with nothing");
    assert!(file.claims.iter().any(|claim| claim.voice_of.is_some()));
    assert!(file.sources.get("person-familiar").is_some_and(|source| source.anonymous));
    let topics: BTreeSet<&str> =
        file.claims.iter().flat_map(|claim| &claim.topics).map(AsRef::as_ref).collect();
    for topic in ["r2-delay", "ascend-training-failure", "nvidia-fallback", "h20-revenue-deal"] {
        assert!(topics.contains(topic), "{topic}");
    }
    for claim in file.claims.iter().filter(|claim| claim.mode == Mode::Direct) {
        assert!(
            claim.is_translated(),
            "{}: nobody here is likely to have spoken Italian",
            claim.id
        );
    }
}

#[test]
fn the_schema_beside_it_is_the_one_that_is_printed() {
    assert_eq!(
        SCHEMA,
        news_claims::ledger::schema::SCHEMA,
        "`claims schema > claims/ledger.schema.json`"
    );
}
