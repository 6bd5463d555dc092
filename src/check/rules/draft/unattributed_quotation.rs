//! `unattributed-quotation`: somebody's recorded words, and the draft says nowhere whose.

use crate::check::lint::{Manuscript, Said};
use crate::draft::{Credit, Setting};
use crate::finding::{Finding, Rule};
use crate::ledger::Party;

/// A quotation that stands by itself, without a speaker.
pub static RULE: Rule =
    Rule::warning("unattributed-quotation", include_str!("unattributed_quotation.md"));

/// Looks for quotations around which nobody is named, by name or otherwise.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    let is_nobodys = matches!(said.quotation.credit, Credit::Nobody);
    if !said.is_speech() || !is_nobodys || said.is_slight() || !said.is_fine() {
        return None;
    }
    let kept = said.claim()?;
    if matches!(Party::of(&kept.claim, &kept.head), Party::OwnVoice | Party::Uncredited) {
        return None;
    }
    // A headline may be somebody's words; the piece below says whose.
    if said.quotation.setting == Setting::Heading {
        return None;
    }
    let is_cited = !said.quotation.citations.is_empty();
    if is_cited || !page.context.stands_alone(said.quotation) {
        return None;
    }
    // Named nearby is badly attributed at worst, and a reader of Markdown cannot tell more.
    let around = page.context.around(said.quotation.outer);
    if Party::of(&kept.claim, &kept.head).source().is_some_and(|who| around.names(who)) {
        return None;
    }
    let message = format!("the draft does not say whose words these are: `{}`", said.source_name());
    Some(page.of(said, &RULE, message).help("say who said it, right before or after the words"))
}
