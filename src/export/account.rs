//! One claim in full, for people: sentences behind labels, in the order in which one asks.

use std::io::{self, Write};

use crate::export::lines::Lines;
use crate::ledger::credit::described;
use crate::ledger::{Article, Claim, Credit, Head, Passage, Quote, State, Translated};
use crate::wording::sentence;

/// A claim with all that is said about it.
pub struct Account<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Its article and sources.
    pub head: &'a Head,
    /// The file that records it.
    pub file: &'a str,
    /// The claims that it names.
    pub relations: Vec<Relation<'a>>,
    /// Cautions: each word with its meaning.
    pub cautions: Vec<(&'static str, &'static str)>,
}

/// Another claim that a claim names.
pub struct Relation<'a> {
    /// `conflicts`, `supports` or `qualified_by`.
    pub field: &'static str,
    /// The other claim.
    pub id: &'a str,
    /// What it claims, where the ledger holds it.
    pub statement: Option<&'a str>,
}

impl Account<'_> {
    /// Prints it, for a terminal of `room` columns or for a pipe.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn print(&self, room: Option<usize>, out: &mut impl Write) -> io::Result<()> {
        let mut lines = Lines { room, out };
        lines.plain(self.claim.id.as_str())?;
        lines.plain(&self.claim.statement)?;
        lines.plain("")?;
        for (label, text) in self.entries() {
            lines.labelled(label, &text)?;
        }
        Ok(())
    }

    /// Labels with what is said behind them.
    pub(super) fn entries(&self) -> Vec<(&'static str, String)> {
        let (claim, credit) = (self.claim, Credit::of(self.claim, self.head));
        let mut entries = vec![
            ("who", sentence(&credit.party.in_full())),
            ("how", format!("{}. {}.", credit.how(), credit.sentence())),
        ];
        let told_of = claim.voice_of.as_ref().and_then(|id| self.head.sources.get(id.as_str()));
        entries.extend(told_of.map(|source| ("told of", described(source))));
        if claim.state() != State::Standing {
            entries.insert(0, ("status", status(claim)));
        }
        entries.extend(claim.quotes.iter().flat_map(|quote| words(quote, self.head)));
        if claim.quotes.is_empty() {
            entries
                .push(("words", "none in quotation marks: report it, do not quote it".to_owned()));
        }
        entries.extend(claim.cue.iter().map(|cue| ("cue", marked(cue))));
        let hedges: Vec<String> = claim.hedges.iter().map(|hedge| marked(hedge)).collect();
        if !hedges.is_empty() {
            entries.push(("hedged", hedges.join(", ")));
        }
        entries.extend(
            claim.when.iter().map(|when| ("when", format!("{}, as printed", marked(when)))),
        );
        entries.extend(claim.due.iter().map(|due| ("due", due.to_string())));
        entries.extend(claim.passages.iter().map(|passage| ("where", place(passage))));
        entries.push(("article", reference(&self.head.article)));
        entries.push(("kind", claim.kind.to_string()));
        let listed = [("topics", &claim.topics), ("about", &claim.about)];
        for (label, items) in listed.into_iter().filter(|(_, items)| !items.is_empty()) {
            let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
            entries.push((label, items.join(", ")));
        }
        entries.extend(self.relations.iter().map(related));
        let cautions = self.cautions.iter();
        entries.extend(cautions.map(|(word, meaning)| ("beware", format!("{word}: {meaning}"))));
        entries.extend(claim.note.iter().map(|note| ("note", note.to_string())));
        entries.push(("recorded", format!("in {}", self.file)));
        entries
    }
}

/// Printed words between the marks that news typography gives them here.
fn marked(words: &str) -> String {
    format!("“{words}”")
}

fn status(claim: &Claim) -> String {
    let Some(status) = &claim.status else { return claim.state().to_string() };
    let date = status.date.map(|date| format!(" on {date}")).unwrap_or_default();
    let note = status.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    let see = status.replaced_by.as_ref().map(|id| format!("; see `{id}`")).unwrap_or_default();
    format!("{}{date}{note}{see}", claim.state())
}

fn words(quote: &Quote, head: &Head) -> Vec<(&'static str, String)> {
    let language = quote.language.as_deref().or(head.article.language());
    let translated = match (quote.translated, language) {
        (None, _) => String::new(),
        (Some(Translated::Stated), _) => " (a translation, as the article says)".to_owned(),
        (Some(Translated::Presumed), Some(tag)) => {
            format!(" (printed in `{tag}`; presumably a translation)")
        }
        (Some(Translated::Presumed), None) => " (presumably a translation)".to_owned(),
    };
    let goes_on = if quote.continues { " (goes on after the cue)" } else { "" };
    let mut entries = vec![("words", format!("{}{goes_on}{translated}", marked(&quote.exact)))];
    for misprint in &quote.sic {
        let (printed, meant) = (marked(&misprint.printed), marked(&misprint.meant));
        entries.push(("misprint", format!("{printed} is printed, {meant} was meant")));
    }
    for (tag, words) in quote.renderings.iter() {
        let said = format!("`{tag}`: {words} (the curator's own translation; not to be quoted)");
        entries.push(("rendering", said));
    }
    entries
}

fn place(passage: &Passage) -> String {
    let (start, end) = (marked(&passage.start), marked(&passage.end));
    format!("paragraph {}, from {start} to {end}", passage.paragraph)
}

fn reference(article: &Article) -> String {
    let known = [article.title().map(marked), article.outlet().map(str::to_owned)];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if known.is_empty() {
        format!("`{}`", article.id)
    } else {
        format!("{known} (`{}`)", article.id)
    }
}

fn related(relation: &Relation<'_>) -> (&'static str, String) {
    let label = match relation.field {
        "conflicts" => "conflicts",
        "supports" => "agrees",
        _ => "read with",
    };
    let statement = relation.statement.unwrap_or("(no claim of this id is in the ledger)");
    (label, format!("`{}`: {statement}", relation.id))
}
