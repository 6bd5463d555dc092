//! What is gathered for many questions while the ledger streams past: for each the few best candidates, and for each
//! asked name everybody who answers to it. Memory grows with the questions, never with the ledger.
//!
//! Candidates are ranked by a number that does not depend on when they came, so that the answers do not depend on the
//! order of files, claims or threads.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::check::answer::Answer;
use crate::check::attribution::{Asked, Namesake};
use crate::check::candidate::{Candidate, Kept, Paragraph};
use crate::check::judge::{Looked, Surroundings, judge};
use crate::check::question::Question;
use crate::ledger::{Article, Name, Source, Today};
use crate::load::{End, Entry, Item};
use crate::text::paragraph::paragraphs;
use crate::text::sieve::{Pass, Sieve};

/// How many claims are kept for a question, whoever is credited.
const MOST_CLAIMS: usize = 12;
/// How many more of whom was asked for: their words go first, however many others said the same.
const MOST_OF_ASKED: usize = 6;
/// How many paragraphs.
const MOST_PARAGRAPHS: usize = 4;

/// What is gathered for a list of questions.
#[derive(Debug)]
pub struct Gathering<'q> {
    questions: &'q [Question],
    sieve: Sieve,
    /// The names that are asked for, each once, and which questions ask for it.
    names: Vec<(Name, Vec<usize>)>,
    /// The names by their words and ids.
    by_word: HashMap<String, Vec<usize>>,
    /// Each question's name.
    name_of: Vec<Option<usize>>,
    bearers: Vec<Mutex<Asked>>,
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

/// What one reader remembers within a file.
#[derive(Debug, Default)]
pub struct Within<'g> {
    pass: Option<Pass<'g>>,
    hits: Vec<(usize, u32)>,
    /// The file's sources that answer to asked names: source and name.
    answering: Option<Vec<(String, usize)>>,
}

