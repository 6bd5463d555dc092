//! What is kept of a whole ledger while its files pass by: ids, names, relations.

use std::collections::HashMap;
use std::sync::Arc;

use compact_str::CompactString;

use crate::check::rules::subject::Subject;
use crate::finding::{Finding, JsonPath, Place, Rule, Spot};
use crate::ledger::{Answers, Claim, Name, Source};
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

/// What one file adds to an [`Index`]; made where the file is read, added in the order of the files.
#[derive(Debug)]
pub struct Outline {
    file: Arc<str>,
    is_whole: bool,
    article: CompactString,
    /// Without the anonymous ones.
    sources: Vec<(CompactString, Source)>,
    claims: Vec<(CompactString, usize)>,
    references: Vec<Reference>,
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

impl Outline {
    /// What a file says of ids, names and relations.
    pub fn of(subject: &Subject<'_>) -> Self {
        let mut outline = Self {
            file: Arc::clone(subject.file),
            is_whole: subject.is_whole,
            article: subject.head.article.id.as_str().into(),
            sources: Vec::new(),
            claims: Vec::new(),
            references: Vec::new(),
        };
        for (id, source) in subject.head.sources.iter() {
            // An anonymous source belongs to its file alone.
            if !source.anonymous {
                let source = Source { x: None, ..source.clone() };
                outline.sources.push((id.as_str().into(), source));
            }
        }
        for at in subject.claims() {
            outline.claims.push((at.claim.id.as_str().into(), at.position));
            outline.add_references(at.position, at.claim);
        }
        outline
    }

    fn add_references(&mut self, position: usize, claim: &Claim) {
        let listed = [
            (Relation::Conflicts, &claim.conflicts),
            (Relation::Supports, &claim.supports),
            (Relation::QualifiedBy, &claim.qualified_by),
        ];
        let listed = listed.into_iter().flat_map(|(relation, ids)| {
            ids.iter().enumerate().map(move |(at, id)| (relation, at, id))
        });
        let replaced = claim.status.as_ref().and_then(|status| status.replaced_by.as_ref());
        for (relation, at, id) in listed.chain(replaced.map(|id| (Relation::ReplacedBy, 0, id))) {
            self.references.push(Reference {
                from: claim.id.as_str().into(),
                // Put right when the file is added to an index.
                seat: Seat { file: 0, position },
                relation,
                at,
                to: id.as_str().into(),
            });
        }
    }
}

impl Index {
    /// Keeps what is asked of a file when all files have passed.
    pub fn add(&mut self, outline: Outline) {
        let file = self.files.len();
        self.files.push(outline.file);
        self.is_partial |= !outline.is_whole;
        self.add_article(file, outline.article);
        for (id, source) in outline.sources {
            self.add_source(file, id, source);
        }
        for (id, position) in outline.claims {
            self.add_claim(Seat { file, position }, id);
        }
        let here = outline.references.into_iter().map(|reference| {
            let seat = Seat { file, ..reference.seat };
            Reference { seat, ..reference }
        });
        self.references.extend(here);
    }

    /// Says that a part of the ledger could not be read at all.
    pub const fn add_unread(&mut self) {
        self.is_partial = true;
    }

    fn add_article(&mut self, file: usize, id: CompactString) {
        if let Some(first) = self.articles.get(&id) {
            let first = *first;
            self.repeated.push(Repeated { id, first, file, position: None });
        } else {
            self.articles.insert(id, file);
        }
    }

    fn add_claim(&mut self, seat: Seat, id: CompactString) {
        match self.claims.get(&id).map(|first| first.file) {
            Some(first) if first == seat.file => {}
            Some(first) => {
                let position = Some(seat.position);
                self.repeated.push(Repeated { id, first, file: seat.file, position });
            }
            None => {
                self.claims.insert(id, seat);
            }
        }
    }

    fn add_source(&mut self, file: usize, id: CompactString, source: Source) {
        let Some(first) = self.bearers.get(&id) else {
            self.bearers.insert(id, Bearer { file, source });
            return;
        };
        if !is_known_as(&id, &first.source, &source) {
            let first = (first.file, first.source.name.clone());
            self.renamed.push(Renamed { id, first, here: (file, source.name) });
        }
    }

    /// The ids of the articles, in no order.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        self.articles.keys().map(CompactString::as_str)
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
