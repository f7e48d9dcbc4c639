// SPDX-License-Identifier: EUPL-1.2
//! Who takes up which activity in its own plans: a line for each cell of the matrix, and the same
//! for what is not taken up. They only go out: a translation is drafted, and then adopted by a
//! board.

use paraat_contract::{
    Answer, Holds, List, ListColumn, Order, Params, Query, Role, Row, Scene, Value,
};

use crate::state::{Item, PARTIES, spoken};
use crate::tables::{ACTIVITY, TRANSLATION};
use crate::views::coverage::Cell;
use crate::views::filters::Wanted;
use crate::views::matrix::{self, parties};
use crate::views::sheet::{Sheet, needs_of, takes};
use crate::views::{gaps, moment};

/// All cells of the matrix.
pub static TRANSLATIONS: List = List {
    name: "translations",
    title: "agenda-title-matrix",
    columns: COLUMNS,
    needs: |params| needs_of(params, &TRANSLATION),
    rows: query,
    lines: |found, answers, scene| cells(found, answers, scene, false),
    import: None,
};

/// What is not taken up.
pub static GAPS: List = List {
    name: "gaps",
    title: "agenda-title-gaps",
    lines: |found, answers, scene| cells(found, answers, scene, true),
    ..TRANSLATIONS
};

const COLUMNS: &[ListColumn] = &[
    ListColumn::own("number", "agenda-activity-issue-number", Holds::Text).role(Role::Fixed),
    ListColumn::own("title", "agenda-progress-report-activity", Holds::Text).role(Role::Fixed),
    ListColumn::own(
        "organisation",
        "agenda-filter-organisation",
        Holds::Organisation,
    )
    .role(Role::Fixed),
    ListColumn::own("stance", "agenda-filter-stance", Holds::Text).role(Role::Fixed),
    ListColumn::own("plan", "agenda-list-plan", Holds::Text).role(Role::Fixed),
    ListColumn::own("paragraph", "agenda-list-paragraph", Holds::Text).role(Role::Fixed),
    ListColumn::own("reason", "agenda-list-why", Holds::Text).role(Role::Fixed),
    ListColumn::own(
        "decidedOn",
        "agenda-translation-adopt-decided-on",
        Holds::Date,
    )
    .role(Role::Fixed),
    ListColumn::own("activity", "list-address", Holds::Text).role(Role::Fixed),
];

fn query(params: &Params) -> Query {
    Query::all(&ACTIVITY)
        .by(Order::Up("number"))
        .as_known(moment::as_known(params))
}

fn cells(found: &[Row], answers: &[Answer], scene: &Scene, gaps: bool) -> Vec<Vec<Value>> {
    let sheet = Sheet::new(answers, scene);
    let path = if gaps { gaps::PATH } else { matrix::PATH };
    let parties = parties(scene);
    let slug = scene.params.get("activity");
    let here = |row: &Row| found.iter().any(|it| it.stream == row.stream);
    let mut lines = Vec::new();
    for (at, item) in sheet.shown(&Wanted::new(scene, path)) {
        let asked = slug.is_none_or(|slug| slug == item.row.text("slug"));
        if !asked || !here(item.row) {
            continue;
        }
        for party in &parties {
            let cell = sheet.coverage.cell(at, *party);
            // What is not told here is no line: the others would be the list of who lags.
            let Some(key) = cell.key() else { continue };
            if (cell.is_gap() || !gaps) && takes(scene, &cell) {
                let id = PARTIES.get(*party).map_or("", |it| it.id.as_str());
                lines.push(line(scene, &item, &cell, (id, sheet.stances.word(key))));
            }
        }
    }
    lines
}

fn line(scene: &Scene, item: &Item, cell: &Cell, said_by: (&str, &str)) -> Vec<Value> {
    let (party, stance) = said_by;
    let row = item.row;
    let said = |column: &str| match cell {
        Cell::Adopted { row, .. } => row.text(column).into(),
        Cell::None | Cell::Untold => Value::Empty,
    };
    vec![
        row.text("number").into(),
        spoken(row, scene.language(), "title").into(),
        party.into(),
        stance.into(),
        said("plan"),
        said("paragraph"),
        said("reason"),
        said("decided_on"),
        row.stream.to_string().into(),
    ]
}
