// SPDX-License-Identifier: EUPL-1.2
//! Reporting clocks: who reports how often for whom, and what is due. On the question desk for all,
//! on the start page of whoever set one.

use paraat_contract::{
    Answer, Filter, Need, Order, Params, Query, Row, Scene, Task, Value, rows_of,
};
use paraat_kernel::Timestamp;
use paraat_ui::widgets::{Mark, Tone, button_link, panel, table, tag};
use paraat_ui::{Markup, html};

use super::told::{columns, ours};
use super::{frame, moment};
use crate::kinds::clock::due;
use crate::tables::{CLOCK, REPORT};

/// When the next report of a clock is due, given the reports of its organisation.
fn next(answers: &[Answer], clock: &Row) -> Option<Timestamp> {
    let own = rows_of(answers, &REPORT).into_iter().filter(|it| {
        it.stream.owner == clock.stream.owner && it.text("incident") == clock.text("incident")
    });
    let last = own.filter_map(|it| it.text("seen").parse().ok()).max();
    let first = clock.text("first").parse().ok()?;
    Some(due(first, clock.whole("every")?, last))
}

/// The form that makes the report that is due.
fn form(clock: &Row, now: Timestamp) -> String {
    format!(
        "/incident/report/freeze?incident={}&seen={now}",
        clock.text("incident")
    )
}

/// The clocks of all organisations, with the way to set one's own.
pub fn draw(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let rows = rows_of(answers, &CLOCK);
    let title = scene.say("incident-clocks");
    let columns = columns(scene, &["who", "every", "for-whom", "next", "acts"]);
    let cells: Vec<Vec<Markup>> = rows.iter().map(|row| line(answers, scene, row)).collect();
    let set = frame::form(scene, own, "/questions", "/incident/clock/set");
    let beside = html! {
        @if frame::may_write(scene) {
            (button_link(&set, "clock", &scene.say("incident-clock-set"), false))
        }
    };
    panel(
        "clocks",
        &title,
        beside,
        html! {
            @if cells.is_empty() { p.muted { (scene.say("incident-clocks-none")) } }
            @else { (table(&title, &columns, &cells)) }
        },
    )
}

fn line(answers: &[Answer], scene: &Scene, row: &Row) -> Vec<Markup> {
    let now = moment::seen_from(scene.params);
    let next = next(answers, row);
    let late = next.is_some_and(|next| next < now);
    let every = [("count", row.whole("every").unwrap_or_default().to_string())];
    vec![
        html! { (scene.organisation(row.stream.owner.as_str())) },
        html! { (scene.say_with("incident-clock-minutes", &every)) },
        html! { (row.text("for_whom")) },
        html! {
            @if let Some(next) = next { (moment::at(scene, &next.to_string())) }
            @if late { " " (tag(&scene.say("incident-late"), Mark::Triangle, Tone::Serious)) }
        },
        html! {
            @if ours(scene, row) {
                div.acts {
                    a href=(form(row, scene.params.now)) { (scene.say("incident-report-freeze")) }
                    a href={ "/incident/clock/stop?incident=" (row.text("incident")) } {
                        (scene.say("incident-clock-stop"))
                    }
                }
            }
        },
    ]
}

/// Seconds before a report is due from which it is asked for.
const SOON: i64 = 30 * 60;

/// The reports of the crises in which there are clocks.
pub fn reports(_params: &Params, answers: &[Answer]) -> Vec<Need> {
    let clocks = rows_of(answers, &CLOCK).into_iter();
    let of: Vec<Value> = clocks.map(|row| row.text("incident").into()).collect();
    let query = Query::all(&REPORT).filter(Filter::In("incident", of));
    vec![Need::Rows(query.by(Order::Any))]
}

/// The report that a clock of this organisation asks for, once it is nearly due; `crisis` is what
/// the crisis is called.
pub fn task(
    answers: &[Answer],
    scene: &Scene,
    (row, crisis): (&Row, String),
    may: bool,
) -> Option<Task> {
    let due = next(answers, row)?;
    if due.as_second() - scene.params.now.as_second() > SOON {
        return None;
    }
    let whom = [("whom", row.text("for_whom").to_owned())];
    let key = match row.text("for_whom") {
        "" => "incident-task-clock",
        _ => "incident-task-clock-for",
    };
    let act = (
        scene.say("incident-report-freeze"),
        form(row, scene.params.now),
    );
    Some(Task {
        title: crisis,
        href: format!("/incident/incident/{}/questions", row.text("incident")),
        why: scene.say_with(key, &whom),
        act: may.then_some(act),
        due: Some(due),
    })
}
