// SPDX-License-Identifier: EUPL-1.2
//! Figure 6: how long a node with a long ledger takes to start, and what it holds in memory after
//! every page of the menu was opened once. Reported, not held against anything.

use std::collections::BTreeSet;

use crate::figure::{Figure, Limit};
use crate::http::Client;
use crate::node::{Node, activities};
use crate::scratch::Scratch;
use crate::server::Server;
use crate::{Effort, Outcome, machine};

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let folder = scratch.path("node");
    Server::start(&folder)?.stop()?;
    let activities = activities(&folder)?;
    let node = Node::open(&folder)?;
    node.comment(&activities, 0, effort.start)?;
    let entries = node.position()?;
    node.close()?;
    let server = Server::start(&folder)?;
    let started_in = server.started_in;
    let cookie = server.log_in("editor-vr23")?;
    let opened = open_all(&server, &cookie)?;
    let memory = machine::resident(server.process())?;
    let start = format!("start with {entries} entries, until ready");
    let resident = format!("resident after {opened} pages were opened once");
    Ok(vec![
        Figure::value("6", start, "s", started_in, Limit::None),
        Figure::value("6", resident, "MiB", memory, Limit::None),
    ])
}

/// Opens every page that can be reached by links without a question in them, one page of each
/// form: of things that there are many of, the first ten.
fn open_all(server: &Server, cookie: &str) -> Outcome<usize> {
    let mut client = Client::new(&server.address)?;
    let headers = [("Cookie", cookie)];
    let mut waiting = BTreeSet::from(["/".to_owned()]);
    let mut opened: BTreeSet<String> = BTreeSet::new();
    while let Some(path) = waiting.pop_first() {
        let answer = client.ask("GET", &path, &headers, b"")?;
        let text = String::from_utf8_lossy(&answer.body);
        for link in text
            .split("href=\"/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            let link = format!("/{}", link.split(['?', '#']).next().unwrap_or_default());
            let folder = link.rsplit_once('/').map_or("", |(folder, _)| folder);
            let alike = opened
                .iter()
                .chain(&waiting)
                .filter(|own| own.rsplit_once('/').map_or("", |(other, _)| other) == folder);
            let few = folder.is_empty() || alike.count() < 10;
            let own = !link.starts_with("/static/") && !link.starts_with("/taal");
            if own && few && !opened.contains(&link) {
                waiting.insert(link);
            }
        }
        opened.insert(path);
    }
    Ok(opened.len())
}
