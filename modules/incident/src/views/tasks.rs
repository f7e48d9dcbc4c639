// SPDX-License-Identifier: EUPL-1.2
//! What an incident waits for an organisation to do: what was asked of it, what it offered to hold,
//! and what it said that grew old.

use std::collections::BTreeSet;

use paraat_authority::{Ability, Act, Audience};
use paraat_contract::{
    Answer, Filter, Need, Order, Params, Query, Row, Scene, Task, Tasks, Value, rows_of,
};
use paraat_kernel::{OrganisationId, Timestamp};

use super::{clock, moment, questions, told};
use crate::state::{offered_to, stale};
use crate::tables::{
    ACCEPTED, ACTION, BOTTLENECK, CLOCK, DIRECTION, INCIDENT, PART, QUESTION, RESPONSE,
};

/// For the start page.
pub const TASKS: Tasks = Tasks {
    needs,
    tasks,
    topics: &[
        "incident_incident",
        "incident_action",
        "incident_bottleneck",
        "incident_question",
        "incident_response",
        "incident_direction",
        "incident_accepted",
        "incident_part",
        "incident_clock",
        "incident_report",
    ],
};

/// Open things that were put to this organisation, and what it shares itself.
fn needs(audience: &Audience, _now: Timestamp) -> Vec<Need> {
    let Some(own) = &audience.organisation else {
        return Vec::new();
    };
    let to_us = |table, column| {
        let open = Query::all(table).is("standing", "open");
        Need::Rows(open.is(column, own.as_str()).by(Order::Oldest))
    };
    vec![
        Need::Rows(Query::all(&INCIDENT).by(Order::Any)),
        to_us(&ACTION, "to"),
        to_us(&BOTTLENECK, "to"),
        to_us(&QUESTION, "to"),
        Need::Rows(Query::all(&CLOCK).is("by", own.as_str()).by(Order::Any)),
        Need::Then(going_on, Box::default()),
    ]
}

/// What was said to what is open, and what stands in crises that go on: not all that was ever said
/// in crises that ended.
fn going_on(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let open = rows_of(answers, &INCIDENT).into_iter();
    let open = open.filter(|row| row.text("standing") == "open");
    let crises: Vec<Value> = open.map(|row| row.stream.to_string().into()).collect();
    let asked = [&ACTION, &BOTTLENECK, &QUESTION].into_iter();
    let asked = asked.flat_map(|table| rows_of(answers, table));
    let asked = asked.map(|row| row.stream.to_string().into()).collect();
    let of = |table, column, values| {
        let rows = Query::all(table).filter(Filter::In(column, values));
        Need::Rows(rows.by(Order::Any))
    };
    let mut needs = vec![of(&RESPONSE, "of", asked)];
    needs.extend([&DIRECTION, &ACCEPTED, &PART].map(|it| of(it, "incident", crises.clone())));
    needs.extend(clock::reports(params, answers));
    needs
}

/// The crises of one's own that go on, what is asked, then what grew old.
fn tasks(answers: &[Answer], scene: &Scene) -> Vec<Task> {
    let Some(own) = scene.audience.organisation.clone() else {
        return Vec::new();
    };
    let act = Act {
        ability: Ability::Write,
        of: own.clone(),
    };
    let asked = Asked {
        answers,
        scene,
        may: scene.permit(&act).permitted(),
        own,
    };
    let mut tasks = asked.own();
    tasks.extend(asked.direction());
    tasks.extend(asked.things());
    tasks.extend(asked.clocks());
    tasks.extend(asked.old());
    tasks
}

struct Asked<'a> {
    answers: &'a [Answer],
    scene: &'a Scene<'a>,
    own: OrganisationId,
    may: bool,
}

