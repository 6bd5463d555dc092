//! A draft with all that is known about it, and what its rules find.

use std::sync::Arc;

use crate::check::candidate::Kept;
use crate::check::gather::Gathered;
use crate::check::lint::allowed::Allowed;
use crate::check::lint::context::Context;
use crate::check::lint::lookout::Noted;
use crate::check::lint::nested::judged_apart;
use crate::check::lint::said::{Said, parts};
use crate::check::lint::written;
use crate::check::question::Question;
use crate::check::rules::draft::{self, DraftTest};
use crate::check::verdict::Attributed;
use crate::cores;
use crate::draft::{Citation, Draft, Quotation, Who};
use crate::finding::{About, Finding, Place, Recorded, Rule, Severity, Spot};
use crate::ledger::{Quote, Today};
use crate::span::Span;

/// A draft with its quotations judged and its citations looked up.
#[derive(Debug)]
pub struct Manuscript<'a> {
    /// The file as a person would type it from here.
    pub path: Arc<str>,
    /// The draft's words, and where they stand.
    pub context: Context<'a>,
    /// Its quotations that are held against the ledger.
    pub said: Vec<Said<'a>>,
    /// Its citations.
    pub cited: Vec<Cited<'a>>,
    /// What was noted of the ledger.
    pub noted: &'a Noted,
    /// The day that counts as today.
    pub today: Today,
    /// Whether what may be right is reported as well.
    pub is_strict: bool,
}

/// A citation with the claims that it names.
#[derive(Debug)]
pub struct Cited<'a> {
    /// The citation.
    pub citation: &'a Citation,
    /// The claims of this id.
    pub claims: Vec<Arc<Kept>>,
    /// The sentence that it stands in or ends.
    pub sentence: Span,
    /// Whether a quotation stands in that sentence.
    pub has_quotation: bool,
}

/// Which rules are asked for.
pub type Wanted<'w> = &'w dyn Fn(&Rule) -> bool;

