// SPDX-License-Identifier: EUPL-1.2
//! A grid of cells over a set of points, to find what lies near by.

use std::collections::HashMap;

use crate::Point;

/// A box with its sides along the axes: west, south, east, north.
#[derive(Debug, Clone, Copy)]
pub struct Box2 {
    west: i64,
    south: i64,
    east: i64,
    north: i64,
}

impl Box2 {
    /// The smallest box around points; of no size when there are none.
    pub fn around(points: &[Point]) -> Self {
        let lon = || points.iter().map(|point| i64::from(point.lon));
        let lat = || points.iter().map(|point| i64::from(point.lat));
        Self {
            west: lon().min().unwrap_or_default(),
            south: lat().min().unwrap_or_default(),
            east: lon().max().unwrap_or_default(),
            north: lat().max().unwrap_or_default(),
        }
    }
}

/// A cell, by column and row.
pub type Cell = (i64, i64);

/// Which things stand in which cell.
pub struct Grid {
    wide: i64,
    high: i64,
    held: HashMap<Cell, Vec<usize>>,
}

impl Grid {
    /// A grid over these points with about as many cells as this.
    pub fn around(points: &[Point], cells: usize) -> Self {
        let all = Box2::around(points);
        let along = i64::try_from(cells.isqrt()).unwrap_or(1).max(1);
        Self {
            wide: (all.east - all.west) / along + 1,
            high: (all.north - all.south) / along + 1,
            held: HashMap::new(),
        }
    }

    /// The cell that a point stands in.
    pub fn cell(&self, point: Point) -> Cell {
        let (lon, lat) = (i64::from(point.lon), i64::from(point.lat));
        (lon.div_euclid(self.wide), lat.div_euclid(self.high))
    }

    /// The cells that a box covers, in part at least.
    pub fn cells(&self, of: Box2) -> Vec<Cell> {
        let columns = of.west.div_euclid(self.wide)..=of.east.div_euclid(self.wide);
        let rows = of.south.div_euclid(self.high)..=of.north.div_euclid(self.high);
        columns
            .flat_map(|column| rows.clone().map(move |row| (column, row)))
            .collect()
    }

    /// What stands in a cell.
    pub fn at(&self, cell: Cell) -> &[usize] {
        self.held.get(&cell).map_or(&[], Vec::as_slice)
    }

    /// Puts something in a cell.
    pub fn put(&mut self, cell: Cell, thing: usize) {
        self.held.entry(cell).or_default().push(thing);
    }

    /// Takes something out of a cell.
    pub fn take(&mut self, cell: Cell, thing: usize) {
        if let Some(held) = self.held.get_mut(&cell) {
            held.retain(|other| *other != thing);
        }
    }
}
