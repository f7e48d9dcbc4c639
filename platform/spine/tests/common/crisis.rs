// SPDX-License-Identifier: EUPL-1.2
//! Two regions in a flood: what the tests of links and of the picture share.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use paraat_contract::{Module, Order, Query, Receipt, Refused, Row, Table};
use paraat_kernel::StreamId;
use paraat_ui::field::Typed;

use crate::common::World;

pub const MODULES: [&Module; 2] = [&paraat_trust::MODULE, &paraat_incident::MODULE];

/// What is typed, from pairs.
pub fn typed(pairs: &[(&str, &str)]) -> Typed {
    let all = pairs.iter();
    all.fold(Typed::default(), |typed, (name, value)| {
        typed.with(name, *value)
    })
}

pub fn open(world: &World, organisation: &str, title: &str) -> StreamId {
    let fields = typed(&[("title", title)]);
    let path = "incident/incident/open";
    world.act(organisation, path, fields).unwrap().stream
}

pub fn write(world: &World, organisation: &str, incident: &StreamId, text: &str) -> Receipt {
    let fields = typed(&[("incident", &incident.to_string()), ("text", text)]);
    world
        .act(organisation, "incident/log/write", fields)
        .unwrap()
}

pub fn share(
    world: &World,
    organisation: &str,
    incident: &StreamId,
    (theme, status, text): (&str, &str, &str),
    seen: Option<u64>,
) -> Receipt {
    let fields = typed(&[
        ("incident", &incident.to_string()),
        ("theme", theme),
        ("status", status),
        ("text", text),
    ]);
    let mut intent = world.intent(organisation, "incident/part/share", fields);
    intent.seen = seen;
    world.submit(intent).unwrap()
}

pub fn place(world: &World, organisation: &str, incident: &StreamId, team: &str, title: &str) {
    let fields = typed(&[
        ("incident", &incident.to_string()),
        ("team", team),
        ("kind", "command-post"),
        ("title", title),
        ("at", "51.37, 6.17"),
    ]);
    world
        .act(organisation, "incident/layer/place", fields)
        .unwrap();
}

pub fn join(world: &World, organisation: &str, incident: &StreamId, with: &StreamId) {
    let fields = typed(&[("with", &with.to_string())]);
    let path = "incident/incident/join";
    world
        .act_at(organisation, path, incident, 1, fields)
        .unwrap();
}

/// The composed picture as an organisation sees it.
pub fn picture(world: &World, organisation: &str, incident: &StreamId) -> Option<String> {
    let path = "incident/incident/{stream}";
    world.page(organisation, path, &incident.to_string(), Typed::default())
}

/// Does a verb about an incident.
pub fn act(
    world: &World,
    organisation: &str,
    path: &str,
    incident: &StreamId,
    more: &[(&str, &str)],
) -> Result<Receipt, Refused> {
    let incident = incident.to_string();
    let about = [("incident", incident.as_str())];
    world.act(organisation, path, typed(&[&about, more].concat()))
}

/// The key of the refusal of what must be refused.
pub fn refusal(done: Result<Receipt, Refused>) -> String {
    match done.unwrap_err() {
        Refused::Rule(refusal) => refusal.key.to_owned(),
        other => format!("{other:?}"),
    }
}

/// A page of an incident as an organisation sees it, empty when it is not there.
pub fn page(
    world: &World,
    organisation: &str,
    (incident, page): (&StreamId, &str),
    query: &[(&str, &str)],
) -> String {
    let path = match page {
        "" => "incident/incident/{stream}".to_owned(),
        page => format!("incident/incident/{{stream}}/{page}"),
    };
    let page = world.page(organisation, &path, &incident.to_string(), typed(query));
    page.unwrap_or_default()
}

/// The current rows of a table as an organisation sees them, oldest first.
pub fn all(world: &World, organisation: &str, table: &'static Table) -> Vec<Row> {
    let query = Query::all(table).by(Order::Oldest);
    let reader = &world.spine().ledger().reader;
    reader
        .rows(&world.audience(organisation), &query)
        .unwrap()
        .rows
}

/// Holds that a page says this.
pub fn holds(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

/// Holds that a page does not say this.
pub fn lacks(page: &str, parts: &[&str]) {
    assert!(!page.is_empty());
    for part in parts {
        assert!(!page.contains(part), "{part} is in {page}");
    }
}
