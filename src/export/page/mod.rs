//! The claims as one self-contained HTML page: for who will not open a terminal.
//!
//! It fetches nothing and runs nothing but its own small script; without that script all claims are
//! there, only not to be filtered. Every field passes `Said`.

mod citing;
mod facts;
mod filter;
mod item;
mod opening;
mod picture;
mod policy;
mod said;
mod tally;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::cite::fragment::Printed;
use crate::export::page::item::Item;
use crate::export::page::said::Said;
use crate::export::page::tally::Tally;
use crate::ledger::{Claim, Head, Today};
use crate::wording::counted;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// More claims than this are laid out only when they come into view.
const MANY: usize = 200;

/// Saved texts by the article's id.
type Texts<'a> = HashMap<&'a str, Printed<'a>>;

/// A claim with what it needs of its file.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The file as a person would type it.
    pub file: Arc<str>,
    /// Its article and sources.
    pub head: Arc<Head>,
    /// The claim.
    pub claim: Claim,
}

/// All that the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// The claims, those of a file together.
    pub claims: Vec<Recorded>,
    /// How many claims the ledger holds.
    pub of: usize,
    /// What the claims say that others name, on the page or not.
    pub statements: BTreeMap<String, String>,
    /// Saved texts by the article's id, which make links exact.
    pub texts: HashMap<String, String>,
    /// The day that counts as today.
    pub today: Today,
}

impl Page {
    /// The page, ending in a line break.
    pub fn html(&self) -> String {
        let printed: Texts<'_> =
            self.texts.iter().map(|(id, text)| (id.as_str(), Printed::new(text))).collect();
        let markup = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy::policy(STYLE, SCRIPT));
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (Said(&opening::title(&self.files()))) }
                    style { (PreEscaped(STYLE)) }
                }
                body class=[(self.claims.len() > MANY).then_some("many")] {
                    a class="skip" href="#_claims" { "Skip to the claims" }
                    (self.header())
                    main id="_main" {
                        (picture::picture(&Tally::of(&self.claims)))
                        (filter::form(&self.claims))
                        (self.list(&printed))
                    }
                    (self.footer())
                    p id="_said" class="unseen" role="status" {}
                    script id="_citations" type="application/json" { (PreEscaped(citing::citations(&self.claims, &printed))) }
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        };
        markup.into_string() + "\n"
    }

    /// The claims of one file after another.
    fn files(&self) -> Vec<&[Recorded]> {
        self.claims.chunk_by(|a, b| a.file == b.file).collect()
    }

    fn header(&self) -> Markup {
        opening::header(&self.files(), self.claims.len(), self.of)
    }

    fn list(&self, printed: &Texts<'_>) -> Markup {
        let files = self.files();
        let (mut taken, on_page) = (HashSet::new(), self.ids());
        html! {
            section id="_claims" aria-labelledby="_claims-title" tabindex="-1" {
                h2 id="_claims-title" { "The claims" }
                p id="_none" class="none" hidden[!self.claims.is_empty()] { "No claim fits. " a href="#" { "Show all claims" } }
                @for claims in &files {
                    section class="of-article" {
                        @if files.len() > 1 { (opening::article_heading(&claims[0].head.article)) }
                        @for recorded in *claims {
                            (Item {
                                recorded,
                                anchor: &anchor(recorded, &mut taken),
                                printed: printed.get(recorded.head.article.id.as_str()),
                                statements: &self.statements,
                                on_page: &on_page,
                                today: self.today,
                                level: if files.len() > 1 { 4 } else { 3 },
                            }.markup())
                        }
                    }
                }
                p id="_more" class="more" hidden { button type="button" {} }
            }
        }
    }

    fn ids(&self) -> HashSet<&str> {
        self.claims.iter().map(|recorded| recorded.claim.id.as_str()).collect()
    }

    fn footer(&self) -> Markup {
        let mut files: Vec<&str> = self.files().iter().map(|claims| &*claims[0].file).collect();
        let more = files.len().saturating_sub(3);
        files.truncate(3);
        html! {
            footer {
                p {
                    "Made by claims " (env!("CARGO_PKG_VERSION")) " from "
                    @for (at, file) in files.iter().enumerate() {
                        @if at > 0 { ", " }
                        code { (Said(file)) }
                    }
                    @if more > 0 { " and " (counted(more, "more file")) }
                    ". Forecasts count as overdue as of " (self.today.0) "."
                }
            }
        }
    }
}

/// The claim's id, or with its article's where the page has that already.
fn anchor(recorded: &Recorded, taken: &mut HashSet<String>) -> String {
    let id = recorded.claim.id.to_string();
    if taken.insert(id.clone()) {
        return id;
    }
    let mut anchor = format!("{}.{id}", recorded.head.article.id);
    while !taken.insert(anchor.clone()) {
        anchor.push('.');
    }
    anchor
}
