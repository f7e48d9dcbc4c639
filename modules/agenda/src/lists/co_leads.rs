// SPDX-License-Identifier: EUPL-1.2
//! How activities stand in the eyes of their co-leads, a line for each that is named. A co-lead
//! states by changing its own lines.

use std::collections::BTreeMap;

use paraat_contract::{
    Answer, Holds, Import, Line, List, ListColumn, Need, Order, Params, Query, Refusal, Role, Row,
    Scene, Value, Want,
};

use crate::commands::state_progress;
use crate::lifecycle::{OUTLOOKS, STATUSES};
use crate::lists::{rows, seen, writes};
use crate::state::{Agenda, spoken};
use crate::tables::{self, ACTIVITY, CO_LEAD, STATEMENT};
use crate::views::filters::{LIST, Wanted};
use crate::views::moment;

/// The list.
pub static CO_LEADS: List = List {
    name: "co-leads",
    title: "agenda-list-co-leads",
    columns: COLUMNS,
    needs,
    rows: query,
    lines,
    import: Some(Import {
        may: writes,
        wants,
        found_by: None,
        nothing_new: &["agenda-refusal-nothing-new"],
    }),
};

const COLUMNS: &[ListColumn] = &[
    ListColumn::own("number", "agenda-activity-issue-number", Holds::Text).role(Role::Fixed),
    ListColumn::own("title", "agenda-statement-state-activity", Holds::Text).role(Role::Fixed),
    ListColumn::own("lead", "agenda-filter-lead", Holds::Organisation).role(Role::Fixed),
    ListColumn::own("organisation", "agenda-list-by", Holds::Organisation).role(Role::Fixed),
    ListColumn::own(
        "status",
        "agenda-statement-state-status",
        Holds::Choice("agenda-statement-status", STATUSES),
    ),
    ListColumn::own(
        "outlook",
        "agenda-statement-state-outlook",
        Holds::Choice("agenda-statement-outlook", OUTLOOKS),
    ),
    ListColumn::own(
        "explanation",
        "agenda-statement-state-explanation",
        Holds::Text,
    ),
    ListColumn::own("activity", "list-address", Holds::Text).role(Role::Fixed),
    ListColumn::own("coLead", "agenda-statement-state-co-lead", Holds::Text).role(Role::Name),
    ListColumn::own("version", "list-version", Holds::Whole).role(Role::Beside),
];

/// What `state` asks of the line itself; its activity is the one that it is kept under.
const STATED: &[&str] = &["coLead", "status", "outlook", "explanation"];

fn needs(params: &Params) -> Vec<Need> {
    let all = |table| Need::Rows(Query::all(table).as_known(moment::as_known(params)));
    vec![
        all(&ACTIVITY),
        all(&tables::PROGRESS),
        all(&tables::MEANS),
        all(&STATEMENT),
    ]
}

fn query(params: &Params) -> Query {
    let all = Query::all(&CO_LEAD).by(Order::Oldest);
    let all = match params.either("stream") {
        Some(activity) => all.is("activity", activity),
        None => all,
    };
    all.as_known(moment::as_known(params))
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let agenda = Agenda::of(&[], &[], rows(answers, 0), rows(answers, 1));
    let agenda = agenda.with_means(rows(answers, 2));
    let wanted = Wanted::new(scene, LIST);
    let shown = agenda.items.iter().filter(|item| wanted.holds(item));
    let shown: BTreeMap<String, &Row> = shown.map(|it| (it.address(), it.row)).collect();
    let stated = rows(answers, 3).iter();
    let stated: BTreeMap<(&str, &str), &Row> = stated
        .map(|it| ((it.text("activity"), it.stream.owner.as_str()), it))
        .collect();
    let line = |row: &Row| {
        let about = row.text("activity");
        if row.text("status") != "named" {
            return None;
        }
        let activity = *shown.get(about)?;
        let statement = stated.get(&(about, row.text("organisation")));
        let said = |column: &str| statement.map_or("", |it| it.text(column)).into();
        let version = statement.map_or(0, |it| it.version);
        Some(vec![
            activity.text("number").into(),
            spoken(activity, scene.language(), "title").into(),
            activity.text("lead").into(),
            row.text("organisation").into(),
            said("status"),
            said("outlook"),
            said("explanation"),
            about.into(),
            row.stream.to_string().into(),
            i64::try_from(version).ok().into(),
        ])
    };
    found.iter().filter_map(line).collect()
}

/// Who is named states; a line that is new names nobody.
fn wants(line: &Line, _scene: &Scene) -> Result<Vec<Want>, Refusal> {
    let Some(was) = &line.was else {
        return Err(Refusal::new("agenda-refusal-no-co-lead").at("coLead"));
    };
    let activity = was.get("activity").map_or("", String::as_str);
    Ok(vec![Want {
        kind: "statement",
        verb: state_progress::VERB.name,
        target: None,
        typed: line.typed(STATED).with("activity", activity),
        seen: seen(line),
        column: "coLead",
    }])
}
