// SPDX-License-Identifier: EUPL-1.2
//! How activities stand, a line for each activity, also when nothing was reported yet. A lead
//! reports by changing its own lines.

use paraat_contract::{
    Answer, Filter, Holds, Import, Line, List, ListColumn, Need, Order, Params, Query, Refusal,
    Role, Row, Scene, Value, Want,
};

use crate::commands::report;
use crate::lifecycle::{OUTLOOKS, STATUSES};
use crate::lists::{rows, seen, writes};
use crate::state::{Agenda, Item, reported, spoken};
use crate::tables;
use crate::views::{filters::Wanted, moment};

/// The list.
pub static PROGRESS: List = List {
    name: "progress",
    title: "agenda-progress",
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
    ListColumn::own("title", "agenda-progress-report-activity", Holds::Text).role(Role::Fixed),
    ListColumn::own("lead", "agenda-filter-lead", Holds::Organisation).role(Role::Fixed),
    ListColumn::own(
        "status",
        "agenda-progress-report-status",
        Holds::Choice("agenda-progress-status", STATUSES),
    ),
    ListColumn::own(
        "outlook",
        "agenda-progress-report-outlook",
        Holds::Choice("agenda-progress-outlook", OUTLOOKS),
    ),
    ListColumn::own(
        "explanation",
        "agenda-progress-report-explanation",
        Holds::Text,
    ),
    ListColumn::own("evidence", "agenda-progress-report-evidence", Holds::Text),
    ListColumn::own("reported", "agenda-list-reported", Holds::Moment).role(Role::Fixed),
    ListColumn::own("activity", "list-address", Holds::Text).role(Role::Name),
    ListColumn::own("version", "list-version", Holds::Whole).role(Role::Beside),
];

/// What `report` asks.
const REPORTED: &[&str] = &["activity", "status", "outlook", "explanation", "evidence"];

fn needs(params: &Params) -> Vec<Need> {
    let progress = Query::all(&tables::PROGRESS).as_known(moment::as_known(params));
    vec![Need::Rows(progress)]
}

fn query(params: &Params) -> Query {
    let all = Query::all(&tables::ACTIVITY).by(Order::Up("number"));
    let one = params.either("stream").and_then(|it| it.parse().ok());
    let narrowed = match one {
        Some(stream) => all.filter(Filter::Stream(stream)),
        None => all,
    };
    narrowed.as_known(moment::as_known(params))
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let agenda = Agenda::of(&[], &[], found, rows(answers, 0));
    let wanted = Wanted::new(scene, "/agenda");
    let shown = agenda.items.iter().filter(|item| wanted.holds(item));
    shown.map(|item| line(item, scene)).collect()
}

fn line(item: &Item, scene: &Scene) -> Vec<Value> {
    let row = item.row;
    let said = |column: &str| item.progress.map_or("", |it| it.text(column)).into();
    let version = item.progress.map_or(0, |it| it.version);
    vec![
        row.text("number").into(),
        spoken(row, scene.language(), "title").into(),
        item.lead().into(),
        item.status().into(),
        item.outlook().into(),
        said("explanation"),
        said("evidence"),
        item.progress.map(|it| reported(it).to_string()).into(),
        row.stream.to_string().into(),
        i64::try_from(version).ok().into(),
    ]
}

/// A report is about an activity that there is: a line that is new asks for one that is not.
fn wants(line: &Line, _scene: &Scene) -> Result<Vec<Want>, Refusal> {
    if line.was.is_none() {
        return Err(Refusal::new("agenda-refusal-activity-not-there").at("activity"));
    }
    Ok(vec![Want {
        kind: "progress",
        verb: report::VERB.name,
        target: None,
        typed: line.typed(REPORTED),
        seen: seen(line),
        column: "activity",
    }])
}
