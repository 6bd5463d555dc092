//! An answer for people: the decision first, in words; then why, and what to print.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::check::answer::{Answer, Change, Match};
use crate::check::fit::ChangeKind;
use crate::check::{Attributed, CUE, FoundIn, MayQuote, Verdict};
use crate::export::difference::{Side, marked};
use crate::export::lines::Lines;
use crate::wording;

/// How an answer is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// The columns of the terminal; none in a pipe.
    pub room: Option<usize>,
    /// Whether colour is wanted.
    pub color: bool,
    /// Whether the steps that decided are shown, too.
    pub why: bool,
}

impl Drawing {
    /// Draws an answer.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn draw(self, answer: &Answer, out: &mut impl Write) -> io::Result<()> {
        self.decision(answer, out)?;
        let mut lines = Lines { room: self.room, out };
        self.texts(answer, &mut lines)?;
        for change in answer.changes.iter().filter(|c| c.kind == ChangeKind::Punctuation).take(1) {
            let said = difference(change);
            lines.labelled("marks", &format!("{said} (punctuation never decides)"))?;
        }
        for left_out in &answer.left_out {
            lines.labelled("left out", &format!("“{}” ({})", left_out.words, left_out.why))?;
        }
        if let Some(first) = answer.matches.first() {
            lines.labelled("who", &who(answer, first))?;
            for found in answer.matches.iter().take(MOST_PLACES) {
                lines.labelled("where", &place(found, answer.matches.len() > 1))?;
            }
        }
        for caution in &answer.cautions {
            lines.labelled("beware", &format!("{caution}: {}", caution.in_words()))?;
        }
        for remark in &answer.remarks {
            lines.labelled("note", remark)?;
        }
        lines.labelled(advice_label(answer), &answer.advice)?;
        if self.why {
            for step in &answer.steps {
                lines.labelled("because", &step.said)?;
                if let Some(guideline) = step.guideline {
                    lines.labelled("", &format!("see {}", guideline.reference()))?;
                }
            }
        }
        Ok(())
    }

    fn decision(self, answer: &Answer, out: &mut impl Write) -> io::Result<()> {
        let color = match answer.may_quote {
            MayQuote::Yes => AnsiColor::Green,
            MayQuote::WithCare => AnsiColor::Yellow,
            MayQuote::No => AnsiColor::Red,
        };
        let style = if self.color {
            Style::new().bold().fg_color(Some(color.into()))
        } else {
            Style::new()
        };
        writeln!(out, "{style}{}{style:#}: {}", answer.may_quote.in_words(), reason(answer))
    }

    fn texts<W: Write>(self, answer: &Answer, lines: &mut Lines<'_, W>) -> io::Result<()> {
        if answer.verdict == Verdict::Stitched {
            for found in &answer.matches {
                lines.labelled("recorded", &found.recorded)?;
            }
            return lines.labelled("given", &answer.text);
        }
        let Some(found) = answer.matches.first() else {
            return lines.labelled("given", &answer.text);
        };
        if answer.fit.is_none() {
            return Ok(());
        }
        let label = match answer.found_in {
            Some(FoundIn::Rendering) => "rendering",
            Some(FoundIn::Prose) => "article",
            _ => "recorded",
        };
        let recorded = marked(&found.recorded, &answer.changes, Side::Recorded, self.color);
        lines.labelled_safe(label, &recorded)?;
        if answer.text != found.recorded {
            let given = marked(&answer.text, &answer.changes, Side::Given, self.color);
            lines.labelled_safe("given", &given)?;
        }
        let kinds: Vec<String> = answer
            .changes
            .iter()
            .filter(|change| change.kind.is_hard())
            .map(|change| format!("{}: {}", change.kind, difference(change)))
            .collect();
        kinds.iter().try_for_each(|kind| lines.labelled("changed", kind))
    }
}

/// More places than these in one answer are not read.
const MOST_PLACES: usize = 5;

fn difference(change: &Change) -> String {
    let (recorded, given) = (&change.recorded, &change.given);
    match (recorded.is_empty(), given.is_empty()) {
        (false, false) if change.kind == ChangeKind::Order => format!("“{given}” stands elsewhere"),
        (false, false) => format!("“{recorded}” became “{given}”"),
        (false, true) => format!("“{recorded}” is left out"),
        (true, false) => format!("“{given}” is put in"),
        (true, true) => "something differs".to_owned(),
    }
}

