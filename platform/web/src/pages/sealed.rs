// SPDX-License-Identifier: EUPL-1.2
//! The door of what is sealed. Who was let into its compartment says why they read it; for a time
//! that reason opens this one record to this one session, and each answer that shows of it is
//! written down first. For anybody else the record is not there.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use paraat_contract::{Answer, CARDS, Filter, Need, Query, card_of};
use paraat_kernel::{Card, StreamId, Timestamp, opened};
use paraat_ui::field::Typed;
use paraat_ui::page::encode;
use paraat_ui::widgets::{AskKind, Choice, ask as question, page_bar, panel};
use paraat_ui::{Markup, html};

use super::holding::is_text;
use super::told::{Told, button, moment};
use super::{cards, reads};
use crate::ask::{Ask, Asked, Shell};
use crate::body;
use crate::keeper::Person;
use crate::reads::{OPENED, REASON_HOLDS, Reading, Why};
use crate::reply::{self, Page};
use crate::route::only;
use crate::wrong::Wrong;

/// The header in which a program says why it reads.
const REASON: &str = "read-reason";
/// Longest reason in one's own words, in characters.
const LONGEST: usize = 300;
/// The reasons that are offered; with the last one comes a word of one's own.
const REASONS: [&str; 5] = ["care", "registration", "kin", "handover", "other"];

/// The routes under `/sealed`.
pub(crate) fn routes() -> Router<Arc<Shell>> {
    Router::new()
        .route("/", only(get(reads::show)))
        .route("/{stream}", only(get(show).post(open)))
}

/// A sealed record, as who was let in may know of it.
#[derive(Clone)]
pub(crate) struct Mention {
    card: Card,
    compartment: String,
    since: Timestamp,
}

impl Mention {
    /// The sealed record at this address; none for any other, and for who was not let in.
    async fn of(ask: &Ask, stream: StreamId) -> Result<Option<Self>, Wrong> {
        if !matches!(&ask.caller.person, Some(it) if !it.compartments.is_empty()) {
            return Ok(None);
        }
        let query = Query::all(&CARDS)
            .filter(Filter::Stream(stream))
            .filter(Filter::Part(String::new()));
        let answers = ask.read(move |_, desk, audience| {
            let (answers, _) = desk.answers(audience, &[Need::Rows(query)])?;
            Ok(answers)
        });
        let answers = answers.await?;
        let Some(Answer::Rows(rows)) = answers.first() else {
            return Ok(None);
        };
        Ok(rows.rows.first().and_then(|row| {
            Some(Self {
                card: card_of(row),
                compartment: row.class.compartment_name()?.to_owned(),
                since: row.since,
            })
        }))
    }

    fn reading(&self, what: &str) -> Reading {
        Reading {
            stream: self.card.stream.clone(),
            compartment: self.compartment.clone(),
            what: what.to_owned(),
        }
    }

    /// What was read, given what follows the address of the record.
    fn what(&self, behind: Option<&str>) -> String {
        match behind {
            None => "page".to_owned(),
            Some("history") => "history".to_owned(),
            Some(verb) => format!("{}.{} {verb}", self.card.module, self.card.kind),
        }
    }

    fn title(&self, ask: &Ask) -> String {
        let what = ask.voice().say(&format!("web-sealed-{}", self.compartment));
        ask.voice().with("web-sealed-title", &[("what", what)])
    }

    /// The page that shows it.
    fn page(&self, ask: &Ask) -> String {
        cards::href(ask.site().desk.modules(), &self.card)
    }
}

/// Opens for this request the sealed record that its path names, when there is a reason for that;
/// the reading is written down first. Answers the record when there is no reason yet.
pub(crate) async fn pass(ask: &Ask) -> Result<Option<Mention>, Wrong> {
    let mut parts = ask.path.split('/');
    let Some(stream) = parts.find_map(|it| it.parse::<StreamId>().ok()) else {
        return Ok(None);
    };
    let behind = parts.next();
    let leads_on = behind.is_none() && ask.path.starts_with("/streams/");
    if leads_on {
        return Ok(None);
    }
    let Some(mention) = Mention::of(ask, stream).await? else {
        return Ok(None);
    };
    let reading = mention.reading(&mention.what(behind));
    let said = ask.header(REASON).map(str::trim);
    let why = said
        .filter(|it| ask.by_api() && !it.is_empty())
        .map(|note| Why {
            reason: "program".to_owned(),
            note: note.chars().take(LONGEST).collect(),
        });
    let opens = opened(&mention.compartment, &mention.card.stream);
    if ask.site().keeper.read(ask.person()?, reading, why).await? {
        // Said once a request: nothing else is set here.
        let _ = ask.opened.set(opens);
        return Ok(None);
    }
    Ok(Some(mention))
}

/// What who asks for a page gets in its place: the question why. A form that was sent meanwhile is
/// not recorded; what was typed stands below, and is kept nowhere.
pub(super) async fn before(ask: &Ask, mention: Mention, sent: Body) -> Result<Response, Wrong> {
    if ask.method != Method::POST {
        let stream = &mention.card.stream;
        let next = encode(&ask.target);
        return Ok(reply::see_other(&format!("/sealed/{stream}?next={next}")));
    }
    let typed = crate::ask::typed(&body::form(&ask.headers, sent).await?);
    let next = ask.target.clone();
    door(
        ask,
        &mention,
        StatusCode::CONFLICT,
        Told::nothing(),
        (&next, &typed),
    )
    .await
}

