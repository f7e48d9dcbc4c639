// SPDX-License-Identifier: EUPL-1.2
//! The panel "translation" on the page of an activity: how many organisations take it up and how,
//! who they are, and one's own line. Who was not heard yet is neither counted nor named.

use std::collections::BTreeMap;

use paraat_contract::{Answer, Need, Params, Query, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, facts, panel as draw_panel};
use paraat_ui::{Markup, html};

use super::acts::may;
use super::cell::said;
use super::coverage::Coverage;
use super::stances::{Stances, keys};
use super::{filters, matrix, moment, sheet};
use crate::cards::Line;
use crate::state::{Agenda, PARTIES, party};
use crate::tables::{ACCOUNT, DRAFT, EDITION, HEARING, JOINT_PLAN, TRANSLATION};

/// What the panel needs besides what the page already asks.
pub fn needs(params: &Params, activity: &str) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let of = |query: Query| Need::Rows(query.as_known(as_known.clone()));
    let about = |table| of(Query::all(table).is("activity", activity));
    vec![
        about(&TRANSLATION),
        about(&DRAFT),
        about(&JOINT_PLAN),
        of(Query::all(&EDITION)),
        of(Query::all(&ACCOUNT)),
        of(Query::all(&HEARING)),
    ]
}

/// The panel. `answers` are those of the page; `at` is where those to `needs` begin.
pub fn panel(scene: &Scene, activity: &Row, answers: &[Answer], at: usize) -> Markup {
    let rows = |behind: usize| super::rows(answers, at + behind);
    let activities = std::slice::from_ref(activity);
    let agenda = Agenda::of(rows(3), &[], activities, &[]);
    let hearing = sheet::hearing(answers, &agenda);
    let coverage = Coverage::of(scene.audience, &agenda, rows(0), rows(4), hearing);
    let stances = Stances::new(scene);
    let mut by_key: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (party, organisation) in (0..).zip(PARTIES.iter()) {
        if let Some(key) = coverage.cell(0, party).key() {
            let name = scene.organisation(&organisation.id);
            by_key.entry(key).or_default().push(name);
        }
    }
    let who = |key: &'static str| {
        let names = by_key.get(key)?;
        Some(html! {
            li { details {
                summary { (stances.sign(key)) " " (names.len()) }
                p { (names.join(", ")) }
            } }
        })
    };
    let slug = activity.text("slug");
    let href = filters::only(scene.params, matrix::PATH, "activity", slug);
    let body = html! {
        ul.plain { @for drawn in keys().filter_map(who) { (drawn) } }
        @if !coverage.told_all() { p.muted { (scene.say("agenda-unheard-explained")) } }
        p { a href=(href) { (scene.say("agenda-title-by-organisation")) } }
        (own(scene, &stances, activity, answers))
    };
    draw_panel(
        "translation",
        &scene.say("agenda-translation"),
        html! {},
        body,
    )
}

/// One's own line: what is adopted and what is drafted, and for the body that represents the
/// regions what it proposes to them.
fn own(scene: &Scene, stances: &Stances, activity: &Row, answers: &[Answer]) -> Markup {
    let Some(own) = scene.audience.organisation.as_ref() else {
        return html! {};
    };
    let of = |table| {
        let mut rows = rows_of(answers, table).into_iter();
        rows.find(|row| row.stream.owner == *own)
    };
    let joint = own.as_str() == crate::JOINT;
    let takes_part = joint || party(own.as_str()).is_some();
    let writes = takes_part && may(scene, own.as_str());
    let form = if joint {
        "/agenda/joint-plan/propose"
    } else {
        "/agenda/draft/record"
    };
    let label = if joint {
        "agenda-joint-plan-propose"
    } else {
        "agenda-draft-record"
    };
    let line = |heading: &str, row: Option<&Row>| {
        html! { @if let Some(row) = row {
            @let line = Line::of_row(row);
            h3 { (scene.say(heading)) }
            p { (stances.sign(&line.stance)) }
            (facts(&said(scene, &line)))
        } }
    };
    html! {
        (line("agenda-own-adopted", of(&TRANSLATION)))
        (line("agenda-own-draft", of(&DRAFT)))
        (line("agenda-own-joint", rows_of(answers, &JOINT_PLAN).into_iter().next()))
        @if writes {
            p { (button_link(
                &format!("{form}?activity={}", activity.stream),
                "edit",
                &scene.say(label),
                false,
            )) }
        }
    }
}
