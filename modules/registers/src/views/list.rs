// SPDX-License-Identifier: EUPL-1.2
//! One of the short lists.

use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{Column, table};
use paraat_ui::{Markup, html};

use super::fact::{remarks, spoken, title};
use super::{checked, correct, may_correct, rows};
use crate::state::shown;
use crate::tables::{CORRECTION, ENTRY};

/// The lines of the list and the corrections of them.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(list) = params.path.get("list") else {
        return Vec::new();
    };
    vec![
        Need::Rows(
            Query::all(&ENTRY)
                .is("list", list.as_str())
                .by(Order::Up("sort")),
        ),
        Need::Rows(Query::all(&CORRECTION).is("list", list.as_str())),
    ]
}

/// The table; none when there is no such list.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let (lines, corrections) = (rows(answers, 0), rows(answers, 1));
    let list = lines.first()?.text("list").to_owned();
    let heading = scene.say(&format!("registers-correction-list-{list}"));
    let may = may_correct(scene);
    let detail = detail_label(&list).map(|key| scene.say(key));
    let mut columns = vec![
        Column::text(scene.say("registers-name")),
        Column::text(scene.say("registers-explanation")),
    ];
    columns.extend(detail.as_ref().map(Column::text));
    columns.push(Column::text(scene.say("source")));
    columns.push(Column::text(scene.say("registers-checked")));
    if may {
        columns.push(Column::text(scene.say("registers-correction-correct")));
    }
    let row = |line: &Row| {
        let name = title(scene, line, corrections);
        let label = scene.say_with("registers-correct-of", &[("name", name.clone())]);
        let link = correct(&list, line.text("slug"));
        let page = format!("/registers/{list}/{}", line.stream);
        let mut cells = vec![
            html! { a href=(page) { (name) } (said(scene, line, "name", corrections)) },
            explained(scene, line, corrections),
        ];
        if detail.is_some() {
            let word = detail_word(scene, &list, line.text("detail"));
            cells.push(html! { (word) });
        }
        cells.push(html! { (line.text("source")) });
        cells.push(checked(scene, line));
        cells.push(html! { a href=(link) { (label) } });
        cells
    };
    let table_rows: Vec<Vec<Markup>> = lines.iter().map(row).collect();
    let beside = html! { a href="/registers" { (scene.say("registers-lists")) } };
    Some(html! {
        (scene.bar(&heading, beside, html! {}))
        (table(&heading, &columns, &table_rows))
    })
}

fn said(scene: &Scene, line: &Row, stem: &str, corrections: &[Row]) -> Markup {
    let column = spoken(scene, stem);
    remarks(scene, &shown(line, &column, corrections), &str::to_owned)
}

fn explained(scene: &Scene, line: &Row, corrections: &[Row]) -> Markup {
    let column = spoken(scene, "explanation");
    let value = shown(line, &column, corrections).value();
    html! { (value) (said(scene, line, "explanation", corrections)) }
}

/// The heading of the detail that a list has; none when it has none.
pub(super) fn detail_label(list: &str) -> Option<&'static str> {
    match list {
        "themes" => Some("registers-theme-kind"),
        "time-zones" => Some("registers-iana"),
        "vital-processes" => Some("registers-ministry"),
        _ => None,
    }
}

/// That detail in words.
pub(super) fn detail_word(scene: &Scene, list: &str, detail: &str) -> String {
    match list {
        "themes" => scene.say(&format!("registers-theme-{detail}")),
        "vital-processes" => scene.organisation(detail),
        _ => detail.to_owned(),
    }
}
