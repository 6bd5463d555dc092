//! What is gathered for many questions while the ledger streams past: for each the few best candidates, and for each
//! asked name everybody who answers to it. Memory grows with the questions, never with the ledger.
//!
//! Candidates are ranked by a number that does not depend on when they came, so that the answers do not depend on the
//! order of files, claims or threads.

mod names;
mod passages;
mod stream;
mod top;

pub use self::passages::{Passage, Wanted};
pub use self::stream::{Stream, Within};

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use self::names::Names;
use self::passages::by_paragraph;
use self::top::Top;
use crate::check::answer::Answer;
use crate::check::attribution::Asked;
use crate::check::candidate::{Candidate, Kept, Paragraph};
use crate::check::fit::CANDIDATES;
use crate::check::judge::{Looked, Surroundings, judge};
use crate::check::question::Question;
use crate::ledger::{Article, Today};
use crate::text::sieve::Sieve;

/// How many more claims are kept of whom was asked for: their words go first, however many others said the same.
const MOST_OF_ASKED: usize = 6;
/// How many paragraphs are kept.
const MOST_PARAGRAPHS: usize = 4;

/// What is gathered for a list of questions.
#[derive(Debug)]
pub struct Gathering<'q> {
    questions: &'q [Question],
    sieve: Sieve,
    names: Names,
    claims: Vec<Top<Kept>>,
    of_asked: Vec<Top<Kept>>,
    prose: Vec<Top<Found>>,
    articles: AtomicUsize,
    saved: AtomicUsize,
}

/// A paragraph that resembles a question, before its claims are known.
#[derive(Debug)]
struct Found {
    file: Arc<str>,
    article: Article,
    number: u32,
    text: String,
}

impl<'q> Gathering<'q> {
    /// A gathering for these questions.
    pub fn new(questions: &'q [Question]) -> Self {
        let many = questions.len();
        Self {
            questions,
            sieve: Sieve::new(questions.iter().map(|question| question.text.as_str())),
            names: Names::new(questions),
            claims: (0..many).map(|_| Top::new(CANDIDATES)).collect(),
            of_asked: (0..many).map(|_| Top::new(MOST_OF_ASKED)).collect(),
            prose: (0..many).map(|_| Top::new(MOST_PARAGRAPHS)).collect(),
            articles: AtomicUsize::new(0),
            saved: AtomicUsize::new(0),
        }
    }

    /// A stream that the ledger is led through; all threads share it.
    pub fn stream(&self) -> Stream<'_> {
        Stream::new(self)
    }

    /// The paragraphs that were found, whose claims must be read once more to know whom the article credits there.
    pub fn wanted(&self) -> Wanted {
        let all = self.prose.iter().flat_map(Top::all);
        Wanted::new(all.map(|found| (found.file.clone(), found.number)))
    }

    /// Ends the gathering; `passages` are the claims of the paragraphs that were found.
    pub fn finish(self, passages: Vec<Passage>) -> Gathered<'q> {
        let claims = by_paragraph(passages);
        let prose = |found: Arc<Found>| {
            let here = claims.get(&(found.file.clone(), found.number));
            Candidate::Prose(Arc::new(Paragraph {
                file: found.file.clone(),
                article: found.article.clone(),
                number: found.number,
                text: found.text.clone(),
                claims: here.cloned().unwrap_or_default(),
            }))
        };
        let tops = self.of_asked.iter().zip(&self.claims).zip(&self.prose);
        let candidates = tops.map(|((of_asked, claims), found)| {
            let mut kept = of_asked.all();
            kept.extend(claims.all());
            kept.sort_by(|a, b| a.key().cmp(&b.key()));
            kept.dedup_by(|a, b| Arc::ptr_eq(a, b));
            let claims = kept.into_iter().map(Candidate::Claim);
            claims.chain(found.all().into_iter().map(prose)).collect()
        });
        let candidates = candidates.collect();
        let (name_of, asked) = self.names.finish();
        let looked =
            Looked { articles: self.articles.into_inner(), saved: self.saved.into_inner() };
        Gathered { questions: self.questions, candidates, name_of, asked, looked }
    }
}

/// All that was gathered, to be judged.
#[derive(Debug)]
pub struct Gathered<'q> {
    questions: &'q [Question],
    candidates: Vec<Vec<Candidate>>,
    name_of: Vec<Option<usize>>,
    asked: Vec<Asked>,
    looked: Looked,
}

impl Gathered<'_> {
    /// One question, by its place in the list.
    pub fn question(&self, number: usize) -> &Question {
        &self.questions[number]
    }

    /// The name that one question asks for, with everybody who answers to it.
    pub fn asked(&self, number: usize) -> Option<&Asked> {
        self.name_of[number].map(|name| &self.asked[name])
    }

    /// What was found for one question.
    pub fn candidates(&self, number: usize) -> &[Candidate] {
        &self.candidates[number]
    }

    /// How far was looked.
    pub const fn looked(&self) -> Looked {
        self.looked
    }

    /// The answer to one question, by its place in the list.
    pub fn answer(&self, number: usize, today: Today) -> Answer {
        let known = Surroundings { asked: self.asked(number), looked: self.looked, today };
        judge(&self.questions[number], &self.candidates[number], &known)
    }
}
