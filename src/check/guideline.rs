//! The steps that decided, and the newsroom guideline behind each: which rule, never its text.

/// A step that led to the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was found, and what follows from it.
    pub said: String,
    /// The guideline behind it, where there is one.
    pub guideline: Option<Guideline>,
}

impl Step {
    /// A step that needs no guideline.
    pub fn plain(said: impl Into<String>) -> Self {
        Self { said: said.into(), guideline: None }
    }

    /// A step behind which a guideline stands.
    pub fn under(guideline: Guideline, said: impl Into<String>) -> Self {
        Self { said: said.into(), guideline: Some(guideline) }
    }
}

/// A rule of a newsroom's published guidelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guideline {
    /// Words in quotation marks are the speaker's own, unchanged.
    NeverAlter,
    /// What is left out is marked, and leaves the sense as it was.
    MarkCuts,
    /// A part of a sentence keeps the sense of the whole.
    Fragments,
    /// Words that nobody printed in quotation marks are reported without them.
    Paraphrase,
    /// A quotation is not translated back.
    Translations,
    /// Every quotation has its speaker.
    Attribution,
    /// A source that is not named stays so, and is described as the article does.
    Anonymous,
    /// Who relayed it is said.
    SecondHand,
    /// What was taken back is not repeated.
    Corrections,
}

impl Guideline {
    /// Every guideline that is named.
    pub const ALL: [Self; 9] = [
        Self::NeverAlter,
        Self::MarkCuts,
        Self::Fragments,
        Self::Paraphrase,
        Self::Translations,
        Self::Attribution,
        Self::Anonymous,
        Self::SecondHand,
        Self::Corrections,
    ];

    /// Where the rule stands.
    pub const fn reference(self) -> &'static str {
        match self {
            Self::NeverAlter => {
                "Reuters Handbook of Journalism, “Quotes”; AP Stylebook, “quotations in the news”"
            }
            Self::MarkCuts => "AP Stylebook, “ellipsis”; Reuters Handbook of Journalism, “Quotes”",
            Self::Fragments => {
                "AP Stylebook, “quotations in the news”, on fragmentary quotes and on context"
            }
            Self::Paraphrase => {
                "NYT Manual of Style and Usage, “quotations”, on paraphrase instead of quotation marks"
            }
            Self::Translations => {
                "Reuters Handbook of Journalism, “Quotes”, on translating quotes and on translating them back"
            }
            Self::Attribution => {
                "Reuters Handbook of Journalism, “Attribution”; BBC Editorial Guidelines, Accuracy"
            }
            Self::Anonymous => {
                "AP News Values and Principles, “Anonymous sources”; BBC Editorial Guidelines, Accuracy, on anonymous sources"
            }
            Self::SecondHand => {
                "Reuters Handbook of Journalism, “Attribution”, on material from other media"
            }
            Self::Corrections => {
                "Reuters Handbook of Journalism, “Corrections”; AP Stylebook, “corrections”"
            }
        }
    }
}
