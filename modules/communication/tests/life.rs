// SPDX-License-Identifier: EUPL-1.2
//! Every standing with every verb: what the table of steps allows is done and leads where it says,
//! and nothing else is.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::fmt::Debug;

use paraat_communication::kinds::alert::Alert;
use paraat_communication::kinds::message::Message;
use paraat_communication::lifecycle::{ALERT, MESSAGE};
use paraat_contract::Kind;
use paraat_contract::scenario::{Outcome, given};
use paraat_kernel::{Function, Lifecycle, Live, Space, Uuid};
use paraat_ui::field::{Typed, read};

/// What is typed for a verb, so that nothing but the standing is in the way.
fn typed(verb: &str, turn: usize) -> Typed {
    let pairs: &[(&str, &str)] = match verb {
        "draft" | "revise" => &[
            ("language", "nl"),
            ("what", "Er komt rook vrij"),
            ("todo", "Blijf binnen"),
            ("area", "Arcen"),
        ],
        "translate" => &[("language", "en"), ("what", "Smoke")],
        "order" => &[
            ("orderedBy", "operational-leader"),
            ("sender", "control-room"),
        ],
        "object" => &[("reason", "Verkeerde plaats")],
        "confirm" => &[("by", "Meldkamer")],
        "hold" => &[("hazard", "fire")],
        _ => &[],
    };
    let typed = pairs.iter();
    let typed = typed.fold(Typed::default(), |all, (name, value)| {
        all.with(name, *value)
    });
    match verb {
        "draft" | "revise" | "translate" => typed.with("title", format!("Brand {turn}")),
        _ => typed,
    }
}

/// Takes one step; answers what came of it.
fn take<K: Kind>(past: &[K::Event], verb: &str, more: &[(&str, &str)]) -> Outcome<K::Event>
where
    K::Event: Debug + PartialEq + Clone,
{
    let declared = K::VERBS.iter().find(|it| it.name == verb).unwrap();
    let more = more.iter();
    let mut typed = more.fold(typed(verb, past.len()), |all, (name, value)| {
        all.with(name, *value)
    });
    typed
        .0
        .retain(|name, _| declared.fields.iter().any(|field| field.name == name));
    let input = read(declared.fields, &typed).unwrap();
    let mut scenario = given::<K>("vr23", &[Function::Decider]);
    scenario.given.live = Live::of(&Space::live());
    // Each step is somebody else's.
    scenario.given.actor.account = Uuid::from_u128(past.len() as u128);
    scenario
        .past(past.to_vec())
        .when(K::read(verb, &input).unwrap())
}

/// How a thing stands.
type Standing<K> = fn(&<K as Kind>::State) -> &str;

/// Goes every way through the table up to this many steps.
fn walk<K: Kind>(
    life: Lifecycle,
    past: &mut Vec<K::Event>,
    left: usize,
    (standing, more): (Standing<K>, &[(&str, &str)]),
) where
    K::Event: Debug + PartialEq + Clone,
{
    let of = |past: &[K::Event]| {
        let mut state = K::State::default();
        past.iter().for_each(|event| K::evolve(&mut state, event));
        standing(&state).to_owned()
    };
    let from = of(past);
    let verbs = K::VERBS.iter().map(|it| it.name);
    for verb in verbs.filter(|verb| *verb != "report-delivery") {
        // What is new has a stream of its own.
        if ["draft", "hold"].contains(&verb) != past.is_empty() {
            continue;
        }
        let outcome = take::<K>(past, verb, more);
        let Outcome::Events(events) = outcome else {
            continue;
        };
        let count = events.len();
        past.extend(events);
        let to = of(past);
        assert!(life.leads(&from, verb, &to), "{from} {verb} {to}");
        if left > 1 {
            walk::<K>(life, past, left - 1, (standing, more));
        }
        past.truncate(past.len() - count);
    }
}

#[test]
fn whatever_is_done_with_an_alert_is_a_step_of_the_table() {
    let more = [("at", "51.477, 6.18")];
    walk::<Alert>(ALERT, &mut Vec::new(), 6, (|state| &state.standing, &more));
}

#[test]
fn whatever_is_done_with_a_message_is_a_step_of_the_table() {
    let more = [("authority", "mayor")];
    walk::<Message>(
        MESSAGE,
        &mut Vec::new(),
        5,
        (|state| &state.standing, &more),
    );
}

#[test]
fn every_step_of_the_tables_can_be_taken() {
    let alert = [
        "draft",
        "order",
        "review",
        "hand-over",
        "confirm",
        "revise",
        "order",
        "object",
    ];
    let message = [
        "draft",
        "translate",
        "publish",
        "revise",
        "publish",
        "withdraw",
    ];
    let mut past = Vec::new();
    for verb in alert {
        match take::<Alert>(&past, verb, &[("at", "51.477, 6.18")]) {
            Outcome::Events(events) => past.extend(events),
            other => panic!("{verb}: {other:?}"),
        }
    }
    let mut past = Vec::new();
    for verb in message {
        match take::<Message>(&past, verb, &[("authority", "mayor")]) {
            Outcome::Events(events) => past.extend(events),
            other => panic!("{verb}: {other:?}"),
        }
    }
}
