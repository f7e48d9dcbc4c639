// SPDX-License-Identifier: EUPL-1.2
//! The role card of a function: its first five steps in this crisis, each a link.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene};
use paraat_ui::widgets::panel;
use paraat_ui::{Markup, html};

use super::{frame, gathered, moment};
use crate::tables::{ACCEPTED, DIRECTION};
use crate::terms::roles::{ROLES, Role, of_team};

/// The crisis and who directs it.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        [&DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// The page: the card that is asked for on top, else all functions to choose from.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let asked = scene.params.get("role");
    let card = ROLES.iter().find(|role| Some(role.name) == asked);
    frame::page(answers, scene, "/roles", |own| {
        let base = format!("{}/roles", frame::address(own));
        html! {
            @if let Some(role) = card { (steps(scene, own, role)) }
            (panel("roles", &scene.say("incident-roles"), html! {}, html! {
                p.muted { (scene.say("incident-roles-why")) }
                ul {
                    @for role in ROLES {
                        li { a href={ (base) "?role=" (role.name) } {
                            (scene.say(&format!("incident-role-{}", role.name)))
                        } }
                    }
                }
            }))
        }
    })
}

/// The card for the function on duty, folded on top of the picture: the one of the team that
/// somebody writes for, else the way to choose. Nothing for who only reads, and for an earlier
/// moment.
pub fn on_duty(scene: &Scene, own: &Row) -> Markup {
    if !frame::may_write(scene) {
        return html! {};
    }
    let page = format!("{}/roles{}", frame::address(own), moment::suffix(scene));
    html! {
        @match of_team(moment::team(scene.params)) {
            Some(role) => details.on-duty {
                summary {
                    (scene.say("incident-first-steps")) ": "
                    (scene.say(&format!("incident-role-{}", role.name)))
                }
                (list(scene, own, role))
                p { a href=(page) { (scene.say("incident-other-role")) } }
            },
            None => p.on-duty { a href=(page) { (scene.say("incident-which-role")) } },
        }
    }
}

/// The five steps of a function.
fn steps(scene: &Scene, own: &Row, role: &Role) -> Markup {
    let title = scene.say(&format!("incident-role-{}", role.name));
    panel("card", &title, html! {}, list(scene, own, role))
}

fn list(scene: &Scene, own: &Row, role: &Role) -> Markup {
    let address = |step: &str| match step.strip_prefix(':') {
        Some(form) => frame::form(scene, own, "", &format!("/{form}")),
        None => format!("{}{step}{}", frame::address(own), moment::suffix(scene)),
    };
    html! {
        ol.steps {
            @for (at, step) in (1..).zip(role.steps) {
                li { a href=(address(step)) {
                    (scene.say(&format!("incident-role-{}-{at}", role.name)))
                } }
            }
        }
    }
}
