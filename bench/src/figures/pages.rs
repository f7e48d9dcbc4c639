// SPDX-License-Identifier: EUPL-1.2
//! Figure 4: what a page costs the server when a hundred times the history lies behind the same
//! activities, and how many bytes somebody fetches who sees the first page.

use std::collections::BTreeSet;
use std::io::Read as _;

use crate::figure::{Figure, Limit};
use crate::http::Client;
use crate::node::{Node, activities};
use crate::scratch::Scratch;
use crate::server::Server;
use crate::{Effort, Outcome, machine};

/// The pages, as a reader opens them.
const PAGES: &[(&str, &str)] = &[
    ("tree", "/agenda"),
    ("board", "/agenda/board"),
    ("search", "/search?q=plan"),
];

/// What a browser says it can unpack.
const UNPACKS: (&str, &str) = ("Accept-Encoding", "gzip, deflate, br");

/// A node with so many comments and so many reports on each activity.
fn node(scratch: &Scratch, name: &str, each: usize) -> Outcome<(Server, String)> {
    let folder = scratch.path(name);
    Server::start(&folder)?.stop()?;
    let activities = activities(&folder)?;
    let node = Node::open(&folder)?;
    node.assign_all(&activities)?;
    node.comment(&activities, 0, each * activities.len())?;
    node.report(&activities, each)?;
    node.close()?;
    let server = Server::start(&folder)?;
    let cookie = server.log_in("editor-vr23")?;
    Ok((server, cookie))
}

/// Microseconds of processor that the server spends on one page.
pub(super) fn cost(server: &Server, cookie: &str, path: &str, many: usize) -> Outcome<f64> {
    let mut client = Client::new(&server.address)?;
    let headers = [("Cookie", cookie), UNPACKS];
    let before = machine::processor_seconds(server.process())?;
    for _ in 0..many {
        client.get(path, &headers)?;
    }
    let used = machine::processor_seconds(server.process())? - before;
    Ok(used * 1e6 / many as f64)
}

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let (short, short_cookie) = node(scratch, "short", effort.history)?;
    let (long, long_cookie) = node(scratch, "long", effort.history * 100)?;
    let mut figures = Vec::new();
    for (name, path) in PAGES {
        let mut pairs = Vec::new();
        for pair in 0..=effort.pairs {
            let yardstick = cost(&short, &short_cookie, path, effort.pages)?;
            let ours = cost(&long, &long_cookie, path, effort.pages)?;
            if pair > 0 {
                pairs.push((ours, yardstick));
            }
        }
        let title = format!("processor for {name} with 100 x history / with 1 x");
        figures.push(Figure::ratio(
            "4",
            title,
            "us/page",
            pairs,
            Limit::AtMost(1.5),
        ));
    }
    let bytes = first_view(&short, &short_cookie)?;
    let title = "first view: page, style, scripts and font as they are sent";
    figures.push(Figure::value(
        "4",
        title,
        "kB",
        bytes / 1000.0,
        Limit::AtMost(90.0),
    ));
    Ok(figures)
}

/// Bytes of the body of the tree and of everything that it makes a browser fetch at once.
fn first_view(server: &Server, cookie: &str) -> Outcome<f64> {
    let mut client = Client::new(&server.address)?;
    let sent = client.get("/agenda", &[("Cookie", cookie), UNPACKS])?;
    let mut bytes = sent.body.len();
    let plain = client.get("/agenda", &[("Cookie", cookie)])?;
    let mut waiting = assets(&String::from_utf8_lossy(&plain.body));
    let mut fetched = BTreeSet::new();
    while let Some(path) = waiting.pop_first() {
        bytes += client.get(&path, &[UNPACKS])?.body.len();
        if path.ends_with(".js") || path.ends_with(".css") {
            let plain = client.get(&path, &[])?;
            let text = match plain.header("content-encoding") {
                Some("gzip") => unpacked(&plain.body)?,
                _ => String::from_utf8_lossy(&plain.body).into_owned(),
            };
            let more = if path.ends_with(".js") {
                imports(&text)
            } else {
                assets(&text)
            };
            waiting.extend(
                more.into_iter()
                    .filter(|it| *it != path && !fetched.contains(it)),
            );
        }
        eprintln!("  {path}");
        fetched.insert(path);
    }
    Ok(bytes as f64)
}

fn unpacked(bytes: &[u8]) -> Outcome<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes).read_to_string(&mut text)?;
    Ok(text)
}

/// Addresses of assets in a page or a style sheet.
fn assets(text: &str) -> BTreeSet<String> {
    let ends = |c: char| matches!(c, '"' | '\'' | ')' | ' ' | '>' | '<' | ',');
    let after = text.split("/static/").skip(1);
    let names = after.filter_map(|rest| rest.split(ends).next());
    names.map(|name| format!("/static/{name}")).collect()
}

/// Modules that a script imports before it runs. One that it fetches later, when it is needed, is
/// `import(...)` and no part of the first view.
fn imports(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for quote in ['"', '\''] {
        let quoted = text.split(quote).collect::<Vec<_>>();
        for pair in quoted.windows(2) {
            let [before, name] = pair else { continue };
            let before = before.trim_end();
            let imported = before.ends_with("from") || before.ends_with("import");
            if imported && let Some(file) = name.rsplit('/').next() {
                found.insert(format!("/static/{file}"));
            }
        }
    }
    found
}
