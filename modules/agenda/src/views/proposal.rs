// SPDX-License-Identifier: EUPL-1.2
//! One proposal: new policy, a law or an investment, and how it stands on the three islands.

use paraat_contract::{Answer, Filter, Need, Params, Query, Row, Scene};
use paraat_ui::widgets::{Tone, button_link, facts, notice, panel};
use paraat_ui::{Markup, html, time};

use super::activity::paragraphs;
use super::islands::{self, Book, Subject};
use super::{moment, rows};
use crate::commands::write;
use crate::state::{reported, spoken};
use crate::tables::{CONSULTATION, EXPLANATION, PROPOSAL};

/// The proposal and what was declared and answered about it.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let as_known = moment::as_known(params);
    let of = |query: Query| Need::Rows(query.as_known(as_known.clone()));
    let about = |table| of(Query::all(table).is("subject", stream.to_string()));
    let own = Query::all(&PROPOSAL).filter(Filter::Stream(stream.clone()));
    vec![of(own), about(&EXPLANATION), about(&CONSULTATION)]
}

/// The page; none when this audience cannot see the proposal.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let row = rows(answers, 0).first()?;
    let (language, subject) = (scene.language(), Subject { row });
    let book = Book::new(rows(answers, 1), rows(answers, 2));
    let back = html! {
        a href="/agenda/caribbean" { (scene.say("agenda-title-caribbean")) }
    };
    let gone = row.text("status") == "dropped";
    let may = scene.permit(&write(row.stream.owner.clone())).permitted();
    let drop = format!("/streams/{}/drop", row.stream);
    let acts = html! {
        @if may && !gone && scene.params.moment().is_none() {
            (button_link(&drop, "close", &scene.say("agenda-proposal-drop"), false))
        }
    };
    let what = paragraphs(spoken(row, language, "description"));
    let here = format!("/agenda/proposal/{}", row.stream);
    Some(html! {
        (scene.bar(spoken(row, language, "title"), back, acts))
        (moment::told(scene, &here))
        @if gone {
            (notice(Tone::Neutral, &scene.say("agenda-proposal-gone"), html! {
                (paragraphs(row.text("reason")))
            }))
        }
        div.columns {
            div {
                (panel("what", &scene.say("agenda-what"), html! {}, what))
                (islands::panel(scene, subject, &book))
            }
            aside aria-label=(scene.say("agenda-proposal-facts")) {
                (facts(&pairs(scene, row)))
            }
        }
    })
}

fn pairs(scene: &Scene, row: &Row) -> Vec<(String, Markup)> {
    let voice = scene.words.voice(scene.language());
    let at = time::day_element(voice, reported(row), &scene.zone());
    let status = format!("agenda-proposal-status-{}", row.text("status"));
    vec![
        (
            scene.say("agenda-filter-sort"),
            html! { (islands::sort_word(scene, row.text("sort"))) },
        ),
        (
            scene.say("agenda-proposal-announce-expected-year"),
            html! { (row.whole("expected_year").unwrap_or_default()) },
        ),
        (
            scene.say("agenda-reported"),
            html! { (scene.organisation(row.stream.owner.as_str())) },
        ),
        (
            scene.say("agenda-filter-status"),
            html! { (scene.say(&status)) ", " (at) },
        ),
    ]
}
