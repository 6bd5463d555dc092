//! Which sources answer to `--source`, so that a name shared by several is not taken for one.

use std::collections::BTreeSet;

use crate::cli::near;
use crate::cli::say::remark;
use crate::ledger::{Head, Name};
use crate::load::LedgerFile;
use crate::select::Selection;
use crate::wording;

/// The sources that answer: which of the names asked for, and the source's name.
#[derive(Debug, Default)]
pub struct Answering(BTreeSet<(usize, String)>);

impl Answering {
    /// Adds the sources of a file that answer.
    pub fn gather(&mut self, selection: &Selection, head: &Head) {
        for (asked, name) in selection.sources.iter().enumerate() {
            let all = head.sources.iter();
            let answering = all.filter(|(id, source)| name.answers(id.as_str(), source).is_some());
            self.0.extend(answering.map(|(_, source)| (asked, source.name.to_string())));
        }
    }

    /// Adds those of another batch.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Says which sources answer where there are more than names were asked for.
    pub fn remark_on_several(&self, selection: &Selection) {
        let names: BTreeSet<&String> = self.0.iter().map(|(_, name)| name).collect();
        if names.len() > selection.sources.len() {
            let listed = wording::some_of(names.iter().map(wording::ticked), near::MOST);
            remark(format!("{} match: {listed}", wording::counted(names.len(), "source")));
        }
    }

    /// Says which names nobody answers to, though somebody answers to the others.
    pub fn remark_on_strangers(&self, selection: &Selection, files: &[LedgerFile]) {
        let answered: BTreeSet<usize> = self.0.iter().map(|(asked, _)| *asked).collect();
        let is_stranger =
            |(at, name): (usize, &Name)| !answered.contains(&at) && !name.is_own_voice();
        if selection.sources.iter().enumerate().any(is_stranger) {
            near::remark_on_strangers(selection, files);
        }
    }
}
