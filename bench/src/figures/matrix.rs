// SPDX-License-Identifier: EUPL-1.2
//! Figure 9: what a cell of the matrix costs the server, against a node of the tree: pillars,
//! ambitions and activities.

use std::path::Path;

use paraat_agenda::state::PARTIES;

use super::pages::cost;
use crate::figure::{Figure, Limit};
use crate::http::Client;
use crate::node::{Node, activities};
use crate::scratch::Scratch;
use crate::server::Server;
use crate::{Effort, Outcome};

/// How often an element stands in a page.
fn count(server: &Server, cookie: &str, path: &str, element: &str) -> Outcome<f64> {
    let answer = Client::new(&server.address)?.get(path, &[("Cookie", cookie)])?;
    let page = String::from_utf8(answer.body)?;
    let main = page.split_once("<main").map_or("", |(_, main)| main);
    match main.matches(element).count() {
        0 => Err(format!("{path}: there is no {element}").into()),
        many => Ok(many as f64),
    }
}

/// A node on which every organisation has adopted something on every activity: an empty matrix is
/// not drawn, and each cell that was adopted costs a row.
fn full(folder: &Path) -> Outcome<Server> {
    let server = Server::start(folder)?;
    for party in PARTIES.iter() {
        server.account(&party.id)?;
    }
    server.stop()?;
    let node = Node::open(folder)?;
    node.translate(&activities(folder)?)?;
    node.close()?;
    Server::start(folder)
}

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let server = full(&scratch.path("matrix"))?;
    let cookie = server.log_in("editor-jenv")?;
    let nodes = count(&server, &cookie, "/agenda", "<li")?;
    let cells = count(&server, &cookie, "/agenda/matrix", "<td")?;
    let mut pairs = Vec::new();
    for pair in 0..=effort.pairs {
        let yardstick = cost(&server, &cookie, "/agenda", effort.pages)? / nodes;
        let ours = cost(&server, &cookie, "/agenda/matrix", effort.pages)? / cells;
        if pair > 0 {
            pairs.push((ours, yardstick));
        }
    }
    let title = format!(
        "processor for one of {cells} cells of the matrix / for one of {nodes} nodes of the tree"
    );
    let figure = Figure::ratio("9", title, "us", pairs, Limit::AtMost(0.2));
    Ok(vec![figure])
}
