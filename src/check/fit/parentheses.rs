//! What stands in commas, dashes or parentheses between a negation and what it denies.

use crate::text::language::Language;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};

/// More words than this in commas are a clause of their own.
pub(super) const LONGEST_PARENTHESIS: usize = 5;
/// More words than this between commas are more than an apposition; what stands between a negation and what it denies may be
/// longer: "I cannot, in good conscience and after all these years, [vote for it]".
const LONGEST_APPOSITION: usize = 14;

/// A negation from which only parentheses part the words: "Nobody, not even the mayor, [closed it]"; a "No" at the beginning of
/// a sentence says no by itself.
pub(super) fn negation_before_a_parenthesis(
    recorded: &Recorded<'_>,
    first: usize,
) -> Option<usize> {
    let units = &recorded.units;
    let is_cue = |at: usize| units[at].cue;
    let mut at = first;
    while at > 0 && units[at].break_before == Break::Phrase && !is_cue(at - 1) {
        let last = at - 1;
        let is_copula = |at: usize| {
            units[at].class.has(Classes::LIGHT) && units[at].break_before == Break::None
        };
        let negation = if is_copula(last) && last > 0 { last - 1 } else { last };
        // One that ends the parenthesis is its own: "He has not — I repeat, not — [taken it]".
        if at < first && units[negation].class.negates() && !is_cue(negation) {
            let is_start = last == 0 || units[last].break_before == Break::Sentence;
            let says_no = is_start && says_no(recorded.language, &units[last].token.key);
            return (!says_no).then_some(negation);
        }
        let nearest = (at.saturating_sub(LONGEST_APPOSITION)..at).rev();
        at = nearest.into_iter().find(|start| units[*start].break_before != Break::None)?;
    }
    None
}

/// How long a parenthesis may be that ends at a comma: where no comma stands before a complementizer but to close one, a long one.
pub(super) const fn longest(recorded: &Recorded<'_>, is_at_complementizer: bool) -> usize {
    let takes_no_commas = matches!(
        recorded.language,
        Some(
            Language::English
                | Language::French
                | Language::Italian
                | Language::Spanish
                | Language::Portuguese
        )
    );
    if takes_no_commas && is_at_complementizer { LONGEST_APPOSITION } else { LONGEST_PARENTHESIS }
}

/// Where the few words in commas begin that end before `at`.
pub(super) fn start_of_parenthesis(units: &[Unit], at: usize, longest: usize) -> Option<usize> {
    (at.saturating_sub(longest)..at).rev().find(|start| units[*start].break_before == Break::Phrase)
}

/// Whether a word answers a question with no: in Italian `non` does not, in French it does. Of a language that is not known
/// only what is nothing else in any of these.
fn says_no(language: Option<Language>, word: &str) -> bool {
    let words: &[&str] = match language {
        Some(Language::English) => &["no", "nope", "nah"],
        Some(Language::Italian | Language::Spanish) => &["no"],
        Some(Language::French) => &["non"],
        Some(Language::German) => &["nein", "nee", "ne"],
        Some(Language::Portuguese) => &["não"],
        Some(Language::Dutch) => &["nee", "neen"],
        Some(Language::Russian) => &["нет"],
        Some(Language::Czech) => &["ne"],
        Some(Language::Polish) => &["nie"],
        Some(Language::Chinese) => &["不"],
        Some(Language::Japanese) => &["いいえ", "いや"],
        Some(Language::Arabic) => &["لا", "كلا"],
        None => &["nein", "нет", "neen"],
    };
    words.contains(&word)
}
