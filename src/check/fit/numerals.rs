//! Numerals of several words, of which a part may not keep the half: `two thousand five hundred`, `treinta y cinco`, `10 to 12`.

use crate::text::language::Language;
use crate::text::token::Kind;
use crate::text::words::Classes;

use super::recorded::{Break, Recorded, Unit};

/// Whether two words in a row are one numeral; an "and" of one needs the numeral before it.
pub(super) fn is_one_numeral(first: &Unit, second: &Unit) -> bool {
    !first.class.has(Classes::JOINS)
        && (is_magnitude(first, second) || goes_on(first, second) || is_unit(first, second))
}

/// Symbols of units, currencies and hours, without case: The International System of Units (BIPM, 2019), ISO 4217, and how
/// newspapers print hours. `am` is left out, since it is a verb as well.
const UNITS: [&str; 48] = [
    "kg", "g", "mg", "t", "km", "m", "cm", "mm", "km²", "m²", "m³", "ha", "l", "cl", "ml", "w",
    "kw", "mw", "gw", "tw", "wh", "kwh", "mwh", "gwh", "twh", "v", "kv", "hz", "khz", "mhz", "ghz",
    "kb", "mb", "gb", "tb", "mph", "ft", "lb", "lbs", "oz", "eur", "usd", "gbp", "chf", "pm",
    "uhr", "bn", "mln",
];

/// Whether a unit follows its number: `5 kg`, `5.30 pm`.
fn is_unit(number: &Unit, unit: &Unit) -> bool {
    number.token.kind == Kind::Number
        && unit.token.kind == Kind::Word
        && UNITS.iter().any(|known| unit.token.key.eq_ignore_ascii_case(known))
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
        && !ends_a_share(recorded, at)
        && is_word(numeral)
        && is_word(rest)
        && joins.class.has(Classes::JOINS)
        && (joins_tens || numeral.class.has(Classes::BOUND))
}

/// Whether `per` stands before: after `five per cent and` another number begins.
fn ends_a_share(recorded: &Recorded<'_>, at: usize) -> bool {
    const OF: [&str; 4] = ["per", "por", "pour", "pro"];
    at.checked_sub(1).is_some_and(|of| OF.contains(&recorded.units[of].token.key.as_str()))
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
