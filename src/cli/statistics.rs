//! How a draft rests on its sources, in figures.

use crate::check::lint::{Manuscript, Standing};
use crate::cli::say::say;
use crate::ledger::Party;
use crate::wording::counted;

/// Counts over all drafts, which agree with what is reported where every rule is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statistics {
    /// Quotations that are somebody's words.
    quotations: usize,
    confirmed: usize,
    unrecorded: usize,
    wrong: usize,
    permitted: usize,
    /// Words that are confirmed.
    words: usize,
    /// Those of them that rest on sources whom the article does not name.
    unnamed_words: usize,
}

impl Statistics {
    /// Adds a draft.
    pub fn add(&mut self, page: &Manuscript<'_>) {
        for (said, standing) in page.standings() {
            self.quotations += 1;
            match standing {
                Standing::Unrecorded => self.unrecorded += 1,
                Standing::Wrong => self.wrong += 1,
                Standing::Permitted => self.permitted += 1,
                Standing::Confirmed => {
                    self.confirmed += 1;
                    self.words += said.words;
                    let is_unnamed = said.claim().is_some_and(|kept| {
                        matches!(Party::of(&kept.claim, &kept.head), Party::Anonymous(_))
                    });
                    if is_unnamed {
                        self.unnamed_words += said.words;
                    }
                }
            }
        }
    }

    /// Says them on standard error.
    pub fn say(&self) {
        let permitted = match self.permitted {
            0 => String::new(),
            permitted => format!(", {permitted} permitted"),
        };
        say(&format!(
            "{}: {} confirmed, {} unrecorded, {} wrong{permitted}",
            counted(self.quotations, "quotation"),
            self.confirmed,
            self.unrecorded,
            self.wrong
        ));
        if let Some(share) = share(self.unnamed_words, self.words) {
            say(&format!("{share} % of the confirmed words rest on unnamed sources"));
        }
    }
}

/// So many of all in percent, rounded to the nearest; none of nothing.
fn share(some: usize, all: usize) -> Option<usize> {
    (200 * some + all).checked_div(2 * all)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_rounded_to_the_nearest() {
        let cases = [(0, 0, None), (0, 3, Some(0)), (1, 3, Some(33)), (2, 3, Some(67))];
        for (some, all, expected) in cases {
            assert_eq!(share(some, all), expected, "{some} of {all}");
        }
        assert_eq!(share(1, 200), Some(1), "a half is rounded up");
    }
}
