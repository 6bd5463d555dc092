//! The advice: a sentence that is safe to print, or what to do instead.
//!
//! A safe sentence credits as the article credits, leaves the unnamed unnamed, says that a translation is one, puts
//! quotation marks around printed quotes only, and keeps the printed words of doubt.

use crate::check::answer::Answer;
use crate::check::attribution::{Asked, Namesake};
use crate::check::candidate::{Kept, Paragraph};
use crate::check::credit::{Credited, marked, outlet, tongue};
use crate::check::fit::{Fit, Piece};
use crate::check::judge::Case;
use crate::check::of_claim::printable;
use crate::check::prose;
use crate::check::reading::{Reading, Spot};
use crate::check::shown::recorded_words;
use crate::check::verdict::{Attributed, MayQuote, Verdict};
use crate::ledger::{Name, Party, Source, State};
use crate::span::Span;
use crate::wording::{all_of, did_you_mean, some_of};

/// What to print, or to do instead, about what was found.
pub(super) fn of_reading(case: &Case<'_>, reading: &Reading<'_>, answer: &Answer) -> String {
    match &reading.spot {
        Spot::Quote(kept, _) if kept.claim.state() == State::Retracted => taken_back(kept),
        Spot::Quote(kept, _) => of_quote(case, kept, reading, answer),
        Spot::Rendering(kept, range, _) => of_rendering(kept, range.clone()),
        Spot::Prose(paragraph) => of_prose(paragraph, reading, answer),
    }
}

/// What to print of a whole claim, or to do instead.
pub(super) fn of_claim(kept: &Kept, asked: Option<&Asked>, attribution: Attributed) -> String {
    if kept.claim.state() == State::Retracted {
        return taken_back(kept);
    }
    if kept.departs() {
        return UNPRINTED.to_owned();
    }
    let mouth = asked.map(|asked| other_mouth(asked, kept, attribution)).unwrap_or_default();
    format!("{mouth}{}", printable(kept))
}

fn taken_back(kept: &Kept) -> String {
    let status = kept.claim.status.as_ref();
    let instead = status.and_then(|status| status.replaced_by.as_ref());
    let instead = instead.map(|id| format!("; `{id}` stands in its place")).unwrap_or_default();
    format!("Do not quote it: {} took it back{instead}.", outlet(&kept.head.article))
}

fn of_quote(case: &Case<'_>, kept: &Kept, reading: &Reading<'_>, answer: &Answer) -> String {
    let fitted = &reading.fitted;
    if kept.departs() {
        return UNPRINTED.to_owned();
    }
    let whole = || all_recorded(reading);
    let safe = |words: &str| Credited::new(kept).sentence(words);
    if answer.verdict.is_fine() && answer.may_quote != MayQuote::No {
        return safe(&given_words(case, reading));
    }
    let mouth = case
        .known
        .asked
        .map(|asked| other_mouth(asked, kept, reading.attribution))
        .unwrap_or_default();
    if fitted.hides_negation() {
        return format!(
            "{mouth}Do not cut it loose from the words that turn its sense; quote it whole: {}",
            safe(&whole())
        );
    }
    if answer.verdict.is_fine() {
        return format!("{mouth}{}", safe(&given_words(case, reading)));
    }
    format!("{mouth}Print the recorded words: {}", safe(&whole()))
}

/// What to do about a name that the article does not credit; empty where it does.
fn other_mouth(asked: &Asked, kept: &Kept, attribution: Attributed) -> String {
    let name = if asked.is_own_voice() { "the article itself" } else { asked.name.asked() };
    match attribution {
        Attributed::OtherSource => {
            let known = unknown_name(asked);
            match Party::of(&kept.claim, &kept.head) {
                Party::Unrecorded(id) => format!(
                    "The file does not record who `{id}` is; mend the ledger first (`claims validate`). "
                ),
                party => {
                    let meant = was_meant(asked, party.source());
                    format!("Give the words to {}, not to {name}{known}{meant}. ", party.name())
                }
            }
        }
        Attributed::AnonymousSource => {
            format!("The article names nobody here; do not give the words to {name}. ")
        }
        Attributed::NoSource if asked.is_own_voice() => {
            "These are not the article's own words: it puts them in quotation marks and credits nobody. ".to_owned()
        }
        Attributed::NoSource => {
            format!("The article credits nobody with these words; do not give them to {name}. ")
        }
        Attributed::AmbiguousName => {
            let bearers = some_of(asked.namesakes.iter().map(bearer), MOST_BEARERS);
            format!("More than one source answers to {name}: {bearers}; say whom you mean. ")
        }
        Attributed::Confirmed | Attributed::Unasked => String::new(),
    }
}

/// What to do where the ledger is wrong.
const UNPRINTED: &str = "Look at the article: its saved text does not print what the ledger records. Mend the ledger \
                         first; `claims validate` shows where.";

/// More bearers of a name than these are not read.
pub(super) const MOST_BEARERS: usize = 5;

fn bearer(namesake: &Namesake) -> String {
    format!("`--by {}` ({})", namesake.id, namesake.name)
}

/// That the credited source was probably meant: its name is near, or has the same words in another order.
fn was_meant(asked: &Asked, credited: Option<&Source>) -> String {
    let Some(source) = credited.filter(|source| !source.anonymous) else { return String::new() };
    let sorted = |name: &Name| {
        let mut words = name.words().to_vec();
        words.sort_unstable();
        words
    };
    let names = || std::iter::once(&source.name).chain(&source.aliases);
    let near = did_you_mean(asked.name.asked(), names().map(AsRef::as_ref));
    let turned = || names().find(|name| sorted(&Name::new(name)) == sorted(&asked.name));
    match near.or_else(|| turned().map(AsRef::as_ref)) {
        Some(meant) => format!(" (did you mean {meant}?)"),
        None => String::new(),
    }
}

