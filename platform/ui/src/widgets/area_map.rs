// SPDX-License-Identifier: EUPL-1.2
//! A map of real borders, and the same as a table. Areas keep their shape and place; islands that
//! lie elsewhere, and areas whose borders are not known, stand in boxes of their own. It needs no
//! script, and prints.

mod label;
mod layout;
pub(super) mod shape;

use maud::{Markup, html};
use paraat_kernel::Outline;

use self::label::{Kind, Label, Line, Look};
use self::layout::{BOX, Boxed, Layout, WIDE};
use self::shape::{Rings, path};
use super::sign::{Mark, Tone, tag};
use super::tile_map::{hatch, patterns, sign, twin};
use crate::words::Voice;

/// One area: a region or an island.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its name.
    pub name: String,
    /// The word of its state.
    pub status: String,
    /// The shape of its state.
    pub mark: Mark,
    /// The colour of its state.
    pub tone: Tone,
    /// Where it leads; none for nowhere.
    pub href: Option<String>,
    /// Its borders; none when they are not known.
    pub outline: Option<Outline>,
    /// True for an island that is drawn in a box, at a scale of its own.
    pub inset: bool,
}

/// Draws the map, what its signs mean, these notes (year and source of the borders) and the table
/// with the same content. The id is that of the drawing on its page.
pub fn area_map(voice: Voice<'_>, id: &str, areas: &[Area], notes: &[String]) -> Markup {
    let layout = Layout::of(areas);
    let high = (layout.high + 9) / 10;
    let label = voice.say("map-areas-label");
    html! {
        figure.tile-map.area-map {
            svg.tiles.areas viewBox={ "0 0 " (WIDE / 10) " " (high) } width=(WIDE / 10)
                height=(high) role="group" aria-label=(label) {
                (patterns(id))
                @for (area, rings) in &layout.drawn { (draw(id, area, rings)) }
                @for boxed in &layout.boxed { (draw_box(id, boxed)) }
            }
            (legend(id, areas))
            figcaption {
                (voice.say("map-areas-note"))
                @for note in notes { " " (note) }
            }
            details.twin {
                summary { (voice.say("as-table")) }
                (twin(voice, &label, areas.iter().map(line)))
            }
        }
    }
}

/// An area as a line of the table.
fn line(area: &Area) -> (&str, Option<&str>, Markup) {
    let state = tag(&area.status, area.mark, area.tone);
    (&area.name, area.href.as_deref(), state)
}

/// What belongs together, as a link when it leads somewhere, named for those who cannot see it.
fn linked(area: &Area, body: Markup) -> Markup {
    let class = format!("tile-of tone-{}", area.tone.name());
    let title = format!("{}: {}", area.name, area.status);
    html! {
        @if let Some(href) = &area.href {
            a class=(class) href=(href) { title { (title) } (body) }
        } @else {
            g class=(class) { title { (title) } (body) }
        }
    }
}

fn draw(id: &str, area: &Area, rings: &Rings) -> Markup {
    let sign = sign(area.mark);
    let status = format!("{sign} {}", area.status);
    let labels = Look::ALL.map(|look| Label::within(rings, look, &area.name, &status, sign));
    linked(
        area,
        html! { (filled(id, area, rings)) @for label in &labels { (text(label)) } },
    )
}

/// An area with the pattern of its state.
fn filled(id: &str, area: &Area, rings: &Rings) -> Markup {
    let path = path(rings);
    html! {
        path.tile d=(path) {}
        @if let Some(hatch) = hatch(area.tone) {
            path.tile-hatch d=(path) fill={ "url(#" (id) "-" (hatch) ")" } {}
        }
    }
}

fn draw_box(id: &str, boxed: &Boxed<'_>) -> Markup {
    let (area, [left, top]) = (boxed.area, boxed.at.map(|tenths| tenths / 10));
    let sign = sign(area.mark);
    let status = format!("{sign} {}", area.status);
    let labels = Look::ALL.map(|look| Label::of_box(boxed.at, look, &area.name, &status, sign));
    let [wide, high] = BOX.map(|tenths| tenths / 10);
    linked(
        area,
        html! {
            rect.area-box x=(left) y=(top) width=(wide) height=(high) rx="3" {}
            @if let Some(rings) = &boxed.rings { (filled(id, area, rings)) }
            @for label in &labels { (text(label)) }
        },
    )
}

/// A label: hidden from readers of the screen, who have the name and state of the whole.
fn text(label: &Label) -> Markup {
    let class = |kind: Kind| match (kind, label.look) {
        (Kind::Name, Look::Wide) => "tile-name area-wide",
        (Kind::Name, Look::Narrow) => "tile-name area-narrow",
        (Kind::Status, Look::Wide) => "tile-status area-wide",
        (Kind::Status, Look::Narrow) => "tile-status area-narrow",
    };
    html! {
        @for Line { kind, text, at: [x, y] } in &label.lines {
            text class=(class(*kind)) x=(x / 10) y=(y / 10) text-anchor="middle"
                aria-hidden="true" { (text) }
        }
    }
}

/// Each state that occurs, once: its pattern, its sign and its word.
fn legend(id: &str, areas: &[Area]) -> Markup {
    let mut seen: Vec<&Area> = Vec::new();
    for area in areas {
        let same =
            |it: &&Area| (&it.status, it.mark, it.tone) == (&area.status, area.mark, area.tone);
        if !seen.iter().any(same) {
            seen.push(area);
        }
    }
    html! {
        ul.legend {
            @for area in seen {
                li {
                    svg class={ "tone-" (area.tone.name()) } viewBox="0 0 28 14"
                        aria-hidden="true" {
                        rect.tile x="1" y="1" width="26" height="12" {}
                        @if let Some(hatch) = hatch(area.tone) {
                            rect.tile-hatch x="1" y="1" width="26" height="12"
                                fill={ "url(#" (id) "-" (hatch) ")" } {}
                        }
                    }
                    (tag(&area.status, area.mark, area.tone))
                }
            }
        }
    }
}
