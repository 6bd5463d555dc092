//! Numerals of several words, of which a part may not keep the half: `two thousand five hundred`, `treinta y cinco`, `10 to 12`.

use crate::text::language::Language;
use crate::text::token::Kind;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};

/// Whether two words in a row are one numeral; an "and" of one needs the numeral before it.
pub(super) fn is_one_numeral(first: &Unit, second: &Unit) -> bool {
    !first.class.has(Classes::JOINS) && (is_magnitude(first, second) || goes_on(first, second))
}

/// Whether `unit` says how large the numeral before it is: `3 million`, `15 per cent`.
const fn is_magnitude(numeral: &Unit, unit: &Unit) -> bool {
    numeral.class.has(Classes::NUMBER)
        && unit.class.has(Classes::NUMBER)
        && unit.class.has(Classes::BOUND)
}

/// Whether a numeral goes on after what says how large it is: `two thousand | five hundred`, `тридцать | пять`, `less than | 300`.
fn goes_on(magnitude: &Unit, unit: &Unit) -> bool {
    let numeral = Classes::NUMBER;
    magnitude.token.kind == Kind::Word
        && magnitude.class.has(numeral)
        && magnitude.class.has(Classes::BOUND)
        && unit.class.has(numeral)
}

/// Whether a numeral of three words stands at `at`, the second of them "and": `treinta y cinco`, `two hundred and five`.
pub(super) fn is_compound(recorded: &Recorded<'_>, at: usize) -> bool {
    let Some([numeral, joins, rest]) = recorded.units.get(at..at + 3) else {
        return false;
    };
    let joins_tens = matches!(
        recorded.language,
        Some(Language::Spanish | Language::Portuguese | Language::French)
    );
    let is_word = |unit: &Unit| unit.token.kind == Kind::Word && unit.class.has(Classes::NUMBER);
    let is_one_run = [joins, rest]
        .into_iter()
        .all(|unit| unit.break_before == Break::None && !unit.cue && unit.part == numeral.part);
    is_one_run
        && is_word(numeral)
        && is_word(rest)
        && joins.class.has(Classes::JOINS)
        && (joins_tens || numeral.class.has(Classes::BOUND))
}

/// Whether a range stands at `at`, of which the part keeps the beginning alone: `10 to 12`.
pub(super) fn is_range(recorded: &Recorded<'_>, at: usize) -> bool {
    let Some([from, to, until]) = recorded.units.get(at..at + 3) else {
        return false;
    };
    let word = match recorded.language {
        Some(Language::English) => "to",
        Some(Language::German) => "bis",
        Some(Language::French) => "à",
        Some(Language::Italian | Language::Spanish | Language::Portuguese) => "a",
        Some(Language::Dutch) => "tot",
        Some(Language::Russian) => "до",
        Some(Language::Polish | Language::Czech) => "do",
        _ => return false,
    };
    let is_number = |unit: &Unit| unit.class.has(Classes::NUMBER);
    let is_one_run = [to, until]
        .into_iter()
        .all(|unit| unit.break_before == Break::None && !unit.cue && unit.part == from.part);
    is_one_run && to.token.key == word && is_number(from) && is_number(until)
}
