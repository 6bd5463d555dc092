//! `undisclosed-translation`: printed words that are a translation, and the draft does not say so.

use crate::check::caution::Caution;
use crate::check::credit::tongue;
use crate::check::lint::{Manuscript, Said, holds_any};
use crate::finding::{Finding, Rule};

/// A quotation of words that the article itself prints in translation.
pub static RULE: Rule =
    Rule::warning("undisclosed-translation", include_str!("undisclosed_translation.md"));

/// Beginnings of the words that disclose a translation, in the languages that drafts are read in; abbreviated ones
/// with their stop.
const DISCLOSED: [&str; 23] = [
    "translat",
    "transl.",
    "interpreter",
    "tradu",
    "tradott",
    "trad.",
    "un interprete",
    "un'interprete",
    "un’interprete",
    "l'interprete",
    "l’interprete",
    "tramite interprete",
    "un interprète",
    "une interprète",
    "l'interprète",
    "l’interprète",
    "intérprete",
    "übersetz",
    "uebersetz",
    "dolmetsch",
    "in the article's ",
    "in the article’s ",
    "as the article quotes",
];

/// The names of languages in English, where a noun may follow them.
const IN_ENGLISH: [&str; 30] = [
    "english",
    "french",
    "german",
    "italian",
    "spanish",
    "portuguese",
    "catalan",
    "dutch",
    "swedish",
    "norwegian",
    "danish",
    "finnish",
    "polish",
    "czech",
    "hungarian",
    "romanian",
    "greek",
    "turkish",
    "russian",
    "ukrainian",
    "arabic",
    "hebrew",
    "persian",
    "farsi",
    "hindi",
    "mandarin",
    "cantonese",
    "chinese",
    "japanese",
    "korean",
];

/// The same in the other languages that drafts are read in.
const ELSEWHERE: [&str; 108] = [
    "inglese",
    "francese",
    "tedesco",
    "italiano",
    "spagnolo",
    "portoghese",
    "catalano",
    "olandese",
    "svedese",
    "norvegese",
    "danese",
    "finlandese",
    "polacco",
    "ceco",
    "ungherese",
    "rumeno",
    "greco",
    "turco",
    "russo",
    "ucraino",
    "arabo",
    "ebraico",
    "persiano",
    "cinese",
    "giapponese",
    "coreano",
    "anglais",
    "français",
    "allemand",
    "italien",
    "espagnol",
    "portugais",
    "catalan",
    "néerlandais",
    "suédois",
    "norvégien",
    "danois",
    "finnois",
    "polonais",
    "tchèque",
    "hongrois",
    "roumain",
    "grec",
    "turc",
    "russe",
    "ukrainien",
    "arabe",
    "hébreu",
    "persan",
    "chinois",
    "japonais",
    "coréen",
    "englisch",
    "französisch",
    "deutsch",
    "italienisch",
    "spanisch",
    "portugiesisch",
    "katalanisch",
    "niederländisch",
    "schwedisch",
    "norwegisch",
    "dänisch",
    "finnisch",
    "polnisch",
    "tschechisch",
    "ungarisch",
    "rumänisch",
    "griechisch",
    "türkisch",
    "russisch",
    "ukrainisch",
    "arabisch",
    "hebräisch",
    "persisch",
    "chinesisch",
    "japanisch",
    "koreanisch",
    "inglés",
    "francés",
    "alemán",
    "italiano",
    "español",
    "castellano",
    "portugués",
    "catalán",
    "neerlandés",
    "sueco",
    "noruego",
    "danés",
    "finés",
    "polaco",
    "checo",
    "húngaro",
    "rumano",
    "griego",
    "turco",
    "ruso",
    "ucraniano",
    "árabe",
    "hebreo",
    "persa",
    "chino",
    "japonés",
    "coreano",
    "hindi",
    "mandarino",
    "mandarin",
];

/// Words before the name of a language by which somebody speaks it.
const IN: [&str; 3] = ["in", "auf", "en"];

/// The same of verbs, with what may stand between: `who speaks only Swedish`, `che non parla italiano`.
const SPEAKS: [&str; 21] = [
    "speak",
    "speaks",
    "spoke",
    "speaking",
    "parla",
    "parlava",
    "parlando",
    "parlano",
    "spricht",
    "sprach",
    "sprechen",
    "parle",
    "parlait",
    "parlant",
    "parlent",
    "habla",
    "hablaba",
    "hablando",
    "hablan",
    "original",
    "originale",
];

/// Words that may stand behind a language that somebody speaks in; others would be its noun: "in Swedish waters".
const BEHIND: [&str; 12] =
    ["on", "at", "to", "and", "but", "that", "by", "during", "through", "after", "when", "with"];

/// Whether a text in lower case tells that words are a translation, or what language their speaker spoke.
fn discloses(text: &str) -> bool {
    holds_any(text, &DISCLOSED) || names_language(text)
}

/// Whether a text tells what language somebody spoke: `she said in Swedish`, `ha detto in inglese`.
fn names_language(text: &str) -> bool {
    let mut before = ["", ""];
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        rest = &rest[end..];
        let is_english = IN_ENGLISH.contains(&word);
        if is_english || ELSEWHERE.contains(&word) {
            let is_spoken = before.iter().any(|word| SPEAKS.contains(word));
            let is_led = IN.contains(&before[1]);
            if is_spoken || is_led && !(is_english && leads_to_noun(rest)) {
                return true;
            }
        }
        before = [before[1], word];
    }
    false
}

/// Whether a noun may stand right behind a language.
fn leads_to_noun(rest: &str) -> bool {
    let next = rest.strip_prefix(' ').unwrap_or(rest);
    let end = next.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(next.len());
    end > 0 && !BEHIND.contains(&&next[..end])
}

/// Looks for words that say it in the paragraphs around, and in the notes.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_telling() || !said.has(Caution::Translated) {
        return None;
    }
    if page.context.around(said.quotation.outer).translates(discloses) {
        return None;
    }
    let message =
        "the printed words are a translation, or presumed to be, and the draft does not say so";
    let printed = said.claim().and_then(|kept| kept.language(kept.claim.quotes.first()?));
    let quoted = printed.map(|tag| format!(", “as quoted in {}”", tongue(&tag)));
    let help =
        format!("say it once near the words: “in translation”{}", quoted.unwrap_or_default());
    Some(page.of(said, &RULE, message).help(help))
}
