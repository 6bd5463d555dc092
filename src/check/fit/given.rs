//! The quotation that is asked about: words, marked cuts, brackets.

use crate::span::Span;
use crate::text::fold::{Folded, fold};
use crate::text::token::{Kind, Token};

/// A quotation, folded and read once, to be held against many utterances.
#[derive(Clone, Debug)]
pub struct Given {
    text: String,
    language: Option<String>,
    folded: Folded,
    items: Vec<Item>,
}

/// A word or mark of the quotation that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Its token.
    pub token: usize,
    /// Whether it stands inside the writer's brackets, or is one of them.
    pub bracketed: bool,
    /// Whether a dash stands before it.
    pub dash_before: bool,
}

impl Given {
    /// Reads a quotation; `language` is a BCP 47 tag.
    pub fn new(text: &str, language: Option<&str>) -> Self {
        let folded = fold(text, language);
        let items = items(folded.tokens());
        Self { text: text.to_owned(), language: language.map(str::to_owned), folded, items }
    }

    /// The quotation as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its language, where known.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// How many words and numbers it has, those in brackets left out.
    pub fn words(&self) -> usize {
        self.items
            .iter()
            .filter(|item| !item.bracketed && self.token(**item).kind.is_spoken())
            .count()
    }

    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    pub(super) fn token(&self, item: Item) -> &Token {
        &self.folded.tokens()[item.token]
    }

    pub(super) fn tokens(&self) -> &[Token] {
        self.folded.tokens()
    }

    pub(super) fn slice(&self, span: Span) -> String {
        self.text.get(span.range()).unwrap_or_default().to_owned()
    }
}

/// The tokens that count, cuts at the edges left out: they only say that a part is quoted.
fn items(tokens: &[Token]) -> Vec<Item> {
    let inside = bracketed(tokens);
    let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut dash_before = false;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind.is_soft() {
            dash_before |= token.text == "—";
            continue;
        }
        let last = items.last().map(|item| tokens[item.token].kind);
        let repeats =
            token.kind == Kind::Ellipsis && (last == Some(Kind::Ellipsis) || last.is_none());
        let is_stray = matches!(token.kind, Kind::Open | Kind::Close) && !inside[at];
        if !repeats && !is_stray {
            items.push(Item { token: at, bracketed: inside[at], dash_before });
        }
        dash_before = false;
    }
    while items.last().is_some_and(|item| tokens[item.token].kind == Kind::Ellipsis) {
        items.pop();
    }
    items
}

/// Which tokens stand inside a pair of brackets, the brackets included; a bracket without its pair is none.
fn bracketed(tokens: &[Token]) -> Vec<bool> {
    let mut inside = vec![false; tokens.len()];
    let mut open = None;
    for (at, token) in tokens.iter().enumerate() {
        match (token.kind, open) {
            (Kind::Open, None) => open = Some(at),
            (Kind::Close, Some(from)) => {
                inside[from..=at].fill(true);
                open = None;
            }
            _ => {}
        }
    }
    inside
}
