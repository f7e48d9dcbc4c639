// SPDX-License-Identifier: EUPL-1.2
//! The pages of trust.

mod circle;
mod circles;
mod keys;

use paraat_contract::{Answer, Past, Scene, View, rows_at as rows};
use paraat_ui::time;
use paraat_ui::{Markup, html};

use crate::lists;

/// All of them.
pub const ALL: &[View] = &[
    View {
        path: "",
        title: "trust-nav",
        needs: circles::needs,
        render: circles::render,
        topics: &["trust_circle", "trust_member"],
        lists: &[&lists::CIRCLES, &lists::MEMBERS],
        ..View::PLAIN
    },
    View {
        path: "keys",
        title: "trust-keys-title",
        needs: keys::needs,
        render: keys::render,
        topics: &["trust_key"],
        lists: &[&lists::KEYS],
        ..View::PLAIN
    },
    View {
        path: "circle/{stream}",
        title: "trust-circle",
        needs: circle::needs,
        render: circle::render,
        topics: &["trust_circle", "trust_member"],
        lists: &[&lists::MEMBERS],
        ..View::PLAIN
    },
];

/// The history that answers the need at this place.
fn history(answers: &[Answer], at: usize) -> &[Past] {
    match answers.get(at) {
        Some(Answer::History(past)) => past,
        _ => &[],
    }
}

/// The links between the two pages of this module.
fn switch(scene: &Scene, path: &str) -> Markup {
    let view = |label: &str, href: &str, icon| paraat_ui::widgets::View {
        href: href.to_owned(),
        label: scene.say(label),
        icon,
        current: href == path,
    };
    let views = [
        view("trust-circles", "/trust", "network"),
        view("trust-keys-title", "/trust/keys", "trust"),
    ];
    paraat_ui::widgets::views(&scene.say("trust-nav"), &views)
}

/// A moment that stands in a row, in the time zone of the audience.
fn moment(scene: &Scene, stored: &str) -> Markup {
    match (stored.parse(), time::zone(&scene.audience.zone)) {
        (Ok(at), Some(zone)) => time::moment(scene.words.voice(scene.language()), at, &zone),
        _ => html! { (stored) },
    }
}
