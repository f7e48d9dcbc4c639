// SPDX-License-Identifier: EUPL-1.2
//! What others recorded of a thing and its parts since the reader last looked at it. It is the
//! reader's own, so it stands above the page and not in it.

use axum::response::Response;
use paraat_contract::{Filter, Value};
use paraat_kernel::StreamId;
use paraat_ui::widgets::post_button;
use paraat_ui::{Markup, html, time};

use super::changed::{self, Lines};
use crate::ask::{Ask, Asked};
use crate::body;
use crate::keeper::Looked;
use crate::reply;
use crate::wrong::Wrong;

/// Seconds back that are shown to who never said up to where they have seen: half a day, the
/// longest watch that somebody may have slept through. Our choice.
const AT_FIRST: i64 = 12 * 60 * 60;
/// So many lines stand above the page, and so many when all are asked for.
const LINES: u32 = 4;
const ALL: u32 = 200;
/// The name in the address that asks for all of it.
const NEW: &str = "new";

/// The lines above the page of `about`; nothing when nothing is new in `parts_of`. `cursor` is the
/// moment of the page, up to where its reader has seen once they say so.
pub(super) async fn above(
    ask: &Ask,
    about: StreamId,
    parts_of: Vec<StreamId>,
    cursor: String,
) -> Result<Markup, Wrong> {
    let person = ask.person()?;
    let keeper = &ask.site().keeper;
    let own = keeper.looked(person, Some(about.clone())).await?;
    // Who said "seen" on the start page has seen this as well.
    let whole = keeper.looked(person, None).await?;
    let looked = own.into_iter().chain(whole).max_by_key(|it| it.until);
    ask.read(move |ask, desk, audience| {
        let of = parts_of.iter().map(|it| Value::from(it.to_string()));
        let all = ask.parameter(NEW).is_some();
        let query = changed::since(ask, looked, AT_FIRST).filter(Filter::In("under", of.collect()));
        let most = if all { ALL } else { LINES };
        let lines = Lines::newest(desk, audience, query, most)?;
        Ok(draw(ask, &about, &lines, looked, &cursor))
    })
    .await
}

fn draw(
    ask: &Asked,
    about: &StreamId,
    lines: &Lines,
    looked: Option<Looked>,
    cursor: &str,
) -> Markup {
    let voice = ask.voice();
    let total = lines.total();
    if total == 0 {
        return Markup::default();
    }
    let count = ("count", lines.said(total));
    let title = match looked.zip(time::zone(&ask.caller.zone)) {
        Some((looked, zone)) => {
            let at = time::moment_text(voice, looked.at, &zone);
            voice.with("web-news-since", &[count, ("moment", at)])
        }
        None => voice.with("web-news-lately", &[count]),
    };
    let seen = [("until", cursor), ("about", &about.to_string())];
    let rest = lines.rest();
    let left = [("count", lines.said(rest))];
    html! {
        section #news.news aria-labelledby="news-title" {
            div.news-head {
                p #news-title.news-title { strong { (title) } }
                (post_button("/seen", &seen, &voice.say("web-home-seen"), false))
            }
            (changed::short(ask, lines))
            @if rest > 0 && ask.parameter(NEW).is_none() {
                @let rest = voice.with("web-home-rest", &left);
                p { a href={ (ask.path) "?" (NEW) "=all#news" } { (rest) } }
            } @else if rest > 0 {
                p.muted { (voice.with("web-news-more", &left)) }
            }
        }
    }
}

/// The reader has seen all that the page knew on which the button stood: of one thing, or of
/// everything when the form names none.
pub(crate) async fn seen(ask: Ask, request: axum::extract::Request) -> Result<Response, Wrong> {
    let person = ask.person()?;
    let form = body::form(&ask.headers, request.into_body()).await?;
    let sent = |wanted: &str| {
        let found = form.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let (cursor, about) = (sent("until"), sent("about").parse::<StreamId>().ok());
    let named = about.clone();
    let known = ask.read(move |_, desk, audience| {
        let there = match &named {
            Some(about) => desk.stream(audience, about)?.is_some(),
            None => true,
        };
        Ok(desk.known(&cursor)?.filter(|_| there))
    });
    if let Some(until) = known.await? {
        ask.site().keeper.look(person, about.clone(), until).await?;
    }
    Ok(match about {
        Some(about) => reply::see_other(&format!("/streams/{about}")),
        None => reply::see_other("/#changed"),
    })
}
