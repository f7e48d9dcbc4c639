// SPDX-License-Identifier: EUPL-1.2
//! The page of one action, bottleneck, question, decision, meeting or fact: all of it, what was
//! said to it, and everything that was recorded in it.

use paraat_contract::{
    Answer, FILES, Filter, Need, Params, Past, Query, Row, Scene, Table, rows_of,
};
use paraat_ui::widgets::{Entry, facts as pairs, history, panel};
use paraat_ui::{Markup, html};

use super::{
    actions, attachments, bottlenecks, decisions, facts, meeting, moment, questions, told,
};
use crate::tables::{
    ACTION, BOTTLENECK, DECISION, DISPUTE, FACT, INCIDENT, MEETING, QUESTION, RESPONSE,
};

/// Entries of its history that are shown.
const ENTRIES: u32 = 200;

fn needs(params: &Params, table: &'static Table) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let as_known = moment::as_known(params);
    let of = |table, column| {
        let query = Query::all(table).as_known(as_known.clone());
        Need::Rows(query.is(column, stream.to_string()))
    };
    let own = Query::all(table).as_known(as_known.clone());
    vec![
        Need::Rows(own.filter(Filter::Stream(stream.clone()))),
        of(&RESPONSE, "of"),
        of(&DISPUTE, "fact"),
        of(&FILES, "of"),
        Need::History(stream, ENTRIES),
        Need::Then(incident, Box::new(params.clone())),
    ]
}

/// The incident that it belongs to, for its name.
fn incident(_params: &Params, answers: &[Answer]) -> Vec<Need> {
    let Some(Answer::Rows(own)) = answers.first() else {
        return Vec::new();
    };
    let of = own
        .rows
        .first()
        .and_then(|row| row.text("incident").parse().ok());
    let query = |stream| Need::Rows(Query::all(&INCIDENT).filter(Filter::Stream(stream)));
    of.map(query).into_iter().collect()
}

/// Needs of the page of an action.
pub fn action_needs(params: &Params) -> Vec<Need> {
    needs(params, &ACTION)
}
/// Needs of the page of a bottleneck.
pub fn bottleneck_needs(params: &Params) -> Vec<Need> {
    needs(params, &BOTTLENECK)
}
/// Needs of the page of a question.
pub fn question_needs(params: &Params) -> Vec<Need> {
    needs(params, &QUESTION)
}
/// Needs of the page of a decision.
pub fn decision_needs(params: &Params) -> Vec<Need> {
    needs(params, &DECISION)
}
/// Needs of the page of a meeting.
pub fn meeting_needs(params: &Params) -> Vec<Need> {
    let mut needs = needs(params, &MEETING);
    needs.push(Need::Then(meeting::follow, Box::new(params.clone())));
    needs
}
/// Needs of the page of a fact.
pub fn fact_needs(params: &Params) -> Vec<Need> {
    needs(params, &FACT)
}

/// The page; none when the thing is not there for this audience.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let Some(Answer::Rows(own)) = answers.first() else {
        return None;
    };
    let row = own.rows.first()?;
    let title = match row.table.name {
        "incident_fact" => format!("{} {}", row.text("area"), facts::value(scene, row)),
        "incident_meeting" => told::by(scene, row),
        _ => row
            .text("text")
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    };
    let number = row.whole("number").map(|_| told::code(scene, row));
    let crisis = rows_of(answers, &INCIDENT)
        .first()
        .map(|row| row.text("title"));
    let beside = html! {
        @if let Some(number) = number { (number) " " }
        @if let Some(crisis) = crisis {
            a href={ "/incident/incident/" (row.text("incident")) } { (crisis) } " "
            @if let Some((page, label)) = list(row) {
                a href={ "/incident/incident/" (row.text("incident")) (page) } {
                    (scene.say(label))
                }
            }
        }
    };
    Some(html! {
        (scene.bar(title.trim(), beside, html! {}))
        (moment::told(scene, &format!("/streams/{}", row.stream)))
        (panel("whole", &scene.say("incident-thing"), html! {}, body(answers, scene, row)))
        @if row.table.name == MEETING.name { (meeting::agenda(answers, scene, row)) }
        (files(answers, scene, row, title.trim()))
        (panel("past", &scene.say("incident-thing-past"), html! {}, past(answers, scene)))
    })
}

