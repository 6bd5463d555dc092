//! `distant-attribution`: a reader must guess who speaks.

use crate::check::lint::{Manuscript, Said};
use crate::draft::{Credit, Place, Who};
use crate::finding::{Finding, Rule};
use crate::wording::{counted, one_of, ticked};

/// A quotation whose speaker is not named in its sentence, or could be any of several.
pub static RULE: Rule = Rule::note("distant-attribution", include_str!("distant_attribution.md"));

/// So many of those who might speak are named in the message.
const NAMED: usize = 8;

/// Whether the sentence leads to the words from the name of whom they are: `Ito was blunt: “…”`.
fn is_led(said: &Said<'_>) -> bool {
    matches!(&said.quotation.credit, Credit::Likely(_, ground) if ground.place == Place::Same)
}

/// Looks for credits that are not certain.
pub fn test(said: &Said<'_>, page: &Manuscript<'_>) -> Option<Finding> {
    if !said.is_speech() || !said.is_fine() || said.is_slight() {
        return None;
    }
    let is_elsewhere = !said.is_confirmed();
    let is_cited = !said.quotation.citations.is_empty();
    if !is_elsewhere && (is_cited || is_led(said) || page.goes_on(said)) {
        return None;
    }
    let message = match &said.quotation.credit {
        Credit::Certain(_, ground) if ground.place == Place::Same && !is_elsewhere => return None,
        Credit::Certain(..) | Credit::Likely(..) => {
            let named = said.credited.as_deref().unwrap_or_default();
            format!("the words around leave it to the reader that `{named}` speaks")
        }
        Credit::Contested(whos) => {
            let more = whos.len().saturating_sub(NAMED);
            let names = whos.iter().take(NAMED).map(|who| match who {
                Who::Source(name) | Who::Name(name) => ticked(name),
            });
            let names = names.chain((more > 0).then(|| counted(more, "other")));
            format!("the words around do not tell whether {} speaks", one_of(names))
        }
        Credit::Nobody => return None,
    };
    let message = if is_elsewhere {
        format!("{message}; the article credits `{}`", said.source_name())
    } else {
        message
    };
    Some(page.of(said, &RULE, message).help("name the speaker in the sentence of the words"))
}
