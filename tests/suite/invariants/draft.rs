//! A draft of any text: as it is read, and as it is held against a small ledger.

use std::sync::Arc;

use news_claims::check::gather::Within;
use news_claims::check::lint::{Context, Lookout, Manuscript, Noted, parts};
use news_claims::check::{Gathering, Question};
use news_claims::draft::{self, Draft};
use news_claims::finding::{Finding, Spot};
use news_claims::ledger::Today;
use news_claims::load::fold;

use super::{GO_ON, assert_inside, known};

/// What is read of a draft lies in it; names part no words; every finding and every mend lies in it, and
/// a draft that is mended is read again.
pub fn hold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let findings = linted(&text);
    let mut mended = text.to_string();
    let mut edits: Vec<_> = findings.iter().filter_map(Finding::fix).collect();
    edits.sort_by_key(|fix| std::cmp::Reverse(fix.span.start));
    let mut before = text.len();
    for fix in edits {
        if fix.span.end <= before {
            mended.replace_range(fix.span.range(), &fix.with);
            before = fix.span.start;
        }
    }
    if mended != text {
        linted(&mended);
    }
}

fn linted(text: &str) -> Vec<Finding> {
    let skimmed = draft::skim(text);
    let mut lookout = Lookout::default();
    lookout.add(text, &skimmed);
    let said = skimmed.quotations.iter().flat_map(|said| parts(said, text));
    let questions: Vec<Question> = said.map(|(_, words)| Question::new(words)).collect();
    let gathering = Gathering::new(&questions);
    let stream = gathering.stream();
    let mut noted = Noted::default();
    let unread = fold(
        &known(),
        |within: &mut Within<'_>, batch: &mut Noted, item| {
            lookout.take(batch, &item);
            stream.take(within, item, &|_| None);
        },
        |batch| {
            noted.join(batch);
            GO_ON
        },
    );
    assert!(unread.is_empty(), "the small ledger is sound");
    drop(stream);
    let gathered = gathering.finish(Vec::new());
    let names = noted.names();
    let read = draft::read(text, &names);
    hold_draft(text, &read);
    assert_eq!(read.quotations.len(), skimmed.quotations.len(), "names part no words");
    for (one, other) in read.quotations.iter().zip(&skimmed.quotations) {
        assert_eq!((one.outer, one.inner, &one.text), (other.outer, other.inner, &other.text));
    }
    let context = Context::new(text, &read);
    let today = "2026-05-01".parse::<Today>().expect("is a day");
    let path = Arc::from("draft.md");
    let manuscript = Manuscript::new(path, context, &gathered, 0, &noted, (today, true));
    let findings = manuscript.findings(&|_| true);
    for finding in &findings {
        assert!(!finding.message.trim().is_empty());
        if let Spot::Text(span) = finding.place.spot {
            assert_inside(text, span);
        }
        if let Some(fix) = finding.fix() {
            assert_inside(text, fix.span);
        }
    }
    findings
}

fn hold_draft(text: &str, draft: &Draft) {
    for quotation in &draft.quotations {
        let (outer, inner) = (quotation.outer, quotation.inner);
        assert_inside(text, outer);
        assert_inside(text, inner);
        assert!(outer.start <= inner.start && inner.end <= outer.end, "{quotation:?}");
        for part in &quotation.parts {
            assert_inside(text, *part);
        }
        for number in &quotation.citations {
            assert!(*number < draft.citations.len());
        }
        if let Some(number) = quotation.continues {
            assert!(number < draft.quotations.len());
        }
    }
    for span in &draft.unclosed {
        assert_inside(text, *span);
    }
}
