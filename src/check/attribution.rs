//! Whether the article credits the source that was asked for.

use crate::check::candidate::Kept;
use crate::check::verdict::Attributed;
use crate::ledger::{Answers, Name, Party, Source, SourceKind};

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
        Self { name, namesakes: Vec::new() }
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
                Some(claimed) if self.is_contested(kept, source, claimed) => {
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

    /// Whether somebody else answers to the name at least as well.
    ///
    /// One name written in two ways (`C. Schulz`, `Charles Schulz`; with a title and without) makes no
    /// two people of one; where a word more tells them apart (`John Adams`, `John Quincy Adams`) it does.
    fn is_contested(&self, kept: &Kept, source: &Source, claimed: Answers) -> bool {
        let own = party(&kept.file, kept.claim.source.as_str(), source);
        let name = Name::new(&source.name);
        let is_same = |other: &str| {
            let answers = name.answers_text(other).max(Name::new(other).answers_text(&source.name));
            source.kind == SourceKind::Person && answers >= Some(Answers::Initials)
        };
        let mut rivals = self.namesakes.iter().filter(|other| other.party != own);
        rivals.any(|other| other.claimed >= claimed && !is_same(&other.name))
    }
}
