//! The picture: who speaks and how, to be read in three seconds; colour, pattern and label say the same.

use maud::{Markup, html};

use crate::export::page::said::Said;
use crate::export::page::tally::{Speaker, Tally, WAYS, Way};
use crate::wording::counted;

/// More speakers than these are summed up.
const MOST: usize = 8;

pub(super) fn picture(tally: &Tally) -> Markup {
    let count = tally.count();
    if count == 0 {
        return html! {};
    }
    let most = tally.speakers.first().map_or(1, Speaker::count);
    let more = tally.speakers.len().saturating_sub(MOST);
    html! {
        section class="picture" aria-labelledby="_picture-title" {
            h2 id="_picture-title" { "Who speaks, and how" }
            figure {
                svg class="strip" role="img" aria-labelledby="_strip-title _strip-desc" {
                    title id="_strip-title" { "How the claims reach the reader" }
                    desc id="_strip-desc" { (in_a_sentence(tally)) }
                    (patterns())
                    (segments(&tally.ways, count))
                }
                ul class="ways" {
                    @for way in shown(&tally.ways) {
                        @let (name, meaning) = way.in_words();
                        li {
                            svg class="swatch" aria-hidden="true" { (segment(way, 0.0, 100.0)) }
                            span class="count" { (tally.ways[way.place()]) } " "
                            b { (name) } " "
                            span class="meaning" { (meaning) }
                        }
                    }
                }
            }
            table class="speakers" {
                caption class="unseen" { "Claims by who is credited" }
                thead class="unseen" { tr { th scope="col" { "Who" } th scope="col" { "Claims" } th scope="col" { "How" } } }
                tbody {
                    @for speaker in tally.speakers.iter().take(MOST) { (row(speaker, most)) }
                }
            }
            @if more > 0 { p class="more" { "And " (counted(more, "more source")) " with fewer claims." } }
        }
    }
}

fn row(speaker: &Speaker, most: usize) -> Markup {
    html! {
        tr {
            th scope="row" {
                a href={ "#source=" (Said(&speaker.key)) } { bdi { (Said(&speaker.name)) } }
                @if speaker.is_unnamed { " " span class="mark" { "unnamed" } }
            }
            td class="count" { (speaker.count()) }
            td class="bar" {
                svg aria-hidden="true" { (segments(&speaker.ways, most)) }
                span class="unseen" { (by_way(&speaker.ways)) }
            }
        }
    }
}

/// `12 own voice, 1 uncredited`.
fn by_way(ways: &[usize; 5]) -> String {
    let way = |way: Way| format!("{} {}", ways[way.place()], way.in_words().0);
    shown(ways).map(way).collect::<Vec<_>>().join(", ")
}

fn in_a_sentence(tally: &Tally) -> String {
    format!("{}: {}.", counted(tally.count(), "claim"), by_way(&tally.ways))
}

/// The ways that occur; of words that nobody is credited with one speaks only then, the others always.
fn shown(ways: &[usize; 5]) -> impl Iterator<Item = Way> {
    let ways = *ways;
    WAYS.into_iter().filter(move |way| ways[way.place()] > 0)
}

/// Segments side by side, in shares of `whole`.
#[allow(clippy::cast_precision_loss, reason = "a bar's width, to a hundredth of a per cent")]
fn segments(ways: &[usize; 5], whole: usize) -> Markup {
    let share = |count: usize| 100.0 * count as f64 / whole as f64;
    let before = |way: Way| ways[..way.place()].iter().sum();
    html! {
        @for way in shown(ways) { (segment(way, share(before(way)), share(ways[way.place()]))) }
    }
}

fn segment(way: Way, from: f64, width: f64) -> Markup {
    let (x, width) = (format!("{from:.2}%"), format!("{width:.2}%"));
    let class = ["quoted", "reported", "unnamed", "uncredited", "own-voice"][way.place()];
    html! { rect class=(class) x=(x) width=(width) height="100%" {} }
}

/// Stripes, dots and a grid: told apart in print and by eyes that see no colour.
fn patterns() -> Markup {
    html! {
        defs {
            pattern id="_reported" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect class="ground" width="6" height="6" {}
                rect class="figure" width="3" height="6" {}
            }
            pattern id="_unnamed" width="7" height="7" patternUnits="userSpaceOnUse" {
                rect class="ground" width="7" height="7" {}
                circle class="figure" cx="3.5" cy="3.5" r="1.9" {}
            }
            pattern id="_uncredited" width="6" height="6" patternUnits="userSpaceOnUse" {
                rect class="ground" width="6" height="6" {}
                rect class="figure" width="6" height="2" {}
                rect class="figure" width="2" height="6" {}
            }
        }
    }
}
