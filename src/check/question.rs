//! What is asked about one quotation.

/// One quotation, and who is said to have said it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The asker's own name for it, given back with the answer.
    pub id: Option<String>,
    /// The words.
    pub text: String,
    /// Whom they are given to: an id, a name, a part of a person's name; `article` for its own voice.
    pub by: Option<String>,
    /// The language of the words, a BCP 47 tag, where the asker knows it.
    pub language: Option<String>,
}

impl Question {
    /// A question about these words, given to nobody.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same, given to this source.
    #[must_use]
    pub fn by(self, source: impl Into<String>) -> Self {
        Self { by: Some(source.into()), ..self }
    }
}
