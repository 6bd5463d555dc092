//! One article through the engine: what it renders, as prose.

use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{
    Display, FontStyle, FontWeight, IndependentStyle, Locale as Terms, LocaleCode, json::Item,
    json::Value,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild,
    ElemChildren, ElemMeta, Formatting, LocatorPayload, SpecificLocator,
};

use crate::cite::ENGINE;
use crate::cite::doubt::Doubt;
use crate::cite::prose::{Address, Face, Piece, Prose};

/// What the engine is asked.
pub struct Question<'a> {
    /// The article.
    pub item: &'a Item,
    /// `7`, or `3, 7`.
    pub place: Option<&'a str>,
    /// Where the article's own address leads.
    pub address: Option<&'a Address>,
}

/// The cite and, where the style has one, the entry of a list of references.
pub struct Rendered {
    /// As the style cites in a text or in a note.
    pub cite: Prose,
    /// As it lists.
    pub entry: Option<Prose>,
}

/// Asks the engine.
///
/// # Errors
/// When it panics.
pub fn render(
    question: &Question<'_>,
    style: &IndependentStyle,
    code: &LocaleCode,
    terms: &[Terms],
) -> Result<Rendered, Doubt> {
    std::thread::scope(|scope| {
        let engine = std::thread::Builder::new().name(ENGINE.to_owned());
        let work = engine.spawn_scoped(scope, || rendered(question, style, code, terms));
        work.map_err(|_| Doubt::Failure)?.join().map_err(|_| Doubt::Failure)
    })
}

fn rendered(
    question: &Question<'_>,
    style: &IndependentStyle,
    code: &LocaleCode,
    terms: &[Terms],
) -> Rendered {
    let place =
        question.place.map(|place| SpecificLocator(Locator::Paragraph, LocatorPayload::Str(place)));
    let cited = CitationItem::new(question.item, place, None, false, None);
    let mut driver = BibliographyDriver::new();
    // A note of its own, the first of its text: cited in full.
    let first = Some(1);
    driver.citation(CitationRequest::new(vec![cited], style, Some(code.clone()), terms, first));
    let rendered = driver.finish(BibliographyRequest::new(style, Some(code.clone()), terms));
    let prose = |of: &ElemChildren| {
        let mut prose = Prose::default();
        pour(of, question, &mut prose);
        tidy(prose)
    };
    Rendered {
        cite: rendered.citations.first().map(|cited| prose(&cited.citation)).unwrap_or_default(),
        // A first field that is set apart holds the number or label of the list, which nobody has here.
        entry: rendered
            .bibliography
            .and_then(|list| list.items.first().map(|entry| prose(&entry.content))),
    }
}

