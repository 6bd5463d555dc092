//! May this claim be quoted, and how? The same answer as for its words, asked by its id.

use crate::check::answer::{Answer, Match, VERSION};
use crate::check::attribution::Asked;
use crate::check::candidate::Kept;
use crate::check::caution::{self, Caution};
use crate::check::credit::Credited;
use crate::check::fit::Fit;
use crate::check::guideline::{Guideline, Step};
use crate::check::steps;
use crate::check::verdict::{Attributed, FoundIn, Grounds, Verdict};
use crate::check::{advice, judge, shown};
use crate::ledger::{State, Today};

/// Answers for a whole claim; `by` is the name as it was asked.
pub fn judge_claim(kept: &Kept, asked: Option<&Asked>, today: Today) -> Answer {
    let claim = &kept.claim;
    let has_quotes = !claim.quotes.is_empty();
    let attribution = asked.map_or(Attributed::Unasked, |asked| {
        if has_quotes { asked.of_quote(kept) } else { of_report(asked, kept) }
    });
    let verdict = if has_quotes { Verdict::Verbatim } else { Verdict::Reported };
    let mut cautions = caution::of_claim(claim, &kept.head, today);
    let bearers = asked.filter(|_| attribution == Attributed::Confirmed);
    let bearers: Vec<_> = bearers.into_iter().flat_map(|asked| asked.others(kept)).collect();
    if !bearers.is_empty() {
        cautions.push(Caution::Namesake);
    }
    let grounds = Grounds {
        verdict,
        attribution: Some(attribution),
        // Without recorded words there is nothing to quote, whoever speaks.
        asks_own_voice: false,
        hides_negation: false,
        is_retracted: claim.state() == State::Retracted,
        is_unprinted: kept.departs(),
        is_bounded: false,
        has_caution: !cautions.is_empty(),
    };
    let words: Vec<&str> = claim.quotes.iter().map(|quote| quote.exact.as_str()).collect();
    let mut answer = Answer {
        version: VERSION,
        id: None,
        text: words.join(shown::CUE),
        by: asked.map(|asked| asked.name.asked().to_owned()),
        verdict,
        fit: has_quotes.then_some(Fit::Verbatim),
        found_in: has_quotes.then_some(FoundIn::Quote),
        attribution: Some(attribution),
        may_quote: grounds.decide(),
        claims: vec![claim.id.to_string()],
        matches: vec![match_of(kept, words.join(shown::CUE))],
        changes: Vec::new(),
        left_out: Vec::new(),
        cautions,
        advice: advice::of_claim(kept, asked, attribution),
        is_unprinted: kept.departs(),
        remarks: judge::related(kept).into_iter().chain(judge::other_bearers(&bearers)).collect(),
        steps: Vec::new(),
    };
    let first = if has_quotes {
        Step::under(
            Guideline::NeverAlter,
            "the claim records words that the article prints in quotation marks",
        )
    } else {
        Step::under(
            Guideline::Paraphrase,
            "the article prints no words of this claim in quotation marks",
        )
    };
    answer.steps = steps::of_claim(first, asked, &answer, grounds);
    answer
}

/// The article is the source of what it says itself.
fn of_report(asked: &Asked, kept: &Kept) -> Attributed {
    if kept.claim.is_own_voice() && asked.is_own_voice() {
        Attributed::Confirmed
    } else {
        asked.of_report(kept)
    }
}

fn match_of(kept: &Kept, recorded: String) -> Match {
    Match {
        claim: Some(kept.claim.id.to_string()),
        article: kept.head.article.id.to_string(),
        source: Some(kept.claim.source.to_string()),
        name: shown::credited(kept),
        paragraph: kept.claim.passages.first().map(|passage| passage.paragraph.get()),
        recorded,
    }
}

/// What is printed instead where the claim has no quotable words, and how these are credited where it has.
pub(super) fn printable(kept: &Kept) -> String {
    let quotes = &kept.claim.quotes;
    if quotes.is_empty() {
        return format!("Report it without quotation marks: {}", Credited::new(kept).report());
    }
    let sentences = kept.utterances().into_iter().map(|range| {
        let words: Vec<&str> = quotes[range].iter().map(|quote| quote.exact.as_str()).collect();
        words.join("” … “")
    });
    Credited::new(kept).sentence(&sentences.collect::<Vec<_>>().join("” … “"))
}
