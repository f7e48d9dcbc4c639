// SPDX-License-Identifier: EUPL-1.2
//! The activities as the ministry issues them. A line that comes back with another text is issued
//! again, with another lead it is assigned to that one, and a line that is new is issued.

use paraat_contract::{
    Answer, Holds, Import, Line, List, ListColumn, Need, Order, Params, Query, Refusal, Role, Row,
    Scene, Value, Want,
};
use paraat_kernel::OrganisationId;

use crate::commands::issue_activity::{self, PERIODS, REACHES};
use crate::commands::{assign, issue_activity as issue};
use crate::kinds::activity::address;
use crate::lifecycle::{OUTLOOKS, STATUSES};
use crate::state::{Agenda, Item};
use crate::tables::{ACTIVITY, MEANS, PROGRESS};
use crate::views::filters::{LIST, Wanted};
use crate::views::moment;
use crate::{ISSUER, lists::rows};

/// The list.
pub static ACTIVITIES: List = List {
    name: "activities",
    title: "agenda-title-list",
    columns: COLUMNS,
    needs,
    rows: query,
    lines,
    import: Some(Import {
        may: |scene| issue::act().is_ok_and(|act| scene.permit(&act).permitted()),
        wants,
        nothing_new: &["agenda-refusal-nothing-new", "agenda-refusal-same-lead"],
    }),
};

const COLUMNS: &[ListColumn] = &[
    ListColumn::own("slug", "agenda-activity-issue-slug", Holds::Text).role(Role::Name),
    ListColumn::own("number", "agenda-activity-issue-number", Holds::Text),
    ListColumn::own("pillar", "agenda-activity-issue-pillar", Holds::Text),
    ListColumn::own("ambition", "agenda-activity-issue-ambition", Holds::Text),
    ListColumn::own("titleNl", "agenda-activity-issue-title-nl", Holds::Text),
    ListColumn::own("titleEn", "agenda-activity-issue-title-en", Holds::Text),
    ListColumn::own(
        "explanationNl",
        "agenda-activity-issue-explanation-nl",
        Holds::Text,
    ),
    ListColumn::own(
        "explanationEn",
        "agenda-activity-issue-explanation-en",
        Holds::Text,
    ),
    ListColumn::own("remarkNl", "agenda-activity-issue-remark-nl", Holds::Text),
    ListColumn::own("remarkEn", "agenda-activity-issue-remark-en", Holds::Text),
    ListColumn::own("fromYear", "agenda-activity-issue-from-year", Holds::Whole),
    ListColumn::own("toYear", "agenda-activity-issue-to-year", Holds::Whole),
    ListColumn::own(
        "period",
        "agenda-activity-issue-period",
        Holds::Choice("agenda-activity-period", PERIODS),
    ),
    ListColumn::own("lead", "agenda-activity-issue-lead", Holds::Organisation),
    ListColumn::own("reason", "agenda-list-reason", Holds::Text).role(Role::Beside),
    ListColumn::own(
        "collective",
        "agenda-activity-issue-collective",
        Holds::Text,
    ),
    ListColumn::own("themes", "agenda-activity-issue-themes", Holds::Text),
    ListColumn::own(
        "reach",
        "agenda-activity-issue-reach",
        Holds::Choice("agenda-activity-reach", REACHES),
    ),
    ListColumn::own("source", "agenda-activity-issue-source", Holds::Text),
    ListColumn::own(
        "status",
        "agenda-filter-status",
        Holds::Choice("agenda-progress-status", STATUSES),
    )
    .role(Role::Fixed),
    ListColumn::own(
        "outlook",
        "agenda-filter-outlook",
        Holds::Choice("agenda-progress-outlook", OUTLOOKS),
    )
    .role(Role::Fixed),
    ListColumn::own("version", "list-version", Holds::Whole).role(Role::Beside),
];

/// What `issue` asks; the lead that was assigned stays, whatever is issued.
const ISSUED: &[&str] = &[
    "slug",
    "number",
    "pillar",
    "ambition",
    "titleNl",
    "titleEn",
    "explanationNl",
    "explanationEn",
    "remarkNl",
    "remarkEn",
    "fromYear",
    "toYear",
    "period",
    "lead",
    "collective",
    "themes",
    "reach",
    "source",
];

fn needs(params: &Params) -> Vec<Need> {
    let all = |table| Need::Rows(Query::all(table).as_known(moment::as_known(params)));
    vec![all(&PROGRESS), all(&MEANS)]
}

fn query(params: &Params) -> Query {
    Query::all(&ACTIVITY)
        .by(Order::Up("number"))
        .as_known(moment::as_known(params))
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let agenda = Agenda::of(&[], &[], found, rows(answers, 0)).with_means(rows(answers, 1));
    let wanted = Wanted::new(scene, LIST);
    let shown = agenda.items.iter().filter(|item| wanted.holds(item));
    shown.map(line).collect()
}

fn line(item: &Item) -> Vec<Value> {
    let row = item.row;
    let text = |column: &str| Value::from(row.text(column));
    vec![
        text("slug"),
        text("number"),
        text("pillar"),
        text("ambition"),
        text("title_nl"),
        text("title_en"),
        text("explanation_nl"),
        text("explanation_en"),
        text("remark_nl"),
        text("remark_en"),
        row.whole("from_year").into(),
        row.whole("to_year").into(),
        text("period"),
        text("lead"),
        Value::Empty,
        text("collective"),
        text("themes"),
        text("reach"),
        text("source"),
        item.status().into(),
        item.outlook().into(),
        i64::try_from(row.version).ok().into(),
    ]
}

fn wants(line: &Line, _scene: &Scene) -> Result<Vec<Want>, Refusal> {
    let seen = line.seen("version");
    let issue = Want {
        kind: "activity",
        verb: issue_activity::VERB.name,
        target: None,
        typed: line.typed(ISSUED),
        seen,
        column: "slug",
    };
    if line.was.is_none() {
        let seen = seen.or(Some(0));
        return Ok(vec![Want { seen, ..issue }]);
    }
    let mut wants = Vec::new();
    let text = ISSUED.iter().filter(|key| **key != "lead");
    if text.clone().any(|key| line.changed(key)) {
        wants.push(issue);
    }
    if line.changed("lead") {
        let issuer: Result<OrganisationId, _> = ISSUER.parse();
        let issuer = issuer.map_err(|_bad| Refusal::new("agenda-refusal-no-issuer"))?;
        // What is issued with the same line comes first, and counts as a version.
        let before = u64::try_from(wants.len()).unwrap_or_default();
        wants.push(Want {
            kind: "activity",
            verb: assign::VERB.name,
            target: Some(address(issuer, line.get("slug"))),
            typed: line.typed(&["lead", "reason"]),
            seen: seen.map(|seen| seen + before),
            column: "lead",
        });
    }
    Ok(wants)
}
