// SPDX-License-Identifier: EUPL-1.2
//! Whether activities are done within existing means, a line for each. A lead declares by changing
//! its own lines; how extra was arranged, or the activity adjusted, is decided on its page.

use paraat_contract::{
    Answer, Holds, Import, Line, List, ListColumn, Need, Order, Params, Query, Refusal, Role, Row,
    Scene, Value, Want,
};

use crate::commands::declare_means;
use crate::lifecycle::{MEANS as STATES, NEEDS};
use crate::lists::{rows, seen, writes};
use crate::state::{Agenda, Item, spoken};
use crate::tables;
use crate::views::filters::{LIST, Wanted};
use crate::views::moment;

/// The list.
pub static MEANS: List = List {
    name: "means",
    title: "agenda-filter-means",
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
    ListColumn::own("title", "agenda-means-declare-activity", Holds::Text).role(Role::Fixed),
    ListColumn::own("lead", "agenda-filter-lead", Holds::Organisation).role(Role::Fixed),
    ListColumn::own(
        "need",
        "agenda-means-declare-need",
        Holds::Choice("agenda-means-need", NEEDS),
    ),
    ListColumn::own("amount", "agenda-means-declare-amount", Holds::Whole),
    ListColumn::own(
        "explanation",
        "agenda-means-declare-explanation",
        Holds::Text,
    ),
    ListColumn::own(
        "status",
        "agenda-filter-means",
        Holds::Choice("agenda-means-status", STATES),
    )
    .role(Role::Fixed),
    ListColumn::own("outcome", "agenda-list-means-outcome", Holds::Text).role(Role::Fixed),
    ListColumn::own("source", "agenda-means-source", Holds::Text).role(Role::Fixed),
    ListColumn::own("activity", "list-address", Holds::Text).role(Role::Name),
    ListColumn::own("version", "list-version", Holds::Whole).role(Role::Beside),
];

/// What `declare` asks.
const DECLARED: &[&str] = &["activity", "need", "amount", "explanation"];

fn needs(params: &Params) -> Vec<Need> {
    let all = |table| Need::Rows(Query::all(table).as_known(moment::as_known(params)));
    vec![all(&tables::PROGRESS), all(&tables::MEANS)]
}

fn query(params: &Params) -> Query {
    Query::all(&tables::ACTIVITY)
        .by(Order::Up("number"))
        .as_known(moment::as_known(params))
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let agenda = Agenda::of(&[], &[], found, rows(answers, 0)).with_means(rows(answers, 1));
    let wanted = Wanted::new(scene, LIST);
    let shown = agenda.items.iter().filter(|item| wanted.holds(item));
    shown.map(|item| line(item, scene)).collect()
}

fn line(item: &Item, scene: &Scene) -> Vec<Value> {
    let row = item.row;
    let said = |column: &str| item.means.map_or("", |it| it.text(column));
    let status = said("status");
    // What was arranged or adjusted was declared as extra before.
    let need = match status {
        "" | "within" => status,
        _ => "extra",
    };
    let version = item.means.map_or(0, |it| it.version);
    vec![
        row.text("number").into(),
        spoken(row, scene.language(), "title").into(),
        item.lead().into(),
        need.into(),
        item.means.and_then(|it| it.whole("amount")).into(),
        said("explanation").into(),
        status.into(),
        said("outcome").into(),
        said("source").into(),
        row.stream.to_string().into(),
        i64::try_from(version).ok().into(),
    ]
}

/// Means are declared for an activity that there is.
fn wants(line: &Line, _scene: &Scene) -> Result<Vec<Want>, Refusal> {
    if line.was.is_none() {
        return Err(Refusal::new("agenda-refusal-activity-not-there").at("activity"));
    }
    Ok(vec![Want {
        kind: "means",
        verb: declare_means::VERB.name,
        target: None,
        typed: line.typed(DECLARED),
        seen: seen(line),
        column: "activity",
    }])
}
