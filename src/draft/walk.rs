//! Markdown events to prose: what a reader reads as running text, and the comments beside it.

use std::collections::HashSet;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::page::{Page, Passage, Setting};
use crate::span::Span;

/// Stands for code, an image or a formula in the prose: something is there that is no word.
pub(super) const NO_WORD: &str = "\u{fffc}";

/// What the walk over a draft's Markdown brings home.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub page: Page,
    /// HTML comments and tags, as bytes of the draft, with how many passages went before.
    pub html: Vec<(Span, usize)>,
    /// Footnote labels with a definition of their own.
    pub defined: HashSet<String>,
    /// References to such footnotes.
    pub references: Vec<(String, Span)>,
}

/// Reads a Markdown draft.
pub(super) fn walk(draft: &str) -> Walk {
    let start = front_matter(draft);
    let mut walker = Walker::default();
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
/// lines of `---` or `+++`.
fn front_matter(draft: &str) -> usize {
    let start = if draft.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = draft[start..].split_inclusive('\n');
    let Some(fence @ ("---" | "+++")) = lines.next().map(str::trim_end) else { return start };
    let mut at = start + draft[start..].find('\n').map_or(0, |end| end + 1);
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
struct Walker {
    found: Walk,
    /// What the open lists, footnotes and block quotations make of a paragraph, innermost last.
    open: Vec<Setting>,
    /// How many open tags hold what is not prose.
    silent: usize,
    /// For each open link, whether its words are only its target.
    bare: Vec<bool>,
    /// For each open block quotation, whether it quotes somebody.
    blocks: Vec<bool>,
    /// Where the open passage began in the page.
    begun: Option<(usize, Setting)>,
}

impl Walker {
    fn take(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.start_tag(&tag, range),
            Event::End(tag) => self.end_tag(tag),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.found.html.push((range, self.found.page.passages.len()));
            }
            _ if self.silent > 0 => {}
            Event::Text(words) => self.add(&words, range, words.len() == range.len()),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.add(NO_WORD, range, false);
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
            Tag::Paragraph => self.begin(self.open.last().copied().unwrap_or(Setting::Paragraph)),
            Tag::Heading { .. } => self.begin(Setting::Heading),
            Tag::TableCell => self.begin(Setting::Cell),
            Tag::List(_) => self.end_passage(),
            Tag::Item => self.hold(Setting::Item),
            Tag::FootnoteDefinition(label) => {
                self.found.defined.insert(label.to_string());
                self.hold(Setting::Footnote);
            }
            Tag::BlockQuote(kind) => {
                self.end_passage();
                // A note or a warning of GitHub's is set as a block quotation, and quotes nobody.
                let quotes = kind.is_none();
                if quotes && !self.blocks.contains(&true) {
                    self.found.page.blocks.push(range);
                }
                self.blocks.push(quotes);
                self.hold(Setting::Paragraph);
            }
            Tag::Image { .. } => self.hush(range),
            Tag::Link { link_type, .. } => {
                let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.bare.push(bare);
                if bare {
                    self.hush(range);
                }
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.end_passage();
                self.silent += 1;
            }
            _ => {}
        }
    }

    fn end_tag(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.end_passage(),
            TagEnd::Item | TagEnd::FootnoteDefinition => self.release(),
            TagEnd::BlockQuote(_) => {
                self.release();
                self.blocks.pop();
            }
            TagEnd::Link if self.bare.pop() != Some(true) => {}
            TagEnd::Link
            | TagEnd::Image
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_) => self.silent = self.silent.saturating_sub(1),
            _ => {}
        }
    }

    fn hold(&mut self, setting: Setting) {
        self.end_passage();
        self.open.push(setting);
    }

    fn release(&mut self) {
        self.end_passage();
        self.open.pop();
    }

    /// A target or a picture: it stands in the sentence and is no word of it.
    fn hush(&mut self, range: Span) {
        if self.silent == 0 {
            self.add(NO_WORD, range, false);
        }
        self.silent += 1;
    }

    fn begin(&mut self, setting: Setting) {
        self.end_passage();
        self.begun = Some((self.found.page.text.len(), setting));
    }

    /// Adds words to the open passage; an item of a tight list opens one without a paragraph.
    fn add(&mut self, words: &str, range: Span, literal: bool) {
        if self.begun.is_none() {
            self.begin(self.open.last().copied().unwrap_or(Setting::Paragraph));
        }
        self.found.page.push(words, range, literal);
    }

    fn end_passage(&mut self) {
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
