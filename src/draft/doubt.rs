//! Words that stand behind a verb of saying and may be somebody else's all the same.

use super::cue::{Cue, Reader};
use super::lexicon::Traits;
use super::mention::Mention;
use super::token::Kind;
use super::utterance::OF;

impl Reader<'_, '_> {
    /// Whether the words at `quote`, which a cue before them credits, may be another's than the one who speaks there.
    pub fn is_doubtful(&self, cue: &Cue, quote: usize) -> bool {
        self.disputes(cue, quote)
            || self.denies_saying(cue)
            || self.tells_of_another(cue)
            || self.names_whose(cue, quote)
            || self.turns_to_another(cue, quote)
    }

    /// `«…» di Rossi`: whose words they are is said right behind them.
    pub fn is_owned_behind(&self, quote: usize) -> bool {
        let is_of = OF.contains(&self.lower(quote + 1).trim_end_matches(['\'', '’']));
        is_of && matches!(self.phrases.beginning(quote + 2), Some((Mention::Name(..), _)))
    }

    /// `denied that it was “…”`, `dismissed “…” as nonsense`; not `dismissed it as “…”`, `denied it: “…”`.
    fn disputes(&self, cue: &Cue, quote: usize) -> bool {
        let before = quote.checked_sub(1);
        let is_own = before.is_some_and(|at| {
            matches!(self.kind(at), Some(Kind::Colon | Kind::Comma))
                || matches!(self.lower(at).as_str(), "as" | "come" | "als" | "comme" | "como")
        });
        cue.traits.has(Traits::DISPUTE) && cue.verb < quote && !is_own
    }

    /// `would not call it “…”`, `declined to comment on “…”`.
    fn denies_saying(&self, cue: &Cue) -> bool {
        if !self.is(cue.verb, Traits::CUE) {
            return false;
        }
        let is_not = |at: usize| self.is(at, Traits::NOT) || self.lower(at).ends_with("n't");
        let group = self.group_start(cue.verb);
        let to = group.checked_sub(2).filter(|_| self.lower(group - 1) == "to");
        let first = group.saturating_sub(1).max(self.phrases.start);
        (first..cue.verb).any(is_not) || to.is_some_and(is_not)
    }

    /// `Rossi said Ito was wrong to call it “…”`, `told me that Ito turned and said “…”`: between the subject and its second
    /// verb somebody else does something.
    fn tells_of_another(&self, cue: &Cue) -> bool {
        let group = self.group_start(cue.verb);
        let is_second = group
            .checked_sub(1)
            .filter(|at| *at >= self.phrases.start)
            .is_some_and(|at| self.lower(at) == "to" || self.is(at, Traits::CONJUNCTION));
        let Mention::Name(_, end) = cue.speaker else { return false };
        let begins = |at: usize| {
            let before = at - 1;
            self.kind(before) == Some(Kind::Comma)
                || self.is(before, Traits::CONJUNCTION.and(Traits::CUE))
        };
        is_second
            && (end..group).any(|at| {
                let owns = || self.phrases.tokens[self.phrases.name_end(at) - 1].possessive;
                self.phrases.is_name_word(at) && begins(at) && !owns()
            })
    }

    /// `rejected Ito's claim that it was “…”`, `ricorda le parole di Ito: «…»`, `quotes Ito: “…”`.
    fn names_whose(&self, cue: &Cue, quote: usize) -> bool {
        const QUOTES: &[&str] =
            &["quotes", "quoted", "cites", "cited", "cita", "citò", "zitiert", "zitierte", "cite"];
        let said = Traits::UTTERANCE.and(Traits::SAY);
        let is_owned = |noun: usize| {
            let is_noun = self.is(noun, said);
            let owner = || self.owner_before(noun).or_else(|| self.owner_after(noun));
            is_noun && owner().is_some_and(|(name, _, _)| name != cue.speaker)
        };
        let is_quoted = QUOTES.contains(&self.lower(cue.verb).as_str())
            && self.phrases.is_name_word(cue.verb + 1);
        let quoting = |at: usize| {
            matches!(self.lower(at).as_str(), "quoting" | "citing" | "citando")
                && self.phrases.is_name_word(at + 1)
        };
        // What Ito read is somebody's; what a statement reads is its own.
        let is_read = self.lower(cue.verb) == "read" && self.kind(cue.verb + 1) == Some(Kind::Word);
        is_quoted
            || is_read
            || (self.phrases.start..quote).any(quoting)
            || (cue.verb + 1..quote).any(is_owned)
    }

    /// `“…,” Ito said, and Rossi, beside her: “…”`: a colon, and a name before it that is not spoken of or to.
    fn turns_to_another(&self, cue: &Cue, quote: usize) -> bool {
        let colon = quote.checked_sub(1).filter(|at| self.kind(*at) == Some(Kind::Colon));
        let Some(colon) = colon else { return false };
        (cue.end + 1..colon).any(|at| {
            let pauses =
                self.kind(at - 1) == Some(Kind::Comma) || self.is(at - 1, Traits::CONJUNCTION);
            let owns = || self.phrases.tokens[self.phrases.name_end(at) - 1].possessive;
            self.phrases.is_name_word(at) && pauses && !owns()
        })
    }
}
