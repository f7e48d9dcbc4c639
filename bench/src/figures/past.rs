// SPDX-License-Identifier: EUPL-1.2
//! Figure 10: the picture of a crisis of a hundred thousand events as it was known at random
//! moments, each asked for once, against the picture as it is now.

use std::collections::VecDeque;

use super::pages::cost;
use crate::figure::{Figure, Limit};
use crate::http::Client;
use crate::node::Node;
use crate::scratch::Scratch;
use crate::server::Server;
use crate::{Effort, Outcome, machine};

/// The moments at which something was recorded in a crisis, spread evenly over its events, in an
/// order that jumps to and fro.
fn moments(folder: &std::path::Path, many: usize) -> Outcome<Vec<String>> {
    let ledger = crate::rows::open(&folder.join("ledger.db"))?;
    let sql = "SELECT recorded FROM entry WHERE position > (SELECT max(position) FROM entry) / 50
               ORDER BY position * 7919 % 100003 LIMIT ?1";
    let mut statement = ledger.prepare(sql)?;
    let found = statement.query_map([i64::try_from(many)?], |row| row.get::<_, i64>(0))?;
    let found: Vec<i64> = found.collect::<Result<_, _>>()?;
    let texts = found.into_iter().map(|at| {
        let at = paraat_kernel::Timestamp::from_millisecond(at)?;
        Ok(at.to_string())
    });
    texts.collect()
}

/// Microseconds of processor for a page of each of these moments.
fn past(server: &Server, cookie: &str, page: &str, at: Vec<String>) -> Outcome<f64> {
    let mut client = Client::new(&server.address)?;
    let before = machine::processor_seconds(server.process())?;
    let many = at.len() as f64;
    for moment in at {
        let address = format!("{page}?moment={moment}");
        client.get(&address, &[("Cookie", cookie), ("Accept-Encoding", "gzip")])?;
    }
    let used = machine::processor_seconds(server.process())? - before;
    Ok(used * 1e6 / many)
}

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let folder = scratch.path("crisis");
    Server::start(&folder)?.stop()?;
    let node = Node::open(&folder)?;
    let incident = node.crisis(effort.events)?;
    node.close()?;
    let server = Server::start(&folder)?;
    let cookie = server.log_in("editor-vr23")?;
    let page = format!("/incident/incident/{incident}");
    // A reader who has seen what there is: what is new to them is no part of a picture of the past.
    server.seen(&cookie, &page)?;
    let each = effort.pages.min(200);
    let mut all: VecDeque<String> = moments(&folder, each * (effort.pairs + 1))?.into();
    let mut pairs = Vec::new();
    for pair in 0..=effort.pairs {
        let yardstick = cost(&server, &cookie, &page, each)?;
        let at = all.drain(..each.min(all.len())).collect();
        let ours = past(&server, &cookie, &page, at)?;
        if pair > 0 {
            pairs.push((ours, yardstick));
        }
    }
    let title = format!(
        "processor for the picture of a random moment in {} events / as it is now",
        effort.events
    );
    let figure = Figure::ratio("10", title, "us/page", pairs, Limit::AtMost(3.0));
    Ok(vec![figure])
}
