//! The judge at work: tables of named cases are its documentation.

mod properties;
mod table;

use std::sync::Arc;

use crate::check::{
    Answer, Asked, Candidate, Kept, Looked, Namesake, Paragraph, Question, Surroundings, judge,
};
use crate::ledger::{File, Head, Name, Today};
use crate::span::Span;
use crate::text::paragraph::paragraphs;

/// The article that the cases speak of, and its text.
const BRIDGE: &str = include_str!("../../../tests/suite/harbour/harbour-bridge.json");
const TEXT: &str = include_str!("../../../tests/suite/harbour/harbour-bridge.it.txt");

/// A small ledger, all of whose claims are candidates.
struct Ledger {
    files: Vec<(Head, Vec<Arc<Kept>>)>,
    text: Option<&'static str>,
}

impl Ledger {
    fn of(documents: &[&str]) -> Self {
        let files = documents.iter().enumerate().map(|(number, document)| {
            let file: File = serde_json::from_str(document).expect("is a ledger file");
            let name: Arc<str> = format!("{number}.json").into();
            let head = Head { article: file.article, sources: file.sources };
            let kept = file.claims.into_iter().enumerate().map(|(at, claim)| {
                Arc::new(Kept::new(name.clone(), head.of_claim(&claim), at, claim))
            });
            let kept = kept.collect();
            (head, kept)
        });
        Self { files: files.collect(), text: None }
    }

    fn bridge() -> Self {
        Self::of(&[BRIDGE])
    }

    fn with_text(self) -> Self {
        Self { text: Some(TEXT), ..self }
    }

    fn candidates(&self) -> Vec<Candidate> {
        let claims = self.files.iter().flat_map(|(_, claims)| claims.iter().cloned());
        let mut candidates: Vec<Candidate> = claims.map(Candidate::Claim).collect();
        if let Some(text) = self.text {
            let (head, claims) = &self.files[0];
            let prose = (1u32..).zip(paragraphs(text)).map(|(number, span): (u32, Span)| {
                let here = |kept: &&Arc<Kept>| {
                    kept.claim.passages.iter().any(|passage| passage.paragraph.get() == number)
                };
                Candidate::Prose(Arc::new(Paragraph {
                    file: "0.json".into(),
                    article: head.article.clone(),
                    number,
                    text: text[span.range()].to_owned(),
                    claims: claims.iter().filter(here).cloned().collect(),
                }))
            });
            candidates.extend(prose);
        }
        candidates
    }

    fn asked(&self, by: &str) -> Asked {
        let mut asked = Asked::new(Name::new(by));
        for (number, (head, _)) in self.files.iter().enumerate() {
            let file = format!("{number}.json");
            let sources = head.sources.iter();
            let here: Vec<Namesake> = sources
                .filter_map(|(id, source)| Namesake::of(&asked.name, &file, id.as_str(), source))
                .collect();
            here.iter().cloned().for_each(|namesake| asked.add(namesake));
            asked.stand_together(&file, here);
        }
        asked
    }

    fn ask(&self, text: &str, by: Option<&str>) -> Answer {
        self.ask_among(text, by, &self.candidates())
    }

    fn ask_among(&self, text: &str, by: Option<&str>, candidates: &[Candidate]) -> Answer {
        let question =
            Question { text: text.into(), by: by.map(Into::into), ..Question::default() };
        let asked = by.map(|by| self.asked(by));
        let known = Surroundings {
            asked: asked.as_ref(),
            looked: Looked { articles: self.files.len(), saved: usize::from(self.text.is_some()) },
            today: today(),
        };
        judge(&question, candidates, &known)
    }
}

fn today() -> Today {
    "2026-03-01".parse().expect("is a day")
}
