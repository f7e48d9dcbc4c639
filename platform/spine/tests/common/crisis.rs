// SPDX-License-Identifier: EUPL-1.2
//! Two regions in a flood: what the tests of links and of the picture share.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use paraat_contract::{Module, Receipt};
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
