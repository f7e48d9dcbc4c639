// SPDX-License-Identifier: EUPL-1.2
//! What a form starts with, and that it says beforehand what the door would say afterwards.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use common::{World, activity};
use paraat_contract::{Desk as _, Refused};
use paraat_kernel::{Function, StreamId};
use paraat_ui::field::Typed;

fn world(name: &str) -> (World, StreamId, StreamId) {
    let modules = [&paraat_agenda::MODULE, &paraat_trust::MODULE];
    let world = World::new(name, &modules, &["jenv", "vr23", "vr24"]);
    let issue = |slug: &str, lead: &str| {
        let made = world.act("jenv", "agenda/activity/issue", activity(slug, lead));
        made.unwrap().stream
    };
    let (led, free) = (issue("p1-01", "vr23"), issue("p1-02", ""));
    (world, led, free)
}

/// What a form says beforehand to these functions of an organisation.
fn said(
    world: &World,
    (organisation, functions): (&str, &[Function]),
    path: &str,
    target: Option<&StreamId>,
    typed: Typed,
) -> Option<Refused> {
    let mut intent = world.intent(organisation, path, typed);
    intent.target = target.cloned();
    let actor = intent.actor.as_mut().unwrap();
    actor.functions = functions.to_vec();
    world.spine().start(&intent).unwrap().unwrap().refused
}

#[test]
fn a_form_says_beforehand_who_may_not_and_why() {
    let (world, led, free) = world("start-refused");
    let editor: &[Function] = &[Function::Editor];
    let report = |who, at: &StreamId| {
        let typed = Typed::default().with("activity", at.to_string());
        said(&world, who, "agenda/progress/report", None, typed)
    };
    assert_eq!(report(("vr23", editor), &led), None);
    for who in [
        ("vr24", editor),
        ("vr23", &[Function::Reader][..]),
        ("vr23", &[]),
    ] {
        let refused = report(who, &led);
        assert!(
            matches!(refused, Some(Refused::NotPermitted(_))),
            "{refused:?}"
        );
    }
    // What it is about is not ready for it: the same for everybody.
    let Some(Refused::Rule(refusal)) = report(("vr23", editor), &free) else {
        unreachable!()
    };
    assert_eq!(refusal.key, "agenda-refusal-no-lead");
}

#[test]
fn what_is_still_to_be_chosen_stands_in_nobodys_way() {
    let (world, led, _) = world("start-sample");
    let assign = |who, functions: &[Function]| {
        let typed = Typed::default();
        said(
            &world,
            (who, functions),
            "agenda/activity/assign",
            Some(&led),
            typed,
        )
    };
    assert_eq!(assign("jenv", &[Function::Editor]), None);
    let refused = assign("vr23", &[Function::Editor]);
    assert!(
        matches!(refused, Some(Refused::NotPermitted(_))),
        "{refused:?}"
    );
    let lend = |functions: &[Function]| {
        let typed = Typed::default();
        said(
            &world,
            ("vr23", functions),
            "trust/function/lend",
            None,
            typed,
        )
    };
    assert_eq!(lend(&[Function::Admin]), None);
    assert!(matches!(
        lend(&[Function::Editor]),
        Some(Refused::NotPermitted(_))
    ));
}

#[test]
fn an_activity_is_found_by_the_name_of_its_lead() {
    let (world, led, free) = world("start-lead");
    world.searched();
    let found = |text: &str| {
        let audience = world.audience("vr24");
        let found = world
            .spine()
            .search(&audience, text, None, (0, 10))
            .unwrap();
        let streams = found.cards.into_iter().map(|card| card.stream);
        streams.collect::<Vec<_>>()
    };
    assert_eq!(found("Limburg"), std::slice::from_ref(&led));
    assert_eq!(found("North Limburg"), std::slice::from_ref(&led));
    assert_eq!(
        found("overstromingen limburg-noord"),
        std::slice::from_ref(&led)
    );
    assert_eq!(found("overstromingen").len(), 2);
    // Who takes over is found from then on, and who led before is not.
    let typed = Typed::default().with("lead", "vr23").with("reason", "");
    world
        .act_at("jenv", "agenda/activity/assign", &free, 1, typed)
        .unwrap();
    let typed = Typed::default().with("lead", "vr24").with("reason", "ruil");
    world
        .act_at("jenv", "agenda/activity/assign", &led, 1, typed)
        .unwrap();
    world.searched();
    assert_eq!(found("Limburg"), [free]);
}
