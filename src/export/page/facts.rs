//! What is recorded of a claim beside its words: where it stands, cue, doubt, dates, topics.

use maud::{Markup, html};

use crate::cite::fragment::{self, Printed};
use crate::export::page::said::Said;
use crate::ledger::{Article, Claim, Credit, Head, Passage, credit};

pub(super) fn facts(claim: &Claim, head: &Head, printed: Option<&Printed<'_>>) -> Markup {
    let language = head.article.language().map(Said);
    html! {
        dl class="facts" {
            @if !claim.passages.is_empty() {
                dt { "Where" }
                @for passage in &claim.passages { dd { (place(passage, &head.article, printed)) } }
            }
            @if let Some(cue) = &claim.cue {
                dt { "Cue" }
                dd lang=[language.as_ref()] { "“" (Said(cue)) "”" }
            }
            @if !claim.hedges.is_empty() {
                dt { "Doubt" }
                dd lang=[language.as_ref()] { (marked(&Credit::of(claim, head).hedges)) }
            }
            @if let Some(when) = &claim.when {
                dt { "When" }
                dd { span lang=[language.as_ref()] { "“" (Said(when)) "”" } ", as printed" }
            }
            @if let Some(due) = claim.due { dt { "Due" } dd { (due) } }
            @if let Some(told) = claim.voice_of.as_ref().and_then(|id| head.sources.get(id.as_str())) {
                dt { "Told of" }
                dd { (Said(&credit::described(told))) }
            }
            @if !claim.topics.is_empty() {
                dt { "Topics" }
                dd {
                    @for (at, topic) in claim.topics.iter().enumerate() {
                        @if at > 0 { ", " }
                        a href={ "#topic=" (Said(&in_address(topic))) } { (Said(topic)) }
                    }
                }
            }
            @if !claim.about.is_empty() { dt { "About" } dd { (Said(&claim.about.join(", "))) } }
            @if let Some(note) = &claim.note { dt { "Curator’s note" } dd dir="auto" { (Said(note)) } }
        }
    }
}

fn place(passage: &Passage, article: &Article, printed: Option<&Printed<'_>>) -> Markup {
    html! {
        "paragraph " (passage.paragraph) ", "
        span lang=[article.language().map(Said)] { "“" (Said(&passage.start)) "” … “" (Said(&passage.end)) "”" }
        @if let Some(address) = fragment::address(article, Some(passage), printed) {
            " · " a href=(Said(&address)) rel="noreferrer" { "open the passage" }
        }
    }
}

fn marked(words: &[&str]) -> Markup {
    html! {
        @for (at, words) in words.iter().enumerate() {
            @if at > 0 { ", " }
            "“" (Said(words)) "”"
        }
    }
}

/// As the address writes it after `#`.
fn in_address(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
