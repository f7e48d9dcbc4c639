// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::Wrong;
use crate::read::read;

/// One organisation on the schematic map.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tile {
    /// Id of a safety region or a public body.
    pub organisation: String,
    /// Column, 0 is west.
    pub column: u8,
    /// Row, 0 is north.
    pub row: u8,
    /// Two or three letters that fit in the tile; unique on the map.
    pub label: String,
    /// True for the islands, which are not drawn at their true place.
    #[serde(default)]
    pub inset: bool,
}

/// The schematic map: a grid with one tile for each region and each island.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// Number of columns.
    pub columns: u8,
    /// Number of rows, the inset included.
    pub rows: u8,
    /// Where the map comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether it was checked.
    pub verified: bool,
    /// The tiles, mainland from north to south, then the islands.
    #[serde(rename = "tile")]
    pub tiles: Vec<Tile>,
}

/// The schematic map of 25 safety regions and 3 islands.
///
/// # Errors
/// `Wrong` when the file cannot be read as a map.
pub fn map() -> Result<Map, Wrong> {
    read("map.toml", include_str!("../map.toml"))
}
