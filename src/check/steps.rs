//! The steps that decided, for `--why`.

use crate::check::answer::Answer;
use crate::check::attribution::Asked;
use crate::check::caution::Caution;
use crate::check::fit::Fit;
use crate::check::guideline::{Guideline, Step};
use crate::check::judge::Case;
use crate::check::reading::Reading;
use crate::check::verdict::{Attributed, FoundIn, Grounds, MayQuote, Verdict};
use crate::wording::counted;

/// How what was found led to the decision.
pub(super) fn of_reading(
    case: &Case<'_>,
    reading: &Reading<'_>,
    answer: &Answer,
    grounds: Grounds,
) -> Vec<Step> {
    let mut steps = vec![words(reading, answer)];
    if grounds.hides_negation {
        steps.push(Step::under(
            Guideline::Fragments,
            "a negation that governs the words is left out, or hidden by a cut or a bracket: this turns the sense round",
        ));
    }
    steps.extend(rest(case.known.asked, answer, grounds));
    steps
}

/// The steps about a whole claim, after the first.
pub(super) fn of_claim(
    first: Step,
    asked: Option<&Asked>,
    answer: &Answer,
    grounds: Grounds,
) -> Vec<Step> {
    let mut steps = vec![first];
    steps.extend(rest(asked, answer, grounds));
    steps
}

fn rest(asked: Option<&Asked>, answer: &Answer, grounds: Grounds) -> Vec<Step> {
    let mut steps = Vec::new();
    steps.extend(mouth(asked, answer));
    if grounds.is_retracted {
        steps.push(Step::under(Guideline::Corrections, "the claim was retracted"));
    }
    if grounds.is_unprinted {
        steps.push(Step::under(
            Guideline::NeverAlter,
            "the article's saved text does not print what the ledger records",
        ));
    }
    steps.extend(answer.cautions.iter().map(|caution| asks_for_care(*caution)));
    steps.push(decision(answer));
    steps
}

fn words(reading: &Reading<'_>, answer: &Answer) -> Step {
    let hard = answer.changes.iter().filter(|change| change.kind.is_hard()).count();
    match (answer.verdict, reading.fitted.fit) {
        (Verdict::Translation, _) => Step::under(
            Guideline::Translations,
            "the words are the curator's own rendering, or near it, and were never printed",
        ),
        (Verdict::Reported, _) => Step::under(
            Guideline::Paraphrase,
            "the words stand in the article's prose; they are not, or not all, in its quotation marks",
        ),
        (_, Fit::Verbatim) => Step::under(
            Guideline::NeverAlter,
            "the words are a recorded quote, whole; aligned word by word, nothing but typography differs",
        ),
        (_, Fit::Fragment) => Step::under(
            Guideline::Fragments,
            "the words are an unbroken part of one recorded quote, with nothing changed",
        ),
        (_, Fit::Elided) => Step::under(
            Guideline::MarkCuts,
            "the words are one recorded quote, in order, and every cut and insertion is marked",
        ),
        (_, Fit::Spelling) => Step::under(
            Guideline::NeverAlter,
            "an accent or a spelling differs: print the words as they are printed",
        ),
        (_, Fit::Altered | Fit::Stitched) => Step::under(
            Guideline::NeverAlter,
            format!(
                "the words are near a recorded {}, but {} left that no mark shows",
                if answer.found_in == Some(FoundIn::Prose) { "passage" } else { "quote" },
                if hard == 1 {
                    "1 change is".to_owned()
                } else {
                    format!("{} are", counted(hard, "change"))
                }
            ),
        ),
    }
}

fn mouth(asked: Option<&Asked>, answer: &Answer) -> Option<Step> {
    let name = asked.map_or("", |asked| asked.name.asked());
    let credited = answer.matches.first().map_or("", |found| found.name.as_str());
    let (guideline, said) = match answer.attribution? {
        Attributed::Confirmed if asked.is_some_and(Asked::is_own_voice) => {
            (Guideline::Attribution, "the article says it in its own voice, as asked".to_owned())
        }
        Attributed::Confirmed => (
            Guideline::Attribution,
            format!("the article credits {credited}, who answers to “{name}”"),
        ),
        Attributed::OtherSource => (
            Guideline::Attribution,
            format!("the words are given to “{name}”, and the article credits {credited}"),
        ),
        Attributed::AnonymousSource => (
            Guideline::Anonymous,
            format!("the words are given to “{name}”, and the article names nobody: {credited}"),
        ),
        Attributed::NoSource => (
            Guideline::Attribution,
            format!("the words are given to “{name}”, and the article credits nobody with them"),
        ),
        Attributed::AmbiguousName => {
            (Guideline::Attribution, format!("more than one source answers to “{name}”"))
        }
        Attributed::Unasked => {
            return Some(Step::plain(format!(
                "no source was asked for; the article credits {credited}"
            )));
        }
    };
    Some(Step::under(guideline, said))
}

fn asks_for_care(caution: Caution) -> Step {
    let guideline = match caution {
        Caution::Translated => Guideline::Translations,
        Caution::Anonymous => Guideline::Anonymous,
        Caution::Relayed => Guideline::SecondHand,
        Caution::Sic => Guideline::NeverAlter,
        Caution::Clipped | Caution::Interrupted => Guideline::MarkCuts,
        Caution::Short => Guideline::Fragments,
        Caution::Uncredited
        | Caution::Untold
        | Caution::Inferred
        | Caution::Ambiguous
        | Caution::Namesake => Guideline::Attribution,
        Caution::Corrected | Caution::Superseded => Guideline::Corrections,
        Caution::Hedged
        | Caution::Forecast
        | Caution::Overdue
        | Caution::Undated
        | Caution::Conflicted
        | Caution::Qualified => return Step::plain(format!("caution `{caution}`")),
    };
    Step::under(guideline, format!("caution `{caution}`"))
}

fn decision(answer: &Answer) -> Step {
    Step::plain(match answer.may_quote {
        MayQuote::Yes => "nothing forbids it and no caution is left: yes".to_owned(),
        MayQuote::WithCare => {
            format!("nothing forbids it, {} left: with care", cautions(answer.cautions.len()))
        }
        MayQuote::No => "therefore: no".to_owned(),
    })
}

fn cautions(count: usize) -> String {
    if count == 1 {
        "1 caution is".to_owned()
    } else {
        format!("{} are", counted(count, "caution"))
    }
}

/// How a joined quotation led to the decision.
pub(super) fn of_stitched(answer: &Answer) -> Vec<Step> {
    let pieces = counted(answer.matches.len(), "piece");
    vec![
        Step::under(
            Guideline::NeverAlter,
            format!(
                "the words are joined from {pieces} that the article prints apart, or in another order"
            ),
        ),
        decision(answer),
    ]
}

/// How nothing led to the decision.
pub(super) fn of_nothing() -> Vec<Step> {
    vec![
        Step::under(
            Guideline::Attribution,
            "no recorded quote, rendering or paragraph is near: nobody can say who said it",
        ),
        Step::plain("therefore: no"),
    ]
}
