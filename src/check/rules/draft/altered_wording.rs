//! `altered-wording`: words in quotation marks that are near the recorded ones, and not the same.

use crate::check::answer::{Answer, Change};
use crate::check::candidate::Kept;
use crate::check::fit::ChangeKind;
use crate::check::lint::{Manuscript, Said};
use crate::check::rules::draft::unmarked_insertion::is_aside;
use crate::check::verdict::Attributed;
use crate::finding::{Finding, Rule};
use crate::wording::{all_of, counted};

/// A quotation whose words were changed without a mark.
pub static RULE: Rule = Rule::error("altered-wording", include_str!("altered_wording.md"));

/// So many changes are named in the message.
const NAMED: usize = 3;

/// Looks for changes that decide, but for those that other rules are for.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if said.is_fine() && said.is_telling() && said.claim().is_some_and(Kept::departs) {
        let message =
            "the ledger records these words, and the saved text of the article does not print them";
        return Some(
            page.of(said, &RULE, message).help("mend the ledger first: `claims validate`"),
        );
    }
    let is_altered = said.is_altered() && (!said.is_in_prose() || said.is_printed);
    if !said.is_speech() || !is_altered || has_own_rule(&said.answer) {
        return None;
    }
    let hard: Vec<&Change> = said.answer.changes.iter().filter(|c| c.kind.is_hard()).collect();
    let what = if hard.is_empty() {
        "cannot be told apart word by word".into()
    } else {
        changes_told(&hard)
    };
    let whose = mouth(said, page).map(|whose| format!("; {whose}")).unwrap_or_default();
    let message = format!("the quotation is not what is printed: {what}{whose}");
    Some(page.with_mend(said, page.of(said, &RULE, message).help(help(said))))
}

/// What to do: where the words ran on into prose beside the marks, too, the quote that they are of is what may stand.
fn help(said: &Said<'_>) -> String {
    let of_prose = || said.claim().filter(|_| said.is_in_prose());
    let mut quotes = of_prose().into_iter().flat_map(|kept| &kept.claim.quotes);
    match quotes.find(|quote| said.recorded().contains(&*quote.exact)) {
        Some(quote) => {
            format!("Print the recorded words: {}: “{}”.", said.source_name(), quote.exact)
        }
        None => said.answer.advice.clone(),
    }
}

/// What is said of some changes, the first of them one by one.
pub fn changes_told(hard: &[&Change]) -> String {
    // One word for another may be two kinds of change: a negation and a number.
    let mut all: Vec<String> = Vec::new();
    for told in hard.iter().map(|change| told(change)) {
        if !all.contains(&told) {
            all.push(told);
        }
    }
    let more = all.len().saturating_sub(NAMED);
    all.truncate(NAMED);
    if more > 0 {
        all.push(counted(more, "more change"));
    }
    all_of(all)
}

/// That the words are somebody else's besides: right words in the wrong mouth would be no better.
fn mouth(said: &Said<'_>, page: &Manuscript<'_>) -> Option<String> {
    let attribution = said.misattribution(|| page.context.around(said.outer))?;
    if said.is_in_prose() {
        return None;
    }
    let named = said.credited.as_deref()?;
    match attribution {
        Attributed::OtherSource => {
            Some(format!("and the article credits `{}`, not `{named}`", said.source_name()))
        }
        Attributed::NoSource => Some(format!("and the article credits nobody, not `{named}`")),
        _ => None,
    }
}

/// Whether all changes are of one kind that a rule of its own reports.
pub fn has_own_rule(answer: &Answer) -> bool {
    let mut hard = answer.changes.iter().filter(|change| change.kind.is_hard()).peekable();
    let is_own = |change: &Change| match change.kind {
        ChangeKind::UnmarkedCut | ChangeKind::SilentCorrection => true,
        ChangeKind::Added => is_aside(change, &answer.text),
        _ => false,
    };
    hard.peek().is_some() && hard.all(is_own)
}

/// One change in words.
pub fn told(change: &Change) -> String {
    match (change.recorded.trim(), change.given.trim()) {
        ("", given) => format!("it adds `{given}`"),
        (recorded, "") => format!("it leaves out `{recorded}`"),
        // A capital that differs is another word in its place.
        (recorded, given)
            if change.kind == ChangeKind::Order
                && recorded.to_lowercase() == given.to_lowercase() =>
        {
            format!("it sets `{given}` elsewhere")
        }
        (recorded, given) => format!("it says `{given}` for `{recorded}`"),
    }
}