/// Why, in a few words.
pub(super) fn reason(answer: &Answer) -> &'static str {
    let is_fine = answer.verdict.is_fine();
    if is_fine && answer.changes.iter().any(|change| change.kind == ChangeKind::HiddenNegation) {
        return "words that turn the sense of these are left out";
    }
    match (answer.verdict, answer.attribution) {
        (_, Some(Attributed::OtherSource)) if is_fine => "right words, wrong mouth",
        (_, Some(Attributed::AnonymousSource)) if is_fine => {
            "the article does not name who said this"
        }
        (_, Some(Attributed::NoSource)) if is_fine => "the article credits nobody with this",
        (_, Some(Attributed::AmbiguousName)) if is_fine => "more than one source bears this name",
        _ if is_fine && answer.is_unprinted => {
            "the ledger records words that the article's saved text does not print"
        }
        _ if is_fine && answer.may_quote == MayQuote::No => "the article took it back",
        (Verdict::Verbatim, _) => "these are the printed words",
        (Verdict::Fragment, _) => "these are printed words, a part of a quotation",
        (Verdict::Elided, _) if is_only_interrupted(answer) => {
            "these are printed words, with the article's own between them"
        }
        (Verdict::Elided, _) => "these are printed words, with the cuts and insertions marked",
        (Verdict::Reported, _) if answer.may_quote != MayQuote::No => {
            "these are the article's own words"
        }
        (Verdict::Reported, _) if answer.fit.is_none() => {
            "the article prints no words of this claim in quotation marks"
        }
        (Verdict::Reported, _) => {
            "the article does not, or not wholly, print this in quotation marks"
        }
        (Verdict::Spelling, _) => "the spelling is not as printed",
        (Verdict::Stitched, _) => "this joins what is printed apart",
        (Verdict::Altered, _) => "the words are changed",
        (Verdict::Translation, _) => "this is a translation, not the printed words",
        (Verdict::Unknown, _) => "nothing recorded is near these words",
    }
}

/// Whether nothing but the article's cue stands between the words: no cut, and no bracket.
fn is_only_interrupted(answer: &Answer) -> bool {
    let spans_cue = answer.matches.first().is_some_and(|first| first.recorded.contains(CUE));
    let is_marked = ["[", "…", "..."].iter().any(|mark| answer.text.contains(mark));
    spans_cue && !is_marked
}

pub(super) fn who(answer: &Answer, first: &Match) -> String {
    let name = &first.name;
    if answer.verdict == Verdict::Stitched {
        let mut names: Vec<&str> = Vec::new();
        for found in answer.matches.iter().filter(|found| found.name != *name) {
            names.push(&found.name);
        }
        names.dedup();
        return wording::all_of(std::iter::once(name.as_str()).chain(names));
    }
    let asked = answer.by.as_deref().unwrap_or_default();
    match answer.attribution {
        Some(Attributed::Confirmed) if asked == name || asked == "article" => {
            format!("{name}, as asked")
        }
        Some(Attributed::Confirmed) => format!("{name} (asked for as “{asked}”)"),
        Some(Attributed::OtherSource) => format!("{name}, not “{asked}”"),
        Some(Attributed::AnonymousSource) => {
            format!("{name}; not “{asked}”")
        }
        Some(Attributed::NoSource) => format!("nobody is credited, and not “{asked}”"),
        Some(Attributed::AmbiguousName) => {
            format!("{name}; but “{asked}” may be somebody else")
        }
        Some(Attributed::Unasked) | None => name.clone(),
    }
}

/// Where recorded words stand, and of several whose they are.
fn place(found: &Match, is_one_of_several: bool) -> String {
    let paragraph =
        found.paragraph.map(|number| format!(", paragraph {number}")).unwrap_or_default();
    let article = &found.article;
    let name = if is_one_of_several { format!(": {}", found.name) } else { String::new() };
    match &found.claim {
        Some(claim) => format!("claim `{claim}`, article `{article}`{paragraph}{name}"),
        None => format!("article `{article}`{paragraph}; no claim records it"),
    }
}

const fn advice_label(answer: &Answer) -> &'static str {
    match answer.may_quote {
        MayQuote::No => "instead",
        MayQuote::Yes | MayQuote::WithCare => "print",
    }
}
