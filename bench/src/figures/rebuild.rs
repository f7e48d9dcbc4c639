// SPDX-License-Identifier: EUPL-1.2
//! Figure 5: making the read tables again from the entries, against bare inserts of the rows that
//! come out, with their indexes, in entry order, in one transaction.

use std::time::Instant;

use crate::figure::{Figure, Limit};
use crate::node::{Node, activities, setup};
use crate::scratch::Scratch;
use crate::server::Server;
use crate::sqlite::Bare;
use crate::{Effort, Outcome, rows};

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let folder = scratch.path("node");
    Server::start(&folder)?.stop()?;
    let activities = activities(&folder)?;
    let node = Node::open(&folder)?;
    node.assign_all(&activities)?;
    // Half are new rows, half close the row before them.
    node.comment(&activities, 0, effort.rebuild / 2)?;
    node.report(&activities, effort.rebuild / 2 / activities.len().max(1))?;
    node.close()?;
    let path = folder.join("ledger.db");
    let mut pairs = Vec::new();
    for pair in 0..=effort.pairs {
        let started = Instant::now();
        paraat_ledger::rebuild(&path, setup(&folder)?)?;
        let ours = started.elapsed().as_secs_f64();
        let ledger = rows::open(&path)?;
        let names = rows::read_tables(&ledger)?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let tables = rows::tables(&ledger, &names)?;
        let all = rows::in_entry_order(&ledger, &tables)?;
        drop(ledger);
        let file = scratch.path(&format!("bare-{pair}.db"));
        let bare = Bare::new(&file, &tables)?;
        let started = Instant::now();
        bare.write_all(&all)?;
        let yardstick = started.elapsed().as_secs_f64();
        drop(bare);
        std::fs::remove_file(file)?;
        if pair > 0 {
            let many = all.len() as f64;
            pairs.push((many / ours, many / yardstick));
        }
    }
    let title = "rebuild / bare inserts of the same rows with their indexes";
    Ok(vec![Figure::ratio(
        "5",
        title,
        "rows/s",
        pairs,
        Limit::AtLeast(0.5),
    )])
}
