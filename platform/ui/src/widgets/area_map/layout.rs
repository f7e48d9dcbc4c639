// SPDX-License-Identifier: EUPL-1.2
//! What stands where: the land as large as the drawing is wide, islands in a column over its
//! north-western sea when that is free, else in rows under it.

use paraat_kernel::Outline;

use super::Area;
use super::label::Spans;
use super::shape::{Projection, Rings, ends, height};

/// Width of the drawing, in tenths of a pixel.
pub const WIDE: i64 = 6400;
/// The highest that the land is drawn.
const HIGH: i64 = 9000;
/// Width and height of a box.
pub const BOX: [i64; 2] = [1480, 1180];
/// Between boxes, and between land and boxes.
const GAP: i64 = 80;
/// Room for the stroke along the sides of the drawing.
const EDGE: i64 = 20;
/// What the lines of text in a box take above and below what is drawn in it.
const TEXT: i64 = 240;

/// An area in a box.
pub struct Boxed<'a> {
    /// The area.
    pub area: &'a Area,
    /// The north-western corner of the box.
    pub at: [i64; 2],
    /// Its outline at its own scale.
    pub rings: Option<Rings>,
}

/// Everything in its place.
pub struct Layout<'a> {
    /// The areas that lie together, at one scale.
    pub drawn: Vec<(&'a Area, Rings)>,
    /// The others.
    pub boxed: Vec<Boxed<'a>>,
    /// Height of the drawing.
    pub high: i64,
}

impl<'a> Layout<'a> {
    /// Finds a place for each.
    pub fn of(areas: &'a [Area]) -> Self {
        let drawn = land(areas);
        let low = drawn.iter().flat_map(|(_, rings)| rings).flatten();
        let bottom = ends(low.map(|[_, y]| *y)).map_or(0, |(_, bottom)| bottom + EDGE);
        let (islands, unknown): (Vec<&Area>, Vec<&Area>) = areas
            .iter()
            .filter(|area| !is_land(area))
            .partition(|area| area.inset);
        let column = column(islands.len());
        let at_sea = !islands.is_empty() && column[1] <= bottom && is_free(&drawn, column);
        let mut boxed = Vec::new();
        if at_sea {
            let place = |(at, area)| boxed_at(area, [EDGE, EDGE + at * (BOX[1] + GAP)]);
            boxed.extend((0..).zip(islands.iter().copied()).map(place));
        }
        let below = islands.iter().filter(|_| !at_sea).chain(&unknown).copied();
        let top = if bottom > 0 { bottom + GAP } else { EDGE };
        let across = (WIDE - 2 * EDGE + GAP) / (BOX[0] + GAP);
        for (at, area) in (0..).zip(below) {
            let (column, row) = (at % across, at / across);
            let corner = [EDGE + column * (BOX[0] + GAP), top + row * (BOX[1] + GAP)];
            boxed.push(boxed_at(area, corner));
        }
        let ends = boxed.iter().map(|boxed| boxed.at[1] + BOX[1] + EDGE);
        let high = ends.chain([bottom]).max().unwrap_or(0);
        Self { drawn, boxed, high }
    }
}

fn is_land(area: &Area) -> bool {
    area.outline.is_some() && !area.inset
}

/// The areas that lie together.
fn land<'a>(areas: &'a [Area]) -> Vec<(&'a Area, Rings)> {
    let land = || areas.iter().filter(|area| is_land(area));
    let outlines = || land().filter_map(|area| area.outline.as_ref());
    let wide = WIDE - 2 * EDGE;
    let high = height(outlines(), wide).map_or(HIGH, |high| high.min(HIGH));
    let projection = Projection::fit(outlines(), [EDGE, EDGE], [wide, high]);
    let draw = |area: &'a Area| {
        let outline = area.outline.as_ref()?;
        Some((area, projection.as_ref()?.draw(outline)))
    };
    land().filter_map(draw).collect()
}

/// Width and height of a column of so many boxes.
fn column(count: usize) -> [i64; 2] {
    let count = i64::try_from(count).unwrap_or(i64::MAX / 10_000);
    [EDGE + BOX[0] + GAP, EDGE + count * (BOX[1] + GAP)]
}

/// True when no land lies in this corner.
fn is_free(drawn: &[(&Area, Rings)], [wide, high]: [i64; 2]) -> bool {
    let lies_in = |(_, rings): &(&Area, Rings)| {
        let spans = Spans::of(rings);
        spans.touch([0, wide], [0, high])
    };
    !drawn.iter().any(lies_in)
}

fn boxed_at(area: &Area, at: [i64; 2]) -> Boxed<'_> {
    let corner = [at[0] + GAP, at[1] + TEXT];
    let size = [BOX[0] - 2 * GAP, BOX[1] - 2 * TEXT];
    let draw = |outline: &Outline| {
        let projection = Projection::fit(std::iter::once(outline), corner, size)?;
        Some(projection.draw(outline))
    };
    Boxed {
        area,
        at,
        rings: area.outline.as_ref().and_then(draw),
    }
}
