// SPDX-License-Identifier: EUPL-1.2
//! All organisations, filtered by kind and by words.

use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{Choice, Column, Filter, FilterBar, empty, filter_bar, table};
use paraat_ui::{Markup, html};

use super::fact::title;
use super::{checked, rows, switch};
use crate::state::shown;
use crate::tables::{CORRECTION, ENTRY, ORGANISATION};

const PATH: &str = "/registers/organisations";

/// Organisations of the chosen kind, the kinds, and all corrections.
pub fn needs(params: &Params) -> Vec<Need> {
    let mut organisations = Query::all(&ORGANISATION).by(Order::Up("sort"));
    if let Some(kind) = params.get("kind") {
        organisations = organisations.is("kind", kind);
    }
    vec![
        Need::Rows(organisations),
        Need::Rows(Query::all(&ENTRY).is("list", "kinds").by(Order::Up("sort"))),
        Need::Rows(Query::all(&CORRECTION)),
    ]
}

/// The table.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let (kinds, corrections) = (rows(answers, 1), rows(answers, 2));
    let wanted = scene.params.get("text").unwrap_or_default().to_lowercase();
    let found: Vec<&Row> = rows(answers, 0)
        .iter()
        .filter(|row| holds(row, corrections, &wanted))
        .collect();
    let heading = scene.say("registers-correction-list-organisations");
    let columns = [
        Column::text(scene.say("registers-name")),
        Column::text(scene.say("registers-kind")),
        Column::text(scene.say("registers-correction-field-code")),
        Column::text(scene.say("registers-correction-field-province")),
        Column::text(scene.say("registers-checked")),
    ];
    let row = |record: &&Row| {
        let of_kind = |kind: &&Row| kind.text("slug") == record.text("kind");
        let kind = kinds
            .iter()
            .find(of_kind)
            .map(|kind| title(scene, kind, corrections));
        let href = format!("/registers/organisation/{}", record.text("slug"));
        vec![
            html! { a href=(href) { (title(scene, record, corrections)) } },
            html! { (kind.unwrap_or_default()) },
            html! { (shown(record, "code", corrections).value()) },
            html! { (shown(record, "province", corrections).value()) },
            checked(scene, record),
        ]
    };
    let table_rows: Vec<Vec<Markup>> = found.iter().map(row).collect();
    Some(html! {
        (scene.bar(&heading, switch(scene, PATH), html! {}))
        (bar(scene, kinds, corrections, found.len()))
        @if found.is_empty() {
            (empty(&scene.say("registers-none-found"), Some((PATH, &scene.say("filter-clear")))))
        } @else { (table(&heading, &columns, &table_rows)) }
    })
}

/// True when one of its names holds the words.
pub(crate) fn holds(record: &Row, corrections: &[Row], wanted: &str) -> bool {
    let columns = ["slug", "name_nl", "name_en", "short", "code", "province"];
    columns.iter().any(|column| {
        let value = shown(record, column, corrections).value();
        value.to_lowercase().contains(wanted)
    })
}

fn bar(scene: &Scene, kinds: &[Row], corrections: &[Row], count: usize) -> Markup {
    let choice = |kind: &Row| Choice {
        value: kind.text("slug").to_owned(),
        label: title(scene, kind, corrections),
    };
    let typed = |name| scene.params.get(name).unwrap_or_default().to_owned();
    let kind = Filter {
        name: "kind".to_owned(),
        label: scene.say("registers-kind"),
        choices: kinds.iter().map(choice).collect(),
        chosen: typed("kind"),
    };
    let bar = FilterBar {
        action: PATH.to_owned(),
        text: Some(("text".to_owned(), typed("text"))),
        filters: vec![kind],
        hidden: Vec::new(),
        count: u64::try_from(count).unwrap_or(u64::MAX),
    };
    filter_bar(scene.words.voice(scene.language()), &bar)
}
