//! Markdown events to prose: what a reader reads as running text, and the comments beside it.

mod html;

use std::collections::HashSet;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::markup::Markup;
use super::page::{NO_WORD, Page, Passage, Setting};
use crate::span::Span;

/// What the walk over a draft's Markdown brings home.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub page: Page,
    /// Its comments.
    pub comments: Vec<Comment>,
    /// Where a comment begins that nothing closes, and hides the rest of the draft.
    pub endless: Option<usize>,
    /// Footnote labels with a definition of their own.
    pub defined: HashSet<String>,
    /// References to such footnotes.
    pub references: Vec<(String, Span)>,
}

/// An HTML comment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comment {
    /// Bytes of the draft, with its marks.
    pub span: Span,
    /// How many passages went before.
    pub before: usize,
    /// The item or footnote that holds it.
    pub holder: Option<Span>,
}

/// Reads a Markdown draft.
pub(super) fn walk(draft: &str) -> Walk {
    let start = front_matter(draft);
    let mut walker = Walker { draft, ..Walker::default() };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    for (event, range) in Parser::new_ext(&draft[start..], options).into_offset_iter() {
        walker.take(event, Span::new(range.start + start, range.end + start));
    }
    walker.end_passage();
    walker.found
}

/// Where the prose begins after YAML or TOML front matter, which stands at the very start between
/// lines of `---` or `+++`. A blank line behind `---` makes it a rule across the page, as pandoc reads it.
fn front_matter(draft: &str) -> usize {
    let start = if draft.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = draft[start..].split_inclusive('\n');
    let Some(fence @ ("---" | "+++")) = lines.next().map(str::trim_end) else { return start };
    let mut at = start + draft[start..].find('\n').map_or(0, |end| end + 1);
    let mut lines = lines.peekable();
    if fence == "---" && lines.peek().is_some_and(|line| line.trim().is_empty()) {
        return start;
    }
    for line in lines {
        at += line.len();
        let word = line.trim_end();
        if word == fence || (fence == "---" && word == "...") {
            return at;
        }
    }
    start
}

#[derive(Debug, Default)]
struct Walker<'d> {
    draft: &'d str,
    found: Walk,
    /// What the open lists, footnotes and block quotations make of a paragraph, and their bytes, innermost last.
    open: Vec<(Setting, Span)>,
    /// How many open tags hold what is not prose.
    silent: usize,
    /// For each open link, whether its words are only its target.
    bare: Vec<bool>,
    /// For each open block quotation, whether it quotes somebody.
    blocks: Vec<bool>,
    /// Where the open passage began in the page.
    begun: Option<(usize, Setting)>,
    /// The HTML that is read, whatever it runs over.
    markup: Markup,
    /// The HTML tags that are open and whose words are no prose.
    hidden: Vec<String>,
    /// Where `<sup>` raised words: in the page, and in the draft.
    raised: Option<(usize, usize)>,
    /// Where HTML ended whose last words the next line may go on from.
    loose: Option<usize>,
}

impl Walker<'_> {
    fn take(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.start_tag(&tag, range),
            Event::End(TagEnd::HtmlBlock) => {
                self.end_html();
                self.loose = Some(range.end);
            }
            Event::End(tag) => self.end_tag(tag),
            Event::Html(_) | Event::InlineHtml(_) => self.read_html(range),
            _ if self.silent > 0 || !self.hidden.is_empty() => {}
            Event::Text(words) => self.add(&words, range, words.len() == range.len()),
            Event::Code(seen) | Event::InlineMath(seen) | Event::DisplayMath(seen) => {
                self.add_no_word(&seen, range);
            }
            Event::SoftBreak | Event::HardBreak => self.add(" ", range, false),
            Event::FootnoteReference(label) => {
                self.found.references.push((label.into_string(), range));
            }
            Event::Rule => self.end_passage(),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start_tag(&mut self, tag: &Tag<'_>, range: Span) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock if self.goes_on(range.start) => {}
            Tag::Paragraph => self.begin(self.setting()),
            Tag::Heading { .. } => self.begin(Setting::Heading),
            Tag::TableCell => self.begin(Setting::Cell),
            Tag::List(_) | Tag::HtmlBlock => self.end_passage(),
            Tag::Item => self.hold(Setting::Item, range),
            Tag::FootnoteDefinition(label) => {
                self.found.defined.insert(label.to_string());
                self.hold(Setting::Footnote, range);
            }
            Tag::BlockQuote(kind) => {
                self.end_passage();
                // A note or a warning of GitHub's is set as a block quotation, and quotes nobody.
                let quotes = kind.is_none();
                if quotes && !self.blocks.contains(&true) {
                    self.found.page.blocks.push(range);
                }
                self.blocks.push(quotes);
                self.hold(Setting::Paragraph, range);
            }
            Tag::Image { .. } => self.hush("", range),
            Tag::Link { link_type, .. } => {
                let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.bare.push(bare);
                if bare {
                    let address = self.draft[range.range()].trim_matches(['<', '>']);
                    self.hush(address, range);
                }
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.end_passage();
                self.silent += 1;
            }
            // What is struck out is not said.
            Tag::Strikethrough => self.silent += 1,
            _ => {}
        }
    }

    fn end_tag(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => {
                self.end_html();
                self.end_passage();
            }
            TagEnd::Item | TagEnd::FootnoteDefinition => self.release(),
            TagEnd::BlockQuote(_) => {
                self.release();
                self.blocks.pop();
            }
            TagEnd::Link if self.bare.pop() != Some(true) => {}
            TagEnd::Link
            | TagEnd::Image
            | TagEnd::CodeBlock
            | TagEnd::Strikethrough
            | TagEnd::MetadataBlock(_) => self.silent = self.silent.saturating_sub(1),
            _ => {}
        }
    }

    fn hold(&mut self, setting: Setting, range: Span) {
        self.end_passage();
        self.open.push((setting, range));
    }

    /// What a paragraph is here.
    fn setting(&self) -> Setting {
        self.open.last().map_or(Setting::Paragraph, |(setting, _)| *setting)
    }

    fn release(&mut self) {
        self.end_passage();
        self.open.pop();
    }

    /// A target or a picture: it stands in the sentence and is no word of it.
    fn hush(&mut self, seen: &str, range: Span) {
        if self.silent == 0 && self.hidden.is_empty() {
            self.add_no_word(seen, range);
        }
        self.silent += 1;
    }

    fn begin(&mut self, setting: Setting) {
        self.end_passage();
        self.begun = Some((self.found.page.text.len(), setting));
    }

    /// Adds what is no word, and what is seen there.
    fn add_no_word(&mut self, seen: &str, range: Span) {
        self.add(NO_WORD, range, false);
        let place = self.found.page.text.len() - NO_WORD.len();
        self.found.page.seen.push((place, seen.to_owned()));
    }

    /// Adds words to the open passage; an item of a tight list opens one without a paragraph.
    fn add(&mut self, words: &str, range: Span, literal: bool) {
        if self.begun.is_none() {
            self.begin(self.setting());
        }
        self.found.page.push(words, range, literal);
    }

    fn end_passage(&mut self) {
        self.loose = None;
        let Some((start, setting)) = self.begun.take() else { return };
        let page = &mut self.found.page;
        if page.text[start..].trim().is_empty() {
            page.cut(start);
            return;
        }
        let block = self.blocks.contains(&true).then(|| page.blocks.len().saturating_sub(1));
        let text = Span::new(start, page.text.len());
        page.passages.push(Passage { setting, text, block });
        page.text.push('\n');
    }
}
