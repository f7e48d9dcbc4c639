// SPDX-License-Identifier: EUPL-1.2
//! A drawing of points, lines and areas on the earth, with a grid of degrees and a scale bar, so
//! that it says where it is without a base map. It needs no script, and prints. The same stands in
//! a table that the page puts below it.

mod grid;
mod labels;

use maud::{Markup, html};
use paraat_kernel::{Bounds, Geometry, Outline, Place};

use self::grid::{Frame, Grid};
use self::labels::Labels;
use super::area_map::shape::{Projection, path};
use super::sign::{Mark, Tone, mark, tag};
use super::tile_map::{hatch, patterns};
use crate::words::Voice;

/// One thing to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Its number in the table below the drawing.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What sort of thing it is, in words.
    pub sort: String,
    /// The shape of its sort.
    pub mark: Mark,
    /// The colour of its sort.
    pub tone: Tone,
    /// Where it is.
    pub geometry: Geometry,
    /// True for text on the map: its title is all that is drawn.
    pub words_only: bool,
    /// True when it is out of date.
    pub stale: bool,
    /// Where it leads.
    pub href: String,
}

/// Draws these, with what their signs mean and these notes; `note` is given the step of the grid.
/// Nothing when there is nothing to draw. The id is that of the drawing on its page.
pub fn shape_map(
    voice: Voice<'_>,
    (id, label): (&str, &str),
    shapes: &[Drawn],
    note: impl Fn(&str) -> String,
) -> Markup {
    let boxes = shapes.iter().map(|it| it.geometry.bounds());
    let Some(bounds) = boxes.reduce(Bounds::with) else {
        return html! {};
    };
    let frame = Frame::around(bounds);
    let outline = frame.outline();
    let all = std::iter::once(&outline);
    let Some(projection) = Projection::fit(all, [0, 0], Frame::SIZE) else {
        return html! {};
    };
    let grid = Grid::of(&frame);
    let [wide, high] = Frame::SIZE.map(|tenths| tenths / 10);
    html! {
        figure.tile-map.shape-map id=(id) {
            svg.tiles.shapes viewBox={ "0 0 " (wide) " " (high) } width=(wide) height=(high)
                role="group" aria-label=(label) {
                (patterns(id))
                rect.shape-frame x="0.5" y="0.5" width=(wide - 1) height=(high - 1) {}
                (grid.draw(voice, &projection))
                @for drawn in shapes { (draw(id, &projection, drawn)) }
                (names(&projection, shapes))
                (frame.bar())
            }
            (legend(shapes))
            figcaption { (note(&grid.step(voice))) }
        }
    }
}

/// A place in the drawing, in pixels.
fn at(projection: &Projection, place: Place) -> [i64; 2] {
    projection.place(place).map(|tenths| tenths / 10)
}

/// The place at which the sign and the name of a shape stand.
fn middle(geometry: &Geometry) -> Place {
    let places = geometry.places();
    if let Geometry::LineString(_) = geometry {
        return places.get(places.len() / 2).copied().unwrap_or_default();
    }
    let bounds = geometry.bounds();
    Place {
        lon: (bounds.least.lon + bounds.most.lon) / 2,
        lat: (bounds.least.lat + bounds.most.lat) / 2,
    }
}

fn draw(id: &str, projection: &Projection, drawn: &Drawn) -> Markup {
    let class = format!(
        "shape tone-{}{}",
        drawn.tone.name(),
        if drawn.stale { " shape-stale" } else { "" }
    );
    let name = format!("{} {}, {}", drawn.number, drawn.title, drawn.sort);
    let [x, y] = at(projection, middle(&drawn.geometry));
    html! {
        a class=(class) href=(drawn.href) {
            title { (name) }
            @match &drawn.geometry {
                Geometry::Point(_) => {},
                Geometry::LineString(places) => {
                    polyline.shape-line points=(points(projection, places)) {}
                },
                Geometry::Polygon(rings) => {
                    @let data = path(&projection.draw(&Outline(vec![rings.clone()])));
                    path.shape-area d=(data) {}
                    @if let Some(hatch) = hatch(drawn.tone) {
                        path.tile-hatch d=(data) fill={ "url(#" (id) "-" (hatch) ")" } {}
                    }
                },
            }
            @if !drawn.words_only {
                circle.shape-spot cx=(x) cy=(y) r="9" {}
                svg.shape-sign x=(x - 6) y=(y - 6) width="12" height="12" { (mark(drawn.mark)) }
            }
        }
    }
}

fn points(projection: &Projection, places: &[Place]) -> String {
    let pairs = places.iter().map(|place| {
        let [x, y] = at(projection, *place);
        format!("{x},{y}")
    });
    pairs.collect::<Vec<_>>().join(" ")
}

/// The names, where they do not stand over each other; what found no room keeps its number.
fn names(projection: &Projection, shapes: &[Drawn]) -> Markup {
    let spots: Vec<[i64; 2]> = shapes
        .iter()
        .map(|drawn| at(projection, middle(&drawn.geometry)))
        .collect();
    let mut labels = Labels::beside(&spots);
    html! {
        @for (drawn, spot) in shapes.iter().zip(&spots) {
            @let long = format!("{} {}", drawn.number, drawn.title);
            @if let Some((text, [x, y], anchor)) = labels.place(*spot, &long, &drawn.number) {
                text.shape-name x=(x) y=(y) text-anchor=(anchor) aria-hidden="true" { (text) }
            }
        }
    }
}

/// Each sort that is drawn, once.
fn legend(shapes: &[Drawn]) -> Markup {
    let mut seen: Vec<&Drawn> = Vec::new();
    for drawn in shapes.iter().filter(|it| !it.words_only) {
        if !seen.iter().any(|it| it.sort == drawn.sort) {
            seen.push(drawn);
        }
    }
    html! {
        ul.legend {
            @for drawn in seen { li { (tag(&drawn.sort, drawn.mark, drawn.tone)) } }
        }
    }
}
