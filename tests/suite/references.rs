//! References in every named style, held against what another processor makes of the same styles.
//!
//! `references/pandoc.json` was recorded once by `references/record.py`; `references/differences.json` holds
//! what is printed here where that differs, and why.

use std::collections::BTreeMap;

use news_claims::cite::{Block, Citer, Form, Locale, STYLES, Style};
use news_claims::ledger::csl::ITEM_TYPES;
use news_claims::ledger::{Article, File, Head};
use serde::Deserialize;

const ARTICLES: &str = include_str!("references/articles.json");

#[derive(Deserialize)]
struct Recorded {
    processor: String,
    references: BTreeMap<String, BTreeMap<String, String>>,
}

/// What is printed here in place of what the other processor gives.
#[derive(Deserialize)]
struct Difference {
    why: String,
    here: BTreeMap<String, BTreeMap<String, String>>,
}

/// The reference to an article, without what is added of what its record lacks.
fn reference(way: &Citer, article: &Article) -> String {
    let file: File = serde_json::from_value(serde_json::json!({
        "format": 1,
        "article": article,
        "claims": [{ "id": "c", "statement": "It is so.", "kind": "fact", "source": "article", "mode": "own-voice" }],
    }))
    .expect("is a ledger");
    let head = Head { article: file.article, sources: file.sources };
    let cited = way.cite(&file.claims[0], &head, None);
    let Some(Block::Note(_, note)) = cited.blocks.last() else { panic!("has no note") };
    let words = note.words();
    let plain = cited.doubt.map(|doubt| format!(" [plain: {doubt}]")).unwrap_or_default();
    match words.rsplit_once(" (") {
        Some((reference, lacks)) if lacks.ends_with(" unknown)") => format!("{reference}{plain}"),
        _ => words + &plain,
    }
}

#[test]
fn references_are_those_of_another_processor_or_the_difference_is_explained() {
    let articles: Vec<Article> = serde_json::from_str(ARTICLES).expect("are items");
    let recorded: Recorded =
        serde_json::from_str(include_str!("references/pandoc.json")).expect("is a record");
    let differences: Vec<Difference> =
        serde_json::from_str(include_str!("references/differences.json")).expect("are differences");
    assert!(recorded.processor.starts_with("pandoc "), "{}", recorded.processor);
    let mut wrong = Vec::new();
    let mut explained = 0;
    for (style, _) in STYLES {
        let way =
            Citer::new(Form::Block, Style::named(style, Locale::EnUs).expect(style), Locale::EnUs);
        for article in &articles {
            let id = article.id.as_str();
            let theirs = &recorded.references[style][id];
            let ours = reference(&way, article);
            let mut expected = differences
                .iter()
                .filter(|difference| !difference.why.is_empty())
                .filter_map(|difference| difference.here.get(style).and_then(|here| here.get(id)));
            let difference = expected.next();
            assert!(expected.next().is_none(), "{style}, {id} is explained twice");
            explained += usize::from(difference.is_some());
            if ours != *difference.unwrap_or(theirs) {
                wrong.push(format!("{style}\t{id}\n  here  {ours}\n  there {theirs}"));
            } else if difference == Some(theirs) {
                wrong.push(format!("{style}, {id} differs no longer"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let listed: usize =
        differences.iter().flat_map(|difference| difference.here.values()).map(BTreeMap::len).sum();
    assert_eq!(explained, listed, "a difference is explained that no style or article has");
}

#[test]
fn no_type_of_item_makes_the_engine_fail_or_the_reference_wrong() {
    let articles: Vec<Article> = serde_json::from_str(ARTICLES).expect("are items");
    let complete = serde_json::to_value(&articles[0]).expect("is JSON");
    let mut plain: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (style, _) in STYLES {
        let way =
            Citer::new(Form::Block, Style::named(style, Locale::EnUs).expect(style), Locale::EnUs);
        for kind in ITEM_TYPES {
            let mut item = complete.clone();
            item["type"] = (*kind).into();
            let article: Article = serde_json::from_value(item).expect(kind);
            let answer = reference(&way, &article);
            let (printed, why) = answer.split_once(" [plain: ").unwrap_or((&answer, ""));
            for part in ["Ponte sul porto, i lavori slittano ancora", "2025"] {
                assert!(printed.contains(part), "{style}, {kind}: {printed}");
            }
            assert!(printed.to_lowercase().contains("bellandi"), "{style}, {kind}: {printed}");
            assert!(!printed.to_lowercase().contains("preprint"), "{style}, {kind}: {printed}");
            assert!(!why.contains("engine failed"), "{style}, {kind}: {answer}");
            if !why.is_empty() {
                let why = why.trim_end_matches(']');
                plain.entry(style).or_default().push(format!("{kind}: {why}"));
            }
        }
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&plain).expect("is JSON"));
}
