//! Whether the article credits the source that was asked for.

use std::collections::BTreeMap;

use crate::check::candidate::Kept;
use crate::check::verdict::Attributed;
use crate::ledger::{Answers, Name, Party, Source, SourceKind};

/// A file with more sources than these is a collection of quotations and no article: that two of its people share a
/// surname says nothing. Of eighty news articles that were looked at none credits more than 29.
pub(super) const MOST_OF_AN_ARTICLE: usize = 64;

/// A source of the ledger that answers to the asked name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Namesake {
    /// Who it is: the same id is the same party, whatever the file; a source without a name belongs to its file.
    pub party: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How strongly it answers.
    pub claimed: Answers,
}

/// Whom words are given to, and every source of the ledger that answers to that name.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The name.
    pub name: Name,
    /// Who answers to it, each once, in the order of their ids.
    pub namesakes: Vec<Namesake>,
    /// Who answers to it in one article, by the article's file, where that is more than one.
    together: BTreeMap<String, Vec<Namesake>>,
}

/// Whether others than the credited source bear the name that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Contest {
    /// Nobody else, as far as is known.
    None,
    /// Others in the ledger do: the words alone tell who is meant.
    Elsewhere,
    /// Somebody else in the same article does, or one who answers better: nothing tells who is meant.
    Here,
}

/// How strongly a source answers to a name that words are given to.
///
/// Words are given to a person by any part of the name; to others only by the whole of it: “Huawei” is not
/// “industry insiders at Huawei”, and “California” not the “University of California”. A name that says more
/// than the article (a first name that it does not print) is another name: the article does not say that it is
/// the same person, and an alias in the ledger does.
pub fn claimed(name: &Name, id: &str, source: &Source) -> Option<Answers> {
    let answers = name.answers(id, source)?;
    let is_bearer = source.kind == SourceKind::Person && !source.anonymous;
    (is_bearer || answers.is_whole()).then_some(answers)
}

impl Namesake {
    /// A source of a file, where it answers to the name.
    pub fn of(name: &Name, file: &str, id: &str, source: &Source) -> Option<Self> {
        let claimed = claimed(name, id, source)?;
        let party = party(file, id, source);
        Some(Self { party, id: id.to_owned(), name: source.name.to_string(), claimed })
    }
}

/// What tells one party from another.
fn party(file: &str, id: &str, source: &Source) -> String {
    if source.anonymous { format!("{file}\0{id}") } else { id.to_owned() }
}

impl Asked {
    /// A name without anybody who answers to it.
    pub fn new(name: Name) -> Self {
        Self { name, namesakes: Vec::new(), together: BTreeMap::new() }
    }

    /// Adds a source that answers to it, once for each party, by its strongest claim.
    pub fn add(&mut self, namesake: Namesake) {
        match self.namesakes.iter_mut().find(|known| known.party == namesake.party) {
            Some(known) => {
                known.claimed = known.claimed.max(namesake.claimed);
                known.name = known.name.clone().min(namesake.name);
            }
            None => self.namesakes.push(namesake),
        }
    }

    /// Says who of one article answers to it.
    pub fn stand_together(&mut self, file: &str, namesakes: Vec<Namesake>) {
        if namesakes.len() > 1 {
            self.together.insert(file.to_owned(), namesakes);
        }
    }

    /// Whether the article's own voice is asked for.
    pub fn is_own_voice(&self) -> bool {
        self.name.is_own_voice()
    }

    /// Whether a quote of this claim is credited to whom was asked for.
    pub fn of_quote(&self, kept: &Kept) -> Attributed {
        match Party::of(&kept.claim, &kept.head) {
            Party::OwnVoice | Party::Uncredited => Attributed::NoSource,
            Party::Unrecorded(_) => Attributed::OtherSource,
            Party::Anonymous(source) => match self.claimed(kept, source) {
                Some(_) => Attributed::Confirmed,
                None => Attributed::AnonymousSource,
            },
            Party::Named(source) => match self.claimed(kept, source) {
                None => Attributed::OtherSource,
                Some(claimed) if self.contest(kept, source, claimed) == Contest::Here => {
                    Attributed::AmbiguousName
                }
                Some(_) => Attributed::Confirmed,
            },
        }
    }

