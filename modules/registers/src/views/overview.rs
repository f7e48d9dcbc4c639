// SPDX-License-Identifier: EUPL-1.2
//! Which registers there are, and how much stands in them.

use paraat_contract::{Answer, Need, Params, Query, Row, Scene};
use paraat_ui::widgets::{Column, table};
use paraat_ui::{Markup, html};

use super::{rows, switch};
use crate::state::list_of;
use crate::tables::{CORRECTION, ENTRY, LISTS, ORGANISATION, ORGANISATIONS};

/// Everything: a few hundred rows.
pub fn needs(_params: &Params) -> Vec<Need> {
    let tables = [&ORGANISATION, &ENTRY, &CORRECTION];
    tables.map(|table| Need::Rows(Query::all(table))).into()
}

/// The lists with their counts.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let columns = [
        Column::text(scene.say("registers-correction-correct-list")),
        Column::figures(scene.say("registers-count")),
        Column::figures(scene.say("registers-count-unverified")),
        Column::figures(scene.say("registers-count-corrections")),
    ];
    let records: Vec<&Row> = rows(answers, 0).iter().chain(rows(answers, 1)).collect();
    let corrections = rows(answers, 2);
    let row = |list: &str| {
        let of_it = records.iter().filter(|record| list_of(record) == list);
        let unverified = of_it
            .clone()
            .filter(|record| record.text("verified") == "no");
        let said = corrections.iter().filter(|it| it.text("list") == list);
        let href = if list == ORGANISATIONS {
            "/registers/organisations".to_owned()
        } else {
            format!("/registers/list/{list}")
        };
        let label = scene.say(&format!("registers-correction-list-{list}"));
        vec![
            html! { a href=(href) { (label) } },
            html! { (of_it.count()) },
            html! { (unverified.count()) },
            html! { (said.count()) },
        ]
    };
    let lists = std::iter::once(ORGANISATIONS).chain(LISTS.iter().copied());
    let table_rows: Vec<Vec<Markup>> = lists.map(row).collect();
    let title = scene.say("registers-nav");
    Some(html! {
        (scene.bar(&title, switch(scene, "/registers"), html! {}))
        p.prose { (scene.say("registers-about")) }
        (table(&scene.say("registers-lists"), &columns, &table_rows))
    })
}
