// SPDX-License-Identifier: EUPL-1.2
//! What this Paraat is: its version, its licence, and those of what it is made with. Open to
//! everybody, as licences want it.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use paraat_ui::widgets::{Column, facts, page_bar, panel, table_under};
use paraat_ui::{Markup, html};

use crate::ask::{Ask, Asked};
use crate::assets;
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// The licence of Paraat in full.
const LICENCE: &str = include_str!("../../../../LICENSE");

/// The page.
pub(crate) async fn show(ask: Ask) -> Response {
    let title = ask.voice().say("web-about");
    let main = html! {
        (page_bar(&title, html! {}, html! {}))
        (paraat(&ask))
        (parts(&ask))
    };
    reply::page(&ask, StatusCode::OK, Page::still(title, main))
}

/// A licence in full, as plain text.
pub(crate) async fn text(ask: Ask, Path(name): Path<String>) -> Result<Response, Wrong> {
    let text = match name.as_str() {
        "licence" => LICENCE,
        "notices" => ask.site().printer.notices,
        _ => return Err(Wrong::status(404)),
    };
    let mut response = Response::new(Body::from(text));
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

fn paraat(ask: &Asked) -> Markup {
    let voice = ask.voice();
    let settings = &ask.site().settings;
    let source = &settings.contact;
    let pairs = [
        (voice.say("web-about-version"), html! { (settings.version) }),
        (
            voice.say("web-about-licence"),
            html! { a href="/about/licence" { "EUPL-1.2" } },
        ),
        (
            voice.say("web-about-source"),
            html! { (source.name) ", " a href=(source.url) { (source.url) } },
        ),
    ];
    panel("paraat", "Paraat", html! {}, facts(&pairs))
}

/// What is in it that others made.
fn parts(ask: &Asked) -> Markup {
    let voice = ask.voice();
    let title = voice.say("web-about-fonts");
    let columns = ["web-about-name", "web-about-licence", "web-about-rights"];
    let columns = columns.map(|key| Column::text(voice.say(key)));
    let held = ask.site().printer.held.iter();
    let rows: Vec<Vec<Markup>> = held
        .map(|row| row.map(|text| html! { (text) }).into())
        .collect();
    let more = [
        ("licences", "web-about-pages"),
        ("crates", "web-about-crates"),
    ];
    let more = more.map(|(stem, key)| Some((assets::address(stem)?, voice.say(key))));
    panel(
        "parts",
        &title,
        html! {},
        html! {
            div.prose {
            p { (voice.say("web-about-parts")) }
            p { a href="/about/notices" { (voice.say("web-about-notices")) } }
            @for (href, label) in more.into_iter().flatten() {
                p { a href=(href) { (label) } }
            }
        }
        (table_under(&title, &columns, &rows))
        },
    )
}
