// SPDX-License-Identifier: EUPL-1.2
//! What the start page asks of crises: what is open, and never all that was ever said.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::{NOW, Page, incident, row, rows, stream};
use paraat_contract::{Answer, Filter, Need, Query, Value};
use paraat_incident::MODULE;
use paraat_incident::tables::{ACTION, INCIDENT, PART, RESPONSE};

/// All questions, with what follows from these answers.
fn asked(answers: &[Answer]) -> Vec<Query> {
    let audience = Page::new("", Vec::new()).audience;
    let find = MODULE.tasks.unwrap().needs;
    let mut queries = Vec::new();
    let mut needs = find(&audience, NOW.parse().unwrap());
    while let Some(need) = needs.pop() {
        match need {
            Need::Rows(query) => queries.push(query),
            Need::Then(follow, params) => needs.extend(follow(&params, answers)),
            _ => {}
        }
    }
    queries
}

fn values(queries: &[Query], table: &str, column: &str) -> Vec<Value> {
    let of = queries.iter().find(|it| it.table.name == table).unwrap();
    let found = of.filters.iter().find_map(|it| match it {
        Filter::In(name, values) if *name == column => Some(values.clone()),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn answers_are_read_of_what_is_open_and_parts_of_crises_that_go_on() {
    let request = stream("vr24", "action", "een");
    let answers = vec![
        rows(vec![
            incident("Hoogwater Maas", "open"),
            row(
                &INCIDENT,
                stream("vr23", "incident", "oud"),
                &[("standing", "closed")],
            ),
        ]),
        rows(vec![row(&ACTION, request.clone(), &[("standing", "open")])]),
    ];
    let queries = asked(&answers);
    let of = values(&queries, RESPONSE.name, "of");
    assert_eq!(of, [Value::from(request.to_string())]);
    let parts = values(&queries, PART.name, "incident");
    assert_eq!(parts, [Value::from(common::crisis().to_string())]);
    // Of nothing that is open nothing is asked.
    assert!(values(&asked(&[]), RESPONSE.name, "of").is_empty());
    let whole: Vec<&str> = queries
        .iter()
        .filter(|it| it.filters.is_empty())
        .map(|it| it.table.name)
        .collect();
    assert_eq!(
        whole,
        [INCIDENT.name],
        "only the crises themselves are read whole"
    );
}
