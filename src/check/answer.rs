//! What `check` answers, with every field of its JSON.

use serde::Serialize;

use crate::check::caution::Caution;
use crate::check::fit::{ChangeKind, Fit, LeftOut, Why};
use crate::check::guideline::Step;
use crate::check::verdict::{Attributed, FoundIn, MayQuote, Verdict};
use crate::span::Span;

/// The version of an answer's JSON.
pub const VERSION: u32 = 1;

/// The answer about one quotation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`VERSION`].
    pub version: u32,
    /// The asker's own name for the question.
    pub id: Option<String>,
    /// The words that were asked about.
    pub text: String,
    /// Whom they were given to.
    pub by: Option<String>,
    /// What is said of the words.
    pub verdict: Verdict,
    /// How they fit the words that were found; none where nothing is near.
    pub fit: Option<Fit>,
    /// Where these were found.
    pub found_in: Option<FoundIn>,
    /// Whether the article credits that source; none where nothing is near.
    pub attribution: Option<Attributed>,
    /// The decision.
    pub may_quote: MayQuote,
    /// The ids of the claims in [`Answer::matches`], each once.
    pub claims: Vec<String>,
    /// What was found, the best first.
    pub matches: Vec<Match>,
    /// The differences to the first match, the worst first.
    pub changes: Vec<Change>,
    /// Recorded words that the quotation leaves out.
    pub left_out: Vec<Omission>,
    /// Reasons to take care, the gravest first.
    pub cautions: Vec<Caution>,
    /// A sentence that is safe to print, or what to do instead.
    pub advice: String,
    /// Whether the article's saved text does not print what the ledger records.
    #[serde(skip)]
    pub is_unprinted: bool,
    /// Remarks on how far was looked: "no saved text at hand".
    #[serde(skip)]
    pub remarks: Vec<String>,
    /// The steps that decided.
    #[serde(skip)]
    pub steps: Vec<Step>,
}

/// A place in the ledger that the words come from, or come near to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Match {
    /// The claim; none for prose that no claim records.
    pub claim: Option<String>,
    /// The article.
    pub article: String,
    /// The id of the source that is credited; none for prose that no claim records.
    pub source: Option<String>,
    /// Its name, or what stands for it.
    #[serde(skip)]
    pub name: String,
    /// The recorded words.
    pub recorded: String,
    /// The paragraph of the article, where it is known.
    pub paragraph: Option<u32>,
}

/// One difference, both words side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// The recorded words; empty where something was added.
    pub recorded: String,
    /// The given words; empty where something was dropped.
    pub given: String,
    /// Where the recorded words stand in the first match's `recorded`.
    #[serde(skip)]
    pub recorded_at: Span,
    /// Where the given words stand in the text.
    #[serde(skip)]
    pub given_at: Span,
}

/// Recorded words that the quotation leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Omission {
    /// The words.
    pub words: String,
    /// Why they matter: `negation`, `condition`, `contrast`, `hedge`, `question`, `unknown-language`, `cut`.
    pub why: &'static str,
}

impl Omission {
    /// Words that a fit leaves out.
    pub fn of(left_out: &LeftOut) -> Self {
        let why = match left_out.why {
            Why::Negation => "negation",
            Why::Condition => "condition",
            Why::Contrast => "contrast",
            Why::Hedge => "hedge",
            Why::Question => "question",
            Why::UnknownLanguage => "unknown-language",
            Why::Cut => "cut",
        };
        Self { words: left_out.words.clone(), why }
    }
}
