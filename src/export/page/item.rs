//! One claim on the page.

use std::collections::{BTreeMap, HashSet};

use maud::{Markup, html};

use crate::check::caution;
use crate::cite::fragment::Printed;
use crate::export::page::Recorded;
use crate::export::page::facts::facts;
use crate::export::page::opening::in_language;
use crate::export::page::said::Said;
use crate::export::page::tally::source_key;
use crate::ledger::{Claim, ClaimKind, Credit, Head, Id, Party, Quote, Today, Translated};

pub(super) struct Item<'a> {
    pub recorded: &'a Recorded,
    /// Its id in the page.
    pub anchor: &'a str,
    pub printed: Option<&'a Printed<'a>>,
    pub statements: &'a BTreeMap<String, String>,
    pub on_page: &'a HashSet<&'a str>,
    pub today: Today,
    /// Of its heading: 3, or 4 where articles have headings.
    pub level: u8,
}

impl Item<'_> {
    pub fn markup(&self) -> Markup {
        let Recorded { head, claim, .. } = self.recorded;
        let credit = Credit::of(claim, head);
        let statement = Said(claim.statement.trim());
        html! {
            article class="claim" id=(self.anchor)
                data-source=(Said(&source_key(claim, head)))
                data-attribution=(credit.party.attribution().as_str())
                data-mode=(claim.mode.as_str())
                data-topic=[topics(claim).as_deref().map(Said)]
                data-article=(head.article.id) {
                @if self.level == 3 { h3 dir="auto" { (statement) } } @else { h4 dir="auto" { (statement) } }
                (self.status())
                p class="who" {
                    bdi { (Said(who(&credit))) } " "
                    span class={ "how " (credit.party.attribution().as_str()) } { (credit.how()) }
                    span class="credit" {
                        (kind(claim.kind)) " " (Said(&credit.sentence())) "."
                        @if claim.quotes.is_empty() { " No words to quote: report it." }
                    }
                }
                @if !claim.quotes.is_empty() { (words(&claim.quotes, head)) }
                (self.cautions())
                (self.relations())
                (facts(claim, head, self.printed))
                div class="cite" { a class="id" href={ "#" (self.anchor) } { (claim.id) } }
            }
        }
    }

    /// What became of it, where it no longer stands.
    fn status(&self) -> Markup {
        let claim = &self.recorded.claim;
        html! {
            @if let Some(status) = &claim.status {
                p class="status" {
                    b { (claim.state().as_str()) }
                    @if let Some(date) = status.date { " on " (date) }
                    @if let Some(note) = &status.note { ": " bdi { (Said(note)) } }
                    @if let Some(id) = &status.replaced_by { " Replaced by " (self.link(id)) }
                }
            }
        }
    }

    fn cautions(&self) -> Markup {
        let Recorded { head, claim, .. } = self.recorded;
        let cautions = caution::of_claim(claim, head, self.today);
        html! {
            @if !cautions.is_empty() {
                ul class="care" aria-label="Take care" {
                    @for caution in cautions {
                        li { b { (caution.as_str()) ":" } " " (caution.in_words()) }
                    }
                }
            }
        }
    }

    fn relations(&self) -> Markup {
        let claim = &self.recorded.claim;
        let relations = [
            ("Contradicted by", &claim.conflicts),
            ("Misleads without", &claim.qualified_by),
            ("Agrees with", &claim.supports),
        ];
        html! {
            @if relations.iter().any(|(_, ids)| !ids.is_empty()) {
                ul class="related" {
                    @for (label, ids) in relations {
                        @for id in ids { li { (label) " " (self.link(id)) } }
                    }
                }
            }
        }
    }

    /// Another claim: a link where it is on the page.
    fn link(&self, id: &Id<Claim>) -> Markup {
        let statement = self.statements.get(id.as_str()).map(|statement| statement.trim());
        html! {
            @match (statement, self.on_page.contains(id.as_str())) {
                (Some(statement), true) => { a href={ "#" (id) } dir="auto" { (Said(statement)) } }
                (Some(statement), false) => { bdi { (Said(statement)) } " (" code { (id) } ", not on this page)" }
                (None, _) => { code { (id) } ", which the ledger does not hold" }
            }
        }
    }
}

/// Who is credited, in few words: the sentence below says it in full.
fn who<'a>(credit: &Credit<'a>) -> &'a str {
    match credit.party {
        Party::OwnVoice => "The article itself",
        Party::Uncredited => "Nobody",
        party => party.name(),
    }
}

/// What sort of statement it is, as a sentence of its own.
const fn kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Fact => "A factual claim.",
        ClaimKind::Opinion => "Given as an opinion.",
        ClaimKind::Forecast => "A forecast.",
        ClaimKind::Call => "A call, demand or promise.",
        ClaimKind::PrivateState => "What somebody feels or thinks, told by another.",
    }
}

/// The topics, a line each: a topic may hold spaces.
fn topics(claim: &Claim) -> Option<String> {
    (!claim.topics.is_empty()).then(|| claim.topics.join("\n"))
}

/// The printed words; where one goes on from the other, the cue stands between.
fn words(quotes: &[Quote], head: &Head) -> Markup {
    let article = head.article.language();
    html! {
        @for quote in quotes {
            @let language = quote.language.as_deref().or(article);
            figure class="words" {
                blockquote lang=[language.map(Said)] dir="auto" {
                    @if quote.continues { "[…] " } "“" (Said(&quote.exact)) "”"
                }
                @if let Some(remark) = translated(quote) {
                    figcaption { (remark) @if let Some(tag) = language { "; printed " (Said(&in_language(tag))) } }
                }
                @for misprint in &quote.sic {
                    figcaption { "“" (Said(&misprint.printed)) "” is printed; “" (Said(&misprint.meant)) "” was meant" }
                }
                @for (tag, rendering) in quote.renderings.iter() {
                    figcaption { "In the curator’s translation (" (Said(tag)) "), not to be quoted: " bdi { (Said(rendering)) } }
                }
            }
        }
    }
}

const fn translated(quote: &Quote) -> Option<&'static str> {
    match quote.translated {
        None => None,
        Some(Translated::Stated) => Some("A translation, as the article says"),
        Some(Translated::Presumed) => Some("Presumably a translation"),
    }
}