impl<'q> Gathering<'q> {
    /// A gathering for these questions.
    pub fn new(questions: &'q [Question]) -> Self {
        let mut names: Vec<(Name, Vec<usize>)> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut name_of = vec![None; questions.len()];
        for (number, question) in questions.iter().enumerate() {
            let Some(by) = question.by.as_deref() else { continue };
            let name = *known.entry(by).or_insert_with(|| {
                names.push((Name::new(by), Vec::new()));
                names.len() - 1
            });
            names[name].1.push(number);
            name_of[number] = Some(name);
        }
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, (name, _)) in names.iter().enumerate() {
            for word in name.words().iter().map(String::as_str).chain([name.asked()]) {
                by_word.entry(word.to_owned()).or_default().push(number);
            }
        }
        let bearers = names.iter().map(|(name, _)| Mutex::new(Asked::new(name.clone())));
        let many = questions.len();
        Self {
            questions,
            sieve: Sieve::new(questions.iter().map(|question| question.text.as_str())),
            bearers: bearers.collect(),
            names,
            by_word,
            name_of,
            claims: (0..many).map(|_| Top::new(MOST_CLAIMS)).collect(),
            of_asked: (0..many).map(|_| Top::new(MOST_OF_ASKED)).collect(),
            prose: (0..many).map(|_| Top::new(MOST_PARAGRAPHS)).collect(),
            articles: AtomicUsize::new(0),
            saved: AtomicUsize::new(0),
        }
    }

    /// Takes what the fold hands on; `saved` gives the text of a file's article where it is at hand.
    pub fn take<'g>(
        &'g self,
        within: &mut Within<'g>,
        item: Item<'_>,
        saved: &impl Fn(&End<'_>) -> Option<String>,
    ) {
        match item {
            Item::Claim(entry) => self.take_claim(within, entry),
            Item::End(end) => {
                if within.answering.is_none() {
                    within.answering =
                        Some(self.answering(&end.file.shown, end.head.sources.iter()));
                }
                self.articles.fetch_add(1, Ordering::Relaxed);
                if let Some(text) = saved(&end) {
                    self.saved.fetch_add(1, Ordering::Relaxed);
                    self.take_text(within, &end, &text);
                }
            }
        }
    }

    fn take_claim<'g>(&'g self, within: &mut Within<'g>, entry: Entry<'_>) {
        let sources = || entry.head.sources.iter();
        let answering =
            within.answering.get_or_insert_with(|| self.answering(&entry.file.shown, sources()));
        let pass = within.pass.get_or_insert_with(|| self.sieve.pass());
        let hits = &mut within.hits;
        hits.clear();
        for quote in &entry.claim.quotes {
            pass.offer(&quote.exact, &mut |number, score| hits.push((number, score)));
            for (_, words) in quote.renderings.iter() {
                pass.offer(words, &mut |number, score| hits.push((number, score)));
            }
        }
        if entry.claim.quotes.len() > 1
            || entry.claim.quotes.iter().any(|q| !q.renderings.is_empty())
        {
            add_up(hits);
        }
        let source = entry.claim.source.as_str();
        let asked: Vec<usize> = answering
            .iter()
            .filter(|(id, _)| id == source)
            .flat_map(|(_, name)| self.names[*name].1.iter().copied())
            .collect();
        let has_renderings = || entry.claim.quotes.iter().any(|quote| !quote.renderings.is_empty());
        if hits.is_empty() && (asked.is_empty() || !has_renderings()) {
            return;
        }
        let key = tie_break(&[
            entry.head.article.id.as_str(),
            entry.claim.id.as_str(),
            &entry.file.shown,
        ]);
        let rank = |score: u32| u64::from(score) << 32 | key;
        let mut places: Vec<(&Top<Kept>, u64)> = Vec::new();
        let mut offer = |top: &'g Top<Kept>, rank| {
            if top.takes(rank) {
                places.push((top, rank));
            }
        };
        for (number, score) in hits.iter() {
            offer(&self.claims[*number], rank(*score));
        }
        for number in asked {
            let score = hits.iter().find(|(hit, _)| *hit == number).map_or(0, |(_, score)| *score);
            if score > 0 || self.questions[number].language.is_some() && has_renderings() {
                offer(&self.of_asked[number], rank(score));
            }
        }
        if !places.is_empty() {
            let head = entry.head.of_claim(&entry.claim);
            let kept = Arc::new(Kept { file: entry.file.shown.clone(), head, claim: entry.claim });
            for (top, rank) in places {
                top.put(rank, &kept);
            }
        }
    }

    fn take_text<'g>(&'g self, within: &mut Within<'g>, end: &End<'_>, text: &str) {
        let pass = within.pass.get_or_insert_with(|| self.sieve.pass());
        for (number, span) in (1u32..).zip(paragraphs(text)) {
            let words = &text[span.range()];
            let key =
                tie_break(&[end.head.article.id.as_str(), &end.file.shown, &number.to_string()]);
            pass.offer(words, &mut |question, score| {
                let rank = u64::from(score) << 32 | key;
                if self.prose[question].takes(rank) {
                    let found = Found {
                        file: end.file.shown.clone(),
                        article: end.head.article.clone(),
                        number,
                        text: words.to_owned(),
                    };
                    self.prose[question].put(rank, &Arc::new(found));
                }
            });
        }
    }

    /// The sources of a file that answer to asked names; each is remembered as a bearer of the name.
    fn answering<'s>(
        &self,
        file: &str,
        sources: impl Iterator<Item = (&'s crate::ledger::Id<Source>, &'s Source)>,
    ) -> Vec<(String, usize)> {
        let mut answering = Vec::new();
        if self.names.is_empty() {
            return answering;
        }
        for (id, source) in sources {
            let mut near: BTreeSet<usize> =
                self.by_word.get(id.as_str()).into_iter().flatten().copied().collect();
            for name in std::iter::once(&source.name).chain(&source.aliases) {
                crate::ledger::name::each_word(name, &mut |word| {
                    near.extend(self.by_word.get(word).into_iter().flatten());
                });
            }
            for number in near {
                let (name, _) = &self.names[number];
                if let Some(namesake) = Namesake::of(name, file, id.as_str(), source) {
                    lock(&self.bearers[number]).add(namesake);
                    answering.push((id.to_string(), number));
                }
            }
        }
        answering
    }

    /// The files whose claims must be read once more, to know whom the article credits in the paragraphs that were found.
    pub fn files_again(&self) -> BTreeSet<Arc<str>> {
        self.prose.iter().flat_map(|top| top.all()).map(|found| found.file.clone()).collect()
    }

    /// The paragraphs that were found, by file and number.
    pub fn wanted(&self) -> Wanted {
        let all = self.prose.iter().flat_map(|top| top.all());
        Wanted(all.map(|found| (found.file.clone(), found.number)).collect())
    }

    /// Ends the gathering; `passages` are the claims of the paragraphs that were found.
    pub fn finish(self, passages: Vec<Passage>) -> Gathered<'q> {
        let mut claims: BTreeMap<(Arc<str>, u32), Vec<Arc<Kept>>> = BTreeMap::new();
        for passage in passages {
            for number in passage.numbers {
                let here = claims.entry((passage.kept.file.clone(), number)).or_default();
                if !here.iter().any(|kept| Arc::ptr_eq(kept, &passage.kept)) {
                    here.push(passage.kept.clone());
                }
            }
        }
        let mut asked: Vec<Asked> = self.bearers.into_iter().map(into_inner).collect();
        for asked in &mut asked {
            asked.namesakes.sort();
        }
        let prose = |top: Top<Found>| -> Vec<Candidate> {
            let paragraph = |found: Arc<Found>| {
                let here = claims.get(&(found.file.clone(), found.number));
                Candidate::Prose(Arc::new(Paragraph {
                    file: found.file.clone(),
                    article: found.article.clone(),
                    number: found.number,
                    text: found.text.clone(),
                    claims: here.cloned().unwrap_or_default(),
                }))
            };
            top.all().into_iter().map(paragraph).collect()
        };
        let tops = self.of_asked.into_iter().zip(self.claims).zip(self.prose);
        let candidates = tops.map(|((of_asked, claims), found)| {
            let mut kept = of_asked.all();
            kept.extend(claims.all());
            kept.sort_by(|a, b| a.key().cmp(&b.key()));
            kept.dedup_by(|a, b| Arc::ptr_eq(a, b));
            let mut candidates: Vec<Candidate> = kept.into_iter().map(Candidate::Claim).collect();
            candidates.extend(prose(found));
            candidates
        });
        Gathered {
            candidates: candidates.collect(),
            questions: self.questions,
            name_of: self.name_of,
            asked,
            looked: Looked { articles: self.articles.into_inner(), saved: self.saved.into_inner() },
        }
    }
}

