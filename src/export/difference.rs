//! Two texts with their differences marked, readable without colour: `[-left out-]`, `{+put in+}`.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::check::answer::Change;
use crate::safe;
use crate::span::Span;

/// Words without a difference run on for so many letters before their middle is left out.
const LONGEST: usize = 240;
/// So many letters are shown on each side of what is left out.
const SHOWN: usize = 80;

/// Which of two texts is marked.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Recorded,
    Given,
}

impl Side {
    const fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::Recorded => ("[-", "-]"),
            Self::Given => ("{+", "+}"),
        }
    }

    /// Blue and yellow are told apart by nearly everybody; the brackets by all.
    fn style(self) -> Style {
        let color = match self {
            Self::Recorded => AnsiColor::Blue,
            Self::Given => AnsiColor::Yellow,
        };
        Style::new().bold().fg_color(Some(color.into()))
    }

    fn place(self, change: &Change) -> Span {
        match self {
            Self::Recorded => change.recorded_at,
            Self::Given => change.given_at,
        }
    }
}

/// A text with its side of the changes marked, harmless for a terminal.
pub(super) fn marked(text: &str, changes: &[Change], side: Side, color: bool) -> String {
    let mut places: Vec<Span> = changes
        .iter()
        .filter(|change| change.kind.is_hard())
        .map(|change| side.place(change))
        .filter(|place| !place.is_empty() && text.get(place.range()).is_some())
        .collect();
    places.sort_unstable();
    let style = if color { side.style() } else { Style::new() };
    let (open, close) = side.marks();
    let mut shown = String::new();
    let mut at = 0;
    for place in places {
        if place.start < at {
            continue;
        }
        shown.push_str(&safe::terminal(&shortened(&text[at..place.start])));
        let words = safe::terminal(&text[place.range()]);
        // Writing to a string cannot fail.
        let _ = write!(shown, "{style}{open}{words}{close}{style:#}");
        at = place.end;
    }
    shown.push_str(&safe::terminal(&shortened(&text[at..])));
    shown
}

/// A long stretch without a difference, its middle left out; line breaks become spaces.
fn shortened(text: &str) -> String {
    let letters: Vec<char> =
        text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }).collect();
    if letters.len() <= LONGEST {
        return letters.into_iter().collect();
    }
    let first: String = letters[..SHOWN].iter().collect();
    let last: String = letters[letters.len() - SHOWN..].iter().collect();
    format!("{first} (…) {last}")
}
