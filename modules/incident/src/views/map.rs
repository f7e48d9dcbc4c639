// SPDX-License-Identifier: EUPL-1.2
//! The map of a crisis: the layers of all teams over each other, each of which can be switched off,
//! and every object once more in a table with its place, source and age.

use std::collections::{BTreeMap, BTreeSet};

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_kernel::{Geometry, Place};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Drawn, Mark, Tone, button_link, empty, panel, shape_map, table, tag};
use paraat_ui::{Markup, html, time};

use super::told::{columns, ours};
use super::{attachments, colours, frame, gathered, map_live, moment, told};
use crate::tables::{ACCEPTED, DIRECTION, OBJECT, SYMBOLS};
use crate::terms::signs;

/// West of this the Caribbean part is drawn by itself: an ocean lies between.
const OCEAN: i64 = -300_000_000;

/// The crisis and all that stands on its layers.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        let whole =
            [&OBJECT, &SYMBOLS, &DIRECTION, &ACCEPTED].map(|table| of(table).by(Order::Any));
        let more = [
            colours::wanted(params),
            attachments::of_map(params, answers),
        ];
        whole.into_iter().chain(more).collect()
    })
}

/// The layer of a row: who keeps it.
fn layer(row: &Row) -> String {
    format!("{}.{}", row.stream.owner, row.text("team"))
}

/// The layers that are switched off in the address.
fn hidden(scene: &Scene) -> BTreeSet<String> {
    let typed = scene.params.get("hide").unwrap_or_default();
    let layers = typed.split(',').filter(|it| !it.is_empty());
    layers.map(str::to_owned).collect()
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    frame::page(answers, scene, "/map", |own| {
        let mut objects = rows_of(answers, &OBJECT);
        objects.sort_by_key(|row| (layer(row), row.whole("number")));
        let hidden = hidden(scene);
        let shown: Vec<(usize, &Row)> = (1..)
            .zip(objects.iter().copied())
            .filter(|(_, row)| !hidden.contains(&layer(row)))
            .collect();
        html! {
            (actions(answers, scene, own))
            @if objects.is_empty() {
                (empty(&scene.say("incident-map-none"), None))
            }
            (map_live::place(answers, scene, own))
            @if !objects.is_empty() {
                (drawings(scene, &shown))
                (layers(answers, scene, own, &objects, &hidden))
                (listed(answers, scene, &shown))
            }
        }
    })
}

fn actions(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let button = |verb: &str, icon: &'static str, first| {
        let word = scene.say(&format!("incident-map-{verb}"));
        let form = frame::form(scene, own, "/map", &format!("/incident/layer/{verb}"));
        button_link(&form, icon, &word, first)
    };
    let all = gathered::incidents(answers);
    // Of a joined crisis each organisation has its own incident, and its own file.
    let out = |incident: &Row| {
        let word = scene.say("incident-map-geojson");
        let word = match all.len() {
            0 | 1 => word,
            _ => {
                let who = scene.organisation(incident.stream.owner.as_str());
                format!("{word}, {who}: {}", incident.text("title"))
            }
        };
        button_link(&map_live::objects(&incident.stream), "table", &word, false)
    };
    html! {
        div.page-actions.below {
            @if frame::may_write(scene) {
                (button("place", "add", true)) (button("import", "edit", false))
            }
            @if moment::asked(scene.params).is_none() {
                @for incident in &all { (out(incident)) }
            }
        }
    }
}

fn is_stale(scene: &Scene, row: &Row) -> bool {
    let stale: Option<paraat_kernel::Timestamp> = row.text("stale").parse().ok();
    stale.is_some_and(|stale| stale < moment::seen_from(scene.params))
}

/// What sort of object it is, in words.
pub fn sort(scene: &Scene, row: &Row) -> String {
    scene.say(&format!(
        "incident-layer-kind-{}",
        signs::of(row.text("kind")).name
    ))
}

fn drawn(scene: &Scene, number: usize, row: &Row) -> Option<Drawn> {
    let sign = signs::of(row.text("kind"));
    Some(Drawn {
        number: number.to_string(),
        title: row.text("title").to_owned(),
        sort: sort(scene, row),
        mark: sign.mark,
        tone: sign.tone,
        geometry: Geometry::from_text(row.text("geometry"))?,
        words_only: sign.name == "label",
        stale: is_stale(scene, row),
        href: format!("#object-{number}"),
    })
}

/// The drawing, and that of the Caribbean part when something is there.
fn drawings(scene: &Scene, shown: &[(usize, &Row)]) -> Markup {
    let all = shown
        .iter()
        .filter_map(|(number, row)| drawn(scene, *number, row));
    let (west, east): (Vec<Drawn>, Vec<Drawn>) =
        all.partition(|it| it.geometry.bounds().least.lon < OCEAN);
    let voice = scene.words.voice(scene.language());
    let seen = moment::seen_from(scene.params);
    let seen = time::moment_text(voice, seen, &scene.zone());
    let note = |step: &str| {
        let values = [("step", step.to_owned()), ("moment", seen.clone())];
        scene.say_with("incident-map-note", &values)
    };
    let label = |key| scene.say(key);
    html! {
        (shape_map(voice, ("map", &label("incident-map-label")), &east, note))
        (shape_map(voice, ("map-west", &label("incident-map-west-label")), &west, note))
    }
}

