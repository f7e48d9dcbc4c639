// SPDX-License-Identifier: EUPL-1.2
//! The start page: what concerns the reader's organisation, and what changed last.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{Answer, CARDS, Need, Order, Query, Row, card_of};
use paraat_kernel::{Card, StreamId, Text};
use paraat_ui::widgets::{Column, empty, page_bar, panel, table};
use paraat_ui::{Markup, html, time};

use super::cards;
use crate::ask::{Ask, Asked};
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// Shows it, or sends on to the login.
pub(crate) async fn show(ask: Ask) -> Result<Response, Wrong> {
    let own = ask.person()?.organisation.to_string();
    let read = ask.read(move |ask, desk, audience| {
        let mine = Query::all(&CARDS)
            .is("holder", own)
            .by(Order::Newest)
            .page(0, 20);
        let newest = Query::all(&CARDS).by(Order::Newest).page(0, 20);
        let (answers, cursor) = desk.answers(audience, &[Need::Rows(mine), Need::Rows(newest)])?;
        let rows = |at: usize| match answers.get(at) {
            Some(Answer::Rows(rows)) => rows.rows.as_slice(),
            _ => &[],
        };
        let all: Vec<Card> = rows(0).iter().chain(rows(1)).map(card_of).collect();
        let above = cards::above(desk, audience, &all)?;
        Ok((content(ask, rows(0), rows(1), &above), cursor))
    });
    let (main, cursor) = read.await?;
    let live = Some((CARDS.name.to_owned(), cursor));
    let title = ask.voice().say("web-home");
    Ok(reply::page(
        &ask,
        StatusCode::OK,
        Page { title, main, live },
    ))
}

/// Names of what things belong to.
type Names = BTreeMap<StreamId, Text>;

fn content(ask: &Asked, mine: &[Row], newest: &[Row], above: &Names) -> Markup {
    let voice = ask.voice();
    html! {
        (page_bar(&voice.say("web-home"), html! {}, html! {}))
        (panel("mine", &voice.say("web-home-mine"), html! {},
            list(ask, "web-home-mine", mine, above)))
        (panel("newest", &voice.say("web-home-newest"), html! {},
            list(ask, "web-home-newest", newest, above)))
    }
}

fn list(ask: &Asked, caption: &str, rows: &[Row], above: &Names) -> Markup {
    let voice = ask.voice();
    if rows.is_empty() {
        return empty(&voice.say("web-home-empty"), None);
    }
    let modules = ask.site().desk.modules();
    let zone = time::zone(&ask.caller.zone);
    let columns = [
        "web-card-title",
        "web-card-sort",
        "web-card-status",
        "web-card-changed",
    ]
    .map(|key| Column::text(voice.say(key)));
    let lines: Vec<Vec<Markup>> = rows
        .iter()
        .map(|row| {
            let card = card_of(row);
            let at = cards::recorded(row).zip(zone.as_ref());
            let changed = at.map(|(at, zone)| time::ago(voice, at, ask.now, zone));
            let under = card.under.as_ref().and_then(|it| above.get(it));
            vec![
                cards::link(modules, voice, &card, under),
                html! { (cards::sort(voice, &card)) },
                html! { (cards::status(voice, &card)) },
                changed.unwrap_or_default(),
            ]
        })
        .collect();
    cards::under_heading(table(&voice.say(caption), &columns, &lines))
}
