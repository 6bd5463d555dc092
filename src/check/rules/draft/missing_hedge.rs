//! `missing-hedge`: what the article doubts, told as if it were certain.

use crate::check::lint::{Cited, Manuscript, Said};
use crate::finding::{Finding, Rule};
use crate::text::fold::fold;
use crate::text::language::Language;
use crate::text::words::{Classes, Lexicon};
use crate::wording::{all_of, ticked};

/// A quotation or report that drops the article's words of doubt.
pub static RULE: Rule = Rule::warning("missing-hedge", include_str!("missing_hedge.md"));

/// Looks for words of doubt that a quotation leaves out or leaves standing right beside.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let left_out = &said.answer.left_out;
    let hedge = left_out.iter().find(|omission| omission.why == "hedge")?;
    if !said.is_speech() || !said.is_fine() || said.is_slight() {
        return None;
    }
    let words = hedge.words.trim();
    let message = format!("the quotation leaves out the words of doubt `{words}`");
    Some(
        page.of(said, &RULE, message)
            .help("keep them, or say in your own words that it is uncertain"),
    )
}

/// Looks for a report of a hedged claim in which nothing is doubted.
pub fn cited(cited: &Cited<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let kept = cited.claims.iter().find(|kept| !kept.claim.hedges.is_empty())?;
    if cited.has_quotation {
        return None;
    }
    let sentence = page.context.text.get(cited.sentence.range())?;
    let lower = sentence.to_lowercase();
    let hedges = &kept.claim.hedges;
    if hedges.iter().any(|hedge| lower.contains(hedge.to_lowercase().as_str())) || doubts(sentence)
    {
        return None;
    }
    let message = format!(
        "the sentence is certain of `{}`, which the article doubts: {}",
        kept.claim.id,
        all_of(hedges.iter().map(ticked))
    );
    Some(
        page.of_citation(cited, &RULE, message)
            .help("say that it is uncertain: may, would, reportedly"),
    )
}

/// Whether a sentence has a word of doubt in any language that there are lists for.
fn doubts(sentence: &str) -> bool {
    let folded = fold(sentence, None);
    let tokens: Vec<_> = folded.tokens().iter().collect();
    let spoken = [
        Language::English,
        Language::Italian,
        Language::German,
        Language::French,
        Language::Spanish,
    ];
    spoken.into_iter().any(|language| {
        let classes = Lexicon::of(Some(language)).classes(&tokens);
        classes.iter().any(|classes| classes.has(Classes::HEDGE))
    })
}
