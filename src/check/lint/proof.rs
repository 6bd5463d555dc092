//! Whether mended words are what is printed, letter for letter but for typography.

use unicode_normalization::UnicodeNormalization;

use crate::text::glyphs::{is_apostrophe, is_dash, is_ellipsis, is_invisible, is_quotation_mark};

/// Whether two texts differ in nothing but their type: the form of marks, dashes and blanks.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    set(one) == set(other)
}

/// The same, whatever the case of the first letter.
pub(super) fn is_alike_but_for_case(one: &str, other: &str) -> bool {
    lowered(&set(one)) == lowered(&set(other))
}

/// Whether words are a piece of the recorded ones, or pieces in their order with each cut marked, and nothing
/// else: no word, no letter, no comma. What the writer's brackets hold is the writer's.
pub(super) fn is_printed(words: &str, recorded: &str) -> bool {
    let is_paired =
        |text: &str| text.matches(['(', '（']).count() == text.matches([')', '）']).count();
    if is_paired(recorded) && !is_paired(words) {
        return false;
    }
    let recorded: String = set(recorded).replace(['[', ']'], "");
    let pieces = pieces(&set(words));
    let mut at = 0;
    for (number, (cut, piece)) in pieces.iter().enumerate() {
        let is_last = number + 1 == pieces.len();
        let piece = if is_last { piece.trim_end_matches(ENDING) } else { piece };
        let stands = |start: usize| {
            // A sentence may begin with the quotation.
            let length = begins(&recorded[start..], piece, number == 0)?;
            let left_out = &recorded[at..start];
            let is_wanted =
                *cut != Cut::Marked || left_out.contains(|c: char| c.is_alphanumeric() || c == '…');
            let end = start + length;
            let is_torn = *cut != Cut::Bracket && splits(&recorded, start)
                || is_last && splits(&recorded, end);
            (is_wanted && !is_torn).then_some(end)
        };
        let mut starts = recorded[at..].char_indices().map(|(start, _)| at + start);
        let Some(end) = starts.find_map(stands) else { return false };
        at = end;
    }
    !pieces.is_empty()
}

/// How many bytes of a text are this piece, where the text begins with it.
fn begins(text: &str, piece: &str, in_any_case: bool) -> Option<usize> {
    let (one, other) = (text.chars().next()?, piece.chars().next()?);
    let is_first = one == other || in_any_case && one.to_lowercase().eq(other.to_lowercase());
    let rest = &piece[other.len_utf8()..];
    (is_first && text[one.len_utf8()..].starts_with(rest)).then_some(one.len_utf8() + rest.len())
}

/// Whether a place stands within a word.
fn splits(text: &str, at: usize) -> bool {
    let sides = (text[..at].chars().next_back(), text[at..].chars().next());
    matches!(sides, (Some(a), Some(b)) if a.is_alphanumeric() && b.is_alphanumeric())
}

/// What a quotation may end with where the article goes on otherwise.
const ENDING: [char; 6] = ['.', ',', ';', ':', '!', ' '];

/// What stands before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    None,
    Marked,
    Bracket,
}

/// The words between what the writer marked: cuts, and brackets with what they hold.
fn pieces(words: &str) -> Vec<(Cut, String)> {
    let mut pieces = Vec::new();
    let (mut cut, mut piece, mut held) = (Cut::None, String::new(), None::<String>);
    let mut close = |cut: Cut, piece: &mut String| {
        let words = std::mem::take(piece);
        if words.contains(char::is_alphanumeric) {
            pieces.push((cut, words.trim().to_owned()));
        }
    };
    for letter in words.chars() {
        match (letter, held.take()) {
            ('[', None) => held = Some(String::new()),
            (']', Some(inside)) => {
                close(cut, &mut piece);
                let is_cut = inside.trim() == "…" || inside.trim().is_empty();
                cut = if is_cut { Cut::Marked } else { Cut::Bracket };
            }
            (letter, Some(mut inside)) => {
                inside.push(letter);
                held = Some(inside);
            }
            ('…', None) => {
                close(cut, &mut piece);
                cut = Cut::Marked;
            }
            (letter, None) => piece.push(letter),
        }
    }
    close(cut, &mut piece);
    pieces
}

/// A text as it is compared: one form of each mark, dash and blank, and no blank before a mark that French sets off.
fn set(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    for letter in text.nfc().filter(|letter| !is_invisible(*letter)) {
        let letter = match letter {
            c if c.is_whitespace() => ' ',
            c if is_apostrophe(c) || is_quotation_mark(c) => '\'',
            c if is_dash(c) => '-',
            c if is_ellipsis(c) => '…',
            c => c,
        };
        if letter == ' ' && (set.is_empty() || set.ends_with(' ')) {
            continue;
        }
        if matches!(letter, ';' | ':' | '!' | '?') && set.ends_with(' ') {
            set.pop();
        }
        set.push(letter);
        if set.ends_with("...") {
            set.truncate(set.len() - 3);
            set.push('…');
        }
    }
    set.truncate(set.trim_end().len());
    set
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(char::to_lowercase).into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::is_printed;

    #[test]
    fn only_what_is_printed_is_proved() {
        let recorded = "We counted, twice, the lamps that nobody — not even the “keeper” — had lit since 3.5 years ago.";
        let cases = [
            ("all", "We counted, twice, the lamps that nobody", true),
            (
                "another type",
                "We counted, twice, the lamps that nobody – not even the 'keeper' –",
                true,
            ),
            ("a small letter", "we counted, twice, the lamps", true),
            ("its own full stop", "We counted, twice, the lamps.", true),
            ("a piece from within", "the lamps that nobody", true),
            ("a cut", "We counted […] the lamps", true),
            ("a cut by dots", "We counted ... the lamps", true),
            ("an insertion", "We counted, twice, the [old] lamps", true),
            ("a cut of nothing", "We counted, twice, […] the lamps", false),
            ("a comma lost", "We counted twice, the lamps", false),
            ("a comma too many", "We counted, twice, the lamps, that nobody", false),
            ("another order", "the lamps […] We counted", false),
            ("a capital within", "We counted, twice, the Lamps", false),
            ("half a word", "We counted, twice, the lamp", false),
            ("half a word before", "e counted, twice, the lamps", false),
            ("a digit lost", "had lit since 3 years", false),
            ("nothing", "…", false),
        ];
        assert!(!is_printed("bridge) has moved", "The (old bridge) has moved"), "half a bracket");
        for (name, words, expected) in cases {
            assert_eq!(is_printed(words, recorded), expected, "{name}");
        }
    }
}
