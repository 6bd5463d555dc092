//! One quotation of a draft, judged.

use std::sync::Arc;

use crate::check::answer::Answer;
use crate::check::attribution::Asked;
use crate::check::candidate::{Candidate, Kept};
use crate::check::caution::Caution;
use crate::check::fit::ChangeKind;
use crate::check::judge::{Looked, Surroundings, judge};
use crate::check::lint::context::Around;
use crate::check::lint::lookout::{Noted, key};
use crate::check::lint::mend;
use crate::check::question::Question;
use crate::check::verdict::{Attributed, FoundIn, Verdict};
use crate::draft::{By, Class, Credit, Quotation, Who};
use crate::ledger::{Answers, Name, Party, Today};
use crate::span::Span;
use crate::text::fold::fold;
use crate::text::marks::{Marked, marked_in};

/// A quotation with the ledger's answer.
#[derive(Debug)]
pub struct Said<'a> {
    /// The quotation.
    pub quotation: &'a Quotation,
    /// The bytes of the draft that are judged, marks included: one paragraph of those that it is set in.
    pub outer: Span,
    /// The same without marks.
    pub inner: Span,
    /// What the ledger says of it, given to whom the draft credits.
    pub answer: Answer,
    /// The claims that it was held against, the nearest first.
    pub claims: Vec<Arc<Kept>>,
    /// How many words it has.
    pub words: usize,
    /// Whether it is the title of an article, or what the article calls an unnamed source.
    pub is_title: bool,
    /// Whether words that were found in an article's prose stand in its quotation marks, unrecorded.
    pub is_printed: bool,
    /// The words that mend it, where there is one safe mend.
    pub mend: Option<String>,
    /// The name of whom the draft credits.
    pub credited: Option<String>,
}

impl<'a> Said<'a> {
    /// Judges a quotation by what was found for it.
    pub fn new(
        (quotation, (outer, inner), question): (&'a Quotation, (Span, Span), &Question),
        candidates: &[Candidate],
        noted: &Noted,
        looked: Looked,
        today: Today,
    ) -> Self {
        let who = quotation.credit.who();
        let asked = who.map(|who| {
            Asked::new(Name::new(match who {
                Who::Source(id) => id,
                Who::Name(name) => name,
            }))
        });
        let known = Surroundings { asked: asked.as_ref(), looked, today };
        let answer = judge(question, candidates, &known);
        let credited = who.map(|who| match who {
            Who::Source(id) => noted.sources.get(id).map_or(id.clone(), |s| s.name.to_string()),
            Who::Name(name) => name.clone(),
        });
        Self {
            claims: claims_of(&answer, candidates),
            words: spoken(&question.text),
            is_title: !noted.titles.is_empty() && noted.titles.contains(&key(&question.text)),
            is_printed: is_printed(&answer, candidates),
            mend: mend::mended(&answer, |words| judge(&Question::new(words), candidates, &known)),
            credited,
            quotation,
            outer,
            inner,
            answer,
        }
    }

    /// Whether the words are somebody's, as far as can be told: no title, no code.
    pub fn is_speech(&self) -> bool {
        !self.is_title && !matches!(self.quotation.class, Class::Title | Class::Empty)
    }

    /// Whether so few words may be anybody's, or a term that the writer keeps at a distance.
    pub fn is_slight(&self) -> bool {
        self.words < 4
    }

    /// Whether the words are right, and recorded.
    pub fn is_fine(&self) -> bool {
        self.answer.verdict.is_fine()
    }

    /// Whether the words were found in the article's text, outside the recorded quotes.
    pub fn is_in_prose(&self) -> bool {
        self.answer.found_in == Some(FoundIn::Prose)
    }

    /// Whether the article credits whom the draft credits.
    pub fn is_confirmed(&self) -> bool {
        self.answer.attribution == Some(Attributed::Confirmed)
    }

    /// What the article says of the credit that the draft gives for certain.
    pub fn certain_attribution(&self) -> Option<Attributed> {
        self.quotation
            .credit
            .certain()
            .filter(|_| !self.is_for_its_office())
            .and(self.answer.attribution)
    }

    /// Whether the draft lets an organisation speak through an office, and the article credits somebody of that organisation:
    /// `a spokesman for the Port Authority said`.
    fn is_for_its_office(&self) -> bool {
        let Credit::Certain(_, ground) = &self.quotation.credit else { return false };
        let source = self.claim().and_then(|kept| Party::of(&kept.claim, &kept.head).source());
        let office = source.and_then(|source| source.affiliation.as_deref());
        let credited = self.credited.as_deref().map(Name::new);
        ground.by == By::Role
            && office
                .zip(credited)
                .is_some_and(|(office, name)| name.answers_text(office).is_some())
    }

    /// Whether the credit is too weak to hold it against the article: a pronoun for a word or two, or one
    /// that reaches back to another paragraph where the article's own source is named nearby as well.
    pub fn is_weakly_credited<'c>(&self, around: impl Fn() -> Around<'c>) -> bool {
        let Credit::Certain(_, ground) = &self.quotation.credit else { return true };
        match ground.by {
            By::Name => false,
            _ if self.is_slight() => true,
            By::Earlier => self.claim().is_some_and(|kept| {
                let source = Party::of(&kept.claim, &kept.head).source();
                source.is_some_and(|source| around().names(source))
            }),
            By::Subject | By::OnlyOneNamed | By::Role => false,
        }
    }

