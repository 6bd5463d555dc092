//! What frames a block quotation and is none of its words: whose they are, and where they are to be found.

use super::page::{Page, Setting};
use crate::span::Span;

/// The words of a block, and where it says whose they are; bytes of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub words: Span,
    pub byline: Option<Span>,
}

/// A byline has no more words than this.
const LONGEST: usize = 14;

/// What dashes begin a byline.
const DASHES: [&str; 4] = ["—", "–", "―", "--"];

/// The frame of a block, by its number; `held` are the passages in it.
pub(super) fn frame(draft: &str, page: &Page, number: usize, held: (usize, usize)) -> Frame {
    let (first, last) = held;
    let all = Span::new(page.passages[first].text.start, page.passages[last].text.end);
    let line = last_line(draft, page, number, all.start)
        .or_else(|| last_item(page, held))
        .or_else(|| end_of_line(page, last));
    let end = line.unwrap_or(all.end);
    let label = label(draft, page, first).filter(|label| label.end < end);
    let start = label.map_or(all.start, |label| label.end + 1);
    let end = start + without_reference(&page.text[start..end.max(start)]).len();
    let byline = line.map(|start| Span::new(start, all.end)).or(label);
    Frame { words: Span::new(start, end), byline: byline.or_else(|| paragraph_after(page, last)) }
}

/// Where a block's last line `— Mei Ito` begins on the page, emphasized or not.
fn last_line(draft: &str, page: &Page, number: usize, start: usize) -> Option<usize> {
    let outer = page.blocks[number];
    let block = draft[outer.range()].trim_end();
    let line = block.rfind('\n').map_or(0, |at| at + 1);
    let words = block[line..]
        .trim_start_matches(|letter: char| ">*_".contains(letter) || letter.is_whitespace());
    let is_byline = DASHES.iter().any(|dash| words.starts_with(dash));
    let at = page.page_place(outer.start + block.len() - words.len());
    (is_byline && at > start).then_some(at)
}

/// `- Mei Ito` under the words: one item, which plain keyboards mean for a dash.
fn last_item(page: &Page, (first, last): (usize, usize)) -> Option<usize> {
    let item = page.passages[last];
    let is_alone = last > first && page.passages[last - 1].setting == Setting::Paragraph;
    let names =
        is_alone && item.setting == Setting::Item && is_name_led(&page.text[item.text.range()]);
    names.then_some(item.text.start)
}

/// `… and so it stands. — Mei Ito`: behind the last full stop.
fn end_of_line(page: &Page, last: usize) -> Option<usize> {
    let passage = page.passages[last].text;
    let text = &page.text[passage.range()];
    let (at, dash) = DASHES.iter().filter_map(|dash| Some((text.rfind(dash)?, *dash))).max()?;
    let before = text[..at].trim_end();
    let is_ended =
        before.len() < at && before.ends_with(|letter: char| ".!?…”\"»“’]".contains(letter));
    (is_ended && is_name_led(&text[at + dash.len()..])).then_some(passage.start + at)
}

/// `— Mei Ito` as the paragraph right after the block.
fn paragraph_after(page: &Page, last: usize) -> Option<Span> {
    let after = page.passages.get(last + 1)?;
    let words = page.text[after.text.range()].trim();
    let name = DASHES.iter().find_map(|dash| words.strip_prefix(dash))?;
    let is_paragraph = after.block.is_none() && after.setting == Setting::Paragraph;
    (is_paragraph && is_name_led(name)).then_some(after.text)
}

/// `Mei Ito: …`, `**Ito:** …` at the start of a block: the name. A single word that is not set in bold may be the
/// speaker's own.
fn label(draft: &str, page: &Page, first: usize) -> Option<Span> {
    let passage = page.passages[first].text;
    let text = &page.text[passage.range()];
    let colon = text.find(':')?;
    let name = &text[..colon];
    let start = page.in_draft(Span::new(passage.start, passage.start + colon)).start;
    let is_bold = draft[..start].ends_with("**") || draft[..start].ends_with("__");
    let leads = text[colon + 1..].starts_with(char::is_whitespace)
        && is_name_led(name)
        && (is_bold || name.split_whitespace().nth(1).is_some());
    leads.then(|| Span::new(passage.start, passage.start + colon))
}

