// SPDX-License-Identifier: EUPL-1.2
//! A page that says that it is live hears of every change of what stands on it.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

#[expect(dead_code, reason = "each test file uses its own part of this")]
mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{NOW, incident, rows};
use paraat_contract::{Answer, Need, Params, View};
use paraat_incident::MODULE;
use paraat_incident::tables::INCIDENT;
use paraat_ui::field::Typed;

/// The tables that a page asks for, whatever is in them.
fn tables(view: &View) -> BTreeSet<&'static str> {
    let params = Params {
        path: BTreeMap::from([("stream", common::crisis().to_string())]),
        query: Typed::default(),
        now: NOW.parse().unwrap(),
    };
    let mut asked = (view.needs)(&params);
    let (mut tables, mut answers) = (BTreeSet::new(), Vec::new());
    while !asked.is_empty() {
        let mut then = Vec::new();
        for need in asked {
            match need {
                Need::Rows(query) => {
                    tables.insert(query.table.name);
                    let there = query.table.name == INCIDENT.name;
                    let found = there.then(|| incident("Hoogwater", "open"));
                    answers.push(rows(found.into_iter().collect()));
                }
                Need::Then(follow, params) => then.push((follow, params)),
                Need::History(..) | Need::Entries(..) => answers.push(Answer::History(Vec::new())),
            }
        }
        let more = then
            .iter()
            .flat_map(|(follow, params)| follow(params, &answers));
        asked = more.collect();
    }
    tables
}

#[test]
fn a_page_that_is_live_hears_of_all_that_it_shows() {
    let live = MODULE.views.iter().filter(|view| !view.topics.is_empty());
    let deaf = live.flat_map(|view| {
        let missed = tables(view).into_iter();
        let missed = missed.filter(|table| !view.topics.contains(table));
        missed.map(|table| (view.path, table))
    });
    assert_eq!(deaf.collect::<Vec<_>>(), Vec::new());
}
