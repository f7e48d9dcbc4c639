// SPDX-License-Identifier: EUPL-1.2
//! The pages of the registers.

mod fact;
mod list;
mod map;
mod organisation;
pub(crate) mod organisations;
mod overview;
mod record;

use paraat_authority::{Ability, Act};
use paraat_contract::{Row, Scene, View, rows_at as rows};
use paraat_ui::{Markup, html, page, widgets};

use crate::lists;

/// All of them.
pub const ALL: &[View] = &[
    View {
        path: "",
        title: "registers-nav",
        needs: overview::needs,
        render: overview::render,
        topics: &["registers_correction"],
        lists: &[&lists::ORGANISATIONS, &lists::RECORDS],
        ..View::PLAIN
    },
    View {
        path: "organisations",
        title: "registers-correction-list-organisations",
        needs: organisations::needs,
        render: organisations::render,
        topics: &["registers_correction"],
        lists: &[&lists::ORGANISATIONS],
        ..View::PLAIN
    },
    View {
        path: "organisation/{slug}",
        title: "registers-organisation",
        needs: organisation::needs,
        render: organisation::render,
        topics: &["registers_correction", "registers_boundary"],
        ..View::PLAIN
    },
    View {
        path: "list/{list}",
        title: "registers-list",
        needs: list::needs,
        render: list::render,
        topics: &["registers_correction"],
        lists: &[&lists::RECORDS],
        ..View::PLAIN
    },
    View {
        path: "map",
        title: "registers-map",
        needs: map::needs,
        render: map::render,
        topics: &["registers_correction", "registers_boundary"],
        ..View::PLAIN
    },
    of_record("kinds/{stream}", "registers-kinds"),
    of_record("themes/{stream}", "registers-themes"),
    of_record(
        "baseline-requirements/{stream}",
        "registers-baseline-requirements",
    ),
    of_record("explain-reasons/{stream}", "registers-explain-reasons"),
    of_record("time-zones/{stream}", "registers-time-zones"),
    of_record("vital-processes/{stream}", "registers-vital-processes"),
    of_record("collectives/{stream}", "registers-collectives"),
];

/// The page of one line of a short list: its path is the kind of its card.
const fn of_record(path: &'static str, title: &'static str) -> View {
    View {
        path,
        title,
        needs: record::needs,
        render: record::render,
        topics: &["registers_correction"],
        ..View::PLAIN
    }
}

/// The links between the pages of this module.
fn switch(scene: &Scene, path: &str) -> Markup {
    let organisations = "registers-correction-list-organisations";
    let all = [
        ("/registers", "registers-lists", "registers"),
        ("/registers/organisations", organisations, "network"),
        ("/registers/map", "registers-map", "map"),
    ];
    let links = all.map(|(href, label, icon)| widgets::View {
        href: href.to_owned(),
        label: scene.say(label),
        icon,
        current: href == path,
    });
    widgets::views(&scene.say("registers-nav"), &links)
}

/// True when this audience may record corrections.
pub(crate) fn may_correct(scene: &Scene) -> bool {
    let ability = Ability::Write;
    let own = scene.audience.organisation.clone();
    own.is_some_and(|of| scene.permit(&Act { ability, of }).permitted())
}

/// The address of the form for a correction of a record.
fn correct(list: &str, slug: &str) -> String {
    format!(
        "/registers/correction/correct?list={}&slug={}",
        page::encode(list),
        page::encode(slug)
    )
}

/// The mark of a record that nobody checked; nothing for one that was.
fn checked(scene: &Scene, record: &Row) -> Markup {
    let voice = scene.words.voice(scene.language());
    html! { @if record.text("verified") == "no" { (widgets::unverified(voice)) } }
}
