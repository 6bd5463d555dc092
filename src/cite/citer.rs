//! A claim cited: what is said of it, and the reference, put together in a form.

use crate::cite::doubt::Doubt;
use crate::cite::draw::{TextFormat, draw};
use crate::cite::fragment::{self, Printed};
use crate::cite::locale::Locale;
use crate::cite::phrases::Phrases;
use crate::cite::prose::{Address, Block, Piece, Prose};
use crate::cite::reference::{plain, unknown};
use crate::cite::said::Said;
use crate::cite::style::Style;
use crate::ledger::{Article, Claim, Head};

/// The form of a citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Printed words as a block quotation, who is credited under them, the reference in a footnote
    #[default]
    Block,
    /// A sentence, and a footnote that says who is quoted in what
    Footnote,
    /// A sentence with the cite in brackets
    Inline,
    /// A sentence with a cite that pandoc sets in any style
    Pandoc,
}

/// Cites claims in one form, style and language.
pub struct Citer {
    form: Form,
    style: Style,
    phrases: Phrases,
}

/// A claim cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// What is printed.
    pub blocks: Vec<Block>,
    /// Why the plain reference stands in it in place of the style's.
    pub doubt: Option<Doubt>,
}

/// A reference, and how more is added to it.
struct Reference {
    prose: Prose,
    /// What is to be said beside it: what is not known, the paragraph, the address.
    beside: Vec<Prose>,
    is_plain: bool,
    doubt: Option<Doubt>,
}

/// The claim in Markdown as a block with its footnote, in the plain style and in English.
pub fn markdown(claim: &Claim, head: &Head) -> String {
    let citer = Citer::new(Form::Block, Style::Plain, Locale::EnUs);
    draw(&citer.cite(claim, head, None).blocks, TextFormat::Markdown)
}

impl Citer {
    /// Cites in this form, style and language.
    pub fn new(form: Form, style: Style, locale: Locale) -> Self {
        Self { form, style, phrases: locale.phrases() }
    }

    /// Cites a claim of this file; with the article's saved text its link leads to this passage and to no
    /// other that begins alike.
    pub fn cite(&self, claim: &Claim, head: &Head, saved: Option<&Printed<'_>>) -> Cited {
        let said = Said::of(claim, head, &self.phrases);
        let to = fragment::address(&head.article, claim.passages.first(), saved).map(Address);
        match self.form {
            Form::Block => self.in_block(claim, head, &said, to),
            Form::Footnote => self.in_footnote(claim, head, &said, to),
            Form::Inline => self.in_line(claim, head, &said, to),
            Form::Pandoc => {
                Cited { blocks: vec![self.for_pandoc(claim, head, &said)], doubt: None }
            }
        }
    }

    /// The article's entry in a list of references; none where each cite holds the whole reference.
    pub fn listed(&self, article: &Article) -> Option<Cited> {
        if self.form != Form::Inline || !self.lists() {
            return None;
        }
        // A cite that is not trusted is given as the whole plain reference.
        if let Some(Err(_)) = self.in_text(article, &[]) {
            return None;
        }
        let Reference { prose, beside, is_plain, doubt } =
            self.reference(article, &[], page_of(article));
        let entry = if is_plain { prose } else { bracketed(prose, beside) };
        Some(Cited { blocks: vec![Block::Paragraph(entry)], doubt })
    }

    fn lists(&self) -> bool {
        matches!(&self.style, Style::Csl(engine) if engine.cites_by_author())
    }

    fn in_block(&self, claim: &Claim, head: &Head, said: &Said<'_>, to: Option<Address>) -> Cited {
        let mark = Piece::Mark(claim.id.clone());
        let body = if said.is_quotation() {
            Block::Quotation { words: said.words(), by: said.line().with(mark) }
        } else {
            Block::Paragraph(said.reported().with(mark))
        };
        let (note, doubt) = self.note((claim, to), head, said, Prose::default());
        Cited { blocks: vec![body, Block::Note(claim.id.clone(), note)], doubt }
    }

    fn in_footnote(
        &self,
        claim: &Claim,
        head: &Head,
        said: &Said<'_>,
        to: Option<Address>,
    ) -> Cited {
        let body = said.sentence().with(Piece::Mark(claim.id.clone()));
        let lead = Prose::of(said.lead_to_reference()).and(" ");
        let (note, doubt) = self.note((claim, to), head, said, lead);
        let blocks = vec![Block::Paragraph(body), Block::Note(claim.id.clone(), note)];
        Cited { blocks, doubt }
    }

    fn in_line(&self, claim: &Claim, head: &Head, said: &Said<'_>, to: Option<Address>) -> Cited {
        let paragraphs = paragraphs(claim);
        let (cite, doubt) = match self.in_text(&head.article, &paragraphs) {
            Some(Ok(cite)) => (cite, None),
            Some(Err(doubt)) => {
                let Reference { prose, beside, .. } = self.plain(&head.article, &paragraphs, to);
                (with_commas(prose, beside), Some(doubt))
            }
            None => {
                let reference = self.reference(&head.article, &paragraphs, to);
                let Reference { prose, beside, is_plain, doubt } = reference;
                let prose = if is_plain { prose } else { without_stop(prose) };
                (with_commas(prose, beside), doubt)
            }
        };
        let lead = said.lead_to_reference();
        let cite = with_asides(Prose::of(" (").and(lead).and(" ").then(cite), said).and(")");
        Cited { blocks: vec![Block::Paragraph(said.sentence().then(cite))], doubt }
    }