/// That the ledger has no such source; empty where it has.
fn unknown_name(asked: &Asked) -> &'static str {
    if asked.namesakes.is_empty() && !asked.is_own_voice() {
        ", a name that no source of the ledger answers to"
    } else {
        ""
    }
}

/// The words between the marks of a safe sentence: the recorded ones, and the asker's where cuts and brackets are marked.
fn given_words(case: &Case<'_>, reading: &Reading<'_>) -> String {
    match reading.fitted.fit {
        Fit::Verbatim => all_recorded(reading),
        // Where the article's cue stands between, the asker's text may hold it: never as quoted words.
        _ if reading.fitted.parts_used.len() > 1 => corresponding(reading),
        Fit::Fragment => corresponding(reading),
        _ => bare(&case.question.text),
    }
}

/// A quotation without the white space and the marks around it.
fn bare(text: &str) -> String {
    let is_mark = |letter: char| "“”„\"«»".contains(letter) || letter.is_whitespace();
    text.trim_matches(is_mark).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All words of the quotes that are used, broken where the cue stands.
fn all_recorded(reading: &Reading<'_>) -> String {
    let parts = reading.used_parts().map(|part| reading.spot.words(part));
    parts.collect::<Vec<_>>().join(BREAK)
}

/// Marks closed and opened again: here stands the cue.
const BREAK: &str = "” … “";

/// The recorded words from the first to the last that corresponds.
fn corresponding(reading: &Reading<'_>) -> String {
    let mut parts: Vec<(usize, Span)> = Vec::new();
    for place in reading.touched() {
        match parts.iter_mut().find(|(part, _)| *part == place.part) {
            Some((_, span)) => {
                *span = Span::new(span.start.min(place.span.start), span.end.max(place.span.end));
            }
            None => parts.push((place.part, place.span)),
        }
    }
    parts.sort_unstable();
    let words = parts.iter().map(|(part, span)| {
        let words = reading.spot.words(*part);
        words.get(span.range()).unwrap_or(words)
    });
    words.collect::<Vec<_>>().join(BREAK)
}

fn of_rendering(kept: &Kept, range: std::ops::Range<usize>) -> String {
    let quotes = &kept.claim.quotes[range];
    let printed: Vec<&str> = quotes.iter().map(|quote| quote.exact.as_str()).collect();
    let tongue = kept.language(&quotes[0]).map(|tag| format!(" in {}", tongue(&tag)));
    format!(
        "This is the curator's own translation, not printed words: do not put it in quotation marks. The article \
         prints{}: {}. Without quotation marks: {}",
        tongue.unwrap_or_default(),
        marked(&printed.join(BREAK)),
        Credited::new(kept).report()
    )
}

fn of_prose(paragraph: &Paragraph, reading: &Reading<'_>, answer: &Answer) -> String {
    let words = prose::extent(&reading.fitted);
    let printed = paragraph.text.get(words.range()).unwrap_or_default();
    if answer.may_quote != MayQuote::No {
        return format!(
            "{} (the words of {} itself).",
            marked(printed),
            outlet(&paragraph.article)
        );
    }
    let place = format!("paragraph {}", paragraph.number);
    if answer.verdict == Verdict::Altered || answer.verdict == Verdict::Spelling {
        // A negation that the edge of the part leaves out is shown with it.
        let (whole, _) = recorded_words(reading);
        let printed = if reading.fitted.hides_negation() { &whole } else { printed };
        return format!(
            "The article's own prose ({place}) has it otherwise: {}. Report it without quotation marks.",
            marked(printed)
        );
    }
    if prose::is_quoted(paragraph, words) {
        return format!(
            "The article prints these words in quotation marks ({place}), but no claim records them: record the \
             claim before you quote it."
        );
    }
    let shown = if prose::is_marked(paragraph, words) {
        format!(
            "Only a part is printed in quotation marks ({place}): {}. ",
            with_marks(paragraph, words)
        )
    } else {
        format!("These words are the article's prose ({place}), not a quotation. ")
    };
    match reading.told_by.first() {
        Some(kept) => {
            format!("{shown}Report it without quotation marks: {}", Credited::new(kept).report())
        }
        None => format!("{shown}Report it without quotation marks."),
    }
}

/// The article's words with its quotation marks where they stand.
fn with_marks(paragraph: &Paragraph, words: Span) -> String {
    let mut shown = String::new();
    let mut at = words.start;
    for quotation in paragraph.quotations() {
        let (start, end) = (quotation.start.max(words.start), quotation.end.min(words.end));
        if start >= end {
            continue;
        }
        let before = paragraph.text.get(at..start).unwrap_or_default();
        let is_mark = |letter: char| "“”„\"«»‘’‹›「」『』".contains(letter);
        shown.push_str(before.trim_matches(is_mark));
        shown.push_str(&marked(&paragraph.text[start..end]));
        at = end;
    }
    let rest = paragraph.text.get(at..words.end).unwrap_or_default();
    shown.push_str(rest.trim_start_matches(|letter| "”\"»“’›」』".contains(letter)));
    shown
}

/// Two quotations, each with its own speaker, in place of one.
pub(super) fn of_stitched(pieces: &[(Spot<'_>, Piece)]) -> String {
    let mut said: Vec<String> = Vec::new();
    for (spot, piece) in pieces {
        let words = spot.words(piece.place.part);
        let words = words.get(piece.place.span.range()).unwrap_or(words);
        if let Some(kept) = spot.kept() {
            said.push(format!("{} ({})", marked(words), Credited::new(kept).who()));
        }
    }
    format!("Do not join what was said apart; quote it apart: {}.", all_of(said))
}
