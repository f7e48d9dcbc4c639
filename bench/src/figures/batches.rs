// SPDX-License-Identifier: EUPL-1.2
//! Figure 3: the writer, fed so that every transaction can hold 256 jobs, against bare SQLite
//! writing the same rows into the same tables, 256 entries in a transaction.

use std::time::Instant;

use crate::figure::{Figure, Limit};
use crate::node::{Node, activities};
use crate::scratch::Scratch;
use crate::server::Server;
use crate::sqlite::Bare;
use crate::{Effort, Outcome, rows};

/// Entries in a transaction.
const BATCH: usize = 256;

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let folder = scratch.path("node");
    Server::start(&folder)?.stop()?;
    let activities = activities(&folder)?;
    let node = Node::open(&folder)?;
    // The first comments also make the streams; those rows are no part of what is compared.
    node.comment(&activities, 0, activities.len() * 4)?;
    let ledger = rows::open(&folder.join("ledger.db"))?;
    let tables = rows::tables(&ledger, rows::WRITTEN)?;
    let bare = Bare::new(&scratch.path("bare.db"), &tables)?;
    let many = BATCH * effort.batches;
    let mut pairs = Vec::new();
    for pair in 0..=effort.pairs {
        let before = node.position()?;
        let started = Instant::now();
        node.comment(&activities, activities.len() * 4 + pair * many, many)?;
        let ours = many as f64 / started.elapsed().as_secs_f64();
        rows::index_requests(&ledger)?;
        let entries = rows::by_entry(&ledger, &tables, before, node.position()?)?;
        eprintln!(
            "  {ours:.0} entries/s, {} in a transaction",
            rows::together(&entries)
        );
        let started = Instant::now();
        bare.write(&entries, BATCH)?;
        let yardstick = entries.len() as f64 / started.elapsed().as_secs_f64();
        if pair > 0 {
            pairs.push((ours, yardstick));
        }
    }
    let title = "writer in batches of 256 / bare SQLite, same rows, 256 an fsync";
    Ok(vec![Figure::ratio(
        "3",
        title,
        "entries/s",
        pairs,
        Limit::AtLeast(0.5),
    )])
}
