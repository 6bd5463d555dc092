//! Who speaks, and how: counted.

use std::collections::HashMap;

use crate::export::page::Recorded;
use crate::ledger::{Attribution, Claim, Credit, Head, Mode, Party};

/// How a claim reaches the reader; every claim is one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A named source, all or some of it in printed words.
    Quoted,
    /// A named source, in the article's words.
    Reported,
    /// A source that the article does not name.
    Unnamed,
    /// Words in quotation marks that nobody is credited with.
    Uncredited,
    /// The article itself.
    OwnVoice,
}

/// In the order of the picture: the better a reader can look behind the words, the further left.
pub(super) const WAYS: [Way; 5] =
    [Way::Quoted, Way::Reported, Way::Unnamed, Way::Uncredited, Way::OwnVoice];

impl Way {
    fn of(claim: &Claim, head: &Head) -> Self {
        match (Party::of(claim, head).attribution(), claim.mode) {
            (Attribution::OwnVoice, _) => Self::OwnVoice,
            (Attribution::Uncredited, _) => Self::Uncredited,
            (Attribution::Anonymous, _) => Self::Unnamed,
            (Attribution::Named, Mode::Direct | Mode::Mixed) => Self::Quoted,
            (Attribution::Named, Mode::Indirect | Mode::OwnVoice) => Self::Reported,
        }
    }

    /// Its place in [`WAYS`].
    pub const fn place(self) -> usize {
        match self {
            Self::Quoted => 0,
            Self::Reported => 1,
            Self::Unnamed => 2,
            Self::Uncredited => 3,
            Self::OwnVoice => 4,
        }
    }

    /// What it is called, and what that means.
    pub const fn in_words(self) -> (&'static str, &'static str) {
        match self {
            Self::Quoted => ("quoted", "a named source, in printed words"),
            Self::Reported => ("reported", "a named source, in the article’s words"),
            Self::Unnamed => ("unnamed", "a source that the article does not name"),
            Self::Uncredited => ("uncredited", "in quotation marks, credited to nobody"),
            Self::OwnVoice => ("own voice", "the article itself, crediting nobody"),
        }
    }
}

/// One who speaks, with the number of claims by way.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    /// What the filter calls it.
    pub key: String,
    /// Its name, or that it is the article.
    pub name: String,
    /// Whether the article does not name it.
    pub is_unnamed: bool,
    /// Claims by way, in the order of [`WAYS`].
    pub ways: [usize; 5],
}

/// Who speaks, and how.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// Claims by way, in the order of [`WAYS`].
    pub ways: [usize; 5],
    /// Whoever speaks, the most talkative first.
    pub speakers: Vec<Speaker>,
}

impl Tally {
    pub fn of(claims: &[Recorded]) -> Self {
        let mut ways = [0; 5];
        let mut speakers: Vec<Speaker> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for Recorded { head, claim, .. } in claims {
            let place = Way::of(claim, head).place();
            ways[place] += 1;
            let key = source_key(claim, head);
            let at = *places.entry(key.clone()).or_insert_with(|| {
                speakers.push(speaker(key, claim, head));
                speakers.len() - 1
            });
            speakers[at].ways[place] += 1;
        }
        // Stable: who speaks first stays first among equals.
        speakers.sort_by_key(|speaker| std::cmp::Reverse(speaker.count()));
        Self { ways, speakers }
    }

    /// How many claims there are.
    pub fn count(&self) -> usize {
        self.ways.iter().sum()
    }
}

impl Speaker {
    /// How many claims are credited to it.
    pub fn count(&self) -> usize {
        self.ways.iter().sum()
    }
}

fn speaker(key: String, claim: &Claim, head: &Head) -> Speaker {
    let party = Credit::of(claim, head).party;
    let name = match party {
        Party::OwnVoice | Party::Uncredited => "The article itself".to_owned(),
        party => party.name().to_owned(),
    };
    Speaker { key, name, is_unnamed: matches!(party, Party::Anonymous(_)), ways: [0; 5] }
}

/// What the filter calls the source of a claim: its id, the same party in every article; with its
/// article's id where it is unnamed, since such a source belongs to its article alone.
pub(super) fn source_key(claim: &Claim, head: &Head) -> String {
    match Party::of(claim, head) {
        Party::Anonymous(_) => format!("{}.{}", head.article.id, claim.source),
        _ => claim.source.to_string(),
    }
}