    /// Whether reported speech of this claim is credited to whom was asked for; its own voice is not.
    pub fn of_report(&self, kept: &Kept) -> Attributed {
        if kept.claim.is_own_voice() { Attributed::OtherSource } else { self.of_quote(kept) }
    }

    fn claimed(&self, kept: &Kept, source: &Source) -> Option<Answers> {
        if self.is_own_voice() {
            return None;
        }
        claimed(&self.name, kept.claim.source.as_str(), source)
    }

    /// Others in the ledger who bear the name as well, although the words tell who is meant.
    pub fn others<'a>(&'a self, kept: &'a Kept) -> impl Iterator<Item = &'a Namesake> {
        let named = match Party::of(&kept.claim, &kept.head) {
            Party::Named(source) => self.claimed(kept, source).map(|claimed| (source, claimed)),
            _ => None,
        };
        named.into_iter().flat_map(|(source, claimed)| self.rivals(kept, source, claimed))
    }

    /// Whether what is asked for may be either of the two whom these claims credit.
    pub fn may_be_either(&self, one: &Kept, other: &Kept) -> bool {
        let rivals = |kept: &Kept, rival: &Kept| {
            let rival = Party::of(&rival.claim, &rival.head)
                .source()
                .map(|source| party(&rival.file, rival.claim.source.as_str(), source));
            self.others(kept).any(|other| Some(&other.party) == rival.as_ref())
        };
        rivals(one, other) || rivals(other, one)
    }

    /// Who else answers to the name at least as well.
    fn rivals<'a>(
        &'a self,
        kept: &Kept,
        source: &'a Source,
        claimed: Answers,
    ) -> impl Iterator<Item = &'a Namesake> {
        let own = party(&kept.file, kept.claim.source.as_str(), source);
        self.namesakes.iter().filter(move |other| {
            other.party != own
                && other.claimed >= claimed
                && (self.is_beside(kept, other) || !is_one_person(source, &other.name))
        })
    }

    /// Whether the article of a claim credits this namesake, too.
    fn is_beside(&self, kept: &Kept, namesake: &Namesake) -> bool {
        let here = self.together.get(&*kept.file).map_or(&[][..], Vec::as_slice);
        here.iter().any(|other| other.party == namesake.party)
    }

    /// Whether somebody else answers to the name at least as well.
    fn contest(&self, kept: &Kept, source: &Source, claimed: Answers) -> Contest {
        // A bare surname is everybody's who bears it, also where somebody is known by nothing else.
        let outweighs = |other: &Namesake| {
            other.claimed == Answers::Id || other.claimed > claimed && !self.name.is_bare()
        };
        let contest = |other| {
            if outweighs(other) || self.is_beside(kept, other) {
                Contest::Here
            } else {
                Contest::Elsewhere
            }
        };
        self.rivals(kept, source, claimed).map(contest).max().unwrap_or(Contest::None)
    }
}

/// Whether two sources are one person whose name is written in two ways.
///
/// `C. Schulz` and `Charles Schulz`, with a title and without, are no two people where they stand in two articles; in one, whoever
/// recorded it took them for two. Where a word more tells them apart (`John Adams`, `John Quincy Adams`), or where one name
/// stands under two ids, they are two.
fn is_one_person(source: &Source, other: &str) -> bool {
    let name = Name::new(&source.name);
    if source.kind != SourceKind::Person || name.words() == Name::new(other).words() {
        return false;
    }
    let answers = name.answers_text(other).max(Name::new(other).answers_text(&source.name));
    answers >= Some(Answers::Initials)
}
