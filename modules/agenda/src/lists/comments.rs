// SPDX-License-Identifier: EUPL-1.2
//! What organisations say beside activities. It only goes out: a comment has no name by which a
//! file that is handed in twice would be known again.

use std::collections::BTreeMap;

use paraat_contract::{
    Answer, Holds, List, ListColumn, Need, Order, Params, Query, Role, Row, Scene, Value,
};

use crate::lists::rows;
use crate::state::{reported, spoken};
use crate::tables::{ACTIVITY, COMMENT};
use crate::views::moment;

/// The list.
pub static COMMENTS: List = List {
    name: "comments",
    title: "agenda-comments",
    columns: COLUMNS,
    needs,
    rows: query,
    lines,
    import: None,
};

const COLUMNS: &[ListColumn] = &[
    ListColumn::own("number", "agenda-activity-issue-number", Holds::Text).role(Role::Fixed),
    ListColumn::own("title", "agenda-comment-write-activity", Holds::Text).role(Role::Fixed),
    ListColumn::own("organisation", "agenda-list-by", Holds::Organisation).role(Role::Fixed),
    ListColumn::own("text", "agenda-comment-write-text", Holds::Text).role(Role::Fixed),
    ListColumn::own("written", "agenda-list-written", Holds::Moment).role(Role::Fixed),
    ListColumn::own("activity", "list-address", Holds::Text).role(Role::Fixed),
];

fn needs(params: &Params) -> Vec<Need> {
    let activities = Query::all(&ACTIVITY).as_known(moment::as_known(params));
    vec![Need::Rows(activities)]
}

fn query(params: &Params) -> Query {
    let all = Query::all(&COMMENT).by(Order::Oldest);
    let all = match params.either("stream") {
        Some(activity) => all.is("activity", activity),
        None => all,
    };
    all.as_known(moment::as_known(params))
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let activities = rows(answers, 0).iter();
    let by_address: BTreeMap<String, &Row> =
        activities.map(|it| (it.stream.to_string(), it)).collect();
    let line = |row: &Row| {
        let about = row.text("activity");
        let activity = by_address.get(about);
        let said = |column: &str| activity.map_or("", |it| it.text(column)).into();
        let title = activity.map_or("", |it| spoken(it, scene.language(), "title"));
        vec![
            said("number"),
            title.into(),
            row.text("organisation").into(),
            row.text("text").into(),
            reported(row).to_string().into(),
            about.into(),
        ]
    };
    found.iter().map(line).collect()
}
