//! `missing-hedge`: what the article doubts, told as if it were certain.

use crate::check::lint::{Cited, Manuscript, Said, holds_any};
use crate::finding::{Finding, Rule};
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
    // The judge's list is wider than what doubts, and the draft may doubt in its own words.
    let around = without_month(&page.context.beside(said.quotation)).to_lowercase();
    if !doubts(&words.to_lowercase()) || doubts(&around) {
        return None;
    }
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
    let said = without_month(&page.context.own_words(cited.sentence));
    let lower = said.to_lowercase();
    let hedges = &kept.claim.hedges;
    if hedges.iter().any(|hedge| lower.contains(hedge.to_lowercase().as_str())) || doubts(&lower) {
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

/// Words of doubt, in the languages that drafts are read in. The judge's own lists are wider: a `will` that was
/// changed is no small change, and yet it doubts nothing.
const DOUBTS: [&str; 89] = [
    "may",
    "might",
    "could",
    "would",
    "perhaps",
    "maybe",
    "possibly",
    "probably",
    "presumably",
    "apparently",
    "reportedly",
    "allegedly",
    "supposedly",
    "seemingly",
    "likely",
    "unlikely",
    "possible",
    "probable",
    "alleged",
    "unconfirmed",
    "uncertain",
    "unclear",
    "rumoured",
    "rumored",
    "seem",
    "seems",
    "seemed",
    "appear",
    "appears",
    "appeared",
    "suggest",
    "suggests",
    "suggested",
    "forse",
    "probabilmente",
    "possibilmente",
    "presumibilmente",
    "apparentemente",
    "pare",
    "sembra",
    "sembrano",
    "presunto",
    "presunta",
    "possibile",
    "probabile",
    "incerto",
    "suggeriscono",
    "könnte",
    "könnten",
    "dürfte",
    "dürften",
    "soll",
    "sollen",
    "wäre",
    "wären",
    "hätte",
    "hätten",
    "wohl",
    "vielleicht",
    "möglicherweise",
    "angeblich",
    "offenbar",
    "mutmaßlich",
    "vermutlich",
    "wahrscheinlich",
    "anscheinend",
    "pourrait",
    "pourraient",
    "serait",
    "seraient",
    "aurait",
    "auraient",
    "devrait",
    "probablement",
    "apparemment",
    "semble",
    "semblent",
    "possible",
    "présumé",
    "podría",
    "podrían",
    "sería",
    "habría",
    "habrían",
    "quizá",
    "quizás",
    "probablemente",
    "supuestamente",
    "presuntamente",
];

/// The same of several words.
const PHRASES: [&str; 9] = [
    "said to",
    "peut-être",
    "sans doute",
    "il se peut",
    "tal vez",
    "al parecer",
    "a lo mejor",
    "a quanto pare",
    "si dice",
];

/// A sentence without the month of May, which has a capital where the words beside it have none: a headline's
/// "Costs May Rise" doubts.
fn without_month(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let bare = |at: usize| {
        let word = words.get(at).copied().unwrap_or_default();
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
    };
    let has_capital = |at: usize| bare(at).starts_with(char::is_uppercase);
    let is_month =
        |at: usize| bare(at) == "May" && !(at > 0 && has_capital(at - 1) && has_capital(at + 1));
    let kept = words.iter().enumerate().filter(|(at, _)| !is_month(*at)).map(|(_, word)| *word);
    kept.collect::<Vec<_>>().join(" ")
}

/// Whether a sentence in lower case has a word of doubt; the Italian conditional is one.
fn doubts(sentence: &str) -> bool {
    let mut words = sentence.split(|letter: char| !letter.is_alphanumeric());
    let is_conditional = |word: &str| word.ends_with("rebbe") || word.ends_with("rebbero");
    words.any(|word| is_conditional(word) || DOUBTS.contains(&word))
        || holds_any(sentence, &PHRASES)
}
