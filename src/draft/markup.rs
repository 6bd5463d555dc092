//! HTML in a draft: its tags and comments are no prose, and the words between them are what a reader sees.

use crate::span::Span;
use crate::text::entities::entity;

/// A stretch of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'d> {
    /// Words that are shown.
    Words(Span),
    /// A letter that is written as an entity.
    Letter(char, Span),
    /// A tag, without its angle brackets: `p class="a"`, `/p`.
    Tag(&'d str, Span),
    /// A comment with its marks.
    Comment(Span),
}

/// Where in HTML the reading stands: a comment and a tag may run over several lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Words,
    /// What began at this byte: a comment, a tag, an instruction.
    Open(usize, Kind),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Comment,
    Instruction,
    /// A tag, or a declaration; the mark around the value of an attribute, where one is open.
    Tag(Option<char>),
}

/// HTML that is read piece by piece, a line each, since what holds it may stand between.
#[derive(Debug, Default)]
pub(super) struct Markup {
    within: Within,
}

impl Markup {
    /// Reads the next piece.
    pub fn read<'d>(&mut self, draft: &'d str, piece: Span) -> Vec<Part<'d>> {
        let mut found = Vec::new();
        let mut at = piece.start;
        while at < piece.end {
            let rest = &draft[at..piece.end];
            at += match self.within {
                Within::Words => self.words(rest, at, &mut found),
                Within::Open(start, kind) => {
                    let (len, kind) = inside(rest, kind);
                    if let Some(kind) = kind {
                        self.within = Within::Open(start, kind);
                    } else {
                        self.within = Within::Words;
                        found.extend(closed(draft, Span::new(start, at + len)));
                    }
                    len
                }
            };
        }
        found
    }

    /// Ends what is open, and gives the comment that nothing closed.
    pub fn finish(&mut self) -> Option<usize> {
        match std::mem::take(&mut self.within) {
            Within::Open(start, Kind::Comment) => Some(start),
            _ => None,
        }
    }

    /// The words up to the next tag or comment; gives how many bytes were read.
    fn words(&mut self, rest: &str, at: usize, found: &mut Vec<Part<'_>>) -> usize {
        if let Some(kind) = opened(rest) {
            self.within = Within::Open(at, kind);
            // A browser takes `<!-->` for a whole comment.
            return if kind == Kind::Comment { "<!".len() } else { 1 };
        }
        let written = rest.starts_with('&').then(|| entity(rest)).flatten();
        if let Some((letter, len)) = written {
            found.push(Part::Letter(letter, Span::new(at, at + len)));
            return len;
        }
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let len = rest[first..].find(['<', '&']).map_or(rest.len(), |end| first + end);
        found.push(Part::Words(Span::new(at, at + len)));
        len
    }
}

/// What a text opens with.
fn opened(text: &str) -> Option<Kind> {
    let after = text.strip_prefix('<')?;
    if after.starts_with("!--") {
        return Some(Kind::Comment);
    }
    if after.starts_with('?') {
        return Some(Kind::Instruction);
    }
    let is_tag = after.strip_prefix(['/', '!']).unwrap_or(after);
    is_tag.starts_with(|letter: char| letter.is_ascii_alphabetic()).then_some(Kind::Tag(None))
}

/// How much of a text is still inside what is open, and what is open after that.
fn inside(text: &str, kind: Kind) -> (usize, Option<Kind>) {
    let up_to = |end: &str| text.find(end).map(|at| at + end.len());
    match kind {
        Kind::Comment => up_to("-->").map_or((text.len(), Some(kind)), |len| (len, None)),
        Kind::Instruction => up_to("?>").map_or((text.len(), Some(kind)), |len| (len, None)),
        Kind::Tag(Some(mark)) => match text.find(mark) {
            Some(at) => (at + mark.len_utf8(), Some(Kind::Tag(None))),
            None => (text.len(), Some(kind)),
        },
        Kind::Tag(None) => match text.find(['>', '"', '\'']) {
            Some(at) if text[at..].starts_with('>') => (at + 1, None),
            Some(at) => (at + 1, Some(Kind::Tag(text[at..].chars().next()))),
            None => (text.len(), Some(kind)),
        },
    }
}

fn closed(draft: &str, span: Span) -> Option<Part<'_>> {
    let text = &draft[span.range()];
    if text.starts_with("<!--") {
        return Some(Part::Comment(span));
    }
    let tag = text.strip_prefix('<')?.strip_suffix('>')?;
    (!tag.starts_with(['!', '?'])).then_some(Part::Tag(tag, span))
}

