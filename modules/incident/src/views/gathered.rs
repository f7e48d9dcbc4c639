// SPDX-License-Identifier: EUPL-1.2
//! What the pages of an incident draw from: the incident itself, all it is joined with, and what
//! stands in those. Joins are followed both ways until there is none left.

use std::collections::BTreeSet;

use paraat_contract::{Answer, Filter, Follow, Need, Params, Query, Row, Table, Value, rows_of};
use paraat_kernel::{Label, StreamId};

use super::moment;
use crate::state::crisis;
use crate::tables::{APART, INCIDENT, JOINED};

fn of(table: &'static Table, params: &Params) -> Query {
    Query::all(table).as_known(moment::as_known(params))
}

/// The incident in the address, then what `follow` asks for, which hands on to [`follow`] here.
pub fn needs(params: &Params, follow: Follow) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let incident = of(&INCIDENT, params).filter(Filter::Stream(stream));
    vec![
        Need::Rows(incident),
        Need::Then(follow, Box::new(params.clone())),
    ]
}

/// Every incident that answers so far join with the one in the address, and that nobody keeps apart
/// from it.
fn joined(params: &Params, answers: &[Answer]) -> BTreeSet<String> {
    let Some(own) = params.stream("stream") else {
        return BTreeSet::new();
    };
    let (joins, apart) = (rows_of(answers, &JOINED), rows_of(answers, &APART));
    crisis(&own.to_string(), &joins, &apart)
}

/// The incident in the address, then those that it is joined with.
pub fn streams(params: &Params, answers: &[Answer]) -> Vec<StreamId> {
    let own = params.stream("stream");
    let all = joined(params, answers);
    let others = all.iter().filter_map(|it| it.parse().ok());
    let others = others.filter(|it| Some(it) != own.as_ref());
    own.iter().cloned().chain(others).collect()
}

/// Steps from one incident to those it is joined with. Regions join with one in the middle, so
/// that a few steps reach all; a longer chain is followed so far, within the rounds of
/// `Need::Then`.
const HOPS: usize = 5;

/// Answers that come of one step: joins both ways, and what those found keep apart.
const A_STEP: usize = 3;

/// The first step from the incident in the path, for who has other answers before it; [`follow`]
/// takes it from there.
pub fn first_step(params: &Params, follow: Follow) -> Vec<Need> {
    step(params, &joined(params, &[]), follow)
}

fn among(
    table: &'static Table,
    column: &'static str,
    params: &Params,
    all: &BTreeSet<String>,
) -> Query {
    let values: Vec<Value> = all.iter().map(|id| id.as_str().into()).collect();
    of(table, params).filter(Filter::In(column, values))
}

/// Joins of these incidents both ways, and what they keep apart.
fn step(params: &Params, all: &BTreeSet<String>, follow: Follow) -> Vec<Need> {
    let joins = [
        (&JOINED, "incident"),
        (&JOINED, "other"),
        (&APART, "incident"),
    ];
    let joins = joins.map(|(table, column)| Need::Rows(among(table, column, params, all)));
    let then = Need::Then(follow, Box::new(params.clone()));
    joins.into_iter().chain([then]).collect()
}

/// Asks for joins until there is none that was not asked for; then for what `wanted` makes of the
/// filter that all rows of these incidents pass.
pub fn follow(
    params: &Params,
    answers: &[Answer],
    follow: Follow,
    wanted: impl Fn(&dyn Fn(&'static Table) -> Query) -> Vec<Query>,
) -> Vec<Need> {
    let all = joined(params, answers);
    let before = answers.len().checked_sub(A_STEP);
    let before = before.and_then(|at| answers.get(..at));
    let closed = before.is_some_and(|before| joined(params, before) == all);
    // The incident itself, then the answers of each step.
    if !closed && answers.len() < 1 + A_STEP * HOPS {
        return step(params, &all, follow);
    }
    let of_all = |table| among(table, "incident", params, &all);
    let mut queries = vec![of_all(&INCIDENT)];
    queries.extend(wanted(&of_all));
    queries.into_iter().map(Need::Rows).collect()
}

/// The same, and at the end what `last` asks for once all rows are there.
pub fn follow_then(
    params: &Params,
    answers: &[Answer],
    (itself, last): (Follow, Follow),
    wanted: impl Fn(&dyn Fn(&'static Table) -> Query) -> Vec<Query>,
) -> Vec<Need> {
    let mut needs = follow(params, answers, itself, wanted);
    if !needs.iter().any(|need| matches!(need, Need::Then(..))) {
        needs.push(Need::Then(last, Box::new(params.clone())));
    }
    needs
}

/// The strictest marking among all rows that were read: a text or a file is passed on without the
/// page around it.
pub fn strictest(answers: &[Answer]) -> Label {
    let rows = answers.iter().flat_map(|answer| match answer {
        Answer::Rows(found) => found.rows.as_slice(),
        Answer::History(_) => &[],
    });
    rows.map(|row| row.class.label)
        .max()
        .unwrap_or(Label::Green)
}

/// The incident in the address; none when it is not there for who asks.
pub fn own(answers: &[Answer]) -> Option<&Row> {
    match answers.first()? {
        Answer::Rows(own) => own.rows.first(),
        Answer::History(_) => None,
    }
}

/// All incidents of the crisis, the one in the address among them.
pub fn incidents(answers: &[Answer]) -> Vec<&Row> {
    // The first answer is the incident itself, which stands among all of them once more.
    rows_of(answers.get(1..).unwrap_or_default(), &INCIDENT)
}
