// SPDX-License-Identifier: EUPL-1.2
//! Comply or explain, a line for each subject and island: what the lead declares, and what the
//! island answered to just that. A lead declares by changing its own lines; an island answers on
//! the page of the exchange, where it reads what it answers.

use paraat_contract::{
    Answer, CARDS, Filter, Holds, Import, Line, List, ListColumn, Order, Params, Query, Refusal,
    Role, Row, Scene, Value, Want,
};

use crate::commands::answer_explanation::ANSWERS;
use crate::commands::declare_explanation::{self, OUTCOMES, REASONS};
use crate::lists::{seen, writes};
use crate::views::caribbean::{self, shown};
use crate::views::islands::{Pair, STATES, Subject, sort_word};
use crate::views::moment;

/// The list.
pub static WEIGHED: List = List {
    name: "weighed",
    title: "agenda-title-caribbean",
    columns: COLUMNS,
    needs: caribbean::needs,
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
    ListColumn::own("title", "agenda-caribbean-subject", Holds::Text).role(Role::Fixed),
    ListColumn::own("sort", "agenda-filter-sort", Holds::Text).role(Role::Fixed),
    ListColumn::own("lead", "agenda-filter-lead", Holds::Organisation).role(Role::Fixed),
    ListColumn::own("island", "agenda-filter-island", Holds::Organisation).role(Role::Name),
    ListColumn::own(
        "state",
        "agenda-filter-state",
        Holds::Choice("agenda-island-state", &STATES),
    )
    .role(Role::Fixed),
    ListColumn::own(
        "outcome",
        "agenda-explanation-declare-outcome",
        Holds::Choice("agenda-explanation-outcome", OUTCOMES),
    ),
    ListColumn::own("need", "agenda-explanation-declare-need", Holds::Text),
    ListColumn::own(
        "reasons",
        "agenda-explanation-declare-reasons",
        Holds::Choices("agenda-explanation-reasons", REASONS),
    ),
    ListColumn::own("text", "agenda-explanation-declare-text", Holds::Text),
    ListColumn::own(
        "answer",
        "agenda-list-island-answer",
        Holds::Choice("agenda-consultation-answer", ANSWERS),
    )
    .role(Role::Fixed),
    ListColumn::own("answerText", "agenda-list-island-why", Holds::Text).role(Role::Fixed),
    ListColumn::own(
        "consulted",
        "agenda-consultation-answer-consulted",
        Holds::Date,
    )
    .role(Role::Fixed),
    ListColumn::own("subject", "list-address", Holds::Text).role(Role::Name),
    ListColumn::own("version", "list-version", Holds::Whole).role(Role::Beside),
];

/// What `declare` asks.
const DECLARED: &[&str] = &["subject", "island", "outcome", "need", "reasons", "text"];

/// Activities and proposals have no table in common but that of all cards.
fn query(params: &Params) -> Query {
    let kinds = ["activity", "proposal"].map(Value::from);
    Query::all(&CARDS)
        .is("module", "agenda")
        .filter(Filter::In("kind", kinds.into()))
        .by(Order::Up("kind"))
        .as_known(moment::as_known(params))
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let here = |subject: &Subject| found.iter().any(|it| it.stream == subject.row.stream);
    let params = scene.params;
    // The page of one subject has its own lines, that of an exchange just one.
    let one = params.either("stream").or(params.either("subject"));
    let island = params.path.get("island");
    let asked = |subject: &Subject| one.is_none_or(|it| it == subject.row.stream.to_string());
    let all = shown(answers, scene).into_iter();
    let all = all.filter(|(subject, _)| here(subject) && asked(subject));
    all.flat_map(|(subject, pairs)| {
        let of = pairs.into_iter();
        let of = of.filter(move |(it, _)| island.is_none_or(|island| island == it));
        of.map(move |(island, pair)| line(scene, subject, island, &pair))
    })
    .collect()
}

fn line(scene: &Scene, subject: Subject, island: &str, pair: &Pair) -> Vec<Value> {
    let declared = |column: &str| pair.declared.map_or("", |it| it.text(column)).into();
    let answered = |column: &str| pair.answered.map_or("", |it| it.text(column)).into();
    let version = pair.declared.map_or(0, |it| it.version);
    vec![
        subject.title(scene).into(),
        sort_word(scene, subject.sort()).into(),
        subject.lead().into(),
        island.into(),
        pair.state().into(),
        declared("outcome"),
        declared("need"),
        declared("reasons"),
        declared("text"),
        answered("answer"),
        answered("text"),
        answered("consulted"),
        subject.row.stream.to_string().into(),
        i64::try_from(version).ok().into(),
    ]
}

/// A declaration is about a subject and an island that there are.
fn wants(line: &Line, _scene: &Scene) -> Result<Vec<Want>, Refusal> {
    if line.was.is_none() {
        return Err(Refusal::new("agenda-refusal-subject-not-there").at("subject"));
    }
    Ok(vec![Want {
        kind: "explanation",
        verb: declare_explanation::VERB.name,
        target: None,
        typed: line.typed(DECLARED),
        seen: seen(line),
        column: "island",
    }])
}
