// SPDX-License-Identifier: EUPL-1.2
//! The incidents of others that are the same crisis, and what the owner may do with this one.

use paraat_contract::{Answer, Row, Scene};
use paraat_ui::{Markup, html};

use super::{frame, gathered, signs};

/// The panel.
pub fn draw(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let all = gathered::incidents(answers);
    let others: Vec<&&Row> = all.iter().filter(|row| row.stream != own.stream).collect();
    let ours = scene.audience.organisation.as_ref() == Some(&own.stream.owner);
    html! {
        @if others.is_empty() { p.muted { (scene.say("incident-joined-none")) } }
        @else {
            ul {
                @for row in &others {
                    li {
                        a href=(frame::address(row)) { (row.text("title")) } " "
                        (scene.organisation(row.stream.owner.as_str())) " "
                        (signs::phase(scene, row.text("phase"), row.text("standing")))
                    }
                }
            }
        }
        @if ours && frame::may_write(scene) { (acts(scene, own)) }
    }
}

/// What the owner may do with the incident itself.
fn acts(scene: &Scene, own: &Row) -> Markup {
    let last = match own.text("standing") {
        "closed" => "reopen",
        _ => "close",
    };
    html! {
        ul.inline {
            @for verb in ["join", "part", "enter-phase", "rename", last] {
                li {
                    a href={ "/streams/" (own.stream) "/" (verb) } {
                        (scene.say(&format!("incident-incident-{verb}")))
                    }
                }
            }
        }
    }
}
