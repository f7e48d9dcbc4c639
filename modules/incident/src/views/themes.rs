// SPDX-License-Identifier: EUPL-1.2
//! The picture theme by theme: the heaviest status first in sight, under it what each team says
//! with its age, differences side by side, and what nobody speaks of by name.

use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::widgets::{Mark, Tone, post_button, tag};
use paraat_ui::{Markup, html};

use super::{attachments, colours, copy, frame, moment, signs};
use crate::state::{Theme, stale, themes};
use crate::tables::PART;

/// The panel.
pub fn draw(answers: &[Answer], scene: &Scene, incident: &Row) -> Markup {
    let parts = rows_of(answers, &PART);
    let themes = themes(&parts);
    let (holes, spoken): (Vec<&Theme>, Vec<&Theme>) =
        themes.iter().partition(|theme| theme.said.is_empty());
    let name = |theme: &str| scene.say(&format!("incident-theme-{theme}"));
    html! {
        @for theme in spoken { (block(answers, scene, incident, theme)) }
        @if !holes.is_empty() {
            div.holes {
                h3 { (scene.say("incident-holes")) }
                ul.inline {
                    @for theme in holes {
                        li {
                            @if frame::may_write(scene) {
                                @let share = "/incident/part/share";
                                @let form = frame::form(scene, incident, "", share);
                                a href={ (form) "&theme=" (theme.name) } { (name(theme.name)) }
                            } @else { (name(theme.name)) }
                        }
                    }
                }
            }
        }
    }
}

/// The form that shares a theme anew. It begins with what the team said of it, or with what it is
/// writing.
fn otherwise(scene: &Scene, row: &Row) -> String {
    let of = ["incident", "team", "theme"];
    let of = of
        .map(|name| format!("{name}={}", row.text(name)))
        .join("&");
    let next = frame::next(scene, row.text("incident"), "");
    format!("/incident/part/share?{of}{next}")
}

fn block(answers: &[Answer], scene: &Scene, incident: &Row, theme: &Theme) -> Markup {
    let id = format!("theme-{}", theme.name);
    html! {
        section.theme aria-labelledby=(id) {
            h3 #(id) {
                (scene.say(&format!("incident-theme-{}", theme.name))) " "
                (signs::status(scene, theme.status()))
                @if theme.differs() { " " span.muted { (scene.say("incident-differs")) } }
            }
            p.copy-link { a href=(copy::address(scene, incident, Some(theme.name))) {
                (scene.say("incident-copy"))
                span.unseen { ": " (scene.say(&format!("incident-theme-{}", theme.name))) }
            } }
            ul.said { @for row in &theme.said { li { (said(answers, scene, row, theme)) } } }
        }
    }
}

/// What one team says of a theme, as files name it: its stream, `#`, and the theme.
fn address(row: &Row) -> String {
    format!("{}#{}", row.stream, row.text("theme"))
}

/// What one team says, how old it is, and for that team: still so, or otherwise.
fn said(answers: &[Answer], scene: &Scene, row: &Row, theme: &Theme) -> Markup {
    let old = stale(row, moment::seen_from(scene.params));
    let ours = scene.audience.organisation.as_ref() == Some(&row.stream.owner);
    let (stream, team) = (row.text("incident"), row.text("team"));
    let back = frame::back(scene, stream, "");
    let hidden = [
        ("incident", stream),
        ("team", team),
        ("theme", theme.name),
        ("next", back.as_str()),
    ];
    html! {
        p.said-text {
            @if theme.differs() { (signs::status(scene, row.text("status"))) " " }
            (row.text("text"))
            @if row.text("text").is_empty() {
                span.muted { (scene.say("incident-said-no-text")) }
            }
        }
        (attachments::of(answers, scene, &address(row), &back))
        div.said-beside.muted {
            span {
                (colours::swatch(answers, row.stream.owner.as_str()))
                (signs::by(scene, row.stream.owner.as_str(), team))
            }
            span {
                (scene.say("incident-confirmed-at")) " " (moment::ago(scene, row.text("confirmed")))
            }
            @if old { (tag(&scene.say("incident-stale"), Mark::Ring, Tone::Elevated)) }
            @if ours && frame::may_write(scene) {
                (post_button(
                    "/incident/part/confirm",
                    &hidden,
                    &scene.say("incident-part-confirm"),
                    false
                ))
                a href=(otherwise(scene, row)) { (scene.say("incident-part-otherwise")) }
                (attachments::add(scene, (stream, &address(row)), &back, ""))
            }
        }
    }
}
