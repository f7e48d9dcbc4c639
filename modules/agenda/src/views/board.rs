// SPDX-License-Identifier: EUPL-1.2
//! The activities by status, from "nothing reported yet" to "dropped".

use std::collections::BTreeMap;

use paraat_contract::{Answer, Scene};
use paraat_ui::widgets::{BoardCard, BoardColumn, board};
use paraat_ui::{Markup, html};

use super::look::{self, Look};
use super::moment;
use crate::lifecycle::STATUSES;
use crate::state::{Item, spoken};

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let voice = scene.words.voice(scene.language());
    Some(look::page(
        answers,
        scene,
        "/agenda/board",
        |look, shown, _| {
            let mut by_status: BTreeMap<&str, Vec<BoardCard>> = BTreeMap::new();
            for item in shown {
                by_status
                    .entry(item.status())
                    .or_default()
                    .push(card(scene, look, item));
            }
            let mut column = |status: &str| BoardColumn {
                id: format!("status-{}", if status.is_empty() { "none" } else { status }),
                heading: look.signs.status(status),
                cards: by_status.remove(status).unwrap_or_default(),
            };
            let columns: Vec<BoardColumn> = [""]
                .iter()
                .chain(STATUSES)
                .map(|status| column(status))
                .collect();
            board(voice, &scene.say("agenda-title-board"), &columns)
        },
    ))
}

fn card(scene: &Scene, look: &Look, item: &Item) -> BoardCard {
    let stale = item.stale(moment::seen_from(scene.params));
    BoardCard {
        href: look.href(item),
        title: spoken(item.row, scene.language(), "title").to_owned(),
        number: item.row.text("number").to_owned(),
        beside: html! {
            (look.signs.lead(scene, item)) " "
            (look.signs.outlook(item.outlook())) (look.signs.stale(stale))
        },
    }
}