/// Whether words are a name with what is said of it, by their form: `Mei Ito, engineer`, `Ito`, `Lena van Dyk`.
fn is_name_led(words: &str) -> bool {
    let words = words.trim();
    let mut each = words.split_whitespace();
    let begins = |word: &str| word.starts_with(char::is_uppercase);
    let Some(first) = each.next().filter(|word| begins(word)) else { return false };
    let is_short = words.split_whitespace().nth(LONGEST).is_none();
    let is_sentence = words.ends_with(['.', '!', '?', '…', ':', ';']);
    let is_particle = |word: &str| word.chars().count() <= 3;
    let goes_on = match each.next() {
        None => true,
        _ if first.ends_with(',') => true,
        // `And I agree` is no name.
        Some(second) if begins(second) => second.chars().count() > 1,
        Some(second) => is_particle(second) && each.next().is_some_and(begins),
    };
    is_short && !is_sentence && goes_on
}

/// A text without a number in brackets, or a reference in parentheses, behind its last words: `[4]`,
/// `(Stroud 2026: 14)`, `(emphasis added)`.
fn without_reference(text: &str) -> &str {
    let whole = text.trim_end();
    let bare = whole.strip_suffix('.').unwrap_or(whole);
    if let Some(inside) = bare.strip_suffix(']')
        && let Some(open) = inside.rfind('[')
        && is_number(&inside[open + 1..])
    {
        return without_reference(&inside[..open]);
    }
    let reference = bare.strip_suffix(')').and_then(|inside| {
        let open = inside.rfind('(')?;
        let before = inside[..open].trim_end();
        let is_behind = bare.len() == whole.len()
            && before.ends_with(|letter: char| ".!?…”\"»“".contains(letter));
        let refers = refers(&inside[open + 1..], is_behind);
        (!before.is_empty() && refers).then_some(before)
    });
    reference.unwrap_or(text)
}

fn is_number(inside: &str) -> bool {
    inside.contains(|letter: char| letter.is_ascii_digit())
        && inside.chars().all(|letter| letter.is_ascii_digit() || ",–-; ".contains(letter))
}

/// Whether words in parentheses refer to a work; behind a full stop, a number or a word of the trade tells.
fn refers(inside: &str, is_behind: bool) -> bool {
    const TRADE: [&str; 20] = [
        "emphasis",
        "italics",
        "translation",
        "translated",
        "quoted",
        "cited",
        "ibid",
        "corsivo",
        "traduzione",
        "citato",
        "hervorhebung",
        "übersetzung",
        "zitiert",
        "souligné",
        "traduction",
        "cité",
        "énfasis",
        "cursiva",
        "traducción",
        "citado",
    ];
    let words = inside.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_year = |word: &&str| word.len() == 4 && matches!(word.parse(), Ok(1500..=2199));
    let is_work = words.iter().any(is_year)
        && words.len() > 1
        && inside.starts_with(char::is_uppercase)
        && words.len() <= LONGEST;
    let is_page = || words.first().is_some_and(|word| ["p", "pp", "S"].contains(word));
    let is_of_trade = || words.iter().any(|word| TRADE.contains(&word.to_lowercase().as_str()));
    let ends = inside.ends_with(['.', '!', '?']);
    is_work || is_behind && !ends && words.len() <= LONGEST && (is_page() || is_of_trade())
}

#[cfg(test)]
mod tests {
    use super::{is_name_led, without_reference};

    #[test]
    fn references_are_no_words() {
        let cases = [
            ("The bridge is safe [4].", "The bridge is safe "),
            ("The bridge is safe.[1, 2]", "The bridge is safe."),
            ("The bridge is safe. (Moss 2026: 14)", "The bridge is safe."),
            ("The bridge is safe (Moss 2026, p. 14).", "The bridge is safe"),
            ("The bridge is safe. (emphasis added)", "The bridge is safe."),
            ("The bridge is safe. (pp. 14–15)", "The bridge is safe."),
            ("The bridge is safe. (corsivo nostro) [3]", "The bridge is safe."),
            ("The bridge is safe. (We never looked.)", "The bridge is safe. (We never looked.)"),
            ("The bridge is safe (so they say).", "The bridge is safe (so they say)."),
            ("It was cited (in 1990)", "It was cited (in 1990)"),
            ("The bridge [sic]", "The bridge [sic]"),
        ];
        for (text, expected) in cases {
            assert_eq!(without_reference(text), expected);
        }
    }

    #[test]
    fn names_are_told_by_their_form() {
        let names =
            ["Mei Ito", "Ito", "Ito, engineer", "Lena van Dyk, mayor", "The Harbour Gazette"];
        assert!(names.into_iter().all(is_name_led));
        let others = ["and so on", "And so on", "And I agree", "Nobody Did.", "", "Are They Safe?"];
        assert!(!others.into_iter().any(is_name_led));
    }
}
