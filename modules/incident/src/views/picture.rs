// SPDX-License-Identifier: EUPL-1.2
//! The composed picture: what every team says, over all incidents that are joined, as it is now or
//! as it was known at a moment. Each block names who said it and when.

use paraat_contract::{Answer, Need, Order, Params, Scene};
use paraat_ui::widgets::panel;
use paraat_ui::{Markup, html};

use super::{
    attachments, colours, copy, frame, gathered, joins, lines, pack, roles, scales, synthesis,
    teams, themes,
};
use crate::tables::{ACCEPTED, DIRECTION, LINE, PART, SCALE, SYNTHESIS, TEAM};

/// So many lines stand beside the picture; the log has all of them.
const LINES: u32 = 12;

/// The crisis, then all that stands in it.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow_then(params, answers, (follow, lines::confirmed), |of| {
        let mut newest = of(&LINE).by(Order::Newest);
        newest.limit = LINES;
        let whole = [&DIRECTION, &ACCEPTED, &SCALE, &TEAM, &PART, &SYNTHESIS];
        let whole = whole.map(|table| of(table).by(Order::Any));
        let files = attachments::newest(params, answers);
        let more = [newest, files, colours::wanted(params)];
        more.into_iter().chain(whole).collect()
    })
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    frame::page(answers, scene, "", |own| {
        html! {
            (roles::on_duty(scene, own))
            div.picture {
                div.picture-main {
                    (synthesis::last(answers, scene, own))
                    (panel("themes", &scene.say("incident-themes"), copy::link(scene, own),
                        themes::draw(answers, scene, own)))
                    (panel("scales", &scene.say("incident-scales"), html! {},
                        scales::draw(answers, scene, own)))
                    (panel("teams", &scene.say("incident-teams"), pack::link(scene, own),
                        teams::draw(answers, scene, own)))
                    (panel("joined", &scene.say("incident-joined"), html! {},
                        joins::draw(answers, scene, own)))
                }
                div.picture-side {
                    (lines::panel_of(answers, scene, own))
                    (attachments::panel_of(answers, scene, own))
                }
            }
        }
    })
}
