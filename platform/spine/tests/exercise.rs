// SPDX-License-Identifier: EUPL-1.2
//! The exercises that come with Paraat, played by the rules: every message is accepted, in order.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::World;
use paraat_contract::{Desk as _, Intent, Module, Receipt, Refused};
use paraat_kernel::{Actor, Function, Language, Space, StreamId, Timestamp, Uuid};
use paraat_reference::{Exercise, Message};
use paraat_ui::field::Typed;

static MODULES: [&Module; 2] = [&paraat_incident::MODULE, &paraat_trust::MODULE];

fn play(
    world: &World,
    message: &Message,
    streams: &BTreeMap<String, String>,
) -> Result<Receipt, Refused> {
    let actor = Actor {
        organisation: message.by.parse().unwrap(),
        functions: vec![Function::Editor, Function::Decider],
        account: Uuid::from_u128(7),
        compartments: Vec::new(),
    };
    let now: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    let moment = |minutes| {
        let later = now.checked_add(jiff::SignedDuration::from_mins(minutes));
        later.unwrap().to_string()
    };
    let fields = message.fields(streams, moment).into_iter();
    let typed = fields.fold(Typed::default(), |typed, (name, value)| {
        typed.with(name, value)
    });
    let spine = world.spine();
    let audience = spine.audience(Some(&actor), Language::Nl, "UTC").unwrap();
    let (kind, verb) = message.kind_and_verb();
    let target = message.on.as_ref();
    let intent = Intent {
        module: "incident".to_owned(),
        kind: kind.to_owned(),
        verb: verb.to_owned(),
        target: target.map(|name| streams[name].parse::<StreamId>().unwrap()),
        typed,
        seen: None,
        key: None,
        actor: Some(actor),
        audience,
    };
    match world.runtime.block_on(spine.submit(intent.clone())) {
        Err(Refused::NotSeen { version }) => world.runtime.block_on(spine.submit(Intent {
            seen: Some(version),
            ..intent
        })),
        done => done,
    }
}

/// Plays all at once; answers the streams that were made by name.
fn play_all(exercise: &Exercise, name: &str) -> (World, BTreeMap<String, String>) {
    let space = Space::try_from(exercise.id.clone()).unwrap();
    let played: Vec<&str> = exercise.organisations().into_iter().collect();
    let world = World::in_space(name, &MODULES, &played, space);
    let mut streams = BTreeMap::new();
    for (place, message) in exercise.messages.iter().enumerate() {
        let receipt = play(&world, message, &streams)
            .unwrap_or_else(|why| panic!("message {}: {message:?}: {why:?}", place + 1));
        let name = message.name.clone();
        streams.extend(name.map(|name| (name, receipt.stream.to_string())));
    }
    (world, streams)
}

#[test]
fn the_rules_accept_every_message_of_every_exercise() {
    for exercise in paraat_reference::exercises().unwrap() {
        let (world, streams) = play_all(&exercise, "exercise-rules");
        let named = exercise.messages.iter().filter(|it| it.name.is_some());
        assert_eq!(streams.len(), named.count());
        let report = world.verify();
        assert_eq!(report.broken, None);
        assert!(report.entries as usize >= exercise.messages.len());
    }
}

#[test]
fn the_river_floods_two_regions_while_an_island_asks_for_an_expert() {
    let all = paraat_reference::exercises().unwrap();
    let exercise = all.iter().find(|it| it.id == "hoogwater-maas").unwrap();
    assert_eq!(exercise.organisations().len(), 8);
    assert!((75..=90).contains(&exercise.messages.len()));
    // Whoever looks for a minute at the speed it starts at sees a living picture.
    let soon = exercise.messages.iter().filter(|it| it.at <= 30);
    assert!(soon.clone().count() >= 50);
    let by: BTreeSet<&str> = soon.map(|it| it.by.as_str()).collect();
    assert_eq!(by.len(), 8);
    let asks = |it: &&Message| it.by == "saba" && it.verb == "action give";
    assert_eq!(exercise.messages.iter().filter(asks).count(), 1);
}

#[test]
fn who_plays_is_in_the_registers() {
    let known = paraat_reference::organisations().unwrap();
    for exercise in paraat_reference::exercises().unwrap() {
        for organisation in exercise.organisations() {
            assert!(
                known.iter().any(|it| it.id == organisation),
                "{organisation}"
            );
        }
    }
}
