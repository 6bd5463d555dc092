//! What `cite` prints before it is drawn in a format: words, what is set off, links and marks.

use crate::ledger::{Article, Claim, Id};

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// As the text around.
    #[default]
    Upright,
    /// Titles of outlets, the article's words of doubt.
    Italic,
    /// As some styles set volumes.
    Bold,
}

/// The address of a page, harmless in every format: only [`crate::cite::fragment::address`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(pub(super) String);

impl Address {
    /// The address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A piece of running text. Words are as they were recorded; drawing makes them harmless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(Face, String),
    /// An address that leads to the page, or to the passage, behind it; shown as itself, or as a style
    /// shows it.
    Link {
        /// Where it leads.
        address: Address,
        /// What a style prints for it.
        shown: Option<String>,
    },
    /// The mark of a claim's footnote.
    Mark(Id<Claim>),
    /// Where a cite of pandoc begins.
    Open,
    /// The article in a cite of pandoc.
    Key(Id<Article>),
    /// Where a cite of pandoc ends.
    Close,
}

/// Running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(Vec<Piece>);

impl Prose {
    /// These words and nothing else.
    pub fn of(words: impl Into<String>) -> Self {
        Self::default().and(words)
    }

    /// The same with more words.
    #[must_use]
    pub fn and(mut self, words: impl Into<String>) -> Self {
        self.push(Piece::Words(Face::Upright, words.into()));
        self
    }

    /// The same with another piece.
    #[must_use]
    pub fn with(mut self, piece: Piece) -> Self {
        self.push(piece);
        self
    }

    /// The same with another text.
    #[must_use]
    pub fn then(mut self, more: Self) -> Self {
        more.0.into_iter().for_each(|piece| self.push(piece));
        self
    }

    /// Adds a piece; words join the words before them, so that they are made harmless as one.
    pub fn push(&mut self, piece: Piece) {
        match (self.0.last_mut(), piece) {
            (_, Piece::Words(_, words)) if words.is_empty() => {}
            (Some(Piece::Words(face, before)), Piece::Words(other, words)) if *face == other => {
                before.push_str(&words);
            }
            (_, piece) => self.0.push(piece),
        }
    }

    /// The pieces in their order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The pieces in their order, to be changed in place.
    pub(super) fn pieces_mut(&mut self) -> &mut [Piece] {
        &mut self.0
    }

    /// Only the words, with addresses as they are shown.
    pub fn words(&self) -> String {
        self.0.iter().map(Piece::shown).collect()
    }

    /// The same with its links led elsewhere, shown as they were.
    #[must_use]
    pub fn led_to(mut self, other: &Address) -> Self {
        for piece in &mut self.0 {
            if let Piece::Link { address, .. } = piece {
                other.clone_into(address);
            }
        }
        self
    }

    /// Whether there is a link in it.
    pub fn has_link(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Link { .. }))
    }
}

impl Piece {
    /// What a reader sees of it.
    pub fn shown(&self) -> &str {
        match self {
            Self::Words(_, words) => words,
            Self::Link { shown: Some(shown), .. } => shown,
            Self::Link { address, shown: None } => address.as_str(),
            Self::Mark(_) | Self::Open | Self::Close => "",
            Self::Key(article) => article.as_str(),
        }
    }
}

/// A block of what `cite` prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Printed words, and under them who is credited.
    Quotation {
        /// The words.
        words: Prose,
        /// Who is credited and how.
        by: Prose,
    },
    /// A paragraph.
    Paragraph(Prose),
    /// A claim's footnote.
    Note(Id<Claim>, Prose),
}