/// Pours what the engine built into prose. The number of an entry is left out: there is no list here.
fn pour(from: &ElemChildren, question: &Question<'_>, into: &mut Prose) {
    for child in &from.0 {
        match child {
            ElemChild::Text(words) => {
                into.push(Piece::Words(face(words.formatting), words.text.clone()));
            }
            ElemChild::Elem(elem) => {
                let is_margin = elem.display == Some(Display::LeftMargin);
                let is_number = elem.meta == Some(ElemMeta::CitationNumber)
                    || is_margin && elem.children.find_meta(&ElemMeta::CitationNumber).is_some();
                if !is_number {
                    pour(&elem.children, question, into);
                }
            }
            ElemChild::Markup(words) => {
                into.push(Piece::Words(Face::Upright, words.clone()));
            }
            ElemChild::Link { text, url } => {
                let own = question.item.0.get("URL").and_then(Value::to_str);
                let is_own = own.is_some_and(|own| own == url.as_str());
                into.push(match question.address.filter(|_| is_own) {
                    Some(address) => {
                        Piece::Link { address: address.clone(), shown: Some(text.text.clone()) }
                    }
                    None => Piece::Words(face(text.formatting), text.text.clone()),
                });
            }
            // Only a consumer that asks for them gets any.
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn face(formatting: Formatting) -> Face {
    if formatting.font_style == FontStyle::Italic {
        Face::Italic
    } else if formatting.font_weight == FontWeight::Bold {
        Face::Bold
    } else {
        Face::Upright
    }
}

/// Doubled punctuation that other processors of the same styles do not print, and what it should be.
const DOUBLED: [(&str, &str); 10] = [
    ("?.", "?"),
    ("!.", "!"),
    ("?,", "?"),
    ("!,", "!"),
    ("?”.", "?”"),
    ("!”.", "!”"),
    (".”.", ".”"),
    (",.", "."),
    (",)", ")"),
    ("..", "."),
];

/// The same without doubled punctuation and blanks, also where one piece ends and the next begins.
fn tidy(mut prose: Prose) -> Prose {
    let has_ellipsis = prose.words().contains("...");
    let mut before = String::new();
    for piece in prose.pieces_mut() {
        let Piece::Words(_, words) = piece else {
            piece.shown().clone_into(&mut before);
            continue;
        };
        let mut kept = String::with_capacity(words.len());
        for letter in words.chars() {
            before.push(letter);
            kept.push(letter);
            if letter == ' ' && before.ends_with("  ") {
                kept.pop();
                before.pop();
            }
            for (doubled, single) in DOUBLED {
                if before.ends_with(doubled) && !(has_ellipsis && doubled == "..") {
                    shorten(&mut kept, doubled, single);
                    shorten(&mut before, doubled, single);
                }
            }
        }
        *words = kept;
    }
    trim(prose)
}

fn shorten(text: &mut String, doubled: &str, single: &str) {
    if text.ends_with(doubled) {
        text.truncate(text.len() - doubled.len());
        text.push_str(single);
    } else if doubled.starts_with(single) || doubled == ",." {
        // What is kept stands in the piece before; only the last mark stands here.
        text.pop();
    }
}

fn trim(mut prose: Prose) -> Prose {
    if let Some(Piece::Words(_, words)) = prose.pieces_mut().first_mut() {
        *words = words.trim_start().to_owned();
    }
    if let Some(Piece::Words(_, words)) = prose.pieces_mut().last_mut() {
        *words = words.trim_end().to_owned();
    }
    let mut trimmed = Prose::default();
    prose.pieces().iter().for_each(|piece| trimmed.push(piece.clone()));
    trimmed
}

#[cfg(test)]
mod tests {
    use hayagriva::citationberg::LocaleCode;

    use super::{Question, render, tidy};
    use crate::cite::csl::load::{archived, terms};
    use crate::cite::doubt::Doubt;
    use crate::cite::locale::Locale;
    use crate::cite::prose::{Face, Piece, Prose};

    #[test]
    fn a_bug_of_the_engine_is_answered_and_not_passed_on() {
        let range =
            r#"{"id":"a","type":"book","title":"T","issued":{"date-parts":[[2024],[2025]]}}"#;
        let item = serde_json::from_str(range).expect("is an item");
        let question = Question { item: &item, place: None, address: None };
        let style = archived("ieee").expect("is there");
        let code = LocaleCode("en-US".to_owned());
        let answer = render(&question, &style, &code, &[terms(Locale::EnUs)]);
        assert_eq!(answer.err(), Some(Doubt::Failure));
    }

    #[test]
    fn doubled_punctuation_is_single() {
        let cases = [
            ("“Why?.” The Gazette", "“Why?” The Gazette"),
            ("“Why?,” The Gazette", "“Why?” The Gazette"),
            ("Bellandi (2025,).", "Bellandi (2025)."),
            ("“T.”. https", "“T.” https"),
            ("The Gazette,.", "The Gazette."),
            ("[Online].  Available", "[Online]. Available"),
            (" Wait... what ", "Wait... what"),
        ];
        for (doubled, single) in cases {
            assert_eq!(tidy(Prose::of(doubled)).words(), single);
        }
        let italic = Prose::default().with(Piece::Words(Face::Italic, "Why?".to_owned()));
        assert_eq!(tidy(italic.and(". In")).words(), "Why? In");
    }
}
