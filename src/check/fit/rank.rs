//! The best of several utterances.
use super::{Fitted, Given, Stitching, Utterance, fit, stitched};

/// How a quotation fits each of several utterances, the best first.
#[derive(Debug)]
pub struct Ranked {
    /// The fits, with the utterance's position.
    pub fits: Vec<(usize, Fitted)>,
    /// Whether it is joined from several.
    pub stitching: Option<Stitching>,
}

/// best
pub fn best(given: &Given, utterances: &[Utterance<'_>]) -> Ranked {
    let mut fits: Vec<(usize, Fitted)> =
        utterances.iter().enumerate().filter_map(|(n, u)| Some((n, fit(given, u)?))).collect();
    fits.sort_by(|a, b| {
        (a.1.hides_negation(), a.1.fit)
            .cmp(&(b.1.hides_negation(), b.1.fit))
            .then(b.1.score.total_cmp(&a.1.score))
    });
    let stitching = stitched(given, utterances);
    Ranked { fits, stitching }
}