impl<'a> Manuscript<'a> {
    /// Judges the quotations of a draft; `first` is the number of its first question.
    pub fn new(
        path: Arc<str>,
        context: Context<'a>,
        gathered: &Gathered<'_>,
        first: usize,
        noted: &'a Noted,
        (today, is_strict): (Today, bool),
    ) -> Self {
        let draft = context.draft;
        let text = context.text;
        let places = draft.quotations.iter().flat_map(|quotation| {
            parts(quotation, text).into_iter().map(move |(place, _)| (quotation, place))
        });
        let numbered: Vec<_> = (first..).zip(places).collect();
        let judged = cores::each(&numbered, |(number, (quotation, place))| {
            let asked = (*quotation, *place, gathered.question(*number));
            Said::new(asked, gathered.candidates(*number), noted, gathered.looked(), today)
        });
        let as_new = |said: &Said<'a>| {
            let asked = Question::new(said.answer.text.clone());
            let place = (said.outer, said.inner);
            Said::new((said.quotation, place, &asked), &[], noted, gathered.looked(), today)
        };
        let said = judged_apart(judged, &as_new);
        let cited = draft.citations.iter().map(|citation| {
            let is_it = |kept: &&Arc<Kept>| kept.claim.id.as_str() == citation.label;
            let sentence = context.sentence_at(citation.sentence, citation.span);
            let has_quotation = context.has_quotation(sentence);
            let claims = noted.claims.iter().filter(is_it).cloned().collect();
            Cited { citation, claims, sentence, has_quotation }
        });
        let cited = cited.collect();
        Self { path, context, said, cited, noted, today, is_strict }
    }

    /// The place of a quotation among all.
    fn number(&self, said: &Said<'_>) -> usize {
        let order = |one: &Quotation| (one.outer.start, std::cmp::Reverse(one.outer.end));
        let place = order(said.quotation);
        self.draft().quotations.partition_point(|one| order(one) < place)
    }

    /// The quotation before one, where both stand in the same paragraph.
    pub fn before(&self, said: &Said<'_>) -> Option<&Quotation> {
        let all = &self.draft().quotations;
        all[..self.number(said)]
            .iter()
            .rev()
            .find(|one| one.depth == said.quotation.depth)
            .filter(|one| self.context.is_one_paragraph(Span::new(one.outer.start, said.outer.end)))
    }

    /// Whether the words go on from a quotation of the same speaker in the same paragraph.
    pub fn goes_on(&self, said: &Said<'_>) -> bool {
        let who = said.quotation.credit.who();
        who.is_some() && self.before(said).is_some_and(|before| before.credit.who() == who)
    }

    /// Whether a quotation is one part of an utterance, and the cue stands between the parts.
    pub fn is_parted(&self, said: &Said<'_>) -> bool {
        said.quotation.continues.is_some()
            || said.quotation.parts.len() > 1
            || self.context.is_continued(self.number(said))
    }

    /// What breaks a rule, in the order of the draft; a quotation gives at most one error.
    pub fn findings(&self, wanted: Wanted<'_>) -> Vec<Finding> {
        let mut allowed = Allowed::new(&self.draft().allowances);
        let mut found: Vec<Finding> = Vec::new();
        let mut keep = |finding: Finding, found: &mut Vec<Finding>| {
            if wanted(finding.rule) && !allowed.permits(&finding) {
                found.push(finding);
                return true;
            }
            false
        };
        for said in &self.said {
            // The worst error alone; and beside one, even if it is permitted, no note, which would tell a
            // part of the same again.
            let (mut has_error, mut is_wrong) = (false, false);
            for rule in &draft::RULES {
                for test in rule.tests {
                    let DraftTest::Quotation(test) = test else { continue };
                    let is_told = match rule.rule.severity {
                        Severity::Error => has_error,
                        Severity::Warning => false,
                        Severity::Note => is_wrong,
                    };
                    if is_told {
                        continue;
                    }
                    if let Some(finding) = test(said, self) {
                        let is_error = rule.rule.severity == Severity::Error;
                        is_wrong |= is_error;
                        has_error |= keep(finding, &mut found) && is_error;
                    }
                }
            }
        }
        for rule in &draft::RULES {
            for test in rule.tests {
                let whole = match test {
                    DraftTest::Citation(test) => {
                        self.cited.iter().filter_map(|cited| test(cited, self)).collect()
                    }
                    DraftTest::Whole(test) => test(self),
                    DraftTest::Quotation(_) => Vec::new(),
                };
                for finding in whole {
                    keep(finding, &mut found);
                }
            }
        }
        let unused = allowed.unused(self).into_iter().filter(|finding| wanted(finding.rule));
        found.extend(unused);
        found.sort_by_key(|finding| match finding.place.spot {
            Spot::Text(span) => (span.start, std::cmp::Reverse(finding.rule.severity)),
            _ => (0, std::cmp::Reverse(finding.rule.severity)),
        });
        found
    }

    /// The draft, read.
    pub const fn draft(&self) -> &'a Draft {
        self.context.draft
    }

    /// A place in the draft.
    pub fn place(&self, span: Span) -> Place {
        Place { file: Arc::clone(&self.path), spot: Spot::Text(span) }
    }

    /// A finding about a quotation.
    pub fn of(&self, said: &Said<'_>, rule: &'static Rule, message: impl Into<String>) -> Finding {
        let about = About {
            quotation: Some(said.answer.text.clone()),
            claims: said.answer.claims.clone(),
            credited: said.quotation.credit.who().map(|who| match who {
                Who::Source(name) | Who::Name(name) => name.clone(),
            }),
            fix: None,
            recorded: said.claim().map(|kept| recorded(kept, Some(said.recorded()))),
        };
        Finding::new(rule, self.place(said.outer), message).about(about)
    }

    /// The same with the mend of its words, where there is one: not in the mouth of somebody who did not say them,
    /// since right words hide that.
    pub fn with_mend(&self, said: &Said<'_>, mut finding: Finding) -> Finding {
        if let (Some(about), Some(words)) = (&mut finding.about, &said.mend)
            && matches!(
                said.certain_attribution(),
                None | Some(Attributed::Confirmed | Attributed::Unasked)
            )
        {
            about.fix =
                written::fix(&self.context, (said.outer, said.inner), &said.answer.text, words);
        }
        finding
    }

    /// A finding about a citation.
    pub fn of_citation(
        &self,
        cited: &Cited<'_>,
        rule: &'static Rule,
        message: impl Into<String>,
    ) -> Finding {
        let claims = cited.claims.iter().map(|kept| kept.claim.id.to_string()).collect();
        let recorded = cited.claims.first().map(|kept| recorded(kept, None));
        let about = About { claims, recorded, ..About::default() };
        Finding::new(rule, self.place(cited.citation.span), message).about(about)
    }
}

/// Where a claim records these words, or its statement where none are asked for.
fn recorded(kept: &Kept, words: Option<&str>) -> Recorded {
    let quotes = &kept.claim.quotes;
    let quote = words.map(|words| {
        let holds = |quote: &&Quote| quote.exact.contains(words) || words.contains(&*quote.exact);
        quotes.iter().position(|quote| holds(&quote)).unwrap_or_default()
    });
    let quote = quote.filter(|at| *at < quotes.len());
    Recorded { file: kept.file.clone(), claim: kept.position, quote }
}
