//! How a draft rests on its sources, in figures.

use crate::check::lint::{Manuscript, Said};
use crate::check::{Attributed, Verdict};
use crate::cli::say::say;
use crate::ledger::Party;
use crate::wording::counted;

/// Counts over all drafts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statistics {
    /// Quotations that are somebody's words.
    pub quotations: usize,
    /// The words are right, and so is the credit where one is certain.
    confirmed: usize,
    unrecorded: usize,
    wrong: usize,
    /// Words that are right.
    words: usize,
    /// Those of them that rest on sources whom the article does not name.
    unnamed_words: usize,
}

impl Statistics {
    /// Adds a draft.
    pub fn add(&mut self, page: &Manuscript<'_>) {
        for said in page.said.iter().filter(|said| said.is_speech()) {
            self.quotations += 1;
            if said.is_fine() && !is_given_away(said) {
                self.confirmed += 1;
                self.words += said.words;
                if said.claim().is_some_and(|kept| {
                    matches!(Party::of(&kept.claim, &kept.head), Party::Anonymous(_))
                }) {
                    self.unnamed_words += said.words;
                }
            } else if said.answer.verdict == Verdict::Unknown {
                self.unrecorded += 1;
            } else {
                self.wrong += 1;
            }
        }
    }

    /// Says them on standard error.
    pub fn say(&self) {
        say(&format!(
            "{}: {} confirmed, {} unrecorded, {} wrong",
            counted(self.quotations, "quotation"),
            self.confirmed,
            self.unrecorded,
            self.wrong
        ));
        if let Some(share) = (100 * self.unnamed_words).checked_div(self.words) {
            say(&format!("{share} % of the confirmed words rest on unnamed sources"));
        }
    }
}

/// Whether the words are given to somebody else for certain.
fn is_given_away(said: &Said<'_>) -> bool {
    let away = [Attributed::OtherSource, Attributed::AnonymousSource, Attributed::NoSource];
    said.certain_attribution().is_some_and(|attribution| away.contains(&attribution))
}
