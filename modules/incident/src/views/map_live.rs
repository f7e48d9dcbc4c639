// SPDX-License-Identifier: EUPL-1.2
//! Where the map that moves grows beside the drawing: a script reads here where the objects come
//! from, where the form to place one is, and its words. Without that script nothing stands here.
//! What is shown of each object stands in the table of the page, so that rights, layers that are
//! switched off and words are those of the page.

use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_kernel::StreamId;
use paraat_ui::{Markup, html};

use super::{frame, gathered, moment};
use crate::tables::SYMBOLS;
use crate::terms::signs;

/// Words that the script needs, each `incident-map-live-{name}`.
const WORDS: [&str; 40] = [
    "area",
    "at",
    "bad-base",
    "base",
    "cancel",
    "canvas",
    "done",
    "drawing",
    "drawn",
    "few",
    "find",
    "find-cut",
    "find-do",
    "find-no-list",
    "find-none",
    "find-place",
    "find-words",
    "finger",
    "found",
    "help",
    "help-keys",
    "label",
    "line",
    "lost",
    "many",
    "move",
    "moving",
    "no-base",
    "no-regions",
    "one-back",
    "point",
    "regions",
    "scroll",
    "scroll-mac",
    "set",
    "stale",
    "stopped",
    "text",
    "zoom-in",
    "zoom-out",
];

/// The place for it. A moment of the past is shown by the drawing alone.
pub fn place(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    if moment::asked(scene.params).is_some() {
        return html! {};
    }
    let words: serde_json::Map<_, _> = WORDS
        .into_iter()
        .map(|name| {
            let said = scene.say(&format!("incident-map-live-{name}"));
            (name.to_owned(), said.into())
        })
        .collect();
    let form = frame::may_write(scene);
    let form = form.then(|| frame::form(scene, own, "/map", "/incident/layer/place"));
    html! {
        div.map-live #map-live data-words=(serde_json::Value::from(words)) data-href=[form] {
            @for incident in gathered::incidents(answers) {
                span data-address=(objects(&incident.stream)) {}
            }
        }
    }
}

/// Where the objects of an incident are as GeoJSON, for whoever may see them.
pub fn objects(incident: &StreamId) -> String {
    format!("/ogc/collections/incident-objects/items?incident={incident}&limit=10000&f=json")
}

/// By what name a feature of that answer and a line of the table are the same object.
pub fn feature(row: &Row) -> String {
    format!("{}~{}", row.stream, row.part.replace('/', ":"))
}

/// The drawing of an object's sort in the set that its team chose, beside the word. A node without
/// that set, or a set without that sort, shows nothing here.
pub fn symbol(answers: &[Answer], row: &Row) -> Markup {
    let own = |it: &&Row| {
        it.stream == row.stream && it.text("team") == row.text("team") && !it.text("set").is_empty()
    };
    let chosen = rows_of(answers, &SYMBOLS).into_iter().find(own);
    html! {
        @if let Some(set) = chosen.map(|it| it.text("set")) {
            @let sort = signs::of(row.text("kind")).name;
            @let src = format!("/symbols/{set}/{sort}.svg");
            " " img.symbol src=(src) alt="" width="20" height="20";
        }
    }
}

/// The way to the form with which a team chooses its set of signs.
pub fn choose(scene: &Scene, own: &Row) -> Markup {
    html! {
        @if frame::may_write(scene) {
            a href=(frame::form(scene, own, "/map", "/incident/layer/signs")) {
                (scene.say("incident-layer-signs"))
            }
            " · "
        }
    }
}
