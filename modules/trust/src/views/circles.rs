// SPDX-License-Identifier: EUPL-1.2
//! The circles: those that always exist, ours, and those of others that we are a member of.

use paraat_authority::{Ability, Act};
use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{Column, button_link, empty, panel, table};
use paraat_ui::{Markup, html};

use super::{rows, switch};
use crate::tables::{CIRCLE, MEMBER};

/// Circles and members.
pub fn needs(_params: &Params) -> Vec<Need> {
    vec![
        Need::Rows(Query::all(&CIRCLE).by(Order::Up("name"))),
        Need::Rows(Query::all(&MEMBER)),
    ]
}

/// The list.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let (circles, members) = (rows(answers, 0), rows(answers, 1));
    let own = scene.audience.organisation.as_ref();
    let is_own = |circle: &&Row| own == Some(&circle.stream.owner);
    let ours: Vec<&Row> = circles.iter().filter(is_own).collect();
    let theirs: Vec<&Row> = circles.iter().filter(|circle| !is_own(circle)).collect();
    Some(html! {
        (scene.bar(&scene.say("trust-nav"), switch(scene, "/trust"), make(scene)))
        (panel("standing", &scene.say("trust-standing"), html! {}, standing(scene)))
        @if own.is_some() {
            (panel("ours", &scene.say("trust-ours"), html! {}, html! {
                @if ours.is_empty() { (empty(&scene.say("trust-ours-none"), None)) }
                @else { (list(scene, "trust-ours", &ours, members)) }
            }))
            @if !theirs.is_empty() {
                (panel("theirs", &scene.say("trust-theirs"), html! {},
                    list(scene, "trust-theirs", &theirs, members)))
            }
        }
    })
}

/// The button to make one, for those who may.
fn make(scene: &Scene) -> Markup {
    let may = scene.audience.organisation.clone().is_some_and(|of| {
        let ability = Ability::Decide;
        scene.permit(&Act { ability, of }).permitted()
    });
    html! {
        @if may {
            (button_link("/trust/circle/make", "add", &scene.say("trust-circle-make"), true))
        }
    }
}

fn standing(scene: &Scene) -> Markup {
    let columns = [
        Column::text(scene.say("trust-column-circle")),
        Column::text(scene.say("trust-column-who")),
    ];
    let row = |circle: &str| {
        let name = scene.say(&format!("circle-{circle}"));
        let who = scene.say(&format!("trust-standing-{circle}"));
        vec![html! { (name) }, html! { (who) }]
    };
    let rows = ["public", "partners", "own"].map(row);
    table(&scene.say("trust-standing"), &columns, &rows)
}

fn list(scene: &Scene, caption: &str, circles: &[&Row], members: &[Row]) -> Markup {
    let columns = [
        Column::text(scene.say("trust-column-circle")),
        Column::text(scene.say("trust-column-owner")),
        Column::text(scene.say("trust-column-members")),
    ];
    let row = |circle: &&Row| {
        let of_it = members
            .iter()
            .filter(|member| member.stream == circle.stream);
        let names: Vec<String> = of_it
            .map(|member| scene.organisation(member.text("organisation")))
            .collect();
        let href = format!("/trust/circle/{}", circle.stream);
        vec![
            html! { a href=(href) { (circle.text("name")) } },
            html! { (scene.organisation(circle.text("owner"))) },
            html! { (names.join(", ")) },
        ]
    };
    let rows: Vec<Vec<Markup>> = circles.iter().map(row).collect();
    table(&scene.say(caption), &columns, &rows)
}