    /// What the article says of whom the draft credits for certain, where that is not what the draft says.
    pub fn misattribution<'c>(&self, around: impl Fn() -> Around<'c>) -> Option<Attributed> {
        let attribution = self.certain_attribution().filter(|attribution| {
            !matches!(attribution, Attributed::Confirmed | Attributed::Unasked)
        })?;
        let is_certain = !self.is_credited_to_article() && !self.is_weakly_credited(around);
        is_certain.then_some(attribution)
    }

    /// Whether there is this reason to take care.
    pub fn has(&self, caution: Caution) -> bool {
        self.answer.cautions.contains(&caution)
    }

    /// The kinds of the changes that decide.
    pub fn hard_changes(&self) -> Vec<ChangeKind> {
        let kinds = self.answer.changes.iter().map(|change| change.kind);
        kinds.filter(|kind| kind.is_hard()).collect()
    }

    /// The claim that the words are of, where they are recorded and near enough.
    pub fn claim(&self) -> Option<&Kept> {
        self.claims.first().map(|kept| &**kept)
    }

    /// The recorded words that are nearest.
    pub fn recorded(&self) -> &str {
        self.answer.matches.first().map_or("", |found| found.recorded.as_str())
    }

    /// Whether the words are altered and near to a quote, beyond what chance would bring.
    pub fn is_altered(&self) -> bool {
        matches!(self.answer.verdict, Verdict::Altered | Verdict::Spelling)
            && (!self.is_slight() || self.is_confirmed())
    }
}

impl Said<'_> {
    /// Whether the words are recorded and enough of them to tell whose they are: a whole quote, or a part
    /// that is no word or two which anybody may say.
    pub fn is_telling(&self) -> bool {
        self.is_speech()
            && self.is_fine()
            && (self.answer.verdict == Verdict::Verbatim || !self.is_slight())
    }

    /// Whether the draft gives the words to the article that prints them: to its outlet or its author.
    pub fn is_credited_to_article(&self) -> bool {
        let Some(credited) = &self.credited else { return false };
        let name = Name::new(credited);
        let Some(kept) = self.claim() else { return false };
        let article = &kept.head.article;
        let authors = article.authors().iter().map(|author| {
            let parts = [author.given.as_deref(), author.family.as_deref()];
            let full = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
            author.literal.as_deref().map_or(full, str::to_owned)
        });
        // "the Gazette" is the Harbour Gazette, and "Washington" is not the Washington Post.
        let last = |name: &Name| name.words().last().cloned();
        let is_outlet = article.outlet().is_some_and(|outlet| match name.answers_text(outlet) {
            Some(Answers::Whole) => true,
            Some(_) => last(&name) == last(&Name::new(outlet)),
            None => false,
        });
        is_outlet || authors.into_iter().any(|author| name.answers_text(&author).is_some())
    }

    /// Whom the article credits, as a reader is told it.
    pub fn source_name(&self) -> &str {
        match self.claim() {
            Some(kept) => Party::of(&kept.claim, &kept.head).name(),
            None => "nobody",
        }
    }
}

