// SPDX-License-Identifier: EUPL-1.2
//! Who directs the picture, and how far who scaled up: said by each in its own record, seen by all.

#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use common::World;
use crisis::{MODULES, act, all, holds, join, lacks, open, page, refusal};
use paraat_incident::tables::SCALE;
use paraat_kernel::StreamId;

fn world(name: &str) -> (World, StreamId) {
    let world = World::new(name, &MODULES, &["vr23", "vr24", "vr25"]);
    let incident = open(&world, "vr23", "Hoogwater Maas");
    (world, incident)
}

/// Does a verb of the direction.
fn directs(
    world: &World,
    (organisation, verb): (&str, &str),
    incident: &StreamId,
    more: &[(&str, &str)],
) -> Result<paraat_contract::Receipt, paraat_contract::Refused> {
    let path = format!("incident/direction/{verb}");
    act(world, organisation, &path, incident, more)
}

/// What the picture says of it to an organisation.
fn told(world: &World, organisation: &str, incident: &StreamId) -> String {
    page(world, organisation, (incident, ""), &[])
}

#[test]
fn that_nobody_directs_is_in_plain_sight_until_somebody_takes_it() {
    let (world, incident) = world("direction-taken");
    holds(
        &told(&world, "vr24", &incident),
        &["Totaalbeeld heeft geen eigenaar", "Regie nemen"],
    );
    directs(&world, ("vr23", "take"), &incident, &[]).unwrap();
    let page = told(&world, "vr24", &incident);
    holds(&page, &["Regie: vr23"]);
    lacks(&page, &["geen eigenaar", "Regie neerleggen"]);
    holds(&told(&world, "vr23", &incident), &["Regie neerleggen"]);
    let again = directs(&world, ("vr23", "take"), &incident, &[]);
    assert_eq!(refusal(again), "incident-refusal-directs");
}

#[test]
fn it_moves_by_offer_and_accept_and_a_new_offer_is_not_the_one_that_was_declined() {
    let (world, incident) = world("direction-offered");
    let act = |who: &str, verb: &str, more: &[(&str, &str)]| {
        directs(&world, (who, verb), &incident, more)
    };
    let said = |who: &str| told(&world, who, &incident);
    act("vr23", "take", &[]).unwrap();
    assert_eq!(
        refusal(act("vr24", "offer", &[("to", "vr25")])),
        "incident-refusal-directs-not"
    );
    act("vr23", "offer", &[("to", "vr24")]).unwrap();
    holds(
        &said("vr24"),
        &["Regie: vr23", "Aangeboden aan vr24.", "Regie aannemen"],
    );
    lacks(&said("vr25"), &["Regie aannemen"]);
    assert_eq!(
        refusal(act("vr25", "accept", &[("from", "vr23")])),
        "incident-refusal-not-offered"
    );
    act(
        "vr24",
        "decline",
        &[("from", "vr23"), ("reason", "Te druk")],
    )
    .unwrap();
    holds(&said("vr23"), &["vr24 nam het aanbod niet aan.", "Te druk"]);
    world.clock.set("2026-11-23T10:30:00Z");
    act("vr23", "offer", &[("to", "vr24")]).unwrap();
    holds(&said("vr23"), &["Aangeboden aan vr24."]);
    lacks(&said("vr23"), &["nam het aanbod niet aan"]);
    act("vr24", "accept", &[("from", "vr23")]).unwrap();
    for who in ["vr23", "vr24", "vr25"] {
        holds(&said(who), &["Regie: vr24"]);
    }
    assert_eq!(
        refusal(act("vr24", "accept", &[("from", "vr23")])),
        "incident-refusal-directs"
    );
}

#[test]
fn who_gave_it_away_gets_it_back_by_offer_or_takes_it_when_it_was_laid_down() {
    let (world, incident) = world("direction-back");
    let act = |who: &str, verb: &str, more: &[(&str, &str)]| {
        directs(&world, (who, verb), &incident, more).unwrap();
    };
    let said = || told(&world, "vr25", &incident);
    act("vr23", "take", &[]);
    act("vr23", "offer", &[("to", "vr24")]);
    act("vr24", "accept", &[("from", "vr23")]);
    act("vr24", "offer", &[("to", "vr23")]);
    act("vr23", "accept", &[("from", "vr24")]);
    holds(&said(), &["Regie: vr23"]);
    act("vr23", "offer", &[("to", "vr24"), ("reason", "Nacht")]);
    act("vr24", "accept", &[("from", "vr23")]);
    holds(&said(), &["Regie: vr24"]);
    act("vr24", "lay-down", &[]);
    holds(&said(), &["geen eigenaar"]);
    act("vr23", "take", &[]);
    holds(&said(), &["Regie: vr23"]);
}

