//! Words that are marked in an article's saved text, for `claims add`.

use crate::cli::trouble::Trouble;
use crate::curate::{Marking, NoPlace, Quotes, mark};
use crate::ledger::{Claim, Mode, Quote};
use crate::text::printed::Printed;
use crate::wording::{all_of, counted};

/// Flags that mark words in the saved text.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "From the saved text")]
pub struct SelectArgs {
    /// Words of the article as printed: fills in passage, quotes and the words around them; repeatable
    #[arg(long, value_name = "WORDS")]
    select: Vec<String>,
    /// The only paragraph in which the words are looked for
    #[arg(long, value_name = "N", requires = "select", value_parser = clap::value_parser!(u32).range(1..))]
    paragraph: Option<u32>,
}

impl SelectArgs {
    /// Whether words are marked.
    pub fn is_given(&self) -> bool {
        !self.select.is_empty()
    }

    /// Fills in where a claim stands, and the words that it quotes unless they are given.
    ///
    /// # Errors
    /// When the text does not print the words, or more than once, or not in quotation marks where they are
    /// to be quoted.
    pub fn fill(&self, claim: &mut Claim, printed: &Printed<'_>) -> Result<(), Trouble> {
        let quotes = match claim.mode {
            _ if !claim.quotes.is_empty() => Quotes::None,
            Mode::Direct | Mode::Mixed => Quotes::Needed,
            Mode::OwnVoice => Quotes::IfAny,
            Mode::Indirect => Quotes::None,
        };
        let cue = claim.cue.clone();
        let (cue, paragraph) = (cue.as_deref(), self.paragraph);
        for words in &self.select {
            let place = mark(printed, &Marking { words, paragraph, cue, quotes });
            let place = place.map_err(|why| told(words, &why, paragraph))?;
            let paragraph = place.passage.paragraph.get();
            claim.quotes.iter_mut().for_each(|quote| surround(quote, printed, paragraph));
            claim.passages.push(place.passage);
            claim.quotes.extend(place.quotes);
        }
        Ok(())
    }
}

/// Gives a quote the words around it, where it stands in a paragraph once.
fn surround(quote: &mut Quote, printed: &Printed<'_>, paragraph: u32) {
    let words = &*quote.exact;
    let marking = Marking { words, paragraph: Some(paragraph), cue: None, quotes: Quotes::Needed };
    if let Ok(place) = mark(printed, &marking)
        && let [found] = place.quotes.as_slice()
        && quote.prefix.is_none()
        && quote.suffix.is_none()
    {
        quote.prefix.clone_from(&found.prefix);
        quote.suffix.clone_from(&found.suffix);
    }
}

/// Says why words are no place.
fn told(words: &str, why: &NoPlace, paragraph: Option<u32>) -> Trouble {
    let (said, help) = match why {
        NoPlace::Nowhere(Some((agreed, goes_on))) => (
            format!("the saved text does not print `{words}`"),
            format!("after `{agreed}` it goes on with `{goes_on}`"),
        ),
        NoPlace::Nowhere(None) => (
            format!("the saved text does not print `{words}`"),
            "copy the words from the text as they are printed".to_owned(),
        ),
        NoPlace::OtherParagraph(numbers) => (
            format!("`{words}` does not stand in paragraph {}", paragraph.unwrap_or_default()),
            format!("it stands in {}", paragraphs(numbers)),
        ),
        NoPlace::Several(places) => {
            let mut numbers: Vec<usize> = places.iter().map(|(number, _)| *number).collect();
            numbers.dedup();
            let each = places.iter().map(|(number, around)| format!("“{around}” ({number})"));
            let said = format!(
                "`{words}` stands in {}, in {}: {}",
                counted(places.len(), "place"),
                paragraphs(&numbers),
                all_of(each)
            );
            (said, "mark more words, or name the paragraph with `--paragraph`".to_owned())
        }
        NoPlace::TwoParagraphs => (
            format!("`{words}` goes from one paragraph into another"),
            "mark the words of each with a `--select` of its own".to_owned(),
        ),
        NoPlace::NoMarks(number) => (
            format!("`{words}` stands in paragraph {number}, but not in quotation marks"),
            "mark words in quotation marks, or use `--mode indirect`".to_owned(),
        ),
    };
    Trouble::new(said).help(help)
}

/// `paragraph 7`, `paragraphs 3 and 7`.
fn paragraphs(numbers: &[usize]) -> String {
    match numbers {
        [number] => format!("paragraph {number}"),
        numbers => format!("paragraphs {}", all_of(numbers)),
    }
}
