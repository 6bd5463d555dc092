//! Which of several utterances a quotation fits best: by words alone; who said them is the caller's business.

use super::given::Given;
use super::recorded::{Recorded, Utterance};
use super::stitch::{Stitching, stitched_from};
use super::table::{MOST_CELLS, fitted};
use super::{Fit, Fitted};

/// How many utterances are worth aligning, of those that a sieve ranks: with 12 the recorded one was among them in every
/// question of a bench of 13,000.
pub const CANDIDATES: usize = 12;

/// Steps that all alignments of one quotation may take together: about a quarter of a second.
const MOST_IN_ALL: usize = 2 * MOST_CELLS;

/// How a quotation fits each of several utterances, the best first.
#[derive(Clone, Debug, Default)]
pub struct Ranked {
    /// The fits, each with its utterance's position among those that were offered.
    pub fits: Vec<(usize, Fitted)>,
    /// Whether it is joined from several; looked for only where no fit is fine or a matter of spelling.
    pub stitching: Option<Stitching>,
}

/// How a quotation fits each utterance, the best first: what may stand before what hides a negation, then by fit, then by
/// what is left out, then by nearness; equal ones in the order they were offered.
pub fn best(given: &Given, utterances: &[Utterance<'_>]) -> Ranked {
    let recorded: Vec<Recorded<'_>> =
        utterances.iter().map(|utterance| Recorded::new(utterance, given.language())).collect();
    let mut cells = MOST_IN_ALL;
    let fits = recorded
        .iter()
        .enumerate()
        .filter_map(|(at, recorded)| Some((at, fitted(given, recorded, &mut cells)?)));
    let mut fits: Vec<(usize, Fitted)> = fits.collect();
    fits.sort_by(|(_, a), (_, b)| rank(a).cmp(&rank(b)).then(b.score.total_cmp(&a.score)));
    let is_decided = fits.first().is_some_and(|(_, fit)| fit.fit <= Fit::Spelling);
    let stitching =
        if is_decided { None } else { stitched_from(given, &recorded.iter().collect::<Vec<_>>()) };
    Ranked { fits, stitching }
}

fn rank(fitted: &Fitted) -> (bool, Fit, bool, bool, bool) {
    let hides = fitted.fit.is_fine() && fitted.hides_negation();
    let worse = fitted.fit > Fit::Elided;
    (
        worse,
        if hides { Fit::Elided } else { fitted.fit },
        hides,
        fitted.notes.clipped,
        fitted.bounded,
    )
}
