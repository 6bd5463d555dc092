//! How a safe sentence credits: as the article does, and with nothing that it does not say.

use crate::check::candidate::Kept;
use crate::ledger::{Article, Credit, Mode, Party, Quote, Translated};
use crate::wording::all_of;

/// Words between quotation marks; marks inside become single ones.
pub(super) fn marked(words: &str) -> String {
    // The break where a cue stands closes and opens the marks; it is no mark inside.
    let parts = words.split("” … “").map(|part| part.replace('“', "‘").replace('”', "’"));
    format!("“{}”", parts.collect::<Vec<_>>().join("” … “"))
}

/// The publication, as far as it is known.
pub(super) fn outlet(article: &Article) -> String {
    article.outlet().unwrap_or("the article").to_owned()
}

/// A language in words; its tag where it has no common English name here.
pub(super) fn tongue(tag: &str) -> String {
    let name = match tag.split(['-', '_']).next().unwrap_or_default() {
        "ar" => "Arabic",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hu" => "Hungarian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "no" | "nb" | "nn" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sv" => "Swedish",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        _ => return format!("`{tag}`"),
    };
    name.to_owned()
}

/// A claim whose words are to be credited.
pub(super) struct Credited<'a> {
    kept: &'a Kept,
    credit: Credit<'a>,
}

impl<'a> Credited<'a> {
    pub fn new(kept: &'a Kept) -> Self {
        Self { kept, credit: Credit::of(&kept.claim, &kept.head) }
    }

    /// Who is credited, in the words of the article's record.
    pub fn who(&self) -> String {
        match self.credit.party {
            Party::Named(source) => source.name.to_string(),
            Party::Anonymous(source) => format!("{}, whom the article does not name", source.name),
            Party::Uncredited => "nobody is credited".to_owned(),
            Party::OwnVoice => outlet(&self.kept.head.article),
            Party::Unrecorded(id) => format!("`{id}`, whom the file does not record"),
        }
    }

    /// A sentence with these words in quotation marks.
    pub fn sentence(&self, words: &str) -> String {
        let words = marked(words);
        let article = outlet(&self.kept.head.article);
        let credited = match self.credit.party {
            Party::Uncredited | Party::OwnVoice => format!(
                "{words} (words that {article} puts in quotation marks without saying whose they are"
            ),
            _ => format!("{}: {words} (as quoted by {article}", first_upper(&self.who())),
        };
        let translation = self.credit.translated.map(|how| self.translation(how));
        let relay = self.relay().map(|relay| format!(", {relay}"));
        let inferred =
            self.credit.inferred.then_some("; the passage itself does not name the speaker");
        format!(
            "{credited}{}{}{}).{}",
            translation.unwrap_or_default(),
            relay.unwrap_or_default(),
            inferred.unwrap_or_default(),
            self.doubt()
        )
    }

    /// A sentence without quotation marks.
    pub fn report(&self) -> String {
        let claim = &self.kept.claim;
        let statement = claim.statement.trim().trim_end_matches('.');
        let article = outlet(&self.kept.head.article);
        let credited = match (self.credit.party, self.credit.voice_of) {
            (Party::OwnVoice | Party::Uncredited, Some(_)) => {
                format!("{statement}, {article} says without saying how it knows")
            }
            (Party::OwnVoice | Party::Uncredited, None) => format!("{statement}, {article} says"),
            _ => format!("{statement}, according to {}, as {article} reports", self.who()),
        };
        let printed = printed(&claim.quotes).filter(|_| claim.mode == Mode::Mixed);
        let printed = printed.map(|words| format!(" (only {words} is printed in quotation marks)"));
        let relay = self.relay().map(|relay| format!(" ({relay})"));
        format!(
            "{credited}{}{}.{}",
            printed.unwrap_or_default(),
            relay.unwrap_or_default(),
            self.doubt()
        )
    }

    fn relay(&self) -> Option<String> {
        let via = &self.credit.via;
        (!via.is_empty()).then(|| format!("which has it from {}", all_of(via)))
    }

    fn translation(&self, translated: Translated) -> String {
        let quote = self.kept.claim.quotes.iter().find(|quote| quote.translated.is_some());
        let tag = quote.and_then(|quote| self.kept.language(quote));
        let tongue = tag.map(|tag| format!(", in {}", tongue(&tag))).unwrap_or_default();
        match translated {
            Translated::Stated => format!("{tongue}, a translation"),
            Translated::Presumed => format!("{tongue}, presumably a translation"),
        }
    }

    /// The printed words of doubt, which have to stay.
    fn doubt(&self) -> String {
        if self.credit.hedges.is_empty() {
            return String::new();
        }
        let hedges = self.credit.hedges.iter().map(|hedge| marked(hedge));
        format!(" Keep the doubt: the article's words are {}.", all_of(hedges))
    }
}

fn printed(quotes: &[Quote]) -> Option<String> {
    (!quotes.is_empty()).then(|| all_of(quotes.iter().map(|quote| marked(&quote.exact))))
}

/// A text that begins a sentence.
pub(super) fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
