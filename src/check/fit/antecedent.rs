//! Who does not exist does nothing: "There was no one in the village [who owned a car]".

use crate::text::language::Language;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};

/// How far before the relative clause the negation of what it speaks of may stand.
const FARTHEST: usize = 7;

/// The negation that says that what the relative clause speaks of does not exist; the part is the clause, or its predicate.
pub(super) fn negation_of_antecedent(recorded: &Recorded<'_>, first: usize) -> Option<usize> {
    let units = &recorded.units;
    let tongue = Tongue::of(recorded.language?)?;
    let relative = [Some(first), first.checked_sub(1)].into_iter().flatten().find(|at| {
        let begins = units[*at].break_before == tongue.break_before && !units[*at].cue;
        begins && tongue.relatives.contains(&&*units[*at].token.key)
    })?;
    let clause = (relative.saturating_sub(FARTHEST)..relative).rev();
    let runs_on = |at: &usize| {
        (*at + 1 == relative || units[at + 1].break_before == Break::None) && !units[*at].cue
    };
    clause
        .take_while(runs_on)
        .filter(|at| units[*at].class.negates() && units[*at].class.has(Classes::FRONTED))
        .find(|at| tongue.says_there_is(&units[..*at]))
}

/// How a language says that there is nobody who.
struct Tongue {
    relatives: &'static [&'static str],
    /// What stands before a relative clause.
    break_before: Break,
    /// The word before the negation, and the one before that, where it needs one.
    there_is: &'static [(&'static str, &'static str)],
}

impl Tongue {
    /// Huddleston & Pullum (2002), ch. 16 § 6; Grevisse & Goosse (2016), § 784; Duden, Die Grammatik (2016), Relativsätze;
    /// Algemene Nederlandse Spraakkunst, § 8.6; for Polish and Czech the grammars of the word lists, on relative clauses.
    const fn of(language: Language) -> Option<Self> {
        Some(match language {
            Language::English => Self {
                relatives: &["who", "whose", "whom", "which"],
                break_before: Break::None,
                there_is: &[
                    ("there", "is"),
                    ("there", "was"),
                    ("there", "are"),
                    ("there", "were"),
                    ("", "there's"),
                ],
            },
            Language::French => Self {
                relatives: &["qui", "dont"],
                break_before: Break::None,
                there_is: &[("y", "a"), ("y", "avait"), ("y", "aura")],
            },
            Language::German => Self {
                relatives: &["der", "die", "das", "den", "dem", "dessen", "deren"],
                break_before: Break::Phrase,
                there_is: &[("", "gibt"), ("", "gab"), ("gibt", "es"), ("gab", "es")],
            },
            Language::Dutch => Self {
                relatives: &["die", "dat"],
                break_before: Break::None,
                there_is: &[("er", "is"), ("er", "was"), ("er", "zijn"), ("er", "waren")],
            },
            Language::Polish => Self {
                relatives: &["kto", "który", "która", "które", "którzy"],
                break_before: Break::Phrase,
                there_is: &[("nie", "ma"), ("nie", "było"), ("nie", "będzie")],
            },
            Language::Czech => Self {
                relatives: &["kdo", "který", "která", "které", "kteří"],
                break_before: Break::Phrase,
                there_is: &[("", "není"), ("", "nebyl"), ("", "nebude")],
            },
            _ => return None,
        })
    }

    fn says_there_is(&self, before: &[Unit]) -> bool {
        let word = |back: usize| {
            before.len().checked_sub(back).map_or("", |at| before[at].token.key.as_str())
        };
        self.there_is
            .iter()
            .any(|(first, second)| word(1) == *second && (first.is_empty() || word(2) == *first))
    }
}