#[test]
fn two_that_hold_it_are_shown_as_two_until_one_accepts_it_from_the_other() {
    let (world, incident) = world("direction-two");
    let act = |who: &str, verb: &str, more: &[(&str, &str)]| {
        directs(&world, (who, verb), &incident, more)
    };
    act("vr23", "take", &[]).unwrap();
    act("vr24", "take", &[]).unwrap();
    let page = told(&world, "vr25", &incident);
    holds(
        &page,
        &["Meer organisaties voeren de regie: ", "vr23", "vr24"],
    );
    act("vr24", "offer", &[("to", "vr23")]).unwrap();
    // Who holds it does not lose it by a word to somebody else.
    let declined = act("vr23", "decline", &[("from", "vr24")]);
    assert_eq!(refusal(declined), "incident-refusal-directs");
    act("vr23", "accept", &[("from", "vr24")]).unwrap();
    let page = told(&world, "vr25", &incident);
    holds(&page, &["Regie: vr23"]);
    lacks(&page, &["Meer organisaties"]);
}

#[test]
fn each_organisation_stands_on_its_own_scales_and_none_overrides_another() {
    let (world, first) = world("direction-scales");
    let second = open(&world, "vr24", "Dijk bij Mook");
    join(&world, "vr24", &second, &first);
    let set = |who: &str, incident: &StreamId, more: &[(&str, &str)]| {
        act(&world, who, "incident/scale/set", incident, more)
    };
    set(
        "vr23",
        &first,
        &[("level", "grip-2"), ("decidedBy", "Voorzitter")],
    )
    .unwrap();
    set("vr24", &second, &[("level", "grip-3")]).unwrap();
    set("vr24", &second, &[("level", "water-2")]).unwrap();
    for incident in [&first, &second] {
        let page = page(&world, "vr25", (incident, ""), &[]);
        holds(
            &page,
            &["GRIP 2", "GRIP 3", "coördinatiefase 2", "Voorzitter"],
        );
        holds(&page, &["Nog in te vullen"]);
    }
    set(
        "vr24",
        &second,
        &[("level", "grip-1"), ("reason", "Water zakt")],
    )
    .unwrap();
    let page = page(&world, "vr25", (&first, ""), &[]);
    holds(
        &page,
        &["GRIP 2", "GRIP 1", "coördinatiefase 2", "Water zakt"],
    );
    lacks(&page, &["GRIP 3"]);
    assert_eq!(all(&world, "vr25", &SCALE).len(), 3);
    let again = set(
        "vr24",
        &second,
        &[("level", "grip-1"), ("reason", "Water zakt")],
    );
    assert_eq!(refusal(again), "incident-refusal-nothing-new");
}

#[test]
fn an_offer_asks_to_be_answered_until_it_is() {
    let (world, incident) = world("direction-asked");
    let act = |who: &str, verb: &str, more: &[(&str, &str)]| {
        directs(&world, (who, verb), &incident, more).unwrap();
    };
    let asked = |who: &str| {
        let tasks = world.tasks(who, "incident").into_iter();
        let acts = tasks.filter_map(|task| task.act);
        let accept = |(_, href): &(String, String)| href.contains("/direction/accept");
        acts.filter(accept).count()
    };
    act("vr23", "take", &[]);
    act("vr23", "offer", &[("to", "vr24")]);
    assert_eq!((asked("vr24"), asked("vr25")), (1, 0));
    act("vr24", "decline", &[("from", "vr23")]);
    assert_eq!(asked("vr24"), 0);
    world.clock.set("2026-11-23T10:30:00Z");
    act("vr23", "offer", &[("to", "vr24")]);
    assert_eq!(asked("vr24"), 1);
    act("vr24", "accept", &[("from", "vr23")]);
    assert_eq!(asked("vr24"), 0);
}