    fn for_pandoc(&self, claim: &Claim, head: &Head, said: &Said<'_>) -> Block {
        let place = self.phrases.short_place(&paragraphs(claim));
        let place = place.map(|place| format!(", {place}")).unwrap_or_default();
        // Pandoc takes a `;` for the end of a cite even in a name; a comma reads the same.
        let lead = said.lead_to_reference().replace(';', ",");
        let key = Piece::Key(head.article.id.clone());
        let cite = Prose::of(lead).and(" ").with(key).and(place);
        let mut text = said.sentence().and(" ").with(Piece::Open).then(cite).with(Piece::Close);
        let asides = said.asides();
        if !asides.is_empty() {
            text = joined(text.and(" ("), asides, "; ").and(")");
        }
        Block::Paragraph(text)
    }

    /// The note of a claim: what leads to the reference, the reference, and what is beside it.
    fn note(
        &self,
        (claim, to): (&Claim, Option<Address>),
        head: &Head,
        said: &Said<'_>,
        lead: Prose,
    ) -> (Prose, Option<Doubt>) {
        let Reference { prose, beside, is_plain, doubt } =
            self.reference(&head.article, &paragraphs(claim), to);
        let note = if is_plain {
            with_asides(with_commas(lead.then(prose), beside), said).and(".")
        } else {
            bracketed(lead.then(prose), beside.into_iter().chain(said.asides()).collect())
        };
        (note, doubt)
    }

    fn reference(
        &self,
        article: &Article,
        paragraphs: &[u32],
        address: Option<Address>,
    ) -> Reference {
        let Style::Csl(engine) = &self.style else {
            return self.plain(article, paragraphs, address);
        };
        let place = locator(paragraphs);
        match engine.entry(article, place.as_deref(), address.as_ref()) {
            Ok(entry) => {
                let place = self.phrases.place(paragraphs).filter(|_| !entry.says_place);
                let mut beside: Vec<Prose> = [place, unknown(article, &self.phrases)]
                    .into_iter()
                    .flatten()
                    .map(Prose::of)
                    .collect();
                let address = address.filter(|_| !entry.prose.has_link());
                beside.extend(address.map(link));
                Reference { prose: entry.prose, beside, is_plain: false, doubt: None }
            }
            Err(doubt) => {
                Reference { doubt: Some(doubt), ..self.plain(article, paragraphs, address) }
            }
        }
    }

    /// The cite in a text of a style that has one, or why it is not trusted.
    fn in_text(&self, article: &Article, paragraphs: &[u32]) -> Option<Result<Prose, Doubt>> {
        let Style::Csl(engine) = &self.style else {
            return None;
        };
        let entry = engine.in_text(article, locator(paragraphs).as_deref()).transpose()?;
        Some(entry.map(|entry| {
            let place = self.phrases.short_place(paragraphs).filter(|_| !entry.says_place);
            with_commas(entry.prose, place.into_iter().map(Prose::of).collect())
        }))
    }

    fn plain(&self, article: &Article, paragraphs: &[u32], address: Option<Address>) -> Reference {
        let place = self.phrases.place(paragraphs).map(Prose::of);
        Reference {
            prose: Prose::of(plain(article, &self.phrases)),
            beside: place.into_iter().chain(address.map(link)).collect(),
            is_plain: true,
            doubt: None,
        }
    }
}

fn paragraphs(claim: &Claim) -> Vec<u32> {
    claim.passages.iter().map(|passage| passage.paragraph.get()).collect()
}

/// The paragraphs as a style is given them.
fn locator(paragraphs: &[u32]) -> Option<String> {
    let listed: Vec<String> = paragraphs.iter().map(u32::to_string).collect();
    (!listed.is_empty()).then(|| listed.join(", "))
}

fn page_of(article: &Article) -> Option<Address> {
    fragment::address(article, None, None).map(Address)
}

fn link(address: Address) -> Prose {
    Prose::default().with(Piece::Link { address, shown: None })
}

fn with_commas(prose: Prose, beside: Vec<Prose>) -> Prose {
    beside.into_iter().fold(prose, |prose, part| prose.and(", ").then(part))
}

fn with_asides(prose: Prose, said: &Said<'_>) -> Prose {
    said.asides().into_iter().fold(prose, |prose, aside| prose.and("; ").then(aside))
}

fn joined(prose: Prose, parts: Vec<Prose>, between: &str) -> Prose {
    parts
        .into_iter()
        .enumerate()
        .fold(prose, |prose, (at, part)| prose.and(if at == 0 { "" } else { between }).then(part))
}

/// A style's reference stands as the style ends it; what is ours follows in brackets.
fn bracketed(prose: Prose, beside: Vec<Prose>) -> Prose {
    if beside.is_empty() { prose } else { joined(prose.and(" ("), beside, "; ").and(")") }
}

/// A reference that goes on in a sentence loses its full stop, but never that of an abbreviation.
fn without_stop(mut prose: Prose) -> Prose {
    let words = prose.words();
    let before = words.chars().rev().nth(1);
    let ends_sentence = before.is_some_and(|letter| !letter.is_alphabetic() && letter != '.');
    let follows_link = matches!(prose.pieces(), [.., Piece::Link { .. }, Piece::Words(..)]);
    if let Some(Piece::Words(_, words)) = prose.pieces_mut().last_mut()
        && words.ends_with('.')
        && (ends_sentence || follows_link && words == ".")
    {
        words.pop();
    }
    prose
}

#[cfg(test)]
mod tests;
