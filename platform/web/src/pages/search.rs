// SPDX-License-Identifier: EUPL-1.2
//! Search in all that the reader may see.

use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::Found;
use paraat_sheets::Format;
use paraat_ui::page::encode;
use paraat_ui::widgets::{
    Column, Filter, FilterBar, Pages, empty, filter_bar, page_bar, pages, table_under,
};
use paraat_ui::{Markup, html};

use super::{cards, download};
use crate::ask::{Ask, Asked};
use crate::lists;
use crate::reply::{self, Page};
use crate::wrong::Wrong;

const PER_PAGE: u32 = 20;

/// Shows what was found.
pub(crate) async fn show(ask: Ask) -> Result<Response, Wrong> {
    ask.person()?;
    let text: String = ask
        .parameter("q")
        .unwrap_or("")
        .trim()
        .chars()
        .take(200)
        .collect();
    let module = ask.parameter("module").map(str::to_owned);
    let page = ask
        .parameter("page")
        .and_then(|it| it.parse().ok())
        .unwrap_or(1u32)
        .clamp(1, 500);
    if let Some(format) = download::format(&ask) {
        return file(&ask, text, module, format).await;
    }
    let main = ask.read(move |ask, desk, audience| {
        let offset = (page - 1) * PER_PAGE;
        let found = if text.is_empty() {
            Found::default()
        } else {
            desk.search(audience, &text, module.as_deref(), (offset, PER_PAGE))?
        };
        Ok(content(ask, &text, module.as_deref(), page, &found))
    });
    let title = ask.voice().say("frame-search");
    Ok(reply::page(
        &ask,
        StatusCode::OK,
        Page::still(title, main.await?),
    ))
}

fn content(ask: &Asked, text: &str, module: Option<&str>, page: u32, found: &Found) -> Markup {
    let voice = ask.voice();
    let modules = ask.site().desk.modules().iter();
    let named = modules.filter_map(|it| {
        let label = voice.say(it.nav.as_ref()?.label);
        Some(paraat_ui::widgets::Choice {
            value: it.name.to_owned(),
            label,
        })
    });
    let bar = FilterBar {
        action: "/search".to_owned(),
        text: Some(("q".to_owned(), text.to_owned())),
        filters: vec![Filter {
            name: "module".to_owned(),
            label: voice.say("web-search-section"),
            choices: named.collect(),
            chosen: module.unwrap_or("").to_owned(),
        }],
        hidden: Vec::new(),
        count: found.total,
    };
    html! {
        (page_bar(&voice.say("frame-search"), html! {}, html! {
            @if !found.cards.is_empty() {
                (download::small(ask, "found", "web-search-found"))
            }
        }))
        (filter_bar(voice, &bar))
        @if text.is_empty() {
            (empty(&voice.say("web-search-start"), None))
        } @else if found.cards.is_empty() {
            (empty(&voice.say("web-search-nothing"), None))
        } @else {
            (results(ask, found))
            (pages(voice, &paging(text, module, page, found)))
        }
    }
}

/// Most results in a file; whoever wants more asks for less.
const MOST: u32 = 10_000;
/// Results that are read at a time.
const STEP: u32 = 500;

/// What was found, all pages of it, as a file.
async fn file(
    ask: &Ask,
    text: String,
    module: Option<String>,
    format: Format,
) -> Result<Response, Wrong> {
    let lines = ask.read(move |ask, desk, audience| {
        let voice = ask.voice();
        let mut lines = Vec::new();
        for offset in (0..MOST).step_by(STEP as usize) {
            let found = if text.is_empty() {
                Found::default()
            } else {
                desk.search(audience, &text, module.as_deref(), (offset, STEP))?
            };
            for card in &found.cards {
                let under = card.under.as_ref().and_then(|it| found.under.get(it));
                lines.push(vec![
                    cards::title(voice, card, under),
                    cards::sort(voice, card),
                    under.map_or("", |it| it.get(voice.language)).to_owned(),
                    cards::status(voice, card),
                    card.stream.to_string(),
                ]);
            }
            if u64::from(offset + STEP) >= found.total {
                break;
            }
        }
        Ok(lines)
    });
    let headings = [
        "web-card-title",
        "web-card-sort",
        "web-card-under",
        "web-card-status",
        "list-address",
    ];
    lists::small(ask, "web-search-found", &headings, &lines.await?, format)
}

fn results(ask: &Asked, found: &Found) -> Markup {
    let voice = ask.voice();
    let modules = ask.site().desk.modules();
    let columns = [
        "web-card-title",
        "web-card-sort",
        "web-card-under",
        "web-card-status",
    ]
    .map(|key| Column::text(voice.say(key)));
    let rows: Vec<Vec<Markup>> = found
        .cards
        .iter()
        .map(|card| {
            let under = card.under.as_ref().and_then(|it| found.under.get(it));
            vec![
                cards::link(modules, voice, card, under),
                html! { (cards::sort(voice, card)) },
                html! { (under.map_or("", |it| it.get(voice.language))) },
                html! { (cards::status(voice, card)) },
            ]
        })
        .collect();
    table_under(&voice.say("web-search-found"), &columns, &rows)
}

fn paging(text: &str, module: Option<&str>, page: u32, found: &Found) -> Pages {
    let from = u64::from((page - 1) * PER_PAGE);
    let to = from + found.cards.len() as u64;
    let address = |page: u32| {
        let module = module
            .map(|it| format!("&module={}", encode(it)))
            .unwrap_or_default();
        format!("/search?q={}{module}&page={page}", encode(text))
    };
    Pages {
        from: from + 1,
        to,
        total: found.total,
        previous: (page > 1).then(|| address(page - 1)),
        next: (to < found.total).then(|| address(page + 1)),
    }
}
