//! A text directive: `prefix-,start,end,-suffix`, encoded.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_segmentation::UnicodeSegmentation;

use crate::ledger::Passage;

/// Everything but letters and digits is encoded: `-`, `,` and `&` have a meaning of their own in a
/// text directive, and the rest may have one where the link is pasted.
const TERM: &AsciiSet = NON_ALPHANUMERIC;

/// Where a browser is to look: the words to show, and what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Directive {
    /// What stands right before, white space apart.
    pub prefix: Option<String>,
    /// The first words, or all where there is no `end`.
    pub start: String,
    /// The last words; they come after the first and do not overlap with them.
    pub end: Option<String>,
    /// What stands right after, white space apart.
    pub suffix: Option<String>,
}

impl Directive {
    /// To the first place that begins and ends as the passage does; none where it has no words.
    pub fn blind(passage: &Passage) -> Option<Self> {
        let (start, end) = (in_one_line(&passage.start), in_one_line(&passage.end));
        let end = (!end.is_empty() && !may_overlap(&start, &end)).then_some(end);
        (!start.is_empty()).then_some(Self { start, end, ..Self::default() })
    }
}

/// Whether the last words may be some of the first: a browser looks for them only after those.
fn may_overlap(start: &str, end: &str) -> bool {
    let start: Vec<&str> = start.unicode_words().collect();
    let end: Vec<&str> = end.unicode_words().collect();
    let ends_inside =
        end.len() <= start.len() && start.windows(end.len().max(1)).any(|words| words == end);
    let shares = |count: usize| start[start.len() - count..] == end[..count];
    ends_inside || (1..=start.len().min(end.len())).any(shares)
}

/// The text with each run of white space as one space.
pub(super) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Directive {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encoded = |term| utf8_percent_encode(term, TERM);
        if let Some(prefix) = &self.prefix {
            write!(out, "{}-,", encoded(prefix))?;
        }
        write!(out, "{}", encoded(&self.start))?;
        if let Some(end) = &self.end {
            write!(out, ",{}", encoded(end))?;
        }
        if let Some(suffix) = &self.suffix {
            write!(out, ",-{}", encoded(suffix))?;
        }
        Ok(())
    }
}
