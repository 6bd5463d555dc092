//! What is kept of a whole ledger while its files pass by: ids, names, relations.

use std::collections::HashMap;
use std::sync::Arc;

use compact_str::CompactString;

use crate::check::rules::subject::Subject;
use crate::finding::{Finding, JsonPath, Place, Rule, Spot};
use crate::ledger::{Name, Source};
use crate::wording;

/// The ids, names and relations of all files: the only memory of `validate` that grows with the ledger.
#[derive(Debug, Default)]
pub struct Index {
    files: Vec<Arc<str>>,
    /// Whether a part of the ledger could not be read: what seems missing may stand there.
    pub(super) is_partial: bool,
    claims: HashMap<CompactString, Seat>,
    articles: HashMap<CompactString, usize>,
    /// Ids that another file has already.
    pub(super) repeated: Vec<Repeated>,
    /// What claims say of each other.
    pub(super) references: Vec<Reference>,
    bearers: HashMap<CompactString, Bearer>,
    /// Sources whose name is not the one that an earlier file gives.
    pub(super) renamed: Vec<Renamed>,
}

/// Where a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seat {
    pub file: usize,
    pub position: usize,
}

/// Which field of a claim names another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Relation {
    Conflicts,
    Supports,
    QualifiedBy,
    ReplacedBy,
}

/// A claim that names another.
#[derive(Debug)]
pub(super) struct Reference {
    pub from: CompactString,
    pub seat: Seat,
    pub relation: Relation,
    /// Its place in the field's list, counted from 0.
    pub at: usize,
    pub to: CompactString,
}

/// An id that stands in two files.
#[derive(Debug)]
pub(super) struct Repeated {
    pub id: CompactString,
    /// Where it stands first.
    pub first: usize,
    /// Where it stands again.
    pub file: usize,
    /// The claim's place; none where it is the article's id.
    pub position: Option<usize>,
}

/// The name that a source has in the first file that records it.
#[derive(Debug)]
struct Bearer {
    file: usize,
    source: Source,
}

/// A source that another file knows by another name.
#[derive(Debug)]
pub(super) struct Renamed {
    pub id: CompactString,
    pub first: (usize, CompactString),
    pub here: (usize, CompactString),
}

/// Beyond so many ids none is looked for that may have been meant: each is compared with all of them,
/// and a ledger of this size is written by programs, which do not mistype.
const MOST_FOR_A_GUESS: usize = 50_000;

impl Index {
    /// Keeps what is asked of a file when all files have passed.
    pub fn add(&mut self, subject: &Subject<'_>) {
        let file = self.files.len();
        self.files.push(Arc::clone(subject.file));
        self.is_partial |= !subject.is_whole;
        self.add_article(file, subject.head.article.id.as_str());
        for (id, source) in subject.head.sources.iter() {
            self.add_source(file, id.as_str(), source);
        }
        for claim in subject.claims() {
            let seat = Seat { file, position: claim.position };
            self.add_claim(seat, claim.claim.id.as_str());
            self.add_references(seat, claim.claim);
        }
    }

    /// Says that a file of the ledger could not be read at all.
    pub const fn add_unread(&mut self) {
        self.is_partial = true;
    }

    fn add_article(&mut self, file: usize, id: &str) {
        let first = *self.articles.entry(id.into()).or_insert(file);
        if first != file {
            self.repeated.push(Repeated { id: id.into(), first, file, position: None });
        }
    }

    fn add_claim(&mut self, seat: Seat, id: &str) {
        let first = *self.claims.entry(id.into()).or_insert(seat);
        if first.file != seat.file {
            self.repeated.push(Repeated {
                id: id.into(),
                first: first.file,
                file: seat.file,
                position: Some(seat.position),
            });
        }
    }

    fn add_source(&mut self, file: usize, id: &str, source: &Source) {
        // An anonymous source belongs to its file alone.
        if source.anonymous {
            return;
        }
        let Some(first) = self.bearers.get(id) else {
            let mut source = source.clone();
            source.x = None;
            self.bearers.insert(id.into(), Bearer { file, source });
            return;
        };
        if !is_known_as(id, &first.source, source) {
            self.renamed.push(Renamed {
                id: id.into(),
                first: (first.file, first.source.name.clone()),
                here: (file, source.name.clone()),
            });
        }
    }

    fn add_references(&mut self, seat: Seat, claim: &crate::ledger::Claim) {
        let listed = [
            (Relation::Conflicts, &claim.conflicts),
            (Relation::Supports, &claim.supports),
            (Relation::QualifiedBy, &claim.qualified_by),
        ];
        let replaced = claim.status.as_ref().and_then(|status| status.replaced_by.as_ref());
        let listed = listed.into_iter().flat_map(|(relation, ids)| {
            ids.iter().enumerate().map(move |(at, id)| (relation, at, id))
        });
        for (relation, at, id) in listed.chain(replaced.map(|id| (Relation::ReplacedBy, 0, id))) {
            self.references.push(Reference {
                from: claim.id.as_str().into(),
                seat,
                relation,
                at,
                to: id.as_str().into(),
            });
        }
    }

    /// Whether a claim of this id stands in the ledger.
    pub(super) fn has_claim(&self, id: &str) -> bool {
        self.claims.contains_key(id)
    }

    /// The claim id that was probably meant.
    pub(super) fn nearest_claim(&self, id: &str) -> Option<&str> {
        if self.claims.len() > MOST_FOR_A_GUESS {
            return None;
        }
        // Sorted, so that of two that are equally near it is always the same.
        let mut known: Vec<&str> = self.claims.keys().map(CompactString::as_str).collect();
        known.sort_unstable();
        wording::did_you_mean(id, known)
    }

    /// A file's name.
    pub(super) fn file(&self, file: usize) -> &Arc<str> {
        &self.files[file]
    }

    /// A finding about a value of a file.
    pub(super) fn found(
        &self,
        rule: &'static Rule,
        file: usize,
        path: JsonPath,
        message: impl Into<String>,
    ) -> Finding {
        let place = Place { file: Arc::clone(self.file(file)), spot: Spot::Json(path) };
        Finding::new(rule, place, message)
    }
}

/// Whether two records of a source share a whole name: one may call the other's alias its name.
fn is_known_as(id: &str, one: &Source, other: &Source) -> bool {
    use crate::ledger::Answers;
    one.name == other.name
        || Name::new(&one.name).answers(id, other) == Some(Answers::Whole)
        || Name::new(&other.name).answers(id, one) == Some(Answers::Whole)
}

impl Relation {
    /// Its field of a claim.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::Supports => "supports",
            Self::QualifiedBy => "qualified_by",
            Self::ReplacedBy => "replaced_by",
        }
    }
}

impl Reference {
    /// Where it is written.
    pub fn path(&self) -> JsonPath {
        let claim = JsonPath::claim(self.seat.position);
        match self.relation {
            Relation::ReplacedBy => claim.then("status").then("replaced_by"),
            relation => claim.then(relation.field()).then(self.at),
        }
    }
}
