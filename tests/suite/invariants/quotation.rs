//! A quotation of any words, held against a small ledger, and against words that it brings itself.

use std::collections::HashSet;

use news_claims::check::fit::{Given, Utterance, best};
use news_claims::check::{Answer, Attributed, MayQuote, Question};
use news_claims::ledger::Today;
use news_claims::text::fold::fold as folded;
use news_claims::text::token::Kind;

use super::{assert_inside, gathered};

/// The first line says whom the words are given to, or nobody; the second is recorded; the rest is given.
pub fn hold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.splitn(3, '\n');
    let by = lines.next().unwrap_or_default();
    let recorded = lines.next().unwrap_or_default();
    let words = lines.next().unwrap_or_default();
    for language in [None, Some("it"), Some("en")] {
        fits(recorded, words, language);
    }
    let questions: Vec<Question> = [words, recorded]
        .into_iter()
        .filter(|words| !words.trim().is_empty())
        .flat_map(|words| [Question::new(words), Question::new(words).by(by)])
        .collect();
    let gathered = gathered(&questions, None);
    let today = "2026-05-01".parse::<Today>().expect("is a day");
    for (number, question) in questions.iter().enumerate() {
        let answer = gathered.answer(number, today);
        assert_eq!(answer, gathered.answer(number, today), "the same twice");
        judged(question, &answer);
    }
}

/// What a fit says lies in both texts; what may stand has no hard change and no word that is not recorded.
fn fits(recorded: &str, words: &str, language: Option<&str>) {
    let given = Given::new(words, language);
    let utterances = [Utterance::of(recorded, language)];
    for (_, fitted) in best(&given, &utterances).fits {
        for change in &fitted.changes {
            assert_inside(recorded, change.place.span);
            assert_inside(words, change.span);
        }
        for place in &fitted.covered {
            assert_inside(recorded, place.span);
        }
        assert!((0.0..=1.0).contains(&fitted.score), "{}", fitted.score);
        if fitted.may_stand() {
            assert!(fitted.changes.iter().all(|change| !change.kind.is_hard()), "{fitted:#?}");
            assert_only_recorded(recorded, words, language);
        }
    }
}

/// Another way to the same: no word, number or sign of the quotation, but for what stands in brackets, is
/// missing from what is recorded.
fn assert_only_recorded(recorded: &str, words: &str, language: Option<&str>) {
    let counts = |kind: Kind| matches!(kind, Kind::Word | Kind::Number | Kind::Symbol);
    let recorded_words = folded(recorded, language);
    let known: HashSet<&str> =
        recorded_words.tokens().iter().map(|token| &*token.skeleton).collect();
    let mut brackets = 0_usize;
    for token in folded(words, language).tokens() {
        match token.kind {
            Kind::Open => brackets += 1,
            Kind::Close => brackets = brackets.saturating_sub(1),
            kind if counts(kind) && brackets == 0 => {
                let is_known = known.contains(&*token.skeleton);
                assert!(is_known, "{:?} in {words:?} is not in {recorded:?}", token.text);
            }
            _ => {}
        }
    }
}

/// A decision never outruns its reasons.
pub(super) fn judged(question: &Question, answer: &Answer) {
    let hard = answer.changes.iter().any(|change| change.kind.is_hard());
    if answer.may_quote != MayQuote::No {
        assert!(!hard, "{answer:#?}");
        assert!(answer.fit.is_some_and(news_claims::check::fit::Fit::is_fine), "{answer:#?}");
        assert!(
            matches!(answer.attribution, Some(Attributed::Confirmed | Attributed::Unasked)),
            "{answer:#?}"
        );
        assert!(!answer.matches.is_empty(), "{answer:#?}");
    }
    if answer.may_quote == MayQuote::Yes {
        assert!(answer.cautions.is_empty(), "{answer:#?}");
    }
    assert_eq!(answer.fit.is_none(), answer.matches.is_empty() && answer.found_in.is_none());
    for change in &answer.changes {
        assert_inside(&question.text, change.given_at);
        if let Some(first) = answer.matches.first() {
            assert_inside(&first.recorded, change.recorded_at);
        }
    }
    for claim in &answer.claims {
        assert!(answer.matches.iter().any(|found| found.claim.as_ref() == Some(claim)));
    }
    assert!(!answer.advice.trim().is_empty());
    let document = serde_json::to_string(answer).expect("is JSON");
    let read: serde_json::Value = serde_json::from_str(&document).expect("is JSON");
    assert_eq!(read["text"], question.text.as_str());
}
