//! The prose of a draft as one text, and the bytes of the draft that each part of it came from.

use crate::span::Span;

/// Stands for code, an image or a formula in the prose: something is there that is no word.
pub(super) const NO_WORD: &str = "\u{fffc}";

/// What a passage is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A paragraph of running text, also one of a block quotation.
    Paragraph,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A footnote's text.
    Footnote,
}

/// A paragraph, heading, item, cell or footnote: words that a reader takes in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is set as.
    pub setting: Setting,
    /// Where it stands in the page's text.
    pub text: Span,
    /// Which block quotation holds it, counted from 0: the outermost one, where they are nested.
    pub block: Option<usize>,
}

/// The prose of a draft: passages with a line break between them, without marks of emphasis, code,
/// HTML and the targets of links.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) passages: Vec<Passage>,
    /// The block quotations, by their number: bytes of the draft.
    pub(super) blocks: Vec<Span>,
    /// What is seen where the page holds no word: the letters of code, an address.
    pub(super) seen: Vec<(usize, String)>,
}

/// A run of the page's text and the bytes of the draft that it came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where it begins in the page's text.
    page: usize,
    draft: Span,
    /// Whether it stands in the draft letter for letter; an entity does not.
    literal: bool,
}

impl Page {
    /// The prose.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its passages, in order.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// Adds words that came from these bytes.
    pub(super) fn push(&mut self, words: &str, draft: Span, literal: bool) {
        if words.is_empty() {
            return;
        }
        self.pieces.push(Piece { page: self.text.len(), draft, literal });
        if words.contains(['\n', '\r']) {
            // A line break parts passages here; one that an entity wrote must not.
            self.text.extend(words.chars().map(|letter| match letter {
                '\n' | '\r' => ' ',
                letter => letter,
            }));
        } else {
            self.text.push_str(words);
        }
    }

    /// The bytes of the draft that these words of the page came from.
    pub fn in_draft(&self, words: Span) -> Span {
        let start = self.place(words.start, false);
        let end = if words.is_empty() { start } else { self.place(words.end, true) };
        Span::new(start, end.max(start))
    }

    /// Whether these bytes of the draft are printed letter for letter: as these words, and nothing else.
    pub fn prints(&self, draft: Span, words: &str) -> bool {
        let start = self.page_place(draft.start);
        let on_page = Span::new(start, start + words.len());
        self.text.get(on_page.range()) == Some(words) && self.in_draft(on_page) == draft
    }

    /// Where a byte of the page, or the byte after one, stands in the draft.
    fn place(&self, at: usize, is_end: bool) -> usize {
        let looked_up = if is_end { at.saturating_sub(1) } else { at };
        let after = self.pieces.partition_point(|piece| piece.page <= looked_up);
        let Some(piece) = after.checked_sub(1).map(|before| self.pieces[before]) else { return 0 };
        match (piece.literal, is_end) {
            (true, _) => (piece.draft.start + at - piece.page).min(piece.draft.end),
            (false, false) => piece.draft.start,
            (false, true) => piece.draft.end,
        }
    }

    /// Forgets the text from `at` on.
    pub(super) fn cut(&mut self, at: usize) {
        self.text.truncate(at);
        let kept = self.pieces.partition_point(|piece| piece.page < at);
        self.pieces.truncate(kept);
        self.seen.retain(|(place, _)| *place < at);
    }

    /// Words of the page as they are seen; an address and code are read as they are set, a picture is no word.
    pub(super) fn as_seen(&self, words: Span) -> String {
        let first = self.seen.partition_point(|(place, _)| *place < words.start);
        let mut seen = String::with_capacity(words.len());
        let mut at = words.start;
        for (place, letters) in self.seen[first..].iter().take_while(|(at, _)| *at < words.end) {
            seen.push_str(&self.text[at..*place]);
            seen.push_str(letters);
            at = place + NO_WORD.len();
        }
        seen.push_str(&self.text[at..words.end]);
        seen
    }
}

impl Page {
    /// Where in the page a byte of the draft would stand: at the end of what came before it.
    pub(super) fn page_place(&self, draft: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.draft.start <= draft);
        match after.checked_sub(1).map(|before| self.pieces[before]) {
            None => 0,
            Some(piece) if piece.literal => {
                piece.page + (draft - piece.draft.start).min(piece.draft.len())
            }
            Some(piece) => {
                self.pieces.get(after).map_or(self.text.len(), |next| next.page).max(piece.page)
            }
        }
    }
}
