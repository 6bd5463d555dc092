//! Floor 3: which claims are asked for.

mod search;

use crate::ledger::{
    Attribution, Claim, ClaimKind, Head, Mode, Name, Party, SourceKind, State, Today,
};
pub use search::Search;

/// What must hold of a claim. Each list means "any of these", all lists together "all of these";
/// an empty list asks nothing.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Whom the article credits.
    pub sources: Vec<Name>,
    /// What the source is.
    pub source_kinds: Vec<SourceKind>,
    /// Named, anonymous, uncredited, own voice.
    pub attributions: Vec<Attribution>,
    /// How the article gives it.
    pub modes: Vec<Mode>,
    /// What sort of statement it is.
    pub kinds: Vec<ClaimKind>,
    /// The curator's topics.
    pub topics: Vec<Name>,
    /// Of whom or what it speaks.
    pub abouts: Vec<Name>,
    /// Articles, by id or a part of the title.
    pub articles: Vec<Name>,
    /// Whether it stands, and if not, what became of it.
    pub states: Vec<State>,
    /// Only claims with words of doubt.
    pub hedged: bool,
    /// Only forecasts whose day has passed.
    pub overdue: Option<Today>,
    /// Only claims that another contradicts.
    pub conflicted: bool,
    /// Words that all stand in the claim.
    pub search: Option<Search>,
}

/// A selection made ready for one file: what its article and sources decide is decided once.
#[derive(Clone, Debug)]
pub struct InFile {
    is_article: bool,
    by_source: Option<Vec<bool>>,
    own_voice: bool,
}

impl Selection {
    /// Decides what the head of a file decides.
    pub fn in_file(&self, head: &Head) -> InFile {
        let asks_source = !self.sources.is_empty();
        let answers = |id: &str, source: &_| {
            self.sources.iter().any(|name| name.answers(id, source).is_some())
        };
        InFile {
            is_article: self.articles.is_empty()
                || self.articles.iter().any(|name| is_article(name, head)),
            by_source: asks_source.then(|| {
                head.sources.iter().map(|(id, source)| answers(id.as_str(), source)).collect()
            }),
            own_voice: !asks_source || self.sources.iter().any(Name::is_own_voice),
        }
    }

    /// Whether a claim of that file is asked for.
    pub fn holds(&self, file: &InFile, head: &Head, claim: &Claim) -> bool {
        file.is_article
            && self.is_source(file, head, claim)
            && any(&self.modes, |mode| *mode == claim.mode)
            && any(&self.kinds, |kind| *kind == claim.kind)
            && any(&self.states, |state| *state == claim.state())
            && any(&self.attributions, |asked| *asked == Party::of(claim, head).attribution())
            && any(&self.source_kinds, |kind| {
                Party::of(claim, head).source().is_some_and(|source| source.kind == *kind)
            })
            && any(&self.topics, |topic| claim.topics.iter().any(|own| topic.stands_in(own)))
            && any(&self.abouts, |name| is_about(name, head, claim))
            && (!self.hedged || !claim.hedges.is_empty())
            && (!self.conflicted || !claim.conflicts.is_empty())
            && self.overdue.is_none_or(|today| claim.is_overdue(today))
            && self.search.as_ref().is_none_or(|search| search.finds(claim))
    }

    fn is_source(&self, file: &InFile, head: &Head, claim: &Claim) -> bool {
        let Some(by_source) = &file.by_source else {
            return true;
        };
        if claim.is_own_voice() {
            return file.own_voice;
        }
        match head.sources.position(claim.source.as_str()) {
            Some(at) => by_source[at],
            // A source that the file does not record still has the id that it is named by.
            None => self.sources.iter().any(|name| name.is_id(claim.source.as_str())),
        }
    }
}

fn any<T>(asked: &[T], holds: impl FnMut(&T) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(holds)
}

/// An article answers to its id, and to words of its title.
pub fn is_article(name: &Name, head: &Head) -> bool {
    name.is_id(head.article.id.as_str())
        || name.stands_in(head.article.id.as_str())
        || head.article.title().is_some_and(|title| name.stands_in(title))
}

/// A claim is about whom or what it lists, and about the person whose words or thoughts it tells.
pub fn is_about(name: &Name, head: &Head, claim: &Claim) -> bool {
    let told = claim.voice_of.as_ref().is_some_and(|id| match head.sources.get(id.as_str()) {
        Some(source) => name.answers(id.as_str(), source).is_some(),
        None => name.is_id(id.as_str()),
    });
    told || claim.about.iter().any(|about| name.answers_text(about).is_some())
}

/// The claims of a file that a selection asks for, with the file's decisions kept between claims.
#[derive(Clone, Debug, Default)]
pub struct Chosen(Option<InFile>);

impl Chosen {
    /// Whether the next claim of the file is asked for.
    pub fn holds(&mut self, selection: &Selection, head: &Head, claim: &Claim) -> bool {
        let file = self.0.get_or_insert_with(|| selection.in_file(head));
        selection.holds(file, head, claim)
    }
}