impl Asked<'_> {
    /// What a crisis is called; none when it is not there, or is not in this standing.
    fn crisis(&self, incident: &str, standing: Option<&str>) -> Option<String> {
        let rows = rows_of(self.answers, &INCIDENT);
        let of = rows.iter().find(|row| row.stream.to_string() == incident);
        let of = of.filter(|row| standing.is_none_or(|it| row.text("standing") == it));
        of.map(|row| row.text("title").to_owned())
    }

    /// Who asked, and in which crisis.
    fn why(&self, key: &str, row: &Row) -> String {
        let crisis = self.crisis(row.text("incident"), None).unwrap_or_default();
        let who = self.scene.organisation(row.stream.owner.as_str());
        self.scene
            .say_with(key, &[("who", who), ("crisis", crisis)])
    }

    /// Who comes in at night finds the crisis of their own organisation before anything else.
    fn own(&self) -> Vec<Task> {
        let ours = rows_of(self.answers, &INCIDENT).into_iter().filter(|row| {
            let going = matches!(row.text("phase"), "warm" | "lukewarm");
            row.stream.owner == self.own && row.text("standing") == "open" && going
        });
        let task = |row: &Row| {
            let page = format!("/incident/incident/{}", row.stream);
            Task {
                title: row.text("title").to_owned(),
                href: page.clone(),
                why: self.scene.say("incident-task-own"),
                act: Some((self.scene.say("incident-task-own-act"), page)),
                due: None,
            }
        };
        ours.map(task).collect()
    }

    fn direction(&self) -> Vec<Task> {
        let stances = rows_of(self.answers, &DIRECTION);
        let accepted = rows_of(self.answers, &ACCEPTED);
        let task = |row: &Row| {
            let incident = row.text("incident");
            let accept = format!(
                "/incident/direction/accept?incident={incident}&from={}",
                row.stream.owner
            );
            Task {
                title: self.crisis(incident, None).unwrap_or_default(),
                href: format!("/incident/incident/{incident}"),
                why: self.why("incident-task-direction", row),
                act: self
                    .may
                    .then(|| (self.scene.say("incident-direction-accept"), accept)),
                due: None,
            }
        };
        let offers = offered_to(self.own.as_str(), &stances, &accepted);
        offers.into_iter().map(task).collect()
    }

    /// Requests, bottlenecks and questions that this organisation did not answer yet.
    fn things(&self) -> Vec<Task> {
        let mut tasks = Vec::new();
        for (table, kind, verb) in [
            (&ACTION, "action", "accept"),
            (&BOTTLENECK, "bottleneck", "answer"),
            (&QUESTION, "question", "answer"),
        ] {
            for row in rows_of(self.answers, table) {
                let responses = told::responses(self.answers, row);
                let ours = responses.iter().find(|it| it.stream.owner == self.own);
                let settled = match ours.map(|it| it.text("standing")) {
                    Some("accepted") => false,
                    Some(_) => true,
                    None => kind == "question" && questions::answered(&responses),
                };
                let order = kind == "action" && row.stream.owner == self.own;
                if settled || order {
                    continue;
                }
                let verb = if ours.is_some() { "finish" } else { verb };
                tasks.push(self.thing(row, kind, verb));
            }
        }
        tasks
    }

    fn thing(&self, row: &Row, kind: &str, verb: &str) -> Task {
        let (incident, of) = (row.text("incident"), &row.stream);
        let form = format!("/incident/response/{verb}?incident={incident}&of={of}");
        let label = self.scene.say(&format!("incident-response-{verb}"));
        Task {
            title: row
                .text("text")
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned(),
            href: format!("/incident/{kind}/{of}"),
            why: self.why(&format!("incident-task-{kind}"), row),
            act: self.may.then_some((label, form)),
            due: row.text("due").parse().ok(),
        }
    }

    /// Reports that clocks of one's own ask for, of crises that go on.
    fn clocks(&self) -> Vec<Task> {
        let own = rows_of(self.answers, &CLOCK).into_iter();
        let own = own.filter(|row| row.stream.owner == self.own);
        let crisis = |row| self.crisis(Row::text(row, "incident"), Some("open"));
        own.filter_map(|row| Some((row, crisis(row)?)))
            .filter_map(|row| clock::task(self.answers, self.scene, row, self.may))
            .collect()
    }

    /// Blocks of one's own that were to be confirmed again, one task a crisis and a team.
    fn old(&self) -> Vec<Task> {
        let now = moment::seen_from(self.scene.params);
        let mut told = BTreeSet::new();
        let mut tasks = Vec::new();
        for row in rows_of(self.answers, &PART) {
            let incident = row.text("incident");
            let ours = row.stream.owner == self.own && stale(row, now);
            let Some(crisis) = self.crisis(incident, Some("open")).filter(|_| ours) else {
                continue;
            };
            if !told.insert((incident, row.text("team"))) {
                continue;
            }
            let page = format!("/incident/incident/{incident}");
            tasks.push(Task {
                title: crisis,
                href: page.clone(),
                why: self.scene.say("incident-task-old"),
                act: self
                    .may
                    .then(|| (self.scene.say("incident-task-old-act"), page)),
                due: row.text("stale").parse().ok(),
            });
        }
        tasks
    }
}
