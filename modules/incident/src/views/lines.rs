// SPDX-License-Identifier: EUPL-1.2
//! Lines of the log: one field writes one, and each says who, when and how sure.

use std::collections::BTreeMap;

use paraat_contract::{Answer, Filter, Need, Params, Query, Row, Scene, Value, rows_of};
use paraat_ui::widgets::{empty, panel, post_button};
use paraat_ui::{Markup, html};

use super::{attachments, frame, moment, signs};
use crate::state::code;
use crate::tables::{CONFIRMED, LINE};

/// The lines beside the picture, with the field that writes one.
pub fn panel_of(answers: &[Answer], scene: &Scene, incident: &Row) -> Markup {
    let all = format!("{}/log{}", frame::address(incident), moment::suffix(scene));
    let more = html! { a href=(all) { (scene.say("incident-log-all")) } };
    let body = html! { (quick(scene, incident, "")) (draw(answers, scene)) };
    panel("log", &scene.say("incident-log"), more, body)
}

/// One field and one button: what happens.
pub fn quick(scene: &Scene, incident: &Row, page: &str) -> Markup {
    let back = format!(
        "{}{page}{}",
        frame::address(incident),
        moment::suffix(scene)
    );
    let team = moment::team(scene.params);
    html! {
        @if frame::may_write(scene) {
            form.quick action="/incident/log/write" method="post" data-waits="happened" {
                input type="hidden" name="incident" value=(incident.stream);
                input type="hidden" name="next" value=(back);
                @if !team.is_empty() { input type="hidden" name="team" value=(team); }
                label for="quick-text" { (scene.say("incident-log-write-text")) }
                div.quick-row {
                    input #quick-text type="text" name="text" maxlength="4000" required
                        autocomplete="off";
                    button.button.primary { (scene.say("incident-write-button")) }
                }
                p.help {
                    a href=(frame::form(scene, incident, page, "/incident/log/write")) {
                        (scene.say("incident-write-more"))
                    }
                }
            }
        }
    }
}

/// The lines, newest first as they were asked for.
pub fn draw(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &LINE);
    let later = later(answers);
    if rows.is_empty() {
        return empty(&scene.say("incident-lines-none"), None);
    }
    html! {
        ol.lines {
            @for row in rows {
                li { (line(answers, scene, row, &later)) }
            }
        }
    }
}

/// How a line is named elsewhere: its log, `#`, and its number.
pub fn address(row: &Row) -> String {
    format!("{}#{}", row.stream, row.whole("number").unwrap_or_default())
}

/// What confirmed lines since, by the addresses of the lines.
pub fn later(answers: &[Answer]) -> BTreeMap<&str, &Row> {
    let confirmed = rows_of(answers, &CONFIRMED).into_iter();
    confirmed.map(|row| (row.text("line"), row)).collect()
}

/// How sure a line is now.
pub fn reliability<'a>(row: &'a Row, later: &BTreeMap<&str, &Row>) -> &'a str {
    if later.contains_key(address(row).as_str()) {
        return "confirmed";
    }
    row.text("reliability")
}

/// Which of the lines that were found were confirmed since, and what was added to them.
pub fn confirmed(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let lines = rows_of(answers, &LINE).into_iter();
    let lines: Vec<Value> = lines.map(|row| address(row).into()).collect();
    let query = Query::all(&CONFIRMED).as_known(moment::as_known(params));
    let files = attachments::of_things(params, lines.clone());
    vec![Need::Rows(query.filter(Filter::In("line", lines))), files]
}

fn line(answers: &[Answer], scene: &Scene, row: &Row, later: &BTreeMap<&str, &Row>) -> Markup {
    let sure = reliability(row, later);
    let ours = scene.audience.organisation.as_ref() == Some(&row.stream.owner);
    let number = row.whole("number").unwrap_or_default().to_string();
    let (incident, team) = (row.text("incident"), row.text("team"));
    let back = frame::back(scene, incident, "/log");
    let hidden = [
        ("incident", incident),
        ("team", team),
        ("line", number.as_str()),
        ("next", back.as_str()),
    ];
    html! {
        div.line-time { (moment::at(scene, row.text("happened"))) }
        div.line-body {
            p.line-text { (row.text("text")) }
            (attachments::of(answers, scene, &address(row), &back))
            div.line-beside.muted {
                (signs::reliability(scene, sure))
                @if let Some(by) = later.get(address(row).as_str()) { (confirmed_by(scene, by)) }
                span { (code(row, |team| signs::team(scene, team))) }
                span { (signs::by(scene, row.stream.owner.as_str(), team)) }
                @if !row.text("theme").is_empty() {
                    span { (scene.say(&format!("incident-theme-{}", row.text("theme")))) }
                }
                @if !row.text("source").is_empty() {
                    @let source = [("source", row.text("source").to_owned())];
                    span { (scene.say_with("incident-line-source", &source)) }
                }
                @if apart(row) {
                    span {
                        (scene.say("incident-line-recorded")) " "
                        (moment::at(scene, &row.since.to_string()))
                    }
                }
                @if frame::may_write(scene) { (onwards(scene, row)) }
                @if ours && sure != "confirmed" && frame::may_write(scene) {
                    (post_button(
                        "/incident/log/confirm",
                        &hidden,
                        &scene.say("incident-log-confirm"),
                        false
                    ))
                }
            }
        }
    }
}

/// Who or what confirmed a line, when somebody said so, and when.
fn confirmed_by(scene: &Scene, by: &Row) -> Markup {
    let source = [("source", by.text("source").to_owned())];
    html! {
        span {
            @if by.text("source").is_empty() {
                (scene.say("incident-line-confirmed")) " "
            } @else {
                (scene.say_with("incident-line-confirmed-by", &source)) " "
            }
            (moment::at(scene, &by.since.to_string()))
        }
    }
}

/// The forms in which something is made of a line, with what that is called.
const ONWARDS: [(&str, &str); 5] = [
    ("action/give", "incident-action"),
    ("decision/take", "incident-decision"),
    ("bottleneck/raise", "incident-bottleneck"),
    ("fact/state", "incident-fact"),
    ("layer/place", "incident-object"),
];

/// What can be made of a line without typing it again. The form reads the line itself.
fn onwards(scene: &Scene, row: &Row) -> Markup {
    let line = paraat_ui::page::encode(&address(row));
    let incident = row.text("incident");
    let mut of = format!("incident={incident}&fromLine={line}");
    match moment::team(scene.params) {
        "" => {}
        team => {
            let next = frame::next(scene, incident, "/log");
            of.push_str(&format!("&team={team}{next}"));
        }
    }
    html! {
        details.onwards {
            summary { (scene.say("incident-onwards")) }
            ul {
                @for (form, label) in ONWARDS {
                    li { a href={ "/incident/" (form) "?" (of) } { (scene.say(label)) } }
                }
                li {
                    (attachments::add(
                        scene,
                        (incident, &address(row)),
                        &frame::back(scene, incident, "/log"),
                        ""
                    ))
                }
            }
        }
    }
}

/// Seconds between happening and recording from which both are shown.
const APART: i64 = 120;

/// True when a line was recorded well after what it tells of, or well before: then a clock is off.
fn apart(row: &Row) -> bool {
    let happened = row.text("happened").parse::<paraat_kernel::Timestamp>();
    happened.is_ok_and(|at| (row.since.as_second() - at.as_second()).abs() >= APART)
}