/// `GET /sealed/{stream}`: that it is sealed, the question why, and who read it.
async fn show(ask: Ask, Path(stream): Path<String>) -> Result<Response, Wrong> {
    let mention = found(&ask, &stream).await?;
    let next = ask.parameter("next").unwrap_or_default();
    let nothing = Typed::default();
    door(
        &ask,
        &mention,
        StatusCode::OK,
        Told::nothing(),
        (next, &nothing),
    )
    .await
}

async fn found(ask: &Ask, stream: &str) -> Result<Mention, Wrong> {
    ask.person()?;
    let not_there = || Wrong::status(404);
    let stream = stream.parse().map_err(|_bad| not_there())?;
    Mention::of(ask, stream).await?.ok_or_else(not_there)
}

/// `POST /sealed/{stream}`: why.
async fn open(ask: Ask, Path(stream): Path<String>, request: Request) -> Result<Response, Wrong> {
    let mention = found(&ask, &stream).await?;
    let mut told = Told::of(body::form(&ask.headers, request.into_body()).await?);
    let next = told.take("next");
    let (reason, note) = (told.value("reason"), told.value("note").trim().to_owned());
    if !REASONS.contains(&reason.as_str()) {
        told.wrong(&ask, "reason", "web-sealed-why", "web-sealed-why-missing");
    } else if reason == "other" && note.is_empty() {
        told.wrong(&ask, "note", "web-sealed-note", "web-sealed-note-missing");
    } else if note.chars().count() > LONGEST {
        told.wrong(&ask, "note", "web-sealed-note", "web-sealed-note-long");
    }
    if told.is_wrong() {
        let nothing = Typed::default();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return door(&ask, &mention, status, told, (&next, &nothing)).await;
    }
    let why = Why { reason, note };
    let person: &Person = ask.person()?;
    ask.site()
        .keeper
        .open(person, mention.reading(OPENED), why)
        .await?;
    let page = mention.page(&ask);
    let next = Some(next.as_str()).filter(|it| it.contains(&stream));
    Ok(reply::see_other(
        next.map_or(&page, |it| reply::own_path(it)),
    ))
}

async fn door(
    ask: &Ask,
    mention: &Mention,
    status: StatusCode,
    told: Told,
    (next, typed): (&str, &Typed),
) -> Result<Response, Wrong> {
    let voice = ask.voice();
    let title = mention.title(ask);
    let stream = mention.card.stream.clone();
    let read = reads::of_one(ask, stream).await?;
    let beside = html! {
        (moment(ask, mention.since)) " "
        @if let Some(under) = &mention.card.under {
            a href={ "/streams/" (under) } { (voice.say("web-sealed-of")) }
        }
    };
    let typed = typed.0.iter().filter(is_text);
    let main = html! {
        (page_bar(&title, beside, html! {}))
        (told.summary(ask))
        @if status == StatusCode::CONFLICT {
            (panel("typed", &voice.say("web-typed"), html! {}, html! {
                div.prose {
                    p { (voice.say("web-sealed-not-sent")) }
                    @for (_, text) in typed { pre { (text) } }
                }
            }))
        }
        (panel("why", &voice.say("web-sealed-panel"), html! {}, form(ask, mention, &told, next)))
        (panel("reads", &voice.say("web-sealed-reads"), html! {}, read))
    };
    Ok(reply::page(ask, status, Page::still(title.clone(), main)))
}

fn form(ask: &Ask, mention: &Mention, told: &Told, next: &str) -> Markup {
    let voice = ask.voice();
    let minutes = [("minutes", REASON_HOLDS.to_string())];
    let choices = REASONS.map(|it| Choice {
        value: it.to_owned(),
        label: voice.say(&format!("web-sealed-reason-{it}")),
    });
    let reason = AskKind::Radios(choices.to_vec());
    let reason = told.ask(ask, "reason", "web-sealed-why", reason);
    let mut note = told.ask(ask, "note", "web-sealed-note", AskKind::Line("text"));
    note.required = false;
    note.help = voice.say("web-sealed-note-help");
    html! {
        form.form action={ "/sealed/" (mention.card.stream) } method="post" novalidate {
            p { (voice.with("web-sealed-means", &minutes)) }
            (question(voice, &reason))
            (question(voice, &note))
            input type="hidden" name="next" value=(next);
            (button(&voice.say("web-sealed-open")))
        }
    }
}

/// Marks an answer that shows what is sealed: no device keeps it.
pub(crate) fn mark(ask: &Asked, headers: &mut HeaderMap) {
    let shown = ask.opened.get().is_some() || ask.shows_sealed.get().is_some();
    if shown || ask.path.starts_with("/sealed") {
        headers.insert(
            header::HeaderName::from_static("paraat-sealed"),
            header::HeaderValue::from_static("1"),
        );
    }
}
