//! How the words of a quotation fit recorded words; pure, and only about words.
//!
//! Fine means that no hard change is left after aligning word by word. A score ranks; it never decides.

mod antecedent;
mod beside;
mod changes;
mod correlatives;
mod cost;
mod edges;
mod given;
mod governs;
mod inserted;
mod left_out;
mod near;
mod numerals;
mod order;
mod parentheses;
mod rank;
mod recorded;
mod report;
mod scope;
mod soft;
mod stitch;
mod subject;
mod table;
mod turned;
mod verb_last;

pub use self::given::Given;
pub use self::rank::{CANDIDATES, Ranked, best};
pub use self::recorded::{Part, Utterance};
pub use self::stitch::{Piece, Stitching, stitched};

use std::fmt;

use crate::span::Span;

/// How words fit recorded words, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// The whole quote, but for typography.
    Verbatim,
    /// An unbroken part of one quote.
    Fragment,
    /// One quote with its cuts and insertions marked, in order.
    Elided,
    /// An accent, a capital or a spelling variant differs.
    Spelling,
    /// Parts of different quotes, or of one in another order.
    Stitched,
    /// Near, with changes that are not marked.
    Altered,
}

impl Fit {
    /// Whether no hard change is left. A hidden negation or a bound met can still forbid quoting.
    pub const fn is_fine(self) -> bool {
        matches!(self, Self::Verbatim | Self::Fragment | Self::Elided)
    }

    /// The name in kebab case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Fragment => "fragment",
            Self::Elided => "elided",
            Self::Spelling => "spelling",
            Self::Stitched => "stitched",
            Self::Altered => "altered",
        }
    }
}

impl fmt::Display for Fit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a change is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A negation left out by a cut, a bracket or the edge of a part, or added in a bracket.
    HiddenNegation,
    /// A negation added, dropped or put in a word's place.
    Negation,
    /// A number, in digits or in words.
    Number,
    /// A sign that carries value.
    Symbol,
    /// A name.
    Name,
    /// A word of doubt or modality.
    Hedge,
    /// A word of quantity.
    Quantifier,
    /// A question made a statement, or the reverse.
    Ending,
    /// Words left out without a mark.
    UnmarkedCut,
    /// The same words in another order.
    Order,
    /// A word for another.
    Replaced,
    /// A word that is not recorded.
    Added,
    /// A recorded word that is missing.
    Dropped,
    /// A recorded misprint put right without a bracket.
    SilentCorrection,
    /// Punctuation between words: shown, never decides.
    Punctuation,
}

impl ChangeKind {
    /// The name in kebab case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HiddenNegation => "hidden-negation",
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Symbol => "symbol",
            Self::Name => "name",
            Self::Hedge => "hedge",
            Self::Quantifier => "quantifier",
            Self::Ending => "ending",
            Self::UnmarkedCut => "unmarked-cut",
            Self::Order => "order",
            Self::Replaced => "replaced",
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::SilentCorrection => "silent-correction",
            Self::Punctuation => "punctuation",
        }
    }

    /// Whether such a change decides.
    pub const fn is_hard(self) -> bool {
        !matches!(self, Self::Punctuation)
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place in recorded words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which part of the utterance.
    pub part: usize,
    /// The bytes of that part's words; empty where nothing recorded corresponds.
    pub span: Span,
}

/// One difference, with both sides' own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// The recorded words, as recorded; empty where something was added.
    pub recorded: String,
    /// The given words, as given; empty where something was dropped.
    pub given: String,
    /// Where the recorded words stand.
    pub place: Place,
    /// Where the given words stand.
    pub span: Span,
}

/// Why words that were left out matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// They negate.
    Negation,
    /// They state a condition.
    Condition,
    /// They contrast or concede.
    Contrast,
    /// They express doubt.
    Hedge,
    /// They make it a question.
    Question,
    /// The language has no word lists, so nobody can tell.
    UnknownLanguage,
    /// They were cut, and carry none of these.
    Cut,
}

/// Words of the recorded quote that the quotation leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The words, as recorded.
    pub words: String,
    /// Where they stand.
    pub place: Place,
    /// Why they matter.
    pub why: Why,
}

/// What else is true of a fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a caution of its own")]
pub struct Notes {
    /// A hedge, condition or contrast was left out, or nobody can tell.
    pub clipped: bool,
    /// The cue stood between the words, and nothing marks it.
    pub interrupted: bool,
    /// A fragment under four words.
    pub short: bool,
    /// The words hold a recorded misprint.
    pub sic: bool,
    /// A bracket stands for recorded words or among them.
    pub bracketed: bool,
}

/// How a quotation fits one utterance.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// The fit.
    pub fit: Fit,
    /// The differences, the worst first.
    pub changes: Vec<Change>,
    /// The words left out at cuts and right beside a fragment.
    pub left_out: Vec<LeftOut>,
    /// The writer's own words in brackets, remarks such as `sic` left out.
    pub inserted: Vec<String>,
    /// What else is true.
    pub notes: Notes,
    /// Which parts of the utterance were used.
    pub parts_used: Vec<usize>,
    /// The recorded words that correspond, one range for each unbroken run.
    pub covered: Vec<Place>,
    /// How near, from 0 to 1; ranks only.
    pub score: f64,
    /// Whether the work was bounded, so that the answer is not exact; never fine.
    pub bounded: bool,
}

impl Fitted {
    /// Whether the fit is fine, and no negation was left out.
    pub fn may_stand(&self) -> bool {
        self.fit.is_fine() && !self.bounded && !self.hides_negation()
    }

    /// Whether a negation that governs the words was left out, or hidden by a cut or a bracket.
    pub fn hides_negation(&self) -> bool {
        self.changes.iter().any(|change| change.kind == ChangeKind::HiddenNegation)
    }
}

/// How `given` fits `utterance`; none where nothing is near.
pub fn fit(given: &Given, utterance: &Utterance<'_>) -> Option<Fitted> {
    let recorded = recorded::Recorded::new(utterance, given.language());
    let mut cells = table::MOST_CELLS;
    table::fitted(given, &recorded, &mut cells)
}

#[cfg(test)]
mod tests;
