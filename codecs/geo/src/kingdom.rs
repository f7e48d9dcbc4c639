// SPDX-License-Identifier: EUPL-1.2
//! Where the Kingdom of the Netherlands lies: three boxes, wide enough for its waters. They are
//! there to find files that are about something else, not to draw with.

use crate::Point;

/// West, south, east and north, in whole degrees and tenths: (tenths of a degree).
const BOXES: [[i32; 4]; 3] = [
    // The European part with its part of the North Sea.
    [25, 505, 75, 558],
    // Aruba, Curaçao and Bonaire.
    [-706, 113, -676, 134],
    // Sint Maarten, Saba and Sint Eustatius.
    [-640, 167, -625, 184],
];

/// True when a point lies in one of them.
pub fn holds(point: Point) -> bool {
    BOXES.iter().any(|sides| {
        let [west, south, east, north] = sides.map(|tenths| tenths * 1_000_000);
        (west..=east).contains(&point.lon) && (south..=north).contains(&point.lat)
    })
}
