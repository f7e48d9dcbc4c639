// SPDX-License-Identifier: EUPL-1.2
//! All incidents that this audience sees: one field opens another, what goes on stands first.

use paraat_authority::{Ability, Act};
use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene, rows_of};
use paraat_ui::widgets::{Column, button_link, empty, panel, table};
use paraat_ui::{Markup, html};

use super::{frame, moment, signs};
use crate::tables::INCIDENT;

/// All of them, newest first.
pub fn needs(_params: &Params) -> Vec<Need> {
    vec![Need::Rows(Query::all(&INCIDENT).by(Order::Newest))]
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let all = rows_of(answers, &INCIDENT);
    let (closed, open): (Vec<&Row>, Vec<&Row>) = all
        .into_iter()
        .partition(|row| row.text("standing") == "closed");
    let national = button_link(
        "/incident/national",
        "network",
        &scene.say("incident-national"),
        false,
    );
    Some(html! {
        (scene.bar(&scene.say("incident-nav"), html! {}, national))
        (opening(scene))
        (panel("open", &scene.say("incident-ongoing"), html! {}, html! {
            @if open.is_empty() { (empty(&scene.say("incident-ongoing-none"), None)) }
            @else { (lines(scene, "incident-ongoing", &open)) }
        }))
        @if !closed.is_empty() {
            (panel("closed", &scene.say("incident-closed-ones"), html! {},
                lines(scene, "incident-closed-ones", &closed)))
        }
    })
}

/// One field and one button: what is the matter.
fn opening(scene: &Scene) -> Markup {
    let own = scene.audience.organisation.clone();
    let ability = Ability::Write;
    if own.is_none_or(|of| !scene.permit(&Act { ability, of }).permitted()) {
        return html! {};
    }
    html! {
        form.quick action="/incident/incident/open" method="post" {
            label for="quick-title" { (scene.say("incident-incident-open-title")) }
            div.quick-row {
                input #quick-title type="text" name="title" maxlength="200" required
                    autocomplete="off";
                button.button.primary { (scene.say("incident-incident-open")) }
            }
            p.help {
                (scene.say("incident-open-help")) " "
                a href="/incident/incident/open" { (scene.say("incident-open-more")) }
            }
        }
    }
}

fn lines(scene: &Scene, caption: &str, rows: &[&Row]) -> Markup {
    let columns = ["title", "phase", "who", "entered"]
        .map(|name| Column::text(scene.say(&format!("incident-column-{name}"))));
    let line = |row: &&Row| {
        vec![
            html! { a href=(frame::address(row)) { (row.text("title")) } },
            signs::phase(scene, row.text("phase"), row.text("standing")),
            html! { (scene.organisation(row.stream.owner.as_str())) },
            moment::ago(scene, row.text("entered")),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    table(&scene.say(caption), &columns, &cells)
}