/// Paragraphs whose claims are looked up.
#[derive(Debug)]
pub struct Wanted(BTreeSet<(Arc<str>, u32)>);

impl Wanted {
    /// Looks at one claim of such a file once more; gives it back where it has passages in a paragraph that was found.
    pub fn passages(&self, entry: Entry<'_>) -> Option<Passage> {
        let mut numbers: Vec<u32> = entry
            .claim
            .passages
            .iter()
            .map(|passage| passage.paragraph.get())
            .filter(|number| self.0.contains(&(entry.file.shown.clone(), *number)))
            .collect();
        numbers.dedup();
        if numbers.is_empty() {
            return None;
        }
        let head = entry.head.of_claim(&entry.claim);
        let kept = Arc::new(Kept { file: entry.file.shown.clone(), head, claim: entry.claim });
        Some(Passage { numbers, kept })
    }
}

/// A claim with the paragraphs of its passages that were found.
#[derive(Debug)]
pub struct Passage {
    numbers: Vec<u32>,
    kept: Arc<Kept>,
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

/// The best few, whoever comes first; shared by all threads.
#[derive(Debug)]
struct Top<T> {
    most: usize,
    /// A rank below this is not among the best any more.
    least: AtomicU64,
    kept: Mutex<Vec<(u64, Arc<T>)>>,
}

impl<T> Top<T> {
    fn new(most: usize) -> Self {
        Self { most, least: AtomicU64::new(0), kept: Mutex::new(Vec::new()) }
    }

    /// Whether something of this rank may be among the best; asked before it is copied.
    fn takes(&self, rank: u64) -> bool {
        rank >= self.least.load(Ordering::Relaxed)
    }

    fn put(&self, rank: u64, found: &Arc<T>) {
        let mut kept = lock(&self.kept);
        let at = kept.partition_point(|(other, _)| *other >= rank);
        kept.insert(at, (rank, found.clone()));
        kept.truncate(self.most);
        if kept.len() == self.most {
            self.least.store(kept[self.most - 1].0, Ordering::Relaxed);
        }
    }

    fn all(&self) -> Vec<Arc<T>> {
        lock(&self.kept).iter().map(|(_, found)| found.clone()).collect()
    }
}

/// Sums the scores of each question.
fn add_up(hits: &mut Vec<(usize, u32)>) {
    hits.sort_unstable();
    hits.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 = first.1.saturating_add(later.1);
        }
        same
    });
}

/// A number that tells candidates of one score apart, the same in every run: FNV-1a, folded to 32 bits.
fn tie_break(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash >> 32) ^ (hash & 0xffff_ffff)
}

/// A thread that panicked ends the program; what it held is whole all the same.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn into_inner<T>(mutex: Mutex<T>) -> T {
    mutex.into_inner().unwrap_or_else(PoisonError::into_inner)
}