/// The layers, each with the link that switches it.
fn layers(
    answers: &[Answer],
    scene: &Scene,
    own: &Row,
    objects: &[&Row],
    hidden: &BTreeSet<String>,
) -> Markup {
    let mut counts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for row in objects {
        let named = || (0, told::by(scene, row));
        counts.entry(layer(row)).or_insert_with(named).0 += 1;
    }
    let base = format!("{}/map", frame::address(own));
    let href = |layer: &str| {
        let mut rest = hidden.clone();
        if !rest.remove(layer) {
            rest.insert(layer.to_owned());
        }
        let hide = rest.into_iter().collect::<Vec<_>>().join(",");
        let suffix = moment::suffix(scene);
        let sign = if suffix.is_empty() { '?' } else { '&' };
        format!("{base}{suffix}{sign}hide={}", encode(&hide))
    };
    let off_tag = tag(
        &scene.say("incident-map-hidden"),
        Mark::Cross,
        Tone::Neutral,
    );
    let body = html! {
        ul.layers {
            @for (layer, (count, who)) in &counts {
                @let off = hidden.contains(layer);
                @let values = [("who", who.clone()), ("count", count.to_string())];
                li {
                    (colours::swatch(answers, layer.split('.').next().unwrap_or_default()))
                    (scene.say_with("incident-map-layer-of", &values))
                    @if off { " " (off_tag) }
                    " "
                    a href=(href(layer)) {
                        (scene.say(if off { "incident-map-show" } else { "incident-map-hide" }))
                        span.unseen { " " (who) }
                    }
                }
            }
        }
    };
    let choose = html! { (map_live::choose(scene, own)) (colours::choose(scene, &base)) };
    panel("layers", &scene.say("incident-map-layers"), choose, body)
}

/// Every object with its place, source and age.
fn listed(answers: &[Answer], scene: &Scene, shown: &[(usize, &Row)]) -> Markup {
    let title = scene.say("incident-map-objects");
    let names = [
        "object", "sign", "what", "where", "by", "source", "observed", "stale", "acts",
    ];
    let cells: Vec<Vec<Markup>> = shown
        .iter()
        .map(|(number, row)| line(answers, scene, *number, row))
        .collect();
    panel(
        "objects",
        &title,
        html! {},
        table(&title, &columns(scene, &names), &cells),
    )
}

fn line(answers: &[Answer], scene: &Scene, number: usize, row: &Row) -> Vec<Markup> {
    let sign = signs::of(row.text("kind"));
    vec![
        html! {
            span id={ "object-" (number) } data-feature=(map_live::feature(row))
                data-words-only[sign.name == "label"] data-stale[is_stale(scene, row)] {
                (number)
            }
        },
        html! {
            (tag(&sort(scene, row), sign.mark, sign.tone))
            (map_live::symbol(answers, row))
        },
        html! {
            strong { (row.text("title")) }
            @if !row.text("note").is_empty() { div.muted { (row.text("note")) } }
            (attachments::of(answers, scene, &super::lines::address(row), &back(row)))
        },
        place(scene, row),
        html! { (colours::swatch(answers, row.stream.owner.as_str())) (told::by(scene, row)) },
        html! { @match row.text("source") { "" => (told::missing(scene)), source => (source) } },
        moment::ago(scene, row.text("observed")),
        html! {
            @if is_stale(scene, row) {
                (tag(&scene.say("incident-stale"), Mark::Ring, Tone::Elevated))
            } @else {
                (tag(&scene.say("incident-map-in-force"), Mark::Dot, Tone::Neutral))
            }
        },
        acts(scene, row, &back(row)),
    ]
}

fn back(row: &Row) -> String {
    format!("/incident/incident/{}/map", row.text("incident"))
}

/// Degrees as they can be typed again.
pub fn degrees(place: Place) -> String {
    let figure = |units: i64| format!("{:.5}", units as f64 / 1e7);
    format!("{}, {}", figure(place.lat), figure(place.lon))
}

/// Where it is: in degrees and, in the Netherlands, in RD; else in words.
pub fn place(scene: &Scene, row: &Row) -> Markup {
    let geometry = Geometry::from_text(row.text("geometry"));
    let places = geometry.as_ref().map(Geometry::places).unwrap_or_default();
    let rd = places
        .first()
        .and_then(|place| paraat_kernel::geometry::to_rd(*place));
    html! {
        @if !row.text("area").is_empty() { div { (row.text("area")) } }
        @if let Some(first) = places.first() {
            div { (degrees(*first)) }
            @if let Some([x, y]) = rd {
                div.muted {
                    (scene.say_with("incident-map-rd", &[
                        ("x", format!("{x:.0}")),
                        ("y", format!("{y:.0}")),
                    ]))
                }
            }
            @if places.len() > 1 {
                div.muted {
                    (scene.say(&format!("incident-form-{}", row.text("form")))) " "
                    @let count = (places.len() - 1).to_string();
                    (scene.say_with("incident-map-more", &[("count", count)]))
                }
            }
        } @else if row.text("area").is_empty() {
            (told::missing(scene))
        } @else {
            div.muted { (scene.say("incident-map-in-words")) }
        }
    }
}

fn acts(scene: &Scene, row: &Row, back: &str) -> Markup {
    let of = format!(
        "?incident={}&team={}&object={}{}",
        row.text("incident"),
        row.text("team"),
        row.whole("number").unwrap_or_default(),
        frame::next(scene, row.text("incident"), "/map")
    );
    html! {
        @if frame::may_write(scene) {
            div.acts {
                @if ours(scene, row) {
                    @for verb in ["confirm", "move", "remove"] {
                        a href={ "/incident/layer/" (verb) (of) } data-verb=(verb) {
                            (scene.say(&format!("incident-layer-{verb}")))
                            span.unseen { " " (row.text("title")) }
                        }
                    }
                }
                (attachments::add(
                    scene,
                    (row.text("incident"), &super::lines::address(row)),
                    back,
                    row.text("title")
                ))
            }
        }
    }
}