/// How many words are spoken; of many, those between white space, since it is the few that matter.
fn spoken(text: &str) -> usize {
    const MANY: usize = 8;
    let parted =
        text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    if parted >= MANY {
        return parted;
    }
    fold(text, None).tokens().iter().filter(|token| token.kind.is_spoken()).count()
}

/// The parts of a quotation that are judged each for itself, outer and inner bytes, with the words: each of
/// the paragraphs that it is set in, since an article may print them as quotations of their own.
pub fn parts(quotation: &Quotation, text: &str) -> Vec<((Span, Span), String)> {
    if quotation.parts.len() < 2 {
        return vec![((quotation.outer, quotation.inner), quotation.text.clone())];
    }
    let last = quotation.parts.len() - 1;
    let words = |span: Span| text.get(span.range()).unwrap_or_default();
    let parts = quotation.parts.iter().enumerate().map(|(at, inner)| {
        let start = if at == 0 { quotation.outer.start } else { inner.start };
        let end = if at == last { quotation.outer.end } else { inner.end };
        ((Span::new(start, end), *inner), words(*inner).to_owned())
    });
    parts.filter(|(_, words)| !words.trim().is_empty()).collect()
}

fn claims_of(answer: &Answer, candidates: &[Candidate]) -> Vec<Arc<Kept>> {
    let mut found: Vec<Arc<Kept>> = Vec::new();
    for matched in &answer.matches {
        let Some(id) = &matched.claim else { continue };
        let is_it = |kept: &Arc<Kept>| {
            kept.claim.id.as_str() == id && kept.head.article.id.as_str() == matched.article
        };
        let all = candidates.iter().flat_map(|candidate| match candidate {
            Candidate::Claim(kept) => std::slice::from_ref(kept),
            Candidate::Prose(paragraph) => &paragraph.claims,
        });
        if let Some(kept) = all.into_iter().find(|kept| is_it(kept))
            && !found.iter().any(|known| Arc::ptr_eq(known, kept))
        {
            found.push(Arc::clone(kept));
        }
    }
    found
}

/// So many words of the cue may be taken for those that the draft adds: "said Ito".
const OF_CUE: usize = 2;

fn is_printed(answer: &Answer, candidates: &[Candidate]) -> bool {
    if answer.found_in != Some(FoundIn::Prose) {
        return false;
    }
    let Some(matched) = answer.matches.first() else { return false };
    candidates.iter().any(|candidate| {
        let Candidate::Prose(paragraph) = candidate else { return false };
        if Some(paragraph.number) != matched.paragraph
            || paragraph.article.id.as_str() != matched.article
        {
            return false;
        }
        let words = matched.recorded.trim_matches(|letter: char| !letter.is_alphanumeric());
        let Some(start) = paragraph.text.find(words).filter(|_| !words.is_empty()) else {
            return false;
        };
        let end = start + words.len();
        // A quotation of several paragraphs is closed in its last alone.
        let (pairs, unclosed) = marked_in(&paragraph.text, &[Span::new(0, paragraph.text.len())]);
        // Altered words may be a whole quotation that runs on into its cue: "… before,” said".
        let is_altered = matches!(answer.verdict, Verdict::Altered | Verdict::Spelling);
        let letters = |from: usize, to: usize| {
            paragraph.text.get(from..to).is_some_and(|text| text.contains(char::is_alphanumeric))
        };
        let words = |from: usize| paragraph.text.get(from..end).map(spoken);
        let runs_on = |pair: &Marked| {
            let is_whole = pair.words.start <= start && !letters(pair.words.start, start);
            let behind = (pair.words.end < end).then(|| words(pair.words.end)).flatten();
            is_whole && behind.is_some_and(|many| many <= OF_CUE)
        };
        let is_within = |pair: &Marked| {
            pair.words.start <= start && end <= pair.words.end || is_altered && runs_on(pair)
        };
        unclosed.first().is_some_and(|mark| mark.start == 0) || pairs.iter().any(is_within)
    })
}