/// The page that has all things of its sort, and what that is called.
fn list(row: &Row) -> Option<(&'static str, &'static str)> {
    Some(match row.table.name {
        "incident_action" => ("/actions", "incident-actions"),
        "incident_bottleneck" => ("/bottlenecks", "incident-bottlenecks"),
        "incident_question" => ("/questions", "incident-questions"),
        "incident_decision" | "incident_meeting" => ("/decisions", "incident-decisions"),
        "incident_fact" => ("/facts", "incident-facts"),
        _ => return None,
    })
}

/// What can be done with it: the same as where all of its sort stand.
fn acts(answers: &[Answer], scene: &Scene, row: &Row, responses: &[&Row]) -> Markup {
    match row.table.name {
        "incident_action" => actions::acts(scene, row, actions::standing(row, responses)),
        "incident_bottleneck" => bottlenecks::acts(scene, row),
        "incident_question" => questions::acts(scene, row, responses),
        "incident_meeting" => decisions::meeting_acts(scene, row),
        "incident_fact" => facts::acts(scene, row, &rows_of(answers, &DISPUTE)),
        _ => html! {},
    }
}

fn body(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    if row.table.name == DECISION.name {
        return html! { article.thing { (decisions::one(scene, row)) } };
    }
    let responses = told::responses(answers, row);
    let hidden = ["incident", "by", "number", "team", "below", "line", "held"];
    let shown = row.table.columns.iter().map(|column| column.name);
    let shown = shown.filter(|name| !hidden.contains(name) && !row.text(name).is_empty());
    let told: Vec<(String, Markup)> = shown
        .map(|name| {
            (
                scene.say(&format!("incident-column-{}", name.replace('_', "-"))),
                cell(scene, row, name),
            )
        })
        .collect();
    html! {
        (pairs(&told))
        (told::answers(scene, &responses))
        @for it in rows_of(answers, &DISPUTE) {
            p.answer { (facts::disputed(scene, it)) }
        }
        (acts(answers, scene, row, &responses))
    }
}

/// Its photos and documents; nothing when it has none and these readers may add none.
fn files(answers: &[Answer], scene: &Scene, row: &Row, title: &str) -> Markup {
    let thing = row.stream.to_string();
    let back = format!("/streams/{thing}");
    let of = (row.text("incident"), thing.as_str());
    let add = attachments::add(scene, of, &back, title);
    let listed = attachments::of(answers, scene, &thing, &back);
    let any = !(add.0.is_empty() && listed.0.is_empty());
    html! {
        @if any { (panel("files", &scene.say("incident-files"), add, listed)) }
    }
}

/// What stands in a column, as people read it.
fn cell(scene: &Scene, row: &Row, name: &str) -> Markup {
    let text = row.text(name);
    match name {
        "due" | "at" | "observed" | "until" | "informed_at" => moment::at(scene, text),
        "to" => html! { (scene.organisation(text)) },
        "to_team" => html! { (scene.say(&format!("incident-team-{text}"))) },
        "standing" => told::standing(scene, text),
        "reliability" => super::signs::reliability(scene, text),
        "definition" => html! { (scene.say(&format!("incident-definition-{text}"))) },
        "datum" => html! { (scene.say(&format!("incident-datum-{text}"))) },
        "value" => html! { (facts::value(scene, row)) },
        _ => html! { (text) },
    }
}

/// Everything that was recorded in it, newest first.
fn past(answers: &[Answer], scene: &Scene) -> Markup {
    let entries: Vec<Entry> = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::History(past) => Some(past),
            Answer::Rows(_) => None,
        })
        .flatten()
        .map(|past| entry(scene, past))
        .collect();
    history(scene.words.voice(scene.language()), &entries)
}

fn entry(scene: &Scene, past: &Past) -> Entry {
    let name = past
        .event
        .rsplit_once(".v")
        .map_or(past.event.as_str(), |(name, _)| name);
    let key = format!("incident-event-{}", name.replace("incident.", ""));
    let text = |name: &str| past.payload.as_ref()?.get(name)?.as_str();
    let said = [
        "value",
        "text",
        "reason",
        "result",
        "how",
        "effect",
        "summary",
        "informed_by",
        "source",
    ];
    let said = said.into_iter().find_map(text).unwrap_or_default();
    Entry {
        at: moment::at(scene, &past.recorded.to_string()),
        what: scene.say(&key),
        who: scene.organisation(past.organisation.as_str()),
        detail: html! { @if !said.is_empty() { p { (said) } } },
    }
}