/// What a tag makes of the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// It parts paragraphs.
    Parts,
    /// It begins a heading.
    Heading,
    /// It begins an item of a list.
    Item,
    /// It begins a cell of a table.
    Cell,
    /// It breaks the line.
    Breaks,
    /// What it holds is no prose: code, a script; the flag says whether something is seen in its place.
    Hides(bool),
    /// A picture: something is seen that is no word.
    Shows,
    /// It sets its words in quotation marks.
    Quotes,
    /// It sets its words higher: a note's mark, an exponent.
    Raises,
    /// None.
    Nothing,
}

/// The name of a tag, in lower case, and whether it closes.
pub(super) fn name(tag: &str) -> (String, bool) {
    let bare = tag.strip_prefix('/');
    let rest = bare.unwrap_or(tag);
    let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
    (rest[..end].to_ascii_lowercase(), bare.is_some())
}

/// What a tag of this name does.
pub(super) fn effect(name: &str) -> Effect {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "legend" | "summary" => Effect::Heading,
        "li" | "dd" | "dt" => Effect::Item,
        "td" | "th" => Effect::Cell,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center"
        | "details" | "dialog" | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "header" | "hr" | "html" | "main" | "menu" | "nav" | "ol" | "p" | "section"
        | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" => Effect::Parts,
        "br" | "wbr" => Effect::Breaks,
        "head" | "script" | "style" | "template" | "textarea" | "title" | "pre" | "select"
        | "object" | "iframe" | "audio" | "video" | "del" | "s" | "strike" => Effect::Hides(false),
        "code" | "kbd" | "samp" | "tt" | "svg" | "math" | "canvas" => Effect::Hides(true),
        "img" => Effect::Shows,
        "q" => Effect::Quotes,
        "sup" => Effect::Raises,
        _ => Effect::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::{Markup, Part, effect, name};
    use crate::draft::markup::Effect;
    use crate::span::Span;

    #[test]
    fn words_stand_between_tags_and_comments() {
        let shown = |pieces: &[&str]| -> String {
            let draft = pieces.concat();
            let (mut markup, mut at, mut shown) = (Markup::default(), 0, String::new());
            for piece in pieces {
                let span = Span::new(at, at + piece.len());
                at = span.end;
                for part in markup.read(&draft, span) {
                    match part {
                        Part::Words(span) => shown.push_str(&draft[span.range()]),
                        Part::Letter(letter, _) => shown.push(letter),
                        Part::Tag(tag, _) => shown.extend(["[", &name(tag).0, "]"]),
                        Part::Comment(_) => shown.push('#'),
                    }
                }
            }
            shown
        };
        let cases: [(&str, &[&str], &str); 10] = [
            ("a comment and words", &["<!-- a --> b"], "# b"),
            ("a comment over lines", &["<!-- a\n", "b --> c"], "# c"),
            ("a tag over lines", &["<p class='x'\n", " id=y>c</p>"], "[p]c[p]"),
            ("an angle in an attribute", &["<a title=\"x > y\">c</a>"], "[a]c[a]"),
            ("an entity", &["<p>&ldquo;a&nbsp;b&amp;c&rdquo; & d"], "[p]“a\u{a0}b&c” & d"),
            ("less than", &["1 < 2 <3"], "1 < 2 <3"),
            ("a declaration", &["<!DOCTYPE html>a"], "a"),
            ("an instruction", &["<?php a > b ?>c"], "c"),
            ("unclosed", &["a <!-- b"], "a "),
            ("a short comment", &["<!-->a"], "#a"),
        ];
        for (case, pieces, expected) in cases {
            assert_eq!(shown(pieces), expected, "{case}");
        }
    }

    #[test]
    fn what_nothing_closes_is_told() {
        let mut markup = Markup::default();
        markup.read("a <!-- b", Span::new(0, 8));
        assert_eq!(markup.finish(), Some(2));
        assert_eq!(markup.finish(), None, "it is ended");
        markup.read("a <b", Span::new(0, 4));
        assert_eq!(markup.finish(), None, "no comment");
    }

    #[test]
    fn tags_are_known_by_their_names() {
        assert_eq!(name("/P"), ("p".to_owned(), true));
        assert_eq!(name("h2 id=a"), ("h2".to_owned(), false));
        assert_eq!(effect("h2"), Effect::Heading);
        assert_eq!(effect("span"), Effect::Nothing);
    }
}
