//! Whom the article credits in the paragraphs that were found: their claims, read a second time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::check::candidate::Kept;
use crate::load::Entry;

/// Paragraphs whose claims are looked up, by file and number.
#[derive(Debug)]
pub struct Wanted(BTreeSet<(Arc<str>, u32)>);

/// A claim with the paragraphs of its passages that were found.
#[derive(Debug)]
pub struct Passage {
    numbers: Vec<u32>,
    kept: Arc<Kept>,
}

/// The claims of each paragraph.
pub(super) type ByParagraph = BTreeMap<(Arc<str>, u32), Vec<Arc<Kept>>>;

impl Wanted {
    pub(super) fn new(paragraphs: impl Iterator<Item = (Arc<str>, u32)>) -> Self {
        Self(paragraphs.collect())
    }

    /// Whether a file holds any of them, and so must be read a second time.
    pub fn has_file(&self, file: &Arc<str>) -> bool {
        self.0.range((file.clone(), 0)..).next().is_some_and(|(first, _)| first == file)
    }

    /// Looks at one claim of such a file; gives it back where it has passages in a paragraph that was found.
    pub fn passages(&self, entry: Entry<'_>) -> Option<Passage> {
        let mut numbers: Vec<u32> = entry
            .claim
            .passages
            .iter()
            .map(|passage| passage.paragraph.get())
            .filter(|number| self.0.contains(&(entry.file.shown.clone(), *number)))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        (!numbers.is_empty()).then(|| Passage { numbers, kept: Arc::new(Kept::of(entry)) })
    }
}

/// The claims by the paragraphs of their passages.
pub(super) fn by_paragraph(passages: Vec<Passage>) -> ByParagraph {
    let mut claims = ByParagraph::new();
    for passage in passages {
        for number in passage.numbers {
            let place = (passage.kept.file.clone(), number);
            claims.entry(place).or_default().push(passage.kept.clone());
        }
    }
    claims
}
