//! The filters; the script shows them, since without it they would do nothing.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::export::page::Recorded;
use crate::export::page::said::Said;
use crate::export::page::tally::Tally;
use crate::ledger::credit::mode_in_words;
use crate::ledger::{Attribution, Mode, Party};

/// One choice: what the address calls it, what a person reads, how many claims it leaves.
struct Choice {
    key: String,
    label: String,
    count: usize,
}

pub(super) fn form(claims: &[Recorded]) -> Markup {
    html! {
        form id="_filter" class="filter" role="search" aria-label="Filter the claims" hidden {
            (choose("source", "Source", sources(claims)))
            (choose("attribution", "Attribution", attributions(claims)))
            (choose("mode", "How", modes(claims)))
            (choose("topic", "Topic", topics(claims)))
            (choose("article", "Article", articles(claims)))
            label class="search" {
                span { "Words" }
                input type="search" name="search" autocomplete="off" spellcheck="false";
            }
            p class="state" {
                output name="count" aria-live="polite" {}
                button type="reset" { "Show all" }
            }
        }
    }
}

/// A list to choose from; none where there is nothing to choose.
fn choose(name: &str, label: &str, choices: Vec<Choice>) -> Markup {
    if choices.len() < 2 {
        return html! {};
    }
    html! {
        label {
            span { (label) }
            select name=(name) {
                option value="" { "any" }
                @for Choice { key, label, count } in choices {
                    option value=(Said(&key)) { (Said(&label)) " (" (count) ")" }
                }
            }
        }
    }
}

fn sources(claims: &[Recorded]) -> Vec<Choice> {
    let choice = |speaker: &super::tally::Speaker| Choice {
        key: speaker.key.clone(),
        label: speaker.name.clone(),
        count: speaker.count(),
    };
    Tally::of(claims).speakers.iter().map(choice).collect()
}

fn attributions(claims: &[Recorded]) -> Vec<Choice> {
    let asked = [
        (Attribution::Named, "named source"),
        (Attribution::Anonymous, "unnamed source"),
        (Attribution::Uncredited, "credited to nobody"),
        (Attribution::OwnVoice, "the article’s own voice"),
    ];
    asked
        .into_iter()
        .map(|(attribution, label)| {
            let is = |recorded: &&Recorded| {
                Party::of(&recorded.claim, &recorded.head).attribution() == attribution
            };
            let count = claims.iter().filter(is).count();
            Choice { key: attribution.to_string(), label: label.to_owned(), count }
        })
        .filter(|choice| choice.count > 0)
        .collect()
}

fn modes(claims: &[Recorded]) -> Vec<Choice> {
    [Mode::Direct, Mode::Mixed, Mode::Indirect, Mode::OwnVoice]
        .into_iter()
        .map(|mode| {
            let count = claims.iter().filter(|recorded| recorded.claim.mode == mode).count();
            Choice { key: mode.to_string(), label: mode_in_words(mode).to_owned(), count }
        })
        .filter(|choice| choice.count > 0)
        .collect()
}

fn topics(claims: &[Recorded]) -> Vec<Choice> {
    let topics = claims.iter().flat_map(|recorded| &recorded.claim.topics);
    counted(topics.map(|topic| (topic.to_string(), topic.to_string())))
}

fn articles(claims: &[Recorded]) -> Vec<Choice> {
    counted(claims.iter().map(|recorded| {
        let article = &recorded.head.article;
        let id = article.id.to_string();
        let label = article.title().map_or_else(|| id.clone(), str::to_owned);
        (id, label)
    }))
}

fn counted(keys: impl Iterator<Item = (String, String)>) -> Vec<Choice> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts.into_iter().map(|((key, label), count)| Choice { key, label, count }).collect()
}
